"""Writing one project: its sections and statements, with the label of each date and amount."""

from dataclasses import dataclass, field, replace
from random import Random

from tests.generator.dates import Written
from tests.generator.habits import Habits
from tests.generator.sheet import Label, Place, Sheet

__all__ = ["Project", "Writer"]


@dataclass(frozen=True)
class Project:
    """What is known of a project before it is written.

    Attributes:
        path: Its `project_path`.
        title: Its number as printed, and its name.
        name: Its name.
        years: First and last year.
        planned: The year that the report plans.
        sources: Who may pay.
        label: What the list and the title say of it.
    """

    path: str
    title: str
    name: str
    years: tuple[int, int]
    planned: int
    sources: tuple[str, ...]
    label: Label = field(default_factory=dict)


@dataclass
class Writer:
    rng: Random
    sheet: Sheet
    habits: Habits
    project: Project
    section: str = ""
    sections: int = 0
    statements: int = 0

    def open(self, words: str) -> Place:
        """Begin a section."""
        place = self.sheet.line(self.habits.section(self.sections, words))
        self.section, self.sections, self.statements = words, self.sections + 1, 0
        return place

    def state(self, words: str) -> Place:
        """Add a statement."""
        place = self.sheet.line(self.habits.statement(self.statements, words), 1)
        self.statements += 1
        return place

    def event(self, place: Place, kind: str, written: Written, text: str) -> None:
        """Label a date."""
        label: Label = {
            "section": self.section, "kind": kind, "date_raw": written.raw, "edtf": written.edtf,
            "start": written.start.isoformat() if written.start else None,
            "end": written.end.isoformat() if written.end else None,
            "approximate": written.approximate, "ongoing": written.ongoing, "text": text,
            "project_path": self.project.path,
        }  # fmt: skip
        self.sheet.events.append((place, label))

    def amount(
        self, place: Place, kind: str, raw: str, thousands: int, source: str, year: int | None
    ) -> None:
        """Label an amount of a line."""
        label: Label = {
            "kind": kind, "measure": "budget", "fiscal_year": year, "source": source,
            "amount_raw": raw, "amount_thousand_won": thousands, "project_path": self.project.path,
        }  # fmt: skip
        self.sheet.funding.append((place, label))

    def inside(self, project: Project) -> "Writer":
        """A writer of a programme inside the project, on the same sheet."""
        return replace(self, project=project, section="", sections=0, statements=0)
