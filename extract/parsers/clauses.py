"""What happens at a date: the words around it, without the date.

세부운영계획 수립('20.01), 간담회('20.02) 등 추진     the clause before the bracket
정비계획 용역 착수('17.9월 현장거점 운영 개시)          the words behind the date in its bracket
'20년 본격 시행·담장정비, …                             the words that follow
"""

import re
from typing import Final

from extract.parsers.deeds import DEED, ends_in_deed

__all__ = ["clause_around", "words_ahead"]

_WORD: Final = re.compile(r"[가-힣]{2}")
_OPEN, _CLOSE = "([【〔", ")]】〕"
_LABEL_AHEAD: Final = re.compile(r"([가-힣]{2}[가-힣 ]{0,16}?)\s*:\s*$")
_HANGING_LENGTH: Final = 14
_TIMES_ONLY: Final = re.compile(r"\s*(?:(?:연|월|주|격주|반기|분기|매월|매주)?\s?\d?\s?회?)?\s*")
_BRACKET: Final = re.compile(f"[{re.escape(_OPEN + _CLOSE)}]")
_COMMA_OR_BRACKET: Final = re.compile(f"[,→{re.escape(_OPEN + _CLOSE)}]")
_DEED_BEHIND: Final = re.compile(rf"[)\]】〕]\s?((?:{DEED}))(?=$|[\s,.])")
_MOVED: Final = ("당초", "기존", "변경", "조정")
_BODY: Final = re.compile(r"[가-힣]{2,5}(?:부|처|청|위원회)|[市道區郡]")
"""`추가 건의('25. 4. 기재부)`: who did it, not what."""
_OFTEN: Final = (
    r"(?:연|월|주|격주|반기|분기|매월|매주)\s?\d\s?회"
    r"|(?:매주|매월|격주)?\s?(?:[월화수목금토일][·,]\s?)*[월화수목금토일]요일(?:마다)?|매[일주월](?![가-힣])|격주|평일|주말"
    r"|(?:오전|오후)?\s?\d{1,2}(?::\d\d|시)(?![가-힣])"
)
"""How often and at what hour: no words that tell what happens."""
_OFTEN_ONLY: Final = re.compile(_OFTEN)
_TIMES: Final = re.compile(rf"\d{{1,2}}\s?월|[상하]반기|{_OFTEN}")
_MEANT_OR_PART: Final = re.compile(
    r"^\s*(?:(?:중|말|초|경|자)(?=$|[\s,/])|예정|목표|까지|부터|이후)\s*"
)
"""`('25. 4월 중, 금정체육공원)`, `('25. 9. 예정)`: no words that tell what happens."""
_CLOCK_BEHIND: Final = re.compile(
    r"[\s.:]*(?:오전|오후)?\s?\d{1,2}:\d\d(?:\s?~\s?\d{1,2}:\d\d)?(?=[\s,/)]|$)(?!\s?~)[\s,/]*"
)
"""`2024. 3. 7.(목) 14:00, 수리봉 일원`: the hour is part of the date."""
_NEXT_LABEL: Final = re.compile(r"/ (?<=[\s.)월일기]/ )(?=[가-힣][^,/:\n]{1,24}\s?:)")
"""`골조공사 완료 : '26. 5. / 내부 마감 : '26. 6.`"""
_TWO_SYLLABLES: Final = re.compile(r"[가-힣][^가-힣]*+[가-힣]")
_NEXT_PLACE: Final = re.compile(r"[.\s]*,\s*[가-힣]{2,8}\s?\d{1,2}\s?[월.]")
"""`2개소 준공(사천 6월, 고성 10월)`: places with a date each say where, and not what."""
_BRACKET_ONLY: Final = re.compile(r"\s*\([^()]*\)\s*")
_PLACE_ONLY: Final = re.compile(r"\s*\([^()\d]{1,12}\)\s*")
_TRIM: Final = " \t\n,·/;:-~"
_JOINING: Final = frozenset("및와과")
_JOINS: Final = re.compile(r"(?=[\s및와과])(?:^(?:및|와|과)\s+|\s*및$|\s+(?:와|과)$)")
_PART_ENDS: Final = re.compile(r",(?!\d{3})|;|/(?:(?<![A-Za-z]/)|(?![A-Za-z]))|\n")
"""What parts a line; a comma inside a number and a stroke inside T/F do not."""


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
    if ahead.rstrip().endswith(_MOVED):
        # 이설 지연(당초 '25. 9월 → 변경 '26. 2월): what is put off stands in front of the bracket.
        return _clause(view, floor, opened)
    behind = _MEANT_OR_PART.sub("", view[end:closed].lstrip(" ."), count=1)
    of_body = _BODY.fullmatch(behind.strip())
    detail = not behind or behind[0] in ",/:0123456789" or of_body
    if not detail and _is_words(_TIMES.sub("", behind)):
        return _tidy(behind.split(",", 1)[0])
    step = ahead.rpartition(",")[2].strip()
    if ":" not in ahead and step and ends_in_deed(step) and not _TIMES.search(step):
        return step  # 사업 추진(설계 3월, 착공 6월)
    alone = ":" not in ahead and "," not in ahead and not _NEXT_PLACE.match(view[end:closed])
    if alone and _is_words(_TIMES.sub("", ahead)):
        return _tidy(ahead)
    return _clause(view, floor, opened) + _rest(view, closed, stop)


