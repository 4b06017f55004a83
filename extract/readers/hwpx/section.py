"""Contents/section0.xml: paragraphs with their runs, tables, shapes, notes and fields.

    sec > p > run > t                            text, with tabs and line breaks as elements in it
                    tbl > tr > tc > subList > p  a table; a cell says its address and its span
                    rect … > drawText > subList  a text box; shapes may stand in a container
                    ctrl > header, footNote …    what stands apart

To add an element: a row in `SectionReader._ITEMS` (of a run) or `_CONTROLS` (of a ctrl).
"""

from collections.abc import Callable, Iterator
from typing import ClassVar, Final

from extract.document import Role
from extract.findings import Finding
from extract.readers.archive import Element
from extract.readers.composer import SeenCell, SeenTable
from extract.readers.hancom.flow import Part, Passage, SeenParagraph, add, deeper
from extract.readers.hancom.grid import make_table
from extract.readers.hancom.numbering import NAMES, composed, format_number
from extract.readers.hancom.pages import Pages
from extract.readers.hancom.styles import Styles
from extract.readers.hwpx import layout
from extract.readers.hwpx.header import integer
from extract.readers.hwpx.package import LOCAL

__all__ = ["SectionReader"]

_IN_TEXT: Final = {"lineBreak": "\n", "tab": "\t", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_ASIDES: Final[dict[str, Role]] = {
    "header": "page-header",
    "footer": "page-footer",
    "footNote": "footnote",
    "endNote": "endnote",
    "hiddenComment": "hidden",
}
_COUNTED: Final = frozenset({"FOOTNOTE", "ENDNOTE", "PICTURE", "TABLE", "EQUATION"})
"""What is numbered once and for all; the number of a page depends on the page."""


class SectionReader:
    """Turns sections into paragraphs. One reader serves all sections of a document, in order.

    Args:
        styles: From the header.
        findings: Gets the doubts.
    """

    def __init__(self, styles: Styles, findings: list[Finding]) -> None:
        self.asides: list[Passage] = []
        self._styles = styles
        self._findings = findings
        self._depth = 0
        self._deleting = False
        self._prompts: dict[str, tuple[int, str]] = {}

    def paragraphs(self, root: Element, pages: Pages | None = None) -> Iterator[SeenParagraph]:
        """Yield the paragraphs of a section, each at its place where `pages` follows the report."""
        paragraphs = [each for each in root if LOCAL[each.tag] == "p"]
        if pages is None:
            yield from map(self._paragraph, paragraphs)
            return
        places = pages.section(layout.room(paragraphs), layout.layouts(paragraphs))
        for element, place in zip(paragraphs, places, strict=True):
            yield self._paragraph(element).placed(place)

    def passage(self, element: Element, role: Role) -> Passage:
        """Return all paragraphs below `element`, which stand in lists (subList)."""
        self._depth = deeper(self._depth, "HWPX")
        found = [
            self._paragraph(paragraph)
            for child in element
            if LOCAL[child.tag] == "subList"
            for paragraph in child
            if LOCAL[paragraph.tag] == "p"
        ]
        self._depth -= 1
        return Passage(role, found)

    def _paragraph(self, element: Element) -> SeenParagraph:
        parts, size = self._parts(element)
        return self._styles.paragraph(parts, element.get("paraPrIDRef", ""), size)

    def _parts(self, element: Element) -> tuple[list[Part], str]:
        """Return what a paragraph holds, and the character shape that it begins with."""
        parts: list[Part] = []
        opening = self._styles.opening(element.get("paraPrIDRef", ""))
        if opening:
            parts.append(opening)
        prompts, self._prompts = self._prompts, {}
        size = ""
        items = self._ITEMS
        for run in element:
            if LOCAL[run.tag] != "run":
                continue
            before = len(parts)
            for item in run:
                handle = items.get(LOCAL[item.tag])
                if handle is not None:
                    handle(self, item, parts)
            if not size and len(parts) > before:
                size = run.get("charPrIDRef", "")
        self._prompts = prompts
        return parts, size

    def _text(self, element: Element, parts: list[Part]) -> None:
        text = element.text
        if text and self._deleting:
            self._say(text, parts)
        elif text:
            parts.append(text)
        if not len(element):  # most have no children, and asking is cheaper than going through none
            return
        for child in element:
            name = LOCAL[child.tag]
            if name in _IN_TEXT:
                self._say(_IN_TEXT[name], parts)
            elif name == "deleteBegin":
                self._deleting = True
            elif name == "deleteEnd":
                self._deleting = False
            if child.tail:
                self._say(child.tail, parts)

    def _say(self, text: str, parts: list[Part]) -> None:
        if not self._deleting:
            parts.append(text)
        elif not text.isspace():
            parts.append(Passage("deleted", [SeenParagraph([text])]))

    def _table(self, element: Element, parts: list[Part]) -> None:
        self._depth = deeper(self._depth, "HWPX")
        cells = [
            self._cell(cell)
            for row in element
            if LOCAL[row.tag] == "tr"
            for cell in row
            if LOCAL[cell.tag] == "tc"
        ]
        self._depth -= 1
        rows, columns = integer(element.get("rowCnt")), integer(element.get("colCnt"))
        table = make_table(rows, columns, cells, self._findings)
        if table is not None:
            self._captioned(element, table, parts)

    def _cell(self, element: Element) -> SeenCell:
        row = column = 0
        row_span = column_span = 1
        words: list[str | SeenTable] = []
        for child in element:
            name = LOCAL[child.tag]
            if name == "subList":
                for paragraph in child:
                    if LOCAL[paragraph.tag] == "p":
                        add(self._parts(paragraph)[0], words, self.asides)
            elif name == "cellAddr":
                row, column = integer(child.get("rowAddr")), integer(child.get("colAddr"))
            elif name == "cellSpan":
                row_span = integer(child.get("rowSpan"), 1)
                column_span = integer(child.get("colSpan"), 1)
        header = element.get("header") == "1"
        return SeenCell(max(row, 0), max(column, 0), row_span, column_span, words, header)

    def _captioned(self, element: Element, part: Part, parts: list[Part]) -> None:
        """Add an object with its caption on the side that the file says."""
        caption = element.find("{*}caption")
        if caption is None:
            parts.append(part)
            return
        passage = self.passage(caption, "caption")
        before = caption.get("side", "BOTTOM") in ("TOP", "LEFT")
        parts += [passage, part] if before else [part, passage]

    def _shape(self, element: Element, parts: list[Part]) -> None:
        inside: list[Part] = []
        self._depth = deeper(self._depth, "HWPX")
        for child in element:
            name = LOCAL[child.tag]
            if name == "drawText":
                inside.append(self.passage(child, "body"))
            elif name in self._SHAPES:
                self._shape(child, inside)
        self._depth -= 1
        text = element.get("text")
        if text and LOCAL[element.tag] == "textart":
            inside.append(Passage("body", [SeenParagraph([text])]))
        self._captioned(element, Passage("body", [SeenParagraph([each]) for each in inside]), parts)

    def _switch(self, element: Element, parts: list[Part]) -> None:
        """Take one of several representations: the one that needs no extension."""
        chosen = element.find("{*}default")
        for item in element.find("{*}case") if chosen is None else chosen:
            handle = self._ITEMS.get(LOCAL[item.tag])
            if handle is not None:
                handle(self, item, parts)

    def _equation(self, element: Element, parts: list[Part]) -> None:
        script = element.find("{*}script")
        if script is not None and script.text:
            self._say(" ".join(script.text.split()), parts)

    def _composed(self, element: Element, parts: list[Part]) -> None:
        self._say(composed(element.get("composeText", "")), parts)

    def _annotated(self, element: Element, parts: list[Part]) -> None:
        main = element.find("{*}mainText")
        if main is not None and main.text:
            self._say(main.text, parts)

    def _form(self, element: Element, parts: list[Part]) -> None:
        text = element.find("{*}text")
        shown = element.get("selectedValue", "") if text is None else text.text or ""
        if LOCAL[element.tag] in ("checkBtn", "radioBtn"):
            mark = "☑" if element.get("value") == "CHECKED" else "□"
            shown = f"{mark} {element.get('caption', '')}".rstrip()
        if shown:
            self._say(shown, parts)

    def _control(self, element: Element, parts: list[Part]) -> None:
        for child in element:
            name = LOCAL[child.tag]
            if name in _ASIDES:
                parts.append(self.passage(child, _ASIDES[name]))
            else:
                handle = self._CONTROLS.get(name)
                if handle is not None:
                    handle(self, child, parts)

    def _number(self, element: Element, parts: list[Part]) -> None:
        if element.get("numType") not in _COUNTED:
            return
        form = element.find("{*}autoNumFormat")
        number = integer(element.get("num"))
        if form is None:
            self._say(str(number), parts)
            return
        printed = format_number(number, NAMES.get(form.get("type", ""), 0))
        self._say(form.get("prefixChar", "") + printed + form.get("suffixChar", ""), parts)

    def _field(self, element: Element, parts: list[Part]) -> None:
        kind = element.get("type")
        if kind == "MEMO":
            parts.append(self.passage(element, "memo"))
        elif kind == "CLICK_HERE":
            for parameter in element.iterfind("{*}parameters/{*}stringParam"):
                if parameter.get("name") in ("Command", "Direction") and parameter.text:
                    self._prompts[element.get("id", "")] = (len(parts), parameter.text)

    def _field_end(self, element: Element, parts: list[Part]) -> None:
        """Set a prompt apart (누름틀 안내문) that nobody has written over."""
        begin, prompt = self._prompts.pop(element.get("beginIDRef", ""), (-1, ""))
        if begin < 0:
            return
        inside = "".join(part for part in parts[begin:] if isinstance(part, str)).strip()
        if inside and inside in prompt:
            parts[begin:] = [Passage("hidden", [SeenParagraph([inside])])]

    def _section(self, element: Element, _parts: list[Part]) -> None:
        self._styles.outline = element.get("outlineShapeIDRef", "1")

    _SHAPES: ClassVar[frozenset[str]] = frozenset(
        {
            "rect", "ellipse", "arc", "polygon", "curve", "line", "connectLine", "container",
            "pic", "ole", "textart", "video",
        }
    )  # fmt: skip
    _ITEMS: ClassVar[dict[str, Callable[["SectionReader", Element, list[Part]], None]]] = {
        "t": _text,
        "tbl": _table,
        "ctrl": _control,
        "secPr": _section,
        "switch": _switch,
        "equation": _equation,
        "compose": _composed,
        "dutmal": _annotated,
        **dict.fromkeys(("edit", "comboBox", "listBox", "checkBtn", "radioBtn"), _form),
        **dict.fromkeys(_SHAPES, _shape),
    }
    _CONTROLS: ClassVar[dict[str, Callable[["SectionReader", Element, list[Part]], None]]] = {
        "autoNum": _number,
        "fieldBegin": _field,
        "fieldEnd": _field_end,
    }
