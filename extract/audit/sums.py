"""Which rows (or columns) of a table add up to which: found by words, decided by votes.

A total's words say that it is one, not of what. So every reading of the structure that Korean tables know is
tried, and the one under which most lines add up is taken; a line in which it does not is a miss.

    합계          = 계 + 계                 totals below it
    A과  계       = 정책 + 운영             its group
         정책
         운영
    B과  계       …
"""

from collections.abc import Iterator, Sequence

from extract.audit.axes import Head
from extract.audit.implied_sums import find_implied
from extract.audit.relations import Miss, Plane, Relation, judge
from extract.audit.slips import is_slip_of, is_swap

__all__ = ["find_sums"]


def find_sums(plane: Plane) -> list[Relation]:
    """Find what each named total is the sum of. Inner totals come first: outer ones skip their parts."""
    found: list[Relation] = []
    heads = plane.heads
    totals = [total for total in plane.totals if not _is_of_kind(heads, total)]
    if len(totals) > 1:
        totals = sorted(totals, key=lambda item: (-len(heads[item].group), -heads[item].rank, item))
    for total in totals:
        relation = _best(plane, total, found)
        if relation:
            found.append(relation)
    return found


def _is_of_kind(heads: Sequence[Head], total: int) -> bool:
    """Whether a total beside another one is only of some lines, which its bracket tells: 소계(공공) above 소계(민간)."""
    if not _bracketed(heads[total]):
        return False
    beside = (at for at in (total - 1, total + 1) if 0 <= at < len(heads))
    return any(_bracketed(heads[at]) for at in beside)


def _bracketed(head: Head) -> bool:
    return bool(head.rank and head.words and head.words[0][-1] == ")")


def _best(plane: Plane, total: int, found: Sequence[Relation]) -> Relation | None:
    first = tuple(_collapse(_reach(plane, total, 1), found))
    best = judge(plane, total, first, named=True) if first else None
    if best and best.holds and not best.misses:
        return best
    for parts in _readings(plane, total, found, first):
        relation = judge(plane, total, parts, named=True)
        if relation.holds and not relation.misses:
            return relation
        if best is None or relation.holds - len(relation.misses) > best.holds - len(best.misses):
            best = relation
    if best is None:
        return None
    misses = [miss for miss in best.misses if not miss.slight]
    likely = 0 < len(best.misses) <= 2 and (
        all(_is_slip(plane, best, miss) for miss in misses)
        or (best.parts in _natural(plane, total, found) and _is_swap(plane, best))
    )
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


def _is_swap(plane: Plane, relation: Relation) -> bool:
    """Whether two figures that change places mend both lines."""
    if len(relation.misses) != 2 or not relation.holds:
        return False
    one, other = (
        [plane.values[item][miss.line] or 0 for item in (relation.total, *relation.parts)]
        for miss in relation.misses
    )
    return is_swap(one, other)


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
    unnamed = find_implied(plane, found, backward=False)
    for step in (1, -1):
        runs = _collapse(_reach(plane, total, step), found)
        implied = _collapse(runs, unnamed)
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
    heads, used, across = plane.heads, plane.used, plane.across
    head = heads[total]
    depth, rank = len(head.group), head.rank
    # `계 > 동수` adds up `철거 > 동수`, not `철거 > 사업비`.
    below = head.words[-1] if across and len(head.words) > 1 and not depth else ""
    items: list[int] = []
    for at in range(total + 1, len(heads)) if step > 0 else range(total - 1, -1, -1):
        other = heads[at]
        if depth and other.words[:depth] != head.group:
            break
        if other.rank and other.rank <= rank and len(other.group) <= depth:
            break
        if at not in used or (across and (other.change or (other.spent and not head.spent))):
            continue
        if not below or not other.words or other.words[-1].endswith(below):
            items.append(at)
    return items


def _collapse(sequence: Sequence[int], found: Sequence[Relation]) -> list[int]:
    """Drop what a total inside the sequence covers already."""
    if not found:
        return list(sequence)
    inside = set(sequence)
    covered = {part for relation in found if relation.total in inside for part in relation.parts}
    return [item for item in sequence if item not in covered]
