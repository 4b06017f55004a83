"""HWPML (.hml): the whole report as one XML document, in the words of Hancom's older format.

Its elements are those of OWPML under other names (`TABLE` for `tbl`, `CHAR` for `t`), so the tree is renamed
and read as sections of HWPX. Source: 한글 문서 파일 구조 3.0 / HWPML, revision 1.2, part II.
"""

import re
from typing import Final

from lxml import etree

from extract.document import Document
from extract.errors import DamagedError
from extract.readers.archive import Element
from extract.readers.composer import Composer
from extract.readers.hancom.doubts import concluded, damaged
from extract.readers.hancom.flow import lay
from extract.readers.hancom.numbering import NAMES, Level
from extract.readers.hancom.styles import Heading, ParagraphShape, Styles
from extract.readers.hwpx.header import integer
from extract.readers.hwpx.package import parse
from extract.readers.hwpx.section import SectionReader
from extract.readers.options import ReadOptions

__all__ = ["read"]

_ELEMENTS: Final[dict[str, str]] = {
    "P": "p", "TEXT": "run", "CHAR": "t", "TAB": "tab", "LINEBREAK": "lineBreak",
    "NBSPACE": "nbSpace", "FWSPACE": "fwSpace", "HYPEN": "hyphen", "HYPHEN": "hyphen",
    "DELETEBEGIN": "deleteBegin", "DELETEEND": "deleteEnd",
    "SECDEF": "secPr", "PARALIST": "subList",
    "TABLE": "tbl", "ROW": "tr", "CELL": "tc", "CAPTION": "caption",
    "EQUATION": "equation", "SCRIPT": "script", "COMPOSE": "compose",
    "DUTMAL": "dutmal", "MAINTEXT": "mainText",
    "RECTANGLE": "rect", "ELLIPSE": "ellipse", "ARC": "arc", "POLYGON": "polygon",
    "CURVE": "curve", "LINE": "line", "CONNECTLINE": "connectLine", "CONTAINER": "container",
    "PICTURE": "pic", "OLE": "ole", "TEXTART": "textart",
    "DRAWINGOBJECT": "rect",  # stands between a shape and its text
    "DRAWTEXT": "drawText",
    "HEADER": "header", "FOOTER": "footer", "FOOTNOTE": "footNote", "ENDNOTE": "endNote",
    "HIDDENCOMMENT": "hiddenComment", "AUTONUM": "autoNum", "AUTONUMFORMAT": "autoNumFormat",
    "FIELDBEGIN": "fieldBegin", "FIELDEND": "fieldEnd",
}  # fmt: skip
"""Element of HWPML -> the element of OWPML that says the same."""

_ATTRIBUTES: Final[dict[str, str]] = {
    "ParaShape": "paraPrIDRef", "CharShape": "charPrIDRef", "OutlineShape": "outlineShapeIDRef",
    "RowCount": "rowCnt", "ColCount": "colCnt", "RowAddr": "rowAddr", "ColAddr": "colAddr",
    "RowSpan": "rowSpan", "ColSpan": "colSpan", "Side": "side", "Number": "num",
    "NumberType": "numType", "Type": "type", "PrefixChar": "prefixChar",
    "SuffixChar": "suffixChar", "Text": "text", "ComposeText": "composeText",
}  # fmt: skip
_WORDS: Final[dict[str, str]] = {"FIGURE": "PICTURE", "CLICKHERE": "CLICK_HERE"}
_CONTROLS: Final = frozenset(
    {
        "header",
        "footer",
        "footNote",
        "endNote",
        "hiddenComment",
        "autoNum",
        "fieldBegin",
        "fieldEnd",
    }
)
_HEADINGS: Final[dict[str, Heading]] = {
    "Outline": "outline",
    "Number": "number",
    "Bullet": "bullet",
}
_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DOCTYPE: Final = re.compile(r"<!DOCTYPE\s++\w++\s*+\[([^\]]{0,4000})\]\s*+>")
_ENTITY: Final = re.compile(r"""<!ENTITY\s++(\w++)\s++(?:"([^"&%<]{0,8})"|'([^'&%<]{0,8})')\s*+>""")


