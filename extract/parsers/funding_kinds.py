"""What an amount of a line is: the headline budget, the total cost, or a statement; and of which year.

□ 2020년 소요예산 : 101,635천원            headline: its label, in a heading, names a year
- 총사업비 : 12,500백만원                   total_cost: a label of the whole cost, in an overview
- 개금동 1,200㎡, 총사업비 474억원          total_cost of the part that the words in front name
- 사업비 : 마중물 500억원                   total_cost of what stands between the label and the amount
  ▷ 총 1,876억원                            total_cost: the whole, below a line of the cost
  - 국비 9,360백만원, 군비 3,700백만원      total_cost: its shares, below a line of the cost
"""

import re
from collections.abc import Iterator
from typing import Final

from extract.findings import Span
from extract.outline import Statement
from extract.parsers.amount_line import AmountLine
from extract.parsers.amount_words import words_before, year_before
from extract.parsers.announced_years import announced_year
from extract.parsers.heads import budget_year, fiscal_year
from extract.parsers.inner_labels import BUDGET_OF_YEAR
from extract.parsers.labels import Labelled, label_meaning, split_label
from extract.records import FundingKind
from normalize.dates import read_dates
from normalize.sources import read_source

__all__ = ["kind_of", "part_of_total", "year_of"]

_WHOLE_LABEL: Final = re.compile(r"총?사업비")
"""A cost that is that of the whole wherever it stands, be it of a programme among the plans."""
_CHANGE_BEHIND: Final = re.compile(
    r"[\d.,조억천백만원\s]+(?:증액|감액|절감|절약|증가|감소|추가|삭감|집행|확보|투입|교부|지출)"
)
_TELLING: Final = frozenset({"plan", "results", "mixed", "other"})
_LABEL_REACH: Final = 40
_LINE_REACH: Final = 300
"""A converter may hand over a page as one line; what an amount is about stands near it."""
_WORD_REACH: Final = 12
_NTH_YEAR: Final = re.compile(r"\d\s?차\s?년")
"""`1차년도 소요예산` is that of one year, whichever it is."""
_HEADLINE: Final = re.compile(r"(?:소요|사업|편성|본)?\s?(?:예산|재원|사업비|연구비|소요액)")
_BETWEEN: Final = re.compile(
    r"(?:약|총)?\s*((?!매년|매월|연간|월간)[가-힣]{2,8}(?<!당))\s(?:약|총)?\s*"
)
_WHOLE_BELOW: Final = re.compile(r"총\s*")
_BILL: Final = re.compile(r"→\s*(20\d\d|'\d\d)년?도?\s?(?:정부)?(?:예산)?안?\s*$")
_SHARES: Final = re.compile(r"[,/]\s")
_FIGURE: Final = re.compile(r"\s*\d[\d,.]*\s?[조억천백만]{0,2}원?\s*$|\s+$")
_BRACKET_YEAR: Final = re.compile(
    r"\s*[(\[【]\s*(?:(20\d\d|'\s?\d\d)년?도?|(\d\d)년도)\s*(?:[,:)]|(?:본?예산|(?:[가-힣]{2}\s?)?기금)(?!\s?액?\s?:?\s?[\d약총]))"
)
"""`1,000백만원('25년, 시 500, 구 500)`."""
_NOT_ONE_YEAR: Final = re.compile(
    r"(?<!\d)(?:19|20)\d\d|'\s?\d\d|[전익내차금]년|향후|총\s?사업비|총액|누계|까지"
)
_SPENDING: Final = re.compile(r"예산\s?(?:집행|액|현액)|집행\s?(?:액|실적|현황|내역)")
_SUM: Final = r"\d[\d,.]{0,18}\s?[조억천백만]{0,2}\s?원\s?[,/]\s{0,2}"
_SPLIT_AHEAD: Final = re.compile(
    rf"(?:합?계|총액?)\s?{_SUM}(?:[가-힣]{{1,5}}\s?{_SUM}){{0,5}}(?P<source>[가-힣]{{1,5}})\s?"
)
"""`사업비 : 계 12,640백만원, 국비 5,056백만원, 도비 …`: the shares behind the whole, each with its unit."""
_YEAR_ALONE: Final = re.compile(r"(?:20\d\d|'\s?\d\d)년도?\s*(?:약|총)?\s*")
_BUDGET_LABEL: Final = re.compile(r"(?:사업|소요)?예산액?")
_NEAR: Final = 6
"""Lines above and below in which what runs beside a budget says when."""
_AS_OF: Final = re.compile(r"[^()\n]{1,24}\(\s?(?:20|')\s?(\d\d)[.년][^()\n]{0,14}(?:현재|기준)")
"""`예산집행 : 864백만 원('25. 6월 말 현재)`"""
_REMARK: Final = re.compile(r"[※*▷▸▹▶]")


