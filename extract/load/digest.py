"""What a report's rows come to: two loads of the same rows are told by it, from whatever source."""

from hashlib import sha256

from extract.load.schema import latest
from extract.load.tables import STORED, ReportRows

__all__ = ["digest"]


def digest(report: ReportRows) -> str:
    """Return 32 hex digits that stand for all rows of a report and the version of the tables.

    >>> empty = {name: [] for name in STORED}
    >>> one = ReportRows("0" * 16, "가.hwp", empty | {"reports": [["0" * 16, "가.hwp"]]})
    >>> digest(one) == digest(one._replace(tables=empty | {"reports": [["0" * 16, "나.hwp"]]}))
    False
    """
    parts = sha256(str(latest()).encode())
    for name in STORED:
        rows = report.tables[name]
        text = "\x1e".join(map("\x1f".join, rows))
        # A damaged text may hold half a surrogate pair; CSV writes a question mark for it.
        parts.update(f"\x1d{name}\x1d{len(rows)}\x1d{text}".encode("utf-8", "replace"))
    return parts.hexdigest()[:32]
