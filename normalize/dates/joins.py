"""Joining the items of a row to terms: points, ranges, open ends. Years and units are filled in later.

term = "~" point | point 착공 "~" point | point ("~" | 부터) [point | 계속 | 미정] | point (까지 | 이후 | 이전 | 현재) | point
| event ("~" | 로부터) point | point 부터 duration
"""

from typing import Final, NamedTuple

from normalize.dates.atoms import Atom, Refused
from normalize.dates.items import Item

__all__ = ["Term", "join"]

_TILDES: Final = frozenset("~-F_")


class Term(NamedTuple):
    """One value before it has days.

    Attributes:
        left: The left end, None where there is none.
        right: The right end; the same object as `left` for a point.
        edge: `point`, `range`, `open`, `unknown`, `until`.
        first: First item.
        last: Last item.
        last_day: 말 means the last day.
        anchor: Item of the event that stands in for the left end, or -1.
        length: Item of the duration that stands in for the right end, or -1.
    """

    left: Atom | None
    right: Atom | None
    edge: str
    first: int
    last: int
    last_day: bool = False
    anchor: int = -1
    length: int = -1


def join(items: list[Item], index: int) -> Term | None:
    """The term that begins at an item."""
    item = items[index]
    if item.letter == "~":
        right = _atom(items, index + 1)
        if right is None:
            return None
        edge = "range" if _letter(items, index + 2) == "~" else "until"
        if edge == "range":
            return None
        last = index + 1 + (_letter(items, index + 2) == "U")
        return Term(None, right, "until", index, last, last_day=True)
    if item.letter == "E":
        return _anchored(items, index)
    left = item.atom
    behind = _letter(items, index + 1)
    if behind in _TILDES:
        return _range(items, index, left)
    if behind == "e" and left is not None and left.year is not None:
        return _range(items, index + 1, left)
    return _edged(items, index, left)


def _anchored(items: list[Item], index: int) -> Term | None:
    """`계약일로부터 '24. 12. 31.까지`, `계약체결일 ~ 2024. 12. 31.`: only the end is a date."""
    right = _atom(items, index + 2)
    if right is None or _letter(items, index + 1) not in {"F", "~"}:
        return None
    last = index + 2 + (_letter(items, index + 3) == "U")
    return Term(None, right, "until", index + 2, last, last_day=True, anchor=index)


def _range(items: list[Item], index: int, left: Atom | None) -> Term:
    tilde, after = items[index + 1].letter, _letter(items, index + 2)
    if tilde == "F" and after == "~":
        index, after = index + 1, _letter(items, index + 3)
    start = index if items[index].atom else index - 1
    if after == "D" and tilde == "F":
        return Term(left, None, "length", start, index + 2, length=index + 2)
    if after == "a":
        right = _atom(items, index + 2)
        edge = _letter(items, index + 3)
        last = index + 2 + (edge in {"U", "g"})
        if tilde == "_" and not _fallen_tilde(left, right):
            raise Refused
        return Term(left, right, "range", start, last, last_day=True)
    if tilde == "_":
        raise Refused
    if tilde == "-":
        return Term(left, left, "point", start, start)
    if after in {"O", "G", "A"}:
        return Term(left, None, "open", start, index + 2 + (_letter(items, index + 3) == "U"))
    until = _letter(items, index + 3) == "U"
    if after == "K" or (after == "E" and until):
        return Term(left, None, "unknown", start, index + 2 + until)
    if after in {"P", "#"}:
        raise Refused  # the right end is there and can't be read
    return Term(left, None, "open", start, index + 1)


def _edged(items: list[Item], index: int, left: Atom | None) -> Term:
    edge = _letter(items, index + 1)
    if edge in {"U", "V"}:
        last = index + 1 + (edge == "V" and _letter(items, index + 2) == "U")
        return Term(None, left, "until", index, last, last_day=True)
    if edge == "A":
        last = index + 1 + (_letter(items, index + 2) in {"~", "F"})
        return Term(left, None, "open", index, last)
    if edge in {"G", "g"}:
        return Term(left, left, "point", index, index, last_day=True)
    return Term(left, left, "point", index, index)


def _letter(items: list[Item], index: int) -> str:
    return items[index].letter if index < len(items) else ""


def _atom(items: list[Item], index: int) -> Atom | None:
    return items[index].atom if index < len(items) else None


def _fallen_tilde(left: Atom | None, right: Atom | None) -> bool:
    """`'25. 1.      4.` runs from January to April; nothing else is read into a wide gap."""
    if left is None or right is None or right.level != "number":
        return False
    return (left.number or left.month) < right.number <= 12
