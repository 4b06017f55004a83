"""The JSON file: the same values as the CSV files, true to its published schema."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

import extract.emit.schema
from extract.emit.csv_tables import as_csv
from extract.emit.json_document import SHARED, as_json
from extract.emit.layout import OUTPUTS, Value
from extract.emit.schema import as_markdown, as_rows, json_schema
from extract.errors import EmptyFileError
from extract.pipeline import failed_report
from extract.records import CellRecord, Event, Funding, Project, ReportRecord
from extract.report import Report

PUBLISHED = Path(extract.emit.schema.__file__).with_name("schema-v1.json")


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(json_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def test_the_schema_is_the_published_one() -> None:
    assert json_schema() == PUBLISHED.read_bytes()


def test_a_report_is_valid(report: Report, validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(json.loads(as_json(report)))


def test_a_failed_report_is_valid(validator: jsonschema.Draft202012Validator) -> None:
    failed = failed_report(EmptyFileError("빈.txt"), "빈.txt")
    content = json.loads(as_json(failed))
    validator.validate(content)
    assert content["report"]["status"] == "failed"


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        (("report", "report_id"), "x"),
        (("report", "status"), "fine"),
        (("timeline", 0, "start"), "2019-13-01"),
        (("timeline", 0, "approximate"), None),
        (("funding", 0, "amount_won"), "7530"),
        (("funding", 0, "source"), "국가"),
        (("tables", 0, "cells", 0, "row"), "0"),
        (("projects", 0, "contents"), "간판 정비"),
        (("findings", 0, "severity"), "fatal"),
    ],
)
def test_the_schema_refuses_what_is_wrong(
    report: Report,
    validator: jsonschema.Draft202012Validator,
    where: tuple[str | int, ...],
    wrong: object,
) -> None:
    content = json.loads(as_json(report))
    inner = content
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = wrong
    assert not validator.is_valid(content)


def test_json_holds_the_text_as_it_is_and_every_field(report: Report) -> None:
    content = json.loads(as_json(report))
    assert content["timeline"][0]["text"] == '=개소식("첫날")'
    (field,) = content["projects"][0]["fields"]
    start, end = field["char_start"], field["char_end"]
    assert report.document.text[start:end] == field["value"] == "150.5㎡"
    assert [place["line"] for place in content["findings"][0]["places"]] == [8, 8]
    assert content["tables"][0]["cells"][3]["column_path"] == ["2020년"]


def test_numbers_are_exact(report: Report) -> None:
    huge = report.funding[0]._replace(won=10**25 + 1)
    data = as_json(Report(report.report_id, "x", report.document, report.about, funding=(huge,)))
    (row,) = json.loads(data, parse_float=Decimal)["funding"]
    assert row["amount_won"] == 10**25 + 1
    assert row["amount_thousand_won"] == Decimal("10000000000000000000000.001")


def test_unknown_is_null_and_missing_text_is_empty(report: Report) -> None:
    content = json.loads(as_json(report))
    assert content["report"]["reported_year"] is None
    assert content["report"]["organization"] == ""
    assert content["funding"][0]["table_id"] is None
    assert content["findings"][1]["page"] is None


def as_in_json(value: Value) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("name", ["projects", "timeline", "funding", "findings"])
def test_json_and_csv_hold_the_same_values(report: Report, name: str) -> None:
    objects = json.loads(as_json(report), parse_float=Decimal)[name]
    names = [column.name for column in OUTPUTS[name].columns]
    rows = [
        {key: as_in_json(value) for key, value in zip(names, row, strict=True)}
        for row in OUTPUTS[name].rows(report, "ko")
    ]
    more = {"projects": {"fields"}, "findings": {"places"}}.get(name, set())
    assert [set(each) - more for each in objects] == [set(row) - SHARED for row in rows]
    assert [{key: value for key, value in each.items() if key not in more} for each in objects] == [
        {key: value for key, value in row.items() if key not in SHARED} for row in rows
    ]


def test_every_field_of_a_record_has_a_column() -> None:
    renamed = {
        "path": "project_path",
        "parent": "parent_path",
        "project": "project_path",
        "total_cost": "total_cost_thousand_won",
        "budget": "budget_thousand_won",
        "won": "amount_won",
        "table": "table_id",
        "span": "char_start",
        "row": "line",
    }
    records = {
        "reports": ReportRecord.__dataclass_fields__,
        "projects": Project.__dataclass_fields__,
        "timeline": Event._fields,
        "funding": Funding._fields,
        "tables": (*CellRecord._fields[:-2], "span"),
    }
    for name, fields in records.items():
        columns = {column.name for column in OUTPUTS[name].columns}
        wanted = {renamed.get(field, field) for field in fields} - {"fields"}
        assert wanted <= columns, name


def test_the_dictionary_explains_every_column_in_both_languages() -> None:
    for table, name, _, korean, english, _ in as_rows():
        assert korean, (table, name)
        assert english, (table, name)
        assert f"| `{name}` |" in as_markdown()


def test_a_broken_surrogate_does_not_stop_a_csv() -> None:
    columns = OUTPUTS["findings"].columns[:1]
    assert as_csv(columns, iter([("a\ud800b",)])) == b"a?b\n"
