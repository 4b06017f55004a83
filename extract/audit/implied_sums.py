"""Items that are the sum of their neighbours though no word says so: found where enough lines agree."""

from collections.abc import Iterable, Sequence

from extract.audit.relations import Plane, Relation, judge

__all__ = ["find_implied"]

_REACH = 14  # items that an unnamed total may cover
_FEW = 3  # lines that must agree before an unnamed total is believed


def find_implied(plane: Plane, known: Iterable[Relation], *, backward: bool) -> list[Relation]:
    """Find items that are the sum of those behind (or in front of) them though no word says so."""
    if len(plane.lines) < _FEW or len(plane.used) < 3:
        return []
    items = list(plane.used)
    children = {part for relation in known for part in relation.parts}
    taken = {relation.total for relation in known} if plane.across else set()
    if backward:
        items.reverse()
    found: list[Relation] = []
    values, across = plane.values, plane.across
    for at in range(len(items) - 3, -1, -1):
        total = items[at]
        if total in taken or (total in children and across):
            continue
        wholes = values[total]
        lines = [line for line in plane.lines if wholes[line]]
        if len(lines) < _FEW:
            continue
        run = items[at + 1 : at + 1 + _REACH]
        if children:
            run = [item for item in run if item not in children]
        relation = _implied(plane, total, lines, run)
        if relation:
            found.append(relation)
            children.update(relation.parts)
    return found


def _implied(plane: Plane, total: int, lines: Sequence[int], run: Sequence[int]) -> Relation | None:
    values = plane.values
    wholes = values[total]
    # Most runs fail in the first lines, so these are added up alone, part by part.
    first = lines[: max(2, len(plane.lines) // 4 + 1)]
    rests = [wholes[line] or 0 for line in first]
    for length, part in enumerate(run, start=1):
        column = values[part]
        for at, line in enumerate(first):
            rests[at] -= column[line] or 0
        if length < 2 or not _may_hold(plane, total, first, rests, length):
            continue
        parts = tuple(run[:length])
        relation = judge(plane, total, parts, named=False)
        misses = [miss for miss in relation.misses if not miss.slight]
        if (
            relation.holds >= _FEW
            and len(misses) * 4 <= relation.holds
            and _divides(plane, relation)
        ):
            return relation
    return None


def _may_hold(
    plane: Plane, total: int, lines: Sequence[int], rests: Sequence[int], length: int
) -> bool:
    """Whether one line at least leaves no more than rounding could."""
    if plane.grains is None:
        return min(map(abs, rests)) * 2 <= length + 1
    for line, rest in zip(lines, rests, strict=True):
        if abs(rest) * 2 <= (length + 1) * plane.grains[total][line]:
            return True
    return False


def _divides(plane: Plane, relation: Relation) -> bool:
    """Whether at least two lines have two parts that are not 0: `5 = 5 + 0` says nothing."""
    lines = 0
    for line in plane.lines:
        if sum(bool(plane.values[part][line]) for part in relation.parts) > 1:
            lines += 1
    return lines > 1
