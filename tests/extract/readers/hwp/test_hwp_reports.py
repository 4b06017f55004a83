"""Real reports: each format against the other, and against a second reader of HWP."""

import html
import importlib
import random
import re
import time
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from extract.document import Document
from extract.errors import EncryptedError, InputError
from extract.readers import hwp, hwpx, pdf
from extract.readers.options import ReadOptions

REPORTS = Path(__file__).parents[4].parent / "shared" / "reports"
pytestmark = pytest.mark.skipif(not REPORTS.exists(), reason="needs ../shared/reports")

ORACLE = (
    "korean-language-institute-2022.hwp",
    "moef-press-2024q1.hwp",
    "moef-press-2024q1.hwpx",
    "seocho-council-2026-distribution.hwpx",
    "geumcheon-2019.hwpx",
    "seoul-river-km-2026.hwpx",
    "seoul-sewoon-2026.hwpx",
)
_IGNORED = re.compile(r"[\s\ue000-\uf8ff\U000f0000-\U0010ffff]")
_MARKUP = re.compile(r"\s|<[^>]*>|\$[^$]*\$|\*\*")

Cells = Counter[tuple[int, int, int, int, str]]


def read(name: str, password: str | None = None) -> Document:
    data = (REPORTS / name).read_bytes()
    reader = hwpx if data.startswith(b"PK") else hwp
    return reader.read(data, ReadOptions(password=password))


def plain(text: str) -> str:
    return _IGNORED.sub("", unicodedata.normalize("NFC", text))


def own_cells(document: Document) -> Cells:
    """Every cell with text of its own, that of nested tables left out."""
    found: Cells = Counter()
    for table in document.tables():
        for cell in table.cells:
            text = document.text[cell.start : cell.end]
            for nested in reversed(cell.tables):
                text = text[: nested.start - cell.start] + text[nested.end - cell.start :]
            found[cell.row, cell.column, cell.row_span, cell.column_span, plain(text)] += 1
    return found


def oracle_cells(path: Path) -> Cells:
    tables = importlib.import_module("dochan.model.table")
    paragraphs = importlib.import_module("dochan.model.document")
    found: Cells = Counter()
    waiting = [each for part in second_reader(path).doc.sections for each in part.elements]
    while waiting:
        element = waiting.pop()
        if isinstance(element, tables.Table):
            if element.rows and plain(element.rows[0][0].text) == "범주":
                continue  # the data of a chart, which that reader shows as a table
            for row, line in enumerate(element.rows):
                for column, cell in enumerate(line):
                    if cell is None or cell.is_merged_away:
                        continue
                    own = [p for p in cell.paragraphs if isinstance(p, paragraphs.Paragraph)]
                    waiting += [
                        p for p in cell.paragraphs if not isinstance(p, paragraphs.Paragraph)
                    ]
                    text = plain("".join(run.text for p in own for run in p.runs))
                    found[row, column, cell.row_span, cell.col_span, text] += 1
        elif hasattr(element, "paragraphs"):
            waiting += element.paragraphs
    return found


def second_reader(path: Path):  # type: ignore[no-untyped-def]  # noqa: ANN201 - has no types
    return pytest.importorskip("dochan").Dochan(str(path))


@pytest.mark.slow
@pytest.mark.parametrize("name", ORACLE)
def test_cells_are_those_of_a_second_reader(name: str) -> None:
    ours = own_cells(read(name))
    theirs = oracle_cells(REPORTS / name)
    filled = {cell: count for cell, count in ours.items() if cell[4]}
    same = sum(min(count, theirs[cell]) for cell, count in filled.items())
    expected = sum(count for cell, count in theirs.items() if cell[4])
    assert same / max(sum(filled.values()), expected) >= 0.9995


