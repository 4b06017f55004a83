"""Cutting a dated expression into tokens, one letter each, so that the grammar can be read as patterns of letters.

    Y year        2019, '19, FY2019, 단기 4352      y 년 년도 회계연도         R 당해연도, 내년
    N number      1 or 2 digits, Roman, 十            m 월   d 일   q 분기, /4분기, Q   Q Q3
    H 상반기 하반기   h 상·하반기   P 초순 말   L 추석   Z 민선 8기, 1990년대, 2019학년도   C 20190304
    X masked day  ○○, 00         w (월)    T 14:00, 오후 2시
    ~ , / - .     as printed, where , is any of , · ; 및 와 과       ( ) any bracket    : colon
    F 부터 로부터  U 까지 한 이내  A 이후  V 이전  G 현재  g 기준  O 계속  K 미정
    E 착공일, 계약 (an event)   p 후   D 24개월, D-30   S 월 2회, 매월   c 경 약   z 중 예정 자   _ a wide gap
    k 2회 (a count)   ? anything else

Tokens never overlap and blanks fall between them. To add a token: a line in `_TABLE`, a letter above.
"""

import re
from typing import Final, NamedTuple

from normalize.dates.holidays import FIXED, LUNAR
from normalize.dates.vocabulary import (
    ANCHORS,
    APPROXIMATE,
    CONTINUOUS,
    DEICTIC_YEARS,
    ONGOING,
    PARTS,
    RELATIVE_YEARS,
    UNKNOWN_END,
    words,
)

__all__ = ["Tokens", "tokenize"]

_END: Final = r"(?![가-힣])"
_AFTER_NUMBER: Final = r"(?:(?<=[0-9○XⅠⅡⅢⅣ⑩I])|(?<=[0-9○XⅠⅡⅢⅣ⑩I] )|(?<=[0-9○XⅠⅡⅢⅣ⑩I]  ))"
_DAY_NAMES: Final = "[월화수목금토일月火水木金土日]"
_PER: Final = r"(?:분\s?기|반\s?기|연간|년간|월간|주간|연|년|월|주|일)"
_TIMES: Final = (
    r"\d{1,3}(?:\s?[~-]\s?\d{1,3})?\s?[회번](?![계의원차])(?:\s?(?:이상|이하|이내|정도|내외))?"
)

