"""Saying how a text was read: for `--explain`, for bug reports, for whoever adds a spelling."""

from datetime import date

from normalize.dates.damage import repaired
from normalize.dates.find import find_dates
from normalize.dates.scan import scan_dates
from normalize.dates.tokens import tokenize
from normalize.dates.values import DateReading
from normalize.folding import fold

__all__ = ["explain_dates"]


def explain_dates(text: str, *, year: int | None = None, today: date | None = None) -> str:
    """One line for each stretch that looks like a date: its place, rule, tokens, and what came of it.

    Args:
        text: A line, a cell or a page.
        year: As in `read_dates`.
        today: As in `read_dates`.

    >>> print(explain_dates("개소 2019.07.17. (2020. 2. 30.)"))
    3-14 '2019.07.17.' [Y.N.N.] point -> 2019-07-17
    16-28 '2020. 2. 30.' [Y.N.N.] refused
    """
    folded = fold(text)
    readings = find_dates(text, year=year, today=today)
    lines = [(reading.start, _read_line(reading, folded)) for reading in readings]
    lines.extend(
        (start, f"{_place(start, end, folded)} refused")
        for start, end in scan_dates(folded)
        if not any(r.start < end and start < r.end for r in readings)
    )
    return "\n".join(line for _, line in sorted(lines))


def _read_line(reading: DateReading, folded: str) -> str:
    said = [value.edtf for value in reading.values]
    if reading.recurrence:
        said.append(reading.recurrence.rrule or reading.recurrence.op)
    if reading.duration:
        said.append(f"{reading.duration.anchor}{reading.duration.iso}")
    return f"{_place(reading.start, reading.end, folded)} {reading.rule} -> {', '.join(said)}"


def _place(start: int, end: int, folded: str) -> str:
    words = folded[start:end]
    return f"{start}-{end} {words!r} [{tokenize(repaired(words)).letters[:-1]}]"
