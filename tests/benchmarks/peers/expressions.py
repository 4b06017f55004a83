"""Readers of dates and money by other libraries, each as kindly used as it allows.

A date goes in with the first of January of the year that its surroundings give; points are widened by the
library's own precision. Out come lists of [first day, last day], or of [unit, value].
"""

import calendar
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache

from tests.benchmarks.peers.serve import Item, serve

Days = list[list[str | None]]


def _first_day(item: Item) -> datetime:
    year = item["year"] or item["today"]
    assert isinstance(year, int)
    return datetime(year, 1, 1)  # noqa: DTZ001 - the peers take and give naive times


def _widened(found: date, precision: str) -> list[str | None]:
    first = last = found
    if precision == "year":
        first, last = date(found.year, 1, 1), date(found.year, 12, 31)
    elif precision == "month":
        days = calendar.monthrange(found.year, found.month)[1]
        first, last = found.replace(day=1), found.replace(day=days)
    return [first.isoformat(), last.isoformat()]


def dateparser() -> Callable[[Item], Days]:
    """One point in time, as the library gives it."""
    from dateparser.date import DateDataParser

    @cache
    def parser(base: datetime) -> DateDataParser:
        # A month without a day is the month, whatever the day of writing.
        return DateDataParser(
            languages=["ko"], settings={"RELATIVE_BASE": base, "PREFER_DAY_OF_MONTH": "first"}
        )

    def point(text: str, base: datetime) -> list[str | None] | None:
        found = parser(base).get_date_data(text)
        return _widened(found.date_obj.date(), found.period) if found.date_obj else None

    def read(item: Item) -> Days:
        found = point(str(item["text"]), _first_day(item))
        return [found] if found else []

    return read


def dateparser_split() -> Callable[[Item], Days]:
    """What a user could add: both sides of the tilde by themselves."""
    whole = dateparser()

    def read(item: Item) -> Days:
        left, tilde, right = str(item["text"]).partition("~")
        if not tilde:
            return whole(item)
        first = whole(item | {"text": left}) if left.strip() else [[None, None]]
        last = whole(item | {"text": right}) if right.strip() else [[None, None]]
        return [[first[0][0], last[0][1]]] if first and last else []

    return read


def korean_datetime() -> Callable[[Item], Days]:
    """Every expression that it finds; its ends are the first moment behind."""
    from korean_datetime import parse_all

    def read(item: Item) -> Days:
        found = parse_all(str(item["text"]), now=_first_day(item))
        return [[_day(each.start), _day(each.end, back=1)] for each in found]

    return read


def _day(moment: datetime | None, back: int = 0) -> str | None:
    return (moment - timedelta(seconds=back)).date().isoformat() if moment else None


def price_parser() -> Callable[[Item], list[list[str]]]:
    """One price."""
    from price_parser import Price

    codes = {"원": "KRW", "$": "USD", "€": "EUR", "¥": "JPY"}

    def read(item: Item) -> list[list[str]]:
        price = Price.fromstring(str(item["text"]))
        if price.amount is None:
            return []
        return [[codes.get(price.currency or "", ""), str(price.amount)]]

    return read


def quantulum3() -> Callable[[Item], list[list[str]]]:
    """Every quantity."""
    import warnings

    with warnings.catch_warnings():
        # It asks for a classifier of English units, which would not know Korean ones.
        warnings.simplefilter("ignore")
        from quantulum3 import parser
    codes = {
        "South Korean won": "KRW",
        "dollar": "USD",
        "euro": "EUR",
        "percentage": "%",
        "metre": "m",
        "kilometre": "km",
        "square metre": "m2",
        "square kilometre": "km2",
        "hectare": "har",
        "tonne": "t",
        "kilogram": "kg",
    }

    def read(item: Item) -> list[list[str]]:
        found = parser.parse(str(item["text"]))
        return [[codes.get(each.unit.name, each.unit.name), f"{each.value:.12g}"] for each in found]

    return read


if __name__ == "__main__":
    serve({
        each.__name__: each
        for each in (dateparser, dateparser_split, korean_datetime, price_parser, quantulum3)
    })  # fmt: skip
