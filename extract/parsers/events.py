"""A dated value at its place becomes an event: project, section, status and actor filled in."""

from typing import Final

from extract.findings import Span
from extract.outline import Outline, ProjectNode, Section
from extract.parsers.offices import actor_of
from extract.parsers.stamp import Stamp
from extract.parsers.status import StatusOf
from extract.records import Event, EventKind

__all__ = ["make_event"]

_new: Final = (
    tuple.__new__
)  # a report has hundreds of events, and this costs half of calling the class


def make_event(
    outline: Outline,
    stamp: Stamp,
    kind: EventKind,
    text: str,
    section: Section | None,
    status: StatusOf,
    project: ProjectNode | None = None,
    row: int | None = None,
) -> Event:
    """Make the event of `stamp`; `text` says what happens. Without `project` its place tells whose it is.

    `row` is where the row stands that the event is told in, if its date stands elsewhere.
    """
    project = project or outline.project_at(stamp.start)
    start, end, period, recurrence, _, _, _ = stamp
    first, last, edtf, precision, approximate, ongoing, _, _ = period
    return _new(
        Event,
        (
            project.path if project else "",
            section.title if section else "",
            kind,
            outline.document.text[start:end],
            edtf,
            first,
            last,
            precision,
            approximate,
            ongoing,
            recurrence,
            status.of(period, section),
            text,
            actor_of(text),
            _new(Span, (start, end)),
            row,
        ),
    )
