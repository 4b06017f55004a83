"""Scanning: where amounts and quantities stand in a line or a page, in one pass over the text.

A scan is generous and knows no units in detail; `normalize.money.reading` decides. The engine
leaps from one character that can begin an amount to the next; what belongs to a hit (`약`, `국비`,
the split in brackets, the factors) is looked up around the few hits.
"""

import re
from collections.abc import Iterator
from typing import Final

from normalize.leaps import leaping
from normalize.money.hanja import behind_digits
from normalize.money.spelled import WORDS, has_words
from normalize.money.surroundings import PER_UNIT
from normalize.money.tokens import NO_ORDINAL, is_broken
from normalize.money.units import ENGLISH_SCALE, QUANTITY, SIGN_BEHIND
from normalize.numerals import DIGITS

__all__ = ["scan_amounts", "scan_values"]

_FIRST: Final = r"[0-9₩\\$€¥￥£UKEJCG](?<![\d'A-Za-z#][\s\S])"
_NO_REST: Final = rf"(?<!\d[.,:/-]){NO_ORDINAL}"
_SYMBOL: Final = r"(?:US\$|USD|KRW|EUR|JPY|CNY|GBP|[$₩\\€¥￥£])\s?"
_MULTIPLIER: Final = r"[십백천만억조]{1,2}(?:여[만억])?"
_MULTIPLIED: Final = (
    rf"{DIGITS}(?: ?여)?(?>(?: ?{_MULTIPLIER}(?>(?: ?{DIGITS} ?{_MULTIPLIER})*)"
    rf"(?: ?\d[\d,]*+(?= ?원)|(?:(?<=[백천만]) )?\d[\d,]*+(?= ?(?:달러|불|유로|엔|위안|{QUANTITY})))?)?)"
)
_MONEY_UNIT: Final = rf"[ 여]{{0,2}}(?:원|불|달러|미불|미달러|유로|엔|위안|파운드|{SIGN_BEHIND}|(?<=[억조])(?<! [억조])(?!\d)|(?<=[억조])(?![\d가-힣](?<![원여이을를의은는과와도에]))|(?<=[억조] )|(?<=백만)|(?<=\d천))"
_OF_MONEY: Final = "여십백천만억조원불달미유엔위파$€¥£"
_NO_MONEY: Final = rf"(?!\d[\d,.]*+(?:[^ {_OF_MONEY}]| {{1,3}}+[^{_OF_MONEY}\d]))"
"""Nine numbers in ten have something behind them that begins no multiplier and no unit of money."""
# `$7m^2$` is a formula of LaTeX, not seven dollars.
_MONEY: Final = re.compile(
    leaping(
        _FIRST,
        rf"{_NO_REST}{_NO_MONEY}(?:{_SYMBOL}{_MULTIPLIED}(?>(?: ?{ENGLISH_SCALE})?)(?! ?[a-zA-Z^\\㎡])|{_MULTIPLIED}{_MONEY_UNIT})",
    )
)
_VALUE: Final = re.compile(
    leaping(
        _FIRST,
        rf"{_NO_REST}(?:{_SYMBOL}{_MULTIPLIED}(?: ?{ENGLISH_SCALE}| ?{QUANTITY})?|{_MULTIPLIED}(?:[ 여]{{0,2}}{QUANTITY}|{_MONEY_UNIT}))",
    )
)
# A printed line may end inside the bracket: the next one goes on with a figure or a source.
_BRACKET: Final = r"[(\[【](?>(?:[^()\[\]【】\n]|\n(?=[ \t]{0,8}[\d가-힣])|[(\[][^()\[\]【】\n]{0,60}[)\]]){0,160})[)\]】]"
_NEXT_LINE: Final = r" {0,2}\n[ \t]{0,12}(?=[(\[] ?(?:전액 ?)?(?:국고|[국시도구군]비?|지방비|기금|민간|민자|자부담|특교세?|교부세|[균지]특) ?:? ?[\d)시구군도국])"
"""A split of sources may stand alone on the next line of its cell: `5,600천원⏎(국비 1,680 / 시비 3,920)`."""
_TAIL: Final = re.compile(
    rf"원?[정整]?(?: ?\d\d?전)?(?>(?: ?~ ?{DIGITS}(?>(?: ?[십백천만억조]{{1,2}})?) ?(?:원|%|명|㎡|억|개소|건)"
    rf"|에서 {DIGITS}(?>(?: ?[십백천만억조]{{1,2}})?) ?원(?= ?(?:까지|사이)))?)"
    r"(?: ?/ ?\d{0,3} ?(?:[가-힣]{1,2}|[㎡㎥㎞㏊㎏㎾ℓ²³a-zA-Z$]{1,3}[23]?))?"
    r"(?: {0,2}(?:이하|이내|한도|까지|미만|이상|초과|내외|정도|가량|안팎|쯤|규모))?"
    rf"(?>(?: ?[×xX*] ?{DIGITS} ?[가-힣%㎡]{{0,2}})*)(?: ?[=→] ?{DIGITS}(?: ?[십백천만억조]{{0,2}} ?원)?)?"
    rf"(?:(?: {{0,2}}|{_NEXT_LINE}){_BRACKET}){{0,3}}"
    r"(?: {0,2}[,/※*]? {0,2}전액 ?(?:국고?비?|[시도구군]비|지방비|시도비|[균지]특|교부세|특교세?|[가-힣]{2}기금|기금|민자|민간|자부담)(?![가-힣]))?"
)
_NO_TAIL: Final = frozenset(").:;\t") | {""}
"""Characters that begin none."""
_HEAD: Final = re.compile(
    r"(?=[약대최상하일금1매월연시급국도구군지균교특기복민자전])"
    r"(?:약|대략|최대|최소|최고|최저|상한|하한|일금|금|"
    r"1 ?(?:인|명|개소|건|회|가구|팀)|"
    r"(?<![가-힣\d])(?:매월|매년|매일|월|연간|연|일|시급|월급|연봉)|"
    r"(?<![가-힣])(?:전액 ?)?(?:국비|시비|도비|구비|군비|지방비|국고|국고보조금|시도비|시·도비|구·군비|시군비|시군구비|"
    r"지특|균특|교부세|특별교부세|특교세|기금|복권기금|민자|민간|민간투자|자부담|자담|기타))"
    r" {0,2}:? {0,2}(?:약|최대|총)? ?\Z"
)
_PER_HEAD: Final = re.compile(
    rf"(?:\d{{1,3}}(?:,\d{{3}})?(?:\.\d)? ?)?(?:{PER_UNIT})당 {{0,2}}:? {{0,2}}(?:약|최대|총)? ?\Z"
)
_PER_ONE: Final = re.compile(r"1 ?(?:인|명|개소|건|회|가구|팀) {0,2}(?:약|최대)? ?\d")
_LEFT_OF_RANGE: Final = re.compile(
    r"(?<![\d.,'년월-])\d[\d,.]{0,14} ?[십백천만억조]{0,2} ?원? ?[~→] ?\Z"
)
_LEFT_OF_CHANGE: Final = re.compile(
    r"(?:20\d\d|'\d\d)년?도?\)? ?(?:\(안\) ?)?(?P<left>(?!(?:19|20)\d\d(?!\d|,))\d[\d,.]{0,14}) ?→ ?\(?(?:20\d\d|'\d\d)년?도? ?(?:\(안\)|안)?\)? ?\Z"
)
_SIGN_IN_BRACKETS: Final = re.compile(r"\(([△▽▲▼-])\) ?\Z")
_CAPTION_HEAD: Final = re.compile(r"[단單] ?[위位] {0,2}:? {0,2}\Z")
_HEAD_ENDS: Final = frozenset("약략대소고저한금당인명건회구팀월년일연간급봉비세자담타총고특")
_REACH: Final = 24


