"""A part of the report that is one project, as its title and sections show it."""

from typing import NamedTuple

__all__ = ["Unit"]


class Unit(NamedTuple):
    """A part of the report that is one project.

    Attributes:
        start: Offset of its title, or of its first section.
        section: Offset of its first section.
        number: The number in front of its title (`1-1`, `2`), or empty.
        name: Its title, or empty.
        status: `계속`, `신규` behind the title, or empty.
        plain: The title is a line without a number: surer with a list that holds it.
        end: Offset behind it where that is known (a single □), else 0.
        inner: It is a programme, (1) or 1), inside the project in front of it.
    """

    start: int
    section: int
    number: str
    name: str
    status: str
    plain: bool
    end: int = 0
    inner: bool = False
