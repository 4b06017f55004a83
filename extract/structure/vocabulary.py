"""The words that structure knows: section titles, departments, list heads. Data, with where each was seen.

To add a word: into its tuple, with a test row in tests/extract/structure/test_vocabulary.py.
"""

import re
from functools import lru_cache
from typing import Final

from extract.outline import SectionKind
from normalize.bodies import read_body

__all__ = [
    "DIVISION_ENDS",
    "IN_CHARGE",
    "OFFICE_BEHIND",
    "OFFICE_ENDS",
    "PLEDGED",
    "STATES",
    "joined",
    "labels_a_name",
    "numbered_office",
    "office_name",
    "section_kind",
    "squeeze",
    "unspaced",
    "without_aside",
]

STATES: Final = r"계속|신규|완료|종료|확대|보완|변경|추진\s?중"
"""What lists and titles say of a project, as a pattern."""
PLEDGED: Final = r"(?:공약|현안|역점|핵심|국정|시책|지시)[^\t\n]{0,8}"
"""What a title's frame says behind the state of a project: a pledge (공약 5-1), a matter of the day (현안), as a pattern."""
DIVISION_ENDS: Final = r"과|담당관|실|단|센터|소|처"
"""How the names of divisions end, as a pattern without its group."""
OFFICE_ENDS: Final = rf"{DIVISION_ENDS}|국"
"""How the names of divisions and of the bureaus (국) above them end, as a pattern without its group."""
IN_CHARGE: Final = r"[가-힣]{2,14}(?:과|담당관|단|팀|센터|사업소|처)"
OFFICE_BEHIND: Final = re.compile(
    r"\s*[【\[(〔<〈]\s*([가-힣0-9·]{2,15}(?:과|담당관))(?:\s?,\s?[가-힣0-9·]{2,15})?\s*[】\])〕>〉]$"
)
"""`도시철도 2호선 연장 【철도정책과】`: who is in charge, in brackets behind a title."""
"""How the office in charge is called in the last cell of a title's frame, as a pattern."""

_KINDS: Final[tuple[tuple[SectionKind, str], ...]] = (
    # Order matters: a title is what the first row that fits says it is.
    ("mixed", r"(?:실적|상황|경과|경위|현황|성과)(?:및|과|와|·|,|/)(?:향후|추진|세부)?(?:계획|일정)|^세부(?:사업|과제)$"),
    ("budget", r"소요예산|소요재원|예산(?:현황|내역|편성|집행)|산출(?:근거|내역|기초)$|재원조달|투자계획|소요사업비|연차별(?!추진)"),
    ("plan", r"추진계획|향후계획|향후일정|추진일정|향후추진|추진방안|추진방향|세부계획|세부추진|연간계획|추진전략|사업추진일정|실행계획$|계획$"),
    ("results", r"추진실적|추진사항|추진상황|추진경과|추진경위|추진현황|주요성과|추진성과|그간의?(?:추진|경과|성과)|운영실적|실적$|성과$|경과$|경위$"),
    ("problems", r"문제점|개선방안|개선방향|개선사항|현안|대응방안|대응방향|애로|쟁점"),
    ("effects", r"기대효과|파급효과|효과$"),
    ("overview", r"사업개요|추진개요|운영개요|행사개요|조성개요|용역개요|시설개요|개요$|사업내용$|주요내용$"),
    ("need", r"필요성|추진배경|추진근거|배경$|목적$|근거$"),
    ("status", r"현황$|일반현황|계획의?범위$"),
)  # fmt: skip
_KIND_PATTERNS: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_PART_NUMBER: Final = re.compile(r"\d{1,2}\s+(?=[가-힣])")
_DIVISION_ENDS: Final = ("과", "담당관", "국", "실", "본부", "추진단")
_NAME_LABEL: Final = re.compile(r"(?:세부|단위|정책|공약|추진)?(?:사업|과제|공약)(?:사업)?명")
_YEAR_BUDGET: Final = re.compile(r"^(?:20\d\d|'\d\d)년?도?(?:소요)?(?:예산|사업비|연구비)")
_RUN: Final = re.compile(r"(?<!\S)[가-힣](?: [가-힣]){2,}(?!\S)")
_ASIDE: Final = re.compile(r"\s+[*※].*$", re.DOTALL)
_SPACED: Final = re.compile(r"(?:[가-힣] ){1,}[가-힣]")
_OFFICE: Final = re.compile(
    r"[가-힣A-Z·&0-9]{1,15}(?:과|담당관|국|실|단|센터|관|소|본부|원|청|처|추진반|사업소|팀|담당|지사|(?<!아)파트|소방서|경찰서|세무서|교육대|구조대|기동대|항공대"
    r"|부)"
)
_NO_OFFICE: Final = re.compile(
    r"결과|효과|성과|(?<![환조])경과|교과|(?<![유교소])통과|부과|초과|전국|외국|한국|미국|중국|각국|(?<![감조])사실|현실|(?<!안)내실|확실|부실|(?<!추)진단|집단|수단|판단|차단|중단"
    r"|(?:기관|주관|소관|장소|개소|해소|축소|감소|요소|(?<!사)업소|최소|청소(?!년)|직원|지원|인원|재원|정원|현원|자원|공원|병원|요청|신청|의견|여건)(?![과국부처팀]$)"
    r"|시청$|구청$|위원$"
    r"|(?:근|상|조|대|출|부|정|피|거래|문의|납품|발급|접수|연락|배출|사용|수요|공급|판매|발주|제출|신고|구매|구입|매입|수입|보관|예약|주문|지급|지출|투자|취업|이용|의뢰|협력|후원|제휴|위탁|소비|고객)처$"
    r"|(?:중앙정|지방정|간|여|첨|납|거|송|세|세입|세출|남자|여자|성인|단체|초등|중등|고등|일반인|유치|제\d|혼부|임산|시점|종점|접속)부$"
    r"|도지사$|(?:업무|주무|사업|실무|행사)담당$"
)

