"""Generated reports through the whole pipeline, scored as any labelled report is."""

from pathlib import Path

from extract import extract_bytes
from tests.generator.formats import as_text
from tests.generator.report import Generated
from tests.generator.sheet import Label, Place
from tests.truth.labels import Corpus, rows_of
from tests.truth.score import Score, score

__all__ = ["score_text"]


def score_text(made: Generated) -> Score:
    """Read the report as a text file and score what comes out."""
    text, places = as_text(made.sheet)
    name = f"generated-{made.seed}"
    report = extract_bytes(text.encode(), f"{name}.txt")
    return score(_corpus(made, places), rows_of(report))


def _corpus(made: Generated, places: dict[Place, int]) -> Corpus:
    def placed(labels: list[tuple[Place, Label]]) -> list[Label]:
        return [{"line": places[place]} | label for place, label in labels]

    sheet = made.sheet
    labels = {
        "events": placed(sheet.events),
        "funding": placed(sheet.funding),
        "projects": placed(sheet.projects),
    }
    return Corpus("generated", f"generated-{made.seed}", Path(), labels)
