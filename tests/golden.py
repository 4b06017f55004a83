"""A run beside the golden outputs, record by record.

Identifiers and places move whenever a line is added above, so records are aligned by what they say;
what is left differs in a record's own fields, and is named field by field.
"""

import csv
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

__all__ = ["differences", "records"]

Record = dict[str, str]
MOVING = frozenset({"page", "line", "char_start", "char_end"})
TELLING = (
    "line", "kind", "date_raw", "amount_raw", "name", "rule", "source", "fiscal_year", "row",
    "column", "title", "text", "message",
)  # fmt: skip


def records(path: Path, source: str) -> list[Record]:
    """The records of one report in one of the CSV files."""
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return [row for row in csv.DictReader(handle) if row["source_file"] == source]


def differences(wanted: list[Record], found: list[Record]) -> Iterator[str]:
    """Say in a line each what was added, lost, changed or moved; nothing when both are the same."""
    before, after = list(map(_words, wanted)), list(map(_words, found))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for change, i, i_end, j, j_end in matcher.get_opcodes():
        if change == "equal":
            pairs = zip(wanted[i:i_end], found[j:j_end], strict=True)
            yield from (line for old, new in pairs for line in _moved(old, new))
        else:
            yield from _replaced(wanted[i:i_end], found[j:j_end])


def _words(record: Record) -> tuple[tuple[str, str], ...]:
    """What a record says, without its identifiers and places."""
    return tuple((k, v) for k, v in record.items() if k not in MOVING and not k.endswith("_id"))


def _moved(old: Record, new: Record) -> Iterator[str]:
    places = [f"{key} {old[key]} -> {new.get(key)}" for key in old if old[key] != new.get(key)]
    if places:
        yield f"moved    {_name(new)}: {', '.join(places)}"


def _replaced(wanted: list[Record], found: list[Record]) -> Iterator[str]:
    left = list(found)
    for old in wanted:
        likest = max(left, key=lambda new: _likeness(old, new), default=None)
        if likest is None or _likeness(old, likest) < 0.5:
            yield f"lost     {_name(old)}"
            continue
        left.remove(likest)
        keys = [key for key, _ in _words(old) if old[key] != likest.get(key)]
        keys += [key for key, _ in _words(likest) if key not in old]
        fields = [f"{key} {old.get(key)!r} -> {likest.get(key)!r}" for key in keys]
        yield f"changed  {_name(old)}: {', '.join(fields)}"
    yield from (f"added    {_name(new)}" for new in left)


def _likeness(old: Record, new: Record) -> float:
    """Share of equal fields among those that either fills."""
    filled = [key for key, _ in _words(old) if old[key] or new.get(key)]
    return sum(old[key] == new.get(key) for key in filled) / (len(filled) or 1)


def _name(record: Record) -> str:
    said = [f"{key}={record[key][:40]!r}" for key in TELLING if record.get(key)]
    return " ".join(said)
