"""Our own readers behind the same pipe, with every cache emptied before each round."""

import sys
from collections.abc import Callable

from extract.pipeline import extract_file
from normalize.dates import find_dates, read_dates
from normalize.money import Amount, find_amounts, read_amounts
from tests.benchmarks.peers.serve import Item, serve


def forget() -> None:
    """Empty every cache of readings, so that each expression is read anew."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] == "normalize":
            for value in vars(module).values():
                clear = getattr(value, "cache_clear", None)
                if clear:
                    clear()


def dates() -> Callable[[Item], list[list[str | None]]]:
    """The whole expression, or whatever stands in it: as `bogoseo normalize dates` does."""

    def read(item: Item) -> list[list[str | None]]:
        text, year = str(item["text"]), item["year"]
        assert year is None or isinstance(year, int)
        whole = read_dates(text, year=year)
        readings = [whole] if whole else find_dates(text, year=year)
        return [
            [day.isoformat() if day else None for day in (period.start, period.end)]
            for reading in readings
            for period in reading.values
        ]

    return read


def money() -> Callable[[Item], list[list[str]]]:
    """The whole expression, or whatever stands in it: as `bogoseo normalize money` does."""

    def read(item: Item) -> list[list[str]]:
        text, unit = str(item["text"]), item["unit"]
        caption = str(unit) if unit else None
        whole = read_amounts(text, unit=caption)
        readings = [whole] if whole else find_amounts(text, unit=caption)
        return [
            [value.currency if isinstance(value, Amount) else value.unit, str(value.value)]
            for reading in readings
            for value in reading.values
        ]

    return read


def records() -> Callable[[Item], dict[str, int]]:
    """A file to audited records: how many there are of each."""

    def read(item: Item) -> dict[str, int]:
        report = extract_file(str(item["path"]), ocr=False)
        return {
            "events": len(report.timeline),
            "amounts": len(report.funding),
            "tables": len(report.tables),
        }

    return read


if __name__ == "__main__":
    serve({"dates": dates, "money": money, "records": records}, before=forget)
