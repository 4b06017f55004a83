"""Slips of the pen: one amount of one table changed, so that the table contradicts itself."""

from copy import copy
from random import Random

from tests.generator.sheet import Grid, Place, Sheet

__all__ = ["plant"]


def plant(sheet: Sheet, seed: int) -> tuple[Sheet, Place, str] | None:
    """Change one amount of a table; the sheet with the slip, its row, and what stands there now.

    None where the report has no table with an amount that is printed once in its row.
    """
    rng = Random(seed)  # noqa: S311 - reproducible, nothing secret
    chances = [
        (place, str(label["amount_raw"]))
        for place, label in sheet.funding
        if label["kind"] == "table" and label["amount_raw"] != "0"
    ]
    rng.shuffle(chances)
    for place, raw in chances:
        grid = sheet.blocks[place.block]
        assert isinstance(grid, Grid)
        holding = [box for box in grid.boxes if box.row == place.row and box.text == raw]
        if len(holding) != 1:
            continue
        slipped = _slip(raw, rng)
        boxes = tuple(
            box._replace(text=slipped) if box is holding[0] else box for box in grid.boxes
        )
        changed = copy(sheet)
        changed.blocks = [*sheet.blocks]
        changed.blocks[place.block] = grid._replace(boxes=boxes)
        return changed, place, slipped
    return None


def _slip(raw: str, rng: Random) -> str:
    """Another digit for one of the first three: a slip that no rounding explains."""
    at = rng.choice([at for at, char in enumerate(raw) if char.isdigit()][:3])
    others = [digit for digit in "123456789" if digit != raw[at]]
    return raw[:at] + rng.choice(others) + raw[at + 1 :]
