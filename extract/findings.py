"""A finding: a doubt about the reading, or a fault of the report itself, with its place.

Every stage makes findings; none changes a record because of one. The rule names are fixed: people filter on
them. A new rule is a new function that yields findings where its idea lives (readers, structure, audit).
"""

from typing import Literal, NamedTuple

__all__ = ["Finding", "Severity", "Span"]

Severity = Literal["error", "warning", "info"]
"""`error`: the report contradicts itself. `warning`: look at it. `info`: good to know."""


class Span(NamedTuple):
    """A half-open range of Unicode code points in the report's text."""

    start: int
    end: int


class Finding(NamedTuple):
    """One doubt, in one sentence, with the places it is about.

    Attributes:
        rule: Fixed name, `lower-case-with-dashes`.
        severity: See `Severity`.
        korean: The message, one plain sentence.
        english: The same in English.
        expected: What should stand there, or empty.
        actual: What stands there, or empty.
        span: Where to look first, or None for the report as a whole.
        places: All cells or words involved, in the order of the message.
    """

    rule: str
    severity: Severity
    korean: str
    english: str
    expected: str = ""
    actual: str = ""
    span: Span | None = None
    places: tuple[Span, ...] = ()
