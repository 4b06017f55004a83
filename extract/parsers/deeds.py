"""What is done, as items of reports end in it: 착공, 준공, 수립, 개최."""

import re
from typing import Final

__all__ = ["DEED", "ends_in_deed", "holds_deed", "says_deed"]

DEED: Final = (
    "시행|개시|착공|준공|완공|완료|개최|추진|실시|도입|개관|개소|개장|개원|개통|개교|설치|운영|시작|종료|착수|발주|선정|확정|수립|"
    "제정|개정|고시|승인|조성|건립|구축|달성|마무리|입주|출범|발족|폐지|이전|지정|신설|공모|접수|신청|결정|체결|발표|확보|마련|취득|획득|수상"
)
"""What is done, as items of reports end in it."""
_DONE: Final = f"(?:{DEED}|철거|식재|정비|보완|심의|검토|협의|계약|설계|공사|평가|정산|교육|점검|조사|채용|모집|구축|배포)"
_HOLDS_DEED: Final = re.compile(rf"(?<!\d)(?<!\d ){_DONE}(?=$|\s?[(,·:→]|\s및)")
_GROWS: Final = re.compile(
    r"(?:확충|확대|증설|개선|교체|보급|보수|배치|지급|교부|배부)(?=$|\s?[(,·:→]|\s및)"
)
_ENDS_IN_DEED: Final = re.compile(rf"(?<!\d)(?<!\d ){_DONE}(?:\s?\([^()]*\))?$")
_ITEM_LENGTH: Final = 60


def ends_in_deed(words: str) -> bool:
    """Whether short words end in what is done, as items do: `지장물 철거 완료`, `수목 식재(3천 주)`.

    >>> ends_in_deed("지장물 철거 완료"), ends_in_deed("공모사업 추진실적")
    (True, False)
    """
    return len(words) <= _ITEM_LENGTH and _ENDS_IN_DEED.search(words) is not None


def holds_deed(words: str) -> bool:
    """Whether words say somewhere what is done: `준공(11월) 및 개방`.

    >>> holds_deed("준공(11월) 및 개방"), holds_deed("빈집 15동")
    (True, False)
    """
    return _HOLDS_DEED.search(words) is not None


def says_deed(words: str) -> bool:
    """Whether words say somewhere what is done or grows: `보조금 교부`, `지침 확정 및 배부`; a rate that falls is none.

    >>> says_deed("보조금 교부"), says_deed("실업률 하락")
    (True, False)
    """
    return holds_deed(words) or _GROWS.search(words) is not None
