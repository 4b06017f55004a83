"""`normalize/FORMS-dates.md` is printed from the corpus: `python tests/normalize/dates/test_dates_forms.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from dates_corpus import CORPUS, DURATIONS, MUST_NOT, RECURRENCES, YEAR

PAGE = Path(__file__).parents[3] / "normalize" / "FORMS-dates.md"


def _table(head: tuple[str, str], rows: dict[str, list[str]]) -> list[str]:
    lines = [f"| {head[0]} | {head[1]} |", "|---|---|"]
    return lines + [f"| `{value}` | {_cells(texts)} |" for value, texts in rows.items()]


def _cells(texts: list[str]) -> str:
    return " · ".join("`` " + text.replace("|", "\\|") + " ``" for text in texts if text)


def page() -> str:
    lines = [
        "# Dates and periods that are understood",
        "",
        f"Where a spelling has no year, the surroundings give {YEAR}.",
        "",
    ]
    for section, rows in CORPUS.items():
        lines += [f"## {section}", "", *_table(("EDTF", "spellings"), rows), ""]
    recurrences = {
        f"{per or '-'} {count or '-'} {op}": texts
        for (per, count, op), texts in RECURRENCES.items()
    }
    durations = {" ".join(filter(None, key)): texts for key, texts in DURATIONS.items()}
    lines += [
        "## Recurrences (주기)",
        "",
        *_table(("period, count, operator", "spellings"), recurrences),
        "",
    ]
    lines += [
        "## Lengths of time (기간의 길이)",
        "",
        *_table(("duration, event, bound", "spellings"), durations),
        "",
    ]
    lines += ["## No dates", "", _cells(MUST_NOT), ""]
    return "\n".join(lines)


def test_the_page_of_forms_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
