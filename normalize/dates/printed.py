"""Reading an atom from tokens.

atom   = [year] [quarter | half | month [day] | holiday] [part] [about] [weekday] [time]
year   = (Y | R) [y] ["." | "-" | "/"]
month  = N ("m" | "." | "-" | "/"),  or N alone, whose unit its neighbours decide
day    = (N | X) ["d"] ["."]
"""

import re
from typing import Final

from normalize.dates import civil
from normalize.dates.atoms import Atom, Level, Refused
from normalize.dates.tokens import Tokens
from normalize.dates.wording import clock, half_number, number, printed_year, weekday

__all__ = ["atom_at"]

_HANJA_PARTS: Final = str.maketrans("初末", "초말")
_ATOM: Final = re.compile(
    r"""
    (?P<full>C)\.?(?P<w1>w)?
    | (?P<fixed>Z)
    | (?P<by>N)\.(?P<bm>N)\.(?P<bd>[NX])(?![mqyk]|\.N)\.?(?P<w2>w)?(?P<t2>T)?
    | (?:(?P<year>[YR])(?P<yu>y)?(?:\.|[-/](?=N(?![?qyk])))?)?
      (?:
        (?P<holiday>L)
      | (?P<halves>h)\.?
      | (?P<quarter>N)q
      | (?P<quarter2>Q)
      | (?:(?P<hint>H)\.?(?=Nm))?
        (?: (?P<dayonly>N)d
          | (?P<numyear>N)y(?:(?P<nyh>H)|(?P<nym>N)m(?:(?P<nyd>N)d)?|(?P<nyq>N)q)?
          | (?P<month>N)(?:(?P<mu>m\.?|\.|[-/](?=[NX](?![mqyk])))
              (?:(?P<day>[NX])(?![mqyk])(?P<du>d)?(?:\.)?)?)?
          | (?P<mask>X)m?\.?(?:X\.?)?
        )
      | (?P<half>H)\.?
      )?
      (?P<part>P)?z?(?P<about>c)?(?P<weekday>w)?(?P<time>T)?
    """,
    re.VERBOSE,
)
_FIRST_BARE: Final = 13
_LAST_BARE: Final = 35
_STARTS: Final = frozenset("YRNCZQHhXLT")


def atom_at(tokens: Tokens, index: int, end: int) -> tuple[Atom, int] | None:
    """The atom that begins at a token, and the token behind it.

    Raises:
        Refused: It is a date that cannot be.
    """
    if tokens.letters[index] not in _STARTS:
        return None
    match = _ATOM.match(tokens.letters, index, end)
    if match is None or match.end() == index:
        return None
    groups = match.groupdict()
    behind = tokens.letters[match.end() : match.end() + 1]
    if groups["yu"] and groups["month"] and not groups["mu"] and behind not in set("~,/-"):
        match = _ATOM.match(
            tokens.letters, index, match.start("month")
        )  # `2020년 5` is the year and a number
        if match is None:
            return None
        groups = match.groupdict()
    atom = _built(tokens, groups, match)
    return (atom, atom.last + 1) if atom else None


def _built(tokens: Tokens, groups: dict[str, str | None], match: re.Match[str]) -> Atom | None:
    if groups["full"]:
        return _compact(tokens, match)
    if groups["fixed"]:
        return _plain("fixed", match, word=tokens.word(match.start()))
    if groups["by"]:
        return _bare_year_day(tokens, match)
    if _is_bare_year(tokens, groups, match):
        return _bare_year_month(tokens, match)
    return _general(tokens, groups, match)


def _plain(level: Level, match: re.Match[str], word: str = "") -> Atom:
    return Atom(level, word=word, first=match.start(), last=match.end() - 1)


def _compact(tokens: Tokens, match: re.Match[str]) -> Atom:
    """`20190304`."""
    word = tokens.word(match.start())
    atom = _plain("day", match)
    return _checked(
        atom._replace(
            year=int(word[:4]),
            month=int(word[4:6]),
            day=int(word[6:]),
            weekday=weekday(tokens, match, "w1"),
        )
    )


def _bare_year_day(tokens: Tokens, match: re.Match[str]) -> Atom | None:
    """`19.3.4.`: two digits are a year only where month and day follow."""
    word = tokens.word(match.start("by"))
    if len(word) != 2 or not word.isdigit():
        return None
    masked = tokens.letters[match.start("bd")] == "X"
    atom = _plain("day", match)._replace(
        year=civil.century(int(word)),
        month=number(tokens.word(match.start("bm"))),
        day=0 if masked else number(tokens.word(match.start("bd"))),
        masked=masked,
        weekday=weekday(tokens, match, "w2"),
        time=clock(tokens, match, "t2"),
    )
    return _checked(atom)


def _is_bare_year(tokens: Tokens, groups: dict[str, str | None], match: re.Match[str]) -> bool:
    """`24.9.`: what can be no month is a year, if a month and a dot follow."""
    if groups["year"] or groups["day"] != "N" or groups["du"] or groups["mu"] != ".":
        return False
    word = tokens.word(match.start("month"))
    closed = tokens.letters[match.end("day") : match.end("day") + 1] == "."
    return closed and len(word) == 2 and word.isdigit() and _FIRST_BARE <= int(word) <= _LAST_BARE


