"""What stands around a number: bounds, hedges, per-units and the label in front.

All functions look at folded text and a position, and read only the few words that touch the number.
"""

import re
from typing import Final, NamedTuple

from normalize.money.values import Bound
from normalize.sources import read_source

__all__ = ["PER_UNIT", "Label", "Suffix", "factor_unit", "label_before", "per_before", "suffix_at"]

_CODES: Final = {
    "인": "{명}",
    "㎡": "m2",
    "m²": "m2",
    "m2": "m2",
    "㎥": "m3",
    "m³": "m3",
    "m3": "m3",
    "평": "[평]",
    "ha": "har",
    "㏊": "har",
    "a": "ar",
    "㎞": "km",
    "km": "km",
    "m": "m",
    "톤": "t",
    "ton": "t",
    "㎏": "kg",
    "kg": "kg",
    "g": "g",
    "ℓ": "L",
    "L": "L",
    "리터": "L",
    "㎾h": "kW.h",
    "kWh": "kW.h",
    "㎾": "kW",
    "kW": "kW",
    "달러": "USD",
    "불": "USD",
    "$": "USD",
    "USD": "USD",
    "유로": "EUR",
    "EUR": "EUR",
    "위안": "CNY",
}
_COUNTED: Final = "개월|년|일|시간|명|개소|개사|개|건|회|가구|세대|팀|호|대|동"
PER_UNIT: Final = "|".join((_COUNTED, *(re.escape(word) for word in _CODES if word != "$")))
"""Pattern of what a price is for: `톤당`, `원/㎥`; a rate of exchange is per dollar."""
_HEDGE: Final = re.compile(r"(?:(?<![가-힣])약|대략|\(약)\s{0,8}$")
_AT_MOST: Final = re.compile(r"(?:최대|최고|상한)\s{0,8}:?\s{0,8}$")
_AT_LEAST: Final = re.compile(r"(?:최소|최저|하한)\s{0,8}:?\s{0,8}$")
_BEHIND: Final = re.compile(
    r"\s{0,2}(?:(?P<max>이하|이내|한도|까지)|(?P<lt>미만)|(?P<min>이상)|(?P<gt>초과)|(?P<about>내외|정도|가량|안팎|쯤|여(?![가-힣])|(?<=원)대(?![가-힣])))"
)
_BOUNDS: Final[dict[str, Bound]] = {"max": "max", "lt": "lt", "min": "min", "gt": "gt"}
_PER_BEHIND: Final = re.compile(
    rf"\s?/\s?(?P<count>\d{{0,3}})\s?(?P<unit>월|개년|연|주|{PER_UNIT}|\$)(?![가-힣A-Za-z0-9²³]|\s?=)"
)
_THEN_AMOUNT: Final = r"\s{0,4}:?\s{0,4}(?:약|최대|최소|최고)?\s{0,4}$"
_PERIOD_BEFORE: Final = re.compile(
    r"(?:(?<![가-힣\d])(?P<period>매월|매년|매일|월|연간|연|년간|일|주|시급|월급|연봉)|"
    rf"(?<![\d.,])1\s?(?P<one>인|명|개소|건|회|가구|팀|시간|일|개월|년)){_THEN_AMOUNT}"
)
_PER_BEFORE: Final = re.compile(
    rf"(?<![\d.,])(?P<count>(?:\d{{1,3}}(?:,\d{{3}})?(?:\.\d)?)?)\s?(?P<unit>{PER_UNIT})당{_THEN_AMOUNT}"
)
_PERIODS: Final = {
    "개월": "P{}M",
    "월": "P{}M",
    "매월": "P{}M",
    "월급": "P{}M",
    "개년": "P{}Y",
    "년": "P{}Y",
    "연": "P{}Y",
    "연간": "P{}Y",
    "년간": "P{}Y",
    "매년": "P{}Y",
    "연봉": "P{}Y",
    "일": "P{}D",
    "매일": "P{}D",
    "주": "P{}W",
    "시간": "PT{}H",
    "시급": "PT{}H",
}
_FACTOR_UNITS: Final = re.compile(r"\s?(?P<unit>개월|월|일|년|주)(?![가-힣])")
_FACTOR_CODES: Final = {"개월": "mo", "월": "mo", "일": "d", "년": "a", "주": "wk"}
_RATES: Final = {"일": "d", "년": "a", "연": "a", "월": "mo", "시간": "h"}

_BREAK: Final = re.compile(r"[,/;:~\n\t|→+=×@()\[\]【】<>]|\.\s")
_FILLER: Final = re.compile(
    r"(?:(?<![가-힣])(?:약|총|각|씩)|[xX](?<![A-Za-z].)|최대|최소|최고|각각|=|:|\s)$"
)
_FILLER_ENDS: Final = frozenset("약총각씩xX대소고=: \t\n\r\f\v")
_BULLETS: Final = ' \t-·*○□■●▶※ㅇo▲△▽"'