def part_of_total(line: AmountLine, start: int) -> str:
    """The part of a project that a total cost is of, where the line names one; else empty."""
    view, labelled = line.outline.document.view, line.labelled
    if labelled is None:
        return ""
    between = _BETWEEN.fullmatch(view, labelled.start, start)
    if between:
        return between[1]
    statement = line.statement
    if start - labelled.label_end > _LABEL_REACH or ":" in view[labelled.label_end : start]:
        return ""
    if split_label(view, statement.body, statement.end):
        return ""
    floor = max(statement.body, labelled.label_start - _LINE_REACH)
    if _REMARK.search(view, floor, labelled.label_start):
        return ""
    return words_before(view, statement.body, labelled.label_start)


def kind_of(line: AmountLine, start: int) -> FundingKind:
    """Headline, total cost or statement."""
    labelled = line.labelled
    if _bill_year(line, start) or _is_of_one_year(line, start):
        return "headline"
    if _is_item_of_overview(line, start):
        return "total_cost"
    if labelled is None or start < labelled.start or not _is_value(line, labelled, start):
        return _kind_without_label(line, start)
    label, statement = labelled.label, line.statement
    heads = statement.heading and line.section and line.section.heading == line.at
    if heads and _HEADLINE.search(label):
        return "headline" if fiscal_year(label) or _NTH_YEAR.match(label) else "total_cost"
    if (
        label_meaning(label) == "total_cost"
        and not statement.note
        and (line.tells_the_whole or _is_whole(line, labelled, start))
        and not _budget_above(line)
    ):
        return "headline" if fiscal_year(label) else "total_cost"
    if fiscal_year(label) and _HEADLINE.search(label):
        return "headline" if statement.heading or BUDGET_OF_YEAR.fullmatch(label) else "statement"
    return "statement"


def _is_item_of_overview(line: AmountLine, start: int) -> bool:
    """Whether an amount begins an item between strokes: `개요 : 신촌동 일원 / 2024. ~ 2026. / 4,260백만원(국비 2,982 …)`."""
    labelled = line.labelled
    if labelled is None or start < labelled.start or not labelled.label.endswith("개요"):
        return False
    return line.outline.document.view[labelled.start : start].rstrip(" 약총").endswith(" /")


def _is_of_one_year(line: AmountLine, start: int) -> bool:
    """Whether the year of a budget stands behind its label, and no other year: `소요예산 : '26년 3,460백만원(일반회계)`."""
    view, statement, labelled = line.outline.document.view, line.statement, line.labelled
    if labelled is None or statement.note or not _BUDGET_LABEL.fullmatch(labelled.label):
        return False
    if not _YEAR_ALONE.fullmatch(view, labelled.start, start):
        return False
    return _NOT_ONE_YEAR.search(view, start, statement.end) is None


def year_of(line: AmountLine, amount: Span, kind: FundingKind) -> int | None:
    """The fiscal year of an amount, from the words around it."""
    view, body, labelled = line.outline.document.view, line.statement.body, line.labelled
    start = amount.start
    if kind == "total_cost":
        found = _BRACKET_YEAR.match(view, amount.end, line.statement.end)
        return int((found[1] or found[2]).strip("' ")) % 2000 + 2000 if found else None
    if kind == "headline":
        own = fiscal_year(labelled.label) if labelled else None
        return _bill_year(line, start) or own or fiscal_year(view[body:start])
    year = year_before(view, body, start)
    if year is not None or view[max(body, start - 1) : start] == ")":
        return year
    if labelled and 0 <= start - labelled.start <= _LINE_REACH:
        year = None if ":" in view[labelled.start : start] else fiscal_year(labelled.label)
    return (
        year
        or _year_of_budget(line, start)
        or _year_of_spending(line, start)
        or _year_of_period(line, start)
        or announced_year(line, start)
    )


def _year_of_spending(line: AmountLine, start: int) -> int | None:
    """The year of the results in which a line tells what was spent: `□ 2024년 추진실적` over `예산집행 : 예산액 550백만원 중 …`."""
    section, labelled = line.section, line.labelled
    if section is None or section.kind != "results" or labelled is None:
        return None
    view, body = line.outline.document.view, line.statement.body
    if not _SPENDING.search(labelled.label) or _NOT_ONE_YEAR.search(view, body, start):
        return None
    as_of = _AS_OF.match(view, start, line.statement.end)
    return int(as_of[1]) + 2000 if as_of else fiscal_year(section.title)


def _year_of_period(line: AmountLine, start: int) -> int | None:
    """The one year in which a programme runs: `- 기간 : 2020. 2. ~ 11.` beside `- 예산 : 278,410천원`.

    The overview tells of the whole project, and which year's budget stands there is not said.
    """
    labelled, view = line.labelled, line.outline.document.view
    if labelled is None or not _BUDGET_LABEL.fullmatch(labelled.label) or line.tells_the_whole:
        return None
    if view[labelled.start : start].strip():
        return None
    for other in _beside(line):
        label = split_label(view, other.body, other.end)
        if label and label_meaning(label.label) == "period":
            reading = read_dates(view[label.start : other.end])
            periods = reading.values if reading else ()
            years = {day.year if day else None for one in periods for day in (one.start, one.end)}
            return years.pop() if len(years) == 1 else None
    return None


