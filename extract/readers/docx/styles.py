"""Named styles of a DOCX file: what a paragraph gets from its style and the styles below it."""

from collections.abc import Mapping
from typing import NamedTuple

from extract.document import Role
from extract.readers.archive import Element
from extract.readers.docx.names import child_value, integer, is_on, w

__all__ = ["Style", "Styles", "own_properties"]


class Style(NamedTuple):
    """What a style states, or what it comes to with its base styles; None is not stated.

    Attributes:
        outline: Outline level, 0 is the highest and 9 is body text.
        numbering: List it belongs to, "0" for none.
        level: List level, from 0.
        size: Half points.
        left: Left edge in twentieths of a point, the first line's offset included.
        vanish: Its text is hidden.
        role: `caption` for captions, else `body`.
    """

    outline: int | None = None
    numbering: str | None = None
    level: int | None = None
    size: int | None = None
    left: int | None = None
    vanish: bool | None = None
    role: Role = "body"

    def over(self, base: "Style") -> "Style":
        """This style on top of `base`."""
        return Style(
            base.outline if self.outline is None else self.outline,
            base.numbering if self.numbering is None else self.numbering,
            base.level if self.level is None else self.level,
            base.size if self.size is None else self.size,
            base.left if self.left is None else self.left,
            base.vanish if self.vanish is None else self.vanish,
            base.role if self.role == "body" else self.role,
        )


def own_properties(paragraph: Mapping[str, Element], run: Element | None = None) -> Style:
    """What `w:pPr` (its children by name) and `w:rPr` state themselves."""
    numbering = paragraph.get(_NUM_PR)
    return Style(
        outline=_number(paragraph.get(_OUTLINE), 9),
        numbering=child_value(numbering, _NUM_ID),
        level=None if numbering is None else _number(numbering.find(_LEVEL), 0),
        size=None if run is None else _number(run.find(_SIZE), 20),
        left=_left(paragraph.get(_IND)),
        vanish=is_on(run, _VANISH),
    )


def _number(element: Element | None, default: int) -> int | None:
    return None if element is None else integer(element.get(_VAL), default)


_NOTHING = Style()
_NUM_PR, _NUM_ID, _LEVEL, _OUTLINE = w("numPr"), w("numId"), w("ilvl"), w("outlineLvl")
_SIZE, _VANISH, _IND, _VAL = w("sz"), w("vanish"), w("ind"), w("val")
_LEFT, _START, _FIRST, _HANGING = w("left"), w("start"), w("firstLine"), w("hanging")


def _left(indent: Element | None) -> int | None:
    if indent is None:
        return None
    left = integer(indent.get(_LEFT) or indent.get(_START))
    return left + integer(indent.get(_FIRST)) - integer(indent.get(_HANGING))


class Styles:
    """The style table of a file.

    Args:
        root: The root of `styles.xml`, or None where the file has none.
    """

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str | None, Style] = {}
        self._base = _NOTHING
        default = None
        for style in () if root is None else root.findall(w("style")):
            name = style.get(w("styleId"), "")
            self._elements[name] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in {
                "1",
                "true",
                "on",
            }:
                default = name
        if root is not None:
            run = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
            self._base = own_properties({}, run)
        self._resolved[None] = self._resolve(default)

    def __getitem__(self, name: str | None) -> Style:
        """The style with that id, with its base styles and the defaults; None is the default."""
        found = self._resolved.get(name)
        if found is None:
            found = self._resolved[name] = self._resolve(name)
        return found

    def hides(self, name: str | None) -> bool:
        """The character style with that id hides its text."""
        return name is not None and bool(self[name].vanish)

    def _resolve(self, name: str | None) -> Style:
        style, seen = _NOTHING, set[str]()
        # A file may name a style as its own base.
        while name is not None and name in self._elements and name not in seen:
            seen.add(name)
            element = self._elements[name]
            paragraph = element.find(w("pPr"))
            children = {} if paragraph is None else {child.tag: child for child in paragraph}
            own = own_properties(children, element.find(w("rPr")))
            if (child_value(element, w("name")) or "").lower() in {"caption", "캡션"}:
                own = own._replace(role="caption")
            style = style.over(own)
            name = child_value(element, w("basedOn"))
        return style.over(self._base)
