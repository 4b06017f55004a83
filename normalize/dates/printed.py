"""Reading an atom from tokens. Each function's docstring is its rule, in the letters of `normalize.dates.tokens`.

atom   = [year] [quarter | half | month [day] | holiday] [part] [about] [weekday] [time]
year   = (Y | R) [y] ["." | "-" | "/"]
month  = N ("m" | "." | "-" | "/"),  or N alone, whose unit its neighbours decide
day    = (N | X) ["d"] ["."]

A rule is given the place of its first token and returns what it read and the place behind it.
"""

from typing import Final, NamedTuple

from normalize.dates import civil
from normalize.dates.atoms import Atom, Level, Refused
from normalize.dates.tokens import Tokens
from normalize.dates.wording import clock, half_number, number, printed_year, weekday

__all__ = ["atom_at"]

_HANJA_PARTS: Final = str.maketrans("初末", "초말")
_FIRST_BARE: Final = 13
_LAST_BARE: Final = 35
_STARTS: Final = frozenset("YRNCZQHhXLT")
_NO_DAY: Final = frozenset("mqyk")
_NO_MONTH: Final = frozenset("?qyk")
_TRAILS: Final = frozenset("PzcwT")
_YEARS: Final = frozenset("YR")


class _Inner(NamedTuple):
    """What stands inside a year: the fields of `Atom` that it decides, and the place behind it."""

    end: int
    level: Level
    month: int = 0
    day: int = 0
    number: int = 0
    word: str = ""
    unit: bool = True
    masked: bool = False
    year: int | None = None


def atom_at(tokens: Tokens, index: int) -> tuple[Atom, int] | None:
    """The atom that begins at a token, and the token behind it.

    Raises:
        Refused: It is a date that cannot be.
    """
    letters = tokens.letters
    letter = letters[index]
    if letter not in _STARTS:
        return None
    if letter == "N" and letters[index + 1] == ".":
        if _is_bare_year_day(letters, index):
            return _bare_year_day(tokens, index)
        if bare := _bare_year_month(tokens, index):
            return bare
    if letter == "C":
        return _compact(tokens, index)
    if letter == "Z":
        return Atom("fixed", word=tokens.word(index)), index + 1
    return _general(tokens, index)


def _compact(tokens: Tokens, index: int) -> tuple[Atom, int]:
    """C ["."] [w], as `20190304`."""
    word = tokens.word(index)
    end = index + 1 + (tokens.letters[index + 1] == ".")
    name, end = (weekday(tokens, end), end + 1) if tokens.letters[end] == "w" else ("", end)
    atom = Atom("day", int(word[:4]), int(word[4:6]), int(word[6:]), weekday=name)
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
    word = tokens.word(index)
    if len(word) != 2 or not word.isdigit() or not _FIRST_BARE <= int(word) <= _LAST_BARE:
        return None
    end = index + 4
    for letter in "PzcwT":
        end += letters[end] == letter
    atom = Atom("month", civil.century(int(word)), number(tokens.word(index + 2)))
    return _checked(atom), end


def _general(tokens: Tokens, index: int) -> tuple[Atom, int]:
    """[year] [what stands inside it] [P] [z] [c] [w] [T]."""
    letters = tokens.letters
    year, shift, deictic = None, None, False
    at = index
    if letters[at] in _YEARS:
        year, shift, deictic = printed_year(tokens.word(at), relative=letters[at] == "R")
        at = _behind_year(letters, at + 1)
    inner = _inside(tokens, at, index)
    if inner is None:
        inner = _Inner(at, "time" if at == index else "year")
    part, about, name, hour, end = "", False, "", "", inner.end
    if letters[end] in _TRAILS:
        part, about, name, hour, end = _trail(tokens, end)
    if _is_year_and_number(letters, index, inner, end):
        # `2020년 5` is the year and a number
        inner = _Inner(_behind_mark(letters, index + 2), "year")
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
    """[y] ["." | "-" N | "/" N]."""
    at += letters[at] == "y"
    if letters[at] in "-/" and letters[at + 1] == "N" and letters[at + 2] not in _NO_MONTH:
        return at + 1
    return _behind_mark(letters, at)


def _behind_mark(letters: str, at: int) -> int:
    return at + (letters[at] == ".")


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


def _is_year_and_number(letters: str, index: int, inner: _Inner, end: int) -> bool:
    return (
        inner.level == "number"
        and letters[index + 1] == "y"
        and letters[index] in _YEARS
        and not inner.word.strip("./-")
        and letters[inner.end - 1] == "N"
        and letters[end] not in "~,/-"
    )


