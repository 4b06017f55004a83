"""One name is spelled one way: `복승아마을` among many `복숭아마을`, `소요자원` for `소요재원`.

Names are the words of project names, titles and heads. Told where another word of four syllables or more differs
in one vowel that is easily taken for the other, and is rare. Short words are left alone: `제정` and `재정` are both words.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding, Span

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "name-spelled-differently"
TITLE: Final = ("달리 적은 이름", "Names spelled differently")
TRIPS: Final = """1. 복숭아마을 주거환경개선
□ 사업개요
- 복숭아마을 관리형 주거환경개선
- 복숭아마을 정비계획
- 복승아마을 관리형 사업
"""
PASSES: Final = """□ 사업개요
- 복숭아마을 관리형 주거환경개선
- 복숭아마을 정비계획
- 재정지원, 조례 제정
"""

_WORD: Final = re.compile(r"[가-힣]{4,12}+")
_LOOKALIKES: Final = ((0, 1, 5), (8, 13, 18), (9, 10, 11, 15), (3, 7), (16, 19))
"""Vowels that are taken for each other, by their number in a syllable: ㅏㅐㅔ, ㅗㅜㅡ, ㅘㅙㅚㅞ, ㅒㅖ, ㅟㅢ."""
_CLASS: Final = {vowel: alike[0] for alike in _LOOKALIKES for vowel in alike}
_RARE: Final = 4  # times as often as the rare spelling that the usual one must stand


def check(case: Case) -> Iterator[Finding]:
    """Find rare spellings of frequent words."""
    counts = Counter(_WORD.findall(case.view))
    # Words that differ in one syllable share their first two or their last two.
    fronts: dict[str, list[str]] = {}
    backs: dict[str, list[str]] = {}
    for word in _names(case):
        if counts[word] > 1:
            fronts.setdefault(word[:2], []).append(word)
            backs.setdefault(word[-2:], []).append(word)
    for rare in [word for word in counts if word[:2] in fronts or word[-2:] in backs]:
        few, size = counts[rare], len(rare)
        for usual in (*fronts.get(rare[:2], ()), *backs.get(rare[-2:], ())):
            if (
                len(usual) != size
                or usual == rare
                or not (few == 1 or few * _RARE <= counts[usual])
            ):
                continue
            if _is_alike(rare, usual):
                yield _finding(case, rare, usual, counts[usual])


def _names(case: Case) -> set[str]:
    """Words of project names, section titles and table heads."""
    named = [project.name for project in case.report.projects]
    named += [section.title for section in case.outline.sections]
    for table in case.report.tables:
        named += [cell.text for cell in table.cells if cell.is_header]
    return set(_WORD.findall("\n".join(named)))


def _is_alike(one: str, other: str) -> bool:
    """Whether two words differ in one vowel that is easily taken for the other.

    >>> _is_alike("복승아마을", "복숭아마을"), _is_alike("남부시장", "북부시장")
    (True, False)
    """
    off = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(off) != 1:
        return False
    (first, first_rest), (second, second_rest) = (
        divmod(ord(each) - 0xAC00, 588) for each in off[0]
    )
    vowels = first_rest // 28, second_rest // 28
    same = first == second and first_rest % 28 == second_rest % 28
    return same and _CLASS.get(vowels[0], -1) == _CLASS.get(vowels[1], -2)


def _finding(case: Case, rare: str, usual: str, often: int) -> Finding:
    places: list[Span] = []
    at = case.view.find(rare)
    while at >= 0:
        places.append(Span(at, at + len(rare)))
        at = case.view.find(rare, at + len(rare))
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
