"""Forms of one project in an office file: a title in a frame, sections beside their labels, tables in their cells."""

from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as Docx

from extract import extract_bytes

FUNDING = [["구분", "총사업비", "2025년"], ["계", "18,600", "4,000"], ["국비", "9,300", "2,000"]]
SECTIONS = [
    (
        "사업개요",
        ["○ 사업기간 : 2021. 5. ~ 2027. 12.", "○ 총사업비 : 18,600백만원(국비 9,300, 시비 9,300)"],
    ),
    ("추진실적", ["○ '21. 5. ~ '22. 8. : 기본계획 수립", "○ '23. 2. 14. : 실시설계 착수"]),
]


def plan() -> bytes:
    """A plan of two works as an office file."""
    document = Document()
    for line in ("2026년 주요업무계획", "2025. 12.", "가람시", "하  천  과"):
        document.add_paragraph(line)
    for number, name in (("1", "달빛천 복원사업"), ("2", "새터천 정비사업")):
        frame = document.add_table(1, 3).rows[0].cells
        frame[0].text, frame[1].text, frame[2].text = number, name, "계속"
        document.add_paragraph("담당 : 하천과장 김○○(☎ 3380)")
        _form(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _form(document: Docx) -> None:
    rows = document.add_table(len(SECTIONS) + 1, 2).rows
    for row, (label, items) in zip(rows, SECTIONS, strict=False):
        row.cells[0].text = label
        row.cells[1].text = items[0]
        for item in items[1:]:
            row.cells[1].add_paragraph(item)
    rows[-1].cells[0].text = "예산현황\n(백만원)"
    inner = rows[-1].cells[1].add_table(len(FUNDING), len(FUNDING[0]))
    for cells, words in zip(inner.rows, FUNDING, strict=True):
        for cell, word in zip(cells.cells, words, strict=True):
            cell.text = word


def test_works_in_forms_are_read_as_those_in_lines() -> None:
    report = extract_bytes(plan(), "plan.docx")
    assert [(each.path, each.name, each.status, each.period) for each in report.projects] == [
        ("하천과/1", "달빛천 복원사업", "계속", "2021-05/2027-12"),
        ("하천과/2", "새터천 정비사업", "계속", "2021-05/2027-12"),
    ]
    first = [each for each in report.timeline if each.project == "하천과/1"]
    assert [(each.kind, each.section, each.edtf) for each in first] == [
        ("period", "사업개요", "2021-05/2027-12"),
        ("milestone", "추진실적", "2021-05/2022-08"),
        ("milestone", "추진실적", "2023-02-14"),
    ]


def test_a_table_in_a_cell_has_the_unit_of_the_label_beside_it() -> None:
    report = extract_bytes(plan(), "plan.docx")
    told = [each for each in report.funding if each.kind == "table" and each.project == "하천과/1"]
    assert [(each.source, each.fiscal_year, each.won // 10**6) for each in told] == [
        ("계", None, 18_600),
        ("계", 2025, 4_000),
        ("국비", None, 9_300),
        ("국비", 2025, 2_000),
    ]


ROWS = [
    (["사업기간", "2024. 1. ~ 6."], ["2024-01/2024-06"], []),
    (["사업비", "90억원(국비 45, 시비 45)"], [], [9_000_000, 4_500_000, 4_500_000]),
    (["2024. 3.", "협약 체결", "도로과"], ["2024-03"], []),
    (["총사업비 : 90억원"], [], [9_000_000]),
]


@pytest.mark.parametrize(("row", "dates", "amounts"), ROWS, ids=["period", "cost", "date", "box"])
def test_a_table_of_one_row_is_read(row: list[str], dates: list[str], amounts: list[int]) -> None:
    document = Document()
    for line in ("2025년 주요업무계획", "1. 골목길 정비", "□ 사업개요"):
        document.add_paragraph(line)
    for cell, words in zip(document.add_table(1, len(row)).rows[0].cells, row, strict=True):
        cell.text = words
    document.add_paragraph("□ 추진계획")
    out = BytesIO()
    document.save(out)
    report = extract_bytes(out.getvalue(), "plan.docx")
    assert [each.edtf for each in report.timeline] == dates
    assert [each.thousand_won for each in report.funding] == amounts
