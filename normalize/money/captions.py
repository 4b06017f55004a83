"""Unit captions: the bracket above a table or in a column head that gives every number its unit.

`(단위: 백만원, %)`, `【단위 : 백만원】`, `(’25. 1. 기준, 단위 : 억원)`, `사업비(천원)`, a head cell `천원`.

- What stands behind 단위, else the last bracket, else the whole text, is a list of units.
- A slash after money is a rate (`천원/㎡`); any other slash parts two units (`개소/백만원`, `파운드/원`).
- Words that are no unit (`VAT 포함`) are passed over behind 단위; elsewhere they mean: no caption.
"""

import re
from functools import lru_cache
from typing import Final

from normalize.folding import fold
from normalize.money.units import read_unit
from normalize.money.values import Unit

__all__ = ["read_caption"]

_LABELLED: Final = re.compile(
    r"[단單]\s{0,4}[위位]\s{0,4}[:;]?\s{0,4}(?P<list>[^\n()\[\]【】<>〈〉《》]{1,60})"
)
_BRACKET: Final = re.compile(r"[(\[【<〈](?P<list>[^()\[\]【】<>〈〉]{1,24})[)\]】>〉]\s*$")
_SEPARATOR: Final = re.compile(r"\s{0,4}(?:,(?!000)|[·、])\s{0,4}")
_POWER: Final = re.compile(r"(?P<power>1(?:,?000)*|100?)\s?(?P<unit>[^\d\s].*)")
_COUNTED_PEOPLE: Final = re.compile(
    r"(?:열머리:)?(?:(?:참여|모집|선발|연)?인원|인력|정원|현원)(?:[(\[](?:정원|현원)(?:[(\[](?:정원|현원)[)\]])?[)\]])?"
)
_ALONE: Final = frozenset("㎞㎡㎢㎥%원명건")
_NO_HEAD_UNIT: Final = frozenset(
    {"인", "주", "동", "면", "부", "과", "기", "M", "g", "t", "공", "본", "대", "L"}
)
"""Brackets behind a name: a seal, a company, a district, a foot note. No unit of a column head."""
_HOW_MANY: Final = re.compile(r"(?:수|수량|물량|규모|인원|개수|정원|현원)\s?$")
"""`대수(대)`, `동수(동)`: the name says that it counts, and the bracket in what."""
_BEHIND_COLON: Final = re.compile(r"[:;]\s*$")
_COUNTED: Final = frozenset(
    [
        "기관",
        "단체",
        "업체",
        "기업",
        "사업",
        "사업장",
        "학교",
        "교실",
        "시설",
        "마을",
        "지구",
        "지역",
        "단지",
        "부서",
        "품목",
        "과제",
        "행사",
        "노선",
        "구간",
        "위원회",
        "프로그램",
        "사",
        "교",
        "반",
        "두",
        "쌍",
        "장",
        "량",
        "층",
        "포",
        "벌",
        "조",
        "좌석",
        "세트",
        "박스",
        "상자",
        "포기",
        "회차",
        "교시",
        "일",
        "년",
        "개조",
        "개월간",
    ]
)
"""What only a unit line counts in: `(단위 : 단체, 백만원)`; anywhere else these are names."""


@lru_cache(maxsize=1024)
def read_caption(text: str) -> tuple[Unit, ...]:
    """Return the units that a caption or column head names, in order; empty if it names none.

    >>> [(unit.scale, unit.code) for unit in read_caption("(단위:개소/백만원)")]
    [(1, '{개소}'), (1000000, 'KRW')]
    >>> read_caption("사업비(백만원)")[0].scale, read_caption("사업비(국비)")
    (1000000, ())
    """
    if len(text) > 300:
        return ()
    folded = fold(text).strip()
    if labelled := _LABELLED.search(folded):
        colon = _BEHIND_COLON.search(folded, labelled.start(), labelled.start("list"))
        if units := _units(labelled["list"], strict=False, counted=colon is not None):
            return units
    if bracket := _BRACKET.search(folded):
        inner = bracket["list"].strip()
        named = inner in _NO_HEAD_UNIT and not _HOW_MANY.search(folded, 0, bracket.start())
        units = () if named else _units(inner, strict=True)
    else:
        # One syllable alone is a column of names as often as a unit.
        units = _units(folded, strict=True) if len(folded) > 1 or folded in _ALONE else ()
    if units or not _COUNTED_PEOPLE.fullmatch(folded.replace(" ", "")):
        return units
    return (Unit(1, "{명}", "명"),)


def _units(text: str, *, strict: bool, counted: bool = False) -> tuple[Unit, ...]:
    """Read a list of units; when `strict`, every word must be one; `counted`: behind 단위 and a colon."""
    units: list[Unit] = []
    for item in _SEPARATOR.split(text.strip()):
        found = _slashed(item, counted=counted) or (() if strict else _powered(item))
        if strict and not found:
            return ()
        units.extend(found)
    return tuple(units)


def _powered(item: str) -> tuple[Unit, ...]:
    """Read `1,000원`; without 단위 before it that is a figure."""
    found = _POWER.fullmatch(item)
    unit = read_unit(found["unit"]) if found else None
    if found is None or unit is None:
        return ()
    return (Unit(unit.scale * int(found["power"].replace(",", "")), unit.code, item),)


def _unit(item: str, *, counted: bool) -> Unit | None:
    found = read_unit(item)
    return (
        Unit(1, "{" + item + "}", item) if found is None and counted and item in _COUNTED else found
    )


def _slashed(item: str, *, counted: bool) -> tuple[Unit, ...]:
    """Read one item that may hold a slash."""
    whole = _unit(item, counted=counted)
    if whole is not None or "/" not in item:
        return (whole,) if whole else ()
    units = [_unit(part, counted=counted) for part in item.split("/")]
    if len(units) == 2 and (first := units[0]) and (second := units[1]) and _is_rate(first, second):
        return (Unit(first.scale, f"{first.code}/{second.code}", item),)
    return tuple(unit for unit in units if unit)


def _is_rate(first: Unit, second: Unit) -> bool:
    return first.is_money and not second.is_money and second.code != "%"
