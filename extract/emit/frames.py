"""Records as pandas data frames, with the columns and types of the CSV files."""

from typing import TYPE_CHECKING, Final

from extract.emit.layout import OUTPUTS, Column, Row, Value
from extract.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

__all__ = ["to_frames"]

_DTYPES: Final = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
}


def to_frames(
    reports: "Report | Iterable[Report]", *, exact: bool = False
) -> "dict[str, pd.DataFrame]":
    """Return a data frame for each output table: `reports`, `projects`, `timeline` and so on.

    Args:
        reports: One report, or any number of them.
        exact: Amounts as `int` and `Decimal` objects, exact to the last digit. Otherwise they are
            `Float64`, in which whole won are exact up to nine thousand trillion.

    Unknown values are missing (`<NA>`, `NaT`); text is as in the report, without the apostrophe of
    the CSV files.
    """
    import pandas as pd  # noqa: PLC0415 - slow to import, and only here

    many = [reports] if isinstance(reports, Report) else list(reports)
    frames = {}
    for name, output in OUTPUTS.items():
        rows = [row for report in many for row in output.rows(report, "ko")]
        frames[name] = pd.DataFrame(
            {
                column.name: pd.Series(
                    _values(column, rows, at),
                    dtype="object" if exact and column.type == "number" else _DTYPES[column.type],
                )
                for at, column in enumerate(output.columns)
            }
        )
    return frames


def _values(column: Column, rows: list[Row], at: int) -> list[Value]:
    values = [row[at] for row in rows]
    if column.joined:
        values = [column.joined.join(each) if isinstance(each, tuple) else each for each in values]
    # As in the CSV files, text that is not there is missing.
    return [None if each == "" else each for each in values]
