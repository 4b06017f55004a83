"""Which local government or state a report belongs to (관할): `서울특별시 금천구`.

The cover's own words come first; else the local government that the report names most often, when it names
one clearly more often than any other.
"""

import re
from collections import Counter
from typing import Final

from normalize.bodies import read_body

__all__ = ["read_jurisdiction"]

_FULL: Final = re.compile(
    r"[가-힣]{1,6}(?:특별자치시|특별자치도|특별시|광역시|도)(?:[ \t]+[가-힣]{1,6}(?:시|군|구))?(?![가-힣])"
)
_LOCAL: Final = re.compile(r"(?<![가-힣])[가-힣]{2,4}[시군구](?=[ ,·)청은는이가의에\n])")
_COVER: Final = 600
_READ: Final = 40_000
_OFTEN: Final = 3


def read_jurisdiction(view: str) -> str:
    r"""The local government in full, or empty where the report does not say.

    >>> read_jurisdiction("가람광역시 하늘구\\n2024년 주요업무계획")
    '가람광역시 하늘구'
    """
    found = _FULL.search(view, 0, _COVER)
    if found and not found[0].endswith(
        ("지도", "정도", "제도", "한도", "년도", "연도", "용도", "도도")
    ):
        return " ".join(found[0].split())
    counted = Counter(_LOCAL.findall(view, 0, _READ)).most_common(8)
    for word, times in counted:
        body = read_body(word)
        if times >= _OFTEN and body and body.region:
            return body.name
    return ""