@pytest.mark.slow
def test_reading_takes_a_third_of_the_time_of_a_second_reader() -> None:
    ours = theirs = 0.0
    for name in ORACLE:
        times = []
        for work in (lambda name=name: read(name), lambda name=name: second_reader(REPORTS / name)):
            best = float("inf")
            for _ in range(3):
                begun = time.process_time()
                work()
                best = min(best, time.process_time() - begun)
            times.append(best)
        ours, theirs = ours + times[0], theirs + times[1]
    assert ours <= theirs / 3


def test_a_report_laid_out_from_text_reads_as_that_text() -> None:
    def lines(text: str) -> list[str]:
        kept = (
            _MARKUP.sub("", html.unescape(line)).replace("m^2", "㎡") for line in text.split("\n")
        )
        return [line for line in kept if line]

    document = read("geumcheon-2019.hwpx")
    source = (REPORTS / "geumcheon-2019.txt").read_text(encoding="utf-8")
    assert lines(document.text) == lines(source)


def test_two_formats_of_a_report_hold_the_same_cells_and_paragraphs() -> None:
    first, second = read("moef-press-2024q1.hwp"), read("moef-press-2024q1.hwpx")
    assert own_cells(first) == own_cells(second)
    assert first.text == second.text
    assert first.blocks == second.blocks


def test_a_distribution_document_under_a_wrong_name_gives_its_table() -> None:
    document = read("seocho-council-2026-distribution.hwpx")
    cells = {document.cell_text(cell) for table in document.tables() for cell in table.cells}
    assert {"131,200", "43,200", "3,600,000원 × 12월"} <= cells
    assert document.complete


@pytest.mark.parametrize("name", ["locked-12345.hwp", "locked-123456.hwpx"])
def test_a_locked_file_says_so(name: str) -> None:
    for password in (None, "wrong"):
        with pytest.raises(EncryptedError):
            read(name, password)


def test_a_password_opens_a_package() -> None:
    document = read("locked-123456.hwpx", "123456")
    assert document.complete
    assert "글 97" in document.text


@pytest.mark.parametrize("name", ORACLE)
def test_a_sound_file_raises_no_doubt(name: str) -> None:
    assert read(name).findings == ()


@pytest.mark.parametrize("name", ORACLE)
def test_every_place_points_at_its_words(name: str) -> None:
    document = read(name)
    assert len(document.text) == len(document.view)
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.start <= block.end
        ends.append(block.end)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["korean-language-institute-2022.hwp", "seoul-sewoon-2026.hwpx"])
def test_no_damage_changes_the_text_in_silence(name: str) -> None:
    data = (REPORTS / name).read_bytes()
    reader = hwpx if data.startswith(b"PK") else hwp
    sound = reader.read(data, ReadOptions()).text
    chance = random.Random(11)  # noqa: S311 - the same mutations every time
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 32)):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        try:
            document = reader.read(bytes(damaged), ReadOptions())
        except InputError:
            continue
        assert document.text == sound or not document.complete


def test_pages_are_those_of_the_printed_report() -> None:
    """The HWP's saved lines and the PDF made from it; where they are silent, no page is given."""
    saved = read("korean-language-institute-2022.hwp")
    name = "korean-language-institute-2022.pdf"
    printed = pdf.read((REPORTS / name).read_bytes(), ReadOptions())
    places = [at for at, each in enumerate(printed.text) if not _IGNORED.match(each)]
    words = "".join(printed.text[at] for at in places)
    same = 0
    for block in saved.blocks:
        text = _IGNORED.sub("", saved.text[block.start : block.end])[:30]
        page = saved.page(block.start)
        if len(text) < 10 or words.count(text) != 1 or page is None:
            continue
        assert page == printed.page(places[words.index(text)]), text
        same += 1
    assert same > 300
    assert saved.pages is None


def test_pages_are_the_same_in_both_formats() -> None:
    one, other = read("moef-press-2024q1.hwp"), read("moef-press-2024q1.hwpx")
    assert one.pages == other.pages == 9
    assert one.page_starts == other.page_starts
    assert read("seoul-sewoon-2026.hwpx").pages == 5
    assert read("geumcheon-2019.hwpx").pages is None  # written by a program that lays nothing out
