"""ZIP entries packed in a way that no reader of ours unpacks (Deflate64, as some archivers write)."""

import io
import zipfile

import pytest

from extract.errors import DamagedError, InputError, UnsupportedError
from extract.readers import read
from extract.readers.detect import detect

DEFLATE64 = (9).to_bytes(2, "little")
HEADERS = ((b"PK\x03\x04", 8, 30), (b"PK\x01\x02", 10, 46))
"""Of an entry and of its row in the directory: how each begins, where its method stands, where its name."""
ENTRIES = {
    "hwpx": ("mimetype", "Contents/section0.xml"),
    "docx": ("[Content_Types].xml", "word/document.xml"),
}


def packed(names: tuple[str, ...], odd: str) -> bytes:
    """A ZIP whose entry `odd` says that it is packed with Deflate64."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as container:
        for name in names:
            container.writestr(name, "application/hwp+zip" if name == "mimetype" else "<a/>")
    data = bytearray(stream.getvalue())
    for begins, method, named in HEADERS:
        at = data.find(begins)
        while at >= 0:
            if data.startswith(odd.encode(), at + named):
                data[at + method : at + method + 2] = DEFLATE64
            at = data.find(begins, at + 1)
    return bytes(data)


def test_the_kind_is_known_without_what_cannot_be_unpacked() -> None:
    assert detect(packed(ENTRIES["hwpx"], "mimetype"), "report.hwpx") == "hwpx"


@pytest.mark.parametrize(
    ("kind", "odd", "error"),
    [
        ("docx", "word/document.xml", UnsupportedError),
        ("hwpx", "Contents/section0.xml", DamagedError),
    ],
)
def test_the_text_itself(kind: str, odd: str, error: type[InputError]) -> None:
    with pytest.raises(error) as refused:
        read(packed(ENTRIES[kind], odd), f"report.{kind}")
    assert "다시 저장" in refused.value.message("ko") or "저장하세요" in refused.value.message("ko")
