"""What a report's rows come to: two loads of the same rows are told by it, from whatever source."""

from hashlib import sha256

from extract.load.schema import latest
from extract.load.tables import STORED, ReportRows

__all__ = ["SEPARATOR", "digest", "lines_of"]

SEPARATOR = "\x1f"


def lines_of(report: ReportRows) -> dict[str, str]:
    r"""Return the rows of each table as lines, their cells parted by U+001F.

    >>> empty = {name: [] for name in STORED}
    >>> one = ReportRows("0" * 16, "가.hwp", empty | {"reports": [["0" * 16, "가.hwp"]]})
    >>> lines_of(one)["reports"]
    '0000000000000000\x1f가.hwp'
    """
    return {name: "\n".join(map(SEPARATOR.join, report.tables[name])) for name in STORED}


def digest(lines: dict[str, str]) -> str:
    """Return 32 hex digits that stand for all rows of a report and the version of the tables.

    >>> digest({"reports": "0"}) == digest({"reports": "1"})
    False
    """
    parts = sha256(str(latest()).encode())
    for name, text in lines.items():
        # A damaged text may hold half a surrogate pair; CSV writes a question mark for it.
        parts.update(f"\x1d{name}\x1d{text}".encode("utf-8", "replace"))
    return parts.hexdigest()[:32]
