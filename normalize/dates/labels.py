"""Years that are no date: they only label an amount (`2018년 350백만원`, `(’25) 64.5백만원`)."""

import re
from typing import Final

from normalize.dates.values import DateReading

__all__ = ["labels_amount"]

_AMOUNT: Final = re.compile(
    r"\)?\s{0,3}(?:[가-힣]{0,6}(?:예산|결산|사업비)액?(?:\([가-힣]{1,3}\))?\s?)?[:()]?\s?(?:약\s?|총\s?|금\s?)?[0-9][0-9,.]{0,24}+\s?(?:조|억|천만|백만|십만|만|천)?[0-9,]{0,24}+\s?(?:억|천만|백만|만|천)?\s?원"
)


def labels_amount(reading: DateReading, folded: str) -> bool:
    """Tell whether a reading is a year, or a list of years, with an amount of won right behind it."""
    values = reading.values
    if not values or values[0].precision != "year" or reading.rule not in {"point", "list"}:
        return False
    if len(values) > 1 and any(value.precision != "year" for value in values):
        return False
    return _AMOUNT.match(folded, reading.end, reading.end + 40) is not None
