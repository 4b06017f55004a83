"""Whether something happens at a date, or the date only labels the words around it.

'20년 본격 시행·담장정비, …                             it happens in that year
2019년 운영결과를 토대로                                a label: the year says which 운영결과, nothing happens
"""

import re
from typing import Final, Literal

from extract.parsers.deeds import DEED, ends_in_deed, says_deed
from extract.parsers.stamp import Stamp

__all__ = [
    "Role",
    "is_budget_year",
    "is_built_then",
    "is_cited",
    "role_of",
    "role_of_stamp",
]

Role = Literal["event", "mention", "label"]

_COARSE: Final = frozenset({"year", "quarter", "half", "decade"})
_HAPPENS: Final = re.compile(
    rf"[.]?\s*(?:(?:본격|전면|최초|조기|우선|정식|일부|추가|최종|공식|신규|단계적|연차별|부터|까지|중|내|말|초)\s*)*(?:적(?:으로)?\s*)?(?:{DEED})"
    r"(?=$|[\s,.·)\]/(;~]|하|되|한|된|할|될|함|됨|을|를)(?!\s*(?:계획|실적|결과|현황|사업|예산|성과|기준|보고|준비|대비|대상|지구|업체|기관))"
)
_DONE_IN: Final = re.compile(
    rf"\s*[^,;:()\n]{{0,18}}?(?:{DEED})(?=$|[\s,.)])(?!\s*(?:계획|실적|결과|현황|사업|예산|성과|기준|보고|준비|대비|대상|지구|업체|기관))"
)
"""`하반기 지도점검 실시 등`: a half or a quarter in which a thing is done."""
_DONE_THEN: Final = re.compile(
    r"\s*[^,;:()\n]{1,18}?(?:반영|제안|건의|증차|증설|확충|확대|보급|배치|지급|교부|교체|개선|보수|철거|정비|보상|매입|편성|공고|개편|전환|배포|모집|채용|전시|출시|가입|집행)(?=$|[\s,.)])"
    r"(?!\s*(?:계획|실적|결과|현황|사업|예산|성과|기준|보고|준비|대비|대상|지구|업체|기관|목표))"
)
"""`'26년 하반기 3대 증차`: so many more deeds where the half names its year."""
_MEANT_YEARS: Final = re.compile(
    r"\s*(?:국비|시비|도비|구비|군비|지방비|예산|사업비|재원|[가-힣]{2,6}(?:하여|하는|한|된|되는)\s"
    r"|(?:총|약)?\s?[\d,.]+\s?(?:동|개소?|세대|가구|명|호|건|곳|대|회|권|ha|㎞|km|%)\s*(?:$|[,→)]))"
)
"""`2023~2024년 신청한 사업`, `'24~'25년 국비`, `'30년까지 50동`: years of things meant, or of their number."""
_ENDS_AT: Final = re.compile(r"\s*(?:$|[^가-힣\s]|예정|[하되한된할될함됨을를])")
_MEANT: Final = re.compile(r"[.]?\s*(?:중|내|말|초)?\s*(?:예정|목표|계획)(?=\s*(?:$|[),./]))")
_OFTEN: Final = re.compile(
    r"\s*\([^()]{0,4}(?:연|월|주|분기|반기|매)[^()]{0,10}[회번][^()]{0,6}\)\s*$"
)
_CITED: Final = re.compile(r"[.]?\s*[^,.;:]{0,24}?에\s?(?:의거|의하|의한|따라|따른|근거|의해)")
_PARTICLE: Final = re.compile(
    r"[.]?\s*(?:말|초|중|경|내)?\s*(?:까지|부터|이후|이내|중에|에(?![가-힣]))"
)
_AS_OF: Final = re.compile(r"[.]?\s*(?:말|현재)?\s*(?:기준|현재)")
_STOCK: Final = re.compile(r"\s?(?:말\s?)?[가-힣·][가-힣·\s]{1,13}현황\s*[:)]")
"""`2024년 12월말 기금 보유현황 : 2억원`."""
_AS_OF_AHEAD: Final = re.compile(r"기준\s?일?\s?[:(]\s?$")
_DOCUMENT_AHEAD: Final = re.compile(
    r"(?:[가-힣]-\d{1,6}호?|가이드(?:라인)?|매뉴얼|안내서|지침서)[」』>]?\s?\($"
)
"""`미래유산과-51(2025. 1. 3.)호`, `개발보안 가이드(2021.11)`: the day of a letter, the edition of a book."""
_AMOUNT_BEHIND: Final = re.compile(
    r"[.)\]]*\s*(?:까지|이후|부터|이전|이내)?\s*약?\s?[\d,.]+\s?[조억천백만]{0,2}\s?원"
)
_UNTIL_AMOUNT: Final = re.compile(
    r".{0,4}(?:까지|이후|이전|이내)\s*(?:기\s?(?:투자|집행|확보)(?:액|분)?\s?)?약?\s?(?:[\d,.]+\s?[조억천백만]{0,2}\s?원|\d{1,3}(?:,\d{3})+|\d{3,}(?![\d년월일]))"
)
"""`2024년까지 3,000백만원`, `'24년까지 5,120`"""
_AMOUNT_AHEAD: Final = re.compile(r"원\s?\($")
_INVESTED_AHEAD: Final = re.compile(r"기\s?(?:투자|집행|확보)(?:액|분)?\s?\($")
"""`기투자('23~'24년) 2,700백만원`"""
_BUDGET_BEHIND: Final = re.compile(
    r"[.년도]*\s*:\s*(?:(?:[가-힣]{1,6}기금|본?예산(?:현?액)?(?:\(안\))?|추경|사업비|집행액?|국비|시비|도비|구비|군비|지방비|국고|총|약)\s?)+\d[\d,.]*"
)
"""`'24년 : 예산현액 55,340백만원 중`, `2026년 : 국비 3,200, 군비 1,100`"""
_SUM_BEHIND: Final = re.compile(r"[.년도]*\s*:\s*약?\s?\d[\d,.]*\s?[조억천백만]{1,2}\s?원")
"""`2025년 : 650백만원(기금 520, 군비 130)`"""
_LABEL_OF_SUM: Final = re.compile(
    r"[.년도]*\s?(?:이후|이전|까지|부터)?\s?\)\s*:\s*약?\s?\d[\d,.]*\s?[조억천백만]{1,2}\s?원"
)
"""`기 투 자(~'24년) : 5,650백만원`, `1단계('22년) : 350백만원`"""
_RATE_AHEAD: Final = re.compile(
    r"\d\s?(?:%|％|%p|퍼센트|[명건개대곳회점호위배]|개소|세대|가구|만원)\s?\($"
)
"""`활용률 30%('25) → 60%('26)`: the year of a figure, in which nothing happens."""
_RATE_BEHIND: Final = re.compile(
    r"[.]?\s?(?:목표|계획|실적)?\s?[)\]]\s*약?\s?\d[\d,.]*\s?(?:%|[조억천백만]{0,2}[원명건개대곳호]|$|→|,)"
)
"""`('22) 248% → ('23) 231%`"""
_PLAN_OF: Final = re.compile(r"[.]?\s*(?:계획|목표)\s*$")
_YEAR_OF: Final = re.compile(
    r"(?:[.]|-)\s?(?=[가-힣]{2})(?!.{0,12}(?:예산|사업비|현황|기준|실적|결과|이전|이후|까지|부터))"
)
"""`('24.부지확정, '25.국비확보, '26.설계)`, `'25년-우선대관`: each year says what is done in it."""
_SOURCE: Final = re.compile(r"출처\s*[:)]|자료\s*[:)]|근거\s*[:)]|자료\s?제공|제공\s*:")
_LAW: Final = re.compile(r"\s*(?:전면|부터)?\s*(?:적용|시행)(?:\)|$|,)")
_TIMES_SIGNS: Final = ("×", "x", "X", "*")
_MULTIPLIED: Final = re.compile(r"(?:[\d원]\s*[×xX*]|[회명식대개]\s*[×xX])\s*$")
"""`290,000원 × 3월` counts months."""
_TIMES_BEHIND: Final = re.compile(r"[ ]{0,2}[×xX]\s?\d")
"""`12월 × 40,000천원` counts months as well."""
_COUNT_BEHIND: Final = re.compile(
    r"\s\d[\d,]*\s?(?:대|회|건|명|개소?|곳|동|가구|세대|그루|㎞|km)\s?(?:$|[,)/])"
)
_COUNTED_DEED: Final = re.compile(r"\s?\d[\d,]*\s?[가-힣]{1,2}\s?$")
_EVERY: Final = re.compile(r"매\s?[년월주분기]\s*$")
_OPENED, _ENDS = tuple("([【〔"), tuple(")]】〕,/")
_BUILT: Final = re.compile(
    r"\s?(?::|[^,;:()\n]{0,10}?(?:착공|준공|완공|개통|개관|개소|개장|개원|개교|교부|착수|발주|입주|완료)(?=\s*(?:$|[(,:)→])|\s?예정))"
)
_SOURCE_REACH: Final = 60
_YEAR_BEGINS: Final = frozenset("'12")


