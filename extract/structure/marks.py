"""The marks that lead a line (항목 기호) and how far out each stands.

Two customs meet in one report: the numbering of the official-document rules (행정업무의 운영 및 혁신에 관한
규정 시행규칙 제2조: 1. 가. 1) 가) (1) (가) ①) and the bullets of work plans (□ ○ - ·). Ranks order both; what
a mark means beyond its rank follows from what stands above it.

To add a mark: a row in `MARKS`, and a row in tests/extract/structure/test_marks.py.
"""

import re
from typing import Final, NamedTuple

__all__ = [
    "BRACKET",
    "MARKS",
    "NOTE",
    "NUMBER",
    "PLAIN",
    "SQUARE",
    "Mark",
    "is_private",
    "mark_of",
    "read_mark",
]

CHAPTER: Final = 10
GROUP: Final = 15
"""A group of numbered works: 정책목표 1, 추진전략 2."""
NUMBER: Final = 20
SYLLABLE: Final = 30
SQUARE: Final = 40
BRACKET: Final = 45
ITEM: Final = 50
SYLLABLE_ITEM: Final = 55
"""가) and (가), whose marks differ from item to item."""
INNER_SQUARE: Final = 58
"""◇ 주민협의체 구성 below □ 추진실적: what heads sections elsewhere is an item there."""
CIRCLE: Final = 60
SMALL_CIRCLE: Final = 62
CIRCLED: Final = 65
DASH: Final = 70
ARROW: Final = 75
"""▶, ◈, ★ and the like."""
DOT: Final = 80
NOTE: Final = 90
PLAIN: Final = 99
"""A line without a mark."""


class Mark(NamedTuple):
    """A mark as it stands in a line: its rank, its words, and where the words behind it begin."""

    rank: int
    text: str
    body: int


MARKS: Final[tuple[tuple[int, str], ...]] = (
    (CHAPTER, r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ][.\s]|(?:I{1,3}|IV|VI{0,3}|IX|X)\.(?=\s)|제\s?\d{1,2}\s?[장편절]"),
    (
        GROUP,
        r"(?:정책|추진|전략|핵심|중점|이행|세부)?\s?(?:목표|전략|분야|방향)\s?\d{1,2}[.):]?(?=[ \t]+[^\d\s:])",
    ),
    (
        NUMBER + 2,
        (
            r"\d{1,2}-(?:\d{1,2}(?:-(?:\d{1,2}|[①-⑳]))?|[①-⑳])(?:[.)]?(?=[ \t]+(?:[^\d\s]|\d{1,4}[가-힣]|20\d\d[ \t]+[가-힣]))|\.(?=[가-힣「『“‘]))"
            r"|(?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[가나다라마바사아자])-\d{1,2}(?:-(?:\d{1,2}|[①-⑳]))?[.)]?(?=[ \t]+[가-힣A-Z「『“‘])"
            r"|\d{1,2}(?:-[가나다라마바사아자]| - \d{1,2})\.(?=[ \t]+[가-힣「『“‘])"
            r"|(?:추진|중점|핵심)?\s?(?:전략|목표|분야)\s?\d{1,2}-\d{1,2}[.)]?(?=[ \t]+[가-힣「『“‘])"
        ),
    ),
    (
        NUMBER,
        r"\d{1,2} ?\.(?=[ \t]*[^\d\s.,)~]|[ \t]+20\d\d(?:년도?)?[ \t]+[가-힣])|\[\d{1,2}\](?=[ \t]*\S)|<\d{1,2}>(?=[ \t]+[가-힣「『“‘])|#\d{1,2}(?=[ \t]+[가-힣])",
    ),
    (
        NUMBER,
        (
            r"(?:(?:핵심|주요|중점|역점|단위|세부|현안)\s?)?사업\s?\d{1,2}(?:[.):]|(?=[ \t]+(?!개|건|곳)))(?=[ \t]+[^\d\s])"
            r"|제\s?\d{1,2}\s?(?:과제|사업|안건)[.):]?(?=[ \t]+[^\d\s])"
            r"|(?:(?:핵심|중점|역점|추진|세부|단위|정책|주요)\s?)?(?:과제|공약|안건|의안|현안|시책)(?:번호|사업)?\s?\d{1,2}(?:-(?:\d{1,2}|[①-⑳]))?[.):]?(?=[ \t]+[^\d\s])"
        ),
    ),
    (SYLLABLE, r"[가나다라마바사아자차카타파하]\.(?=[ \t])"),
    (SQUARE, r"[□■◆◇▣❏❑▢]|ㅁ(?=[ \t])"),
    (ITEM, r"\d{1,2}\)(?=[ \t]*\D|[ \t]+\d)|\(\d{1,2}\)(?=[ \t]*\D)"),
    (
        SYLLABLE_ITEM,
        r"[가나다라마바사아자차카타파하]\)(?=[ \t])|\([가나다라마바사아자차카타파하]\)(?=[ \t])",
    ),
    (CIRCLE, r"[○●〇⚪◎❍⊙ㅇ]|[oO](?=[ \t]+(?:[가-힣(']|20\d\d|\d{1,2}[.월]))"),
    (SMALL_CIRCLE, r"[◦∘]"),
    (CIRCLED, r"[①-⑳❶-❿⓵-⓾➊-➓㉮-㉻]"),
    (DASH, r"-(?=[ \t]*[^\d\s-])|-(?=[ \t]+\d)"),
    (
        DOT,
        r"[·▸▹▷⇢+‣▫⚬](?=[ \t]*[^\d\s])|[·▸▹▷‣▫⚬](?=[ \t]*\d)|\+(?=[ \t]+(?:20\d\d|'\d\d|\d{1,2}\.))",
    ),
    (ARROW, r"▪|[▶►☞➡✔✓❖◈★☆▲△◉](?=[ \t]*[^\d\s])|[▶►☞➡✔✓❖◈](?=[ \t]*\d)|▲(?=[ \t]+\d)|→"),
    # A bullet of a symbol font; only those of Wingdings and Hancom may touch the word, old Hangul lies between.
    (
        ARROW,
        r"[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd](?=[ \t]+\S)|[\uf020-\uf0ff\U000f0000-\U000ffffd](?=[가-힣\d'(「])",
    ),
    (NOTE, r"※|\*{1,3}(?=[ \t]*[^\s*])|[†‡]|주\)"),
)
"""Rank, pattern of the mark."""

