"""A dated value at its place becomes an event: project, section, status and actor filled in."""

from extract.findings import Span
from extract.outline import Outline, ProjectNode, Section
from extract.parsers.offices import actor_of
from extract.parsers.stamps import Stamp
from extract.parsers.status import StatusOf
from extract.records import Event, EventKind

__all__ = ["make_event"]


def make_event(
    outline: Outline,
    stamp: Stamp,
    kind: EventKind,
    text: str,
    section: Section | None,
    status: StatusOf,
    project: ProjectNode | None = None,
) -> Event:
    """Make the event of `stamp`; `text` says what happens. Without `project` its place tells whose it is."""
    project = project or outline.project_at(stamp.start)
    period = stamp.period
    return Event(
        project.path if project else "",
        section.title if section else "",
        kind,
        outline.document.text[stamp.start : stamp.end],
        period.edtf,
        period.start,
        period.end,
        period.precision,
        period.approximate,
        period.ongoing,
        stamp.recurrence,
        status.of(period, section),
        text,
        actor_of(text),
        Span(stamp.start, stamp.end),
    )
