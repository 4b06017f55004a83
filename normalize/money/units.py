"""Units: spellings to ISO 4217, UCUM and annotation codes.

UCUM writes what is counted in braces (`{명}`); the Korean word stays, since no code exists for it. 평 is not in
UCUM: `[평]` is 400/121 m2 exactly. To add a unit: a line in one of the tables, and a row in the corpus.
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from normalize.money.hanja import in_hangul
from normalize.money.values import Unit
from normalize.numerals import MULTIPLIER, read_multiplied

__all__ = [
    "CURRENCIES",
    "ENGLISH",
    "ENGLISH_SCALE",
    "FACTORS",
    "PREFIXED",
    "QUANTITY",
    "SIGN_BEHIND",
    "read_unit",
    "unit_at",
]

CURRENCIES: Final[dict[str, str]] = {
    "원": "KRW",
    "원정": "KRW",
    "원整": "KRW",
    "圓": "KRW",
    "₩": "KRW",
    "KRW": "KRW",
    "불": "USD",
    "달러": "USD",
    "미불": "USD",
    "미달러": "USD",
    "US$": "USD",
    "USD": "USD",
    "$": "USD",
    "유로": "EUR",
    "EUR": "EUR",
    "€": "EUR",
    "엔": "JPY",
    "엔화": "JPY",
    "JPY": "JPY",
    "¥": "JPY",
    "위안": "CNY",
    "위안화": "CNY",
    "CNY": "CNY",
    "RMB": "CNY",
    "파운드": "GBP",
    "GBP": "GBP",
    "£": "GBP",
}
"""Spelling -> ISO 4217."""

PREFIXED: Final[dict[str, str]] = {
    "US$": "USD",
    "USD": "USD",
    "미화": "USD",
    "$": "USD",
    "₩": "KRW",
    "\\": "KRW",
    "KRW": "KRW",
    "€": "EUR",
    "EUR": "EUR",
    "¥": "JPY",
    "￥": "JPY",
    "JPY": "JPY",
    "CNY": "CNY",
    "£": "GBP",
    "￡": "GBP",
    "GBP": "GBP",
}
"""Signs that stand before the number. A backslash is shown as ₩ in Korean fonts."""

ENGLISH: Final[dict[str, int]] = {
    "thousand": 10**3,
    "K": 10**3,
    "million": 10**6,
    "mil": 10**6,
    "mn": 10**6,
    "M": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "B": 10**9,
    "trillion": 10**12,
}
"""English multipliers, read behind foreign money only: `USD 3.5 million`. A lone `m` may be a metre."""

_MEASURES: Final[dict[str, str]] = {
    "㎡": "m2",
    "m²": "m2",
    "m2": "m2",
    "m^2": "m2",
    "M2": "m2",
    "M²": "m2",
    "제곱미터": "m2",
    "평방미터": "m2",
    "㎢": "km2",
    "km²": "km2",
    "km2": "km2",
    "km^2": "km2",
    "제곱킬로미터": "km2",
    "ha": "har",
    "㏊": "har",
    "헥타르": "har",
    "평": "[평]",
    "㎥": "m3",
    "m³": "m3",
    "m3": "m3",
    "m^3": "m3",
    "세제곱미터": "m3",
    "루베": "m3",
    "m": "m",
    "M": "m",
    "미터": "m",
    "㎞": "km",
    "km": "km",
    "KM": "km",
    "Km": "km",
    "킬로미터": "km",
    "㎝": "cm",
    "cm": "cm",
    "센티미터": "cm",
    "㎜": "mm",
    "mm": "mm",
    "밀리미터": "mm",
    "톤": "t",
    "t": "t",
    "ton": "t",
    "㎏": "kg",
    "kg": "kg",
    "Kg": "kg",
    "킬로그램": "kg",
    "g": "g",
    "그램": "g",
    "㎎": "mg",
    "mg": "mg",
    "ℓ": "L",
    "L": "L",
    "리터": "L",
    "kℓ": "kL",
    "㎾": "kW",
    "kW": "kW",
    "KW": "kW",
    "㎾h": "kW.h",
    "kWh": "kW.h",
    "㎿": "MW",
    "MW": "MW",
    "MWh": "MW.h",
    "GW": "GW",
    "GWh": "GW.h",
    "시간": "h",
    "분간": "min",
    "개월": "mo",
    "개년": "a",
    "℃": "Cel",
    "%": "%",
    "퍼센트": "%",
    "%p": "{%p}",
    "%P": "{%p}",
    "%포인트": "{%p}",
}
"""Spelling -> UCUM."""


def _listed(words: str) -> tuple[str, ...]:
    """Return the words of a table that is written as one text."""
    return tuple(words.split())


_COUNTERS: Final = _listed(
    "명 인 건 개소 개동 개사 개교 개국 개팀 개과 개반 개社 개 회 팀 가구 세대 필지 곳 "
    "마리 그루 배 차로 학급 농가 점포 석 병상 쪽 페이지 식"
)
_WEAK_COUNTERS: Final = _listed(
    "대 호 동 실 면 점 부 권 종 척 기 본 주 편 매 공 식 채 과목 차시 강좌 과정"
)
"""These also name ages (20대), addresses (101동 1204호) and floors: only a grouped number counts them."""

_NOUNS_AFTER_GAE: Final = _listed(
    "사업 과제 기관 업체 단체 학교 지역 마을 부서 분야 시군 시군구 시설 노선 품목 항목 "
    "기업 대학 지구 단지 팀 프로그램 강좌 과정 시도 자치구 구 동 읍면 읍면동 점포 협회 "
    "위원회 법인"
)

FACTORS: Final[dict[str, tuple[str, Fraction]]] = {
    "m2": ("m2", Fraction(1)),
    "km2": ("m2", Fraction(10**6)),
    "har": ("m2", Fraction(10**4)),
    "[평]": ("m2", Fraction(400, 121)),
    "m": ("m", Fraction(1)),
    "km": ("m", Fraction(1000)),
    "cm": ("m", Fraction(1, 100)),
    "mm": ("m", Fraction(1, 1000)),
    "t": ("kg", Fraction(1000)),
    "kg": ("kg", Fraction(1)),
    "g": ("kg", Fraction(1, 1000)),
    "m3": ("m3", Fraction(1)),
    "L": ("m3", Fraction(1, 1000)),
}
"""Unit -> (base unit, exact factor), for whoever wants to compare areas or lengths."""


def _words(words: "tuple[str, ...] | dict[str, str]") -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_LATIN_END: Final = r"(?![A-Za-z0-9²³])"
ENGLISH_SCALE: Final = rf"(?:{_words(tuple(ENGLISH))})(?![A-Za-z0-9²³^]|/M)"
"""Pattern of one English multiplier."""
# A particle or one of these words may touch a counter; any other syllable makes it another word.
_WORD_END: Final = (
    r"(?![가-힣A-Za-z0-9])|(?=(?:이|가|을|를|은|는|의|에|로|으로|와|과|도|만|중|씩|등|및|간|임|에서|에게|까지|부터|"
    r"이며|이고|이상|이하)(?![가-힣]))|(?=이상|이하|이내|이었|이며|이고|미만|초과|내외|정도|가량|규모|수준|까지|부터|참여|참석|"
    r"수강|수료|모집|증가|감소|에서|에게)"
)
_NAMED: Final = tuple(word for word in CURRENCIES if word not in {"$", "₩", "€", "¥", "£"})
SIGN_BEHIND: Final = r"[$€¥£](?!\d)(?:(?<=[천만억조].)|(?<=[천만억조] .))"
"""Pattern of a sign of money behind the multiplier (`2,500천$`); behind bare digits it may be LaTeX."""
_UNIT: Final = re.compile(
    rf"(?P<money>원\s?(?:정|整)(?![가-힣])|{_words(_NAMED)})(?![A-WYZa-wyz])"
    rf"|(?P<measure>m ?[²³]|{_words(_MEASURES)})(?:{_LATIN_END})"
    rf"|(?P<noun>개\s?(?:{_words(_NOUNS_AFTER_GAE)}))(?:{_WORD_END})"
    rf"|(?P<count>{_words(_COUNTERS)})(?:{_WORD_END})"
    rf"|(?P<weak>{_words(_WEAK_COUNTERS)})(?:{_WORD_END})"
    rf"|(?P<sign>{SIGN_BEHIND})"
)
QUANTITY: Final = rf"(?:m ?[²³]|{_words(_MEASURES)}|개 ?(?:{_words(_NOUNS_AFTER_GAE)})|{_words(_COUNTERS)}|{_words(_WEAK_COUNTERS)})"
"""Pattern of anything that may be a unit other than money; `unit_at` decides."""

_PIECE: Final = re.compile(rf"(?P<scale>{MULTIPLIER})?\s?(?P<word>.*)")
_LETTER_SPACED: Final = re.compile(r"[가-힣](?: {1,3}[가-힣]){1,7}")
_SCALE_BEHIND: Final = re.compile(
    rf"(?P<word>US\$|USD|[$€₩]|미화|EUR|JPY|엔화)\s?(?P<scale>{MULTIPLIER})?"
)
_PEOPLE: Final = {"인": "{명}"}


def unit_at(text: str, start: int) -> tuple[Unit, int, str] | None:
    """Return the unit that begins at `start`, its end and its kind; None if none does.

    >>> unit_at("㎡당", 0)[0].code, unit_at("개 사업 추진", 0)[0].code, unit_at("개소식", 0)
    ('m2', '{개 사업}', None)
    """
    found = _UNIT.match(text, start)
    if found is None:
        return None
    kind = "money" if found.lastgroup == "sign" else found.lastgroup or ""
    return _unit_of(kind, found[0]), found.end(), kind


def _unit_of(kind: str, raw: str) -> Unit:
    if kind == "money":
        return Unit(1, CURRENCIES[raw.replace(" ", "")] if not raw.startswith("원") else "KRW", raw)
    if kind == "measure":
        return Unit(1, _MEASURES[raw.replace(" ", "")], raw)
    return Unit(1, _PEOPLE.get(raw, "{" + raw + "}"), raw)


@lru_cache(maxsize=1024)
def read_unit(text: str) -> Unit | None:
    """Return the unit that the whole of `text` names; None if it names none.

    >>> read_unit("백만원"), read_unit("US$ 천").scale, read_unit("개소").code
    (Unit(scale=1000000, code='KRW', raw='백만원'), 1000, '{개소}')
    """
    raw = text.strip()
    if _LETTER_SPACED.fullmatch(raw):
        return read_unit(raw.replace(" ", ""))
    plain = in_hangul(raw)
    if behind := _SCALE_BEHIND.fullmatch(plain):
        return Unit(_scale(behind["scale"]), PREFIXED.get(behind["word"], "JPY"), raw)
    piece = _PIECE.fullmatch(plain)
    if piece is None:
        return None
    word = piece["word"].replace(" ", "")
    scale = _scale(piece["scale"])
    if word in CURRENCIES:
        return Unit(scale, CURRENCIES[word], raw)
    if word in _MEASURES:
        return Unit(scale, _MEASURES[word], raw)
    if word in _COUNTERS or word in _WEAK_COUNTERS:
        return Unit(scale, _PEOPLE.get(word, "{" + word + "}"), raw)
    return None


def _scale(word: str | None) -> int:
    """Return the value of multipliers alone: 백만 is 1,000,000."""
    number = read_multiplied("1" + word) if word else None
    return int(number.value) if number else 1