def _inside(tokens: Tokens, at: int, first: int) -> _Inner | None:
    """L | h | N q | Q | H | [H] N …, where `first` is the first token of the atom."""
    letters = tokens.letters
    letter = letters[at]
    if letter == "N":
        return _numbers(tokens, at, first)
    if letter == "H":
        behind = _behind_mark(letters, at + 1)
        half = half_number(tokens.word(at))
        if letters[behind : behind + 2] == "Nm":
            return _hinted(tokens, behind, first, half)
        return _Inner(behind, "half", 0, 0, half)
    if letter == "h":
        return _Inner(_behind_mark(letters, at + 1), "halves")
    if letter == "Q":
        return _Inner(at + 1, "quarter", 0, 0, number(tokens.word(at).lstrip("Q ")))
    if letter == "L":
        return _Inner(at + 1, "holiday", word=tokens.word(at))
    if letter == "X":
        return _masked(letters, at)
    return None


def _hinted(tokens: Tokens, at: int, first: int, half: int) -> _Inner:
    """`상반기 3월`: the half must be that of the month."""
    inner = _numbers(tokens, at, first)
    if half != (1 if inner.month <= 6 else 2):
        raise Refused
    return inner


def _masked(letters: str, at: int) -> _Inner:
    """X [m] ["."] [X ["."]]."""
    at += 1
    at += letters[at] == "m"
    at = _behind_mark(letters, at)
    if letters[at] == "X":
        at = _behind_mark(letters, at + 1)
    return _Inner(at, "year", masked=True)


def _numbers(tokens: Tokens, at: int, first: int) -> _Inner:
    """N q | N d | N y … | N [m | "." | "-" | "/"] [day]."""
    letters = tokens.letters
    unit = letters[at + 1]
    value = number(tokens.word(at))
    if unit == "q":
        return _Inner(at + 2, "quarter", 0, 0, value)
    if unit == "d":
        return _Inner(at + 2, "day", 0, value)
    if unit == "y":
        return _number_year(tokens, at)
    mark, behind = _month_mark(letters, at + 1)
    day = letters[behind]
    if mark and (day == "N" or day == "X") and letters[behind + 1] not in _NO_DAY:
        return _month_and_day(tokens, value, mark, behind)
    if mark[:1] == "m":
        return _Inner(behind, "month", value)
    if not mark and at > first and letters[at - 1] in "./-":
        mark = letters[at - 1]  # a year and a dot make a month of the number behind (`'20.01`)
    return _Inner(behind, "number", 0, 0, value, mark, False)


def _month_mark(letters: str, at: int) -> tuple[str, int]:
    """["m" ["."] | "." | ("-" | "/") before a day]."""
    letter = letters[at]
    if letter == ".":
        return ".", at + 1
    if letter == "m":
        return ("m.", at + 2) if letters[at + 1] == "." else ("m", at + 1)
    if letter in "-/" and letters[at + 1] in "NX" and letters[at + 2] not in _NO_DAY:
        return letter, at + 1
    return "", at


def _month_and_day(tokens: Tokens, month: int, mark: str, at: int) -> _Inner:
    """(N | X) ["d"] ["."] behind a month."""
    letters = tokens.letters
    masked = letters[at] == "X"
    day = 0 if masked else number(tokens.word(at))
    has_unit = letters[at + 1] == "d"
    end = _behind_mark(letters, at + 1 + has_unit)
    return _Inner(end, "day", month, day, 0, mark, has_unit or mark == "m", masked)


def _number_year(tokens: Tokens, at: int) -> _Inner:
    """N y [H | N m [N d] | N q]: two digits and 년 are a year only with something that no length of time has.

    `20년 3월`, `21년말`, `24년도`.
    """
    letters, word, unit = tokens.letters, tokens.word(at), tokens.word(at + 1)
    behind = letters[at + 2 : at + 4]
    if len(word) != 2 or (
        unit in "년年" and behind[:1] not in {"P", "H"} and behind not in {"Nm", "Nq"}
    ):
        return _Inner(_end_of_number_year(letters, at), "number", 0, 0, number(word), "년", False)
    year = civil.century(int(word))
    if behind[:1] == "H":
        return _Inner(at + 3, "half", number=half_number(tokens.word(at + 2)), year=year)
    if behind == "Nq":
        return _Inner(at + 4, "quarter", number=number(tokens.word(at + 2)), year=year)
    if behind != "Nm":
        return _Inner(at + 2, "year", year=year)
    month = number(tokens.word(at + 2))
    if letters[at + 4 : at + 6] == "Nd":
        return _Inner(at + 6, "day", month, number(tokens.word(at + 4)), year=year)
    return _Inner(at + 4, "month", month, year=year)


def _end_of_number_year(letters: str, at: int) -> int:
    """Where N y … ends, although it is no year."""
    behind = letters[at + 2 : at + 4]
    if behind[:1] == "H":
        return at + 3
    if behind == "Nm":
        return at + 6 if letters[at + 4 : at + 6] == "Nd" else at + 4
    return at + 4 if behind == "Nq" else at + 2


def _checked(atom: Atom) -> Atom:
    level, month = atom.level, atom.month
    if level in {"month", "day"} and (month or not atom.day) and not 1 <= month <= 12:
        raise Refused
    if atom.day > 31 or (level == "quarter" and not 1 <= atom.number <= 4):
        raise Refused
    return atom
