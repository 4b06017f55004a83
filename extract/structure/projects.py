"""Departments, their lists of projects, and the parts of the report that are those projects.

Where titles stand in the report they name the project. Where they were pictures, the sections are matched to
the department's list: by order, checked by their words; a doubt becomes a finding. Numbered titles that no
list holds are programmes inside a project (1., 2., 3. under one entry of the list).
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from extract.findings import Finding
from extract.outline import Grid, ProjectNode, Statement
from extract.structure.card_projects import (
    Card,
    card_nodes,
    numbered_by_titles,
    read_cards,
    without_cards,
)
from extract.structure.cell_projects import read_cell_projects
from extract.structure.chapter_openings import chapter_openings
from extract.structure.chapter_works import works_of_chapters
from extract.structure.contents import Entry, titles_of_contents, without_groups
from extract.structure.described import listed_titles
from extract.structure.fiscal_sheets import read_fiscal_sheets
from extract.structure.front_lists import without_entries
from extract.structure.listed_facts import with_front, with_offices
from extract.structure.lists import ListEntry, Listing
from extract.structure.matching import entry_score, match_in_order, same_name
from extract.structure.offices import Office
from extract.structure.row_projects import read_row_projects
from extract.structure.unit import Unit
from extract.structure.units import read_units

__all__ = ["read_projects"]

_MOST_CHOICES: Final = 8


class _Part(NamedTuple):
    """A unit, or several numbered ones in a row, that stand for one project."""

    units: tuple[Unit, ...]
    end: int

    @property
    def start(self) -> int:
        return self.units[0].start

    def numbered(self, entries: Sequence[ListEntry]) -> bool:
        """Whether it begins with a programme's number that the list does not hold."""
        first = self.units[0]
        return first.number.isdecimal() and not _listed(first, entries)


class _Found(NamedTuple):
    """What tells of projects: their parts, the lists of them, the forms, and the tables that may hold them."""

    units: Sequence[Unit]
    lists: Sequence[Listing]
    cards: Sequence[Card]
    grids: Sequence[Grid]

    @property
    def entries(self) -> list[ListEntry]:
        """The entries of all lists."""
        return [entry for _, listing in self.lists for entry in listing]

    def within(self, office: Office) -> "_Found":
        """What of it stands in the part of an office."""
        bounds = office.start, office.end
        unit, behind = (bisect_left(self.units, at, key=_start) for at in bounds)
        listing, last = (bisect_left(self.lists, at, key=itemgetter(0)) for at in bounds)
        card, end = (bisect_left(self.cards, at, key=_start) for at in bounds)
        grid, stop = (bisect_left(self.grids, at, key=_table_start) for at in bounds)
        return _Found(
            self.units[unit:behind],
            self.lists[listing:last],
            self.cards[card:end],
            self.grids[grid:stop],
        )


_start: Final[Callable[[Unit | Card], int]] = attrgetter("start")
_node_start: Final[Callable[[ProjectNode], int]] = attrgetter("start")
_table_start: Final[Callable[[Grid], int]] = attrgetter("table.start")


def read_projects(
    view: str,
    statements: Sequence[Statement],
    headings: Sequence[int],
    grids: Sequence[Grid],
    offices: Sequence[Office],
    lists: Sequence[Listing],
    contents: Mapping[str, Entry],
) -> tuple[tuple[ProjectNode, ...], tuple[Finding, ...]]:
    """Find every project and programme, in order, and what was doubtful about it."""
    listed = {"".join(entry.name.split()) for _, entries in lists for entry in entries}
    named = listed_titles(view, statements, headings, listed)
    named |= titles_of_contents(view, statements, headings, contents)
    cards = read_cards(view, statements, grids)
    units = read_units(view, statements, headings, named)
    units = without_groups(view, units, contents) or works_of_chapters(view, statements)
    cards = numbered_by_titles(cards, units)
    units = without_cards(units, statements, cards)
    found = _Found(units, lists, cards, [grid for grid in grids if not grid.nested])
    chapters = chapter_openings(view, statements, units[-1].start if units else 0)
    nodes: list[ProjectNode] = []
    findings: list[Finding] = []
    for office in offices:
        mine = found.within(office)
        parts = _merged(view, _parts(mine.units, mine.entries, office.end), mine.entries)
        parts = [_before_chapter(part, chapters) for part in parts]
        chosen, doubts = match_in_order(
            view, [(p.start, p.end, p.units[0].name) for p in parts], mine.entries
        )
        findings.extend(doubts)
        for order, (part, entry) in enumerate(zip(parts, chosen, strict=True), start=1):
            nodes.extend(_nodes(part, entry, office, order))
        nodes.extend(card_nodes(mine.cards, mine.entries, office, len(parts)))
        nodes.extend(read_cell_projects(view, mine.grids, office, nodes))
        nodes.extend(read_row_projects(mine.grids, office, nodes))
    nodes = nodes or read_fiscal_sheets(view, statements, found.grids, offices[0])
    nodes = without_entries(view, sorted(nodes, key=_node_start))
    publisher = offices[0].name if len(offices) == 1 else ""
    front = [entry for start, listing in lists if start < offices[0].start for entry in listing]
    return _unique(with_offices(with_front(nodes, front), lists, publisher)), tuple(findings)


