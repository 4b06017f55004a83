"""The words in front of an amount: its year, its source of funds, what it is for; and whether it is one at all."""

import re
from typing import Final

from extract.parsers.heads import fiscal_year
from normalize.money import Amount
from normalize.sources import read_source

__all__ = [
    "counts_things",
    "is_factor",
    "names_nothing",
    "source_before",
    "words_before",
    "year_before",
]

_YEAR_BEFORE: Final = re.compile(
    r"((?:20\d\d|'\s?\d\d)년?도?\.?)\s*(?:\d/?\d?분기|\d{1,2}월|제\s?\d회\s?추[가-힣]{1,7})?[가-힣·()\s]{0,12}$"
)
_OF_BUDGET: Final = re.compile(
    r"((?:20\d\d|'\s?\d\d)년?도?)[가-힣·\s]{0,12}[\d,.]+\s?[조억천백만]{0,2}원\s?중\s?$"
)
"""`2024년 예산 580,000천원 중 571,340천원 집행`: both are of that year."""
_SPENT_OF_IT: Final = re.compile(
    r"((?:20\d\d|'\s?\d\d)년?도?)\s?:?\s?(?:본예산|예산현?액?)\s?[\d,.]+\s?[조억천백만]{0,2}원(?:\s?\([^()]*\))?,\s*(?:집행|지출)[가-힣]{0,2}\s*$"
)
"""`2025년 예산현액 2,280백만원(본예산 2,100, 추경 180), 집행액 2,107백만원`"""
_BUDGET_REACH: Final = 48
_SPENT_REACH: Final = 80
_OPEN_YEAR: Final = re.compile(r"\s?(?:까지|이후|이전|부터)")
"""`2024년까지 3,000백만원` is of several years."""
_SPLIT_AT: Final = re.compile(r"[,;/]\s|\)\s*,?\s*|\n|:\s|\s[*※▷▸▹]\s?")
_WORD_ENDS: Final = re.compile(r"[\s(※*,]+")
_SOURCE_REACH: Final = 12
_PROGRAM_REACH: Final = 120
_REASON: Final = re.compile(r"\s+[\w.,=㎡㎥㎞·]*\d[가-힣\w㎡㎥㎞]{0,4}\s?[×*]\s?\d.*$")
"""The reckoning behind a name: 방파제 축조 L=320m × 25백만원."""
_NAME: Final = re.compile(r"[가-힣]{1,6}(?<!사업)(?:금|비)")
"""`설립: 1994. 3. 2. (자본금 1,200억원)`: the bracket names its amount itself."""
_COUNT_ONLY: Final = re.compile(
    r"[\d,]+\s?(?:건|개|개소|명|회|식|대|종|세대|가구|동|호|곳|개?\s?(?:단지|마을|사|팀)|권|점)"
)
_FIGURES_ONLY: Final = re.compile(r"[\d.,~'\s]+(?:[조억천백만]{1,3}\s?)?원?")
"""`사업비 : 60억원(2026년 20억원)`: the whole in front of its part, or a period, names nothing."""
_WHEN_ONLY: Final = re.compile(
    r"(?:20\d\d|'\s?\d\d)년?도?\s?(?:까지|이후|이전|부터)|향후|기정|금회|당초|변경|기투자"
)
"""`기투자 30억원, 2026년 20억원, 2027년 이후 10억원`: says when, and names nothing."""
_NAMELESS: Final = (_FIGURES_ONLY, _COUNT_ONLY, _WHEN_ONLY)
_SHARE: Final = re.compile(r"([가-힣]{1,6})\s?\d[\d,.]*(?:\s?[조억천백만]{1,2}원?)?")
_TIMES: Final = frozenset("×✕xX")
_UNIT_SIGN: Final = re.compile(
    r"\s?(?:[㎀-㏟%‰℃㎡㎥]|[mMkKthTG](?![가-힣])|[㎿톤평명건개호대회부권점본주필동층](?![가-힣]))"
)
_NEXT_WORD: Final = re.compile(r"\s?([가-힣]{2,})")
_OF_MONEY: Final = re.compile(
    r"확보|투입|지원|증액|감액|증가|감소|규모|정도|이상|이하|미만|내외|소요|편성|추경|반영|교부|집행|절감|예정|매입|출자|융자|포함|별도|들여|으로|이며|이고"
)


