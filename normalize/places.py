"""The 17 metropolitan cities and provinces (시·도) and the 226 cities, counties, districts (시·군·구).

Names are those of the local autonomy act (지방자치법) at the end of 2025; `SUCCESSORS` holds names
that came later or went before, so that older and newer reports are recognised, too.
"""

from typing import Final

__all__ = [
    "FORMER_REGIONS",
    "PLACES",
    "REGIONS_OF",
    "REGION_OF_WORD",
    "REGION_SHORT",
    "SUCCESSORS",
    "only_region",
]

PLACES: Final[dict[str, str]] = {
    "서울특별시": (
        "종로구 중구 용산구 성동구 광진구 동대문구 중랑구 성북구 강북구 도봉구 노원구 은평구 서대문구 마포구 "
        "양천구 강서구 구로구 금천구 영등포구 동작구 관악구 서초구 강남구 송파구 강동구"
    ),
    "부산광역시": (
        "중구 서구 동구 영도구 부산진구 동래구 남구 북구 해운대구 사하구 금정구 강서구 연제구 수영구 사상구 기장군"
    ),
    "대구광역시": "중구 동구 서구 남구 북구 수성구 달서구 달성군 군위군",
    "인천광역시": "중구 동구 미추홀구 연수구 남동구 부평구 계양구 서구 강화군 옹진군",
    "광주광역시": "동구 서구 남구 북구 광산구",
    "대전광역시": "동구 중구 서구 유성구 대덕구",
    "울산광역시": "중구 남구 동구 북구 울주군",
    "세종특별자치시": "",
    "경기도": (
        "수원시 성남시 의정부시 안양시 부천시 광명시 평택시 동두천시 안산시 고양시 과천시 구리시 남양주시 오산시 "
        "시흥시 군포시 의왕시 하남시 용인시 파주시 이천시 안성시 김포시 화성시 광주시 양주시 포천시 여주시 "
        "연천군 가평군 양평군"
    ),
    "강원특별자치도": (
        "춘천시 원주시 강릉시 동해시 태백시 속초시 삼척시 홍천군 횡성군 영월군 평창군 정선군 철원군 화천군 양구군 "
        "인제군 고성군 양양군"
    ),
    "충청북도": "청주시 충주시 제천시 보은군 옥천군 영동군 증평군 진천군 괴산군 음성군 단양군",
    "충청남도": (
        "천안시 공주시 보령시 아산시 서산시 논산시 계룡시 당진시 금산군 부여군 서천군 청양군 홍성군 예산군 태안군"
    ),
    "전북특별자치도": (
        "전주시 군산시 익산시 정읍시 남원시 김제시 완주군 진안군 무주군 장수군 임실군 순창군 고창군 부안군"
    ),
    "전라남도": (
        "목포시 여수시 순천시 나주시 광양시 담양군 곡성군 구례군 고흥군 보성군 화순군 장흥군 강진군 해남군 영암군 "
        "무안군 함평군 영광군 장성군 완도군 진도군 신안군"
    ),
    "경상북도": (
        "포항시 경주시 김천시 안동시 구미시 영주시 영천시 상주시 문경시 경산시 의성군 청송군 영양군 영덕군 청도군 "
        "고령군 성주군 칠곡군 예천군 봉화군 울진군 울릉군"
    ),
    "경상남도": (
        "창원시 진주시 통영시 사천시 김해시 밀양시 거제시 양산시 의령군 함안군 창녕군 고성군 남해군 하동군 산청군 "
        "함양군 거창군 합천군"
    ),
    "제주특별자치도": "",
}
"""Region -> its cities, counties and districts."""

REGION_SHORT: Final[dict[str, str]] = {
    "서울특별시": "서울 서울시",
    "부산광역시": "부산 부산시",
    "대구광역시": "대구 대구시",
    "인천광역시": "인천 인천시",
    "광주광역시": "광주광역",
    "대전광역시": "대전 대전시",
    "울산광역시": "울산 울산시",
    "세종특별자치시": "세종 세종시",
    "경기도": "경기",
    "강원특별자치도": "강원",
    "충청북도": "충북 충북도",
    "충청남도": "충남 충남도",
    "전북특별자치도": "전북 전북도",
    "전라남도": "전남 전남도",
    "경상북도": "경북 경북도",
    "경상남도": "경남 경남도",
    "제주특별자치도": "제주 제주도",
}
"""Region -> short forms. 광주 and 광주시 are left out: there are two."""

FORMER_REGIONS: Final[dict[str, str]] = {"강원도": "강원특별자치도", "전라북도": "전북특별자치도"}
"""Name of a region before its law changed -> name now; older reports keep theirs."""

SUCCESSORS: Final[dict[str, str]] = {
    "인천광역시": "제물포구 영종구 검단구 남구",
    "경기도": "여주군",
    "경상북도": "군위군",
    "충청북도": "청원군",
    "충청남도": "연기군 당진군",
    "경상남도": "마산시 진해시",
    "제주특별자치도": "제주시 서귀포시",
}
"""Region -> names from before or after, and the administrative cities of 제주."""
_HAS_TWO: Final = frozenset({"광주시"})  # names that also shorten a metropolitan city


def _places() -> dict[str, set[str]]:
    """Return local name -> the regions that have it."""
    regions: dict[str, set[str]] = {}
    for table in (PLACES, SUCCESSORS):
        for region, names in table.items():
            for name in names.split():
                regions.setdefault(name, set()).add(region)
    return regions


REGIONS_OF: Final = _places()
"""Local name -> the regions that have it."""
REGION_OF_WORD: Final[dict[str, str]] = (
    {region: region for region in PLACES}
    | {former: former for former in FORMER_REGIONS}
    | {short: region for region, words in REGION_SHORT.items() for short in words.split()}
)
"""A region's name, short, full or former -> the region."""


def only_region(name: str) -> str:
    """Return the region of a local name, or empty where more than one could be meant."""
    regions = REGIONS_OF[name]
    return next(iter(regions)) if len(regions) == 1 and name not in _HAS_TWO else ""
