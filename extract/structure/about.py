"""The report as a whole: title, date, publishing body, years, from its cover.

The cover is what stands before the table of contents or the first section.
"""

import re
from collections.abc import Sequence
from typing import Final

from extract.document import Document
from extract.outline import Statement
from extract.records import ReportRecord
from extract.structure.jurisdiction import read_jurisdiction
from extract.structure.marks import SQUARE
from extract.structure.vocabulary import joined, office_name, squeeze, unspaced
from normalize.dates import find_dates

__all__ = ["read_about"]

_TITLE: Final = re.compile(
    r"업무계획|업무보고|추진실적|추진계획|사업계획|시행계획|기본계획|실행계획|재정계획|계획서|계획$|보고서?$|예산서|예산안|결산|설명자료"
    r"|제안요청서|보도자료|공시|현황|명세서|설명서|사업설명|자료$|백서|연보|요구서|편람"
)
_UNDER_OFFICE: Final = re.compile(
    r"[〔\[【<]?\s?([가-힣]{2,14})\s?소관(?:\s[가-힣\s]{1,16})?\s?[〕\]】>]?"
)
"""`〔수자원정책국 소관 관리과제〕`"""
_CONTENTS: Final = re.compile(r"순서|목차|차례|목순|contents", re.IGNORECASE)
_BODY: Final = re.compile(
    r"[가-힣·\s]{2,30}(?:특별자치시|특별자치도|특별시|광역시|시|도|군|구|청|부|처|위원회|의회|공사|공단|재단|원|진흥원|대학교|교육청|사무소)"
)
_NO_BODY: Final = re.compile(
    r"(?:공시|고시|실시|게시|일시|당시|연도|년도|제도|지도|정도|용도|연구|요구|청구|복구|지구|기구|신청|요청|여부|일부|전부|교부|납부"
    r"|지원|인원|재원|공원|정원|회원|직원|민원|의원|위원|[천만억]원)$"
    r"|(?:에|의|을|를|은|는|한|된|할|및|내|등|에서|으로)\s"
)
"""Words that end as bodies are called and are none (결산공시), and those of a sentence (거주민에 대한 군)."""
_CODE: Final = re.compile(
    r"(?<![가-힣])(?:[장관항목절]|세세?항|세목)\s?:?\s?\d{3,4}(?![\d.~]|\s?년)"
)
"""`(장 2000)사회개발`: the code of a chapter of a budget, and no year."""
_WORDS: Final = re.compile(r"[가-힣]{2}|[가-힣]\s[가-힣]\s[가-힣]")
_NO_TITLE: Final = re.compile(r"사\s?업\s?명|.*(?:위\s?원\s?회|의\s?회)")
_DATE_LINE: Final = 40
_COVER: Final = 30
_YEAR_DAYS: Final = 366
_WEEKS: Final = 40
"""Days of the longest period that a report is dated by; a longer one is that of what it plans."""
_PLANNED: Final = re.compile(
    r"((?:19|20)\d\d|'\d\d)\s*년?도?[^\d]{0,14}(?:업무\s*계획|사업\s*계획|추진\s*계획|업무\s*보고|시행\s*계획|예산|계획)"
)
_REPORTED: Final = re.compile(
    r"((?:19|20)\d\d|'\d\d)\s*년?도?[^\d]{0,14}(?:실적|성과|결산|결과|집행)"
)
_YEAR: Final = re.compile(r"((?:19|20)\d\d|'\d\d)")
_RANGE: Final = re.compile(
    r"\(?\s?(?:(?:19|20)\d\d|'\d\d)\s?년?\s?[~-]\s?(?:(?:19|20)\d\d|'?\d\d)(?!\d)\s?년?도?\s?\)?"
)
_GOES_ON: Final = re.compile(r"(?:\s및|[,·])$")


def read_about(document: Document, statements: Sequence[Statement]) -> ReportRecord:
    """Read title, date, body and years; what the cover does not say stays empty."""
    view = document.view
    cover = _cover(view, statements)
    title = _title(view, cover) or squeeze(document.title)
    date_raw, edtf, year = _date(document, cover)
    planned, reported = _years_of(view, cover, title, year)
    if planned is None and reported is None:
        planned = year
    return ReportRecord(
        title=title,
        organization=_organization(view, cover, title),
        jurisdiction=read_jurisdiction(view),
        date_raw=date_raw,
        date=edtf,
        reported_year=reported,
        planned_year=planned,
    )


