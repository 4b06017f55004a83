"""Words that name a year, and how far it lies from the one they count from."""

from typing import Final

__all__ = ["DEICTIC_YEARS", "RELATIVE_YEARS"]

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
}
"""Years counted from the year that the text speaks of."""
