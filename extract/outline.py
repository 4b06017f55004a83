"""What structure understood: statements and their nesting, sections, projects, grids. Still no values.

    Outline
      statements   a marked line with its continuation lines, with its parent statement
      sections     □ 사업개요, □ 추진실적 …: a heading and all below it
      projects     사업: a title (or a place in the 주요사업 목록) and its sections
      grids        tables with their header rows, header columns, caption and unit

Everything points into `Document.text` by offsets; the words are read from `Document.view`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple

from extract.document import Document, Table
from extract.findings import Finding, Span
from extract.records import CellRecord, ReportRecord

__all__ = ["Grid", "Outline", "ProjectNode", "Section", "SectionKind", "Statement"]

SectionKind = Literal[
    "overview", "results", "plan", "mixed", "problems", "budget", "effects", "need", "status", "other",
]  # fmt: skip
"""What a section is for: 사업개요, 추진실적, 추진계획, 추진상황 및 향후계획, 문제점·개선방안, 소요예산, 기대효과,
추진배경·필요성, 현황, and any other."""


class Statement(NamedTuple):
    """A line that says something, with the lines that continue it.

    Attributes:
        start: Offset of its mark.
        body: Offset of its first word behind the mark.
        end: Offset behind its last word.
        mark: `□`, `-`, `※` …; empty where it has none.
        rank: How far out its mark stands, see `structure.marks`; smaller is further out.
        parent: Index of the statement it is below, or -1.
        heading: It heads a section.
        note: A note (`※`, `*`) on what stands before it.
    """

    start: int
    body: int
    end: int
    mark: str
    rank: int
    parent: int
    heading: bool
    note: bool


class Section(NamedTuple):
    """A heading and all below it, up to the next heading of its rank or further out.

    Attributes:
        title: Its words, spaces squeezed, without mark and value.
        kind: See `SectionKind`.
        start: Offset of the heading.
        end: Offset behind its last block.
        heading: Index of the heading's statement.
    """

    title: str
    kind: SectionKind
    start: int
    end: int
    heading: int


@dataclass(frozen=True, slots=True)
class ProjectNode:
    """A project (사업) or a numbered programme inside one; `start` to `end` is its part of the report.

    `in_row`: that part is one row of a table.
    """

    path: str
    parent: str
    department: str
    team: str
    list_number: str
    name: str
    status: str
    list_page: int | None
    start: int
    end: int
    in_row: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its headers understood.

    Attributes:
        table: The table as it was seen.
        header_rows: Number of rows that are column heads.
        header_columns: Number of columns that are row heads (the stub).
        cells: By row, then by column.
        column_paths: For each column, the head words that lead to it, outermost first.
        row_paths: For each row, those of the stub.
        caption: Its title, without the unit.
        unit_raw: The unit as printed above, below or in the head, or empty.
        unit_span: Where that unit stands, or None.
        parent: Index of the statement it stands under, or -1.
        nested: It stands in a cell of another table.
    """

    table: Table
    header_rows: int
    header_columns: int
    cells: tuple[CellRecord, ...]
    column_paths: tuple[tuple[str, ...], ...]
    row_paths: tuple[tuple[str, ...], ...]
    caption: str
    unit_raw: str
    unit_span: Span | None
    parent: int
    nested: bool = False


@dataclass(frozen=True)
class Outline:
    """A report as it was understood."""

    document: Document
    about: ReportRecord
    statements: tuple[Statement, ...]
    sections: tuple[Section, ...]
    projects: tuple[ProjectNode, ...]
    grids: tuple[Grid, ...]
    findings: tuple[Finding, ...] = ()

    @cached_property
    def statement_starts(self) -> list[int]:
        """Offset of each statement's mark."""
        return [statement.start for statement in self.statements]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

    @cached_property
    def _project_starts(self) -> list[int]:
        return [project.start for project in self.projects]

    def section_at(self, offset: int) -> Section | None:
        """The section that holds `offset`, or None in front of the first and between them."""
        at = bisect_right(self._section_starts, offset) - 1
        if at < 0:
            return None
        section = self.sections[at]
        return section if offset < section.end else None

    def sections_between(self, start: int, end: int) -> tuple[Section, ...]:
        """The sections that begin in a range of the text."""
        starts = self._section_starts
        return self.sections[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def _grid_starts(self) -> list[int]:
        return [grid.table.start for grid in self.grids]

    def grids_between(self, start: int, end: int) -> tuple[Grid, ...]:
        """The grids that begin in a range of the text, nested ones behind theirs."""
        starts = self._grid_starts
        return self.grids[bisect_left(starts, start) : bisect_left(starts, end)]

    def grid_at(self, offset: int) -> Grid | None:
        """The outermost table that holds `offset`."""
        at = bisect_right(self._grid_starts, offset) - 1
        while at >= 0 and self.grids[at].nested:
            at -= 1
        return self.grids[at] if at >= 0 and offset < self.grids[at].table.end else None

    @cached_property
    def _enclosing(self) -> list[int]:
        """For each project the last one before it that holds its start, or -1."""
        enclosing: list[int] = []
        for index, project in enumerate(self.projects):
            at = index - 1
            while at >= 0 and self.projects[at].end <= project.start:
                at = enclosing[at]
            enclosing.append(at)
        return enclosing

    @cached_property
    def projects_by_name(self) -> dict[str, ProjectNode]:
        """The projects whose name no other one has, by that name without blanks."""
        return self._sole_projects(lambda project: "".join(project.name.split()))

    @cached_property
    def projects_by_number(self) -> dict[str, ProjectNode]:
        """The projects whose number no other one has, by that number as printed."""
        return self._sole_projects(attrgetter("list_number"))

    def _sole_projects(self, key: Callable[[ProjectNode], str]) -> dict[str, ProjectNode]:
        """The projects that no other one shares its key with; those of rows count, and are not given."""
        found: dict[str, ProjectNode | None] = {}
        for project in self.projects:
            said = key(project)
            found[said] = None if said in found or project.in_row else project
        return {said: project for said, project in found.items() if said and project}

    def projects_between(self, start: int, end: int) -> tuple[ProjectNode, ...]:
        """The projects that begin in a range of the text."""
        starts = self._project_starts
        return self.projects[bisect_left(starts, start) : bisect_left(starts, end)]

    def project_at(self, offset: int) -> ProjectNode | None:
        """The innermost project that holds `offset`."""
        at = bisect_right(self._project_starts, offset) - 1
        # A programme stands behind its project in the list and begins later, so the first hit is the innermost.
        while at >= 0:
            project = self.projects[at]
            if offset < project.end:
                return project
            at = self._enclosing[at]
        return None
