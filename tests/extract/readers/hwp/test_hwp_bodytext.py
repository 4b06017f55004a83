"""HWP 5: what stands in a section, and how it is laid down."""

import hashlib
import struct

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from extract.document import Document, Paragraph
from extract.errors import EncryptedError
from extract.readers import hwp
from extract.readers.hwp import distribution, encryption
from extract.readers.options import ReadOptions
from tests.extract.readers import hwp_files as files
from tests.extract.readers.hwp_files import (
    counted,
    extended,
    list_header,
    para,
    record,
    table_cell,
    table_control,
    units,
)


def read(body: bytes, docinfo: bytes = b"", flags: int = 1) -> Document:
    return hwp.read(files.hwp(body, docinfo=docinfo, flags=flags), ReadOptions())


def seen(document: Document) -> list[tuple[str, str]]:
    """Role (or `table`) and text of each block."""
    return [
        (
            block.role if isinstance(block, Paragraph) else "table",
            document.text[block.start : block.end],
        )
        for block in document.blocks
    ]


def unit(code: int) -> bytes:
    return struct.pack("<H", code)


def inline(code: int) -> bytes:
    return struct.pack("<H12sH", code, b"\xd8" * 12, code)


def control(name: bytes, data: bytes = b"", level: int = 1) -> bytes:
    return record(71, level, name[::-1] + data)


TEXTS = [
    (units("가") + inline(9) + units("나"), "가\t나"),
    (units("가") + unit(10) + units("나"), "가\n나"),
    (
        units("가") + unit(30) + units("나") + unit(31) + units("다") + unit(24) + units("라"),
        "가 나 다-라",
    ),
    (units("가") + inline(8) + units("나"), "가나"),
    (units("㉠ 𠀋 漢"), "㉠ 𠀋 漢"),
]


@pytest.mark.parametrize(("data", "expected"), TEXTS)
@pytest.mark.parametrize("flags", [0, 1])
def test_text_with_its_controls_deflated_or_not(data: bytes, expected: str, flags: int) -> None:
    assert seen(read(para(0, data), flags=flags)) == [("body", expected)]


APART = [
    (16, b"head", "page-header"),
    (16, b"foot", "page-footer"),
    (17, b"fn  ", "footnote"),
    (17, b"en  ", "endnote"),
    (15, b"tcmt", "hidden"),
    (2, b"secd", "page-header"),
]


@pytest.mark.parametrize(("code", "name", "role"), APART)
@pytest.mark.parametrize("deeper", [0, 1])
def test_what_stands_apart_has_its_role_and_leaves_the_sentence_whole(
    code: int, name: bytes, role: str, deeper: int
) -> None:
    text = units("예산 100") + extended(code, name) + units("천원")
    inside = list_header(2) + para(2 + deeper, "따로")
    body = para(0, text) + control(name, b"\0" * 30) + inside
    assert seen(read(body)) == [("body", "예산 100천원"), (role, "따로")]


def test_a_note_prints_its_number() -> None:
    number = extended(18, b"atno")
    data = struct.pack("<IHHHH", 1, 2, 0, 0, ord(")"))
    note = para(2, number + units(" 잠정치")) + control(b"atno", data, level=3)
    body = para(0, units("본문") + extended(17, b"fn  ")) + control(b"fn  ") + list_header(2) + note
    assert seen(read(body)) == [("body", "본문"), ("footnote", "2) 잠정치")]


def test_a_note_in_a_cell_is_no_part_of_its_value() -> None:
    text = units("1,000") + extended(17, b"fn  ")
    inside = para(2, text) + control(b"fn  ", level=3) + list_header(4) + para(4, "주석")
    body = para(0, extended(11, b"tbl ")) + table_control(1, 1, 1, [table_cell(2, 0, 0, inside)])
    assert seen(read(body)) == [("table", "1,000"), ("footnote", "주석")]


