"""The office in brackets at the end of a statement (수행 주체): `… 설계 용역(도시안전과)`, `… 고시(市)`."""

import re
from functools import lru_cache
from typing import Final

from normalize.bodies import read_body

__all__ = ["actor_of"]

_LAST: Final = re.compile(r"\(([^()]{1,30})\)\s*$")
_OFFICE: Final = re.compile(
    r"[가-힣·0-9A-Z ]{1,20}(?:과|국|실|단|담당관|센터|위원회|공단|공사|재단|청|부|처|팀|사업소|본부|진흥원|연구원|협회)"
)
_RESULT: Final = re.compile(
    r"결과|가결|부결|통과|회$|차$|건$|안$|명$|기준|포함|제외|예정|완료|계획|효과|성과"
)


def actor_of(text: str) -> str:
    """The office that a statement names last in brackets, or empty.

    >>> actor_of("CCTV 설치사업 설계(도시안전과)"), actor_of("활성화계획 의견청취(市)"), actor_of("심의(원안가결)")
    ('도시안전과', '市', '')
    """
    if not text.endswith(")"):
        return ""
    found = _LAST.search(text)
    return found[1].strip() if found and _is_office(found[1].strip()) else ""


@lru_cache(maxsize=4096)
def _is_office(words: str) -> bool:
    if _RESULT.search(words):
        return False
    names = re.split(r"[,·/→]", words)
    return all(
        read_body(name.strip()) is not None or _OFFICE.fullmatch(name.strip()) for name in names
    )
