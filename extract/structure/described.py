"""Whether a heading of unknown title is a project of its own: it says what, where, for whom and for how much.

□ 주거급여 지원사업
○ 지원대상 : …
○ 사 업 비 : …
○ 추진상황 및 계획 : …
"""

import re
from collections.abc import Sequence
from typing import Final

from extract.outline import Statement
from extract.structure.marks import SQUARE
from extract.structure.vocabulary import section_kind, without_aside

__all__ = ["described_headings"]

_COLON: Final = re.compile(r"\s:|:\s")
_LABEL: Final = re.compile(r"([가-힣\s·]{2,16}?)\s*(?::|\(|$)")
_CORE: Final = re.compile(
    r"(?:총|소요)?사업비|소요예산|예산액?|지원금액|[가-힣]{0,4}(?:기간|위치|규모|내용)"
)
_MORE: Final = re.compile(
    r"[가-힣]{0,4}(?:대상|목적|업무|방법|기관|주체|목표|시기|시설)|추진(?:상황|실적|계획|사항|경과|절차)(?:및(?:향후)?계획)?"
    r"|향후계획"
)
_WORK: Final = re.compile(
    r"(?:사업|추진|운영|공급|확대|개선|지원|구축|수립|심의|강화|점검|교육|활성화|조성|도모|시행|정비|개최|관리|육성|양성|보급|설치|유치|도입|제공"
    r"|내실화|고도화|현대화|발굴|홍보|정착|체계화)(?:\s?\([^()]{1,30}\))?$"
)


def described_headings(view: str, statements: Sequence[Statement]) -> frozenset[int]:
    """Headings □ that are projects: those that describe themselves, and what else is done in their row.

    In a row of such headings without a section between them one that names a work (… 공급 확대) is a project as
    its neighbours are, though it tells less of itself.
    """
    found: set[int] = set()
    row: list[int] = []
    sure: set[int] = set()
    for index, statement in enumerate(statements):
        if not statement.heading or statement.rank > SQUARE:
            continue
        words = view[statement.body : statement.end]
        if statement.rank < SQUARE or section_kind(words):
            if sure:
                found.update(sure, (at for at in row if _names_a_work(view, statements, at)))
            row, sure = [], set()
            if statement.rank < SQUARE:
                continue
        if _describes_itself(view, statements, index):
            sure.add(index)
        elif not section_kind(words):
            row.append(index)
    if sure:
        found.update(sure, (at for at in row if _names_a_work(view, statements, at)))
    return frozenset(found)


def _names_a_work(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether a heading with items below it says what is done."""
    statement = statements[index]
    words = without_aside(view[statement.body : statement.end])
    if _COLON.search(words) or not _WORK.search(words.rstrip()):
        return False
    items = statements[index + 1 : index + 3]
    return len(items) == 2 and all(item.parent >= index for item in items)


def _describes_itself(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether the items right below heading `index` are labels of a project, one of them of its core."""
    if _COLON.search(without_aside(view[statements[index].body : statements[index].end])):
        return False
    core = more = 0
    for at in range(index + 1, len(statements)):
        statement = statements[at]
        if statement.heading and statement.rank <= SQUARE:
            break
        if statement.parent == index:
            found = _LABEL.match(view, statement.body, statement.end)
            label = "".join(found[1].split()) if found else ""
            core += _CORE.fullmatch(label) is not None
            more += _MORE.fullmatch(label) is not None
    return core > 0 and core + more >= 2
