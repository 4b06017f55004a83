"""Items: an expression as a row of atoms and of what joins or bounds them, brackets folded away.

    items = { atom | "~" | "," | edge | recurrence | duration | "(" items ")" | noise }

The edges keep their token's letter (F 부터, U 까지, A 이후, V 이전, G 현재, g 기준, O 계속, K 미정).
"""

import re
from typing import Final, NamedTuple

from normalize.dates.atoms import Atom, Refused
from normalize.dates.durations import iso_duration, relative_offset
from normalize.dates.lengths import length_at, may_be_length
from normalize.dates.printed import atom_at
from normalize.dates.recurrence import recurrence
from normalize.dates.tokens import Tokens
from normalize.dates.values import Duration, Recurrence

__all__ = ["Item", "Row", "row"]

_BYDAY: Final = {"월": "MO", "화": "TU", "수": "WE", "목": "TH", "금": "FR", "토": "SA", "일": "SU"}
_MARKS: Final = frozenset("~-,/_FUAVGgOK:pkPe")
"""Joins and edges."""
_PASSED: Final = frozenset(".)ymdqzw")
"""What says something only behind an atom."""
_NUMBERING: Final = re.compile(r"N(?>(?:\.N){2,})(?![mqydN])")
_LENGTHS: Final = frozenset("EcDN")


class Item(NamedTuple):
    """An atom, or the letter of what stands between atoms."""

    letter: str
    atom: Atom | None
    first: int
    last: int


class Row(NamedTuple):
    """The items of one bracket level, and what else was said there."""

    items: list[Item]
    recurrences: list[Recurrence]
    durations: list[Duration]
    inner: list["Row"]
    letters: str

    @property
    def as_of(self) -> bool:
        """기준 or 현재 stands here."""
        return "g" in self.letters or "G" in self.letters

    @property
    def noisy(self) -> bool:
        """Words or counts that are no date stand before any colon."""
        head = self.letters.partition(":")[0]
        return "?" in head or "k" in head


def row(tokens: Tokens, index: int, end: int) -> Row:
    """Read the tokens from `index` to `end`.

    Raises:
        Refused: A date that cannot be, or one that something beside it forbids.
    """
    letters = tokens.letters
    here = Row([], [], [], [], letters[index:end])
    while index < end:
        letter = letters[index]
        if letter in _MARKS:
            here.items.append(Item(letter, None, index, index))
            index += 1
        elif letter in _PASSED:
            index += 1
        elif letter == "(":
            close = _closing(letters, index, end)
            if letters[index + 1] != "!" or not _is_lunar_note(tokens, index + 1, close, here):
                here.inner.append(row(tokens, index + 1, close))
            index = close + 1
        else:
            index = _next(tokens, index, end, here)
    return here


def _next(tokens: Tokens, index: int, end: int, here: Row) -> int:
    """Read one item at `index`; return the token behind it."""
    letters = tokens.letters
    letter = letters[index]
    if letter == "!":
        raise Refused
    if letter == "S":
        return _recurrence(tokens, index, end, here)
    if letter in _LENGTHS and may_be_length(letters, index):
        length = _duration(tokens, index, end, here)
        if length > index:
            return length
    found = atom_at(tokens, index)
    if letters.startswith("N.N.N", index) and (found is None or found[0].year is None):
        chain = _NUMBERING.match(letters, index)
        if chain:  # `1.2.3` numbers a section or a version
            here.items.append(Item("#", None, index, chain.end() - 1))
            return chain.end()
    if found:
        atom, after = found
        if _allowed(tokens, index, atom, after, here):
            here.items.append(Item("a", atom, index, after - 1))
        else:
            here.items.append(Item("#", None, index, after - 1))
        return after
    if letter in "?E":
        numeric = letter == "?" and tokens.word(index)[0] in "'0123456789"
        here.items.append(Item("#" if numeric else letter, None, index, index))
    return index + 1


def _is_lunar_note(tokens: Tokens, index: int, close: int, here: Row) -> bool:
    """`2022. 9. 10.(음력 8. 15.)`: the same day in the lunar year; `8월 15일(음력)` is no day of ours."""
    return bool(here.items) and tokens.word(index)[0] == "음" and "N" in tokens.letters[index:close]


def _closing(letters: str, index: int, end: int) -> int:
    depth = 0
    for position in range(index, end):
        depth += (letters[position] == "(") - (letters[position] == ")")
        if not depth:
            return position
    return end


def _allowed(tokens: Tokens, index: int, atom: Atom, after: int, here: Row) -> bool:
    """Whether what stands beside an atom lets it be a date."""
    behind = tokens.letters[after]
    level = atom.level
    if level == "year" and behind in "md":
        raise Refused  # `'10월`: an apostrophe before a month
    if behind == "N" and level == "day" and tokens.letters[after - 1] == "N":
        raise Refused  # `2024. 3. 1 5.`: a day torn in two
    if atom.year is None and atom.shift is None:
        return _allowed_without_year(tokens, atom, after, here)
    if behind not in "?k.-N":
        return True
    if level == "number" and behind in "?k":
        raise Refused
    if level == "number" and behind == "N":
        return bool(atom.word)  # `2024 3 15`
    if level == "year" and index + 1 == after and tokens.word(index).isdigit():
        return tokens.letters[after : after + 2] == "-Y"
    return level != "year" or not (_goes_on_as_number(tokens, after) or _is_form(tokens, after))


