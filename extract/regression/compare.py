"""Two lists of records, told apart by what they say.

Identifiers and places move whenever a line is added above, so records are aligned by their other fields; what
is left differs in a record's own fields, and is named field by field.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from operator import itemgetter
from typing import Final, Literal, NamedTuple

__all__ = ["MOVING", "Change", "ChangeKind", "FieldChange", "Record", "compare", "tell"]

Record = Mapping[str, object]
"""A record as JSON or CSV has it; its values can be hashed."""

ChangeKind = Literal["added", "lost", "changed", "moved"]

MOVING: Final = frozenset({"page", "line", "char_start", "char_end"})
"""Fields that say where a record stands; fields that end in `_id` number it. Neither says what it is."""

_TELLING: Final = (
    "line", "kind", "date_raw", "amount_raw", "name", "rule", "source", "fiscal_year", "row",
    "column", "title", "text", "message",
)  # fmt: skip
_NAME: Final = itemgetter(0)
_EMPTY: Final = frozenset({None, "", ()})
_SHOWN: Final = 40
_LIKE: Final = 0.5
_REACH: Final = 20
"""How far from its old position in a changed stretch a record is looked for: without a bound, two tables
of 10,000 cells would be compared cell by cell."""


class FieldChange(NamedTuple):
    """A field that differs; None where one side has no such field."""

    name: str
    old: object
    new: object


class Change(NamedTuple):
    """One difference.

    Attributes:
        kind: `added`, `lost`, `changed` (it says something else), `moved` (only its place differs).
        said: The record in a few of its own words.
        fields: What differs, for `changed` and `moved`.
    """

    kind: ChangeKind
    said: str
    fields: tuple[FieldChange, ...] = ()


def compare(
    wanted: Sequence[Record], found: Sequence[Record], *, strict: bool = False
) -> Iterator[Change]:
    """Yield what differs between two lists of records of one kind, in their order.

    Args:
        wanted: The records as they were.
        found: The records as they are.
        strict: Identifiers differ too, and fields that no wanted record has. Otherwise only the
            wanted fields count: what a newer version adds, or was taken out of a golden file, is
            let be, and identifiers, which begin with the file's own hash, are not compared.

    >>> [*map(tell, compare([{"text": "착공", "line": 3}], [{"text": "착공", "line": 4}]))]
    ["moved    line=4 text='착공': line 3 -> 4"]
    """
    names = None if strict else frozenset(name for record in wanted for name in record)
    before = [_words(record, names) for record in wanted]
    after = [_words(record, names if wanted else None) for record in found]
    first, last = _common_ends(before, after)
    yield from _moves(wanted[:first], found[:first], names)
    matcher = SequenceMatcher(
        None, before[first : len(before) - last], after[first : len(after) - last], autojunk=False
    )
    for change, i, i_end, j, j_end in matcher.get_opcodes():
        old = wanted[first + i : first + i_end]
        new = found[first + j : first + j_end]
        if change == "equal":
            yield from _moves(old, new, names)
        else:
            yield from _replaced(old, new, names)
    yield from _moves(wanted[len(wanted) - last :], found[len(found) - last :], names)


def tell(change: Change) -> str:
    """Return a change on one line."""
    if change.kind == "moved":
        fields = [f"{each.name} {each.old} -> {each.new}" for each in change.fields]
    else:
        fields = [f"{each.name} {each.old!r} -> {each.new!r}" for each in change.fields]
    return f"{change.kind:<8} {change.said}" + (f": {', '.join(fields)}" if fields else "")


def _words(record: Record, names: frozenset[str] | None) -> tuple[tuple[str, object], ...]:
    """What a record says, without its identifiers and places, whatever the order of its fields."""
    return tuple(
        (name, value)
        for name, value in sorted(record.items(), key=_NAME)
        if name not in MOVING and not name.endswith("_id") and (names is None or name in names)
    )


def _common_ends(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """How many records are the same at the front and at the back: nearly all, nearly always."""
    shorter = min(len(before), len(after))
    first = 0
    while first < shorter and before[first] == after[first]:
        first += 1
    last = 0
    while last < shorter - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return first, last


def _moves(
    wanted: Sequence[Record], found: Sequence[Record], names: frozenset[str] | None
) -> Iterator[Change]:
    for old, new in zip(wanted, found, strict=True):
        fields = tuple(
            FieldChange(name, value, new.get(name))
            for name, value in old.items()
            if value != new.get(name) and (names is None or name in MOVING)
        )
        if fields:
            yield Change("moved", _said(new), fields)


def _replaced(
    wanted: Sequence[Record], found: Sequence[Record], names: frozenset[str] | None
) -> Iterator[Change]:
    """Pair each lost record with the likest new one near it; the rest is lost and added."""
    left = dict(enumerate(found))
    for at, old in enumerate(wanted):
        middle = at * len(found) // (len(wanted) or 1)
        near = [each for each in range(middle - _REACH, middle + _REACH + 1) if each in left]
        best = max(near, key=lambda each: _likeness(old, left[each]), default=None)
        if best is None or _likeness(old, left[best]) < _LIKE:
            yield Change("lost", _said(old))
            continue
        yield Change("changed", _said(old), tuple(_differing(old, left.pop(best), names)))
    yield from (Change("added", _said(new)) for new in left.values())


def _differing(old: Record, new: Record, names: frozenset[str] | None) -> Iterator[FieldChange]:
    for name, value in _words(old, names):
        if value != new.get(name):
            yield FieldChange(name, value, new.get(name))
    for name, value in _words(new, names):
        if name not in old:
            yield FieldChange(name, None, value)


def _likeness(old: Record, new: Record) -> float:
    """Share of equal fields among those that either fills."""
    filled = [
        name
        for name, value in _words(old, None)
        if value not in _EMPTY or new.get(name) not in _EMPTY
    ]
    return sum(old[name] == new.get(name) for name in filled) / (len(filled) or 1)


def _said(record: Record) -> str:
    said = []
    for name in _TELLING:
        value = record.get(name)
        if value or value == 0:
            shown = value[:_SHOWN] if isinstance(value, str) else value
            said.append(f"{name}={shown!r}")
    return " ".join(said)
