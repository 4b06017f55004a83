"""A second reading of the figures, with pdfplumber: where two engines differ, one of them is wrong.

It takes more than ten times as long as reading, so only who asks for it gets it.
"""

from collections import Counter
from collections.abc import Sequence
from io import BytesIO

from extract.findings import Finding
from extract.readers.composer import SeenTable
from extract.readers.options import ReadOptions
from extract.readers.pdf.lines import Line
from extract.readers.pdf.page import Page

__all__ = ["doubtful_figures"]


def doubtful_figures(data: bytes, pages: Sequence[Page], options: ReadOptions) -> list[Finding]:
    """Return a finding for each page on which the two engines read other digits.

    Digits are counted rather than numbers: engines part numbers at other blanks, but none may gain or lose
    a digit.

    Args:
        data: The file's bytes, which the first engine could read: it refuses what would exhaust the second.
        pages: What the first engine read.
        options: As for reading.
    """
    import pdfplumber  # noqa: PLC0415 - slow to load, and only needed here

    found: list[Finding] = []
    with pdfplumber.open(BytesIO(data), password=options.password or "") as second:
        for number, (page, other) in enumerate(zip(pages, second.pages, strict=False), 1):
            if page.unread:
                continue
            ours, theirs = _digits(_text(page)), _digits(other.dedupe_chars().extract_text() or "")
            other.close()
            if ours != theirs:
                found.append(_finding(number, ours, theirs))
    return found


def _digits(text: str) -> Counter[str]:
    return Counter(each for each in text if each.isascii() and each.isdigit())


def _text(page: Page) -> str:
    return "\n".join(
        item.text if isinstance(item, Line) else _table_text(item.seen) for item in page.items
    )


def _table_text(seen: SeenTable) -> str:
    return "\n".join(
        part if isinstance(part, str) else _table_text(part)
        for cell in seen.cells
        for part in cell.content
    )


def _finding(page: int, ours: Counter[str], theirs: Counter[str]) -> Finding:
    more, less = ours - theirs, theirs - ours
    return Finding(
        "figures-differ",
        "warning",
        f"{page}쪽의 숫자를 두 가지 방법으로 읽은 결과가 다릅니다.",
        f"Two ways of reading the figures of page {page} differ.",
        expected="".join(sorted(less.elements())),
        actual="".join(sorted(more.elements())),
    )
