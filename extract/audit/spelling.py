"""One name is spelled one way: `복승아마을` among many `복숭아마을`, `소요자원` for `소요재원`, a title as in the list.

Names are the words of project names, titles and heads. Told where another word of four syllables or more differs
in one vowel that is easily taken for the other, and is rare; of six or more, in any vowel behind the first. Short words are left alone: `제정` and `재정` are both words.
"""

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding, Span
from extract.records import Project

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "bones", "check", "misspelled"]

RULE: Final = "name-spelled-differently"
TITLE: Final = ("달리 적은 이름", "Names spelled differently")
TRIPS: Final = """1. 복숭아마을 주거환경개선
□ 사업개요
- 복숭아마을 관리형 주거환경개선
- 복숭아마을 정비계획
- 복승아마을 관리형 사업
Ⅱ. 도로 분야
연번\t사업명\t쪽
1\t새타터널 방재시설 보강\t3
2\t하늘로 확장\t5
1. 새터터널 방재시설 보강
□ 사업개요
- 사업기간 : 2025 ~ 2026
2. 하늘로 확장
□ 사업개요
- 사업기간 : 2025 ~ 2026
"""
PASSES: Final = """□ 사업개요
- 복숭아마을 관리형 주거환경개선
- 복숭아마을 정비계획
- 재정지원, 조례 제정
"""

_WORD: Final = re.compile(r"[가-힣][가-힣]{3,11}+")
_LOOKALIKES: Final = ((0, 1, 5), (8, 13, 18), (9, 10, 11, 15), (3, 7), (16, 19))
"""Vowels that are taken for each other, by their number in a syllable: ㅏㅐㅔ, ㅗㅜㅡ, ㅘㅙㅚㅞ, ㅒㅖ, ㅟㅢ."""
_ALIKE: Final = {
    vowel: tuple(other - vowel for other in alike if other != vowel)
    for alike in _LOOKALIKES
    for vowel in alike
}
"""Vowel -> how far off those are that it is taken for."""
_TITLE: Final = re.compile(r"^\W*\d[\d-]*[.)]?\s+|\s*[\[(【<][^\])】>]*[\])】>]\s*$|^[□■○◆▣]\s*")
"""What stands around the name in a title: its number, its state."""
_LONG: Final = 6  # syllables of a title that another one is not like by chance
_PART: Final = 100_000  # characters that are looked through at once
_RARE: Final = 4  # times as often as the rare spelling that the usual one must stand


def check(case: Case) -> Iterator[Finding]:
    """Find rare spellings of frequent words."""
    names = _names(case)
    # Few misspellings of a name stand in a report, if any: look those up instead of comparing all words.
    long: dict[str, list[str]] = {}
    for name in names:
        if len(name) >= _LONG:
            long.setdefault(bones(name), []).append(name)
    printed = _printed(case.view, frozenset().union(*map(misspelled, names)), long)
    # A vowel is taken for another as that one is for it.
    pairs = {(rare, usual) for rare in printed for usual in misspelled(rare) & names}
    pairs |= {
        (rare, usual)
        for rare in printed
        if len(rare) >= _LONG
        for usual in long.get(bones(rare), ())
        if _is_one_off(rare, usual)
    }
    places = {word: _places(case.view, word) for word in set(chain.from_iterable(pairs))}
    for rare, usual in sorted(pairs):
        few, often = len(places[rare]), len(places[usual])
        if often > 1 and (few == 1 or few * _RARE <= often):
            yield _finding(rare, usual, often, places[rare])
    for project in case.report.projects:
        yield from _of_title(case.view, project)


def _of_title(view: str, project: Project) -> Iterator[Finding]:
    """A title that is one syllable off from the name that the list has for its project."""
    start, name = project.span.start, project.name
    end = view.find("\n", start)
    if view.find(name, start, end) >= 0:
        return
    title = _TITLE.sub("", view[start:end])
    one, other = "".join(title.split()), "".join(name.split())
    if len(one) != len(other) or len(one) < _LONG:
        return
    off = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(off) != 1 or not all("가" <= syllable <= "힣" for syllable in off[0]):
        return
    listed = view.find(name)
    place = view.find(title.strip(), start)
    yield make(
        RULE,
        "warning",
        (
            f"제목은 ‘{title.strip()}’인데 목록에는 ‘{name}’입니다",
            f"The title says {title.strip()}, the list {name}",
        ),
        values=(name, title.strip()),
        places=(Span(place, place + len(title.strip())), Span(listed, listed + len(name))),
    )


def _printed(view: str, asked: frozenset[str], long: Container[str]) -> set[str]:
    """Those of some words that stand in a text, and the long ones with their bones, part by part.

    A long text has millions of words.
    """
    printed: set[str] = set()
    start = 0
    while start < len(view):
        end = view.find("\n", start + _PART) + 1 or len(view)
        words = _WORD.findall(view, start, end)
        printed.update(asked.intersection(words))
        if long:
            others = {word for word in words if len(word) >= _LONG}
            printed.update([word for word in others if bones(word) in long])
        start = end
    return printed


@lru_cache(maxsize=8192)
def bones(word: str) -> str:
    """Return a word with one vowel for all behind its first syllable.

    >>> bones("자가점유비욜") == bones("자가점유비율"), bones("남부시장") == bones("북부시장")
    (True, False)
    """
    codes = map(ord, word[1:])
    return word[0] + "".join([chr(code - (code - 0xAC00) % 588 // 28 * 28) for code in codes])


def _is_one_off(one: str, other: str) -> bool:
    """Whether two words of one length differ in one syllable."""
    return sum(left != right for left, right in zip(one, other, strict=True)) == 1


def _names(case: Case) -> set[str]:
    """Words of project names, section titles and table heads."""
    named = {cell.text for table in case.report.tables for cell in table.cells if cell.is_header}
    named.update([project.name for project in case.report.projects])
    named.update([section.title for section in case.outline.sections])
    return set(_WORD.findall("\n".join(named)))


@lru_cache(maxsize=4096)
def misspelled(word: str) -> frozenset[str]:
    """Return the words that differ from one in a vowel that is easily taken for the other.

    >>> "복승아마을" in misspelled("복숭아마을"), "북부시장" in misspelled("남부시장")
    (True, False)
    """
    found: list[str] = []
    for at, syllable in enumerate(word):
        vowel = (ord(syllable) - 0xAC00) % 588 // 28
        found += [
            f"{word[:at]}{chr(ord(syllable) + 28 * off)}{word[at + 1 :]}"
            for off in _ALIKE.get(vowel, ())
        ]
    return frozenset(found)


def _finding(rare: str, usual: str, often: int, places: list[Span]) -> Finding:
    return make(
        RULE,
        "warning",
        (
            f"‘{rare}’ 표기가 있는데 다른 {often}곳의 표기는 ‘{usual}’입니다",
            f"{rare} is spelled {usual} in {often} other places",
        ),
        values=(usual, rare),
        places=places,
    )


def _places(view: str, word: str) -> list[Span]:
    """Where a word stands that is no part of a longer one."""
    places: list[Span] = []
    at = view.find(word)
    while at >= 0:
        end = at + len(word)
        if not ("가" <= view[at - 1 : at] <= "힣" or "가" <= view[end : end + 1] <= "힣"):
            places.append(Span(at, end))
        at = view.find(word, end)
    return places
