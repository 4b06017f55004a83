"""One project of a report: its overview, what was done, what is planned, and its money."""

from dataclasses import dataclass, field
from random import Random

from tests.generator import layouts, words
from tests.generator.dates import Written, draw, period
from tests.generator.habits import Habits
from tests.generator.money import Budget, draw_budget, number, unit_for
from tests.generator.sheet import Grid, Label, Place, Sheet

__all__ = ["Project", "write_project"]

SHORT = {"국비": "국", "시비": "시", "도비": "도", "구비": "구", "군비": "군"}


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
class _Writer:
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


def write_project(rng: Random, sheet: Sheet, habits: Habits, project: Project) -> None:
    """Write a project and label it."""
    writer = _Writer(rng, sheet, habits, project)
    years = tuple(range(project.years[0], project.years[1] + 1))
    budget = draw_budget(rng, project.sources, years)
    unit = unit_for(rng, budget)
    label: Label = {"project_path": project.path, "name": project.name} | project.label
    place = Place(len(sheet.blocks))
    if project.title:
        place = sheet.line(project.title)
        sheet.blank()
    _overview(writer, budget, label)
    _done(writer)
    if rng.random() < 0.5:
        _problems(writer)
    _planned(writer)
    _money(writer, budget, unit, label)
    sheet.projects.append((place, label))


def _overview(writer: _Writer, budget: Budget, label: Label) -> None:
    rng, project = writer.rng, writer.project
    writer.open("사업개요")
    colon = rng.choice((" : ", " : ", ": "))
    written, note = period(rng, writer.habits.pen, *project.years)
    place = writer.state(f"사업기간{colon}{written.raw}{note}")
    writer.event(place, "period", written, "사업기간")
    label |= {"period_edtf": written.edtf}
    site = words.place(rng)
    writer.state(f"{rng.choice(('사업위치', '위    치'))}{colon}{site}")
    label |= {"location_raw": site}
    if rng.random() < 0.6:
        area = rng.randint(300, 90_000)
        printed = rng.choice((f"{area:,}㎡", f"면적 {area:,}㎡"))
        writer.state(f"{rng.choice(('사업규모', '규    모'))}{colon}{printed}")
        label |= {"area_m2": area}
    if rng.random() < 0.8:
        _total(writer, budget, colon)
        label |= {"total_cost_thousand_won": budget.total}
    writer.state(f"사업내용{colon}{', '.join(words.contents(rng))}")
    writer.sheet.blank()


def _total(writer: _Writer, budget: Budget, colon: str) -> None:
    """총사업비 : 12,000백만원(국비 6,000, 시비 3,000, 구비 3,000)."""
    rng = writer.rng
    unit = unit_for(rng, budget)
    raw = f"{number(budget.total, unit)}{unit}"
    sources = [each for each in budget.shares if budget.of_source(each)]
    if len(sources) == 1:
        split, shares = rng.choice((f"(전액 {sources[0]})", f"({sources[0]} 100%)", "")), []
        if split.startswith("(전액"):
            shares = [(raw, budget.total, sources[0])]
    else:
        split, shares = _split(
            rng, budget, unit, {each: budget.of_source(each) for each in sources}
        )
    place = writer.state(f"총사업비{colon}{raw}{split}")
    writer.amount(place, "total_cost", raw, budget.total, "계", None)
    for printed, thousands, source in shares:
        writer.amount(place, "total_cost", printed, thousands, source, None)


def _split(
    rng: Random, budget: Budget, unit: str, shares: dict[str, int]
) -> tuple[str, list[tuple[str, int, str]]]:
    between = rng.choice((", ", "/ ", ", "))
    brief = rng.random() < 0.3 and all(source in SHORT for source in shares)
    blank = "" if brief and rng.random() < 0.3 else " "
    parts = [
        (f"{SHORT[source] if brief else source}{blank}", number(each, unit), each, source)
        for source, each in shares.items()
    ]
    text = between.join(head + printed for head, printed, _, _ in parts)
    return f"({text})", [(printed, each, source) for _, printed, each, source in parts]


