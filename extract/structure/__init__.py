"""`Document` to `Outline`: what the report's parts are and how they nest. Infers, never edits text.

The steps, in order: statements, grids with what stands around them, the report's cover, departments,
projects, sections.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from operator import attrgetter
from typing import Final

from extract.document import Document, Table
from extract.outline import Grid, Outline, Statement
from extract.structure.about import read_about
from extract.structure.body_lines import title_row
from extract.structure.captions import Caption, read_caption_of
from extract.structure.cards import open_cards
from extract.structure.contents import read_contents, with_contents
from extract.structure.grids import Shared, read_cells, read_heads
from extract.structure.lists import listed_offices, read_lists
from extract.structure.marks import SQUARE
from extract.structure.office_parts import BODIES, OFTEN_BODIES
from extract.structure.offices import read_offices
from extract.structure.projects import read_projects
from extract.structure.sections import read_sections
from extract.structure.sheet_offices import with_sheet_offices
from extract.structure.single_work import named_by_paper
from extract.structure.statements import outer_headings, read_statements
from extract.structure.teams import with_teams
from extract.structure.vocabulary import office_name

__all__ = ["understand"]

_tables: Final = attrgetter("tables")


def understand(document: Document) -> Outline:
    """Find statements, sections, projects and grids of a document."""
    document = open_cards(document)
    statements = read_statements(document)
    grids = _grids(document, statements)
    about = read_about(document, statements)
    publisher = office_name(about.organization.rsplit(" ", 1)[-1])
    # 국립박물관 is a whole body as well, whatever it is.
    whole = publisher.endswith((*BODIES, *OFTEN_BODIES)) or publisher.startswith("국립")
    fallback = "" if whole else publisher
    lists = read_lists(grids)
    listed = frozenset(name for grid in grids for name in listed_offices(grid))
    starts = [start for start, _ in lists]
    offices = read_offices(document.view, statements, fallback, listed, starts)
    headings = outer_headings(statements)
    contents = read_contents(document.view, statements)
    projects, findings = read_projects(
        document.view, statements, headings, grids, offices, lists, contents
    )
    if len(offices) == 1:
        projects = with_sheet_offices(document.view, projects, offices[0].name)
    projects = with_teams(document.view, statements, projects, grids)
    projects = named_by_paper(with_contents(document.view, projects, contents), about.title)
    sections = read_sections(document.view, statements, headings, projects, offices)
    departments = tuple(office.name for office in offices if office.name)
    return Outline(
        document,
        replace(about, departments=tuple(dict.fromkeys(departments))),
        statements,
        sections,
        projects,
        grids,
        findings,
    )


def _grids(document: Document, statements: tuple[Statement, ...]) -> tuple[Grid, ...]:
    starts = [statement.start for statement in statements]
    grids: list[Grid] = []
    shared = Shared()
    floor = 0
    spaced: Grid | None = None
    for block in document.blocks:
        if not isinstance(block, Table):
            continue
        table = block if block.plain else block.with_cells()
        caption = read_caption_of(document, table, statements, starts, floor)
        if (
            spaced
            and block.origin == "spaced"
            and not caption.unit_raw
            and not _heading_between(statements, starts, spaced.table.end, block.start)
        ):
            # A form that lost its lines falls into several tables under one unit.
            caption = caption._replace(unit_raw=spaced.unit_raw, unit_span=spaced.unit_span)
        if not title_row(document, table):
            grids.extend(_with_nested(document, block, table, caption, shared))
            spaced = grids[-1] if block.origin == "spaced" and grids[-1].unit_raw else None
            floor = block.end
    return tuple(grids)


def _heading_between(
    statements: Sequence[Statement], starts: Sequence[int], after: int, before: int
) -> bool:
    first, behind = bisect_left(starts, after), bisect_left(starts, before)
    return any(each.heading and each.rank <= SQUARE for each in statements[first:behind])


def _with_nested(
    document: Document,
    seen: Table,
    table: Table,
    caption: Caption,
    shared: Shared,
    *,
    nested: bool = False,
) -> list[Grid]:
    """The grid of `table`, which is `seen` with its cells at hand or plain, and those nested in it."""
    heads = read_heads(document, table, shared)
    grid = Grid(
        seen,
        heads.rows,
        heads.columns,
        read_cells(table, heads),
        heads.column_paths,
        heads.row_paths,
        caption.title,
        caption.unit_raw,
        caption.unit_span,
        caption.parent,
        nested,
    )
    if table.plain:
        return [grid]
    # A nested table inherits the unit of the table around it, and has a title of its own or none.
    inner = [
        one
        for other in chain.from_iterable(map(_tables, table.cells))
        for one in _with_nested(
            document, other, other, caption._replace(title=""), shared, nested=True
        )
    ]
    return [grid, *inner]
