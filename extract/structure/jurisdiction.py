"""Which local government or state a report belongs to (관할): `서울특별시 금천구`.

The cover's own words come first; else the body of local government that has most of the report's mentions.
"""

import re
from typing import Final

from normalize.bodies import BodyKind, read_body
from normalize.jurisdiction import jurisdiction_of_folded

__all__ = ["read_jurisdiction"]

_FULL: Final = re.compile(
    r"(?<![가-힣])(?:[가-힣]{1,6}(?:특별자치시|특별자치도|특별시|광역시)(?:[ \t]+[가-힣]{1,6}(?:시|군|구))?"
    r"|[가-힣]{2,3}도[ \t]+[가-힣]{1,4}(?:시|군))(?![가-힣])"
)
_GOVERNMENTS: Final[frozenset[BodyKind]] = frozenset(
    {"metropolitan", "province", "city", "county", "district"}
)
_COVER: Final = 600
_READ: Final = 20_000


def read_jurisdiction(view: str) -> str:
    r"""The local government in full, or empty where the report does not say.

    >>> read_jurisdiction("가람광역시 하늘구\\n2024년 주요업무계획")
    '가람광역시 하늘구'
    """
    found = _FULL.search(view, 0, _COVER)
    if found:
        return " ".join(found[0].split())
    for line in view[:_COVER].split("\n"):
        body = read_body(line)
        if body and body.region and body.kind in _GOVERNMENTS:
            return body.name
    return jurisdiction_of_folded(view[:_READ])
