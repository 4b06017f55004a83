"""One project of a report: its overview, what was done, what is planned, its money, its programmes."""

from dataclasses import replace
from random import Random

from tests.generator import layouts, words
from tests.generator.habits import Habits
from tests.generator.money import Budget, draw_budget, unit_for
from tests.generator.overview import write_overview
from tests.generator.sheet import Label, Place, Sheet
from tests.generator.spending import captioned, write_spending
from tests.generator.statements import write_done, write_planned, write_problems
from tests.generator.writer import Project, Writer

__all__ = ["write_project"]


def write_project(rng: Random, sheet: Sheet, habits: Habits, project: Project) -> None:
    """Write a project and label it."""
    writer = Writer(rng, sheet, habits, project)
    programmes = habits.listed and habits.title == "1 " and rng.random() < 0.15
    label: Label = {"project_path": project.path, "name": project.name} | project.label
    place = Place(len(sheet.blocks))
    if project.title:
        place = sheet.line(project.title)
        sheet.blank()
    budget = _budget(writer)
    write_overview(writer, budget, label)
    if not programmes:
        write_done(writer)
        if rng.random() < 0.5:
            write_problems(writer)
        write_planned(writer)
    write_spending(writer, budget, unit_for(rng, budget), label)
    if not programmes and rng.random() < 0.15:
        _by_programme(writer)
    sheet.projects.append((place, label))
    if programmes:
        _programmes(writer)


def _budget(writer: Writer) -> Budget:
    first, last = writer.project.years
    return draw_budget(writer.rng, writer.project.sources, tuple(range(first, last + 1)))


def _programmes(writer: Writer) -> None:
    """1. … [계속]: programmes inside the project, each with its own sections."""
    rng, whole = writer.rng, writer.project
    names: set[str] = set()
    for number in range(1, rng.randint(2, 3) + 1):
        name = words.programme(rng, names)
        status = rng.choice(("계속", "신규"))
        path = f"{whole.path}.{number}"
        inside = writer.inside(replace(whole, path=path, name=name))
        place = writer.sheet.line(f"{number}. {name} [{status}]")
        label: Label = {"project_path": path, "name": name, "status": status, "parent": whole.path}
        writer.sheet.blank()
        budget = _budget(inside)
        write_overview(inside, budget, label)
        write_planned(inside)
        write_spending(inside, budget, unit_for(rng, budget), label)
        writer.sheet.projects.append((place, label))


def _by_programme(writer: Writer) -> None:
    """A table with a programme a row and the unit in its heads."""
    rng, planned = writer.rng, writer.project.planned
    names: set[str] = set()
    parts = {words.programme(rng, names): _budget(writer) for _ in range(rng.randint(2, 4))}
    grain = min(budget.grain for budget in parts.values())
    unit = "백만원" if grain >= 1_000 else "천원"
    writer.open(rng.choice(("세부사업별 소요예산", "세부사업별 예산현황")))
    grid, amounts = layouts.programmes(rng, writer.habits, parts, planned, unit)
    captioned(writer, grid, amounts, "")
    writer.sheet.blank()
