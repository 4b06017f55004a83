"""What an amount of a line is for: its own words, its label, or the item it stands below."""

import re
from typing import Final

from extract.findings import Span
from extract.outline import Outline, Section, Statement
from extract.parsers.amount_line import AmountLine
from extract.parsers.amount_words import names_nothing, words_before
from extract.parsers.funding_kinds import part_of_total
from extract.parsers.heads import fiscal_year
from extract.parsers.labels import label_meaning, split_label
from extract.records import FundingKind
from normalize.money import Amount
from normalize.sources import read_source

__all__ = ["named_beside", "programme_of"]

_PLAIN_LABEL: Final = re.compile(r"예산|사업비|소요|재원|금액|비용|총액|사업예산")
_OF_THE_PROJECT: Final = frozenset({"period", "location", "scale", "place_and_scale"})
_DATES_BEGIN: Final = frozenset("'0123456789")


def programme_of(line: AmountLine, kind: FundingKind, amount: Amount, head: Span) -> str:
    """What an amount is for; a share of an amount is for what the amount is for."""
    if kind == "headline":
        return ""
    if kind == "total_cost":
        return part_of_total(line, head.start) or _programme_around(line)
    return _program(line, amount, head)


def _programme_around(line: AmountLine) -> str:
    """The item of plans or results whose whole cost a line below it tells; the overview tells of the project."""
    section = line.section
    if section is None or section.kind in ("overview", "budget"):
        return ""
    return _item_above(line.outline, line.statement, section)


def _program(line: AmountLine, amount: Amount, span: Span) -> str:
    """The item that an amount is for: its own words, its label, or the item it stands below."""
    outline, _, statement, section, labelled = line
    view = outline.document.view
    costs = amount.role == "part" and not amount.source
    if amount.label and (costs or not read_source(amount.label)) and not fiscal_year(amount.label):
        return "" if names_nothing(amount.label) else amount.label
    if labelled and span.start >= labelled.start:
        if not _PLAIN_LABEL.search(labelled.label):
            ahead = words_before(view, labelled.start, span.start)
            # 사업기간 or 위치 tells of itself, and the budget behind its value is that of the project.
            plain = fiscal_year(labelled.label) or label_meaning(labelled.label) in _OF_THE_PROJECT
            return ahead or ("" if plain else labelled.label)
        return words_before(view, labelled.start, span.start) or _item_above(
            outline, statement, section
        )
    if statement.note or amount.role == "part":
        return _item_above(outline, statement, section)
    return words_before(view, statement.body, span.start)


def named_beside(line: AmountLine, span: Span, measure: str) -> str:
    """What an amount is for whose own words only say its measure: the label of its line, or the item above."""
    labelled = line.labelled
    label = labelled.label if labelled and span.start >= labelled.start else ""
    if label and label != measure and not _PLAIN_LABEL.search(label):
        return label
    return _item_above(line.outline, line.statement, line.section)


def _item_above(outline: Outline, statement: Statement, section: Section | None) -> str:
    """The nearest item above that names something, up to the section's heading."""
    view = outline.document.view
    at = statement.parent
    while at >= 0 and section and at > section.heading:
        above = outline.statements[at]
        labelled = split_label(view, above.body, above.end)
        words = labelled.label if labelled else " ".join(view[above.body : above.end].split())
        words = words.strip("<>〈〉《》【】")
        if words[:1] in _DATES_BEGIN:
            # A dated item tells what happened; the note below it may speak of anything.
            return ""
        if len(words) <= 50 and not _PLAIN_LABEL.search(words) and not label_meaning(words):
            return words
        at = above.parent
    return ""
