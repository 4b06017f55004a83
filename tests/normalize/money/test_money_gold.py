"""Labelled expressions: at least 98 in 100 exactly right, and none silently wrong."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from normalize.money import Amount, read_amounts, read_caption

LABELS = Path(__file__).parents[4] / "shared" / "gold" / "expressions" / "money.jsonl"

pytestmark = pytest.mark.skipif(not LABELS.exists(), reason="the labelled expressions are not here")


def outcome(row: dict) -> str:
    if row["role"] == "unit_decl":
        got = [("unit", unit.code, unit.scale) for unit in read_caption(row["expr"])]
        want = [("unit", value["unit"], value["scale"]) for value in row["values"]]
    else:
        reading = read_amounts(row["expr"], unit=row["ctx"])
        got = [
            ("money", value.currency, value.value)
            if isinstance(value, Amount)
            else ("qty", value.unit, value.value)
            for value in (reading.values if reading else ())
        ]
        want = [
            (value["kind"], value.get("cur") or value["unit"], Decimal(value["v"]))
            for value in row["values"]
        ]
    return "exact" if got == want else "wrong" if got else "empty"


def test_labelled_expressions() -> None:
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    outcomes = [outcome(row) for row in rows]
    assert outcomes.count("exact") >= 0.98 * len(rows)
    assert outcomes.count("wrong") == 0
