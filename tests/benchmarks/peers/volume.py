"""One long report to records in a process of its own: `python -m tests.benchmarks.peers.volume text|pages SIZE`."""

import gc
import json
import re
import resource
import sys
import time
from io import BytesIO
from pathlib import Path

from extract.pipeline import extract_bytes
from tests.benchmarks.inputs import file_of, text_report

AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})++(?![\d.])")
FACTORS = 7


def text(size: int) -> bytes:
    """A report of about so many bytes: copies of one, each with other amounts."""
    once = text_report().read_text(encoding="utf-8")
    copies = size // len(once.encode()) + 1
    whole = "".join(_copy(once, number) for number in range(copies)).encode()
    return whole[:size].rsplit(b"\n", 1)[0] + b"\n"


def _copy(once: str, number: int) -> str:
    if not number:
        return once
    factor = number % FACTORS + 1
    # A multiple keeps the sums right, so that a copy is no other kind of report.
    return AMOUNT.sub(lambda found: f"{int(found[0].replace(',', '')) * factor:,}", once)


def pages(count: int) -> bytes:
    """A PDF of so many pages: those of one report again and again."""
    import pypdfium2

    path = file_of("busan-park-2025.pdf")
    assert path
    source, made = pypdfium2.PdfDocument(path), pypdfium2.PdfDocument.new()
    whole = list(range(len(source)))
    while len(made) < count:
        made.import_pages(source, whole[: count - len(made)])
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def resident() -> int:
    """Bytes of memory in use now."""
    pages_held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages_held * resource.getpagesize()


def main() -> None:
    """Print the seconds of CPU and the peak of memory above what stood there before."""
    kind, size = sys.argv[1], int(sys.argv[2])
    data = text(size) if kind == "text" else pages(size)
    name = "report.txt" if kind == "text" else "report.pdf"
    extract_bytes(text(100_000), "warm.txt")
    gc.collect()
    before = resident()
    start = time.process_time()
    report = extract_bytes(data, name)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before
    found = {
        "seconds": seconds,
        "peak": peak,
        "bytes": len(data),
        "records": len(report.timeline) + len(report.funding),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
