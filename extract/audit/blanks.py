"""A blank is unknown, unless what adds up across it leaves nothing for it: then it is nothing.

계      300   200        국비 + 시비 = 300 - 10 in the first column, which a blank could be ...
국비    190   200        ... but the blank's own column adds up without it,
시비    100              so no blank hides the 10: a figure is wrong.
"""

from collections.abc import Sequence

from extract.audit.relations import Plane, Relation

__all__ = ["settle"]


def settle(
    relations: Sequence[Relation], crossing: Sequence[Relation], plane: Plane
) -> list[Relation]:
    """Count the gaps that no blank can fill among the misses.

    Args:
        relations: What adds up along an axis.
        crossing: What adds up across it; its items are the lines of `relations`.
        plane: The table seen along the axis of `relations`.
    """
    return [
        _settled(relation, crossing, plane) if relation.gaps and relation.holds else relation
        for relation in relations
    ]


def _settled(relation: Relation, crossing: Sequence[Relation], plane: Plane) -> Relation:
    wrong = [gap for gap in relation.gaps if _is_full(relation, gap.line, crossing, plane)]
    if not wrong:
        return relation
    return relation._replace(misses=tuple(sorted((*relation.misses, *wrong))))


def _is_full(relation: Relation, line: int, crossing: Sequence[Relation], plane: Plane) -> bool:
    """Whether every blank of a line is known to be nothing."""
    return all(
        _is_nothing(plane.values[part], line, crossing)
        for part in relation.parts
        if plane.values[part][line] is None
    )


def _is_nothing(figures: Sequence[int | None], line: int, crossing: Sequence[Relation]) -> bool:
    """Whether a sum that the blank is a part of holds to the last digit without it."""
    for other in crossing:
        whole = figures[other.total]
        if whole is not None and line in other.parts and other.holds:
            known = [figure for part in other.parts if (figure := figures[part]) is not None]
            if sum(known) == whole and (known or not whole):
                return True
    return False