def _goes_on_as_number(tokens: Tokens, after: int) -> bool:
    """`2019.5㎡`: digits directly behind the year's dot."""
    return (
        tokens.letters[after - 1] == "."
        and tokens.letters[after] == "?"
        and tokens.word(after)[0].isdigit()
        and tokens.places[after - 1][1] == tokens.places[after][0]
    )


def _is_form(tokens: Tokens, after: int) -> bool:
    """`2024.  .  .`, `2024년   월   일`: the rest is to be filled in."""
    behind = tokens.letters[after]
    return (behind == "." and tokens.letters[after - 1] == ".") or (
        behind == "?" and tokens.word(after) == "월"
    )


def _allowed_without_year(tokens: Tokens, atom: Atom, after: int, here: Row) -> bool:
    """`M.D` needs a quiet neighbourhood, a bare number no unit of counting."""
    behind = tokens.letters[after]
    if atom.level == "day" and not atom.unit and atom.month:
        if "-" in atom.word:
            return _ends_dashed_range(here)
        if here.noisy:
            return tokens.letters[after - 1] == "." and _goes_on_list(here)
        return not _is_ratio(tokens, after)
    if atom.level == "number":
        return behind not in "?kq"
    return atom.level not in {"holiday", "year"}


def _ends_dashed_range(here: Row) -> bool:
    """`2024-10-26 ~ 11-02`."""
    left = here.items[-2].atom if len(here.items) > 1 and here.items[-1].letter == "~" else None
    return left is not None and left.year is not None and left.level == "day" and left.word == "-"


def _goes_on_list(here: Row) -> bool:
    """`2021. 9. 1., 10. 6., 11. 3. 총 3회`, `1차 : 2021. 3. 8. ~ 3. 12.`: what a whole day begins goes on."""
    letters = "".join(item.letter for item in here.items)
    if letters[-2:] not in {"a,", "a~"}:
        return False
    first = here.items[len(letters.rstrip("a,~"))].atom
    return first is not None and first.level == "day" and bool(first.year)


def _is_ratio(tokens: Tokens, after: int) -> bool:
    """`3.5:1`, all in one word."""
    if tokens.letters[after : after + 2] != ":N":
        return False
    places = tokens.places
    return places[after - 1][1] == places[after][0] and places[after][1] == places[after + 1][0]


def _recurrence(tokens: Tokens, index: int, end: int, here: Row) -> int:
    """A recurrence, with the month or weekday that narrows it (매년 3월, 매주 월요일)."""
    start, stop = tokens.places[index]
    raw = tokens.text[start:stop]
    after, by = index + 1, ""
    if raw.lstrip()[0] in "매격":
        after, by = _narrowing(tokens, after, end)
    read = recurrence(raw, (start, tokens.places[after - 1][1]), by=by)
    if read and read.op == "continuous" and here.items and here.items[-1].letter == "~":
        here.items.append(Item("O", None, index, index))
    elif read:
        here.recurrences.append(read)
    return after


def _narrowing(tokens: Tokens, index: int, end: int) -> tuple[int, str]:
    """What a recurrence is narrowed to: atoms without a year directly behind it."""
    months: list[str] = []
    days: list[str] = []
    weekdays: list[str] = []
    while index < end:
        found = atom_at(tokens, index)
        if found is None and tokens.letters[index] == "w":
            weekdays += [_BYDAY[c] for c in tokens.word(index) if c in _BYDAY][:1]
            index += 1
        elif (
            found
            and found[0].year is None
            and found[0].shift is None
            and found[0].level in {"month", "day", "number"}
        ):
            atom, index = found
            months += [str(atom.month)] if atom.month else []
            days += [str(atom.day)] if atom.day else []
        elif not (
            tokens.letters[index] in ",/~" and index + 1 < end and tokens.letters[index + 1] in "Nw"
        ):
            break
        else:
            index += 1
    named = (("BYMONTH", months), ("BYMONTHDAY", days), ("BYDAY", weekdays))
    return index, ";".join(f"{name}={','.join(values)}" for name, values in named if values)


def _duration(tokens: Tokens, index: int, end: int, here: Row) -> int:
    """`D-30`, `약 9개월`, `착공 후 24개월`, `계약일로부터 30일 이내`; the token behind it, or `index`."""
    letters = tokens.letters
    at, anchor, about = index, "", False
    if letters[at] == "E":
        anchor = tokens.word(at)
        at += 1
        at += at < end and letters[at] in "FAp"
        if at == index + 1:
            return index
    if at < end and letters[at] == "c":
        about = tokens.word(at) != "기존"
        at += 1
    raw, after = length_at(tokens, at, end, anchored=bool(anchor))
    if not raw:
        return index
    bound = ""
    if after < end and letters[after] == "U":
        bound, after = "le", after + 1
    elif after < end and letters[after] == "c":
        about, after = True, after + 1
    span = (tokens.places[index][0], tokens.places[after - 1][1])
    read = relative_offset(raw, span) or Duration(iso_duration(raw), anchor, about, bound, span)
    here.durations.append(read)
    here.items.append(Item("D", None, index, after - 1))
    return after
