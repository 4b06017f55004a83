"""The words of Korean dates. A new spelling is a word in one of these tables.

Alternatives are tried from left to right, so a longer word stands before its beginning.
"""

from typing import Final, NamedTuple

__all__ = [
    "ANCHORS",
    "APPROXIMATE",
    "CONTINUOUS",
    "COUNTERS",
    "ONGOING",
    "PARTS",
    "PERIOD_NAMES",
    "SUFFIXES",
    "TURNS",
    "UNKNOWN_END",
    "Part",
    "words",
]


class Part(NamedTuple):
    """A part of a month: its first and last day, 0 for the last day of the month."""

    first: int
    last: int
    approximate: bool


PARTS: Final[dict[str, Part]] = {
    "말일": Part(0, 0, approximate=False),
    "초순": Part(1, 10, approximate=True),
    "상순": Part(1, 10, approximate=True),
    "중순": Part(11, 20, approximate=True),
    "하순": Part(21, 0, approximate=True),
    "초": Part(1, 10, approximate=True),
    "말": Part(21, 0, approximate=True),
}
"""초/초순, 중순, 하순/말 of a month."""

ONGOING: Final = (
    "계속사업",
    "계속 사업",
    "계속추진",
    "계속 추진",
    "계 속",
    "계속",
    "지속적 추진",
    "지속추진",
    "지속 추진",
    "지속사업",
    "지속",
    "현재까지",
    "현재",
    "현 재",
    "추진 중",
    "추진중",
    "진행 중",
    "진행중",
    "운영 중",
    "운영중",
    "시행 중",
    "시행중",
    "공사 중",
    "공사중",
    "연례반복",
    "연례 반복",
    "상시",
    "연중",
    "향후",
    "이후",
    "無期限",
    "무기한",
)
"""What stands behind a tilde when there is no end."""

UNKNOWN_END: Final = (
    "미정",
    "미확정",
    "미상",
    "추후 결정",
    "추후결정",
    "추후",
    "별도 통보",
    "별도 공지",
    "준공 시",
    "준공시",
    "준공일",
    "준공",
    "완료 시",
    "완료시",
    "완료일",
    "완료",
    "종료 시",
    "종료시",
    "종료일",
    "종료",
    "소진 시",
    "소진시",
    "예산 소진 시",
    "예산소진시",
    "사업완료시",
    "사업 완료 시",
    "사업 종료 시",
    "사업 완료시",
    "사업 종료시",
    "사업완료",
    "사업종료",
    "사업종료시",
    "사업 종료",
    "해지 시",
    "해지시",
    "별도 해지시",
    "별도 해지 시",
    "예산소진",
    "예산 소진시",
)
"""What stands behind a tilde when there is an end that nobody knows yet."""

APPROXIMATE: Final = ("경", "쯤", "께", "무렵", "전후", "내외")
"""Behind a date: about."""

SUFFIXES: Final = ("중", "예정", "중으로", "중에", "내", "자", "부", "자로", "부로")
"""Behind a date and without meaning for it."""

PERIOD_NAMES: Final[dict[str, str]] = {
    "회계연도": "P1Y",
    "분기": "P3M",
    "반기": "P6M",
    "연간": "P1Y",
    "년간": "P1Y",
    "월간": "P1M",
    "주간": "P1W",
    "일일": "P1D",
    "연": "P1Y",
    "년": "P1Y",
    "월": "P1M",
    "달": "P1M",
    "주": "P1W",
    "일": "P1D",
}
"""Name of a period -> ISO 8601."""

CONTINUOUS: Final = ("상시", "수시", "연중", "상설", "항시", "年中", "常時", "隨時")
"""At any time, all the time: no count."""

ANCHORS: Final = (
    "계약체결",
    "계약",
    "착공",
    "준공",
    "착수",
    "협약체결",
    "협약",
    "승인",
    "고시",
    "공고",
    "선정",
    "통보",
    "허가",
    "인가",
    "접수",
    "교부",
    "발주",
    "납품",
    "개원",
    "개소",
    "시행",
    "공포",
    "발급",
    "신청",
    "등록",
    "입주",
    "사업시작",
    "사업개시",
    "사업착수",
)
"""Events that a duration counts from, often with 일 or 시 behind."""


TURNS: Final = (
    "착공",
    "착수",
    "개시",
    "시작",
    "계약",
    "협약",
    "준공",
    "완료",
    "종료",
)
"""What happens at an end of a period, printed behind its day: `2019. 5. 20. 착공 ~ 2021. 5. 9. 준공`."""

COUNTERS: Final = (
    "명",
    "인(?![가-힣])",
    "개소(?!식)",
    "개(?![월년소관최통원설장])",
    "건",
    "차(?!년)",
    "호",
    "번",
    "조(?!성|사|정|례|합|치|직)",
    "항",
    "동(?!년)",
    "층",
    "권",
    "종(?!료|합)",
    "팀",
    "곳",
    "배",
    "위",
    "대(?!비|상|회)",
    "세대",
    "가지",
    "공구|구간|지구|구역|블록|생활권|권역|필지",
    "유형",
    "단계",
    "등급",
    "학년(?!도)",
    "(?<=[0-9])(?:주차|박)(?![가-힣])|째",
    "원",
    "천",
    "백",
    "만",
    "억",
    "조원",
    "평",
    "㎡",
    "㎥",
    "㎞",
    "㎜",
    "km",
    "m(?![a-z])",
    "ha",
    "톤",
    "분(?![ ]?기)",
    "시간",
    "초(?![순\\s경까부에)\\].,:~/]|$)",
    "기(?![준존간타])",
    "길",
    "로",
    "%",
)
"""Behind a number: it counts something and is no part of a date. Each is a pattern."""


def words(table: dict[str, int] | dict[str, str] | dict[str, Part] | tuple[str, ...]) -> str:
    """A pattern for the words of a table, longest first.

    >>> words(("월", "월간"))
    '(?:월간|월)'
    """
    return "(?:" + "|".join(sorted(table, key=len, reverse=True)) + ")"
