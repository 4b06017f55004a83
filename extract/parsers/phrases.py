"""What happens at a date: the words around it, told from words that the date only labels.

세부운영계획 수립('20.01), 간담회('20.02) 등 추진     the clause before the bracket
정비계획 용역 착수('17.9월 현장거점 운영 개시)          the words behind the date in its bracket
'20년 본격 시행·담장정비, …                             the words that follow
2019년 운영결과를 토대로                                a label: the year says which 운영결과, nothing happens
"""

import re
from typing import Final, Literal

__all__ = ["Role", "clause_around", "ends_in_deed", "is_cited", "role_of"]

Role = Literal["event", "mention", "label"]

_COARSE: Final = frozenset({"year", "quarter", "half", "decade"})
_DEED: Final = (
    "시행|착공|준공|완공|완료|개최|추진|실시|도입|개관|개소|개장|개원|개통|개교|설치|운영|시작|종료|착수|발주|선정|확정|수립|"
    "제정|개정|고시|승인|조성|건립|구축|달성|마무리|입주|출범|발족|폐지|이전|지정|신설|공모|접수|신청|결정|체결|발표|확보|마련|취득|획득|수상"
)
_ENDS_IN_DEED: Final = re.compile(
    rf"(?:{_DEED}|철거|식재|정비|보완|심의|검토|협의|계약|설계|공사|평가|정산|교육|점검|조사|채용|모집|구축|배포)(?:\s?\([^()]*\))?$"
)
_ITEM_LENGTH: Final = 60
_HAPPENS: Final = re.compile(
    rf"[.]?\s*(?:(?:본격|전면|최초|조기|우선|정식|일부|단계적|연차별|부터|까지|중|내|말|초)\s*)*(?:적(?:으로)?\s*)?(?:{_DEED})"
    r"(?=$|[\s,.·)\]/(;~]|하|되|한|된|할|될|함|됨|을|를)(?!\s*(?:계획|실적|결과|현황|사업|예산|성과|기준|보고|준비|대비|대상|지구|업체|기관))"
)
_DONE_IN: Final = re.compile(
    rf"\s*[^,;:()\n]{{0,18}}?(?:{_DEED})(?=$|[\s,.)])(?!\s*(?:계획|실적|결과|현황|사업|예산|성과|기준|보고|준비|대비|대상|지구|업체|기관))"
)
"""`하반기 지도점검 실시 등`: a half or a quarter in which a thing is done."""
_MEANT_YEARS: Final = re.compile(
    r"\s*(?:국비|시비|도비|구비|군비|지방비|예산|사업비|재원|[가-힣]{2,6}(?:하여|하는|한|된|되는)\s"
    r"|(?:총|약)?\s?[\d,.]+\s?(?:동|개소?|세대|가구|명|호|건|곳|대|회|권|ha|㎞|km|%)\s*(?:$|[,→)]))"
)
"""`2023~2024년 신청한 사업`, `'24~'25년 국비`, `'30년까지 50동`: years of things meant, or of their number."""
_ENDS_AT: Final = re.compile(r"\s*(?:$|[^가-힣\s]|예정|[하되한된할될함됨을를])")
_LABEL_AHEAD: Final = re.compile(r"([가-힣]{2,10})\s*:\s*$")
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
    r".{0,4}(?:까지|이후|이전|이내)\s*약?\s?(?:[\d,.]+\s?[조억천백만]{0,2}\s?원|\d{1,3}(?:,\d{3})+|\d{3,}(?![\d년월일]))"
)
"""`2024년까지 3,000백만원`, `'24년까지 5,120`"""
_AMOUNT_AHEAD: Final = re.compile(r"원\s?\($")
_INVESTED_AHEAD: Final = re.compile(r"기\s?(?:투자|집행|확보)(?:액|분)?\s?\($")
"""`기투자('23~'24년) 2,700백만원`"""
_BUDGET_BEHIND: Final = re.compile(
    r"[.년도]*\s*:\s*(?:(?:[가-힣]{1,6}기금|예산(?:현?액)?|사업비|집행액?|국비|시비|도비|구비|군비|지방비|국고|총|약)\s?)+\d[\d,.]*"
)
"""`'24년 : 예산현액 55,340백만원 중`, `2026년 : 국비 3,200, 군비 1,100`"""
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
_SOURCE: Final = re.compile(r"(?:출처|자료|근거)\s*[:)]|자료\s?제공|제공\s*:")
_LAW: Final = re.compile(r"\s*(?:전면|부터)?\s*(?:적용|시행)(?:\)|$|,)")
_TIMES_SIGNS: Final = ("×", "x", "X", "*")
_MULTIPLIED: Final = re.compile(r"(?:[\d원]\s*[×xX*]|[회명식대개]\s*[×xX])\s*$")
"""`290,000원 × 3월` counts months."""
_EVERY: Final = re.compile(r"매\s?[년월주분기]\s*$")
_HANGING_LENGTH: Final = 14
_TIMES_ONLY: Final = re.compile(r"\s*(?:(?:연|월|주|격주|반기|분기|매월|매주)?\s?\d?\s?회?)?\s*")
_OPEN, _CLOSE = "([【〔", ")]】〕"
_BRACKET: Final = re.compile(f"[{re.escape(_OPEN + _CLOSE)}]")
_COMMA_OR_BRACKET: Final = re.compile(f"[,→{re.escape(_OPEN + _CLOSE)}]")
_DEED_BEHIND: Final = re.compile(rf"[)\]】〕]\s?((?:{_DEED}))(?=$|[\s,.])")
_OPENED, _ENDS = tuple(_OPEN), tuple(_CLOSE + ",/")
_SOURCE_REACH: Final = 60
_BODY: Final = re.compile(r"[가-힣]{2,5}(?:부|처|청|위원회)|[市道區郡]")
"""`추가 건의('25. 4. 기재부)`: who did it, not what."""
_TIMES: Final = re.compile(
    r"\d{1,2}\s?월|(?:연|월|주|격주|반기|분기|매월|매주)\s?\d\s?회|[상하]반기"
)
_MEANT_OR_PART: Final = re.compile(r"^\s*(?:(?:중|말|초|경|자)(?=$|[\s,/])|예정|까지|부터|이후)\s*")
"""`('25. 4월 중, 금정체육공원)`, `('25. 9. 예정)`: no words that tell what happens."""
_TWO_SYLLABLES: Final = re.compile(r"[가-힣][^가-힣]*+[가-힣]")
_TRIM: Final = " \t\n,·/;:-~"
_JOINS: Final = re.compile(r"(?=[\s및와과])(?:^(?:및|와|과)\s+|\s*및$|\s+(?:와|과)$)")
_PART_ENDS: Final = re.compile(r",(?!\d{3})|;|(?<![A-Za-z])/|/(?![A-Za-z])|\n")
"""What parts a line; a comma inside a number and a stroke inside T/F do not."""