def _bare_year_month(tokens: Tokens, match: re.Match[str]) -> Atom | None:
    atom = _plain("month", match)._replace(
        year=civil.century(int(tokens.word(match.start("month")))),
        month=number(tokens.word(match.start("day"))),
    )
    return _checked(atom)


def _general(tokens: Tokens, groups: dict[str, str | None], match: re.Match[str]) -> Atom | None:
    year, shift, deictic = printed_year(tokens, match)
    part = tokens.word(match.start("part")).translate(_HANJA_PARTS) if groups["part"] else ""
    atom = _plain("year" if groups["year"] else "time", match)._replace(
        year=year,
        shift=shift,
        deictic=deictic,
        part=part,
        about=groups["about"] is not None,
        weekday=weekday(tokens, match, "weekday"),
        time=clock(tokens, match, "time"),
    )
    atom = _with_sub_year(atom, tokens, groups, match)
    return _checked(atom)


def _with_sub_year(
    atom: Atom, tokens: Tokens, groups: dict[str, str | None], match: re.Match[str]
) -> Atom:
    if groups["holiday"]:
        return atom._replace(level="holiday", word=tokens.word(match.start("holiday")))
    if groups["halves"]:
        return atom._replace(level="halves")
    if groups["half"]:
        return atom._replace(level="half", number=half_number(tokens.word(match.start("half"))))
    if groups["quarter"] or groups["quarter2"]:
        name = "quarter" if groups["quarter"] else "quarter2"
        return atom._replace(
            level="quarter", number=number(tokens.word(match.start(name)).lstrip("Q "))
        )
    return _with_numbers(atom, tokens, groups, match)


def _with_numbers(
    atom: Atom, tokens: Tokens, groups: dict[str, str | None], match: re.Match[str]
) -> Atom:
    if groups["dayonly"]:
        return atom._replace(level="day", day=number(tokens.word(match.start("dayonly"))))
    if groups["numyear"]:
        return _number_year(atom, tokens, groups, match)
    if groups["mask"]:
        return atom._replace(level="year", masked=True)
    if groups["month"]:
        return _month(atom, tokens, groups, match)
    return atom


def _number_year(
    atom: Atom, tokens: Tokens, groups: dict[str, str | None], match: re.Match[str]
) -> Atom:
    """`20년 3월`, `21년말`, `24년도`: two digits and 년 are a year only with something that no duration has."""
    word = tokens.word(match.start("numyear"))
    unit = tokens.word(match.start("numyear") + 1)
    known = len(word) == 2 and (
        atom.part or unit not in "년年" or match["nyh"] or match["nym"] or match["nyq"]
    )
    if not known:
        return atom._replace(level="number", number=number(word), unit=False, word="년")
    atom = atom._replace(level="year", year=civil.century(int(word)))
    if groups["nyh"]:
        return atom._replace(level="half", number=half_number(tokens.word(match.start("nyh"))))
    if groups["nyq"]:
        return atom._replace(level="quarter", number=number(tokens.word(match.start("nyq"))))
    if groups["nyd"]:
        atom = atom._replace(day=number(tokens.word(match.start("nyd"))))
    if groups["nym"]:
        return atom._replace(
            level="day" if atom.day else "month", month=number(tokens.word(match.start("nym")))
        )
    return atom


def _month(atom: Atom, tokens: Tokens, groups: dict[str, str | None], match: re.Match[str]) -> Atom:
    first = number(tokens.word(match.start("month")))
    mark = groups["mu"]
    if groups["hint"] and half_number(tokens.word(match.start("hint"))) != (1 if first <= 6 else 2):
        raise Refused
    if groups["day"]:
        return _month_and_day(atom, tokens, groups, match)
    unit = mark is not None and mark[0] == "m"
    if unit:
        return atom._replace(level="month", month=first)
    return atom._replace(
        level="number", number=first, unit=False, word=mark or _dot_before(tokens, match)
    )


def _dot_before(tokens: Tokens, match: re.Match[str]) -> str:
    """A year and a dot make a month of the number behind (`'20.01`)."""
    index = match.start("month") - 1
    return (
        tokens.letters[index] if index >= match.start() and tokens.letters[index] in "./-" else ""
    )


def _month_and_day(
    atom: Atom, tokens: Tokens, groups: dict[str, str | None], match: re.Match[str]
) -> Atom:
    month = number(tokens.word(match.start("month")))
    masked = groups["day"] == "X"
    day = 0 if masked else number(tokens.word(match.start("day")))
    return atom._replace(
        level="day",
        month=month,
        day=day,
        masked=masked,
        unit=bool(groups["du"]) or groups["mu"] == "m",
        word=groups["mu"] or "",
    )


def _checked(atom: Atom) -> Atom:
    if (
        atom.level in {"month", "day"}
        and (atom.month or not atom.day)
        and not 1 <= atom.month <= 12
    ):
        raise Refused
    if atom.level == "quarter" and not 1 <= atom.number <= 4:
        raise Refused
    if atom.day > 31:
        raise Refused
    return atom