@pytest.mark.parametrize(
    ("side", "order"),
    [(0, ["caption", "table"]), (2, ["caption", "table"]), (3, ["table", "caption"])],
)
def test_a_caption_stands_on_its_side(side: int, order: list[str]) -> None:
    caption = list_header(2, struct.pack("<I", side) + b"\0" * 10) + para(2, "표 1. 재원")
    cells = [table_cell(2, 0, 0, "칸")]
    body = para(0, extended(11, b"tbl ")) + table_control(1, 1, 1, cells, caption)
    assert [role for role, _ in seen(read(body))] == order


def test_a_text_box_stands_where_it_is_anchored_in_a_group_too() -> None:
    box = record(76, 2) + record(76, 3) + list_header(4) + para(4, "상자")
    body = para(0, units("앞") + extended(11, b"gso ") + units("뒤")) + control(b"gso ") + box
    assert seen(read(body)) == [("body", "앞"), ("body", "상자"), ("body", "뒤")]


def test_nested_tables_are_tables_in_cells() -> None:
    inner = table_control(3, 1, 2, [table_cell(4, 0, 0, "안"), table_cell(4, 0, 1, "속")])
    inside = para(2, extended(11, b"tbl ")) + inner
    cells = [
        table_cell(2, 0, 0, "머리", (1, 2)),
        table_cell(2, 1, 0, inside),
        table_cell(2, 1, 1, "끝"),
    ]
    document = read(para(0, extended(11, b"tbl ")) + table_control(1, 2, 2, cells))
    outer, nested = document.tables()
    assert [(c.row, c.column, c.row_span, c.column_span) for c in outer.cells] == [
        (0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1),
    ]  # fmt: skip
    assert [document.cell_text(each) for each in nested.cells] == ["안", "속"]


def test_an_equation_is_text() -> None:
    body = para(0, units("식 ") + extended(11, b"eqed")) + control(b"eqed")
    body += record(88, 2, struct.pack("<I", 0) + counted("a over b"))
    assert seen(read(body)) == [("body", "식 a over b")]


def test_a_control_without_its_character_is_not_lost() -> None:
    body = para(0, "본문") + table_control(1, 1, 1, [table_cell(2, 0, 0, "칸")])
    assert seen(read(body)) == [("body", "본문"), ("table", "칸")]


def test_deleted_text_is_kept_apart() -> None:
    ranges = record(
        70, 1, struct.pack("<3I", 3, 6, 0x11 << 24) + struct.pack("<3I", 6, 8, 0x10 << 24)
    )
    body = para(0, "예산 100200억") + ranges
    tracking = record(96, 0, b"\0" * 26)
    assert seen(read(body, tracking)) == [("body", "예산 200억"), ("deleted", "100")]
    assert seen(read(body)) == [("body", "예산 100200억")]


def test_a_prompt_that_nobody_wrote_over_is_hidden() -> None:
    data = struct.pack("<IB", 0, 0) + counted("Clickhere:set:1:Direction:wstring:5:내용 입력 ")
    for inside, role in (("내용 입력", "hidden"), ("도시재생과", "body")):
        text = extended(3, b"%clk") + units(inside) + inline(4)
        assert seen(read(para(0, text) + control(b"%clk", data))) == [(role, inside)]


def test_numbers_and_bullets_stand_as_printed_with_their_level() -> None:
    heads = [("^1.", 2), ("^2.", 0), ("^3.", 8), ("", 0), ("", 0), ("", 0), ("", 0)]
    numbering = b"".join(
        struct.pack("<IHHI", code << 5, 0, 0, 0) + counted(text) for text, code in heads
    )
    shapes = [(1, 0), (1, 1), (2, 2), (3, 0), (0, 0)]
    docinfo = record(21, 0, b"\0" * 42 + struct.pack("<i", 1600) + b"\0" * 20)
    docinfo += record(23, 0, numbering + b"\0\0" + struct.pack("<7I", 1, 1, 5, 1, 1, 1, 1))
    docinfo += record(24, 0, b"\0" * 12 + units("❏") + b"\0" * 8)
    for kind, level in shapes:
        left = 2000 if kind == 3 else 0
        words = struct.pack("<Iiii", kind << 23 | level << 25, left, 0, -100) + b"\0" * 14
        docinfo += record(25, 0, words + struct.pack("<H", 1))
    section = control(b"secd", b"\0" * 14 + struct.pack("<H", 1))
    body = para(0, extended(2, b"secd") + units("총괄"), 0) + section
    for shape, text in ((1, "현황"), (1, "계획"), (2, "세부"), (3, "항목"), (4, "본문")):
        body += para(0, text, shape)
    document = read(body, docinfo)
    found = [
        (block.depth, document.text[block.start : block.end], block.indent)
        for block in document.blocks
        if isinstance(block, Paragraph)
    ]
    assert found == [
        (1, "Ⅰ. 총괄", 0), (2, "1. 현황", 0), (2, "2. 계획", 0), (0, "마. 세부", 0),
        (0, "❏ 항목", 2), (0, "본문", 0),
    ]  # fmt: skip


