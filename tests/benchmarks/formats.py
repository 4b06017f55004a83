"""Each format to records, against libraries that only read the format."""

from collections.abc import Sequence
from typing import Final

from tests.benchmarks.expressions import OURS
from tests.benchmarks.inputs import file_of
from tests.benchmarks.tables import Table, ratio
from tests.benchmarks.workers import Item, Reader, ask_in_turn

__all__ = ["run"]

FILES: Final = "tests.benchmarks.peers.files"
BOGOSEO: Final = Reader("bogoseo: audited records", OURS, "records", ours=True)
DOCHAN: Final = Reader("dochan: Markdown", FILES, "dochan")
KORDOC: Final = Reader("kordoc: Markdown", "tests/benchmarks/peers/kordoc.mjs", "kordoc")
KREUZBERG: Final = Reader("kreuzberg: text", FILES, "kreuzberg")
UNHWP: Final = Reader("unhwp: Markdown", FILES, "unhwp")

FORMATS: Final = {
    "PDF": (
        ("geumcheon-2019.pdf", "busan-park-2025.pdf"),
        (
            BOGOSEO,
            Reader("pypdfium2: bare text", FILES, "pypdfium2"),
            Reader("pdfplumber: text and tables", FILES, "pdfplumber"),
            KREUZBERG,
            DOCHAN,
            KORDOC,
        ),
        2,
    ),
    "HWPX": (
        ("geumcheon-2019.hwpx", "seoul-sewoon-2026.hwpx"),
        (BOGOSEO, UNHWP, KREUZBERG, DOCHAN, KORDOC),
        5,
    ),
    "HWP": (
        ("korean-language-institute-2022.hwp", "moef-press-2024q1.hwp"),
        (BOGOSEO, UNHWP, KREUZBERG, DOCHAN, KORDOC),
        5,
    ),
    "DOCX": (
        ("geumcheon-2019.docx", "korea-univ-rfp-2024.docx"),
        (BOGOSEO, Reader("python-docx: text", FILES, "python_docx"), KREUZBERG, DOCHAN, KORDOC),
        5,
    ),
}
"""Format -> its files, the readers, and how many rounds they take in turn."""


def run() -> list[Table]:
    """A table a format; none where the reports are not here."""
    tables = []
    for name, (files, readers, rounds) in FORMATS.items():
        here = [file for file in files if file_of(file)]
        if here:
            tables.append(_table(name, here, readers, rounds))
    return tables


def _table(name: str, files: Sequence[str], readers: Sequence[Reader], rounds: int) -> Table:
    times: dict[str, dict[Reader, float | None]] = {}
    for file in files:
        items: tuple[Item] = ({"path": str(file_of(file))},)
        found = ask_in_turn(dict.fromkeys(readers, items), rounds)
        times[file] = {each: answered and answered.seconds for each, answered in found.items()}
    rows: list[tuple[str | float | None, ...]] = []
    for reader in readers:
        row: list[str | float | None] = [reader.label]
        for file in files:
            each = times[file][reader]
            row += [1000 * each if each else "no answer", ratio(each, times[file][BOGOSEO])]
        rows.append(tuple(row))
    heads = ["reader", *(head for file in files for head in (f"{file}, ms", "time"))]
    how = (
        "The others stop at text or Markdown; ours goes on to records and their audit. "
        f"CPU time over all threads, warm, best of {rounds} rounds in turn."
    )
    return Table(f"{name} to records", how, tuple(heads), rows)
