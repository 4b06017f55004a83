"""Steps of a line that arrows part: `4. 14. 착공 → 6. 30. 준공 → 7. 1. 운영 개시`."""

import re
from collections.abc import Sequence
from typing import Final

from extract.outline import Statement
from extract.parsers.labels import Labelled
from extract.parsers.phrases import is_built_then
from extract.parsers.stamp import Stamp

__all__ = ["BEHIND_DATE", "later_steps", "step_around", "text_start"]

BEHIND_DATE: Final = re.compile(r"[.)\]]*\s*(?:\([^()\n]{1,12}\))?\s*:\s*")
"""What stands between a date and what happens at it."""
_PARTED: Final = re.compile(r"[-→▶▷/|·]\s+(?=\S)")
"""`'25. 3. - 설계 착수`, `'25. 3. → 설계 착수`"""
_WORDS_BEHIND: Final = re.compile(r"[.]?\s+(?:\([^()\n]{1,12}\)\s?)?[가-힣「『]{2}")
_DATE_NEXT: Final = re.compile(r"\s?(?:'\d\d|20\d\d|\d{1,2})\s?[.월]")


def step_around(
    view: str, stamp: Stamp, floor: int, stop: int, labelled: Labelled | None
) -> tuple[int, int]:
    """The step that a date begins, where arrows part steps that each have one: 6. 9. 예고 → 6. 16. 심의."""
    before, behind = view.rfind("→", floor, stamp.start), view.find("→", stamp.end, stop)
    if labelled and labelled.label.endswith("일정") and stamp.start >= labelled.start:
        return max(floor, labelled.start, before + 1), behind if behind >= 0 else stop
    if before >= 0 and not view[before + 1 : stamp.start].strip():
        floor = stamp.start
    if behind >= 0 and _DATE_NEXT.match(view, behind + 1):
        stop = behind
    return floor, stop


def text_start(view: str, end: int, stop: int) -> int:
    """Where the words behind the date that ends at `end` begin."""
    found = BEHIND_DATE.match(view, end, stop)
    if found:
        return found.end()
    while end < stop and view[end] in ".) ]>】〉":
        end += 1
    parted = _PARTED.match(view, end, stop)
    return parted.end() if parted else end


def later_steps(
    view: str, statement: Statement, stamps: Sequence[Stamp], *, plain: bool
) -> dict[int, str]:
    """What happens at the later dates of a line that have their own colon: `'24. 4. : 설계 완료, '24. 8. : 착공`.

    `plain`: the first date has none, so words alone make a step: `'24. 4. 설계 완료, '24. 8. 착공`.
    """
    behind = _WORDS_BEHIND if plain else BEHIND_DATE
    found = [
        stamp
        for stamp in stamps
        if stamp.first
        and not _says_which(view, stamp, statement.end)
        and (
            _in_bracket_of_its_own(view, statement, stamp)
            or (
                view[statement.body : stamp.start].rstrip()[-1:] in (",", "→", "/")
                and behind.match(view, stamp.end, statement.end)
                and view.count("(", statement.body, stamp.start)
                == view.count(")", statement.body, stamp.start)
            )
        )
    ]
    starts = [stamp.start - (view[stamp.start - 1] == "(") for stamp in found]
    ends = [*starts[1:], statement.end][: len(found)]
    return {
        stamp.start: " ".join(
            view[text_start(view, stamp.end, statement.end) : end].split()
        ).rstrip(",→/ ")
        for stamp, end in zip(found, ends, strict=True)
    }


def _in_bracket_of_its_own(view: str, statement: Statement, stamp: Stamp) -> bool:
    """Whether a step begins with its date in brackets, as the line does: `(1월) 공모 → (2~3월) 평가 → (4월) 선정`."""
    if (
        view[statement.body] != "("
        or view[stamp.start - 1] != "("
        or view[stamp.end : stamp.end + 1] != ")"
    ):
        return False
    return view[statement.body : stamp.start - 1].rstrip()[-1:] == "→"


def _says_which(view: str, stamp: Stamp, stop: int) -> bool:
    """Whether a year says which works are meant: `'26년도 사업 건의 접수`."""
    year = stamp.period.precision == "year" and view[stamp.end - 1] == "도"
    return year and not is_built_then(view, stamp.end, stop)
