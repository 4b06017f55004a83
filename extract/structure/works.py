"""Whether the words of a title name a work (골목길 정비), or a part of the report (추진성과)."""

import re
from typing import Final

__all__ = ["names_a_work", "names_no_project"]

_WORK: Final = re.compile(
    r"(?:사업|추진|운영|공급|확대|개선|지원|구축|수립|심의|강화|점검|교육|활성화|조성|도모|시행|정비|개최|관리|육성|양성|보급|설치|유치|도입|제공"
    r"|내실화|고도화|현대화|발굴|홍보|정착|체계화)(?:\s?\([^()]{1,30}\))?$"
)
_DONE: Final = re.compile(
    r"(?:제고|건립|증진|확충|확립|정립|보전|보호|복원|구현|실현|창출|완화|해소|개편|재생|개발|건설|마련|전환|활용|연계|대응|이행)$"
)
"""What is done too, and yet ends headings of other things as often."""
_PART: Final = re.compile(
    r"주요\s?(?:업무|사업)$|현황|^일반$|일반\s?사항|총괄|개요|여건|성과|전략|비전|방향|목표|계획$"
)


def names_a_work(words: str) -> bool:
    """Whether a title ends in what is done.

    >>> names_a_work("골목길 정비(2단계)"), names_a_work("여건 변화")
    (True, False)
    """
    return _WORK.search(words) is not None


def names_no_project(words: str) -> bool:
    """Whether a title names a part of the report (현황, 성과), and no work (정주여건 개선, 성과관리 강화).

    >>> names_no_project("정주여건 및 현황"), names_no_project("정주여건 개선")
    (True, False)
    """
    return bool(_PART.search(words)) and not (_WORK.search(words) or _DONE.search(words))
