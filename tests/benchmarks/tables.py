"""A table of results: the same on the terminal and in RESULTS.md."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

__all__ = ["Table", "ratio", "rendered"]

Value = str | int | float | None


class Table(NamedTuple):
    """Rows under heads, with a sentence on how they were measured."""

    title: str
    how: str
    heads: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


def ratio(value: float | None, base: float | None) -> str | None:
    """`value` as so many times `base`."""
    return f"{value / base:.3g} x" if value is not None and base else None


def rendered(table: Table) -> str:
    """The table in Markdown, its columns aligned."""
    rows = [[_said(value) for value in row] for row in table.rows]
    columns = list(zip(table.heads, *rows, strict=True))
    widths = [max(map(_width, column)) for column in columns]
    lines = [f"## {table.title}", "", table.how, "", _line(table.heads, widths)]
    lines.append("|" + "|".join(_rule(width, at) for at, width in enumerate(widths)) + "|")
    return "\n".join([*lines, *(_line(row, widths) for row in rows)]) + "\n"


def _line(cells: Sequence[str], widths: list[int]) -> str:
    return "| " + " | ".join(_padded(cells, widths)) + " |"


def _padded(cells: Sequence[str], widths: list[int]) -> Iterator[str]:
    for at, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        blank = " " * (width - _width(cell))
        yield cell + blank if at == 0 else blank + cell


def _rule(width: int, at: int) -> str:
    return "-" * (width + 2) if at == 0 else "-" * (width + 1) + ":"


def _said(value: Value) -> str:
    if value is None:
        return "-"
    return (
        f"{value:.3g}"
        if isinstance(value, float) and value < 100
        else f"{value:,.0f}"
        if isinstance(value, float)
        else f"{value}"
    )


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