def scan_amounts(folded: str) -> list[tuple[int, int]]:
    """Return where expressions of money stand in folded text, with labels in front and splits behind.

    >>> text = "예산 : 278천원(국 138 시 140), 재산이 2억원 이하"
    >>> [text[start:end] for start, end in scan_amounts(text)]
    ['278천원(국 138 시 140)', '2억원 이하']
    """
    return list(_scan(behind_digits(folded), _MONEY))


def scan_values(folded: str) -> list[tuple[int, int]]:
    """Return where expressions of money or of any other quantity stand in folded text.

    >>> text = "면적 156,000㎡, 참여 8,076명(달성률 91%)"
    >>> [text[start:end] for start, end in scan_values(text)]
    ['156,000㎡', '8,076명(달성률 91%)']
    """
    return list(_scan(folded, _VALUE))


def _scan(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    spelled = _spelled(text)
    position = searched = 0
    while True:
        found = pattern.search(text, max(position, searched))
        start, stop = found.span(1) if found else (len(text) + 1, 0)
        while spelled and spelled[-1][0] < start:
            first, last = spelled.pop()
            if first >= position:
                tail = _TAIL.match(text, last)
                position = tail.end() if tail else last
                yield first, position
        if found is None:
            return
        if start < position:
            continue
        # `3.3㎡당 500만원`, `1인 50만원`: what an amount is for.
        if text.startswith("당", stop) or (text[start] == "1" and _PER_ONE.match(text, start)):
            searched = stop
            continue
        end = stop
        if text[end : end + 1] not in _NO_TAIL:
            tail = _TAIL.match(text, end)
            end = tail.end() if tail else end
        begin = _begin(text, start, position)
        if begin >= 0:
            yield begin, end
            position = end
        else:
            searched = stop


def _begin(text: str, start: int, floor: int) -> int:
    """Return where the expression of a hit begins; -1 where a mark before it makes the hit doubtful."""
    before = text[max(floor, start - _REACH) : start]
    touching = before[-1:]
    if touching and touching in "△▽▲▼-+":
        if touching in "△▽+" or (
            touching == "-" and before[-2:-1] in {" ", "(", "[", "\t"} and _is_inside(before)
        ):
            return start - 1
        return -1
    bare = before.rstrip(" ")
    if not bare:
        return start
    if bare[-1] in "△▽,:위位" and _is_doubtful(text, start, before):
        return -1
    if bare[-1] == ")" and (sign := _SIGN_IN_BRACKETS.search(before)):
        return start - len(before) + sign.start() if sign[1] in "△▽-" else -1
    if bare[-1] in "~→" or "→" in before:
        left = (_LEFT_OF_RANGE if bare[-1] in "~→" else _LEFT_OF_CHANGE).search(before)
        if left or bare[-1] in "~→":
            return start - len(before) + left.start(left.lastgroup or 0) if left else start
    last = bare[-1] if bare[-1] != ":" else bare[:-1].rstrip(" ")[-1:]
    if last in _HEAD_ENDS and (
        head := ("당" in before and _PER_HEAD.search(before)) or _HEAD.search(before)
    ):
        return start - len(before) + head.start()
    return start


def _is_doubtful(text: str, start: int, before: str) -> bool:
    """Tell whether a hit is the rest of a number, has a sign of its own line, or is a unit: `(단위 : 1,000원)`."""
    mark = before.rstrip(" ")[-1]
    if mark in "△▽":
        return True
    return is_broken(text, start) if mark == "," else _CAPTION_HEAD.search(before) is not None


def _is_inside(before: str) -> bool:
    """Tell whether words stand before the dash on its line: at the start of a line it is a bullet."""
    line = before[:-1].rpartition("\n")[2]
    return bool(line.strip())


def _spelled(text: str) -> list[tuple[int, int]]:
    """Return the amounts in words, and 비예산, last first."""
    places = [found.span() for found in WORDS.finditer(text)] if has_words(text) else []
    at = text.find("비예산")
    while at >= 0:
        places.append((at, at + 3))
        at = text.find("비예산", at + 3)
    return sorted(places, reverse=True)