def role_of(
    view: str, start: int, end: int, *, floor: int, stop: int, precision: str, closed: bool
) -> Role:
    """Whether something happens at the date at `start` to `end`, inside the statement `floor` to `stop`.

    `closed` says that the date is one year, half or quarter and not a range: only such a one labels.
    """
    before = view[max(floor, start - 12) : start]
    after = view[end : min(stop, end + 24)]
    last = before.rstrip()[-1:]
    if ("매" in before and _EVERY.search(before)) or (
        last in _TIMES_SIGNS and _MULTIPLIED.search(before)
    ):
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
        cited = ("에" in after and _CITED.match(after)) or (
            precision == "year" and _MEANT_YEARS.match(after)
        )
        return "mention" if last not in _OPENED and cited else "event"
    event = (
        _YEAR_OF.match(view, end - (view[end - 1] == "."), stop)
        or _happens(view[end - 1], after, precision)
        or _stands_alone(before, after, first=start == floor)
    )
    return "event" if event else "label"


def _happens(last: str, after: str, precision: str) -> bool:
    """Whether the words behind a year, half or quarter say what is done in it."""
    if _PARTICLE.match(after) or _MEANT.match(after):
        return True
    found = _HAPPENS.match(after)
    if found:
        # `2026년도 공모 재신청`: a 년도 in front of a noun says which one is meant.
        return last != "도" or _ENDS_AT.match(after, found.end()) is not None
    return precision != "year" and _DONE_IN.match(after) is not None


def _is_as_of(view: str, start: int, end: int, before: str, after: str) -> bool:
    """Whether a date only says of when a figure is: 기준일 : 2019. 9. 30., 2019. 9월말 현재."""
    if "기준" in before and _AS_OF_AHEAD.search(before):
        return True
    near = view[max(start, end - 6) : end] + after
    if "현황" in after and _STOCK.match(after):
        return True
    if "기준" not in near and "현재" not in near:
        return False
    return bool(_AS_OF.match(after) or _AS_OF.search(view, max(start, end - 6), end))


