"""Reading an atom from tokens. Each function's docstring is its rule, in the letters of `normalize.dates.tokens`.

atom   = [year] [quarter | half | month [day] | holiday] [part] [about] [weekday] [time]
year   = (Y | R) [y] ["." | "-" | "/"]
month  = N ("m" | "." | "-" | "/"),  or N alone, whose unit its neighbours decide
day    = (N | X) ["d"] ["."]

A rule is given the place of its first token and returns what it read and the place behind it.
"""

from itertools import pairwise
from typing import Final

from normalize.dates import civil
from normalize.dates.atoms import Atom, Refused
from normalize.dates.inside import Inside, behind_mark, inside
from normalize.dates.tokens import Tokens
from normalize.dates.wording import clock, number, printed_year, weekday

__all__ = ["atom_at"]

_HANJA_PARTS: Final = str.maketrans("初末", "초말")
_FIRST_BARE: Final = 13
_LAST_BARE: Final = 35
_STARTS: Final = frozenset("YRNCZQHhXLTM")
_NO_DAY: Final = frozenset("mqyk")
_NO_MONTH: Final = frozenset("?qyk")
_TRAILS: Final = frozenset("PzcwT")
_YEARS: Final = frozenset("YR")
_YEAR_MARKS: Final = frozenset(".-/")


def atom_at(tokens: Tokens, index: int) -> tuple[Atom, int] | None:
    """The atom that begins at a token, and the token behind it.

    Raises:
        Refused: It is a date that cannot be.
    """
    letters = tokens.letters
    letter = letters[index]
    if letter not in _STARTS:
        return None
    if letter == "N" and letters[index + 1] in "./-":
        bare = _bare(tokens, index)
        if bare:
            return bare
        if letters[index + 1] == "." and _is_bare_year_day(letters, index):
            return None
    if letter == "C":
        return _compact(tokens, index)
    if letter == "M":
        return _same_month(tokens, index)
    if letter == "Z":
        return Atom("fixed", word=tokens.word(index)), index + 1
    return _general(tokens, index)


def _bare(tokens: Tokens, index: int) -> tuple[Atom, int] | None:
    """A year of two digits without an apostrophe, where nothing else can be meant."""
    letters = tokens.letters
    if letters[index + 1] == ".":
        if _is_bare_year_day(letters, index):
            return _bare_year_day(tokens, index)
        return _bare_year_month(tokens, index) or _bare_year_and_unit(tokens, index)
    return _bare_padded_day(tokens, index)


def _compact(tokens: Tokens, index: int) -> tuple[Atom, int]:
    """C ["."] [w], as `20190304`."""
    word = tokens.word(index)
    end = index + 1 + (tokens.letters[index + 1] == ".")
    name, end = (weekday(tokens, end), end + 1) if tokens.letters[end] == "w" else ("", end)
    atom = Atom("day", int(word[:4]), int(word[4:6]), int(word[6:]), weekday=name)
    return _checked(atom), end


def _same_month(tokens: Tokens, index: int) -> tuple[Atom, int]:
    """M (N ["d"] ["."] | P) [w] [T]: a day of the month of the day before it, as `같은 달 20일`."""
    letters = tokens.letters
    if letters[index + 1] != "N":
        return Atom("month", part="말일"), index + 2
    end = index + 2 + (letters[index + 2] == "d")
    _, _, name, hour, end = _trail(tokens, behind_mark(letters, end))
    atom = Atom("day", day=number(tokens.word(index + 1)), weekday=name, time=hour)
    return _checked(atom), end


def _is_bare_year_day(letters: str, index: int) -> bool:
    """N "." N "." (N | X) with no unit behind it and no fourth number."""
    return (
        letters[index + 2 : index + 4] == "N."
        and letters[index + 4] in "NX"
        and letters[index + 5] not in _NO_DAY
        and letters[index + 5 : index + 7] != ".N"
    )


def _bare_year_day(tokens: Tokens, index: int) -> tuple[Atom, int] | None:
    """`19.3.4.`: two digits are a year only where month and day follow."""
    word, letters = tokens.word(index), tokens.letters
    if len(word) != 2 or not word.isdigit():
        return None
    masked = letters[index + 4] == "X"
    end = index + 5 + (letters[index + 5] == ".")
    name = hour = ""
    if letters[end] == "w":
        name, end = weekday(tokens, end), end + 1
    if letters[end] == "T":
        hour, end = clock(tokens, end), end + 1
    atom = Atom(
        "day",
        civil.century(int(word)),
        number(tokens.word(index + 2)),
        0 if masked else number(tokens.word(index + 4)),
        masked=masked,
        weekday=name,
        time=hour,
    )
    return _checked(atom), end


def _bare_year_month(tokens: Tokens, index: int) -> tuple[Atom, int] | None:
    """`24.9.`: what can be no month is a year, if a month and a dot follow."""
    letters = tokens.letters
    if letters[index + 2 : index + 4] != "N.":
        return None
    if not _may_be_bare_year(tokens.word(index)):
        return None
    word, end = tokens.word(index), index + 4
    for letter in "PzcwT":
        end += letters[end] == letter
    atom = Atom("month", civil.century(int(word)), number(tokens.word(index + 2)))
    return _checked(atom), end


