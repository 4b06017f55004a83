"""The figures of one table cell, as integers at the scale of its last printed digit.

    1,234            one figure
    26(28)           a figure and a second one (정원과 현원)
    16(21%)          a figure and a rate
    67.57 (▽7.17)    a figure and a change
    8,350원 (10.9% 상승)

Nothing here is a guess: a cell of any other form has no figure.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from normalize.numerals import DIGITS

__all__ = ["Figure", "Figures", "figure_of", "read_figures"]

_CELL: Final = re.compile(
    rf"(?P<sign>\(-\)|[△▽▲▼+-])?\s?(?P<main>{DIGITS})\s?(?P<unit>%|[가-힣㎡㎞%]{{0,4}}?)"
    rf"(?:\s?\(\s?(?P<sign2>[△▽▲▼+-]|[증감]\s?)?\s?(?P<second>{DIGITS})\s?(?P<unit2>%p?|[가-힣]{{0,3}}?)"
    r"\s?(?P<word>[가-힣]{0,6})\))?(?:\s?[※*].*)?"
)
_LABELLED: Final = re.compile(
    rf"(?P<main>{DIGITS})\s?(?P<unit>[가-힣]{{0,3}})\s?\([^()\d]*\d*[^()\d]*\)"
)
_MINUS: Final = frozenset({"△", "▽", "-", "(-)", "▼", "▲", "감"})
_FALL: Final = re.compile(r"감소|하락|감$|감액")
_RISE: Final = re.compile(r"상승|증가|증$|인상|증액")

Kind = Literal["", "count", "rate", "change"]


class Figure(NamedTuple):
    """A number as printed: `value` counts units of its last digit, of which `decimals` stand behind the point."""

    value: int
    decimals: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What a cell holds.

    Attributes:
        main: The figure.
        unit: The unit printed behind it, or empty.
        second: The figure in brackets, or None.
        kind: What that one is: `count`, `rate` (per cent), `change`.
        changes: The rate in brackets is one of change (`10.9% 상승`).
    """

    main: Figure
    unit: str
    second: Figure | None
    kind: Kind
    changes: bool


@lru_cache(maxsize=8192)
def read_figures(text: str) -> Figures | None:
    """Read a cell's text; None where it is no figure.

    >>> read_figures("26(28)").second, read_figures("67.57 (▽7.17)").kind
    (Figure(value=28, decimals=0), 'change')
    >>> read_figures("56개 사업 209명")
    """
    cell = _CELL.fullmatch(text)
    if not cell:
        cell = _LABELLED.fullmatch(text)
        if not cell:
            return None
        return Figures(_figure(cell["main"], ""), cell["unit"], None, "", changes=False)
    main = _figure(cell["main"], cell["sign"] or "")
    if cell["second"] is None:
        return Figures(main, cell["unit"], None, "", changes=False)
    word, sign = cell["word"] or "", (cell["sign2"] or "").strip()
    second = _figure(cell["second"], "-" if sign in _MINUS or _FALL.search(word) else "")
    rate = cell["unit2"].startswith("%")
    moved = bool(sign or _FALL.search(word) or _RISE.search(word))
    kind: Kind = "rate" if rate else "change" if moved else "count"
    if word and not moved:
        return Figures(main, cell["unit"], None, "", changes=False)
    return Figures(main, cell["unit"], second, kind, changes=moved)


def figure_of(digits: str) -> Figure:
    """Read plain digits.

    >>> figure_of("1,234.50")
    Figure(value=123450, decimals=2)
    """
    return _figure(digits, "")


def _figure(digits: str, sign: str) -> Figure:
    plain = digits.replace(",", "").replace(" ", "")
    whole, _, part = plain.partition(".")
    value = int(whole + part)
    return Figure(-value if sign in _MINUS and sign != "▲" else value, len(part))
