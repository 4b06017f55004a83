"""Addresses of objects: `s3://bucket/folder/report.hwp`, `gs://…`."""

import re
from typing import Final, NamedTuple

from extract.errors import UsageError

__all__ = ["SCHEMES", "Address", "is_address", "parse"]

SCHEMES: Final = {"s3": "S3Store", "s3a": "S3Store", "gs": "GCSStore"}
"""Scheme -> class of `obstore.store`. NAVER, KT, NHN Cloud and MinIO speak S3."""

_ADDRESS: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*+)://([^/]*+)/*+(.*+)", re.DOTALL)


class Address(NamedTuple):
    """Where objects are.

    Attributes:
        scheme: A key of `SCHEMES`.
        bucket: Name of the bucket.
        key: The object or the folder inside it, without slashes around it.
    """

    scheme: str
    bucket: str
    key: str

    def __str__(self) -> str:
        return "/".join(filter(None, (f"{self.scheme}://{self.bucket}", self.key)))


def is_address(text: str) -> bool:
    """Tell whether `text` names something elsewhere, and no file.

    >>> is_address("s3://archive/2024"), is_address("reports/a.hwp"), is_address("C:/a.hwp")
    (True, False, False)
    """
    return _ADDRESS.fullmatch(text) is not None


def parse(text: str) -> Address:
    """Return the address that `text` is.

    A key is taken as it is: `*` and `%20` stand for themselves.

    Raises:
        UsageError: Nothing of the kind can be read.

    >>> parse("s3://archive/2024/보고서 #1.hwp").key
    '2024/보고서 #1.hwp'
    >>> str(parse("gs://archive//2024/"))
    'gs://archive/2024'
    """
    match = _ADDRESS.fullmatch(text)
    if match is None or match[1].lower() not in SCHEMES or not match[2]:
        raise UsageError(text, ", ".join(f"{scheme}://BUCKET/…" for scheme in SCHEMES))
    return Address(match[1].lower(), match[2], match[3].rstrip("/"))