class Suffix(NamedTuple):
    """What stands right behind a number.

    Attributes:
        bound: `max`, `lt`, `min`, `gt` or empty.
        about: Whether the value is approximate.
        per: What it is per, or empty.
        rate: The same as a UCUM denominator, for quantities: `d` in `1,000㎥/일`.
        end: Where it ends.
    """

    bound: Bound
    about: bool
    per: str
    rate: str
    end: int


class Label(NamedTuple):
    """The label in front of a number.

    Attributes:
        name: Name of the source of funds, or empty.
        raw: The source's label as printed, or empty.
        text: Any other label, or empty.
        start: First character.
        end: One past the last.
        bound: A bound said before the number: 최대, 최소.
        about: 약.
    """

    name: str
    raw: str
    text: str
    start: int
    end: int
    bound: Bound
    about: bool


def suffix_at(text: str, end: int) -> Suffix:
    """Read the words right behind a number.

    >>> suffix_at("4,000천원/8개월", 7).per, suffix_at("2억원 이하", 3).bound
    ('P8M', 'max')
    """
    per = rate = ""
    if found := _PER_BEHIND.match(text, end):
        unit, count = found["unit"], found["count"]
        if unit in _PERIODS or count in {"", "1"}:
            per = _per(unit, count or "1")
            rate = _RATES.get(unit, "") if count in {"", "1"} else ""
            end = found.end()
    behind = _BEHIND.match(text, end)
    if behind is None:
        return Suffix("", about=False, per=per, rate=rate, end=end)
    bound = _BOUNDS.get(behind.lastgroup or "", "")
    return Suffix(bound, not bound, per, rate, behind.end())


def _per(unit: str, count: str) -> str:
    if unit in _PERIODS:
        return _PERIODS[unit].format(count)
    code = _CODES.get(unit, "{" + unit + "}")
    return code if count == "1" else count + code


def per_before(text: str) -> tuple[str, int]:
    """Return what a number behind `text` is paid per, and where that begins.

    >>> per_before("1인당 "), per_before("12월 ")
    (('{명}', 0), ('', 4))
    """
    near = text[-16:]
    first = len(text) - len(near)
    if "당" in near and (found := _PER_BEFORE.search(near)):
        count = (found["count"] or "1").replace(",", "")
        return _per(found["unit"], count), first + found.start()
    if found := _PERIOD_BEFORE.search(near):
        return _per(found["period"] or found["one"], "1"), first + found.start()
    return "", len(text)


def factor_unit(text: str, end: int) -> tuple[str, int]:
    """Return the unit of a factor such as `12월` and where it ends; dimensionless is `1`.

    >>> factor_unit("× 12월", 4)
    ('mo', 5)
    """
    found = _FACTOR_UNITS.match(text, end)
    return (_FACTOR_CODES[found["unit"]], found.end()) if found else ("1", end)


def label_before(text: str, floor: int, start: int) -> Label:
    """Read the label between `floor` and a number that begins at `start`.

    >>> label_before("(국비 5,000", 1, 4).name, label_before("(공사비 98", 1, 5).text
    ('국비', '공사비')
    """
    before = text[floor:start]
    if not before:
        return Label("", "", "", start, start, "", about=False)
    about = _HEDGE.search(before) is not None
    bound: Bound = "max" if _AT_MOST.search(before) else "min" if _AT_LEAST.search(before) else ""
    words, first = _segment(before, floor)
    if not words:
        return Label("", "", "", start, start, bound, about)
    for piece in _endings(words):
        if source := read_source(piece):
            begin = first + words.rindex(piece)
            return Label(source.name, piece, "", begin, begin + len(piece), bound, about)
    return Label("", "", words, first, first + len(words), bound, about)


def _segment(before: str, floor: int) -> tuple[str, int]:
    """Return the words after the last separator, without hedges and marks, and where they begin."""
    end = len(before.rstrip(" :"))
    while before[end - 1 : end] in _FILLER_ENDS and (filler := _FILLER.search(before[:end])):
        end = filler.start()
    last = 0
    for separator in _BREAK.finditer(before, 0, end):
        last = separator.end()
    words = before[last:end]
    stripped = words.lstrip(_BULLETS)
    last += len(words) - len(stripped)
    if stripped.startswith("전액"):
        shorter = stripped[2:].lstrip()
        last, stripped = last + len(stripped) - len(shorter), shorter
    stripped = stripped.rstrip()
    return stripped, floor + last


def _endings(words: str) -> list[str]:
    """Return the whole label, then its last two words, then its last one."""
    pieces = words.split(" ")
    last_two = " ".join(pieces[-2:]).strip() if len(pieces) > 2 else ""
    return [piece for piece in (words, last_two, pieces[-1]) if piece]
