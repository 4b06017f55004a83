"""One name is spelled one way: `복승아마을` among many `복숭아마을`, `소요자원` for `소요재원`.

Told where two words of four syllables or more differ in one vowel that is easily taken for another, and one of
them is rare. Short words are left alone: `제정` and `재정` are both words.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding, Span

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "name-spelled-differently"
TITLE: Final = ("달리 적은 이름", "Names spelled differently")
TRIPS: Final = """□ 사업개요
- 복숭아마을 관리형 주거환경개선
- 복숭아마을 정비계획
- 복승아마을 관리형 사업
"""
PASSES: Final = """□ 사업개요
- 복숭아마을 관리형 주거환경개선
- 복숭아마을 정비계획
- 재정지원, 조례 제정
"""

_WORD: Final = re.compile(r"[가-힣]{4,12}|[A-Za-z][가-힣]{2,8}")
_LOOKALIKES: Final = ((0, 1, 5), (8, 13, 18), (9, 10, 11, 15), (3, 7), (16, 19))
"""Vowels that are taken for each other, by their number in a syllable: ㅏㅐㅔ, ㅗㅜㅡ, ㅘㅙㅚㅞ, ㅒㅖ, ㅟㅢ."""
_RARE: Final = 4  # times as often as the rare spelling that the usual one must stand


def check(case: Case) -> Iterator[Finding]:
    """Find rare spellings of frequent words."""
    counts = Counter(_WORD.findall(case.view))
    if not counts:
        return
    words = list(counts)
    folded = "\n".join(words).translate(_folding()).split("\n")
    alike: dict[str, list[str]] = {}
    for word, key in zip(words, folded, strict=True):
        alike.setdefault(key, []).append(word)
    for spellings in alike.values():
        if len(spellings) < 2:
            continue
        usual = max(spellings, key=lambda word: (counts[word], word))
        for rare in spellings:
            few = counts[rare] == 1 or counts[rare] * _RARE <= counts[usual]
            if rare != usual and few and counts[usual] > 1 and _differ_once(rare, usual):
                yield _finding(case, rare, usual, counts)


@cache
def _folding() -> dict[int, int]:
    """Every syllable with its vowel replaced by the first of its look-alikes."""
    first = {vowel: alike[0] for alike in _LOOKALIKES for vowel in alike}
    table: dict[int, int] = {}
    for syllable in range(0xAC00, 0xD7A4):
        initial, rest = divmod(syllable - 0xAC00, 588)
        vowel, final = divmod(rest, 28)
        if first.get(vowel, vowel) != vowel:
            table[syllable] = 0xAC00 + initial * 588 + first[vowel] * 28 + final
    return table


def _differ_once(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _finding(case: Case, rare: str, usual: str, counts: Counter[str]) -> Finding:
    places = [
        Span(*found.span())
        for found in re.finditer(rf"(?<![가-힣]){re.escape(rare)}(?![가-힣])", case.view)
    ]
    return make(
        RULE,
        "warning",
        (
            f"‘{rare}’ 표기가 있는데 다른 {counts[usual]}곳의 표기는 ‘{usual}’입니다",
            f"{rare} is spelled {usual} in {counts[usual]} other places",
        ),
        values=(usual, rare),
        places=places,
    )
