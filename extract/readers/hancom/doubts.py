"""The findings that the readers of Hancom formats share."""

from extract.findings import Finding

__all__ = ["damaged", "without_text"]


def damaged(part: str, detail: str = "") -> Finding:
    """Say that `part` of the container could be read in part only, or not at all."""
    return Finding(
        "damaged-container",
        "warning",
        f"파일이 손상되어 {part} 부분을 끝까지 읽지 못했습니다.",
        f"The file is damaged; {part} could not be read to its end.",
        actual=detail,
    )


def without_text() -> Finding:
    """Say that a document was read and holds no text, which a report always does."""
    return Finding(
        "no-text",
        "warning",
        "문서에서 글자를 찾지 못했습니다. 그림만 있거나 손상된 파일일 수 있습니다.",
        "No text was found in the document; it may hold pictures only, or be damaged.",
    )
