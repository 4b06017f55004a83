"""Whatever is wrong with a file, it is read, read in part with a finding, or refused with our error."""

import random
import struct
from collections.abc import Callable

import pytest

from extract.errors import InputError
from extract.readers import hwp, hwpx
from extract.readers.options import ReadOptions
from tests.extract.readers import hwp_files as files
from tests.extract.readers.hwp_files import (
    cell,
    extended,
    list_header,
    para,
    paragraph,
    record,
    section,
    table,
    table_cell,
    table_control,
    units,
)

ROUNDS = 300


def body() -> bytes:
    """A section with one of each kind of control."""
    note = record(71, 1, b"  nf") + list_header(2) + para(2, "주석")
    box = record(71, 1, b" osg") + record(76, 2) + list_header(3) + para(3, "상자")
    cells = [
        table_cell(2, row, column, f"{row}{column}") for row in range(3) for column in range(3)
    ]
    text = units("앞") + extended(17, b"fn  ") + extended(11, b"gso ") + extended(11, b"tbl ")
    deleted = record(70, 1, struct.pack("<3I", 0, 1, 0x11 << 24))
    return b"".join(
        para(0, text + units(f"뒤 {n}")) + deleted + note + box + table_control(1, 3, 3, cells)
        for n in range(6)
    )


def turned(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 24)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def shortened(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def odd_xml() -> str:
    cells = [
        cell(row, column, f"{row}{column}", (row, column))
        for row in range(3)
        for column in range(3)
    ]
    return section(*[paragraph(table(3, 3, cells)) + paragraph(f"{n}. 사업") for n in range(6)])


HWP = files.hwp(body(), docinfo=record(96, 0))
HWPX = files.hwpx(odd_xml())
CASES: dict[str, Callable[[random.Random], None]] = {
    "hwp, whole file": lambda chance: refuse_or_read(hwp.read, turned(HWP, chance)),
    "hwp, cut": lambda chance: refuse_or_read(hwp.read, shortened(HWP, chance)),
    "hwp, records": lambda chance: refuse_or_read(
        hwp.read, files.hwp(turned(body(), chance), docinfo=turned(record(96, 0), chance))
    ),
    "hwpx, whole file": lambda chance: refuse_or_read(hwpx.read, turned(HWPX, chance)),
    "hwpx, cut": lambda chance: refuse_or_read(hwpx.read, shortened(HWPX, chance)),
    "hwpx, section": lambda chance: refuse_or_read(
        hwpx.read,
        files.hwpx("", parts={"Contents/section0.xml": turned(odd_xml().encode(), chance)}),
    ),
}


def refuse_or_read(read: Callable[..., object], data: bytes) -> None:
    try:
        document = read(data, ReadOptions())
    except InputError:
        return
    text, complete = document.text, document.complete  # type: ignore[attr-defined]  # a module of either reader
    assert text or not complete


@pytest.mark.parametrize("name", CASES)
def test_every_mutation_is_read_or_refused(name: str) -> None:
    chance = random.Random(7)  # noqa: S311 - the same mutations every time
    for _ in range(ROUNDS):
        CASES[name](chance)
