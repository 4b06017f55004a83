"""Which figures of a table a rate is made of: found by votes, told where one line breaks the rule.

    증감률 = (2020년 - 2019년) / 2019년        집행률 = 지출액 / 예산현액        구성비 = 인원 / 계의 인원

Every pair of figures that stand in the rate's line is tried; the one that gives most of the printed rates is
what the rate is made of.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from extract.audit.figures import Figure
from extract.audit.rates import Allowed, is_cut_off, is_near, is_within
from extract.audit.sheets import Sheet

__all__ = ["Misfit", "Rate", "Recipe", "best_recipe", "pairs_near", "terms_of"]

Form = Literal["ratio", "change", "share"]

_new: Final = tuple.__new__  # half the cost of calling the class
_WIDTH: Final = 7  # figures nearest to the rate that are tried


class Rate(NamedTuple):
    """A printed rate and the line it stands in."""

    line: int
    figure: Figure


class Recipe(NamedTuple):
    """How a rate is made.

    Attributes:
        form: `ratio` part / whole; `change` (part - whole) / whole; `share` part / part of the total line.
        part: Item of the numerator.
        whole: Item of the denominator; for a share the total's line.
    """

    form: Form
    part: int
    whole: int


class Misfit(NamedTuple):
    """A rate that its recipe does not give.

    Attributes:
        rate: The rate.
        allowed: The ratio that its terms give.
        near: Off by less than one unit of its last digit.
        cut: Cut off instead of rounded.
        decimals: Behind the point of the most exact of the rates beside it.
    """

    rate: Rate
    allowed: Allowed
    near: bool
    cut: bool
    decimals: int


class _Votes(NamedTuple):
    recipe: Recipe
    fits: int
    misfits: list[Misfit]


class _Tried(NamedTuple):
    """A recipe, how many rates it gives, and those that it does not give."""

    recipe: Recipe
    fits: int
    misses: list[tuple[Rate, Allowed]]


def best_recipe(
    sheet: Sheet, rates: Sequence[Rate], recipes: Iterator[Recipe], *, across: bool
) -> _Votes | None:
    """Choose the recipe that gives most of the rates; None where none gives most of them.

    Args:
        sheet: The table; rates stand in its rows, or in its columns when not `across`.
        rates: The printed rates.
        recipes: Those to try, the likeliest first.
        across: The terms stand beside the rate, in its row; else above and below it.
    """
    best: _Tried | None = None
    for recipe in recipes:
        fits = 0
        misses: list[tuple[Rate, Allowed]] = []
        least = best.fits - len(best.misses) if best else -len(rates) - 1
        for left, rate in enumerate(rates, start=-len(rates)):
            if fits - len(misses) - left <= least:
                # It can no longer be the best one.
                break
            allowed = terms_of(sheet, recipe, rate.line, across=across)
            if allowed is None:
                continue
            if is_within(rate.figure, allowed):
                fits += bool(rate.figure.value)
            else:
                misses.append((rate, allowed))
        if best is None or fits - len(misses) > least:
            best = _Tried(recipe, fits, misses)
        if best.fits and not best.misses and best.fits * 2 > len(rates):
            break
    return _votes(best, rates) if best and best.fits else None


def _votes(best: _Tried, rates: Sequence[Rate]) -> _Votes | None:
    """What the best recipe does not give, judged; None where too much of it is far off."""
    decimals = max([rate.figure.decimals for rate in rates])
    misfits: list[Misfit] = []
    for rate, allowed in best.misses:
        near = is_near(rate.figure, allowed)
        cut = near and is_cut_off(rate.figure, allowed)
        misfits.append(Misfit(rate, allowed, near, cut, decimals))
    far = sum(not each.near for each in misfits)
    return _Votes(best.recipe, best.fits, misfits) if best.fits >= far * 2 else None


def terms_of(sheet: Sheet, recipe: Recipe, line: int, *, across: bool) -> Allowed | None:
    """Return the ratio that a recipe gives in a line; None where a term is missing or the whole is 0."""
    form, part, whole = recipe
    # Where the terms stand, as if the rates stood in rows.
    row, column = (whole, part) if form == "share" else (line, whole)
    if not across:
        row, column, line, part = column, row, part, line
    matrix, grains, coarse = sheet.matrix, sheet.grains, sheet.coarse
    top, bottom = matrix[line][part], matrix[row][column]
    if top is None or not bottom:
        return None
    if grains is None:
        rough_top = rough_bottom = int(coarse)
    else:
        # Twice how far a figure with such a last digit may be from the truth.
        rough_top, rough_bottom = grains[line][part], grains[row][column]
        if not coarse:
            unit = 10**sheet.decimals
            rough_top = rough_top if rough_top < unit else 0
            rough_bottom = rough_bottom if rough_bottom < unit else 0
    if form == "change":
        return _new(Allowed, (top - bottom, bottom, rough_top + rough_bottom, rough_bottom))
    return _new(Allowed, (top, bottom, rough_top, rough_bottom))


def pairs_near(items: Sequence[int], rate: int, form: Form) -> Iterator[Recipe]:
    """Pairs of the items nearest to a rate, those in front of it first."""
    near = sorted(items, key=lambda item: (item > rate, abs(item - rate)))[:_WIDTH]
    for part in near:
        for whole in near:
            if part != whole:
                yield Recipe(form, part, whole)
