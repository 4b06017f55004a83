"""Sections without titles matched to a list of projects.

Order decides: authors write projects in the order of their list. Words check it: the name of a project comes
back in its section. Where the numbers differ, the order-keeping match with the most shared words is taken.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from extract.findings import Finding, Span
from extract.structure.lists import ListEntry
from extract.structure.vocabulary import OFFICE_BEHIND

__all__ = ["entry_score", "match_in_order", "same_name"]

_WORD: Final = re.compile(r"[가-힣A-Za-z0-9]{2,}")
_COMMON: Final = frozenset(
    [
        "사업",
        "운영",
        "추진",
        "지원",
        "조성",
        "설치",
        "관리",
        "강화",
        "확대",
        "개선",
        "및",
        "계획",
        "개최",
        "실시",
        "일대",
        "활성화",
        "구축",
    ]
)
_SAME: Final = 88
_READ: Final = 4000
_POOR: Final = 0.34
_CLEARLY: Final = 0.5


@lru_cache(maxsize=4096)
def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for spacing, brackets and a letter.

    >>> same_name("취업박람회 참가·지원", "취업박람회  참가ㆍ지원")
    True
    """
    one, other = _bare(one), _bare(other)
    if not one or not other:
        return False
    if one == other:
        return True
    least = _SAME * (len(one) + len(other))
    if 200 * min(len(one), len(other)) < least:
        return False
    # No more letters can be the same than those of either that the other has at all.
    shared = min(sum(map(other.__contains__, one)), sum(map(one.__contains__, other)))
    if 200 * shared < least:
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - costs 20 ms that most reports never need

    return fuzz.ratio(one, other) >= _SAME


def match_in_order(
    view: str, parts: Sequence[tuple[int, int, str]], entries: Sequence[ListEntry]
) -> tuple[list[ListEntry | None], list[Finding]]:
    """Give each part (start, end, title) its entry of the list, or None."""
    if not entries:
        return [None] * len(parts), []
    chosen: list[int | None]
    if len(parts) == len(entries):
        chosen = list(range(len(parts)))
    else:
        scores = [[entry_score(view, part, entry) for entry in entries] for part in parts]
        chosen = _align(scores, len(entries))
    findings = [*_doubts(view, parts, entries, chosen), *_unmatched(parts, entries, chosen)]
    return [None if at is None else entries[at] for at in chosen], findings


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    return "".join(_WORD.findall(OFFICE_BEHIND.sub("", name)))


def entry_score(view: str, part: tuple[int, int, str], entry: ListEntry) -> float:
    """Share of the name's words that stand in the part, 0 to 1; 2 for the same title."""
    start, end, title = part
    if title and same_name(title, entry.name):
        return 2
    words = _telling(entry.name)
    text = view[start : min(end, start + _READ)]
    return sum(_stands(word, text) for word in words) / (len(words) or 1)


@lru_cache(maxsize=4096)
def _telling(name: str) -> frozenset[str]:
    """The words of a name that tell it from others; all, where it has none such."""
    words = frozenset(_WORD.findall(name))
    return words - _COMMON or words


def _stands(word: str, text: str) -> float:
    if word in text:
        return 1
    stem = word[:-2] if len(word) > 4 else word[:-1]
    return 0.5 if len(stem) > 1 and stem in text else 0


def _align(scores: Sequence[Sequence[float]], width: int) -> list[int | None]:
    """The order-keeping choice with the highest sum of scores (a longest-common-subsequence table)."""
    height = len(scores)
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for row in range(height - 1, -1, -1):
        for column in range(width - 1, -1, -1):
            take = scores[row][column] + 0.01 + best[row + 1][column + 1]
            best[row][column] = max(take, best[row + 1][column], best[row][column + 1])
    chosen: list[int | None] = [None] * height
    row = column = 0
    while row < height and column < width:
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            chosen[row] = column
            row, column = row + 1, column + 1
    return chosen


def _doubts(
    view: str,
    parts: Sequence[tuple[int, int, str]],
    entries: Sequence[ListEntry],
    chosen: Sequence[int | None],
) -> list[Finding]:
    """A part whose words fit another entry clearly better than its own; or none, where entries are missing."""
    findings = []
    for part, at in zip(parts, chosen, strict=True):
        own = 1.0 if at is None else entry_score(view, part, entries[at])
        if at is None or own >= _POOR:
            continue
        row = [entry_score(view, part, entry) for entry in entries]
        other = max(range(len(row)), key=row.__getitem__)
        if len(parts) != len(entries) and row[other] < _POOR:
            findings.append(_unsure(part, entries[at]))
        elif row[other] - own >= _CLEARLY:
            findings.append(
                Finding(
                    "project-match",
                    "warning",
                    f"제목이 없는 사업을 목록 순서에 따라 '{entries[at].name}'(으)로 보았으나,"
                    f" 내용은 '{entries[other].name}'에 더 가깝습니다",
                    f"A project without a title was taken for '{entries[at].name}' by the order of"
                    f" the list, but its words fit '{entries[other].name}' better",
                    entries[other].name,
                    entries[at].name,
                    Span(part[0], part[0]),
                )
            )
    return findings


def _unsure(part: tuple[int, int, str], entry: ListEntry) -> Finding:
    """A part without a title that nothing but its place ties to an entry, where the numbers of both differ."""
    return Finding(
        "project-match",
        "warning",
        f"제목이 없고 목록과 본문의 사업 수가 달라, '{entry.name}'(으)로 본 것이 확실하지 않습니다",
        f"This project has no title and the list has another number of them: '{entry.name}' is a guess by order",
        "",
        entry.name,
        Span(part[0], part[0]),
    )


def _unmatched(
    parts: Sequence[tuple[int, int, str]],
    entries: Sequence[ListEntry],
    chosen: Sequence[int | None],
) -> list[Finding]:
    findings = [
        Finding(
            "project-without-section",
            "warning",
            f"사업 목록의 '{entry.name}'에 해당하는 본문을 찾지 못했습니다",
            f"No part of the report was found for '{entry.name}' of the list of projects",
            entry.name,
            "",
            Span(entry.start, entry.start + len(entry.name)),
        )
        for at, entry in enumerate(entries)
        if at not in chosen
    ]
    findings += [
        Finding(
            "project-not-listed",
            "info",
            f"사업 목록에 없는 사업입니다: {title or '(제목 없음)'}",
            f"A project that the list does not hold: {title or '(no title)'}",
            "",
            title,
            Span(start, start),
        )
        for (start, _, title), at in zip(parts, chosen, strict=True)
        if at is None
    ]
    return findings