_BRACKETED: Final = re.compile(
    r"(?:【[^】\n]{1,60}】|〈[^〉\n]{1,60}〉|《[^》\n]{1,60}》|<[^>\n]{1,60}>|\[[^\]\n]{1,60}\])"
)
_TASK: Final = re.compile(
    r"[【〈《<\[](?:(?:핵심|중점|세부|추진|단위|이행)\s?)?(?:과제|사업|공약|시책)(?:\s?번호)?\s?\d{1,2}(?:-\d{1,2})?\s?[】〉》>\]](?=[ \t]*[^\s\d])"
)
"""`【과제 1】 어촌 활력`, `[세부사업 1-2] 창업허브 운영`: the number of a title."""
_BY_RANK: Final = {f"r{rank}_{at}": rank for at, (rank, _) in enumerate(MARKS)}
_MARK: Final = re.compile(
    "|".join(f"(?P<r{rank}_{at}>{pattern})" for at, (rank, pattern) in enumerate(MARKS))
)
_SIMPLE: Final[dict[str, tuple[int, str]]] = {
    mark: (rank, mark)
    for rank, marks in (
        (SQUARE, "□■◆◇"),
        (CIRCLE, "○●ㅇ"),
        (SMALL_CIRCLE, "◦"),
        (DASH, "-"),
        (NOTE, "※"),
    )
    for mark in marks
}
"""Marks that need no pattern when one blank and a word follow: nine of ten lines. All share one text."""
_WORDS_THAT_COUNT: Final = frozenset("제주과공핵중역추세단정안의전목분방이사현시")
"""First syllables of 제2장, 주), 과제 1, 핵심과제 2, 공약번호 1-3, 안건 1, 정책목표 2, 사업 1. …"""
_BLANKS: Final = re.compile(r"[ \t]*")


def is_private(mark: str) -> bool:
    r"""Whether a mark is a character that only its font gives a shape.

    >>> is_private("\uf0b7"), is_private("○")
    (True, False)
    """
    return len(mark) == 1 and ("\ue000" <= mark <= "\uf8ff" or mark >= "\U000f0000")


def read_mark(view: str, start: int, end: int) -> Mark:
    """Read the mark of the line at `start`; a line without one has rank `PLAIN`.

    A line wholly in brackets (【…】, 〈…〉, 《…》, <…>), or bracketed in front, heads what follows it.

    >>> read_mark("○ 사업내용", 0, 6)
    Mark(rank=60, text='○', body=2)
    >>> read_mark("2019. 3. 4.", 0, 11).rank == PLAIN
    True
    """
    return Mark(*mark_of(view, start, end))


def mark_of(view: str, start: int, end: int) -> tuple[int, str, int]:
    """What `read_mark` reads, as a plain tuple: a report has thousands of lines, and most need no more."""
    first = view[start]
    simple = _SIMPLE.get(first)
    if simple and start + 2 < end and view[start + 1] == " " and view[start + 2] not in " \t-":
        rank, mark = simple
        return rank, mark, start + 2
    if (
        "가" <= first <= "힣"
        and view[start + 1 : start + 2] not in (".", ")", "-")
        and first not in _WORDS_THAT_COUNT
    ):
        return PLAIN, "", start
    if first in "【〈《<[":
        counts = view[start + 1 : start + 2].isdecimal()
        numbered = (_MARK if counts else _TASK).match(view, start, end)
        if numbered:
            body = _BLANKS.match(view, numbered.end(), end).end()  # type: ignore[union-attr]  # it can match nothing
            return NUMBER, numbered[0], body
        found = _BRACKETED.match(view, start, end)
        if found and (found.end() - start) * 2 > end - start:
            return BRACKET, first, start + 1
        return PLAIN, "", start
    found = _MARK.match(view, start, end)
    # A mark alone at the end of a text says nothing: what it marked was cut off.
    if not found or found.end() == len(view):
        return PLAIN, "", start
    body = _BLANKS.match(view, found.end(), end).end()  # type: ignore[union-attr]  # it can match nothing
    return _BY_RANK[found.lastgroup or ""], found[0], body