def role_of(
    view: str, start: int, end: int, *, floor: int, stop: int, precision: str, closed: bool
) -> Role:
    """Whether something happens at the date at `start` to `end`, inside the statement `floor` to `stop`.

    `closed` says that the date is one year, half or quarter and not a range: only such a one labels.
    """
    before = view[max(floor, start - 12) : start]
    after = view[end : min(stop, end + 24)]
    last = before.rstrip()[-1:]
    if _counts(before, after, last):
        return "label"
    if _is_as_of(view, start, end, before, after):
        return "mention"
    if last == "(" and _DOCUMENT_AHEAD.search(before):
        return "mention"
    if start - floor < _SOURCE_REACH and _SOURCE.search(view, floor, start):
        return "mention"
    if precision == "year" and _labels_a_figure(view, start, end, floor, stop, closed=closed):
        return "label"
    if precision not in _COARSE or not closed:
        closed_off = after.lstrip(" .")[:1] == ")" and "→" in before
        cited = ("에" in after and not closed_off and _CITED.match(after)) or (
            precision == "year" and _MEANT_YEARS.match(after)
        )
        return "mention" if last not in _OPENED and cited else "event"
    event = (
        _YEAR_OF.match(view, end - (view[end - 1] == "."), stop)
        or _happens(view[end - 1], after, precision)
        or (precision != "year" and view[start] in _YEAR_BEGINS and _DONE_THEN.match(after))
        or _stands_alone(before, after, first=start == floor)
        or (precision != "year" and last == ":" and after.lstrip(" .")[:1] in _ENDS)
        or (precision != "year" and _COUNT_BEHIND.match(after) and _shares(view, floor, start))
        or (precision != "year" and _ends_line_of_deed(view[floor:start], after))
    )
    return "event" if event else "label"


