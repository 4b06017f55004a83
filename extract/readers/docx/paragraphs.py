"""One `w:p` to text: runs, fields, symbols, tracked changes, hidden text, and what hangs on it.

To add an inline element: a handler below and a row in `_HANDLERS`. What has no row is looked into,
so a new wrapper of Word's loses no text; `_IGNORED` names what holds no text of the report.
"""

from collections.abc import Callable
from typing import Final, Literal

from extract.document import Role
from extract.readers.archive import Element
from extract.readers.docx.equations import equation_text
from extract.readers.docx.names import MATH, MC, OFF, w
from extract.readers.docx.styles import Styles

__all__ = ["PageMarks", "ParagraphText"]

_STYLE, _VANISH, _SIZE, _RUN_STYLE, _VAL = w("pStyle"), w("vanish"), w("sz"), w("rStyle"), w("val")
_TYPE, _CHAR, _FONT, _ID = w("type"), w("char"), w("font"), w("id")
PageMarks = Literal["none", "rendered", "explicit"]
"""What begins a page: nothing, where Word last began one, or only where someone put a break."""

_SYMBOL_FONTS: Final = ("wingdings", "symbol", "webdings")


class ParagraphText:
    """What one paragraph holds.

    Args:
        paragraph: The `w:p` element.
        styles: The styles of the file.
        pages: What begins a page in it.

    Attributes:
        properties: The children of its `w:pPr` by name.
        style: Its named style, without what it states itself.
        apart: Deleted and hidden text.
        boxes: `w:txbxContent` elements anchored in it, each once.
        notes: Notes and comments anchored in it: role and id.
        page_fields: Number of fields that print a page number.
        size: Half points of its first run that states them.
    """

    __slots__ = (
        "_fields",
        "_pages",
        "_parts",
        "_role",
        "_styles",
        "apart",
        "boxes",
        "notes",
        "page_fields",
        "properties",
        "size",
        "style",
    )

    def __init__(self, paragraph: Element, styles: Styles, pages: PageMarks) -> None:
        self._parts: list[str] = []
        self._fields: list[bool] = []
        self._styles = styles
        self._pages = pages
        self.properties: dict[str, Element] = {}
        self.style = styles[None]
        self._role: Role = "hidden" if self.style.vanish else "body"
        self.page_fields = 0
        self.apart: dict[Role, str] = {}
        self.boxes: list[Element] = []
        self.notes: list[tuple[Role, str]] = []
        self.size = ""
        self.walk(paragraph)

    @property
    def text(self) -> str:
        """The text that the paragraph shows."""
        return "".join(self._parts)

    def add(self, text: str) -> None:
        """Text in the role that holds at this point."""
        if any(self._fields):
            return
        if self._role == "body":
            self._parts.append(text)
        else:
            self.apart[self._role] = self.apart.get(self._role, "") + text

    def walk(self, element: Element) -> None:
        """Everything in `element`, in order."""
        for child in element:
            tag = child.tag
            handler = _HANDLERS.get(tag)
            if handler is not None:
                handler(self, child)
            elif tag not in _IGNORED and len(child):
                self.walk(child)

    def walk_as(self, role: Role, element: Element) -> None:
        """Everything in `element`, as deleted or hidden text."""
        before = self._role
        # Deleted hidden text is deleted.
        self._role = before if before == "deleted" else role
        self.walk(element)
        self._role = before

    def paragraph_properties(self, element: Element) -> None:
        """`w:pPr`, always the first child."""
        self.properties = {child.tag: child for child in element}
        style = self.properties.get(_STYLE)
        if style is not None:
            self.style = self._styles[style.get(_VAL)]
            self._role = "hidden" if self.style.vanish else "body"

    def run(self, run: Element) -> None:
        """One `w:r`; its properties may hide it."""
        before = self._role
        self.walk(run)
        self._role = before

    def run_properties(self, element: Element) -> None:
        """`w:rPr`, always the first child of a run."""
        hidden = False
        for child in element:
            tag = child.tag
            if tag == _SIZE and not self.size:
                self.size = child.get(_VAL, "")
            elif tag == _RUN_STYLE:
                hidden = self._styles.hides(child.get(_VAL))
            elif tag == _VANISH:
                # The schema puts the style first, so the run's own word comes last and holds.
                hidden = child.get(_VAL, "1") not in OFF
        if hidden and self._role != "deleted":
            self._role = "hidden"

    def line_break(self, element: Element) -> None:
        """`w:br`: a line, a column or a page ends."""
        kind = element.get(_TYPE)
        if kind not in {"page", "column"} or any(self._parts):
            self.add("\n")
        if kind == "page" and self._pages == "explicit":
            self.add("\f")

    def rendered_break(self, _element: Element) -> None:
        """`w:lastRenderedPageBreak`: here a page began when Word last laid the document out."""
        if self._pages == "rendered":
            self.add("\f")

    def field(self, element: Element) -> None:
        """`w:fldChar`: what stands between begin and separate is the field's code, not text."""
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def instruction(self, element: Element) -> None:
        """`w:instrText` or `w:fldSimple`: the code of a field; its result is text."""
        code = (element.get(w("instr")) or element.text or "").split()
        if code and code[0].upper() in {"PAGE", "NUMPAGES", "SECTIONPAGES"}:
            self.page_fields += 1
        if len(element):
            self.walk(element)

    def symbol(self, element: Element) -> None:
        """`w:sym`: a character of a symbol font, at its place in the private use area."""
        try:
            code = int(element.get(_CHAR, ""), 16)
        except ValueError:
            return
        if code < 0x100 and (element.get(_FONT) or "").lower().startswith(_SYMBOL_FONTS):
            code += 0xF000
        if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000:
            self.add(chr(code))

    def choice(self, element: Element) -> None:
        """`mc:AlternateContent`: the same thing twice, new and old; the first form is read."""
        chosen = element.find(f"{MC}Choice")
        chosen = element.find(f"{MC}Fallback") if chosen is None or not len(chosen) else chosen
        if chosen is not None:
            self.walk(chosen)

    def note(self, role: Role, element: Element) -> None:
        """A reference to a note; its mark is Word's and would run into the figure before it."""
        self.notes.append((role, element.get(_ID, "")))


