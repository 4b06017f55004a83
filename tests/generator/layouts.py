"""Funding tables in the layouts that offices use: each a grid and what its amounts mean."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.generator.habits import Habits, spaced
from tests.generator.money import Budget, number
from tests.generator.sheet import Box, Grid, Label

__all__ = ["LAYOUTS", "Layout", "programmes"]


@dataclass
class _Draft:
    """A grid in the making; amounts are labelled as they are written."""

    habits: Habits
    unit: str
    boxes: list[Box] = field(default_factory=list)
    labels: list[tuple[int, Label]] = field(default_factory=list)
    rows: int = 0

    def head(self, text: str, row: int, column: int, down: int = 1, across: int = 1) -> None:
        self.boxes.append(Box(text, row, column, down, across))
        self.rows = max(self.rows, row + down)

    def amount(
        self, row: int, column: int, thousands: int, source: str, year: int | None, **more: str
    ) -> None:
        """Write an amount; nothing is labelled where the cell only holds a dash or is empty."""
        printed = number(thousands, self.unit) if thousands else self.habits.zero
        self.boxes.append(Box(printed, row, column))
        self.rows = max(self.rows, row + 1)
        if printed not in {"", "-"}:
            label: Label = {
                "kind": "table", "measure": "budget", "fiscal_year": year, "source": source,
                "amount_raw": printed, "amount_thousand_won": thousands,
            }  # fmt: skip
            self.labels.append((row, label | more))

    def done(self) -> tuple[Grid, list[tuple[int, Label]]]:
        columns = max(box.column + box.across for box in self.boxes)
        return Grid(self.rows, columns, tuple(self.boxes)), self.labels


Layout = Callable[[Random, Habits, Budget, int, str], tuple[Grid, list[tuple[int, Label]]]]
"""A layout: habits, budget, the planned year and the unit to a table and its labels by row."""


def sources_down(
    rng: Random, habits: Habits, budget: Budget, planned: int, unit: str
) -> tuple[Grid, list[tuple[int, Label]]]:
    """재원별 | 합계 | 연차별 소요재원 (2019년, 2020년, …): two head rows."""
    draft = _Draft(habits, unit)
    draft.head(rng.choice(("재원별", "구 분", "재 원")), 0, 0, 2)
    draft.head(rng.choice(("합계", "계", "합 계")), 0, 1, 2)
    words = rng.choice(("연차별 소요재원", "연차별 투자계획", "연도별 투자계획"))
    draft.head(words, 0, 2, 1, len(budget.years))
    for column, year in enumerate(budget.years, 2):
        draft.head(_year(rng, habits, year), 1, column)
    _down(draft, rng, budget, first_row=2)
    return draft.done()


def sources_down_flat(
    rng: Random, habits: Habits, budget: Budget, planned: int, unit: str
) -> tuple[Grid, list[tuple[int, Label]]]:
    """구분 | 계 | 2019년 | 2020년: one head row."""
    draft = _Draft(habits, unit)
    draft.head(rng.choice(("재원별", "구분", "구 분", "재원")), 0, 0)
    draft.head(rng.choice(("합계", "계", "총사업비")), 0, 1)
    for column, year in enumerate(budget.years, 2):
        draft.head(_year(rng, habits, year), 0, column)
    _down(draft, rng, budget, first_row=1)
    return draft.done()


def years_down(
    rng: Random, habits: Habits, budget: Budget, planned: int, unit: str
) -> tuple[Grid, list[tuple[int, Label]]]:
    """연도 | 계 | 국비 | 시비: a row for each year, and one for all."""
    draft = _Draft(habits, unit)
    draft.head(rng.choice(("연도별", "연도", "구 분")), 0, 0)
    draft.head("계", 0, 1)
    for column, source in enumerate(budget.shares, 2):
        draft.head(_source(habits, source), 0, column)
    rows: list[int | None] = [None, *budget.years]
    if rng.random() < 0.4:
        rows = [*budget.years, None]
    for row, year in enumerate(rows, 1):
        draft.head("합계" if year is None else _year(rng, habits, year), row, 0)
        total = budget.total if year is None else budget.of_year(year)
        draft.amount(row, 1, total, "계", year)
        for column, source in enumerate(budget.shares, 2):
            share = budget.of_source(source) if year is None else budget.shares[source][year]
            draft.amount(row, column, share, source, year)
    return draft.done()


def so_far(
    rng: Random, habits: Habits, budget: Budget, planned: int, unit: str
) -> tuple[Grid, list[tuple[int, Label]]]:
    """구분 | 총사업비 | 기투자 | 2024년 | 향후: what was spent, what is asked for, what will follow."""
    draft = _Draft(habits, unit)
    heads = (
        rng.choice(("구분", "재원별")),
        "총사업비",
        rng.choice(("기투자", "기투자액")),
        _year(rng, habits, planned),
        rng.choice(("향후", "향후투자")),
    )
    for column, words in enumerate(heads):
        draft.head(words, 0, column)
    for row, source in enumerate(("계", *budget.shares), 1):
        draft.head(_source(habits, source), row, 0)
        parts = [0, 0, 0]
        for year in budget.years:
            which = 1 if year == planned else 0 if year < planned else 2
            share = budget.of_year(year) if source == "계" else budget.shares[source][year]
            parts[which] += share
        draft.amount(row, 1, sum(parts), source, None)
        # What was invested and what will be are parts of the cost, as the years between are.
        draft.amount(row, 2, parts[0], source, None)
        draft.amount(row, 3, parts[1], source, planned)
        draft.amount(row, 4, parts[2], source, None)
    return draft.done()


def executed(
    rng: Random, habits: Habits, budget: Budget, planned: int, unit: str
) -> tuple[Grid, list[tuple[int, Label]]]:
    """구분 | 총사업비 | 2023년 (예산, 집행) | 2024년 예산: what was spent stands beside what was given."""
    before = [year for year in budget.years if year < planned]
    if len(before) != 1 or budget.years[-1] != planned:
        return sources_down(rng, habits, budget, planned, unit)
    draft = _Draft(habits, unit)
    draft.head("구 분", 0, 0, 2)
    draft.head("총사업비", 0, 1, 2)
    draft.head(_year(rng, habits, before[0]), 0, 2, 1, 2)
    draft.head(f"{planned}년 예산", 0, 4, 2)
    draft.head("예산", 1, 2)
    draft.head("집행", 1, 3)
    for row, source in enumerate(("계", *budget.shares), 2):
        draft.head(_source(habits, source), row, 0)
        names = list(budget.shares) if source == "계" else [source]
        shares = [sum(budget.shares[each][year] for each in names) for year in budget.years]
        used = sum(
            budget.shares[each][before[0]] // budget.grain * 9 // 10 * budget.grain
            for each in names
        )
        draft.amount(row, 1, sum(shares), source, None)
        draft.amount(row, 2, shares[0], source, before[0])
        draft.amount(row, 3, used, source, before[0], measure="executed")
        draft.amount(row, 4, shares[1], source, planned)
    return draft.done()


def programmes(
    rng: Random, habits: Habits, parts: dict[str, Budget], planned: int, unit: str
) -> tuple[Grid, list[tuple[int, Label]]]:
    """세부사업 | 2024년 소요예산(천원) over 계, 국비, 시비: a row for each programme, and their sum."""
    draft = _Draft(habits, unit)
    sources = list(dict.fromkeys(source for budget in parts.values() for source in budget.shares))
    draft.head(rng.choice(("세부사업", "사업명", "세부사업명")), 0, 0, 2)
    draft.head(f"{planned}년 소요예산({unit})", 0, 1, 1, len(sources) + 1)
    for column, source in enumerate(("계", *sources), 1):
        draft.head(source, 1, column)
    for row, (name, budget) in enumerate(parts.items(), 2):
        draft.head(name, row, 0)
        draft.amount(row, 1, budget.of_year(planned), "계", planned, program=name)
        for column, source in enumerate(sources, 2):
            share = budget.shares.get(source, {}).get(planned, 0)
            draft.amount(row, column, share, source, planned, program=name)
    last = len(parts) + 2
    draft.head(rng.choice(("합계", "계")), last, 0)
    draft.amount(last, 1, sum(each.of_year(planned) for each in parts.values()), "계", planned)
    for column, source in enumerate(sources, 2):
        share = sum(each.shares.get(source, {}).get(planned, 0) for each in parts.values())
        draft.amount(last, column, share, source, planned)
    return draft.done()


LAYOUTS: tuple[Layout, ...] = (
    sources_down,
    sources_down,
    sources_down_flat,
    years_down,
    so_far,
    executed,
)


def _down(draft: _Draft, rng: Random, budget: Budget, first_row: int) -> None:
    """The rows of a table with a source a row and a year a column."""
    for row, source in enumerate(("계", *budget.shares), first_row):
        words = rng.choice(("계", "합계")) if source == "계" else _source(draft.habits, source)
        draft.head(words, row, 0)
        total = budget.total if source == "계" else budget.of_source(source)
        draft.amount(row, 1, total, source, None)
        for column, year in enumerate(budget.years, 2):
            share = budget.of_year(year) if source == "계" else budget.shares[source][year]
            draft.amount(row, column, share, source, year)


def _source(habits: Habits, source: str) -> str:
    return spaced(source, wanted=habits.spaced and len(source) == 2)


def _year(rng: Random, habits: Habits, year: int) -> str:
    short = f"{habits.pen.quote}{year % 100:02d}년" if habits.pen.short else f"{year}년"
    return rng.choice((short, f"{year}년", str(year) if rng.random() < 0.3 else short))