def _cover(view: str, statements: Sequence[Statement]) -> Sequence[Statement]:
    for index, statement in enumerate(statements[:_COVER]):
        words = "".join(view[statement.body : statement.end].split())
        titled = not statement.mark and _TITLE.search(words)
        if (statement.rank <= SQUARE and index and not titled) or _CONTENTS.fullmatch(words):
            return statements[:index]
    return statements[:_COVER]


def _title(view: str, cover: Sequence[Statement]) -> str:
    for index, statement in enumerate(cover):
        words = squeeze(view[statement.body : statement.end])
        bare = words.replace(" ", "")
        if _TITLE.search(bare) and len(words) <= 80 and not _NO_TITLE.fullmatch(words):
            if (
                index
                and len(words) < 12
                and _YEAR.search(view[cover[index - 1].start : cover[index - 1].end])
            ):
                return f"{squeeze(view[cover[index - 1].body : cover[index - 1].end])} {unspaced(words)}"
            return _with_rest(view, cover, index, joined(words))
    plain = (squeeze(view[each.body : each.end]) for each in cover)
    return next(
        (words[:80] for words in plain if _WORDS.search(words) and not _NO_TITLE.fullmatch(words)),
        "",
    )


def _with_rest(view: str, cover: Sequence[Statement], index: int, title: str) -> str:
    """The title with its second line, where the first ends in 및: `2025년 추진실적 및`, `2026년 업무계획`."""
    if not _GOES_ON.search(title) or index + 1 == len(cover):
        return title
    below = cover[index + 1]
    rest = squeeze(view[below.body : below.end])
    return f"{title} {joined(rest)}" if _TITLE.search(rest.replace(" ", "")) else title


def _date(document: Document, cover: Sequence[Statement]) -> tuple[str, str, int | None]:
    """The date of the cover; a half-year there (2025년 하반기) gives way to a day or a month, and 민선 8기 is none."""
    coarse: tuple[str, str, int | None] = "", "", None
    for statement in cover:
        words = document.view[statement.start : statement.end]
        if len(words) > _DATE_LINE or _TITLE.search(words):
            continue
        for value in (value for reading in find_dates(words) for value in reading.values[:1]):
            first, last = value.start, value.end
            longest = _WEEKS if "/" in value.edtf else _YEAR_DAYS
            if first is None or last is None or (last - first).days > longest:
                continue
            begin, end = value.span
            raw = document.text[statement.start + begin : statement.start + end]
            found = raw, value.edtf, first.year
            if value.precision in ("day", "month", "minute"):
                return found
            coarse = coarse if coarse[0] else found
    return coarse


def _organization(view: str, cover: Sequence[Statement], title: str) -> str:
    """The office that lays the report, else the body; a cover may also name the one it is laid before."""
    body = ""
    for statement in cover:
        under = _UNDER_OFFICE.fullmatch(view, statement.start, statement.end)
        if under and office_name(under[1]):
            return office_name(under[1])
    for statement in cover:
        words = squeeze(view[statement.body : statement.end])
        words = words[1:-1] if words[:1] == "(" and words[-1] == ")" else words
        if words == title or _YEAR.search(words):
            continue
        if office_name(words) or (" " in words and office_name(words.rsplit(" ", 1)[1])):
            return office_name(words) or words
        if not body and _BODY.fullmatch(words) and not _NO_BODY.search(words):
            body = unspaced(words)
    return body


def _years_of(
    view: str, cover: Sequence[Statement], title: str, written: int | None
) -> tuple[int | None, int | None]:
    """The year planned and the year reported, of the title; of a title over years, first those of the lines around it.

    제1차 기본계획('21~'30), then 2026년도 시행계획. Else the year it is `written` in, where that is one of them.
    """
    over = _RANGE.search(title)
    if not over:
        return _years(title)
    others = (squeeze(view[each.body : each.end]) for each in cover)
    told = (
        _years(_RANGE.sub("", words)) for words in others if _TITLE.search(words) and words != title
    )
    years = [_year(words) for words in _YEAR.findall(over[0])]
    inside = written and years[0] <= written <= years[-1]
    return next(filter(any, told), None) or ((written, None) if inside else _years(title))


def _years(title: str) -> tuple[int | None, int | None]:
    """The year planned and the year reported that a title names."""
    title = _CODE.sub("", title)
    planned, reported = _PLANNED.search(title), _REPORTED.search(title)
    plan = _year(planned[1]) if planned else None
    report = _year(reported[1]) if reported else None
    if plan is None and report is None:
        found = _YEAR.search(title)
        plan = _year(found[1]) if found else None
    return plan, report


def _year(words: str) -> int:
    return int(words) if words[0] != "'" else 2000 + int(words[1:])
