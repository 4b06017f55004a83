"""The findings that the readers of Hancom formats share, and how a reading ends."""

from dataclasses import replace

from extract.document import Document
from extract.errors import DamagedError
from extract.findings import Finding
from extract.readers.composer import Composer

__all__ = ["concluded", "damaged"]


def damaged(part: str, detail: str = "") -> Finding:
    """Say that `part` of the container could be read in part only, or not at all."""
    return Finding(
        "damaged-container",
        "warning",
        f"파일이 손상되어 {part} 부분을 끝까지 읽지 못했습니다.",
        f"The file is damaged; {part} could not be read to its end.",
        actual=detail,
    )


def concluded(
    composer: Composer,
    findings: list[Finding],
    title: str,
    *,
    complete: bool,
    paged: bool = False,
) -> Document:
    """Return what was laid down with its findings; a report without a word is never a success.

    Args:
        composer: Holds what was laid down.
        findings: What was doubted.
        title: The report's title.
        complete: No part of it was given up.
        paged: The pages that were laid down are believed.

    Raises:
        DamagedError: The file is damaged, and no text was left in it.
    """
    for finding in findings:
        composer.finding(finding, gave_up=not complete)
    document = composer.document(title=title)
    if not paged:
        document = replace(document, page_starts=(), pages_end=None)
    if document.text and not document.text.isspace():
        return document
    if not complete:
        raise DamagedError(document.format.upper(), "no text can be read")
    composer.finding(_without_text(), gave_up=True)
    return composer.document(title=title)


def _without_text() -> Finding:
    """Say that a document was read and holds no text, which a report always does."""
    return Finding(
        "no-text",
        "warning",
        "문서에서 글자를 찾지 못했습니다. 그림만 있거나 손상된 파일일 수 있습니다.",
        "No text was found in the document; it may hold pictures only, or be damaged.",
    )
