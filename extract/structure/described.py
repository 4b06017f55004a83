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
from extract.structure.vocabulary import without_aside

__all__ = ["describes_itself"]

_LABEL: Final = re.compile(r"([가-힣\s·]{2,16}?)\s*(?::|\(|$)")
_CORE: Final = re.compile(
    r"(?:총|소요)?사업비|소요예산|예산액?|지원금액|[가-힣]{0,4}(?:기간|위치|규모|내용)"
)
_MORE: Final = re.compile(
    r"[가-힣]{0,4}(?:대상|목적|업무|방법|기관|주체|목표|시기|시설)|추진(?:상황|실적|계획|사항|경과|절차)(?:및(?:향후)?계획)?"
    r"|향후계획"
)


def describes_itself(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether the items right below heading `index` are labels of a project, one of them of its core."""
    if ":" in without_aside(view[statements[index].body : statements[index].end]):
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
