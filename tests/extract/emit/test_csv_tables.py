"""The CSV files: contract columns, quoting, types, places."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.emit.csv_tables import as_csv
from extract.emit.layout import OUTPUTS, Column
from extract.emit.layout.column import identifier, thousands
from extract.report import Report

CONTRACT = {
    "reports": "report_id, source_file, format, title, organization, jurisdiction, date_raw, date, "
    "reported_year, planned_year, departments, pages, characters, projects, events, funding_rows, "
    "tables, findings, status",
    "projects": "project_id, report_id, source_file, project_path, parent_path, department, team, "
    "list_number, name, status, list_page, period_raw, period, period_start, period_end, location, "
    "scale_raw, area_m2, total_cost_thousand_won, budget_year, budget_thousand_won, budget_raw, "
    "purpose, contents, page, line, char_start, char_end",
    "timeline": "event_id, report_id, source_file, project_path, section, kind, date_raw, edtf, "
    "start, end, precision, approximate, ongoing, recurrence, status, text, actor, page, line, "
    "char_start, char_end",
    "funding": "funding_id, report_id, source_file, project_path, program, kind, measure, "
    "fiscal_year, source, source_raw, amount_thousand_won, amount_won, amount_raw, unit_raw, "
    "table_id, page, line, char_start, char_end",
    "tables": "table_id, report_id, source_file, project_path, section, caption, unit_raw, row, "
    "column, row_span, column_span, is_header, row_path, column_path, text, value, page, line, "
    "char_start, char_end",
    "findings": "finding_id, report_id, source_file, project_path, rule, severity, message, "
    "expected, actual, page, line, char_start, char_end",
}


def rows_of(report: Report, name: str, language: str = "ko") -> list[dict[str, str]]:
    output = OUTPUTS[name]
    data = as_csv(output.columns, output.rows(report, language)).decode()
    header = [column.name for column in output.columns]
    return list(csv.DictReader(io.StringIO(data, newline=""), fieldnames=header))


@pytest.mark.parametrize("name", CONTRACT)
def test_columns_are_those_of_the_contract_and_new_ones_follow(name: str) -> None:
    wanted = CONTRACT[name].split(", ")
    assert [column.name for column in OUTPUTS[name].columns][: len(wanted)] == wanted


def test_there_is_no_table_beside_the_contract() -> None:
    assert list(OUTPUTS) == list(CONTRACT)


def test_a_report_counts_what_it_holds(report: Report) -> None:
    (row,) = rows_of(report, "reports")
    counted = [row[name] for name in ("projects", "events", "funding_rows", "tables", "findings")]
    assert counted == ["1", "1", "2", "1", "2"]
    assert (row["pages"], row["departments"]) == ("2", "일자리과; 공원과")
    assert row["reported_year"] == ""


def test_a_project_has_its_values_and_place(report: Report) -> None:
    (row,) = rows_of(report, "projects")
    assert row["project_id"] == "0123456789abcdef-p001"
    assert (row["period_start"], row["period_end"]) == ("2019-03-01", "2020-06-30")
    assert (row["area_m2"], row["budget_thousand_won"]) == ("150.5", "7.53")
    assert row["total_cost_thousand_won"] == ""
    assert row["contents"] == "간판 정비 / - 공동 판촉"
    assert (row["page"], row["line"]) == ("1", "2")


def test_an_event_is_guarded_and_its_truth_values_are_words(report: Report) -> None:
    (row,) = rows_of(report, "timeline")
    assert row["event_id"] == "0123456789abcdef-e0001"
    assert row["text"] == '\'=개소식("첫날")'
    assert (row["approximate"], row["ongoing"]) == ("false", "false")
    start, end = int(row["char_start"]), int(row["char_end"])
    assert report.document.text[start:end] == row["date_raw"]


def test_amounts_are_exact_and_negative_numbers_stay_numbers(report: Report) -> None:
    headline, loss = rows_of(report, "funding")
    assert (headline["amount_thousand_won"], headline["amount_won"]) == ("7.53", "7530")
    assert (loss["amount_thousand_won"], loss["amount_won"]) == ("-1234", "-1234000")
    assert (headline["table_id"], loss["table_id"]) == ("", "0123456789abcdef-t001")
    assert loss["amount_raw"] == "△1,234"


def test_a_cell_stands_at_its_address_with_its_headers(report: Report) -> None:
    *_, last = rows_of(report, "tables")
    assert (last["row"], last["column"], last["row_span"]) == ("1", "1", "1")
    assert (last["row_path"], last["column_path"], last["value"]) == ("계", "2020년", "-1234")
    assert (last["page"], last["line"], last["confidence"]) == ("2", "8", "1")


@pytest.mark.parametrize(
    ("language", "message"),
    [("ko", "합계가 맞지 않습니다."), ("en", "The total does not add up.")],
)
def test_a_finding_speaks_the_asked_language(report: Report, language: str, message: str) -> None:
    placed, whole = rows_of(report, "findings", language)
    assert placed["message"] == message
    assert placed["project_path"] == "일자리과/1"
    assert (whole["project_path"], whole["page"], whole["char_start"]) == ("", "", "")


@pytest.mark.parametrize(
    ("won", "thousand"),
    [
        (0, 0),
        (1000, 1),
        (7530, Decimal("7.53")),
        (-7530, Decimal("-7.53")),
        (-1, Decimal("-0.001")),
        (10**30 + 1, Decimal("1000000000000000000000000000.001")),
        (Decimal("1.5"), Decimal("0.0015")),
        (None, None),
    ],
)
def test_thousands_lose_no_digit(won: int | Decimal | None, thousand: int | Decimal | None) -> None:
    assert thousands(won) == thousand


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, max_value=10**20))
@settings(derandomize=True, max_examples=100)
def test_a_decimal_is_written_without_an_exponent(value: Decimal) -> None:
    written = as_csv((Column("value", "number", "", ""),), iter([(value,)])).decode()
    assert "E" not in written.upper()
    assert Decimal(written) == value


def test_small_and_large_decimals_are_plain() -> None:
    column = (Column("value", "number", "", ""),)
    assert as_csv(column, iter([(Decimal("1E+6"),), (Decimal("1E-7"),)])) == b"1000000\n0.0000001\n"


@pytest.mark.parametrize("number", [1, 999, 1000, 12345])
def test_ids_grow_when_there_are_many(number: int) -> None:
    assert identifier("a" * 16, "t", number) == f"{'a' * 16}-t{number:03d}"


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
@settings(derandomize=True, max_examples=60)
def test_any_text_comes_back_as_it_was(rows: list[tuple[str, str]]) -> None:
    columns = (Column("a", "string", "", ""), Column("b", "string", "", ""))

    # A half surrogate pair can't be said in UTF-8, and a guarded cell has its apostrophe.
    def plain(text: str) -> str:
        return text.encode("utf-8", "replace").decode().lstrip("=+@\t-")

    rows = [(plain(first), plain(second)) for first, second in rows]
    data = as_csv(columns, iter(rows)).decode()
    read = list(csv.reader(io.StringIO(data, newline="")))
    assert read == [list(row) for row in rows]


@pytest.mark.parametrize("text", ["a\nb", "a\rb", 'a"b', "a,b", "a\r\nb"])
def test_special_characters_are_quoted(text: str) -> None:
    data = as_csv(
        (Column("a", "string", "", ""), Column("b", "string", "", "")), iter([(text, "")])
    )
    quoted = text.replace('"', '""')
    assert data == f'"{quoted}",\n'.encode()