def read(data: bytes, options: ReadOptions) -> Document:  # noqa: ARG001 - readers share one signature
    """Read an HWPML file.

    Args:
        data: The file's bytes.
        options: Nothing applies.

    Raises:
        DamagedError: There is no section in it, or it is no XML.
        LimitError: It is nested deeper than any report.
    """
    root, fault = parse(_without_entities(_text(data)).encode(), "HWPML")
    sections = root.findall("BODY/SECTION")
    if not sections:
        raise DamagedError("HWPML", "no section")
    composer = Composer("hwpml")
    findings = [damaged("XML", fault)] if fault else []
    reader = SectionReader(_styles(root), findings)
    for section in sections:
        _rename(section)
        lay(reader.paragraphs(section), composer, reader.asides)
    title = " ".join((root.findtext("HEAD/DOCSUMMARY/TITLE") or "").split())
    return concluded(composer, findings, title, complete=not fault)


def _text(data: bytes) -> str:
    for codec in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp949"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", errors="replace")


def _without_entities(text: str) -> str:
    """Put in the few characters that old versions declare by name (`<!ENTITY nbsp "…">`).

    Any other declaration stays, and is refused by the parser.
    """
    found = _DOCTYPE.search(text[:8192])
    if found is None or _ENTITY.sub("", found[1]).strip():
        return text
    text = text[: found.start()] + text[found.end() :]
    for name, double, single in _ENTITY.findall(found[1]):
        text = text.replace(f"&{name};", double or single)
    return text


def _styles(root: Element) -> Styles:
    styles = Styles()
    for element in root.iter("CHARSHAPE"):
        styles.sizes[element.get("Id", "")] = integer(element.get("Height"), 1000) / 100
    for element in root.iter("NUMBERING"):
        styles.numberings[element.get("Id", "")] = tuple(
            Level(
                each.text or "",
                NAMES.get(_word(each.get("NumFormat", "")), 0),
                integer(each.get("Start"), 1),
            )
            for each in element.iter("PARAHEAD")
        )
    for element in root.iter("BULLET"):
        styles.bullets[element.get("Id", "")] = element.get("Char", "")
    for element in root.iter("PARASHAPE"):
        margin = element.find("PARAMARGIN")
        left = indent = 0
        if margin is not None:
            left, indent = integer(margin.get("Left")), integer(margin.get("Indent"))
        styles.shapes[element.get("Id", "")] = ParagraphShape(
            _HEADINGS.get(element.get("HeadingType", ""), ""),
            element.get("Heading", ""),
            integer(element.get("Level")),
            (left + max(0, indent)) / 2,  # stored doubled, as in HWP 5
        )
    return styles


def _word(value: str) -> str:
    """Return an enumerated value as OWPML writes it: `RomanCapital` -> `ROMAN_CAPITAL`."""
    word = _CAPITAL.sub("_", value).upper()
    return _WORDS.get(word, word)


def _rename(section: Element) -> None:
    """Turn a section of HWPML into one of OWPML, in place."""
    for element in list(section.iter(etree.Element)):
        name = _ELEMENTS.get(str(element.tag))
        if name is None:
            continue
        element.tag = name
        for old, value in list(element.attrib.items()):
            new = _ATTRIBUTES.get(str(old))
            if new is not None:
                wordy = new in ("type", "numType", "side")
                element.set(new, _word(str(value)) if wordy else str(value))
        if name == "tc":
            element.append(element.makeelement("cellAddr", dict(element.attrib)))
            element.append(element.makeelement("cellSpan", dict(element.attrib)))
            element.set("header", "1" if element.get("Header") == "true" else "0")
        elif name == "caption":
            _raise_caption(element)
        elif name in _CONTROLS:
            _wrap(element)


def _raise_caption(caption: Element) -> None:
    """A caption stands in the SHAPEOBJECT of its object; OWPML has it in the object itself."""
    holder = caption.getparent()
    owner = None if holder is None else holder.getparent()
    if owner is not None:
        owner.append(caption)


def _wrap(control: Element) -> None:
    """OWPML keeps what stands apart in a `ctrl`."""
    parent = control.getparent()
    if parent is not None:
        wrapper = control.makeelement("ctrl")
        parent.replace(control, wrapper)
        wrapper.append(control)
