"""Budgets that add up, and amounts as offices print them. All amounts are whole thousands of won."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

__all__ = ["UNITS", "Budget", "draw_budget", "number", "unit_for"]

UNITS = {"천원": 1, "백만원": 1_000, "억원": 100_000}
"""Unit -> thousands of won."""


@dataclass(frozen=True)
class Budget:
    """What each source gives in each year, in thousands of won.

    Attributes:
        years: Fiscal years in order.
        shares: Source -> amount by year; 0 where it gives nothing.
        grain: All amounts are multiples of it.
    """

    years: tuple[int, ...]
    shares: dict[str, dict[int, int]]
    grain: int

    def of_year(self, year: int) -> int:
        return sum(share.get(year, 0) for share in self.shares.values())

    def of_source(self, source: str) -> int:
        return sum(self.shares[source].values())

    @property
    def total(self) -> int:
        return sum(map(self.of_source, self.shares))


def draw_budget(rng: Random, sources: tuple[str, ...], years: tuple[int, ...]) -> Budget:
    """Draw a budget; the year that the report plans (`years` holds it) is never without money."""
    grain = rng.choice((1, 1_000, 1_000, 10_000, 100_000))
    chosen = [each for each in sources if rng.random() < 0.7] or [sources[-1]]
    if rng.random() < 0.15:
        chosen.append(rng.choice(("민간", "기금", "기타")))
    most = {1: 900_000, 1_000: 4_000, 10_000: 900, 100_000: 400}[grain]
    shares = {
        source: {
            year: 0 if rng.random() < 0.12 else rng.randint(most // 40, most) * grain
            for year in years
        }
        for source in chosen
    }
    for year in years:
        if not any(share[year] for share in shares.values()):
            shares[chosen[-1]][year] = rng.randint(most // 40, most) * grain
    for source in chosen:
        if not any(shares[source].values()):
            shares[source][years[-1]] = rng.randint(most // 40, most) * grain
    return Budget(years, shares, grain)


def number(thousands: int, unit: str) -> str:
    """Print an amount in `unit`, without the unit.

    >>> number(1_440_000, "억원"), number(850_000, "백만원")
    ('14.4', '850')
    """
    value = Decimal(thousands) / UNITS[unit]
    return f"{value.normalize():,f}" if value else "0"


def unit_for(rng: Random, budget: Budget) -> str:
    """A unit in which every amount of `budget` can be printed exactly, as people would."""
    fitting = ["천원"]
    if budget.grain % 1_000 == 0:
        fitting += ["백만원", "백만원"]
    if budget.grain % 10_000 == 0:
        fitting += ["억원"]
    return rng.choice(fitting)
