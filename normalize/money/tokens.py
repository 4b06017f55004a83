"""Tokens: the numbers of an expression, each with the unit that is printed right behind or before it.

What a number without a unit means is decided later, from the bracket or caption it stands in. A number that is
part of a date, an ordinal, an address or a code is no token at all.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from normalize.money.spelled import spelled_numbers
from normalize.money.units import ENGLISH, ENGLISH_SCALE, PREFIXED, unit_at
from normalize.money.values import Unit
from normalize.numerals import Multiplied, Number, exact, read_multiplied

__all__ = ["NO_ORDINAL", "Token", "is_broken", "is_misread", "tokenize"]


class Token(NamedTuple):
    """One number.

    Attributes:
        value: Value with its multipliers, and with its sign, before any inherited unit.
        unit: Its own unit with scale 1, or None for a bare number.
        unit_raw: Multipliers and unit as printed.
        scale: The last multiplier printed: 10**8 for `1조 2,345억원`.
        tail: Whether digits without multiplier stand last (`1조 3,154`): they wait for a unit.
        around: Whether 여 stands in it (`20여억원`).
        grouped: Whether it is printed with a thousands mark.
        start: First character.
        end: One past the last.
    """

    value: Number
    unit: Unit | None
    unit_raw: str
    scale: int
    tail: Number | None
    around: bool
    grouped: bool
    start: int
    end: int


NO_ORDINAL: Final = r"(?<!제)(?<!(?<![가-힣])제 )"
"""`제3조`, `제 3회` count nothing; a blank behind a word that ends so does not make it one: `지상방제 60ha`."""

_WON: Final = Unit(1, "KRW", "원")
_SIGNS: Final = r"(?P<sign>[△▽]\s{0,4}|[▲▼+-]|\([△▽▲▼-]\)\s?)?"
_SYMBOL: Final = (
    rf"(?P<symbol>{'|'.join(map(re.escape, sorted(PREFIXED, key=len, reverse=True)))})?\s?"
)
_START: Final = re.compile(
    rf"(?<![\d'A-WYZa-wyz#])(?<!\d[.,:/-]){NO_ORDINAL}{_SIGNS}{_SYMBOL}(?=\d)"
)
_NOT_BARE: Final = re.compile(
    r"\.(?!\d|\.)|[:/-]\d|[가-힣A-Za-z'²³]|\s?(?:년|월|일|차|호|층|번지|분기)(?![가-힣])"
)
_POINT_FOR_COMMA: Final = re.compile(r"\d{1,3}\.\d{3}(?!\d)")
_BROKEN_HEAD: Final = re.compile(r"\d {1,2}, ?\d{3}(?!\d)")
_ENGLISH: Final = re.compile(rf" ?({ENGLISH_SCALE})")
_JEON: Final = re.compile(r" ?(\d\d?)전(?![가-힣])")
_TIMES: Final = re.compile(r"[×xX*]\s?\Z")
_GROUPED: Final = re.compile(r",\d{3}[가-힣]{1,3}\Z")
_ALONE: Final = re.compile(r"(?:약|총|최대)?\s?(?!\d0대)[\d,]{1,15}+\s?여?\s?[가-힣]{1,3}")
_OTHER_UNIT: Final = re.compile(
    r"\s?(?:명|인|㎡|m|㎥|톤|t|건|개|대|그루|주|kW|불|달러|유로|엔|위안|배|호|가구|세대|회|년|평)"
)
_WON_END: Final = re.compile(
    r"(?![가-힣])|원(?![가-힣])|정|이|을|를|은|는|의|에|으로|로|과|와|씩|대|권|짜리|상당|미만|초과|내외|가량|규모|수준|까지|부터|"
    r"도|만|당|임|하락|상승|증|감|지원|지급|부담"
)


def tokenize(text: str, *, whole: bool = True) -> list[Token]:
    """Return the numbers of folded `text` in order.

    Args:
        text: Folded text.
        whole: Whether it is a whole expression; only then a weak counter (`3대`) may count so few.

    >>> [(token.value, token.unit_raw) for token in tokenize("278,410천원(국 138,005 시 69,002)")]
    [(278410000, '천원'), (138005, ''), (69002, '')]
    """
    tokens = list(_digit_tokens(text, alone=whole and _ALONE.fullmatch(text.strip()) is not None))
    free = [
        Token(value, unit, unit.raw, 1, None, around=False, grouped=False, start=start, end=end)
        for value, unit, (start, end) in spelled_numbers(text)
        if not any(start < other.end and other.start < end for other in tokens)
    ]
    return sorted([*tokens, *free], key=lambda token: token.start) if free else tokens


def _digit_tokens(text: str, *, alone: bool) -> Iterator[Token]:
    position = 0
    has_jeon = "전" in text
    while start := _START.search(text, position):
        number = read_multiplied(text, start.end())
        if number is None:
            position = start.end() + 1
            continue
        if number.tail is not None or start["symbol"]:
            number = _parted(text, start, number)
        token = _token(text, start, number, alone=alone)
        if has_jeon and token and token.unit_raw == "원":
            token = _with_jeon(text, token)
        if token is not None:
            yield token
        # `2억5,000`: digits that touch the multiplier are no number of their own.
        touching = number.tail is not None and not text[number.end].isspace()
        end = token.end if token else number.tail_end if touching else number.end
        position = max(end, start.end() + 1)


def _parted(text: str, start: re.Match[str], number: Multiplied) -> Multiplied:
    """Take an English multiplier in, and leave out digits behind a blank with a unit of their own: `3억 50명`."""
    if start["symbol"] and number.last == 1 and (word := _ENGLISH.match(text, number.end)):
        scale = ENGLISH[word[1]]
        return Multiplied(exact(number.value * scale), scale, word.end(), None, word.end())
    if number.tail is None or not text[number.end].isspace():
        return number
    found = _spaced_unit(text, number.tail_end)
    if found is None or _joins(text, number, found):
        return number
    return read_multiplied(text[: number.end], start.end()) or number


def _with_jeon(text: str, token: Token) -> Token:
    """Add the hundredths of a won to an amount: `12원 50전`."""
    found = _JEON.match(text, token.end)
    if found is None:
        return token
    jeon = Decimal(found[1]) / (-100 if token.value < 0 else 100)
    return token._replace(value=exact(token.value + jeon), end=found.end())


def _token(text: str, start: re.Match[str], number: Multiplied, *, alone: bool) -> Token | None:
    """Make a token of a number and what stands around it; None where the number is none of our business."""
    sign, symbol = (start["sign"] or "").strip("() \t"), start["symbol"]
    first = start.start()
    if text.startswith("00", start.end()) or (first > 2 and is_broken(text, first)):
        return None  # `00명`: to be filled in
    if sign == "-" and first and text[first - 1 : first].strip(" \t(["):
        return None
    value, tail, end = number.value, number.tail, number.end
    unit: Unit | None = Unit(1, PREFIXED[symbol], symbol) if symbol else None
    unit_raw = text[_digits_end(text, start.end(), end) : end].strip() or (symbol or "")
    found = None if unit and symbol != "$" else _unit_behind(text, number, alone=alone)
    if found and symbol == "$" and found[0].is_money:
        found = None
    if found:
        unit, end, joined = found
        value, tail = (exact(number.value + (number.tail or 0)), None) if joined else (value, None)
        unit_raw = text[_digits_end(text, start.end(), end) : end].strip()
    elif tail is not None:
        end = number.tail_end
    if (
        found
        and number.last <= 10**6
        and unit
        and unit.is_money
        and is_misread(text[start.end() : end])
    ):
        return None
    if unit is not None and sign and sign in "▲▼":
        return None  # a bullet as often as a minus
    if unit is None and _NOT_BARE.match(text, end) and not _TIMES.search(text, 0, first):
        return None
    if sign and sign in "△▽▼▲-":
        value, tail = -value, (-tail if tail is not None else None)
    first = first if sign or symbol else start.end()
    body = text[start.end() : end]
    return Token(value, unit, unit_raw, number.last, tail, "여" in body, "," in body, first, end)


def is_broken(text: str, start: int) -> bool:
    """Tell whether the number at `start` may be the rest of one whose thousands mark has blanks around it.

    >>> is_broken("12 , 500 천원", 5), is_broken("12명, 500천원", 5)
    (True, False)
    """
    if " ," not in text[max(0, start - 3) : start]:
        return False
    return _BROKEN_HEAD.search(text[max(0, start - 5) : start + 4]) is not None


def is_misread(digits: str) -> bool:
    """Tell whether a point may stand for a thousands mark: 천원 and 백만원 are not split so finely.

    >>> is_misread("12.500백만"), is_misread("12.5백만")
    (True, False)
    """
    return _POINT_FOR_COMMA.match(digits) is not None


def _digits_end(text: str, start: int, end: int) -> int:
    """Return where the last digits of the number end and its unit begins."""
    number = text[start:end].rstrip("²³").replace("m2", "m²").replace("m^2", "m^²")
    last = len(number)
    while last and not number[last - 1].isdecimal():
        last -= 1
    return start + last if last else end


def _unit_behind(text: str, number: Multiplied, *, alone: bool) -> tuple[Unit, int, bool] | None:
    """Return the unit behind a number, where it ends, and whether the bare tail belongs to the number."""
    if number.tail is not None:
        found = _spaced_unit(text, number.tail_end)
        if found and _joins(text, number, found):
            return found[0], found[1], True
    found = _spaced_unit(text, number.end)
    if found is None:
        return _left_out_won(text, number)
    unit, end, kind = found
    if kind == "weak" and number.last >= 10**8:
        return None  # 3억대: about three hundred million
    if kind == "weak" and not (number.last > 1 or _GROUPED.search(text, 0, end) or alone):
        return None
    if (
        kind == "money"
        and number.last == 1
        and number.value < 1000
        and not _WON_END.match(text, end)
    ):
        return None
    return unit, end, False


def _joins(text: str, number: Multiplied, found: tuple[Unit, int, str]) -> bool:
    """Tell whether the bare digits at its end belong to the number: `5만 3,000원`, `1백50명`, `1만 2,000명`.

    Money leaves out its 원 behind 억, and behind 천 or 만 of large sums; what is counted in words has one digit before
    백 and 천, and four before 만. In `10만 20대 청년` the digits are another's.
    """
    unit, _, kind = found
    if number.tail is None or number.tail >= number.last:
        return False
    if kind == "weak" and text[number.end].isspace():
        return False
    return unit.code == "KRW" or number.value < (10**4 if number.last < 10**4 else 10**8)


def _spaced_unit(text: str, end: int) -> tuple[Unit, int, str] | None:
    """Return the unit at `end`, or behind spaces or 여."""
    while end < len(text) and text[end] in " 여":
        end += 1
    found = unit_at(text, end)
    if found and found[2] == "money" and text[found[1] : found[1] + 1] == "원":
        return found[0], found[1] + 1, found[2]
    return found


_WORD_GOES_ON: Final = re.compile(r"[가-힣](?<![원여이을를의은는과와도에])")
"""Behind a blank, 조 that goes on is a word: `2028.01 조례 개정`, `3 억새밭`."""


def _left_out_won(text: str, number: Multiplied) -> tuple[Unit, int, bool] | None:
    """Read `70억` and `278,410천`, where 원 is left out.

    억 counts money in these reports, 조 only with a decimal or below another piece (`제3조`, `2조` are an article
    and a team), 천 and 백만 only behind a number too large to be counted in any other way.
    """
    if number.last == 1 or _OTHER_UNIT.match(text, number.end):
        return None
    if text[number.end - 2 : number.end - 1] == " " and _WORD_GOES_ON.match(text, number.end):
        return None
    last = number.last
    value = number.value
    money = (
        (10**8 <= last < 10**12)
        or (10**4 <= last < 10**8 <= value)
        or (last == 10**12 and value % last != 0)
        or (last == 10**6 and value >= 10**7)
        or (last == 1000 and value >= 10**6)
    )
    return (_WON, number.end, False) if money and number.tail is None else None