_TABLE: Final[tuple[tuple[str, str], ...]] = (
    (
        "w",
        rf"\(\s?{_DAY_NAMES}(?:요일)?(?:\s?[~,·]\s?{_DAY_NAMES}(?:요일)?)?\s?\)|[월화수목금토일]요일",
    ),
    (
        "T",
        r"(?:오전|오후|낮|밤)?\s?\d{1,2}:\d{2}(?::\d{2})?(?![0-9])"
        r"|(?:오전|오후|낮|밤)?\s?\d{1,2}\s?시(?:\s?\d{1,2}\s?분|\s?반)?(?![간설가-힣])",
    ),
    (
        "S",
        rf"(?<![0-9])(?<![0-9] ){_PER}\s?(?:평균\s?)?{_TIMES}"
        rf"|(?:매\s?년|매\s?월|매\s?달|매\s?주|매\s?일|매\s?분기|매\s?반기|격\s?년|격\s?월|격\s?주|격\s?일|격\s?분기"
        rf"|분기별|반기별|연도별|월별|주별|일별)(?:로|마다)?(?:\s?{_TIMES})?"
        rf"|\d{{1,2}}\s?(?:년|개년|개월|주|일|분기)(?:에|마다|당|단위)\s?(?:{_TIMES})?",
    ),
    (
        "D",
        r"\d{1,3}\s?년\s?\d{1,2}\s?개월(?:간)?|\d{1,3}\s?개월(?:여)?(?:간)?|\d{1,3}\s?주(?:간|일간)"
        r"|\d{1,3}\s?개?년\s?간|\d{1,3}\s?개년|\d{1,4}\s?일\s?간|\d{3,4}\s?일(?![가-힣])|\d{1,2}\s?주(?![가-힣])"
        r"|(?<![A-Za-z])[DM]\s?[-+]\s?\d{1,4}(?:\s?(?:일|개월|월))?(?![0-9A-Za-z])",
    ),
    ("Z", r"민선\s?(?:제\s?)?\d{1,2}\s?기|(?:(?:19|20)\d|'?\d)0\s?년대|(?:20|19|')\d\d\s?학년도"),
    ("C", r"(?<![0-9])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![0-9])"),
    (
        "Y",
        r"단기\s?\d{4}|(?:(?:서기|AD|A\.D\.)\s?)?(?:19|20)\d{2}(?![0-9]|,\d{3})|1[0-8]\d{2}(?=\s?년)|21\d{2}(?=\s?년)"
        r"|[12]\s[09]\s\d\s\d(?=\s?[년.])|FY\s?'?(?:20)?\d{2}(?![0-9])|'\s?\d{2}(?![0-9])|'\s?\d\s\d(?=\s?년)",
    ),
    (
        "R",
        rf"{words(DEICTIC_YEARS)}|{words(RELATIVE_YEARS)}|연(?=내(?![가-힣])|내[에로]|\s?[말초](?:[^가-힣]|까지|경|에|부터|$))",
    ),
    ("?", r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{3,}|\d{3,}(?:\.\d+)?|\d{1,2}\.\d+(?=\s?%)"),
    ("X", r"(?<![0-9])(?:00|[○◯]{1,2}|XX|xx|OO)(?![0-9가-힣A-Za-z])|[○◯]{1,2}(?=\s?[월일])"),
    (
        "q",
        rf"/\s?4\s?분\s?기|·\s?4\s?분\s?기|{_AFTER_NUMBER}(?:사\s?)?분\s?기|(?<=[1-4])\s?Q(?![A-Za-z])|/\s?4(?=\s?[~,·]\s?[1-4]\s?/\s?4)",
    ),
    ("Q", r"Q\s?[1-4](?![0-9])"),
    ("N", r"\d{1,2}|[ⅠⅡⅢⅣ⑩]|(?<![A-Z])(?:IV|I{1,3})(?=\s?분기|\s?/\s?4)"),
    ("h", r"상\s?[·/,.]?\s?하\s?반\s?기|[상上]\s?[·/,]\s?[하下](?![가-힣])|전[·/,]\s?후반기"),
    (
        "H",
        r"상\s?반\s?기|하\s?반\s?기|上\s?半\s?期|下\s?半\s?期|上반기|下반기|전반기|후반기|[上下](?![가-힣])",
    ),
    ("b", r"[상하](?=\s*(?:[.)~,:]|$))"),
    ("a", rf"{_AFTER_NUMBER}(?:학년도)"),
    ("y", rf"{_AFTER_NUMBER}(?:회계\s?연도|회계\s?년도|연도|년도|年度|년|年)"),
    ("m", rf"{_AFTER_NUMBER}(?:월분|월|月)"),
    ("d", rf"{_AFTER_NUMBER}(?:일차|일|日)"),
    (
        "P",
        r"(?:초순|상순|중순|하순|말일)|초(?=\s|경|까지|부터|에|[)\].,:~/]|$)|말(?=\s|경|까지|부터|현재|기준|에|예정|[)\].,:~/]|$)",
    ),
    ("L", words((*LUNAR, *FIXED))),
    ("U", rf"까지|한{_END}|이내|이하|내{_END}|내[에로]{_END}|안에"),
    ("F", r"으?로부터|부터"),
    ("A", rf"이후|이래"),
    ("V", r"이전"),
    ("G", r"현\s?재(?:까지)?"),
    ("g", r"(?:일\s?)?기준(?:일)?"),
    ("s", words(CONTINUOUS)),
    ("K", words(UNKNOWN_END)),
    ("O", words(ONGOING)),
    (
        "E",
        rf"(?:{words(ANCHORS)}(?:(?:체결)?일|시)?|[가-힣]{{2,6}}일(?=\s?(?:로부터|부터|후|~|이후)))",
    ),
    ("p", rf"후{_END}"),
    ("c", rf"(?:{words(APPROXIMATE)})(?:{_END}|(?=까지|부터|에))|(?:약|대략|기존)(?=\s?\d)"),
    (
        "z",
        rf"중순?{_END}|중으로|중에|예정|[자부]{_END}|제(?=\s?[\dⅠⅡⅢⅣ])|(?:에|은|는|의)(?![가-힣])",
    ),
    ("k", r"회(?![가-힣])"),
    ("~", r"~"),
    (",", r"[,·;]|및|[와과](?=\s)"),
    ("/", r"/"),
    ("-", r"-"),
    (".", r"\."),
    (":", r":"),
    ("(", r"[(\[【〔〈<{]"),
    (")", r"[)\]】〕〉>}]"),
    ("_", r"[ \t]{3,}"),
)
"""Letter -> pattern, in the order in which they are tried."""

_NAMES: Final = [letter for letter, _ in _TABLE]
_TOKEN: Final = re.compile(
    "|".join(f"({pattern})" for _, pattern in _TABLE) + r"|(\s+)|([가-힣A-Za-z]+|.)"
)
_BLANK: Final = len(_TABLE) + 1
_KEPT_GAP: Final = re.compile(r"[YR]y?[.]?N[.]?$")


class Tokens(NamedTuple):
    """The tokens of an expression: one letter each, and where each stands."""

    text: str
    letters: str
    places: tuple[tuple[int, int], ...]

    def word(self, index: int) -> str:
        """The characters of one token."""
        start, end = self.places[index]
        return self.text[start:end]


def tokenize(text: str) -> Tokens:
    """Cut prepared text into tokens.

    >>> tokenize("'20. 1. ~ 12.").letters
    'Y.N.~N.'
    """
    letters = ""
    places: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        index = match.lastindex
        if index is None or index == _BLANK:
            continue
        letter = _NAMES[index - 1] if index < _BLANK else "?"
        # A wide gap matters in one place only: where the tilde fell out of `'25. 1.      4.`
        if letter == "_" and not _KEPT_GAP.search(letters):
            continue
        if letter == "b":
            letter = "H" if letters.endswith(("Y.", "Yy", "Y", "Yy.")) else "?"
        elif letter == "s":
            letter = "S"
        letters += letter
        places.append(match.span())
    return Tokens(text, letters, tuple(places))
