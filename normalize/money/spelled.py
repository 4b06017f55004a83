"""Numbers in words: `일금 삼백만원`, `參百萬원`, and the native `두 배`."""

import re
from collections.abc import Iterator
from typing import Final

from normalize.money.values import Unit
from normalize.numerals import read_words

__all__ = ["WORDS", "has_words", "spelled_numbers"]

_LONGEST_WORDS: Final = 60
_WON: Final = Unit(1, "KRW", "원")
_NUMERALS: Final = (
    "일이삼사오육륙칠팔구영공십백천만억조壹貳參四五六七八九一二三弐肆伍陸柒捌玖十拾百佰千仟萬万億兆"
)
WORDS: Final = re.compile(
    rf"(?=[{_NUMERALS}금金])(?:(?P<prefix>(?:일금|금|金)\s?)|(?<![가-힣一-鿿]))"
    rf"(?P<words>[{_NUMERALS}](?>(?:\s?[{_NUMERALS}]){{1,24}}))\s?[원圓](?:\s?[정整])?"
)
_BEHIND_WORDS: Final = (
    rf"(?:(?<=[{_NUMERALS}]{{2}}.)|(?<=[{_NUMERALS}]\s[{_NUMERALS}].)"
    rf"|(?<=[{_NUMERALS}]{{2}}\s.)|(?<=[{_NUMERALS}]\s[{_NUMERALS}]\s.))"
)
# A pattern that begins with a fixed character is looked for four times as fast as one that begins with a set.
_WON_END, _OLD_WON_END = (re.compile(f"{won}{_BEHIND_WORDS}") for won in "원圓")
_WORD_DIGIT: Final = re.compile("[일이삼사오육륙칠팔구壹貳參四五六七八九一二三弐肆伍陸柒捌玖]")
_WORD_SCALE: Final = re.compile("[십백천만억조十拾百佰千仟萬万億兆]")
_NATIVE: Final = re.compile(
    r"(?<![가-힣])(?P<number>한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)(?: (?P<unit>배|명|곳|건|차례|가지|팀|개)|(?<=두)(?P<tight>배))"
    r"(?![가-힣])"
)
_NATIVE_VALUE: Final = {
    word: value
    for value, word in enumerate(
        ("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"), 1
    )
}


def spelled_numbers(text: str) -> Iterator[tuple[int, Unit, tuple[int, int]]]:
    """Yield the numbers in words of folded `text`: the value, its unit, and where both stand.

    >>> [value for value, _, _ in spelled_numbers("금 삼백만원, 두 배")]
    [3000000, 2]
    """
    if has_words(text):
        for found in WORDS.finditer(text):
            words = found["words"]
            if not (_WORD_DIGIT.search(words) and _WORD_SCALE.search(words)):
                continue
            value = read_words(words)
            if value is not None:
                yield value, _WON, found.span()
    for found in _NATIVE.finditer(text):
        word = found["unit"] or found["tight"]
        yield _NATIVE_VALUE[found["number"]], Unit(1, "{" + word + "}", word), found.span()


def has_words(text: str) -> bool:
    """Whether a number in words may stand before a 원, and not only the multipliers of digits (`350백만원`).

    >>> has_words("금 삼백만원"), has_words("350백만원")
    (True, False)
    """
    return ("원" in text and _ends_in_words(text, _WON_END)) or (
        "圓" in text and _ends_in_words(text, _OLD_WON_END)
    )


def _ends_in_words(text: str, ends: re.Pattern[str]) -> bool:
    """Whether a number in words stands before one of the `ends`."""
    for found in ends.finditer(text):
        first = max(0, found.start() - _LONGEST_WORDS)
        before = text[first : found.start()].rstrip(_NUMERALS + " \n\t")
        words = text[first + len(before) : found.end()]
        if before[-1:].isdigit() or before.endswith((",", ".")):
            continue
        if _WORD_DIGIT.search(words) and _WORD_SCALE.search(words):
            return True
    return False