def _shares(view: str, floor: int, start: int) -> bool:
    """Whether a half stands in a bracket that shares out a deed: `75대 교체(상반기 40대, 하반기 35대)`."""
    opened = view.rfind("(", floor, start)
    return opened > view.rfind(")", floor, start) and says_deed(
        _COUNTED_DEED.sub("", view[floor:opened]).rstrip()
    )


def _counts(before: str, after: str, last: str) -> bool:
    """Whether a month, a quarter or a year counts: `매월`, `290,000원 × 3월`, `12월 × 40,000천원`."""
    return bool(
        ("매" in before and _EVERY.search(before))
        or (last in _TIMES_SIGNS and _MULTIPLIED.search(before))
        or _TIMES_BEHIND.match(after)
    )


def _ends_line_of_deed(before: str, after: str) -> bool:
    """Whether a half or a quarter ends a line that says what is done: `안전시설 확충: 5교, 2026년 하반기`."""
    return before.rstrip().endswith(",") and not after.strip(" .") and says_deed(before)


def _happens(last: str, after: str, precision: str) -> bool:
    """Whether the words behind a year, half or quarter say what is done in it."""
    if _PARTICLE.match(after) or _MEANT.match(after):
        return True
    found = _HAPPENS.match(after)
    if found:
        # `2026년도 공모 재신청`: a 년도 in front of a noun says which one is meant.
        return last != "도" or _ENDS_AT.match(after, found.end()) is not None
    return precision != "year" and _DONE_IN.match(after) is not None


