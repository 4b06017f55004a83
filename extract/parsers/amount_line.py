"""A statement whose amounts are read, with what is known of it."""

from typing import NamedTuple

from extract.outline import Outline, Section, Statement
from extract.parsers.kinds import kind_at
from extract.parsers.labels import Labelled

__all__ = ["AmountLine"]


class AmountLine(NamedTuple):
    """The statement whose amounts are read: its place in the outline, itself, its section, its label."""

    outline: Outline
    at: int
    statement: Statement
    section: Section | None
    labelled: Labelled | None

    @property
    def tells_the_whole(self) -> bool:
        """Whether the line tells of the whole project, as one of its overview does."""
        return self.section is None or kind_at(self.outline, self.at, self.section) == "overview"