def _loose(view: str, start: int, end: int, floor: int, stop: int) -> str:
    """The clause of a date that stands in no bracket: up to the comma on either side."""
    clock = _CLOCK_BEHIND.match(view, end, stop)
    if clock:
        end = clock.end()
    if view[start - 1] in "▹▷▸" and view[end:stop].lstrip()[:1] in ("", "/", ","):
        return _clause(view, max(floor, view.rfind("/ ", floor, start) + 1), start - 1)
    parts = [*_PART_ENDS.finditer(view, floor, start)]
    left = parts[-1].start() if parts else -1
    ends = [view.find(", ", end, stop), view.find("; ", end, stop)]
    if next_label := _NEXT_LABEL.search(view, end, stop):
        ends.append(next_label.start())
    right = min((at for at in ends if at >= 0), default=stop)
    ahead = view[(left + 1 if left >= 0 else floor) : start]
    colon = view.find(":", floor, start)
    several = right < stop or left > colon
    first = colon >= 0 and several and not view[colon + 1 : start].strip()
    where = _PLACE_ONLY if first else _BRACKET_ONLY if not ahead.strip() else None
    if colon >= 0 and where and where.fullmatch(view, end, right):
        said = view[end:right].strip(" ()")
        # 바이어 초청 품평회 : 2월(방콕), 11월(진주), but 행정절차 : 3월(투자심사), 6월(의회승인)
        deed = ends_in_deed(said) or said.endswith("심사")
        return said if deed else _tidy(view[floor:colon])
    if ")" in ahead and "(" not in ahead.partition(")")[0]:
        # 만족도 조사('26. 6월, 11월) 및 '26년 하반기 3대 증차: the comma stood in a bracket of something else.
        behind_bracket = ahead.partition(")")[2]
        joined = behind_bracket.lstrip().startswith(("및", ","))
        ahead = behind_bracket if joined else _clause(view, floor, start)
    behind = _MEANT_OR_PART.sub("", view[end:right].strip(" .:/"), count=1)
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
            words = _tidy(view[found.end() : stop])
            if not _OFTEN_ONLY.fullmatch(words):
                return words
            stop = found.start()  # 승차대 방역소독, 주 2회('20. 2. ~ 현재)
    return _tidy(view[floor:stop])


def _rest(view: str, closed: int, stop: int) -> str:
    """One deed right behind the bracket: `2회(07.30) 개최`."""
    found = _DEED_BEHIND.match(view[closed:stop])
    return f" {found[1]}" if found else ""


def _bracket_before(view: str, start: int, floor: int) -> int:
    """Offset of the bracket that is open at `start`, or -1."""
    if start > floor and view[start - 1] in _OPEN:
        return start - 1
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
    if end < stop and view[end] in _CLOSE:
        return end
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
    text = text.strip(_TRIM)
    if text[:1] in _JOINING or text[-1:] in _JOINING:
        return _JOINS.sub("", text).strip(_TRIM)
    return text


def words_ahead(view: str, start: int, end: int, *, floor: int, stop: int) -> str:
    """The words in front of a date that ends its line behind a stroke or a comma: `설계 착수 / '25. 3.`; else empty."""
    if view[end:stop].strip(" .)"):
        return ""
    words = " ".join(view[floor:start].split()).rstrip(" ,/→▶-:")
    return words if _WORD.search(words) else ""
