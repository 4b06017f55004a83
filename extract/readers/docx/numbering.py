"""List numbers and bullets, as Word prints them before a paragraph (`numbering.xml`)."""

import re
from typing import NamedTuple

from extract.readers.archive import Element
from extract.readers.docx.names import child_value, integer, is_on, w
from extract.readers.docx.number_formats import format_number
from extract.readers.docx.styles import Styles

__all__ = ["Numbering"]

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_SUFFIX = {"nothing": "", "space": " ", "tab": " "}


class _Level(NamedTuple):
    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = " "
    restart: int | None = None
    legal: bool = False
    left: int | None = None


class Numbering:
    """Counts the lists of one file; `marker` is called once a paragraph, in document order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._lists: dict[str, tuple[str, list[_Level], dict[int, int]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._overridden: set[tuple[str, int]] = set()
        if root is None:
            return
        abstracts = {
            each.get(w("abstractNumId"), ""): each for each in root.findall(w("abstractNum"))
        }
        used = {num.get(w("numId"), ""): num for num in root.findall(w("num"))}
        for number, num in used.items():
            name = child_value(num, w("abstractNumId")) or ""
            linked = child_value(abstracts.get(name), w("numStyleLink"))
            target = used.get(styles[linked].numbering or "") if linked else None
            if target is not None:
                name = child_value(target, w("abstractNumId")) or ""
            if name in abstracts:
                self._lists[number] = (name, *_levels(abstracts[name], num))

    def left(self, number: str | None, level: int) -> int | None:
        """Left edge that the list states for its level, in twentieths of a point."""
        known = self._lists.get(number or "")
        return known[1][level].left if known and 0 <= level < _LEVELS else None

    def marker(self, number: str | None, level: int) -> str:
        """Count one paragraph of list `number` and return what is printed before it, or nothing."""
        known = self._lists.get(number or "")
        if known is None or number is None or not 0 <= level < _LEVELS:
            return ""
        name, levels, starts = known
        counts = self._counts.setdefault(name, [None] * _LEVELS)
        if level in starts and (number, level) not in self._overridden:
            self._overridden.add((number, level))
            counts[level] = None
        value = counts[level]
        counts[level] = starts.get(level, levels[level].start) if value is None else value + 1
        for below in range(level + 1, _LEVELS):
            restart = levels[below].restart
            # lvlRestart names the 1-based level whose count starts this one anew; 0 is never.
            if restart is None or (restart and level < restart):
                counts[below] = None
        return self._print(levels, counts, level)

    @staticmethod
    def _print(levels: list[_Level], counts: list[int | None], level: int) -> str:
        this = levels[level]

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            value = counts[at]
            style = "decimal" if this.legal else levels[at].format
            return format_number(levels[at].start if value is None else value, style)

        text = this.text if this.format == "bullet" else _PLACE.sub(number, this.text)
        return text + this.suffix if text else ""


def _levels(abstract: Element, num: Element) -> tuple[list[_Level], dict[int, int]]:
    """The nine levels of a list with its overrides, and the numbers its own levels start at."""
    levels = [_Level()] * _LEVELS
    starts: dict[int, int] = {}
    for element in abstract.findall(w("lvl")):
        _set(levels, integer(element.get(w("ilvl"))), element)
    for override in num.findall(w("lvlOverride")):
        at = integer(override.get(w("ilvl")))
        element = override.find(w("lvl"))
        if element is not None:
            _set(levels, at, element)
        start = child_value(override, w("startOverride"))
        if start is not None:
            starts[at] = integer(start, 1)
    return levels, starts


def _set(levels: list[_Level], at: int, element: Element) -> None:
    if not 0 <= at < _LEVELS:
        return
    restart = child_value(element, w("lvlRestart"))
    indent = element.find(f"{w('pPr')}/{w('ind')}")
    levels[at] = _Level(
        start=integer(child_value(element, w("start")), 0),
        format=child_value(element, w("numFmt")) or "decimal",
        text=child_value(element, w("lvlText")) or "",
        suffix=_SUFFIX.get(child_value(element, w("suff")) or "tab", " "),
        restart=None if restart is None else integer(restart),
        legal=bool(is_on(element, w("isLgl"))),
        left=None
        if indent is None
        else integer(indent.get(w("left"))) - integer(indent.get(w("hanging"))),
    )
