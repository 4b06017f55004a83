"""How the body paragraphs of a section were laid out, and how much room its pages have."""

from collections.abc import Iterator
from typing import Final

from extract.readers.archive import Element
from extract.readers.hancom.pages import Layout, Line
from extract.readers.hwpx.header import integer
from extract.readers.hwpx.package import LOCAL

__all__ = ["layouts", "room"]

_FIRST_OF_LINE: Final = 0x20000
"""Objects beside the text part a line in several segments."""

_BETWEEN_LINES: Final = frozenset({"SQUARE", "TOP_AND_BOTTOM"})
"""Ways of wrapping that keep a table apart from the text."""

_ANY: Final = frozenset({None, "BOTH"})


def room(paragraphs: list[Element]) -> int:
    """Return the height of the section's pages between their margins, or 0 if it does not say."""
    page = paragraphs[0].find("{*}run/{*}secPr/{*}pagePr") if paragraphs else None
    margin = None if page is None else page.find("{*}margin")
    if page is None or margin is None:
        return 0
    full = integer(page.get("width" if page.get("landscape") == "NARROWLY" else "height"))
    return full - sum(integer(margin.get(name)) for name in ("top", "bottom", "header", "footer"))


def layouts(paragraphs: list[Element]) -> list[Layout]:
    """Return how body paragraphs were laid out."""
    return [_layout(paragraph) for paragraph in paragraphs]


def _layout(paragraph: Element) -> Layout:
    lines: list[Line] = []
    floating = 0
    followed = True
    for child in paragraph:
        name = LOCAL[child.tag]
        if name == "linesegarray":
            lines += _lines(child)
        elif name == "run":
            for item in child:
                name = LOCAL[item.tag]
                if name == "tbl":
                    floating += _floating(item)
                elif name in ("ctrl", "secPr"):
                    followed = followed and _followed(item)
    breaks = paragraph.get("pageBreak") == "1" or paragraph.get("columnBreak") == "1"
    return Layout(lines, floating, breaks, followed)


def _lines(segments: Element) -> Iterator[Line]:
    for segment in segments:
        if integer(segment.get("flags")) & _FIRST_OF_LINE:
            yield Line(
                integer(segment.get("textpos")),
                integer(segment.get("vertpos")),
                integer(segment.get("vertsize")),
            )


def _floating(table: Element) -> int:
    place, size = table.find("{*}pos"), table.find("{*}sz")
    if place is None or size is None or place.get("treatAsChar") == "1":
        return 0
    return integer(size.get("height")) if table.get("textWrap") in _BETWEEN_LINES else 0


def _followed(element: Element) -> bool:
    """Tell columns, and pages that begin on odd or even numbers only, which may leave blank ones."""
    for each in (element, *element):
        name = LOCAL[each.tag]
        if name == "colPr" and integer(each.get("colCount"), 1) > 1:
            return False
        if name in ("startNum", "pageNumCtrl") and each.get("pageStartsOn") not in _ANY:
            return False
    return True
