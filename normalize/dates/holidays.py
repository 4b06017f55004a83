"""Korean holidays that stand for a date (2020년 추석).

The lunar ones follow the lunisolar calendar of the Korea Astronomy and Space Science Institute
(한국천문연구원), 1990 to 2050, one MMDD a year. To add a fixed day: a line in `FIXED`.
"""

from datetime import date
from typing import Final

__all__ = ["FIXED", "LUNAR", "holiday"]

_FIRST_YEAR: Final = 1990
_SEOLLAL: Final = (
    "0127 0215 0204 0123 0210 0131 0219 0208 0128 0216 0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 "
    "0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0207 0127 0213 0203 0123 "
    "0211 0131 0219 0208 0128 0215 0204 0124 0212 0201 0122 0210 0130 0217 0206 0126 0214 0202 0123"
).split()
_CHUSEOK: Final = (
    "1003 0922 0911 0930 0920 0909 0927 0916 1005 0924 0912 1001 0921 0911 0928 0918 1006 0925 0914 1003 0922 "
    "0912 0930 0919 0908 0927 0915 1004 0924 0913 1001 0921 0910 0929 0917 1006 0925 0915 1003 0922 0912 1001 "
    "0919 0908 0927 0916 1004 0924 0913 1002 0921 0910 0928 0917 1005 0925 0915 1004 0922 0911 0930"
).split()
_BUDDHA: Final = (
    "0502 0521 0510 0528 0518 0507 0524 0514 0503 0522 0511 0501 0519 0508 0526 0515 0505 0524 0512 0502 0521 "
    "0510 0528 0517 0506 0525 0514 0503 0522 0512 0430 0519 0508 0527 0515 0505 0524 0513 0502 0520 0509 0528 "
    "0516 0506 0525 0515 0503 0522 0511 0430 0518 0507 0526 0516 0505 0524 0513 0502 0520 0509 0528"
).split()
LUNAR: Final[dict[str, list[str]]] = {
    "설날": _SEOLLAL,
    "구정": _SEOLLAL,
    "추석": _CHUSEOK,
    "한가위": _CHUSEOK,
    "부처님오신날": _BUDDHA,
    "석가탄신일": _BUDDHA,
}
FIXED: Final[dict[str, tuple[int, int]]] = {
    "신정": (1, 1),
    "삼일절": (3, 1),
    "3.1절": (3, 1),
    "근로자의 날": (5, 1),
    "어린이날": (5, 5),
    "현충일": (6, 6),
    "제헌절": (7, 17),
    "광복절": (8, 15),
    "개천절": (10, 3),
    "한글날": (10, 9),
    "성탄절": (12, 25),
}


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday in a year, or None outside the table.

    >>> holiday("추석", 2020)
    datetime.date(2020, 10, 1)
    """
    if name in FIXED:
        return date(year, *FIXED[name])
    days = LUNAR.get(name, [])
    if 0 <= year - _FIRST_YEAR < len(days):
        stamp = days[year - _FIRST_YEAR]
        return date(year, int(stamp[:2]), int(stamp[2:]))
    return None
