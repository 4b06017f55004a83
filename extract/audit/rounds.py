"""As many rounds (1차, 2차 …) stand below a line as it says: `위원회 개최 : 총 5회`."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding, Span

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "count-of-rounds"
TITLE: Final = ("횟수와 차수", "Counts of rounds")
TRIPS: Final = """□ 위원회 개최 : 총 3회
- 1차 : 2025. 3. 20.(목) 위촉식
- 2차 : 2025. 5. 15.(목) 사업 심사
"""
PASSES: Final = """□ 위원회 개최 : 총 2회
- 1차 : 2025. 3. 20.(목) 위촉식
- 2차 : 2025. 5. 15.(목) 사업 심사
□ 자문 : 4회
- 제3차 : 2025. 9. 1.(월) 설계안
"""

_STATED: Final = re.compile(r"회(?:(?<=\d.)|(?<=\d\s.))(?=\s*\n|\([^()\n]*\)\n)")
_COUNT: Final = re.compile(r"(?<![\d.,제])(?P<count>\d{1,2})\s?회$")
_ROUND: Final = re.compile(r"(?:제\s?)?(?P<round>\d{1,2})\s?[차회](?=[\s:(])")
_REACH: Final = 5  # characters of a count


def check(case: Case) -> Iterator[Finding]:
    """Find counts that are not the number of the rounds below them."""
    view, statements = case.view, case.outline.statements
    for stated in _STATED.finditer(view):
        found = _COUNT.search(view[max(stated.end() - _REACH, 0) : stated.end()])
        at = bisect_right(case.lines, stated.start()) - 1
        if not found or at < 0:
            continue
        rounds: list[re.Match[str]] = []
        for index in range(at + 1, len(statements)):
            below = statements[index]
            each = _ROUND.match(view, below.body, below.end)
            if each is None or int(each["round"]) != len(rounds) + 1:
                break
            rounds.append(each)
        count = int(found["count"])
        if len(rounds) < 2 or len(rounds) == count:
            continue
        place = Span(stated.end() - len(found[0]), stated.end())
        yield make(
            RULE,
            "warning",
            (
                f"{count}회라고 했는데 그 아래에는 {len(rounds)}차까지 있습니다",
                f"{count} times, it says, but {len(rounds)} rounds stand below",
            ),
            values=(str(len(rounds)), str(count)),
            places=(place, *(Span(*each.span()) for each in rounds)),
        )
