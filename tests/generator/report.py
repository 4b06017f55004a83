"""A whole report from a seed: cover, departments with their lists, projects; and its truth."""

from dataclasses import dataclass
from random import Random

from tests.generator import words
from tests.generator.habits import Habits, draw_habits, spaced
from tests.generator.project import write_project
from tests.generator.sheet import Box, Grid, Label, Sheet
from tests.generator.writer import Project

__all__ = ["Generated", "generate"]


@dataclass(frozen=True)
class Generated:
    """A report in blocks, with its labels.

    Attributes:
        seed: What it was made from.
        habits: How it is written.
        sheet: Its blocks and labels.
    """

    seed: int
    habits: Habits
    sheet: Sheet


def generate(seed: int) -> Generated:
    """Make a report; the same seed makes the same report."""
    rng = Random(seed)  # noqa: S311 - reproducible, nothing secret
    habits = draw_habits(rng)
    sheet = Sheet()
    planned = rng.randint(2018, 2027)
    town, kind = words.town(rng)
    taken: set[str] = set()
    offices = [words.office(rng, taken) for _ in range(rng.randint(1, 3))]
    _cover(rng, sheet, town, planned)
    if not habits.spaced or rng.random() < 0.5:
        _contents(sheet, offices)
    names: set[str] = set()
    for office in offices:
        sheet.line(spaced(office, wanted=habits.spaced))
        sheet.blank()
        if not habits.listed or rng.random() < 0.5:
            _general(rng, sheet, habits)
        _department(rng, sheet, habits, office, planned, words.BODIES[kind], names)
    return Generated(seed, habits, sheet)


def _cover(rng: Random, sheet: Sheet, town: str, planned: int) -> None:
    sheet.line(f"{rng.choice(words.TOWNS)}광역시 {town}" if town.endswith("구") else town)
    sheet.blank()
    title = f"{planned - 1} 주요업무 추진실적 및 {planned} 주요업무계획"
    sheet.line(rng.choice((title, f"{planned}년도 주요업무 계획", f"{planned}년 주요업무계획")))
    sheet.blank()
    sheet.line(f"{planned - 1}. 11.")
    sheet.blank()


def _contents(sheet: Sheet, offices: list[str]) -> None:
    """The table of contents, which names the departments and their pages."""
    sheet.line("목    차")
    sheet.blank()
    for index, office in enumerate(offices):
        sheet.line(f"{'ⅠⅡⅢ'[index]}. {office}\t{1 + 20 * index}")
    sheet.blank()


def _general(rng: Random, sheet: Sheet, habits: Habits) -> None:
    """일반현황: what a department's part opens with."""
    people = rng.randint(8, 40)
    sheet.line(spaced("일반현황", wanted=habits.spaced))
    sheet.blank()
    sheet.line(f"□ 조 직 : {rng.randint(2, 5)}팀")
    sheet.line(f"□ 인 력 : 정원 {people}명(현원 {people - 1}명)")
    sheet.blank()


def _department(
    rng: Random,
    sheet: Sheet,
    habits: Habits,
    office: str,
    planned: int,
    sources: tuple[str, ...],
    names: set[str],
) -> None:
    chosen = [words.name(rng, names) for _ in range(rng.randint(1, 4))]
    states = [rng.choice(("계속", "신규")) for _ in chosen]
    pages = [5 + 3 * index for index in range(len(chosen))]
    if habits.listed:
        sheet.line("주요사업 목록")
        sheet.blank()
        sheet.grid(_list(chosen, states, pages))
        sheet.blank()
    for index, name in enumerate(chosen):
        number = f"1-{index + 1}" if habits.title == "1-1 " else str(index + 1)
        shown = chr(0x2460 + index) if habits.title == "① " else number
        title = f"{shown}{'. ' if habits.title == '1. ' else ' '}{name}"
        listed: Label = {"department": office}
        if habits.listed:
            number = str(index + 1)
            listed |= {"status": states[index], "list_page": pages[index]}
        first = planned - rng.randint(0, 3)
        last = planned + rng.randint(0, 3)
        project = Project(
            path=f"{office}/{number}",
            title="" if habits.lost_titles else title,
            name=name,
            years=(first, last),
            planned=planned,
            sources=sources,
            label=listed,
        )
        write_project(rng, sheet, habits, project)


def _list(names: list[str], states: list[str], pages: list[int]) -> Grid:
    rows = [("연번", "주요사업", "구분", "쪽")]
    rows += [
        (str(number), name, state, str(page))
        for number, (name, state, page) in enumerate(zip(names, states, pages, strict=True), 1)
    ]
    boxes = [Box(text, row, at) for row, cells in enumerate(rows) for at, text in enumerate(cells)]
    return Grid(len(rows), 4, tuple(boxes))
