"""What the user may ask of the output, and what an output format does."""

from dataclasses import dataclass
from typing import Protocol

from extract.report import Report

__all__ = ["EmitOptions", "Emitter"]


@dataclass(frozen=True, slots=True)
class EmitOptions:
    """Options of writing, the same for every format.

    Attributes:
        language: Of the findings' messages, `ko` or `en`; never taken from the locale.
        bom: Begin CSV files with a byte order mark, without which Excel can't read their Korean.
        part_rows: Rows of a file, where tables are written in parts; 0 for one file a table.
    """

    language: str = "ko"
    bom: bool = True
    part_rows: int = 0


class Emitter(Protocol):
    """Writes the reports of a run in one format."""

    def add(self, report: Report) -> None:
        """Write one report, or its part of a shared file."""

    def close(self) -> None:
        """Finish what the reports share."""
