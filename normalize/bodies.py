"""Government bodies (기관): spelled, shortened, in one Hanja or letter-spaced, to one name each.

`국토부` is 국토교통부, `서울시` 서울특별시, `금천구` 서울특별시 금천구. `市`, `區`, `道`, `郡` and 시청, 구청 name
a kind of body without saying which. A name that two regions share (`중구`, `고성군`) keeps its short form: its
region is not guessed. To add a body: a line in a table here or in `normalize.places`, and a row in
tests/normalize/test_bodies.py.
"""

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from normalize.folding import fold
from normalize.places import FORMER_REGIONS, REGION_OF_WORD, REGIONS_OF, only_region

__all__ = ["Body", "BodyKind", "find_places", "read_body"]

BodyKind = Literal[
    "ministry", "agency", "metropolitan", "province", "city", "county", "district", "office"
]
"""ministry 부·처·위원회, agency 청·공사·공단, metropolitan 특별·광역시, province 도, city 시, county 군,
district 자치구, office 기초 단체의 국·과 등."""

_MINISTRIES: Final[dict[str, str]] = {
    "기획재정부": "기재부",
    "재정경제부": "재경부",
    "기획예산처": "예산처",
    "교육부": "",
    "과학기술정보통신부": "과기정통부 과기부",
    "외교부": "",
    "통일부": "",
    "법무부": "",
    "국방부": "",
    "행정안전부": "행안부",
    "국가보훈부": "보훈부",
    "문화체육관광부": "문체부 문광부",
    "농림축산식품부": "농식품부 농림부",
    "산업통상자원부": "산업부 산자부",
    "산업통상부": "",
    "보건복지부": "복지부",
    "환경부": "",
    "기후에너지환경부": "기후부 기후환경부",
    "고용노동부": "고용부 노동부",
    "여성가족부": "여가부",
    "성평등가족부": "",
    "국토교통부": "국토부",
    "국토해양부": "",
    "해양수산부": "해수부",
    "중소벤처기업부": "중기부",
    "인사혁신처": "인사처",
    "법제처": "",
    "식품의약품안전처": "식약처",
    "국가데이터처": "데이터처",
    "지식재산처": "",
    "국무조정실": "국조실",
    "국무총리실": "총리실",
    "공정거래위원회": "공정위",
    "금융위원회": "금융위",
    "국민권익위원회": "권익위",
    "개인정보보호위원회": "개인정보위",
    "방송통신위원회": "방통위",
    "지방시대위원회": "지방시대위",
    "국가균형발전위원회": "균형위",
    "감사원": "",
}
_AGENCIES: Final[dict[str, str]] = {
    "국세청": "",
    "관세청": "",
    "조달청": "",
    "통계청": "",
    "병무청": "",
    "방위사업청": "방사청",
    "경찰청": "",
    "소방청": "",
    "국가유산청": "유산청",
    "문화재청": "",
    "농촌진흥청": "농진청",
    "산림청": "",
    "특허청": "",
    "질병관리청": "질병청",
    "기상청": "",
    "행정중심복합도시건설청": "행복청",
    "새만금개발청": "새만금청",
    "해양경찰청": "해경청",
    "재외동포청": "",
    "우주항공청": "우주청",
    "한국토지주택공사": "LH LH공사 토지주택공사",
    "서울주택도시공사": "SH SH공사",
    "경기주택도시공사": "GH GH공사",
    "한국농어촌공사": "농어촌공사",
    "한국수자원공사": "K-water 수자원공사",
    "한국도로공사": "도로공사",
    "한국철도공사": "코레일 철도공사",
    "국가철도공단": "철도공단",
    "한국환경공단": "환경공단",
    "근로복지공단": "",
    "한국산업단지공단": "산단공 산업단지공단",
    "국민건강보험공단": "건보공단",
}
_KINDS_ALONE: Final[dict[str, tuple[str, BodyKind]]] = {
    "市": ("시", "metropolitan"),
    "시": ("시", "metropolitan"),
    "道": ("도", "province"),
    "도": ("도", "province"),
    "區": ("구", "district"),
    "구": ("구", "district"),
    "郡": ("군", "county"),
    "군": ("군", "county"),
    "시청": ("시", "city"),
    "도청": ("도", "province"),
    "구청": ("구", "district"),
    "군청": ("군", "county"),
}
_KIND_OF_LAST: Final[dict[str, BodyKind]] = {"시": "city", "군": "county", "구": "district"}
_OFFICE: Final = re.compile(
    r"[가-힣·]{1,18}(?:과|담당관|국|실|본부|사업소|보건소|센터|단|팀|관|소)$"
)
_NOT_OFFICE: Final = re.compile(
    r"(?:결과|효과|성과|초과|통과|경과|교과|사과|기관|입국|외국|전국|현실|사실|장소|해소|감소|축소|요소|수단|진단|집단)$"
)


