"""사업개요: what a project is, where, how long and what it costs in all."""

from random import Random

from tests.generator import words
from tests.generator.dates import period
from tests.generator.money import Budget, number, unit_for
from tests.generator.sheet import Label
from tests.generator.writer import Writer

__all__ = ["split", "write_overview"]

SHORT = {"국비": "국", "시비": "시", "도비": "도", "구비": "구", "군비": "군"}
Shares = list[tuple[str, int, str]]


def write_overview(writer: Writer, budget: Budget, label: Label) -> None:
    """Write the overview, and complete the project's `label` with what it says."""
    rng, project = writer.rng, writer.project
    writer.open("사업개요")
    colon = rng.choice((" : ", " : ", ": "))
    name = rng.choice(("사업기간", "사업기간", "사 업 기 간", "공사기간", "추진기간"))
    written, note = period(rng, writer.habits.pen, *project.years)
    place = writer.state(f"{name}{colon}{written.raw}{note}")
    writer.event(place, "period", written, name)
    if name.replace(" ", "") == "사업기간":
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
    _contents(writer, colon)
    writer.sheet.blank()


def _contents(writer: Writer, colon: str) -> None:
    chosen = words.contents(writer.rng)
    if writer.rng.random() < 0.4:
        writer.state("사업내용")
        for each in chosen:
            writer.sheet.line(f"{writer.habits.marks[2]}{each}", 2)
        return
    writer.state(f"사업내용{colon}{', '.join(chosen)}")


def _total(writer: Writer, budget: Budget, colon: str) -> None:
    """총사업비 : 12,000백만원(국비 6,000, 시비 3,000, 구비 3,000)."""
    rng = writer.rng
    unit = unit_for(rng, budget)
    raw = f"{number(budget.total, unit)}{unit}"
    sources = {each: budget.of_source(each) for each in budget.shares if budget.of_source(each)}
    parts: Shares = []
    if len(sources) == 1:
        (source,) = sources
        text = rng.choice((f"(전액 {source})", f"({source} 100%)", ""))
        if text:
            parts = [(raw, budget.total, source)]
    else:
        text, parts = split(rng, unit, sources)
    name = rng.choice(("총사업비", "총사업비", "총 사 업 비", "사 업 비"))
    place = writer.state(f"{name}{colon}{raw}{text}")
    writer.amount(place, "total_cost", raw, budget.total, "계", None)
    for printed, thousands, source in parts:
        writer.amount(place, "total_cost", printed, thousands, source, None)


def split(rng: Random, unit: str, shares: dict[str, int]) -> tuple[str, Shares]:
    """(국비 6,000, 시비 3,000): the sources in brackets, and their amounts as printed."""
    between = rng.choice((", ", "/ ", ", ", " / ", " "))
    brief = rng.random() < 0.3 and all(source in SHORT for source in shares)
    blank = "" if brief and between != " " and rng.random() < 0.3 else " "
    each_unit = unit if rng.random() < 0.2 else ""
    parts = [
        (
            f"{SHORT[source] if brief else source}{blank}",
            f"{number(each, unit)}{each_unit}",
            each,
            source,
        )
        for source, each in shares.items()
    ]
    text = between.join(head + printed for head, printed, _, _ in parts)
    return f"({text})", [(printed, each, source) for _, printed, each, source in parts]
