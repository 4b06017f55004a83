"""Bytes to text: every encoding an archive holds, marked or not, whole or damaged."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.readers import read
from extract.readers.encodings import decode, wide_codec

KOREAN = "□ 2020년 소요예산 : 101,635천원(국비 5,000)\n- 사업기간 : 2019.01 ~ 지속 추진\n똠방각하 펲시콜라 쓩\n"

ENCODINGS = [
    (KOREAN.encode(), "utf-8"),
    (codecs.BOM_UTF8 + KOREAN.encode(), "utf-8"),
    (KOREAN.encode("utf-16-le"), "utf-16-le"),
    (codecs.BOM_UTF16_LE + KOREAN.encode("utf-16-le"), "utf-16-le"),
    (KOREAN.encode("utf-16-be"), "utf-16-be"),
    (codecs.BOM_UTF16_BE + KOREAN.encode("utf-16-be"), "utf-16-be"),
    (KOREAN.encode("utf-32-le"), "utf-32-le"),
    (codecs.BOM_UTF32_LE + KOREAN.encode("utf-32-le"), "utf-32-le"),
    (KOREAN.encode("utf-32-be"), "utf-32-be"),
    (codecs.BOM_UTF32_BE + KOREAN.encode("utf-32-be"), "utf-32-be"),
    (KOREAN.encode("cp949"), "cp949"),
    (KOREAN.encode("johab"), "johab"),
]


@pytest.mark.parametrize(("data", "codec"), ENCODINGS)
def test_every_encoding_gives_the_same_text(data: bytes, codec: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.damaged) == (KOREAN, codec, 0)


@pytest.mark.parametrize(("data", "codec"), ENCODINGS)
def test_the_document_records_the_codec(data: bytes, codec: str) -> None:
    document = read(data, "report.txt")
    assert (document.text, document.encoding, document.findings) == (KOREAN, codec, ())


@pytest.mark.parametrize("codec", ["utf-8", "cp949"])
def test_a_damaged_byte_is_counted_and_not_fatal(codec: str) -> None:
    data = KOREAN.encode(codec) * 20
    at = data.index(b"\n") + 3
    document = read(data[:at] + b"\xff" + data[at + 1 :], "report.txt")
    (finding,) = document.findings
    assert document.encoding == codec
    assert (finding.rule, finding.severity) == ("damaged-bytes", "warning")
    assert 1 <= int(finding.actual) <= 3
    assert finding.span is not None
    assert document.line(finding.span.start) == 2
    assert document.text[finding.span.start] == "\ufffd"
    assert document.text.endswith(KOREAN * 18)


def test_wide_text_cut_in_a_character_is_damaged_in_one_place() -> None:
    document = read(KOREAN.encode("utf-16")[:-1], "report.txt")
    assert [finding.rule for finding in document.findings] == ["damaged-bytes"]
    assert document.text[:-2] == KOREAN[:-2]


def test_a_replacement_character_of_the_file_itself_is_no_damage() -> None:
    assert decode("깨진 글자 \ufffd 하나".encode()).damaged == 0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"2020",
        KOREAN.encode(),
        KOREAN.encode("cp949"),
        bytes(range(256)) * 8,
        b"\x00\x01" * 9 + b"\x02\x00" * 9,
    ],
)
def test_bytes_that_are_no_wide_text(data: bytes) -> None:
    assert wide_codec(data) == ""


@settings(derandomize=True, max_examples=200)
@given(st.binary(max_size=400))
def test_no_bytes_make_decoding_fail(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@settings(derandomize=True, max_examples=200)
@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=60))
def test_hangul_survives_utf_8_and_cp949(words: str) -> None:
    assert decode(words.encode()).text == words
    text = f"{words}\n1. 예산 100천원\n"
    assert decode(text.encode("cp949")).text in {text, *_also_utf_8(text)}


def _also_utf_8(text: str) -> list[str]:
    """A few pairs of CP949 syllables happen to be valid UTF-8 too; that reading comes first."""
    try:
        return [text.encode("cp949").decode()]
    except UnicodeDecodeError:
        return []
