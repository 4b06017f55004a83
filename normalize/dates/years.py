"""Words that name a year: from where they count it.

A relative year counts from another one that is known, an era from its first.
"""

from typing import Final

__all__ = ["DEICTIC_YEARS", "ERAS", "RELATIVE_YEARS"]

DEICTIC_YEARS: Final[dict[str, int]] = {
    "지지난해": -2,
    "재작년도": -2,
    "재작년": -2,
    "지난해": -1,
    "작년도": -1,
    "작년": -1,
    "올해": 0,
    "금년도": 0,
    "금년": 0,
    "내후년": 2,
    "내년도": 1,
    "내년": 1,
    "명년": 1,
    "今年": 0,
    "昨年": -1,
    "來年": 1,
    "明年": 1,
}
"""Years counted from the day of writing."""

RELATIVE_YEARS: Final[dict[str, int]] = {
    "전전년도": -2,
    "전전년": -2,
    "직전연도": -1,
    "직전년도": -1,
    "전년도": -1,
    "전년": -1,
    "당해연도": 0,
    "당해년도": 0,
    "당해 연도": 0,
    "당해 년도": 0,
    "당해": 0,
    "해당연도": 0,
    "해당년도": 0,
    "당년도": 0,
    "당년": 0,
    "본년도": 0,
    "현년도": 0,
    "현연도": 0,
    "동년도": 0,
    "동년": 0,
    "같은 해": 0,
    "같은해": 0,
    "같은 연도": 0,
    "같은 년도": 0,
    "차차년도": 2,
    "차년도": 1,
    "차기년도": 1,
    "차기연도": 1,
    "익익년도": 2,
    "익익년": 2,
    "익년도": 1,
    "익년": 1,
    "다음연도": 1,
    "다음 연도": 1,
    "다음년도": 1,
    "다음해": 1,
    "다음 해": 1,
    "이듬해": 1,
    "前年": -1,
    "當年": 0,
    "同年": 0,
    "翌年": 1,
}
"""Years counted from the year that the text speaks of."""

ERAS: Final[dict[str, tuple[int, int]]] = {
    "단기": (-2333, 9999),
    "檀紀": (-2333, 9999),
    "서기": (0, 9999),
    "西紀": (0, 9999),
    "明治": (1867, 45),
    "명치": (1867, 45),
    "메이지": (1867, 45),
    "大正": (1911, 15),
    "대정": (1911, 15),
    "다이쇼": (1911, 15),
    "昭和": (1925, 64),
    "소화": (1925, 64),
    "쇼와": (1925, 64),
}
"""Era -> the year before its first, and how many years it has. Deeds and land registers keep the Japanese ones."""