def _labels_a_figure(
    view: str, start: int, end: int, floor: int, stop: int, *, closed: bool
) -> bool:
    """Whether a year is only that of an amount, a rate or a plan beside it; nothing happens in it."""
    if _INVESTED_AHEAD.search(view, max(floor, start - 12), start):
        return True
    if not closed:
        return _UNTIL_AMOUNT.match(view, max(start, end - 4), stop) is not None
    before = view[max(floor, start - 12) : start]
    behind = view[end : min(stop, end + 24)]
    ends = behind.lstrip("년도. ")[:1] in (")", ",", "")
    return bool(
        _AMOUNT_BEHIND.match(behind)
        or _BUDGET_BEHIND.match(behind)
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


def is_cited(view: str, end: int) -> bool:
    """Whether the date that ends at `end` only dates a rule that is followed (2018. 3월 방침에 의거)."""
    return view.find("에", end, end + 40) >= 0 and _CITED.match(view, end, end + 40) is not None


def ends_in_deed(words: str) -> bool:
    """Whether short words end in what is done, as items do: `지장물 철거 완료`, `수목 식재(3천 주)`.

    >>> ends_in_deed("지장물 철거 완료"), ends_in_deed("공모사업 추진실적")
    (True, False)
    """
    return len(words) <= _ITEM_LENGTH and _ENDS_IN_DEED.search(words) is not None


def clause_around(view: str, start: int, end: int, *, floor: int, stop: int) -> str:
    """The words that say what happens at the date, without the date."""
    opened = _bracket_before(view, start, floor)
    if opened < 0:
        return _loose(view, start, end, floor, stop)
    closed = _bracket_after(view, end, stop)
    ahead = view[opened + 1 : start]
    named = _LABEL_AHEAD.search(ahead) if ":" in ahead else None
    if named:
        return named[1]
    behind = _MEANT_OR_PART.sub("", view[end:closed].lstrip(" ."), count=1)
    of_body = _BODY.fullmatch(behind.strip())
    detail = not behind or behind[0] in ",/:0123456789" or of_body
    if not detail and _is_words(_TIMES.sub("", behind)):
        return _tidy(behind.split(",", 1)[0])
    if _is_words(_TIMES.sub("", ahead)) and ":" not in ahead and "," not in ahead:
        return _tidy(ahead)
    return _clause(view, floor, opened) + _rest(view, closed, stop)


def _loose(view: str, start: int, end: int, floor: int, stop: int) -> str:
    """The clause of a date that stands in no bracket: up to the comma on either side."""
    if view[start - 1] in "▹▷▸" and view[end:stop].lstrip()[:1] in ("", "/", ","):
        return _clause(view, max(floor, view.rfind("/ ", floor, start) + 1), start - 1)
    left = max((found.start() for found in _PART_ENDS.finditer(view, floor, start)), default=-1)
    right = min(
        (at for at in (view.find(", ", end, stop), view.find("; ", end, stop)) if at >= 0),
        default=stop,
    )
    ahead = view[(left + 1 if left >= 0 else floor) : start]
    behind = _MEANT_OR_PART.sub("", view[end:right].strip(" .:"), count=1)
    return _tidy(f"{ahead.strip()} {behind}")


def _clause(view: str, floor: int, stop: int) -> str:
    """The clause that ends at `stop`: from the last comma outside brackets."""
    depth = 0
    for found in reversed([*_COMMA_OR_BRACKET.finditer(view, floor, stop)]):
        char = found[0]
        if char in _CLOSE:
            depth += 1
        elif char in _OPEN:
            depth -= 1
        elif char == "→" and view[found.start() - 2 : found.start()].strip() != ")":
            # An arrow parts steps that have dates of their own: 선정('26. 5.) → 제작('26. 6. ~).
            continue
        elif depth <= 0 and view[found.end() : found.end() + 1].isspace():
            return _tidy(view[found.end() : stop])
    return _tidy(view[floor:stop])


def _rest(view: str, closed: int, stop: int) -> str:
    """One deed right behind the bracket: `2회(07.30) 개최`."""
    found = _DEED_BEHIND.match(view[closed:stop])
    return f" {found[1]}" if found else ""


def _bracket_before(view: str, start: int, floor: int) -> int:
    """Offset of the bracket that is open at `start`, or -1."""
    depth = 0
    for found in reversed([*_BRACKET.finditer(view, floor, start)]):
        if found[0] in _CLOSE:
            depth += 1
        elif depth:
            depth -= 1
        else:
            return found.start()
    return -1


def _bracket_after(view: str, end: int, stop: int) -> int:
    depth = 0
    for found in _BRACKET.finditer(view, end, stop):
        if found[0] in _OPEN:
            depth += 1
        elif depth:
            depth -= 1
        else:
            return found.start()
    return stop


def _is_words(text: str) -> bool:
    return _TWO_SYLLABLES.search(text) is not None


def _tidy(text: str) -> str:
    """Words on one line, without what the date left hanging: a comma, an open bracket, `월1회 /`."""
    text = " ".join(text.split())
    opened = max(text.rfind("("), text.rfind("["))
    if opened >= 0 and len(text) - opened <= _HANGING_LENGTH:
        inside = text[opened + 1 :].rstrip(")]")
        unclosed = ")" not in text[opened:] and "]" not in text[opened:]
        if unclosed or _TIMES_ONLY.fullmatch(inside):
            text = text[:opened]
    return _JOINS.sub("", text.strip(_TRIM)).strip(_TRIM)
