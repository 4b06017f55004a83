"""Sources of funds (재원): the names of who pays, spelled, shortened and letter-spaced, to one name each.

The names are those of local finance in Korea:

- 국비: paid by the state, whatever the purse: 국고보조금, 지역발전·균형발전 특별회계 (지특, 균특), 교부세.
- 시비, 도비: paid by the metropolitan city or the province. 구비, 군비: paid by the district or county.
- 지방비: local money whose tier is not said. 기금: any fund. 민간: 민자, 자부담, 기업부담. 기타: the rest.

Labels that join two bodies name a tier. 시·도비 is the upper tier: 시비 in a metropolitan city and its
districts, 도비 elsewhere. 시·군·구비 is the lower tier: 구비, 시비 or 군비 by the kind of body that reports;
where that is not known, 구비. 구·군비 is 구비 (군비 in a county), 시·군비 is 시비 (군비 in a county). For a province what its cities and
counties pay is 지방비.

To add a spelling: a word in `_NAMES`, without spaces, and a row in tests/normalize/test_sources.py.
"""

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

__all__ = ["Source", "SourceName", "read_source"]

SourceName = Literal["계", "국비", "시비", "도비", "구비", "군비", "지방비", "기금", "민간", "기타"]
"""The ten names that every label is brought to."""

_NAMES: Final[dict[SourceName, str]] = {
    "계": "계 합계 소계 총계 총합계",
    "국비": (
        "국비 국 국고 국고보조 국고보조금 국비보조 국비보조금 국가보조금 국고지원 국고지원금 국비지원 국비지원금 "
        "정부 정부지원 정부지원금 정부출연금 지특 지특회계 균특 균특회계 균특보조금 국가균특 지역발전특별회계 "
        "지역균형발전특별회계 균형발전특별회계 국가균형발전특별회계 지방시대계정 광특 광특회계 광역지역발전특별회계 "
        "교부세 보통교부세 특별교부세 특교세 지방교부세 부동산교부세 소방안전교부세 재난안전특별교부세 "
        "특별교부금 보통교부금 지방교육재정교부금"
    ),
    "시비": "시비 자체시비 순시비 시 시출연금 시비보조 시비보조금 시비지원 시비지원금 시보조금 市費 市비 市",
    "도비": "도비 자체도비 순도비 도 도출연금 도비보조 도비보조금 도비지원 도비지원금 도보조금 道費 道비 道",
    "구비": "구비 자체구비 순구비 구 구출연금 구비보조 구비부담 구부담 區費 區비 區",
    "군비": "군비 자체군비 순군비 군 군출연금 군비부담 군부담 郡費 郡비 郡",
    "지방비": (
        "지방비 자체지방비 지방 지방비부담 지자체 지자체부담 지방자치단체 지방자치단체부담 "
        "지자체대응투자 지자체대응투자금 지자체대응자금 지방자치단체대응투자 지방비대응투자"
    ),
    "기금": "기금 복권기금 기금보조 기금보조금 국가기금 지역소멸대응기금 지방소멸대응기금",
    "민간": (
        "민간 민자 민간자본 민간투자 민간투자비 민간부담 민간부담금 민간자부담 자부담 자부담금 자담 자기부담 "
        "자기부담금 본인부담 본인부담금 기업부담 기업부담금 기업 자 민 사업자 사업자부담 민간사업자 주민부담 수익자부담"
    ),
    "기타": (
        "기타 기타재원 그외 융자 융자금 지방채 차입금 자체 자체재원 자체자금 자체수입 자체예산 공사자체 "
        "교육비특별회계 교특 교특회계 학교회계 대학회계 교비 교비회계 법인전입금 대응자금 대응투자 대응투자금 "
        "공사채 지방공사채 은행차입 은행차입금 분양수입 분양수입금 분양대금"
    ),
}
_NAME_OF: Final[dict[str, SourceName]] = {
    word: name for name, words in _NAMES.items() for word in words.split()
}
_JOINED: Final[dict[str, dict[str, SourceName]]] = {
    "시도": {"": "도비", "metropolitan": "시비", "district": "시비"},
    "시군구": {"": "구비", "city": "시비", "county": "군비", "province": "지방비"},
    "시군": {"": "지방비", "city": "시비", "county": "군비", "province": "지방비"},
    "구군": {"": "구비", "county": "군비"},
    "군구": {"": "구비", "county": "군비"},
}
"""Joined bodies -> kind of the body that reports -> the name; the empty kind is for all others."""

_NOISE: Final = re.compile(r"[\s·.,/:*'\"()\[\]※○-]+")
_PAID_BY: Final = re.compile(r"([^()]{2,12})\(\s?([^()]{1,6}비)\s?\)")
_WIDE: Final = frozenset({"지방비", "기타"})
_VAGUE_TAIL: Final = re.compile(r"(?:등|포함|확보|비율){1,3}$")
_PAYING_TAIL: Final = re.compile(r"(?<=[비금고])(?:보조금?|부담금?|지원금?|분)$")
_HINT: Final = frozenset("계국시도구군방금자담간업타고세특정기교채외입출대市道區郡융차인광균")


class Source(NamedTuple):
    """A source of funds.

    Attributes:
        name: One of the ten names.
        raw: The label as printed.
    """

    name: SourceName
    raw: str


@lru_cache(maxsize=4096)
def read_source(text: str, *, kind: str = "") -> Source | None:
    """Return the source of funds that a whole cell or label names; None if it names none.

    Args:
        text: The label and nothing else: `국   비`, `구·군비`, `지방비 등`.
        kind: Kind of the body that reports (`normalize.bodies.BodyKind`), for labels that join tiers.

    >>> read_source("국   비").name, read_source("지방비 등").name, read_source("공사비")
    ('국비', '지방비', None)
    >>> read_source("시·도비").name, read_source("시·도비", kind="district").name
    ('도비', '시비')
    """
    if len(text) > 40 or not _HINT.intersection(text):
        return None
    if (aside := _PAID_BY.fullmatch(text)) and (payer := read_source(aside[2], kind=kind)):
        # 지자체 대응투자(군비): the bracket says who of them.
        said = read_source(aside[1], kind=kind)
        return (
            Source(payer.name if said and said.name in _WIDE else said.name, text) if said else None
        )
    word = _VAGUE_TAIL.sub("", _NOISE.sub("", text))
    # `구분` heads a column and is not 구비: only a label that says 비, 금 or 고 loses its tail.
    name = _name_of(word, kind) or _name_of(_PAYING_TAIL.sub("", word), kind)
    return Source(name, text) if name is not None else None


def _name_of(word: str, kind: str) -> SourceName | None:
    """Return the name of a label without spaces and marks."""
    if name := _NAME_OF.get(word):
        return name
    joined = word.removesuffix("비")
    # 시도 and 시군구 without 비 head columns of regions; 구·군 is written for the money alone.
    if (tiers := _JOINED.get(joined)) and (joined != word or joined in {"구군", "군구"}):
        return tiers.get(kind, tiers[""])
    return "기금" if word.endswith("기금") and len(word) <= 14 else None
