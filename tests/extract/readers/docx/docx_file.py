"""Build small DOCX files for tests: a ZIP file with the parts that are named."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "hdr",
    "footer": "ftr",
}


def document_xml(body: str) -> str:
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def docx(
    body: str | None = "",
    *,
    pages: int = 0,
    title: str = "",
    raw: bytes | None = None,
    **parts: str,
) -> bytes:
    """A DOCX file with `body` in its document; `parts` are the insides of styles, numbering, ..."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        targets = [("officeDocument", "word/document.xml")]
        if pages:
            targets.append(("extended-properties", "docProps/app.xml"))
            archive.writestr(
                "docProps/app.xml",
                '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
                f'extended-properties"><Pages>{pages}</Pages></Properties>',
            )
        if title:
            targets.append(("core-properties", "docProps/core.xml"))
            archive.writestr(
                "docProps/core.xml",
                f'<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></x>',
            )
        archive.writestr("_rels/.rels", relations(targets))
        if raw is not None or body is not None:
            archive.writestr("word/document.xml", raw or document_xml(body or ""))
        archive.writestr(
            "word/_rels/document.xml.rels", relations([(name, f"{name}.xml") for name in parts])
        )
        for name, inside in parts.items():
            root = ROOTS[name]
            archive.writestr(f"word/{name}.xml", f"<w:{root} {NAMESPACES}>{inside}</w:{root}>")
    return out.getvalue()


def relations(targets: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{index}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*content: str, span: int = 1, down: str = "", extra: str = "") -> str:
    marks = f'<w:gridSpan w:val="{span}"/>' if span != 1 else ""
    marks += {"": "", "continue": "<w:vMerge/>"}.get(down, f'<w:vMerge w:val="{down}"/>')
    return f"<w:tc><w:tcPr>{marks}{extra}</w:tcPr>{''.join(content) or '<w:p/>'}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"
