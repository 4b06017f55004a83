"""Which rows (or columns) of a table add up to which: found by words, decided by votes.

A total's words say that it is one, not of what. So every reading of the structure that Korean tables know is
tried, and the one under which most lines add up is taken; a line in which it does not is a miss.

    합계          = 계 + 계                 totals below it
    A과  계       = 정책 + 운영             its group
         정책
         운영
    B과  계       …

All of it works on items (the things added: rows, or columns) and lines (where they are added up).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from extract.audit.axes import Head
from extract.audit.slips import is_slip_of

__all__ = ["Miss", "Plane", "Relation", "find_implied", "find_sums"]

_REACH = 14  # items that an unnamed total may cover
_FEW = 3  # lines that must agree before an unnamed total is believed


class Plane(NamedTuple):
    """A table seen along one axis.

    Attributes:
        values: Figures by item and line; None where unknown.
        grains: The last printed digit of each, or None where all are 1.
        heads: Heads of the items.
        lines: The lines in which the items may be added.
        rounded: The figures are rounded ones.
        thousands: They are in 천원, which is rounded at times.
        unit: What 1 is worth in `values`, when no digit stands behind the point.
        across: The items are columns.
        used: The items that may be added: those with figures that are no rates.
    """

    values: Sequence[Sequence[int | None]]
    grains: Sequence[Sequence[int]] | None
    heads: Sequence[Head]
    lines: Sequence[int]
    rounded: bool
    thousands: bool
    unit: int
    across: bool
    used: Sequence[int]


class Miss(NamedTuple):
    """A line in which a relation does not hold.

    Attributes:
        line: The line.
        total: What the total says.
        sum: What its parts add up to.
        slight: No more than rounding could do, though the figures look exact.
    """

    line: int
    total: int
    sum: int
    slight: bool


class Relation(NamedTuple):
    """An item that is the sum of others.

    Attributes:
        total: The item.
        parts: The items that it is the sum of.
        holds: Number of lines that say so with figures that are not all 0.
        misses: The lines that say otherwise.
        named: Its words call it a total; else only the figures do.
        loose: No line says so: the parts are those that the words suggest.
        gaps: The lines that say less than the total, where a blank may be what is missing.
    """

    total: int
    parts: tuple[int, ...]
    holds: int
    misses: tuple[Miss, ...]
    named: bool
    loose: bool
    gaps: tuple[Miss, ...] = ()


def find_sums(plane: Plane) -> list[Relation]:
    """Find what each named total is the sum of. Inner totals come first: outer ones skip their parts."""
    found: list[Relation] = []
    heads = plane.heads
    totals = [item for item in plane.used if heads[item].rank]
    if not totals:
        return found
    totals.sort(key=lambda item: (-len(heads[item].group), -heads[item].rank, item))
    for total in totals:
        relation = _best(plane, total, found)
        if relation:
            found.append(relation)
    return found


def find_implied(plane: Plane, known: Iterable[Relation], *, backward: bool) -> list[Relation]:
    """Find items that are the sum of those behind (or in front of) them though no word says so."""
    items = list(plane.used)
    if len(plane.lines) < _FEW or len(items) < 3:
        return []
    children = {part for relation in known for part in relation.parts}
    taken = {relation.total for relation in known} if plane.across else set()
    if backward:
        items.reverse()
    found: list[Relation] = []
    for at in range(len(items) - 3, -1, -1):
        total = items[at]
        if total in taken or (total in children and plane.across):
            continue
        run = [item for item in items[at + 1 : at + 1 + _REACH] if item not in children]
        relation = _implied(plane, total, run)
        if relation:
            found.append(relation)
            children.update(relation.parts)
    return found


def _implied(plane: Plane, total: int, run: Sequence[int]) -> Relation | None:
    wholes = plane.values[total]
    lines = [line for line in plane.lines if wholes[line]]
    if len(lines) < _FEW:
        return None
    # Most runs fail in the first lines, so these are added up alone, part by part.
    first = lines[: max(2, len(plane.lines) // 4 + 1)]
    rests = [wholes[line] or 0 for line in first]
    for length, part in enumerate(run, start=1):
        column = plane.values[part]
        for at, line in enumerate(first):
            rests[at] -= column[line] or 0
        if length < 2 or not _may_hold(plane, total, first, rests, length):
            continue
        parts = tuple(run[:length])
        relation = _judge(plane, total, parts, named=False)
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
    for line, rest in zip(lines, rests, strict=True):
        if abs(rest) * 2 <= (length + 1) * _grain(plane, total, line):
            return True
    return False


def _divides(plane: Plane, relation: Relation) -> bool:
    """Whether at least two lines have two parts that are not 0: `5 = 5 + 0` says nothing."""
    lines = 0
    for line in plane.lines:
        if sum(bool(plane.values[part][line]) for part in relation.parts) > 1:
            lines += 1
    return lines > 1


def _best(plane: Plane, total: int, found: Sequence[Relation]) -> Relation | None:
    best: Relation | None = None
    first = tuple(_collapse(_reach(plane, total, 1), found))
    for parts in chain((first,) if first else (), _readings(plane, total, found, first)):
        relation = _judge(plane, total, parts, named=True)
        if relation.holds and not relation.misses:
            return relation
        if best is None or relation.holds - len(relation.misses) > best.holds - len(best.misses):
            best = relation
    if best is None:
        return None
    misses = [miss for miss in best.misses if not miss.slight]
    likely = 0 < len(best.misses) <= 2 and all(_is_slip(plane, best, miss) for miss in misses)
    if best.holds:
        # One part alone is told from a copy only when lines enough agree.
        enough = max(len(misses), 2 if misses and len(best.parts) == 1 else 0)
        return best if best.holds >= enough or (likely and len(best.parts) > 1) else None
    # Nothing adds up in any line: a slip is likelier than a reading we don't know only where it looks like one.
    return best._replace(loose=True) if likely and len(best.parts) > 1 else None


def _is_slip(plane: Plane, relation: Relation, miss: Miss) -> bool:
    """Whether one figure of a line, put right, would mend it: little changed, one digit, or zeros."""
    off = miss.total - miss.sum
    if abs(off) * 5 <= max(abs(miss.total), abs(miss.sum)):
        return True
    figures = [plane.values[part][miss.line] or 0 for part in relation.parts]
    return is_slip_of(miss.total, miss.sum) or any(is_slip_of(each, each + off) for each in figures)


def _readings(
    plane: Plane, total: int, found: Sequence[Relation], first: tuple[int, ...]
) -> Iterator[tuple[int, ...]]:
    """The other ways to read what a total covers, the most natural first."""
    seen = {first}
    for natural in _natural(plane, total, found):
        if natural and natural not in seen:
            seen.add(natural)
            yield natural
    if len(plane.lines) < 2:
        return
    for sequence in (_reach(plane, total, 1), _reach(plane, total, -1)):
        runs = _collapse(sequence, found)
        implied = _collapse(runs, find_implied(plane, found, backward=False))
        if implied != runs and implied:
            yield tuple(implied)
        for length in range(len(runs) - 1, 0, -1):
            if tuple(runs[:length]) not in seen:
                yield tuple(runs[:length])


def _natural(plane: Plane, total: int, found: Sequence[Relation]) -> Iterator[tuple[int, ...]]:
    for step in (1, -1):
        sequence = _reach(plane, total, step)
        yield tuple(_collapse(sequence, found))
        yield tuple(item for item in sequence if not plane.heads[item].rank)
        yield tuple(item for item in sequence if plane.heads[item].rank)


def _reach(plane: Plane, total: int, step: int) -> list[int]:
    """Items from a total on that it may cover, up to the next total of its kind."""
    heads, used = plane.heads, plane.used
    head = heads[total]
    depth = len(head.group)
    rank, across = head.rank, plane.across
    items: list[int] = []
    for at in range(total + 1, len(heads)) if step > 0 else range(total - 1, -1, -1):
        other = heads[at]
        if depth and other.words[:depth] != head.group:
            break
        if other.rank and other.rank <= rank and len(other.group) <= depth:
            break
        if at in used and not (across and _is_other_kind(head, other)):
            items.append(at)
    return items


def _is_other_kind(total: Head, other: Head) -> bool:
    if other.change or (other.spent and not total.spent):
        return True
    # `계 > 동수` adds up `철거 > 동수`, not `철거 > 사업비`.
    below = total.words[-1] if len(total.words) > 1 and not total.group else ""
    return bool(below) and not other.words[-1:][0].endswith(below) if other.words else False


def _collapse(sequence: Sequence[int], found: Sequence[Relation]) -> list[int]:
    """Drop what a total inside the sequence covers already."""
    if not found:
        return list(sequence)
    inside = set(sequence)
    covered = {part for relation in found if relation.total in inside for part in relation.parts}
    return [item for item in sequence if item not in covered]


def _judge(plane: Plane, total: int, parts: tuple[int, ...], *, named: bool) -> Relation:
    """Add the parts up in every line."""
    wholes = plane.values[total]
    columns = [plane.values[part] for part in parts]
    holds = 0
    misses: list[Miss] = []
    gaps: list[Miss] = []
    for line in plane.lines:
        whole = wholes[line]
        if whole is None:
            continue
        known = [figure for column in columns if (figure := column[line]) is not None]
        if not known:
            continue
        together = sum(known)
        if together == whole:
            holds += whole != 0
            continue
        rest = abs(whole - together)
        rounding = rest * 2 <= (sum(map(bool, known)) + 1) * _coarsest(plane, total, parts, line)
        if rounding and _is_rounded(plane, total, parts, line):
            holds += whole != 0
        elif len(known) < len(parts) and together < whole:
            # A blank is unknown: it may be what is missing.
            gaps.append(Miss(line, whole, together, slight=False))
        else:
            misses.append(Miss(line, whole, together, rounding and plane.thousands))
    return Relation(total, parts, holds, tuple(misses), named, loose=False, gaps=tuple(gaps))


def _is_rounded(plane: Plane, total: int, parts: tuple[int, ...], line: int) -> bool:
    return plane.rounded or _coarsest(plane, total, parts, line) < plane.unit


def _coarsest(plane: Plane, total: int, parts: Iterable[int], line: int) -> int:
    if plane.grains is None:
        return 1
    return max(plane.grains[total][line], *(plane.grains[part][line] for part in parts))


def _grain(plane: Plane, item: int, line: int) -> int:
    return plane.grains[item][line] if plane.grains else 1