def _add(text: str) -> Callable[[ParagraphText, Element], None]:
    return lambda paragraph, _element: paragraph.add(text)


def _note(role: Role) -> Callable[[ParagraphText, Element], None]:
    return lambda paragraph, element: paragraph.note(role, element)


def _as(role: Role) -> Callable[[ParagraphText, Element], None]:
    return lambda paragraph, element: paragraph.walk_as(role, element)


def _text(paragraph: ParagraphText, element: Element) -> None:
    paragraph.add(element.text or "")


def _box(paragraph: ParagraphText, element: Element) -> None:
    paragraph.boxes.append(element)


_HANDLERS: Final[dict[str, Callable[[ParagraphText, Element], None]]] = {
    w("r"): ParagraphText.run,
    w("rPr"): ParagraphText.run_properties,
    w("pPr"): ParagraphText.paragraph_properties,
    w("t"): _text,
    w("delText"): _text,
    w("tab"): _add("\t"),
    w("ptab"): _add("\t"),
    w("cr"): _add("\n"),
    w("noBreakHyphen"): _add("-"),
    w("br"): ParagraphText.line_break,
    w("lastRenderedPageBreak"): ParagraphText.rendered_break,
    w("sym"): ParagraphText.symbol,
    w("fldChar"): ParagraphText.field,
    w("instrText"): ParagraphText.instruction,
    w("fldSimple"): ParagraphText.instruction,
    w("del"): _as("deleted"),
    w("moveFrom"): _as("deleted"),
    w("txbxContent"): _box,
    w("footnoteReference"): _note("footnote"),
    w("endnoteReference"): _note("endnote"),
    w("commentReference"): _note("memo"),
    f"{MC}AlternateContent": ParagraphText.choice,
    f"{MATH}oMath": lambda paragraph, element: paragraph.add(equation_text(element)),
}
_IGNORED: Final = frozenset(
    map(
        w,
        (
            "sdtPr",
            "sdtEndPr",
            "smartTagPr",
            "customXmlPr",
            "fldData",
            "delInstrText",
            "rt",
            "rubyPr",
        ),
    )
)
