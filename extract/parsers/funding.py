"""Amounts of money: those of funding tables and those of lines, in the order of the report."""

from operator import attrgetter
from typing import Final

from extract.outline import Outline
from extract.parsers.cell_amounts import read_cell_amounts
from extract.parsers.found import Found
from extract.parsers.funding_lines import read_funding_lines
from extract.parsers.funding_tables import read_funding_tables
from extract.records import Funding
from normalize.bodies import BodyKind, read_body
from normalize.sources import read_source

__all__ = ["read"]

_JOINED: Final = frozenset({"시비", "도비", "구비", "지방비"})
_PLAIN_LENGTH: Final = 2  # 시비, 도비, 구비 themselves
_span: Final = attrgetter("span")


def read(outline: Outline, found: Found) -> tuple[Funding, ...]:  # noqa: ARG001 - the shape of every parser
    """Read every amount of the report."""
    amounts = [
        *read_funding_tables(outline),
        *read_funding_lines(outline),
        *read_cell_amounts(outline),
    ]
    amounts.sort(key=_span)
    body = read_body(outline.about.jurisdiction) if outline.about.jurisdiction else None
    if body is None:
        return tuple(amounts)
    return tuple(
        [_of_tier(amount, body.kind) if amount.source in _JOINED else amount for amount in amounts]
    )


def _of_tier(amount: Funding, kind: BodyKind) -> Funding:
    """An amount whose source joins two tiers (시·도비, 시·군·구비), as the body that reports means it."""
    if len(amount.source_raw) <= _PLAIN_LENGTH:
        return amount
    found = read_source(amount.source_raw, kind=kind)
    return amount._replace(source=found.name) if found and found.name != amount.source else amount
