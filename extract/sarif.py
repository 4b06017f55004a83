"""Findings in SARIF 2.1.0 (OASIS), which code hosts and editors show beside the file."""

from collections.abc import Sequence
from typing import Final, NamedTuple
from urllib.parse import quote

__all__ = ["Found", "as_sarif"]

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}


class Found(NamedTuple):
    """A finding as it is shown: the row of findings.csv, with all its places.

    Attributes:
        file: The report's file.
        rule: Its rule.
        severity: `error`, `warning`, `info`.
        message: One sentence in the user's language.
        expected: What should stand there.
        actual: What stands there.
        page: 1-based, or None.
        line: 1-based, or None for the report as a whole.
        places: Offsets of all places, the first one first.
    """

    file: str
    rule: str
    severity: str
    message: str
    expected: str
    actual: str
    page: int | None
    line: int | None
    places: tuple[tuple[int, int], ...]


def as_sarif(findings: Sequence[Found], titles: dict[str, str], version: str) -> dict[str, object]:
    """Return a SARIF log of one run.

    Args:
        findings: The findings, in order.
        titles: A rule's title, where it has one.
        version: Of this tool.

    >>> found = Found("보고서.hwp", "total-of-rows", "info", "합계", "41", "34", 2, 45, ((10, 12),))
    >>> as_sarif([found], {}, "1")["runs"][0]["results"][0]["level"]
    'note'
    """
    rules = sorted({finding.rule for finding in findings})
    driver = {
        "name": "bogoseo",
        "version": version,
        "rules": [
            {"id": rule, "shortDescription": {"text": titles.get(rule, rule)}} for rule in rules
        ],
    }
    results = [_result(finding, rules.index(finding.rule)) for finding in findings]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
        ],
    }


def _result(finding: Found, rule: int) -> dict[str, object]:
    locations = [_location(finding, place) for place in finding.places] or [
        _location(finding, None)
    ]
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": locations[:1],
        "properties": {
            "expected": finding.expected,
            "actual": finding.actual,
            "page": finding.page,
        },
    }
    if len(locations) > 1:
        result["relatedLocations"] = [
            {"id": number, **location} for number, location in enumerate(locations[1:], start=1)
        ]
    return result


def _location(finding: Found, place: tuple[int, int] | None) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": _uri(finding.file)}}
    if place is not None:
        region = {"charOffset": place[0], "charLength": place[1] - place[0]}
        first = finding.places[0] == place
        physical["region"] = (
            {"startLine": finding.line, **region} if first and finding.line else region
        )
    return {"physicalLocation": physical}


def _uri(file: str) -> str:
    return quote(file)
