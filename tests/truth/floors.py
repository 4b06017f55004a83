"""Floors: the F1 of each field may rise, and never fall unnoticed.

`floors.json` holds one floor a corpus and field. A test refuses a value below its floor;
`python -m tests.truth --raise` lifts the floors to what is read today, and lowers none.
"""

import json
from collections.abc import Mapping
from math import floor
from pathlib import Path

from tests.truth.score import Score

__all__ = ["FLOORS", "below", "lift", "read_floors", "write_floors"]

FLOORS = Path(__file__).parent / "floors.json"
Floors = dict[str, dict[str, float]]


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors by corpus and field."""
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    return floors


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors, sorted, one a line."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def below(floors: Floors, scores: Mapping[str, Score]) -> list[str]:
    """Say which values lie below their floor, and which floors lost their field."""
    found = []
    for group, fields in floors.items():
        if group not in scores:
            continue
        for name, least in fields.items():
            tally = scores[group].tallies.get(name)
            if tally is None:
                found.append(f"{group} {name}: nothing left to measure, floor {least}")
            elif tally.f1 < least:
                found.append(f"{group} {name}: {tally.f1:.4f} < {least}")
    return found


def lift(floors: Floors, scores: Mapping[str, Score]) -> Floors:
    """The floors after a run: each the higher of what it was and what was reached."""
    lifted = {group: dict(fields) for group, fields in floors.items()}
    for group, score in scores.items():
        kept = lifted.setdefault(group, {})
        for name, tally in score.tallies.items():
            # Rounded down, so that a floor never lies above the value that set it.
            kept[name] = max(kept.get(name, 0.0), floor(tally.f1 * 10_000) / 10_000)
    return lifted
