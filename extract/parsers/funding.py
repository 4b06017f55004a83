"""Amounts of money: those of funding tables and those of lines, in the order of the report."""

from extract.outline import Outline
from extract.parsers.cell_amounts import read_cell_amounts
from extract.parsers.found import Found
from extract.parsers.funding_lines import read_funding_lines
from extract.parsers.funding_tables import read_funding_tables
from extract.records import Funding

__all__ = ["read"]


def read(outline: Outline, found: Found) -> tuple[Funding, ...]:  # noqa: ARG001 - the shape of every parser
    """Read every amount of the report."""
    amounts = [
        *read_funding_tables(outline),
        *read_funding_lines(outline),
        *read_cell_amounts(outline),
    ]
    amounts.sort(key=lambda amount: amount.span)
    return tuple(amounts)
