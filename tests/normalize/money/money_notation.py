"""The corpus's short notation for values, and the page that is made from the corpus."""

from money_corpus import CAPTIONS, FORMS, NOTHING

from normalize.money import Amount, AmountReading, Quantity
from normalize.sources import read_source

__all__ = ["page", "written"]


def written(reading: AmountReading | None) -> str:
    """Write a reading the way the corpus does."""
    return "; ".join(map(_value, reading.values)) if reading else ""


def _value(value: Amount | Quantity) -> str:
    words = []
    if isinstance(value, Amount):
        words += ["won" if value.currency == "KRW" else value.currency, f"{value.value}"]
        words += ["non-budget"] * value.non_budget
        source = value.source
    else:
        words += [f"{value.value}", value.unit]
        named = read_source(value.label) if value.label else None
        source = named.name if named else ""
    words += ["about"] * value.approximate + [value.bound] * bool(value.bound)
    if isinstance(value, Amount) and value.per:
        words += ["per", value.per]
    return " ".join([*words, f"({source})"] if source else words)


def page() -> str:
    """Return normalize/FORMS-money.md."""
    lines = ["# Money and quantities that are understood", ""]
    lines += ["Made from the corpus of the tests. A value stands before its spellings.", ""]
    for title, rows in FORMS.items():
        lines += [f"## {title}", "", "| value | under | written |", "|---|---|---|"]
        for value, caption, spellings in rows:
            lines.append(f"| {value} | {caption} | {_cells(spellings)} |")
        lines.append("")
    lines += ["## Unit captions (단위)", "", "| units | written |", "|---|---|"]
    lines += [f"| {units or 'none'} | {_cells(words)} |" for units, words in CAPTIONS.items()]
    lines += ["", "## Read as nothing", "", "| why | written |", "|---|---|"]
    lines += [f"| {why} | {_cells(words)} |" for why, words in NOTHING.items()]
    return "\n".join(lines) + "\n"


def _cells(spellings: list[str]) -> str:
    return (
        ", ".join(
            "`" + words.replace("\n", "⏎") + "`" for words in spellings if 0 < len(words) < 80
        )
        .replace("|", "\\|")
        .replace("\t", " ⇥ ")
    )
