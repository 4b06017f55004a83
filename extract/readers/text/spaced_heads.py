"""The head of a table that lost its separators: its words laid on the columns where that is certain.

Two layouts are certain; anything else is refused.

    구분 총사업비 국비 시비         one line with a word for each column, one of them a known one
    재원 총사업비 기투자            years in a line of their own, and as many known words around them as there
    연 도 별 투 자 계 획            are columns left: 총사업비 and 기투자 stand before the years, 향후 behind
    향  후
    소  계 2026 2027 2028
"""

import re
from itertools import islice, pairwise
from typing import Final

from extract.findings import Span

__all__ = ["Head", "looks_like_head", "read_head"]

Head = tuple[Span | None, tuple[Span, ...]]
"""The place of the word over the labels, if there is one, and those over each column of amounts."""

_COLUMN_WORDS: Final = (
    *("총사업비", "사업비", "총예산", "총액", "기투자액", "기투자", "소계", "합계", "총계"),
    *("향후투자", "향후계획", "향후", "이후", "이전", "예산현액", "예산액", "본예산", "예산"),
    *("결산액", "결산", "집행액", "집행잔액", "집행률", "지출액", "수납액", "이월액", "잔액"),
    *("전년도", "금년도", "당초", "수정", "확정", "증감률", "증감액", "증감", "비율"),
    *("국비", "시비", "도비", "시도비", "구비", "군비", "시군구비", "시군비", "지방비"),
    *("국고보조금", "기금", "민간", "민자", "자부담", "기타", "계"),
)
_LATER: Final = ("향후", "이후")
_LABEL_HEADS: Final = frozenset(
    (
        *("구분", "재원", "재원별", "과목", "사업명", "세부사업", "회계", "회계별", "항목"),
        *("부서", "부서명", "분야", "부문", "연도", "연도별", "비목", "세목"),
    )
)
_YEAR: Final = r"~?(?:(?:19|20)\d\d|'\d\d)(?: ?년)?도?~?(?:\s*(?:이후|이전|까지))?"
_KNOWN: Final = re.compile(
    rf"(?<!\S)(?:({_YEAR})|"
    + "|".join(r"\s*".join(word) for word in sorted(_COLUMN_WORDS, key=len, reverse=True))
    + r")(?!\S)"
)
_YEAR_WORD: Final = re.compile(_YEAR)
_LABEL_HEAD: Final = re.compile(
    r"\s*("
    + "|".join(r"\s*".join(word) for word in sorted(_LABEL_HEADS, key=len, reverse=True))
    + r")(?=\s)"
)
"""`구  분`, letter-spaced over the labels."""
_WORD: Final = re.compile(r"\S+")
_WIDE_GAP: Final = 3  # blanks
_WIDE_WORD: Final = re.compile(r"\S+(?: \S+)*")


def looks_like_head(start: int, end: int, view: str) -> bool:
    """Say whether the line from `start` to `end` names columns: two known words or years in it."""
    return sum(1 for _ in islice(_KNOWN.finditer(view, start, end), 2)) == 2


def read_head(lines: list[Span], count: int, view: str) -> Head | None:
    """Lay the words of `lines`, which stand above a table of `count` columns of amounts, on its columns.

    Returns None where that would be a guess.
    """
    if not lines or not _KNOWN.search(view, *lines[-1]):
        return None
    return _word_for_word(lines[-1], count, view) or _around_years(lines, count, view)


def _word_for_word(line: Span, count: int, view: str) -> Head | None:
    found = list(_KNOWN.finditer(view, line.start, line.end))
    if not found:
        return None
    for pattern in (_WIDE_WORD, _WORD):
        words = [Span(*each.span()) for each in pattern.finditer(view, line.start, line.end)]
        if len(words) == count + 1:
            return words[0], tuple(words[1:])
        if len(words) == count and all(
            each.end() == word.end for each, word in zip(found, words, strict=False)
        ):
            return None, tuple(words)
    words = _merged(line, found, view)
    if len(words) == count + 1 and _bare(words[0], view) in _LABEL_HEADS:
        return words[0], tuple(words[1:])
    return (None, tuple(words)) if len(words) == len(found) == count else None


def _merged(line: Span, found: list[re.Match[str]], view: str) -> list[Span]:
    """Join the letters of known words that are spaced out, and leave the others as they are."""
    words: list[Span] = []
    at = line.start
    label = _LABEL_HEAD.match(view, line.start, found[0].start()) if found else None
    if label:
        words.append(Span(*label.span(1)))
        at = label.end()
    for each in found:
        words += (Span(*word.span()) for word in _WORD.finditer(view, at, each.start()))
        words.append(Span(*each.span()))
        at = each.end()
    words += (Span(*word.span()) for word in _WORD.finditer(view, at, line.end))
    return _closed_up(words)


def _closed_up(words: list[Span]) -> list[Span]:
    """Join words one blank apart where wide gaps set the columns apart: `2025 년 최종     2026 년 요구`."""
    gaps = [after.start - before.end for before, after in pairwise(words)]
    if not gaps or max(gaps) < _WIDE_GAP:
        return words
    joined = words[:1]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap == 1:
            joined[-1] = Span(joined[-1].start, word.end)
        else:
            joined.append(word)
    return joined


def _around_years(lines: list[Span], count: int, view: str) -> Head | None:
    at = next((at for at in reversed(range(len(lines))) if _years_in(lines[at], view) >= 2), -1)
    if at < 0:
        return None
    known = list(_KNOWN.finditer(view, lines[at].start, lines[at].end))
    strange = len(_merged(lines[at], known, view)) - len(known)
    # A letter left over is the end of a word set vertically, one letter a line, in a column further off.
    vertical = at > 0 and lines[at - 1].end - lines[at - 1].start == 1
    if strange > vertical:
        return None
    label: Span | None = None
    before: list[Span] = []
    behind: list[Span] = []
    for line in (*lines[:at], *lines[at + 1 :]):
        if _is_spaced_out(line, view):
            word = "".join(view[line.start : line.end].split())
            if word in _LATER:
                behind.append(line)
            continue
        found = list(_KNOWN.finditer(view, line.start, line.end))
        for word_at in _merged(line, found, view):
            if any(each.span() == tuple(word_at) for each in found):
                later = _bare(word_at, view).startswith(_LATER)
                (behind if later else before).append(word_at)
            elif _bare(word_at, view) in _LABEL_HEADS and not before:
                label = word_at
    columns = (*before, *(Span(*each.span()) for each in known), *behind)
    return (label, columns) if len(columns) == count else None


def _years_in(line: Span, view: str) -> int:
    return sum(1 for _ in _YEAR_WORD.finditer(view, line.start, line.end))


def _is_spaced_out(line: Span, view: str) -> bool:
    words = view[line.start : line.end].split()
    return all(len(word) == 1 for word in words)


def _bare(word: Span, view: str) -> str:
    return "".join(view[word.start : word.end].split())
