"""The page of documentation on all checks, made from the checks themselves.

`python -m extract.audit.catalogue` writes it anew; a test tells when it is no longer current.
"""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final

from extract.audit import CHECKS
from extract.audit.reading_rules import READING

__all__ = ["PAGE", "page", "titles"]

PAGE: Final = Path(__file__).with_name("CHECKS.md")

_HEAD: Final = """# What `bogoseo check` looks for

Made from the checks by `python -m extract.audit.catalogue`; change them, not this page.
The rule names are fixed: filter on them. `error`: the report contradicts itself. `warning`: look at it.
`info`: good to know. No finding changes a record.

Rounding is understood: an amount in 백만원 or with decimals may be off by half a unit a term, a rate by half
its last digit over what its rounded terms allow. A dash is nothing; a blank is unknown, unless the sums across
it leave nothing for it.

| rule | 규칙 | what |
|---|---|---|
"""

_READING: Final = """
## What reading tells

Rules of findings that come before any check, from the readers and from the structure of the report.

| rule | 규칙 | severity | what |
|---|---|---|---|
"""


def titles(language: str) -> dict[str, str]:
    """Title of each rule in `ko` or `en`."""
    of_checks = {rule: _module(rule).TITLE[language == "en"] for rule in CHECKS}
    return of_checks | {
        rule: each.english if language == "en" else each.korean for rule, each in READING.items()
    }


def page() -> str:
    """Return the page in Markdown."""
    rows = "".join(
        f"| [`{rule}`](#{rule}) | {_module(rule).TITLE[0]} | {_module(rule).TITLE[1]} |\n"
        for rule in CHECKS
    )
    reading = "".join(
        f"| `{rule}` | {each.korean} | {each.severity} | {each.english}. {each.says} |\n"
        for rule, each in READING.items()
    )
    return _HEAD + rows + _READING + reading + "".join(map(_section, CHECKS))


def _section(rule: str) -> str:
    module = _module(rule)
    words = (module.__doc__ or "").strip()
    return (
        f"\n## {rule}\n\n{words}\n\nFound in:\n\n```\n{module.TRIPS.rstrip()}\n```\n\n"
        f"Not in:\n\n```\n{module.PASSES.rstrip()}\n```\n"
    )


def _module(rule: str) -> ModuleType:
    return import_module(CHECKS[rule])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