def year_before(view: str, floor: int, start: int) -> int | None:
    """The one fiscal year right before an amount: `2018년 350백만원`, `('23년) 45.7억원`.

    >>> year_before("※ 2018년 350백만원", 0, 8), year_before("('23년~'27년) 205억원", 0, 12)
    (2018, None)
    """
    found = _YEAR_BEFORE.search(view, max(floor, start - 24), start)
    if not found:
        near = view[max(floor, start - 8) : start]
        if near.rstrip()[-1:] == "중":
            of_budget = _OF_BUDGET.search(view, max(floor, start - _BUDGET_REACH), start)
        elif "집행" in near or "지출" in near:
            of_budget = _SPENT_OF_IT.search(view, max(floor, start - _SPENT_REACH), start)
        else:
            return None
        return fiscal_year(f"{of_budget[1].rstrip('년도')}년") if of_budget else None
    if view[max(floor, found.start() - 3) : found.start()].rstrip()[-1:] == "~":
        return None
    if _OPEN_YEAR.match(view, found.end(1), start):
        return None
    return fiscal_year(found[1] if found[1].endswith(("년", "도", ".")) else f"{found[1]}년")


def is_factor(view: str, base: int, amount: Amount, stop: int) -> bool:
    """Whether an amount is multiplied (30명 × 50천원 = 1,500천원): a price; the sum follows before `stop`."""
    start, end = base + amount.span[0], base + amount.span[1]
    return view.find("=", end, stop) >= 0 and bool(
        view[max(0, start - 2) : start].strip() in _TIMES
        or view[end : end + 2].strip()[:1] in _TIMES
    )


def counts_things(view: str, base: int, amount: Amount) -> bool:
    """Whether `20억 어절`, `1,746천㎡` counts and is no money: no 원, no source, and a noun or a unit behind."""
    start, end = base + amount.span[0], base + amount.span[1]
    if amount.source or view[end - 1] == "원" or view[start] in "₩\\" or amount.role == "part":
        return False
    if _UNIT_SIGN.match(view, end, end + 3):
        return True
    behind = _NEXT_WORD.match(view, end, end + 12)
    return behind is not None and _OF_MONEY.match(behind[1]) is None


def source_before(view: str, floor: int, amount: Amount, start: int) -> tuple[str, str]:
    """The source of funds: that of a split, or the word right before the amount (구군비 97억원)."""
    if amount.source or amount.label:
        return amount.source, amount.source_raw
    words = _WORD_ENDS.split(view[max(floor, start - _SOURCE_REACH) : start].rstrip(" ("))
    found = read_source(words[-1]) if words[-1] else None
    return (found.name, found.raw) if found and found.name != "계" else ("", "")


def words_before(view: str, floor: int, start: int) -> str:
    """What an amount is for: the clause in front of it, or in front of its bracket."""
    words = view[max(floor, start - _PROGRAM_REACH) : start]
    opened = words.rfind("(")
    if opened > words.rfind(")"):
        inside = words[opened + 1 :].strip()
        if _NAME.fullmatch(inside) and read_source(inside) is None:
            return inside
        # An amount in brackets belongs to the words in front of them: 감사 추진(4개 단지, 40백만원).
        words = words[:opened]
    words = words.rstrip(" (:약▷▸▹※*")
    if not words:
        return ""
    splits = [*_SPLIT_AT.finditer(words)]
    words = words[splits[-1].end() :] if splits else words
    words = " ".join(words.split()).strip("·,-※*/= ")
    words = _REASON.sub("", words)
    if len(words) > 60 or names_nothing(words):
        return ""
    return "" if fiscal_year(words) or _is_share(words) else words


def names_nothing(words: str) -> bool:
    """Whether words in front of an amount are a figure, a count or a time, and no programme.

    >>> names_nothing("'25년까지"), names_nothing("60억원"), names_nothing("보상비")
    (True, True, False)
    """
    return any(plain.fullmatch(words) for plain in _NAMELESS)


def _is_share(words: str) -> bool:
    """Whether words are a share themselves: 지방비 120(도 60, 시 60)."""
    found = _SHARE.fullmatch(words)
    return found is not None and read_source(found[1]) is not None
