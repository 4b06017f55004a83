"""Generated reports through the whole pipeline, scored as any labelled report is."""

from collections.abc import Callable
from pathlib import Path

from extract import extract_bytes
from tests.generator.formats import FORMATS, TEXT_FORMS, as_text
from tests.generator.report import Generated
from tests.generator.sheet import Label, Place
from tests.truth.labels import Corpus, Rows, rows_of
from tests.truth.score import Score, score

__all__ = ["score_file", "score_text"]

Where = Callable[[tuple[Place, Label]], object]


def score_text(
    made: Generated, form: str = "tabs", change: Callable[[str], str] | None = None
) -> Score:
    """Read the report as a text file and score what comes out.

    Args:
        made: The report.
        form: Of `TEXT_FORMS`: how tables stand, how it is encoded.
        change: Applied to the text, line by line the same: noise.
    """
    pipes, markup, encoding, ends = TEXT_FORMS[form]
    text, places = as_text(made.sheet, pipes=pipes, markup=markup)
    if change:
        text = change(text)
    try:
        data = text.replace("\n", ends).encode(encoding)
    except UnicodeEncodeError:
        # What an old code page cannot say is not written in it.
        data = text.encode()
    report = extract_bytes(data, f"generated-{made.seed}.txt")
    return score(_corpus(made, lambda each: places[each[0]]), rows_of(report))


def score_file(made: Generated, suffix: str) -> Score:
    """Read the report as a file of another format; a record is looked for in its project."""
    report = extract_bytes(FORMATS[suffix](made.sheet), f"generated-{made.seed}.{suffix}")
    found: Rows = {
        name: [row | {"line": row["project_path"]} for row in rows]
        for name, rows in rows_of(report).items()
    }
    return score(_corpus(made, lambda each: each[1]["project_path"]), found)


def _corpus(made: Generated, where: Where) -> Corpus:
    def placed(labels: list[tuple[Place, Label]]) -> list[Label]:
        return [{"line": where(each)} | each[1] for each in labels]

    sheet = made.sheet
    labels = {
        "events": placed(sheet.events),
        "funding": placed(sheet.funding),
        "projects": placed(sheet.projects),
    }
    return Corpus("generated", f"generated-{made.seed}", Path(), labels)
