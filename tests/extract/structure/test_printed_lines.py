"""Printed lines (indentation, type size) -> how many statements they make. A new habit gets a row here."""

import pytest

from extract.document import Document, Paragraph
from extract.structure.statements import read_statements

Lines = list[tuple[str, float, float]]

LINES: list[tuple[str, Lines, int]] = [
    (
        "a line goes on in the same size",
        [("- 여자 화장실을 늘리고 난간을 세우며 오르간을 놓고", 2.5, 15), ("사인물을 만듦", 4, 15)],
        1,
    ),
    (
        "a smaller line that begins with a bracket",
        [
            ("- 난간 설치('25.5.), 오르간 설치('25.2.), 사인물", 2.5, 15),
            ("('25.4.) 및 가구('25.6.) 제작", 4, 13),
        ],
        1,
    ),
    (
        "a smaller line behind a comma",
        [
            ("ㅇ 예술로 여는 역사('25.3.~8.), 항쟁('25.10.~11.),", 0.9, 15),
            ("보물('25.12.~'26.2.)", 4, 11),
        ],
        1,
    ),
    ("a smaller line of its own", [("ㅇ 예술로 여는 역사", 0.9, 15), ("보물 전시", 4, 11)], 2),
    ("a note in brackets", [("ㅇ 예술로 여는 역사", 0.9, 15), ("(단위 : 명)", 4, 11)], 2),
]


@pytest.mark.parametrize(
    ("lines", "count"), [row[1:] for row in LINES], ids=[row[0] for row in LINES]
)
def test_statements(lines: Lines, count: int) -> None:
    text = "\n".join(words for words, _, _ in lines)
    blocks = []
    start = 0
    for words, indent, size in lines:
        end = start + len(words)
        blocks.append(Paragraph(start, end, indent=indent, size=size))
        start = end + 1
    assert len(read_statements(Document("pdf", text, text, tuple(blocks)))) == count