def _done(writer: _Writer) -> None:
    writer.open(writer.habits.headings[0])
    planned = writer.project.planned
    years = (min(writer.project.years[0], planned - 1), planned - 1)
    _statements(writer, words.DONE, years)


def _planned(writer: _Writer) -> None:
    writer.open(writer.habits.headings[1])
    planned = writer.project.planned
    _statements(writer, words.PLANNED, (planned, max(planned, writer.project.years[1])))


def _statements(writer: _Writer, pool: tuple[str, ...], years: tuple[int, int]) -> None:
    rng, habits = writer.rng, writer.habits
    for text in rng.sample(pool, rng.randint(2, 6)):
        if rng.random() < habits.inline_share:
            _inline(writer, text, pool, years)
            continue
        # Without a colon a quarter says which plan is meant as often as when something happens.
        written = draw(rng, habits.pen, years, fine=habits.separator == " ")
        place = writer.state(f"{written.raw}{habits.separator}{text}")
        writer.event(place, "milestone", written, text)
        if rng.random() < 0.15:
            writer.sheet.line(f"{habits.marks[2]}{rng.choice(words.DECOYS)}", 2)
    writer.sheet.blank()


def _inline(writer: _Writer, text: str, pool: tuple[str, ...], years: tuple[int, int]) -> None:
    """세부운영계획 수립('20.01), 간담회('20.02)."""
    rng = writer.rng
    plain = [each for each in pool if "(" not in each and each != text]
    texts = [text, *rng.sample(plain, rng.randint(0, 1))]
    dated = [(each, draw(rng, writer.habits.pen, years)) for each in texts]
    place = writer.state(", ".join(f"{each}({written.raw})" for each, written in dated))
    for each, written in dated:
        writer.event(place, "inline", written, each)


def _problems(writer: _Writer) -> None:
    rng = writer.rng
    writer.open(writer.habits.headings[2])
    for text in rng.sample(words.PROBLEMS, rng.randint(1, 2)):
        writer.state(text)
        writer.sheet.line(f"{writer.habits.marks[2]}{rng.choice(words.REMEDIES)}", 2)
    writer.sheet.blank()


def _money(writer: _Writer, budget: Budget, unit: str, label: Label) -> None:
    rng, planned = writer.rng, writer.project.planned
    wanted = budget.of_year(planned)
    raw = f"{number(wanted, unit)}{unit}"
    head = f"{planned}년 소요예산 : {raw}"
    beside = writer.habits.caption == "beside"
    place = writer.open(head)
    if beside:
        block = writer.sheet.blocks[place.block]
        writer.sheet.blocks[place.block] = block._replace(text=f"{block.text} (단위 : {unit})")  # type: ignore[union-attr] - a line
    writer.amount(place, "headline", raw, wanted, "계", planned)
    label |= {"budget_year": planned, "budget_thousand_won": wanted}
    layout = rng.choice(layouts.LAYOUTS)
    grid, amounts = layout(rng, writer.habits, budget, planned, unit)
    _captioned(writer, grid, amounts, unit)
    if rng.random() < 0.3:
        year, extra = planned - 1, rng.randint(1, 400)
        note = f"{extra}백만원"
        at = writer.sheet.line(f"※ {year}년 간주예산 {note} 별도")
        writer.amount(at, "statement", note, extra * 1_000, "계", year)
    writer.sheet.blank()


def _captioned(writer: _Writer, grid: Grid, amounts: list[tuple[int, Label]], unit: str) -> None:
    if writer.habits.caption == "above":
        writer.sheet.line(
            writer.rng.choice((f"(단위 : {unit})", f"(단위: {unit})", f"【단위 : {unit}】"))
        )
    if writer.habits.caption == "head":
        first = grid.boxes[0]
        grid = grid._replace(boxes=(first._replace(text=f"{first.text}({unit})"), *grid.boxes[1:]))
    place = writer.sheet.grid(grid)
    for row, label in amounts:
        known = {"project_path": writer.project.path}
        writer.sheet.funding.append((place._replace(row=row), label | known))
