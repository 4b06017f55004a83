"""소요예산: the headline, the table of sources and years, and notes."""

from tests.generator import layouts
from tests.generator.money import Budget, number
from tests.generator.overview import split
from tests.generator.sheet import Grid, Label
from tests.generator.writer import Writer

__all__ = ["captioned", "write_spending"]


def write_spending(writer: Writer, budget: Budget, unit: str, label: Label) -> None:
    """Write the budget of the planned year, its table, and sometimes a note."""
    rng, planned = writer.rng, writer.project.planned
    _headline(writer, budget, unit)
    label |= {"budget_year": planned, "budget_thousand_won": budget.of_year(planned)}
    layout = rng.choice(layouts.LAYOUTS)
    grid, amounts = layout(rng, writer.habits, budget, planned, unit)
    captioned(writer, grid, amounts, unit)
    if rng.random() < 0.3:
        year, extra = planned - 1, rng.randint(1, 400)
        note = f"{extra}백만원"
        place = writer.sheet.line(f"※ {year}년 간주예산 {note} 별도")
        writer.amount(place, "statement", note, extra * 1_000, "계", year)
    if rng.random() < 0.1:
        writer.sheet.line("※ 재원 분담비율 : 국비 50%, 시비 25%, 구비 25%")
    writer.sheet.blank()


def captioned(writer: Writer, grid: Grid, amounts: list[tuple[int, Label]], unit: str) -> None:
    """Add a table with its unit where this report has it; no unit where the heads name it."""
    rng, stands = writer.rng, writer.habits.caption if unit else ""
    line = rng.choice(
        (f"(단위 : {unit})", f"(단위: {unit})", f"【단위 : {unit}】", f"(단위:{unit})")
    )
    if stands == "above":
        as_of = f"({writer.project.planned - 1}. 11. 기준, {line[1:-1]})"
        writer.sheet.line(as_of if rng.random() < 0.1 else line)
    if stands == "head":
        first = grid.boxes[0]
        grid = grid._replace(boxes=(first._replace(text=f"{first.text}({unit})"), *grid.boxes[1:]))
    place = writer.sheet.grid(grid)
    if stands == "below":
        writer.sheet.line(line)
    for row, label in amounts:
        known = {"project_path": writer.project.path}
        writer.sheet.funding.append((place._replace(row=row), label | known))


def _headline(writer: Writer, budget: Budget, unit: str) -> None:
    rng, planned = writer.rng, writer.project.planned
    raw = f"{number(budget.of_year(planned), unit)}{unit}"
    parts: list[tuple[str, int, str]] = []
    text = ""
    sources = {source: share[planned] for source, share in budget.shares.items() if share[planned]}
    beside = f" (단위 : {unit})" if writer.habits.caption == "beside" else ""
    if not beside and rng.random() < 0.25 and len(sources) > 1:
        text, parts = split(rng, unit, sources)
    name = rng.choice(("소요예산", "소요예산", "예산", "사업비"))
    place = writer.open(f"{planned}년 {name} : {raw}{text}{beside}")
    writer.amount(place, "headline", raw, budget.of_year(planned), "계", planned)
    for printed, thousands, source in parts:
        writer.amount(place, "headline", printed, thousands, source, planned)
