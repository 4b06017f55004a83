"""Contents/header.xml: numberings, bullets, shapes of paragraphs and characters."""

from typing import Final

from extract.readers.archive import Element
from extract.readers.hancom.numbering import NAMES, Level
from extract.readers.hancom.styles import Heading, ParagraphShape, Styles
from extract.readers.hwpx.package import LOCAL

__all__ = ["integer", "read_styles"]

_HEADINGS: Final[dict[str, Heading]] = {
    "OUTLINE": "outline",
    "NUMBER": "number",
    "BULLET": "bullet",
}


def read_styles(root: Element | None) -> Styles:
    """Read the header; without one, every paragraph is plain."""
    styles = Styles()
    if root is None:
        return styles
    for element in root.iterfind(".//{*}charPr"):
        styles.sizes[element.get("id", "")] = integer(element.get("height"), 1000) / 100
    for element in root.iterfind(".//{*}numbering"):
        styles.numberings[element.get("id", "")] = tuple(
            Level(
                each.text or "",
                NAMES.get(each.get("numFormat", ""), 0),
                integer(each.get("start"), 1),
            )
            for each in element.iterfind("{*}paraHead")
        )
    for element in root.iterfind(".//{*}bullet"):
        picture = element.get("useImage") == "1"
        styles.bullets[element.get("id", "")] = "" if picture else element.get("char", "")
    for element in root.iterfind(".//{*}paraPr"):
        styles.shapes[element.get("id", "")] = _shape(element)
    return styles


def _shape(element: Element) -> ParagraphShape:
    heading: Heading = ""
    key = ""
    level = 0
    left: float = 0
    for child in element:
        name = LOCAL[child.tag]
        if name == "heading":
            heading = _HEADINGS.get(child.get("type", ""), "")
            key = child.get("idRef", "")
            level = integer(child.get("level"))
        elif name == "margin":
            left = _left(child)
        elif name == "switch":
            # The case holds plain HWPUNIT; the default repeats it doubled, for old readers.
            margin = child.find("{*}case/{*}margin")
            left = _left(margin) if margin is not None else left
    return ParagraphShape(heading, key, level, left)


def _left(margin: Element) -> float:
    found = {LOCAL[each.tag]: integer(each.get("value")) for each in margin}
    # A negative first-line indent is a hanging one: the first line begins at the left margin.
    return found.get("left", 0) + max(0, found.get("intent", 0))


def integer(value: str | None, default: int = 0) -> int:
    """Return the integer that an attribute holds; `default` where it holds none.

    >>> integer("12"), integer(None), integer("1e9", 3)
    (12, 0, 3)
    """
    if value is None or len(value) > 12:
        return default
    try:
        return int(value)
    except ValueError:
        return default