def _beside(line: AmountLine) -> Iterator[Statement]:
    """The items right above and below a line, in its list."""
    statements, here = line.outline.statements, line.statement
    for step in (-1, 1):
        for at in range(line.at + step, line.at + _NEAR * step, step):
            other = statements[at] if 0 <= at < len(statements) else None
            if other is None or (other.parent, other.mark) != (here.parent, here.mark):
                break
            yield other


def _year_of_budget(line: AmountLine, start: int) -> int | None:
    """The year of the headline that a line divides: `□ 2020년 소요예산` over `- 공공근로사업 : 3,222,830천원`.

    A section holds other lists too: only what stands alone behind its label is a share of the budget.
    """
    view, labelled, statement = line.outline.document.view, line.labelled, line.statement
    if statement.note or labelled is None:
        return None
    # The result of a reckoning stands alone too: 1식 = 142,000천원.
    if view[labelled.start : start].rpartition("=")[2].strip("약 "):
        return None
    other = _NOT_ONE_YEAR.search(view, statement.body, start)
    return None if other else _budget_above(line) or budget_year(line.section)


def _budget_above(line: AmountLine) -> int | None:
    """The year of the budget that the item above divides: `○ 2026년 예산요구내역` over `- 감리비 : 142,000천원`."""
    if line.statement.parent < 0:
        return None
    view, above = line.outline.document.view, line.outline.statements[line.statement.parent]
    labelled = split_label(view, above.body, above.end)
    if labelled is None or not BUDGET_OF_YEAR.fullmatch(labelled.label):
        return None
    return fiscal_year(labelled.label)


def _is_whole(line: AmountLine, labelled: Labelled, start: int) -> bool:
    """Whether a line of its own tells the cost of a programme, among the plans or the results: `사 업 비 : 18억원`.

    Under `2026년 추진계획` it may be that of the year, under 기대효과 anything, and `3억원 절감` is a change.
    """
    view = line.outline.document.view
    if line.section is None or line.section.kind not in _TELLING or fiscal_year(line.section.title):
        return False
    colon = ":" in view[labelled.label_end : labelled.start]
    if not colon or not _WHOLE_LABEL.fullmatch(labelled.label):
        return False
    return _CHANGE_BEHIND.match(view, start, line.statement.end) is None


def _is_value(line: AmountLine, labelled: Labelled, start: int) -> bool:
    """Whether an amount is the value of its label, with at most one word in front of it."""
    view = line.outline.document.view
    ahead = view[labelled.start : start]
    if ahead.strip("약 총금일합계\t") == "":
        return True
    split = _SPLIT_AHEAD.fullmatch(ahead)
    if split:
        return read_source(split["source"]) is not None
    found = _BETWEEN.fullmatch(view, labelled.start, start)
    return found is not None and read_source(found[1]) is None


def _kind_without_label(line: AmountLine, start: int) -> FundingKind:
    """`□ 2020년 소요예산 101,635천원` without a colon; `▷ 총 1,876억원` below the line of the cost."""
    statement, section = line.statement, line.section
    view = line.outline.document.view
    if statement.heading and section and section.heading == line.at and section.kind == "budget":
        words = view[statement.body : start]
        if ":" not in words and fiscal_year(words) and _HEADLINE.search(words):
            return "headline"
    if statement.parent >= 0 and (
        _WHOLE_BELOW.fullmatch(view, statement.body, start) or _is_share(view, statement, start)
    ):
        above = line.outline.statements[statement.parent]
        labelled = split_label(view, above.body, above.end)
        costs = labelled is not None and label_meaning(labelled.label) == "total_cost"
        return "total_cost" if costs and line.tells_the_whole else "statement"
    return "statement"


def _bill_year(line: AmountLine, start: int) -> int | None:
    """The year of the bill that a heading sets behind an arrow: `□ 소요예산 : '25 본예산 1,645 → '26안 1,890억원`."""
    section, statement = line.section, line.statement
    if not (statement.heading and section and section.heading == line.at):
        return None
    view = line.outline.document.view
    if section.kind != "budget" or view.find("→", statement.body, start) < 0:
        return None
    found = _BILL.search(view, statement.body, start)
    return int(found[1][-2:]) + 2000 if found else None


def _is_share(view: str, statement: Statement, start: int) -> bool:
    """Whether an amount is one of shares that a line lists by their sources, and nothing else."""
    ahead = view[max(statement.body, start - _WORD_REACH) : start].split()
    if not ahead or not read_source(ahead[-1]):
        return False
    shares = _SHARES.split(view[statement.body : start])
    return all(read_source(_FIGURE.sub("", share)) for share in shares)
