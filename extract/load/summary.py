"""How a load went."""

from dataclasses import dataclass, field
from typing import NamedTuple

from extract.errors import ExitCode

__all__ = ["Refused", "Summary"]


class Refused(NamedTuple):
    """A report that a database can't hold as it is.

    Attributes:
        source_file: Its file's name.
        place: `table.column`.
        reason: What the database can't hold.
    """

    source_file: str
    place: str
    reason: str


@dataclass(slots=True)
class Summary:
    """Counts of a load.

    Attributes:
        loaded: Reports that are new or changed.
        unchanged: Reports that were there already, to the letter.
        rows: Rows written.
        removed: Reports that the source brought before and has no longer.
        refused: Reports that the database can't hold; they are left out as a whole.
    """

    loaded: int = 0
    unchanged: int = 0
    rows: int = 0
    removed: int = 0
    refused: list[Refused] = field(default_factory=list)

    @property
    def exit_code(self) -> ExitCode:
        """What the command returns."""
        return ExitCode.SOME_FAILED if self.refused else ExitCode.OK