def _before_chapter(part: _Part, chapters: Sequence[int]) -> _Part:
    """A project ends where the next chapter (Ⅴ.) begins."""
    at = bisect_left(chapters, part.start + 1)
    return part._replace(end=min(part.end, chapters[at])) if at < len(chapters) else part


def _parts(units: Sequence[Unit], entries: Sequence[ListEntry], end: int) -> list[_Part]:
    """Group the units of a department: numbered titles that the list does not hold belong together."""
    units = [_confirmed(unit, entries) for unit in units]
    ends = [*(unit.start for unit in units[1:]), end][: len(units)]
    parts: list[_Part] = []
    for unit, following in zip(units, ends, strict=True):
        stop = min(unit.end or following, following)
        inner = bool(entries) and unit.number.isdecimal() and not _listed(unit, entries)
        if parts and unit.inner:
            # What stands behind its last programme is the project's again.
            whole = parts[-1].units[0].end or following
            parts[-1] = _Part((*parts[-1].units, unit), min(whole, following))
        elif parts and inner and _goes_on(parts[-1], unit, entries):
            parts[-1] = _Part((*parts[-1].units, unit), stop)
        else:
            parts.append(_Part((unit,), stop))
    return parts


def _merged(view: str, parts: list[_Part], entries: Sequence[ListEntry]) -> list[_Part]:
    """Numbered programmes behind an overview of their own project belong to it.

    There are then more parts than entries of the list; the programmes whose entry fits them least are merged.
    """
    surplus = len(parts) - len(entries)
    inner = [
        at
        for at in range(1, len(parts))
        if parts[at].numbered(entries) and not parts[at - 1].units[0].name
    ]
    if not entries or surplus <= 0 or surplus > len(inner) or len(inner) > _MOST_CHOICES:
        return parts
    options = [_merge(parts, chosen) for chosen in combinations(inner, surplus)]
    return max(
        options,
        key=lambda option: sum(
            entry_score(view, (part.start, part.end, part.units[0].name), entry)
            for part, entry in zip(option, entries, strict=True)
        ),
    )


def _merge(parts: Sequence[_Part], chosen: Sequence[int]) -> list[_Part]:
    result: list[_Part] = []
    for at, part in enumerate(parts):
        if at in chosen:
            result[-1] = _Part((*result[-1].units, *part.units), part.end)
        else:
            result.append(part)
    return result


def _confirmed(unit: Unit, entries: Sequence[ListEntry]) -> Unit:
    """A plain line is a title only if the list, where there is one, holds it."""
    if unit.plain and entries and not _listed(unit, entries):
        return unit._replace(start=unit.section, name="", status="", plain=False)
    return unit


def _listed(unit: Unit, entries: Sequence[ListEntry]) -> bool:
    return any(same_name(unit.name, entry.name) for entry in entries)


def _goes_on(part: _Part, unit: Unit, entries: Sequence[ListEntry]) -> bool:
    """Whether a numbered programme follows the last one of `part`."""
    last = part.units[-1]
    if last.name and _listed(last, entries):
        # Behind a title that the list holds, the count begins anew with the first programme.
        return int(unit.number) == 1
    return last.number.isdecimal() and int(unit.number) == int(last.number) + 1


def _nodes(part: _Part, entry: ListEntry | None, office: Office, order: int) -> list[ProjectNode]:
    first = part.units[0]
    within = [
        unit
        for unit in part.units
        if unit.inner
        or (unit.number.isdecimal() and entry and not same_name(unit.name, entry.name))
    ]
    number = entry.number if entry else first.number or str(order)
    path = f"{office.name}/{number}"
    name = entry.name if entry else first.name
    node = ProjectNode(
        path,
        "",
        office.name,
        "",
        number,
        name,
        (entry.status if entry else "") or ("" if within and not within[0].inner else first.status),
        entry.page if entry else None,
        part.start,
        part.end,
    )
    return [node, *_programmes(node, within)]


def _programmes(project: ProjectNode, units: Sequence[Unit]) -> list[ProjectNode]:
    """The numbered programmes inside a project."""
    following = [*(unit.start for unit in units[1:]), project.end][: len(units)]
    # 다. 소요예산 behind the last programme is of the project again.
    ends = [
        min(unit.end or stop, stop) if unit.inner else stop
        for unit, stop in zip(units, following, strict=True)
    ]
    return [
        ProjectNode(
            f"{project.path}.{unit.number}",
            project.path,
            project.department,
            "",
            f"{project.list_number}.{unit.number}",
            unit.name,
            unit.status,
            None,
            unit.start,
            stop,
        )
        for unit, stop in zip(units, ends, strict=True)
    ]


def _unique(nodes: Sequence[ProjectNode]) -> tuple[ProjectNode, ...]:
    """Give a repeated path its `#2`; children follow their parent."""
    seen: dict[str, int] = {}
    renamed: dict[str, str] = {}
    result = []
    for node in nodes:
        parent = renamed.get(node.parent, node.parent)
        path = node.path if parent == node.parent else node.path.replace(node.parent, parent, 1)
        seen[path] = seen.get(path, 0) + 1
        if seen[path] > 1:
            path = f"{path}#{seen[path]}"
        renamed[node.path] = path
        told = (path, parent) == (node.path, node.parent)
        result.append(node if told else replace(node, path=path, parent=parent))
    return tuple(result)
