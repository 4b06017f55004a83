"""Rates and counts among the lines of a table of won: what no unit of money is meant for.

(단위 : 기관, 백만원)   구분 | 단체수 | 예산액          a count, by its head
구분 | 목표 | 실적 | 사업비     counts beside a head that speaks of money
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from extract.parsers.heads import read_path
from extract.parsers.table_years import BodyPaths
from normalize.money import Unit

__all__ = ["BUDGET", "counted_columns", "counted_rows", "counts", "heads_counts", "is_rate"]

BUDGET: Final = re.compile(
    r"예산|사업비|소요액|소요예산|재원|투자|지원액|지원금|보조금|집행|결산|세입|세출|출연금|비용|교부|기금|국비|시비|도비|구비|총액"
)
_RATE: Final = re.compile(r"율$|률$|율\(|률\(|%|비율|비중|구성비|증감률|\)/")
_SHARE: Final = re.compile(r"(?:[국시도구군]|지방)비\s?[(\[]?\d{1,3}(?:\.\d+)?%[)\]]?$")
"""`국비(50%)` says how large its share is, and holds amounts."""
_PEOPLE: Final = r"(?:대상|수혜|참여|이용|신청|수료|참가|종사|취업|근로|봉사|응시|합격|실업|구직|방문|체납|가입|등록|입소|퇴소)자|(?:관광|방문|관람|이용|탑승)객|(?:수강|교육|졸업|수련|실습)생"
_BODIES: Final = "기관|단체|기업|업체|학교|시설|마을|농가|가구|세대|사업장|점포|개사"
_COUNTED: Final = "일자리|사업|위원|직원|단지|학생|회원|차량|동|호|조합원?|법인|지구|지역|과제|품목|사례|팀|학급|교사|교원|아동|노인|주민|환자|어선|필지|건물|주택|객실|병상|강좌|과정|경로당|어린이집|정류장|회의|행사|강사|동아리|작품|좌석|사업체|기기|장비|교실|노선|구간|차로"
_COUNT: Final = re.compile(
    rf"(?:^쪽수?|페이지|건수|개소수|면수|필지수|노선수|인원|개소|명수|세대|횟수|(?:{_PEOPLE}|{_BODIES}|{_COUNTED})\s?수|물량|사업량|연장\s?[×xX·]\s?폭|(?:조성|준공|설치|설립|개관|개통|건립|매입|취득|착공|지정|구입|제작)[연년]도|면적|개수|연번|순번|연장|수량|대수|\((?:명|건|개소|개|회|㎡|ha|km|㎞|대|호|%)\))$"
)
_COUNTED_HEAD: Final = re.compile(
    rf"(?:총\s?|연\s?)?(?:{_PEOPLE}|(?:지원|참여|수혜|대상|선정|신청|협력|운영|수행|입주|관련|이용|방문|가입)\s?(?:{_BODIES}))"
)
"""A head of people or bodies: a figure below it is how many they are."""
_BARE_COUNT: Final = re.compile(
    rf"(?:총\s?)?(?:{_BODIES}|사업단|팀|학급|교사|교원|학생|아동|노인|주민|환자|회원|위원|직원|차량|어선|필지|건물|병상|강좌|과정|경로당|어린이집|회의|강사|동아리)"
)
"""`사업단` beside 인원 and 예산: so many of them, where the unit line counts."""
_PERFORMANCE: Final = re.compile(
    r"(?:당초|추진|지원|신청|선정|목표)?\s?(?:목표|실적|계획|대상|완료|접수|신청|선정|보급|공급)\s?(?:물?량|수)?"
)
"""Heads of what is counted, where the table has another unit beside won."""
_NOT_COUNTED: Final = frozenset({"KRW", "%"})
_MONEY: Final = re.compile(r"(?:액|금|료|원|단가|(?<![정준장대소설])비|시설비)$")
"""지급액, 인건비; 도로정비 and 기계설비 name no money."""


def counted_columns(units: Sequence[Unit], paths: BodyPaths) -> frozenset[int]:
    """The columns that hold what is counted, of a table whose unit line counts beside won."""
    return _counted(paths.across) if _counts_beside_won(units) else frozenset()


def counted_rows(units: Sequence[Unit], paths: BodyPaths) -> frozenset[int]:
    """The rows that do, where the columns are of years or totals and say nothing of it."""
    heads = ["".join(path) for path in paths.across.values()]
    if not _counts_beside_won(units) or any(map(_says_what, heads)):
        return frozenset()
    return _counted(paths.down)


def _says_what(head: str) -> bool:
    return heads_counts(head) or bool(BUDGET.search(head) or _MONEY.search(head))


def _counts_beside_won(units: Sequence[Unit]) -> bool:
    """Whether a unit line names something counted beside won: `(단위 : 동, 천원)`."""
    codes = {unit.code for unit in units}
    return "KRW" in codes and not codes <= _NOT_COUNTED


def _counted(paths: Mapping[int, tuple[str, ...]]) -> frozenset[int]:
    """The lines whose heads are silent of money; where a head says itself that it counts, the others are of won: 실적 too."""
    heads = ["".join(path) for path in paths.values()]
    if not any(BUDGET.search(head) or _MONEY.search(head) for head in heads):
        return frozenset()
    themselves = [at for at, head in zip(paths, heads, strict=True) if _counts_itself(head)]
    if themselves:
        return frozenset(themselves)
    return frozenset(at for at, path in paths.items() if path and _is_silent(path))


def _counts_itself(head: str) -> bool:
    return (heads_counts(head) and not is_rate(head)) or _BARE_COUNT.fullmatch(head) is not None


def _is_silent(path: tuple[str, ...]) -> bool:
    """Whether a head says neither money nor source, year or total."""
    head, last = "".join(path), path[-1]
    if BUDGET.search(head) or _MONEY.search(last):
        return False
    if _PERFORMANCE.fullmatch(last):
        return True
    said = read_path(path)
    return not (said.source or said.year or said.measure or said.several) and bool(said.program)


@lru_cache(maxsize=4096)
def heads_counts(head: str) -> bool:
    """Whether the figures below a head are rates or counts; beside a row `참여기업` may be who pays.

    >>> heads_counts("단체수"), heads_counts("수혜자"), heads_counts("유지보수"), counts("참여기업")
    (True, True, False, False)
    """
    return counts(head) or _COUNTED_HEAD.fullmatch(head) is not None


@lru_cache(maxsize=4096)
def counts(head: str) -> bool:
    """Whether a column holds rates or counts."""
    return is_rate(head) or _COUNT.search(head) is not None


@lru_cache(maxsize=4096)
def is_rate(head: str) -> bool:
    """Whether a column holds rates.

    >>> is_rate("증감률(%)"), is_rate("국비(50%)")
    (True, False)
    """
    return _RATE.search(head) is not None and not _SHARE.search(head)
