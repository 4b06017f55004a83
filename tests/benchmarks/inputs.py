"""What is measured: the reports and labels beside the project, or its own samples where those are absent."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

__all__ = ["LABELS", "REPORTS", "ROOT", "dates_of_events", "file_of", "labelled", "text_report"]

ROOT: Final = Path(__file__).parents[2]
REPORTS: Final = ROOT.parent / "shared" / "reports"
GOLD: Final = ROOT.parent / "shared" / "gold"
LABELS: Final = GOLD / "expressions"
TRUTH: Final = ROOT / "tests" / "truth"

Row = dict[str, object]


def text_report() -> Path:
    """The report of plain text that everything about text is measured on."""
    path = REPORTS / "geumcheon-2019.txt"
    return path if path.exists() else ROOT / "samples" / "haneul-gu-2024-plan.txt"


def file_of(name: str) -> Path | None:
    """A report by its name, if it is here."""
    path = REPORTS / name
    return path if path.exists() else None


def labelled(what: str) -> list[Row]:
    """Expressions of `dates` or `money`: what a reader is given, and the answer.

    Unit captions are left out: they hold no value, and no peer is made for them.
    """
    rows = LABELS / f"{what}.jsonl"
    if not rows.exists():
        return list(_dates_of_samples() if what == "dates" else _money_of_samples())
    read = _date if what == "dates" else _money
    found = [json.loads(line) for line in rows.read_text(encoding="utf-8").splitlines()]
    return [read(row) for row in found if row.get("role") != "unit_decl"]


def _date(row: Row) -> Row:
    nothing = row["kind"] in {"nondate", "invalid"}
    return {
        "text": row["expr"],
        "year": row["ctx_year"],
        "today": int(str(row["doc_date"])[:4]),
        "answer": row["values"],
        "nothing": nothing,
    }


def _money(row: Row) -> Row:
    values = row["values"]
    assert isinstance(values, list)
    answer = [[value.get("cur") or value["unit"], str(value["v"])] for value in values]
    return {
        "text": row["expr"],
        "unit": row["ctx"],
        "answer": answer,
        "nothing": not answer,
    }


def dates_of_events() -> list[Row]:
    """The dates of the labelled events of whole reports, each once: what reports print, as often as they print it new."""
    files = sorted(GOLD.glob("*/events.jsonl")) or sorted(TRUTH.glob("*/events.jsonl"))
    rows = [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]
    dated = [row for row in rows if row["start"] and row["recurrence"] is None]
    return list({(row["date_raw"], row["start"][:4]): _event(row) for row in dated}.values())


def _event(row: Row) -> Row:
    year = int(str(row["start"])[:4])
    return {
        "text": row["date_raw"],
        "year": year,
        "today": year,
        "answer": [[row["start"], row["end"]]],
        "nothing": False,
    }


def _labels_of_samples(name: str) -> Iterator[Row]:
    for path in sorted(TRUTH.glob(f"*/{name}.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def _dates_of_samples() -> Iterator[Row]:
    for row in _labels_of_samples("events"):
        if row["start"]:
            yield _event(row)


def _money_of_samples() -> Iterator[Row]:
    for row in _labels_of_samples("funding"):
        if str(row["amount_raw"]).endswith("원"):
            won = str(round(1000 * float(str(row["amount_thousand_won"]))))
            yield {
                "text": row["amount_raw"],
                "unit": None,
                "answer": [["KRW", won]],
                "nothing": False,
            }
