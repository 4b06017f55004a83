"""What the head words of a table say about its cells: source of funds, fiscal year, measure, programme.

    재원별 | 총사업비 | '24년        | '25년 이후          국비 at 24년 > 집행: source 국비, year 2024, executed
           |          | 예산 | 집행  |

To add a measure: a row in `MEASURES`, and a row in tests/extract/parsers/test_heads.py.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from extract.outline import Section
from extract.parsers.labels import clean_label
from normalize.sources import Source, read_source

__all__ = [
    "MEASURES",
    "Heads",
    "budget_year",
    "fiscal_year",
    "heads_in_brackets",
    "measure_of_word",
    "read_path",
]

MEASURES: Final[tuple[tuple[str, str], ...]] = (
    ("", r"증감|비교|(?<!부)대비|증△감|△"),
    (
        "executed",
        r"집행(?!\s?(?:예산|계획|예정|잔))|지출(?!\s?잔)|결산|실적|기성|^기집행",
    ),
    ("balance", r"잔액|불용|잔여"),
    (
        "",
        r"(?<!\()이월(?!\s?사업)|반납|수납|징수|잉여금|추경(?!\s?예산액)|간주|융자",
    ),
    (
        "budget",
        r"향후|기확보|이월\s?사업|\(이월|예산|사업비|소요|재원|투자|계획|정부안|확정|당초|본예산|수정|지원액|보조금|금액|총액|요구|조정|배정|출연금",
    ),
)
"""Measure, pattern of the head words that say it; an empty measure is given as printed."""

_MEASURES: Final = tuple((name, re.compile(pattern)) for name, pattern in MEASURES)
_ASIDE: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$")
"""`기타 (공기업, 민간 등)` is 기타."""
_SPACED: Final = re.compile(r"[가-힣](?: [가-힣])+(?![가-힣])")
"""`집 행 (6월 말)`"""
_BESIDE: Final = re.compile(r"[^()\[\]]{1,16}[(\[]\s?([가-힣][가-힣\s]{0,9})\s?[)\]]")
"""`계획액 (수정)`, `집행액 [실집행액]`, `사업비(국비)`"""
_PAID_BY: Final = re.compile(r"(?:보조금|지원금|출연금|사업비|예산액?)\s?\(([^()]{1,8})\)")
_YEAR: Final = re.compile(
    # Not the code of a chapter of a budget: (장 2000)사회개발.
    r"(?<![\d.])(?<![(\[ ][장관항목절] )(?<![(\[ ][장관항목절])(?<!세항 )(?<!세항)(?:(20\d\d)|'\s?(\d\d))\s?(?:년도?|학년도|회계연도|\.|(?=$|[\s()]|안(?=$|[\s(])|(?:본|총|당초)?(?:예산|계획|집행|사업비|요구|추경|소요|투자|이전|이후|까지)))"
)
_BARE_YEAR: Final = re.compile(r"[12]\d년도?(?:\s?\([^()\d]*\))?(?:\s?(?:본)?(?:예산|집행|결산))?")
"""`24년`, `25년 예산`: a head that is all a year of two digits."""
_SEVERAL: Final = re.compile(r"이전|이후|까지|부터|~|향후|누계")
_ONE_YEAR: Final = re.compile(r"\((?:20\d\d|'\d\d)년?\)$")
"""`향후투자('26년)` is of one year."""
_TOTAL: Final = re.compile(r"(?:총|합|소|누)?\s?계|총액|총사업비|총예산|소요예산|사업비|총소요액")
_ROW_MEASURE: Final = re.compile(
    r"(?:총|본|당초|소요|사업)?\s?(?:예산|집행|지출|결산|사업비|소요액)(?:액|실적|현액|금액)?"
)
_AMOUNT_NAME: Final = re.compile(
    r"(?:예산|지출|집행|결산|수납|징수결정|불용|교부|반납|정산|집행잔|지출잔|잔|불용잔)(?:현)?액|(?:(?:다음|차)[연년]?도\s?|명시\s?|사고\s?)?이월액"
)
_MEASURE_LENGTH: Final = 14
_UNIT: Final = re.compile(r"\s?[(\[][^)\]]{0,12}(?:원|%|불|달러)[)\]]")
_SHARE: Final = re.compile(r"\s?\d{1,3}(?:\.\d+)?\s?%$")
"""`국비 50%` says how large its share is."""
_OF_SOURCE: Final = re.compile(
    r"(?:(?:20\d\d|'\s?\d\d)\s?(?:년도?)?\s?)?(?P<source>[가-힣·]{1,5}[비금]|국고|민자)"
    r"(?:\s?(?:요구|신청|지원|확보|부담|반영|교부|확정|소요|배정|내시|투입|편성|집행|지출|예산)(?:예산)?액?)?"
)
"""`'26년 국비 요구액`, `2026년 국비`, `시비 부담액`: a source with its year or with what was done with the sum."""
_FORMULA: Final = re.compile(r"\s?\(?[A-Z㉮-㉻](?:\s?[+=-]\s?[A-Z㉮-㉻]){0,3}\)?$")
"""`총사업비(A+B)`, `소계(A)`: letters that a formula refers to."""
_ORDINAL: Final = re.compile(r"[\d.①-⑳()-]{1,6}|연번|구분|비고|순번")
_FLAGS: Final = re.compile(r"(?:[가-힣]{1,3}\s)?(?:[YNOX]\s?){3,10}")
"""Answers of a form (투자심사, 지방채, 의무지출 …), and no name."""
_LOST: Final = "\N{REPLACEMENT CHARACTER}"
_PART_OF_YEAR: Final = re.compile(
    r"(?:제?[1-4ⅠⅡⅢⅣ]\s?(?:/\s?4\s?)?분기|[상하]반기|\d{1,2}월)(?:까지|말)?|임기\s?[후내](?:\([^()]{0,12}\))?"
)
"""Heads of a part of the year or of a term of office, and no programme."""
_NO_NAME: Final = re.compile(
    "|".join(f"(?:{each.pattern})" for each in (_ORDINAL, _TOTAL, _FLAGS, _PART_OF_YEAR))
)
_GENERIC: Final = re.compile(
    r"재원별?|연차별.*|연도별.*|구\s?분|과\s?목|항\s?목|.*현황|.*내역|총괄|소요예산.*|합산|투자계획|연도별투자계획|예산액?|금\s?액|사업비|사업명|집행\s?계획|집행액"
)


class Heads(NamedTuple):
    """What a path of head words says.

    Attributes:
        source: Canonical source of funds, or empty.
        source_raw: As printed.
        year: Fiscal year, or None.
        measure: `budget`, `executed`, `balance`, as printed, or empty where nothing says.
        program: The words that are none of these, innermost last, joined by a blank.
        several: A column of several years (`'23년 이전`), which has no fiscal year.
    """

    source: str
    source_raw: str
    year: int | None
    measure: str
    program: str
    several: bool


@lru_cache(maxsize=8192)
def read_path(path: tuple[str, ...], *, rows: bool = False) -> Heads:
    """Read head words, outermost first; `rows` are the words of a stub, which name programmes more freely.

    >>> read_path(("연차별 소요재원", "2020년"))
    Heads(source='', source_raw='', year=2020, measure='budget', program='', several=False)
    >>> read_path(("'24년", "집행")).measure
    'executed'
    """
    source = source_raw = measure = ""
    year: int | None = None
    several = False
    programs: list[str] = []
    for word in path:
        bare = clean_label(_FORMULA.sub("", _UNIT.sub("", word)))
        if _LOST in bare:
            # What is left of a damaged word may be a total; nothing left is no name.
            left = bare.replace(_LOST, "").strip()
            bare = left if not left or _TOTAL.fullmatch(left) else bare
        if not bare:
            continue
        if found := _source_of(bare):
            if not source or source == "계":
                source, source_raw = found.name, word
            continue
        paid = _said_of_source(bare)
        if paid and (not source or source == "계"):
            source, source_raw = paid.name, word
        seen = _YEAR.search(bare) or _YEAR.search(f"'{bare}" if _BARE_YEAR.fullmatch(bare) else "")
        if seen:
            year = int(seen[1] or f"20{seen[2]}")
            several = several or bool(_SEVERAL.search(bare) and not _ONE_YEAR.search(bare))
        said = _measure(bare if len(bare) <= _MEASURE_LENGTH else _ASIDE.sub("", bare), rows=rows)
        if said is not None:
            measure = said
        if not seen and said is None and not paid and not _NO_NAME.fullmatch(bare):
            programs.append(bare)
    program = " ".join(word for word in programs if not _GENERIC.fullmatch(word))
    return Heads(source, source_raw, None if several else year, measure, program, several)


@lru_cache(maxsize=4096)
def heads_in_brackets(path: tuple[str, ...]) -> Heads | None:
    """What the brackets of a head say of the figures in brackets below it; None where they name no amount.

    >>> heads_in_brackets(("2022", "집행액 [실집행액]")).measure, heads_in_brackets(("증감 (%)",))
    ('executed', None)
    """
    found = _BESIDE.fullmatch(path[-1]) if path else None
    if found is None:
        return None
    inner, own = read_path((found[1],)), read_path(path)
    if not (inner.measure or inner.source) or inner.program:
        return None
    return own._replace(
        measure=inner.measure or own.measure,
        source=inner.source or own.source,
        source_raw=inner.source_raw or own.source_raw,
    )


def _source_of(bare: str) -> Source | None:
    """The source that a head is all the name of, but for an aside or the size of its share."""
    found = read_source(bare) or read_source(_ASIDE.sub("", bare)) or _paid_by(bare)
    return found or (read_source(_SHARE.sub("", bare)) if bare[-1:] == "%" else None)


def _said_of_source(word: str) -> Source | None:
    """The source that a head says something of; `계` says nothing there."""
    found = _OF_SOURCE.fullmatch(word)
    source = read_source(found["source"]) if found else None
    return source if source and source.name not in ("계", "기타") else None


def _paid_by(word: str) -> Source | None:
    """The source in brackets behind words for money: `보조금(시비)`."""
    found = _PAID_BY.fullmatch(word)
    return read_source(found[1]) if found else None


@lru_cache(maxsize=4096)
def fiscal_year(words: str) -> int | None:
    """The one fiscal year that a label names: `2020년 소요예산`, `'24년도 예산`.

    >>> fiscal_year("2020년 소요예산"), fiscal_year("총사업비"), fiscal_year("'23년 이전")
    (2020, None, None)
    """
    found = _YEAR.search(words)
    if not found or _SEVERAL.search(words):
        return None
    return int(found[1] or f"20{found[2]}")


def budget_year(section: Section | None) -> int | None:
    """The year of the budget that a section divides: `□ 2020년 소요예산 : 3,555,240천원`."""
    if section is None or section.kind != "budget":
        return None
    return fiscal_year(section.title)


@lru_cache(maxsize=4096)
def measure_of_word(words: str) -> str:
    """The measure that words say which only name an amount, as in `지출액 9,870백만원`; else empty.

    >>> measure_of_word("지출액"), measure_of_word("집행잔액"), measure_of_word("하늘천 정비사업")
    ('executed', 'balance', '')
    """
    if not _AMOUNT_NAME.fullmatch(words):
        return ""
    return _measure("".join(words.split()), rows=False) or "".join(words.split())


def _measure(word: str, *, rows: bool) -> str | None:
    # A programme's name holds words like 투자 and 계획 too; a measure is short, and in a stub it is nothing else.
    if len(word) > _MEASURE_LENGTH or (rows and not _ROW_MEASURE.fullmatch(word)):
        return None
    bare = "".join(_ASIDE.sub("", word).split()) if _SPACED.match(word) else word
    for name, pattern in _MEASURES:
        if pattern.search(bare):
            return name or "".join(word.split())
    return None
