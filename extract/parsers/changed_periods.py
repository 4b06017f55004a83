"""The period of a project that was changed: the one that holds is the last.

사업기간 : (당초) 2023. 6. 1. ~ 2024. 7. 31. (연장) ~ 2024. 9. 30.        from 2023. 6. 1. to 2024. 9. 30.
사업기간 : (당초) 2023 ~ 2025 → (변경) 2023 ~ 2026                      2023 to 2026
"""

import re
from collections.abc import Sequence
from typing import Final

from extract.findings import Span
from extract.outline import Outline
from extract.records import Event

__all__ = ["with_change"]

_REACH: Final = 16
_CHANGED: Final = re.compile(r"[.\s),년]*(?:→|⇒|▷|▸)?\s*[(\[]?\s*(?:변경|연장|조정)\s?[:)\]]?\s*")


def with_change(outline: Outline, period: Event | None, events: Sequence[Event]) -> Event | None:
    """The period as the words right behind it change it; `events` are the project's periods, in order."""
    for event in events:
        if period and 0 <= event.span.start - period.span.end <= _REACH:
            between = outline.document.view[period.span.end : event.span.start]
            if _CHANGED.fullmatch(between):
                period = _changed(outline, period, event)
    return period


def _changed(outline: Outline, period: Event, change: Event) -> Event:
    if change.start or not change.end or not period.start:
        return change
    span = Span(period.span.start, change.span.end)
    first, last = period.edtf.split("/", 1)[0], change.edtf.rsplit("/", 1)[-1]
    return period._replace(
        date_raw=outline.document.text[span.start : span.end],
        edtf=f"{first}/{last}",
        end=change.end,
        ongoing=False,
        span=span,
    )