_PHONE: Final = re.compile(r"\s*[(\[]?\s*☎[^()가-힣]*[)\]]?\s*$")


def squeeze(text: str) -> str:
    """Runs of blanks to one blank.

    >>> squeeze("추진   사항 ")
    '추진 사항'
    """
    return " ".join(text.split())


@lru_cache(maxsize=16384)
def unspaced(text: str) -> str:
    """A letter-spaced word without its blanks; other text is only squeezed.

    >>> unspaced("도 시 재 생 과"), unspaced("사  업  비"), unspaced("사업 개요")
    ('도시재생과', '사업비', '사업 개요')
    """
    text = " ".join(text.split())
    return text.replace(" ", "") if _SPACED.fullmatch(text) else text


def joined(words: str) -> str:
    """Words with the letter-spaced runs among them closed up.

    >>> joined("2025년 주 요 업 무 계 획")
    '2025년 주요업무계획'
    """
    return _RUN.sub(lambda run: run[0].replace(" ", ""), words)


def without_aside(words: str) -> str:
    """A title without the remark set behind it in small type.

    >>> without_aside("주거급여 지원사업 *수급자현황 : 1,229가구")
    '주거급여 지원사업'
    """
    return _ASIDE.sub("", words) if "*" in words or "※" in words else words


@lru_cache(maxsize=4096)
def labels_a_name(words: str) -> bool:
    """Whether a label is that of a project's name, in a form.

    >>> labels_a_name("사 업 명"), labels_a_name("세부사업명"), labels_a_name("사업내용")
    (True, True, False)
    """
    return _NAME_LABEL.fullmatch("".join(words.split())) is not None


@lru_cache(maxsize=4096)
def section_kind(title: str) -> SectionKind | None:
    """What a section of this title is for, or None if the title is not known.

    >>> section_kind("문제점 및 개선방향"), section_kind("2020년 소요예산"), section_kind("말미마을 실행도")
    ('problems', 'budget', None)
    """
    bare = "".join(title.split()).strip("*#:.")
    if _YEAR_BUDGET.match(bare):
        return "budget"
    for kind, pattern in _KIND_PATTERNS:
        if pattern.search(bare):
            return kind
    return None


@lru_cache(maxsize=4096)
def numbered_office(words: str) -> str:
    """The division that stands behind the number of its part, or empty; a centre or a hall is a work as often.

    >>> numbered_office("1 해양정책과"), numbered_office("2 시립요양원"), numbered_office("해양정책과")
    ('해양정책과', '', '')
    """
    found = _PART_NUMBER.match(words)
    name = office_name(words[found.end() :]) if found else ""
    return name if name.endswith(_DIVISION_ENDS) else ""


@lru_cache(maxsize=4096)
def office_name(line: str) -> str:
    """The office that a line of its own names, without letter-spacing and telephone, or empty.

    >>> office_name("도 시 재 생 과"), office_name("일자리창출과"), office_name("기대효과")
    ('도시재생과', '일자리창출과', '')
    """
    words = (_PHONE.sub("", line) if "☎" in line else line).split()
    name = "".join(words)
    if len(words) > 1 and max(map(len, words)) > 1:
        return ""
    if len(name) < 3 or not _OFFICE.fullmatch(name) or _NO_OFFICE.search(name[-4:]):
        return ""
    body = read_body(name) if name[-1] == "부" else None
    if body and body.kind == "ministry":
        return ""
    return name
