"""The labels: which reports have them, and how a run's records look beside them.

A label names only what it is sure of: a key that it lacks is not compared. `optional` labels are
accepted where they are found, and not missed where they are not. The labels of samples/ were
written together with the reports; those of ../shared/gold cover a part of their report, which
`Corpus.projects` or `Corpus.pages` names.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from extract.records import Number
from extract.report import Report

__all__ = ["GOLD", "ROOT", "SAMPLES", "TRUTH", "Corpus", "Row", "Rows", "corpora", "rows_of"]

TRUTH = Path(__file__).parent
ROOT = TRUTH.parents[1]
SAMPLES = ROOT / "samples"
GOLD = ROOT.parent / "shared" / "gold"

Row = dict[str, object]
Rows = dict[str, list[Row]]
RECORDS = ("events", "funding", "projects")


@dataclass(frozen=True)
class Corpus:
    """A labelled report.

    Attributes:
        group: Whose floors apply: `samples`, or the name of the gold folder.
        name: Name of the labels' folder.
        report: The report's file.
        labels: `events`, `funding`, `projects`, each a list of labels.
        projects: The project paths that the labels reach; empty for the whole report.
        pages: The pages that the labels reach; empty for the whole report.
    """

    group: str
    name: str
    report: Path
    labels: Rows
    projects: frozenset[str] = frozenset()
    pages: frozenset[int] = frozenset()

    @property
    def place(self) -> str:
        """What places a row: the line, or the page where the labels were made from page images."""
        return "page" if self.pages else "line"

    def reaches(self, row: Row) -> bool:
        """Whether the labels cover the part of the report that `row` stands in."""
        if self.pages:
            return row["page"] in self.pages
        return not self.projects or row["project_path"] in self.projects


def corpora() -> Iterator[Corpus]:
    """Every labelled report that is here: our samples, then the gold where it is present."""
    for folder in sorted(TRUTH.iterdir()):
        report = SAMPLES / f"{folder.name}.txt"
        if report.exists():
            yield Corpus("samples", folder.name, report, read_labels(folder))
    for folder in sorted(GOLD.glob("*")):
        found = [GOLD.parent / "reports" / f"{folder.name}{end}" for end in (".txt", ".pdf")]
        report = next((path for path in found if path.exists()), SAMPLES)
        if report.is_file():
            yield _gold(folder, report)


def _gold(folder: Path, report: Path) -> Corpus:
    labels = read_labels(folder)
    pages = folder / "pages.txt"
    if pages.exists():
        spans = [part.split("-") for part in pages.read_text(encoding="utf-8").split()]
        reach = frozenset(n for first, last in spans for n in range(int(first), int(last) + 1))
        return Corpus(folder.name, folder.name, report, labels, pages=reach)
    paths = frozenset(str(label["project_path"]) for label in labels["projects"])
    return Corpus(folder.name, folder.name, report, labels, projects=paths)


def read_labels(folder: Path) -> Rows:
    """The labels of one folder; a missing file means none of that record."""
    found: Rows = {}
    for record in RECORDS:
        path = folder / f"{record}.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        found[record] = [json.loads(line) for line in lines if line.strip()]
    return found


def rows_of(report: Report) -> Rows:
    """The records of a run, in the words of the labels."""
    return {"events": _events(report), "funding": _funding(report), "projects": _projects(report)}


def _placed(report: Report, start: int, project: str) -> Row:
    names = {each.path: each.name for each in report.projects}
    document = report.document
    return {
        "line": document.line(start),
        "page": document.page(start),
        "project_path": project,
        "project": names.get(project, ""),
    }


def _events(report: Report) -> list[Row]:
    return [
        _placed(report, event.span[0], event.project)
        | {
            "section": event.section,
            "kind": event.kind,
            "date_raw": event.date_raw,
            "edtf": event.edtf,
            "start": event.start.isoformat() if event.start else None,
            "end": event.end.isoformat() if event.end else None,
            "approximate": event.approximate,
            "ongoing": event.ongoing,
            "recurrence": event.recurrence,
            "text": event.text,
        }
        for event in report.timeline
    ]


def _funding(report: Report) -> list[Row]:
    return [
        _placed(report, amount.span[0], amount.project)
        | {
            "program": amount.program,
            "kind": amount.kind,
            "measure": amount.measure,
            "fiscal_year": amount.fiscal_year,
            "source": amount.source,
            "amount_thousand_won": amount.thousand_won,
            "amount_raw": amount.amount_raw,
        }
        for amount in report.funding
    ]


def _projects(report: Report) -> list[Row]:
    return [
        _placed(report, project.span[0], project.path)
        | {
            "name": project.name,
            "department": project.department,
            "list_number": project.list_number,
            "status": project.status,
            "list_page": project.list_page,
            "parent": project.parent,
            "period_edtf": project.period,
            "location_raw": project.location,
            "area_m2": project.area_m2,
            "total_cost_thousand_won": _thousands(project.total_cost),
            "budget_year": project.budget_year,
            "budget_thousand_won": _thousands(project.budget),
        }
        for project in report.projects
    ]


def _thousands(won: Number | None) -> Decimal | None:
    return None if won is None else Decimal(won) / 1000