def _may_be_bare_year(word: str) -> bool:
    """What can be no month, and is near."""
    return len(word) == 2 and word.isdigit() and _FIRST_BARE <= int(word) <= _LAST_BARE


def _bare_year_and_unit(tokens: Tokens, index: int) -> tuple[Atom, int] | None:
    """`24.3월`, `79.10월`, `24.상반기`, all in one word: `25. 3월` may be the third month in item 25 of a list."""
    behind = tokens.letters[index + 2 : index + 4]
    if behind not in {"Nm", "Nq"} and behind[:1] != "H":
        return None
    word = tokens.word(index)
    near = _may_be_bare_year(word) or (behind == "Nm" and "60" <= word <= "99")
    if not near or not _in_one_word(tokens, index, index + 2):
        return None
    inner = inside(tokens, index + 2, index)
    if inner is None:
        return None
    part, about, name, hour, end = _trail(tokens, inner.end)
    atom = Atom(
        inner.level,
        civil.century(int(word)),
        inner.month,
        inner.day,
        inner.number,
        part=part,
        about=about,
        weekday=name,
        time=hour,
    )
    return _checked(atom), end


def _bare_padded_day(tokens: Tokens, index: int) -> tuple[Atom, int] | None:
    """`24/03/15`, `24-03-15`: every part in two digits, in one word and with nothing more behind."""
    letters = tokens.letters
    mark = letters[index + 1]
    if letters[index : index + 5] != f"N{mark}N{mark}N" or letters[index + 5] in "mqyk/-?":
        return None
    words = [tokens.word(index + step) for step in (0, 2, 4)]
    if not _in_one_word(tokens, index, index + 4) or any(len(word) != 2 for word in words):
        return None
    if not _may_be_bare_year(words[0]):
        return None
    _, _, name, hour, end = _trail(tokens, index + 5)
    year = civil.century(int(words[0]))
    atom = Atom("day", year, number(words[1]), number(words[2]), weekday=name, time=hour)
    return _checked(atom), end


def _in_one_word(tokens: Tokens, first: int, last: int) -> bool:
    """No blank parts the tokens from `first` to `last`."""
    places = tokens.places[first : last + 1]
    return all(before[1] == behind[0] for before, behind in pairwise(places))


def _general(tokens: Tokens, index: int) -> tuple[Atom, int]:
    """[year] [what stands inside it] [P] [z] [c] [w] [T]."""
    letters = tokens.letters
    year, shift, deictic = None, None, False
    at = index
    if letters[at] in _YEARS:
        year, shift, deictic = printed_year(tokens.word(at), relative=letters[at] == "R")
        at = _behind_year(letters, at + 1)
    inner = inside(tokens, at, index)
    if inner is None:
        inner = Inside(at, "time" if at == index else "year")
    part, about, name, hour, end = "", False, "", "", inner.end
    if letters[end] in _TRAILS:
        part, about, name, hour, end = _trail(tokens, end)
    if inner.level == "quarter" and year is None and letters[end] == "Y":
        year, _, _ = printed_year(tokens.word(end), relative=False)  # `Q2 2024`
        end += 1
    if inner.level == "number" and _is_year_and_number(letters, index, inner, end):
        # `2020년 5` is the year and a number
        inner = Inside(behind_mark(letters, index + 2), "year")
        part, about, name, hour, end = "", False, "", "", inner.end
    _, level, month, day, count, word, unit, masked, short = inner
    atom = Atom(
        level,
        year if short is None else short,
        month,
        day,
        count,
        word,
        unit,
        masked,
        shift,
        deictic,
        part,
        about,
        name,
        hour,
    )
    return _checked(atom), end


def _behind_year(letters: str, at: int) -> int:
    """[y] ["." | "-" N | "/" N | "-" Q]."""
    at += letters[at] == "y"
    if letters[at] not in _YEAR_MARKS:
        return at
    if letters[at] == "-" and letters[at + 1] == "Q":
        return at + 1
    if letters[at] in "-/" and letters[at + 1] == "N" and letters[at + 2] not in _NO_MONTH:
        return at + 1
    return behind_mark(letters, at)


def _trail(tokens: Tokens, end: int) -> tuple[str, bool, str, str, int]:
    """[P] [z] [c] [w] [T]."""
    letters = tokens.letters
    part = name = hour = ""
    if letters[end] == "P":
        part, end = tokens.word(end).translate(_HANJA_PARTS), end + 1
    end += letters[end] == "z"
    about = letters[end] == "c"
    end += about
    if letters[end] == "w":
        name, end = weekday(tokens, end), end + 1
    if letters[end] == "T":
        hour, end = clock(tokens, end), end + 1
    return part, about, name, hour, end


def _is_year_and_number(letters: str, index: int, inner: Inside, end: int) -> bool:
    return (
        letters[index + 1] == "y"
        and letters[index] in _YEARS
        and not inner.word.strip("./-")
        and letters[inner.end - 1] == "N"
        and letters[end] not in "~,/-"
    )


def _checked(atom: Atom) -> Atom:
    level, month = atom.level, atom.month
    if level in {"month", "day"} and (month or not atom.day) and not 1 <= month <= 12:
        raise Refused
    if atom.day > 31 or (level == "quarter" and not 1 <= atom.number <= 4):
        raise Refused
    return atom