def slow_cfb(secret: bytes, data: bytes, *, encrypt: bool) -> bytes:
    """One-bit cipher feedback as the textbook has it, bit by bit."""
    register, out = 0, 0
    engine = Cipher(algorithms.AES(secret), modes.ECB()).encryptor()  # noqa: S305 - as the format has it
    for at in range(8 * len(data)):
        bit = data[at // 8] >> (7 - at % 8) & 1
        turned = bit ^ engine.update(register.to_bytes(16, "big"))[0] >> 7
        register = (register << 1 | (turned if encrypt else bit)) & (1 << 128) - 1
        out = out << 1 | turned
    return out.to_bytes(len(data), "big")


def test_a_password_opens_version_4() -> None:
    mixed = bytes([0xEC << 1 & 0xFF | 0xEC >> 7, ord("k"), ord("k") << 1 & 0xFF, ord("r")])
    secret = hashlib.sha1(mixed, usedforsecurity=False).digest()[:16]
    head = files.hwp(b"", flags=3, version=4)
    streams = {
        "FileHeader": head[512:768],
        "DocInfo": slow_cfb(secret, files.deflated(b""), encrypt=True),
        "BodyText/Section0": slow_cfb(secret, files.deflated(para(0, "비밀 예산")), encrypt=True),
    }
    streams["FileHeader"] = next(
        head[at : at + 256]
        for at in range(512, len(head), 64)
        if head[at:].startswith(b"HWP Document")
    )
    data = files.ole(streams)
    assert hwp.read(data, ReadOptions(password="kr")).text == "비밀 예산\n"  # noqa: S106 - a password of the test itself
    for password in (None, "ko"):
        with pytest.raises(EncryptedError):
            hwp.read(data, ReadOptions(password=password))


def test_decryption_goes_on_over_its_chunks() -> None:
    data = bytes(range(256)) * 3
    whole = encryption.decrypt(b"k" * 16, data)
    assert whole == slow_cfb(b"k" * 16, data, encrypt=False)


def test_a_distribution_document_is_read() -> None:
    text = files.deflated(para(0, "배포용 예산 131,200천원"))
    key, seed = b"0123456789abcdef", 0x1234_5673
    clear = bytearray(256)
    clear[4 + (seed & 0xF) : 20 + (seed & 0xF)] = key
    mask = distribution._mask(seed)
    masked = struct.pack("<I", seed) + bytes(a ^ b for a, b in zip(clear, mask, strict=True))[4:]
    engine = Cipher(algorithms.AES(key), modes.ECB()).encryptor()  # noqa: S305 - as the format has it
    stream = record(28, 0, masked) + engine.update(text.ljust(-(-len(text) // 16) * 16, b"\0"))
    head = files.hwp(b"", flags=5)
    at = head.find(b"HWP Document File")
    data = files.ole(
        {
            "FileHeader": head[at : at + 256],
            "DocInfo": files.deflated(b""),
            "BodyText/Section0": files.deflated(para(0, "배포용 문서입니다")),
            "ViewText/Section0": stream,
        }
    )
    assert hwp.read(data, ReadOptions()).text == "배포용 예산 131,200천원\n"
