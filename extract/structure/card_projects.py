"""Projects that a form names (사업명 | 하늘천 정비사업): each goes on to the next form, or the next title further out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from extract.outline import Grid, ProjectNode, Statement
from extract.structure.lists import STATE, ListEntry
from extract.structure.marks import SYLLABLE
from extract.structure.matching import same_name
from extract.structure.offices import Office
from extract.structure.titles import number_of, title_and_status
from extract.structure.unit import Unit
from extract.structure.vocabulary import labels_a_name, office_name, section_kind, squeeze

__all__ = ["Card", "card_nodes", "numbered_by_titles", "read_cards", "without_cards"]

_NUMBER: Final = re.compile(r"(?:과제|공약|사업|관리|일련)?(?:번호|코드)|연번|순번")
_OFFICE: Final = re.compile(r"(?:담당|소관|주관|추진|시행)부서|부서명?")
_RIGHT_ABOVE: Final = 2  # statements from a title to the form it stands above
_OFFICE_AND_TEAM: Final = re.compile(r"([가-힣·\d]+)(?:[ (]+([가-힣·\d]+(?:팀|담당|계|센터))\)?)?")
"""`건설과 하천팀`, `교통과(교통시설팀)`"""
_PRINTED: Final = re.compile(r"\d{1,3}(?:-\d{1,3}){0,3}|[①-⑳]")


class Card(NamedTuple):
    """A form that names a project.

    Attributes:
        start: Offset of the form.
        end: Offset of what follows the project.
        name: As printed.
        number: As printed, or empty.
        office: The department that the form names, or empty.
        team: The team behind it, or empty.
        status: Whether it goes on or is new (계속, 신규), as the form says beside 구분, or empty.
    """

    start: int
    end: int
    name: str
    number: str
    office: str
    team: str
    status: str


def read_cards(view: str, statements: Sequence[Statement], grids: Sequence[Grid]) -> list[Card]:
    """The forms of a report that name projects, in order."""
    found = [card for grid in grids if not grid.nested and (card := _card(grid))]
    outer = [
        each.start
        for each in (statements if found else ())
        if each.heading
        and each.rank <= SYLLABLE
        and section_kind(view[each.body : each.end]) is None
    ]
    ends = [*(card.start for card in found[1:]), len(view)][: len(found)]
    closed = []
    for card, following in zip(found, ends, strict=True):
        at = bisect_left(outer, card.start)
        end = min(following, outer[at]) if at < len(outer) else following
        closed.append(card._replace(end=end))
    return closed


def _card(grid: Grid) -> Card | None:
    if grid.header_rows or any(grid.row_paths):
        # The values of a form are led by the labels beside them, not by heads of rows or columns.
        return None
    values = {
        "".join(cell.row_path[-1].split()): cell.text
        for cell in reversed(grid.cells)
        if cell.row_path and cell.text and not cell.is_header
    }
    name = next((value for label, value in values.items() if labels_a_name(label)), "")
    if not name:
        return None
    number = next((value for label, value in values.items() if _NUMBER.fullmatch(label)), "")
    charge = next((value for label, value in values.items() if _OFFICE.fullmatch(label)), "")
    parted = _OFFICE_AND_TEAM.match(squeeze(charge))
    office, team = (parted[1], parted[2] or "") if parted else ("", "")
    if not office_name(office):
        office = team = ""
    number = number_of(number) if _PRINTED.fullmatch(number) else ""
    status = values.get("구분", "")
    status = status if STATE.fullmatch(status) else ""
    return Card(grid.table.start, grid.table.end, squeeze(name), number, office, team, status)


def numbered_by_titles(cards: Sequence[Card], units: Sequence[Unit]) -> list[Card]:
    """The cards with the number of the title right above them: `2⇥골목길 정비` over `사업명 | 골목길 정비`."""
    opened = [unit.start for unit in units]
    numbered = []
    for card in cards:
        at = bisect_left(opened, card.start) - 1
        title = units[at] if at >= 0 and not card.number else None
        same = title is not None and same_name(title.name, card.name)
        numbered.append(card._replace(number=title.number) if title and same else card)
    return numbered


def without_cards(
    units: Sequence[Unit], statements: Sequence[Statement], cards: Sequence[Card]
) -> list[Unit]:
    """The units that are neither the sections of a card nor a title that stands right above one."""
    if not cards:
        return list(units)
    starts = [statement.start for statement in statements]
    opened = [card.start for card in cards]
    kept: list[Unit] = []
    for unit in units:
        at = bisect_right(opened, unit.start)
        around = cards[max(at - 1, 0) : at + 1]
        if not any(_covers(card, unit, starts) for card in around):
            kept.append(unit)
    return kept


def _covers(card: Card, unit: Unit, starts: Sequence[int]) -> bool:
    if card.start <= unit.start < card.end:
        return True
    between = bisect_left(starts, card.start) - bisect_left(starts, unit.start)
    return unit.start < card.start and (
        between <= _RIGHT_ABOVE or (same_name(unit.name, card.name) and unit.section > card.start)
    )


def card_nodes(
    cards: Sequence[Card], entries: Sequence[ListEntry], office: Office, order: int
) -> Iterator[ProjectNode]:
    """The projects of an office's cards; `order` counts those known before them."""
    for card in cards:
        order += 1
        name, status = title_and_status(card.name)
        entry = next((each for each in entries if same_name(each.name, name)), None)
        number = card.number or (entry.number if entry else str(order))
        department = card.office or office.name
        yield ProjectNode(
            f"{department}/{number}",
            "",
            department,
            card.team,
            number,
            name,
            status or card.status or (entry.status if entry else ""),
            entry.page if entry else None,
            card.start,
            min(card.end, office.end),
        )
