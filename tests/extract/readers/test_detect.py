"""What a file is, by its content; its name never decides."""

import io
import zipfile
from pathlib import Path

import pytest

from extract.errors import (
    DamagedError,
    EmptyFileError,
    EncryptedError,
    InputError,
    UnknownFormatError,
    UnsupportedError,
)
from extract.readers import read
from extract.readers.detect import detect, mismatch

REPORTS = Path(__file__).parents[4] / "shared" / "reports"
KOREAN = "□ 2020년 소요예산 : 101,635천원\n- 사업기간 : 2019.01 ~ 지속 추진\n"


def zipped(**entries: bytes) -> bytes:
    """A ZIP whose entries' names write `/` as `__` and `.` as `_dot_`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as container:
        for name, data in entries.items():
            container.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return stream.getvalue()


READ_AS = [
    (KOREAN.encode(), "txt"),
    (b"\xef\xbb\xbf" + KOREAN.encode(), "txt"),
    (KOREAN.encode("cp949"), "txt"),
    (KOREAN.encode("johab"), "txt"),
    (KOREAN.encode("utf-16"), "txt"),
    (KOREAN.encode("utf-16-le"), "txt"),
    (KOREAN.encode("utf-16-be"), "txt"),
    (KOREAN.encode("utf-32"), "txt"),
    (b"x", "txt"),
    (KOREAN.encode() + b"\x00\x01", "txt"),
    ("<서울시 주요 추진업무>".encode(), "txt"),
    ("본문 <br> 안의 꼬리표와 <ul style='x'>".encode(), "txt"),
    (b"<html><body>1</body></html>", "html"),
    (b"\n  <!DOCTYPE HTML>\n<html>", "html"),
    ("<table border=1><tr><td>예산</table>".encode("cp949"), "html"),
    ("<HTML><BODY>예산".encode("utf-16"), "html"),
    (b'<?xml version="1.0"?><HWPML Version="2.8"><BODY/></HWPML>', "hwpml"),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "pdf"),
    (b"\x00" * 100 + b"%PDF-1.4", "pdf"),
    (zipped(mimetype=b"application/hwp+zip"), "hwpx"),
    (zipped(Contents__section0_dot_xml=b"<x/>"), "hwpx"),
    (zipped(word__document_dot_xml=b"<x/>"), "docx"),
    (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "odt"),
    (zipped(word__document_dot_xml=b"<x/>" * 500)[:200], "docx"),
]

REFUSED = [
    (b"", EmptyFileError),
    (b" \r\n\t\n\x0c", EmptyFileError),
    (b"\xef\xbb\xbf\n", EmptyFileError),
    ("\u3000\n ".encode("cp949"), EmptyFileError),
    (" \n".encode("utf-16"), EmptyFileError),
    (b"\x00" * 5000, EmptyFileError),
    (bytes(range(256)) * 20, UnknownFormatError),
    (b"\x7fELF\x02\x01\x01\x00\x00\x00" + bytes(range(200)), UnknownFormatError),
    (b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05", UnsupportedError),
    (zipped(xl__workbook_dot_xml=b"<x/>"), UnsupportedError),
    (zipped(ppt__presentation_dot_xml=b"<x/>"), UnsupportedError),
    (zipped(a_dot_txt=b"x"), UnsupportedError),
    (b"PK\x03\x04" + b"broken" * 20, DamagedError),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, DamagedError),
    (b"\x89PNG\r\n\x1a\n....", UnsupportedError),
    (b"\xff\xd8\xff\xe0....", UnsupportedError),
    (rb"{\rtf1\ansi", UnsupportedError),
]

SUFFIXES = [
    ("txt", "report.txt", None),
    ("txt", "README", None),
    ("txt", "report.v2", None),
    ("docx", "REPORT.DOCX", None),
    ("hwp", "plan.hwpx", "hwpx"),
    ("hwpx", "plan.HWP", "HWP"),
    ("html", "budget.xls", "xls"),
    ("html", "minutes.doc", "doc"),
    ("txt", "report.pdf", "pdf"),
]


@pytest.mark.parametrize(("data", "expected"), READ_AS)
def test_content_names_the_format(data: bytes, expected: str) -> None:
    assert detect(data, "report.bin") == expected


@pytest.mark.parametrize(("data", "error"), REFUSED)
def test_what_can_not_be_read_says_why(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error) as caught:
        detect(data, "report.txt")
    assert "report.txt" in caught.value.message("ko")
    assert type(caught.value) is error


@pytest.mark.parametrize(("found", "name", "suffix"), SUFFIXES)
def test_a_wrong_suffix_is_a_finding(found: str, name: str, suffix: str | None) -> None:
    finding = mismatch(found, name)
    assert (finding and finding.actual) == (suffix and suffix.lower())


def test_the_mismatch_reaches_the_document() -> None:
    document = read(KOREAN.encode(), "plan.hwp")
    assert [finding.rule for finding in document.findings] == ["format-mismatch"]
    assert document.format == "txt"


def test_every_name_gives_the_same_text() -> None:
    names = ["a.txt", "a", "a.hwp", "a.PDF", "예산.docx", ".txt", "a.", ""]
    assert len({read(KOREAN.encode(), name).text for name in names}) == 1


@pytest.mark.skipif(not REPORTS.exists(), reason="the real reports are not here")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("geumcheon-2019.txt", "txt"),
        ("yeongam-2001-boxes.cp949.txt", "txt"),
        ("geumcheon-2019.hwpx", "hwpx"),
        ("geumcheon-2019.docx", "docx"),
        ("geumcheon-2019.pdf", "pdf"),
        ("korean-language-institute-2022.hwp", "hwp"),
        ("seocho-council-2026-distribution.hwpx", "hwp"),
        ("locked-12345.hwp", "hwp"),
        ("locked-123456.hwpx", "hwpx"),
    ],
)
def test_real_files(name: str, expected: str) -> None:
    assert detect((REPORTS / name).read_bytes(), name) == expected


@pytest.mark.skipif(not REPORTS.exists(), reason="the real reports are not here")
def test_a_locked_hwp_3_says_what_it_is() -> None:
    name = "locked-123456-hwp3.hwp"
    with pytest.raises((UnsupportedError, EncryptedError)) as caught:
        detect((REPORTS / name).read_bytes(), name)
    assert "HWP 3" in caught.value.detail