def role_of_stamp(view: str, stamp: Stamp, floor: int, stop: int) -> Role:
    """Whether something happens at a dated value, inside the words `floor` to `stop`."""
    period = stamp.period
    return role_of(
        view,
        stamp.start,
        stamp.end,
        floor=floor,
        stop=stop,
        precision=period.precision,
        closed="/" not in period.edtf,
    )


def _is_as_of(view: str, start: int, end: int, before: str, after: str) -> bool:
    """Whether a date only says of when a figure is: 기준일 : 2019. 9. 30., 2019. 9월말 현재."""
    if "기준" in before and _AS_OF_AHEAD.search(before):
        return True
    near = view[max(start, end - 6) : end] + after
    if "현황" in after and _STOCK.match(after):
        return True
    if "기준" not in near and "현재" not in near:
        return False
    if _AS_OF.match(after):
        return True
    # `2019. 11. ~ 현재` lasts up to now.
    return "~" not in near and _AS_OF.search(view, max(start, end - 6), end) is not None


def _labels_a_figure(
    view: str, start: int, end: int, floor: int, stop: int, *, closed: bool
) -> bool:
    """Whether a year is only that of an amount, a rate or a plan beside it; nothing happens in it."""
    if view[start - 1] == "(" and _INVESTED_AHEAD.search(view, max(floor, start - 12), start):
        return True
    if _LABEL_OF_SUM.match(view, end, stop):
        # 1단계 완료('24년) : 30억원 tells what was done.
        ahead = view[floor : max(view.rfind("(", floor, start), floor)]
        return not ends_in_deed(ahead.strip())
    if not closed:
        return _UNTIL_AMOUNT.match(view, max(start, end - 4), stop) is not None
    before = view[max(floor, start - 12) : start]
    behind = view[end : min(stop, end + 24)]
    ends = behind.lstrip("년도. ")[:1] in (")", ",", "")
    return bool(
        _AMOUNT_BEHIND.match(behind)
        or _BUDGET_BEHIND.match(behind)
        or _SUM_BEHIND.match(behind)
        or (ends and (_AMOUNT_AHEAD.search(before) or _RATE_AHEAD.search(before)))
        or _RATE_BEHIND.match(behind)
        or (start == floor and _PLAN_OF.match(view, end, stop))
    )


def _stands_alone(before: str, after: str, *, first: bool) -> bool:
    """Whether a year, half or quarter is all that its bracket or its line says: `용역(2020년)`, `지정(상반기 중)`."""
    behind = after.lstrip(" .").removeprefix("중").lstrip()
    last = before.rstrip()[-1:]
    if last in _OPENED:
        return not behind.strip() or behind[:1] in _ENDS
    if first and behind.startswith(":"):
        return True
    return last == ":" and (not behind.strip() or _OFTEN.match(after) is not None)


def is_budget_year(view: str, end: int, stop: int) -> bool:
    """Whether the year that ends at `end` heads the amounts behind it (`'24년 : 예산현액 55,340백만원`)."""
    return (_BUDGET_BEHIND.match(view, end, stop) or _SUM_BEHIND.match(view, end, stop)) is not None


def is_cited(view: str, end: int) -> bool:
    """Whether the date that ends at `end` only dates a rule that is followed (2018. 3월 방침에 의거)."""
    return view.find("에", end, end + 40) >= 0 and _CITED.match(view, end, end + 40) is not None


def is_built_then(view: str, end: int, stop: int) -> bool:
    """Whether what begins or ends in the year that ends at `end` stands behind it: 2027년 준공(12월).

    What is applied for (2026년 공모사업 신청), planned or budgeted with a year is done before it.
    """
    return _BUILT.match(view, end, stop) is not None
