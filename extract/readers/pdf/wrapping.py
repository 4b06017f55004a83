"""Lines that go on: a sentence that the margin cut is one paragraph again.

    - 마을외부공간 정비, 주민공동이용시설 공사 502|      the line is full to the margin, and the next one
    백만원, 설계용역 62백만원                     |      begins with no mark of its own

Whether a blank or a word was cut can't be seen on the page; a blank is put there, as a line end would be read.
"""

import re
from itertools import pairwise
from typing import Final

from extract.readers.pdf.lines import Line

__all__ = ["in_cell", "in_column"]

_OWN_START: Final = re.compile(
    r"[□■▢▣○●◎ㅇ◦o◇◆❖▪▫▶▷▹▸►※*★☆◈☞✔⇒→•·∙‣\-–—―∘<〈《【\[「『(\uf000]"
    r"|[①-⑳❶-❿㉠-㉻Ⅰ-Ⅻ]"
    r"|\d{1,2}[.)](?!\s?\d)|\d{1,2}-\d{1,2}\.|[가-하][.)]\s"
    r"|['’‘´`′]\s?\d\d|20\d\d"
)
"""How a statement of its own begins: with a mark, a number, a bracket or a year."""

_LABEL: Final = re.compile(r"[^:：,.()]{1,12}[:：]")
_CUT_DATE: Final = re.compile(r"(?:[~∼～〜]|[.~∼～〜]\s?\d{1,2}\s?\.)$")
_REST_OF_DATE: Final = re.compile(r"\d{1,2}\s?(?:\.(?!\s*[가-힣])|월|일)")
_FIGURES: Final = re.compile(r"[\d,.%△▲▽()\[\]\s+–-]++")

CLOSE: Final = 1.0
"""Lines of one paragraph stand closer together than this many line heights."""

SYLLABLE: Final = 1.25
"""A line is full where no further syllable (in type sizes, with its space) found room."""


def in_column(lines: list[Line], right: float) -> list[Line]:
    """Join the lines of running text that end at the margin `right` and go on below."""
    return _joined(lines, right, words=True)


def in_cell(lines: list[Line], right: float) -> list[Line]:
    """Join the lines of a cell that fill it up to its edge `right`, and dates that it cut."""
    return _joined(lines, right, words=False)


def _joined(lines: list[Line], right: float, *, words: bool) -> list[Line]:
    if len(lines) < 2:
        return lines
    joined = [lines[0]]
    for above, line in pairwise(lines):
        if _goes_on(above, line, right, words=words):
            last = joined[-1]
            joined[-1] = last._replace(
                text=f"{last.text} {line.text}",
                right=max(last.right, line.right),
                bottom=line.bottom,
            )
        else:
            joined.append(line)
    return joined


def _goes_on(above: Line, line: Line, right: float, *, words: bool) -> bool:
    if not above.size * 0.87 <= line.size <= above.size * 1.15:
        return False
    if line.top - above.bottom > CLOSE * (above.bottom - above.top) or line.top < above.top + 2:
        return False
    if _CUT_DATE.search(above.text) and _REST_OF_DATE.match(line.text):
        return True
    if _OWN_START.match(line.text) or _LABEL.match(line.text):
        return False
    if _FIGURES.fullmatch(above.text) and _FIGURES.fullmatch(line.text):
        return False
    room = right - above.right
    if words:
        if line.left < above.left - above.size:
            return False
        first = line.text.split(" ", 1)[0]
        width = (line.right - line.left) * len(first) / len(line.text)
        return room < max(width, above.size * SYLLABLE) and above.right - above.left > right / 2
    return room < above.size * SYLLABLE
