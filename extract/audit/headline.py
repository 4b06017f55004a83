"""The headline budget of a year stands in the table's column of that year.

Where a note says what the table leaves out (`※ 2020년 2,370백만원 교부 예정`), the gap is only mentioned.
"""

from collections.abc import Iterator
from typing import Final

from extract.audit.budgets import factor_between, notes_after, slack_of, subset
from extract.audit.case import Case, Yearly
from extract.audit.wording import amount, make
from extract.findings import Finding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "headline-against-table"
TITLE: Final = ("소요예산과 표", "Headline and table")
TRIPS: Final = """□ 사업개요
- 사업기간 : 2019 ~ 2021
□ 2020년 소요예산 : 250,000천원
(단위 : 천원)
재원별\t합계\t2019년\t2020년\t2021년
계\t500,000\t100,000\t150,000\t250,000
구비\t500,000\t100,000\t150,000\t250,000
"""
PASSES: Final = """□ 사업개요
- 사업기간 : 2019 ~ 2021
□ 2020년 소요예산 : 150,000천원
(단위 : 천원)
재원별\t합계\t2019년\t2020년\t2021년
계\t500,000\t100,000\t150,000\t250,000
구비\t500,000\t100,000\t150,000\t250,000
"""


def check(case: Case) -> Iterator[Finding]:
    """Find headline budgets that their table does not give."""
    for yearly in case.yearly:
        yield from _check(yearly)


def _check(yearly: Yearly) -> Iterator[Finding]:
    headline, tables, ledger, section = yearly
    says, gives = int(headline.won), sum([table.won for table in tables])
    slack = slack_of(headline, *[table.row for table in tables]) if says != gives else 0
    if 2 * abs(says - gives) <= slack or any(2 * abs(says - each.won) <= slack for each in tables):
        return
    if factor_between(says, gives):  # told as a slip of units
        return
    notes = notes_after(ledger, headline.span.end, section)
    items = [note for note in notes if note.fiscal_year is None]
    # The section's own lines may say what else the headline holds.
    if subset(items, says, slack) or subset(items, says - gives, slack):
        return
    own = [note for note in notes if note.fiscal_year == headline.fiscal_year]
    explained = subset(own, says - gives, slack)
    places = [headline.span, *(table.row.span for table in tables)]
    year = f"{headline.fiscal_year}년"
    if explained:
        added = " + ".join(note.amount_raw for note in explained)
        yield make(
            RULE,
            "info",
            (
                f"{year} 소요예산 {headline.amount_raw}은 표의 {amount(gives)}에 주석의 {added}을 더한 값입니다",
                f"The {year} budget {headline.amount_raw} is the table's {amount(gives)} plus the note's {added}",
            ),
            values=(amount(gives), headline.amount_raw),
            places=(*places, *(note.span for note in explained)),
        )
        return
    yield make(
        RULE,
        "error" if len(tables) == 1 and not own else "warning",
        (
            f"{year} 소요예산은 {headline.amount_raw}인데 표의 {year} 계는 {amount(gives)}입니다",
            f"The {year} budget says {headline.amount_raw}, but the table gives {amount(gives)}",
        ),
        values=(amount(gives), headline.amount_raw),
        places=places,
    )