class Body(NamedTuple):
    """A government body.

    Attributes:
        name: Full name; for a district, city or county with its region, where only one has that name.
        kind: See `BodyKind`.
        region: The metropolitan city or province it lies in or is, or empty.
        raw: As printed.
    """

    name: str
    kind: BodyKind
    region: str
    raw: str


def _region_kind(region: str) -> BodyKind:
    return "province" if region.endswith("도") else "metropolitan"


def _national(table: dict[str, str], kind: BodyKind) -> dict[str, tuple[str, BodyKind]]:
    """Return every spelling of a table -> full name and kind."""
    return {word: (name, kind) for name, short in table.items() for word in (name, *short.split())}


_NATIONAL: Final = _national(_MINISTRIES, "ministry") | _national(_AGENCIES, "agency")

_PLACE: Final = re.compile(
    r"(?P<region>"
    + "|".join(sorted(REGION_OF_WORD, key=len, reverse=True))
    + r") ?(?P<local>"
    + "|".join(sorted(REGIONS_OF, key=len, reverse=True))
    + r")(?:청|의회|장)?(?=[은는이가의에과와도만을를] |[^가-힣]|\Z)"
)


@lru_cache(maxsize=2048)
def read_body(text: str) -> Body | None:
    """Return the body that a whole cell or bracket names; None if it names none.

    >>> read_body("국토부").name, read_body("금 천 구").name, read_body("중구").name
    ('국토교통부', '서울특별시 금천구', '중구')
    >>> read_body("도시재생과").kind, read_body("추진 결과")
    ('office', None)
    """
    if len(text) > 60:
        return None
    folded = fold(text).strip(" ()[]【】※*·")
    word = folded.replace(" ", "")
    if word in _NATIONAL:
        return Body(*_NATIONAL[word], region="", raw=text)
    if word in REGION_OF_WORD:
        region = REGION_OF_WORD[word]
        return Body(region, _region_kind(region), region, text)
    if word in _KINDS_ALONE:
        return Body(*_KINDS_ALONE[word], region="", raw=text)
    return _local(word, text) or _office(word, text)


def _local(word: str, raw: str) -> Body | None:
    """Read a city, county or district, with or without its region in front."""
    for name in (word, word.removesuffix("청"), word.removesuffix("의회")):
        if name in REGIONS_OF:
            region = only_region(name)
            return Body(f"{region} {name}".strip(), _KIND_OF_LAST[name[-1]], region, raw)
        if (place := _PLACE.fullmatch(name)) and (body := _placed(place, raw)):
            return body
    return None


def _placed(place: re.Match[str], raw: str) -> Body | None:
    region, name = REGION_OF_WORD[place["region"]], place["local"]
    if FORMER_REGIONS.get(region, region) not in REGIONS_OF[name]:
        return None
    return Body(f"{region} {name}", _KIND_OF_LAST[name[-1]], region, raw)


def _office(word: str, raw: str) -> Body | None:
    """Read the name of an office: 도시재생과, 보건소."""
    if len(word) < 3 or _NOT_OFFICE.search(word) or not _OFFICE.fullmatch(word):
        return None
    return Body(word, "office", "", raw)


def find_places(text: str) -> list[tuple[int, int, Body]]:
    """Return the cities, counties and districts that stand behind their region, with their places.

    >>> [body.name for _, _, body in find_places("서울 금천구의 도시재생, 경기도 화성시")]
    ['서울특별시 금천구', '경기도 화성시']
    """
    found: list[tuple[int, int, Body]] = []
    for place in _PLACE.finditer(text):
        body = _placed(place, place[0])
        if body is not None:
            found.append((place.start(), place.end("local"), body))
    return found
