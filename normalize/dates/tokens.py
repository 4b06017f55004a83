"""Cutting a dated expression into tokens, one letter each, so that the grammar can be read as patterns of letters.

    Y year        2019, '19, FY2019, 단기 4352      y 년 년도 회계연도         R 당해연도, 내년
    N number      1 or 2 digits, Roman, 十            m 월   d 일   q 분기, /4분기, Q   Q Q3
    H 상반기 하반기   h 상·하반기   P 초순 말   L 추석   Z 민선 8기, 1990년대, 2019학년도   C 20190304
    X masked day  ○○, 00         w (월)    T 14:00, 오후 2시
    ~ , / - .     as printed, where , is any of , · ; 및 와 과       ( ) any bracket    : colon
    F 부터 로부터  U 까지 한 이내  A 이후  V 이전  G 현재  g 기준  O 계속  K 미정
    E 착공일, 계약 (an event)   e 착공 between a day and a tilde   M 같은 달   p 후   D 24개월, D-30   S 월 2회, 매월   c 경 약   z 중 예정 자   _ a wide gap
    k 2회 (a count)   ! 1990년대 초 (a time that nobody can say the days of)   ? anything else

Tokens never overlap and blanks fall between them. To add a token: a line in `token_patterns`, a letter above.
"""

import re
from typing import Final, NamedTuple

from normalize.dates.token_patterns import MARKS, NUMBERS, WORDS

__all__ = ["END", "Tokens", "tokenize"]

END: Final = "$"
"""The letter behind the last token, so that a rule may look one token ahead wherever it stands."""

_FREQUENT: Final = ((".", r"\."), ("", r"[ ]{1,2}+(?![ ])"), ("~", r"~"))
_LETTERS: Final = [letter for group in (_FREQUENT, NUMBERS, WORDS, MARKS) for letter, _ in group]


def _alternatives(group: tuple[tuple[str, str], ...]) -> str:
    # The empty group says which alternative it was. It stands behind, because in front it would keep the
    # engine from passing over alternatives by their first character.
    return "|".join(f"(?:{pattern})()" for _, pattern in group)


_TOKEN: Final = re.compile(
    rf"{_alternatives(_FREQUENT)}|(?=['0-9])(?:{_alternatives(NUMBERS)})"
    rf"|(?=[가-힣])(?:{_alternatives(WORDS)})|{_alternatives(MARKS)}"
)
_KEPT_GAP: Final = re.compile(r"[YR]y?[.]?N[.]?$")
_NO_MONTH: Final = re.compile(r"(?:1[3-9]|2[0-9]|3[01])(?![0-9])")
_IN_CONTEXT: Final = frozenset({"_", "b", "s"})


class Tokens(NamedTuple):
    """The tokens of an expression: one letter each with `END` behind them, and where each stands."""

    text: str
    letters: str
    places: list[tuple[int, int]]

    def word(self, index: int) -> str:
        """The characters of one token."""
        start, end = self.places[index]
        return self.text[start:end]


def tokenize(text: str) -> Tokens:
    """Cut prepared text into tokens.

    >>> tokenize("'20. 1. ~ 12.").letters
    'Y.N.~N.$'
    """
    letters = ""
    places: list[tuple[int, int]] = []
    aligned = False
    for match in _TOKEN.finditer(text):
        letter = _LETTERS[(match.lastindex or 1) - 1]
        if not letter:  # a blank
            continue
        if letter in _IN_CONTEXT:
            # 2023.   9.   5. stands in columns below others; no tilde fell out of it, nor before a day.
            aligned = aligned or (letter == "_" and letters.endswith("Y."))
            day = aligned or _NO_MONTH.match(text, match.end())
            letter = "" if letter == "_" and day else _in_context(letter, letters)
            if not letter:
                continue
        letters += letter
        places.append(match.span())
    return Tokens(text, letters + END, places)


def _in_context(letter: str, before: str) -> str:
    """The letter of a token whose meaning hangs on those before it; empty where it has none."""
    if letter == "b":
        return "H" if before.endswith(("Y.", "Yy", "Y", "Yy.")) else "?"
    if letter == "_":
        # A wide gap matters in one place only: where the tilde fell out of `'25. 1.      4.`
        return "_" if _KEPT_GAP.search(before) else ""
    return "S" if letter == "s" else ""
