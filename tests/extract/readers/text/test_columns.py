"""Tables that only blanks set in columns: the lines as printed -> the cells."""

import pytest

from extract import extract_bytes
from extract.readers import read
from extract.readers.options import ReadOptions

TABLES = [
    (
        "words in columns, a row that goes on below",
        """
        일   정               추  진  내  용                    비   고
     2026. 1. ~ 2.       건설기술심의 및 설계 검토               도 건설과
     2026. 5.            건축공사 착공
     2026. 6. ~ 12.      친수호안 정비 및 계류시설               당진시
                         제작·설치
""",
        [
            ["일 정", "추 진 내 용", "비 고"],
            ["2026. 1. ~ 2.", "건설기술심의 및 설계 검토", "도 건설과"],
            ["2026. 5.", "건축공사 착공", ""],
            ["2026. 6. ~ 12.", "친수호안 정비 및 계류시설 제작·설치", "당진시"],
        ],
    ),
    (
        "words above and below the line of their row",
        """
         구   분                      추  진  내  용                    추진시기              주   관
                          실시설계 용역 준공, 점용·사용
         설계·인허가                                                 2026. 1. ~ 4.       수산자원과
                          허가 협의
         공 사 발 주          건축·설비 공사 계약 의뢰                  2026. 5.            태안군
""",
        [
            ["구 분", "추 진 내 용", "추진시기", "주 관"],
            [
                "설계·인허가",
                "실시설계 용역 준공, 점용·사용 허가 협의",
                "2026. 1. ~ 4.",
                "수산자원과",
            ],
            ["공 사 발 주", "건축·설비 공사 계약 의뢰", "2026. 5.", "태안군"],
        ],
    ),
    (
        "letters set apart as words are; a total without its other cells",
        """
      지 구 명      사  업  내  용              사업비       착   공        준   공      비고
      계            4 개소                    1,240,000
      상    촌      관정 1 공, 물탱크 30 톤     385,000    '25. 3. 24.    '25. 8. 29.    완료
      갈    마      송·배수관로 L=2.4 ㎞       420,000    '25. 4. 7.     '25. 10. 17.   완료
""",
        [
            ["지 구 명", "사 업 내 용", "사업비", "착 공", "준 공", "비고"],
            ["계", "4 개소", "1,240,000", "", "", ""],
            ["상 촌", "관정 1 공, 물탱크 30 톤", "385,000", "'25. 3. 24.", "'25. 8. 29.", "완료"],
            ["갈 마", "송·배수관로 L=2.4 ㎞", "420,000", "'25. 4. 7.", "'25. 10. 17.", "완료"],
        ],
    ),
]
NO_TABLES = [
    (
        "who is in charge",
        "   담당  해양과장 김○○(4710)    레저팀장 이○○(4712)    담당자 박○○(4715)\n",
    ),
    ("a title and its page", "   Ⅰ. 일반현황      1\n   Ⅱ. 추진계획      3\n"),
    (
        "items with their dates set apart",
        "   ◦ '22. 11.              : 공모 선정\n   ◦ '23. 4. ~ '24. 3.     : 기본계획 수립\n",
    ),
    ("a head without rows", "     일   정        추진내용          비   고\n\n   □ 기대효과\n"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES]
)
def test_columns(text: str, expected: list[list[str]]) -> None:
    document = read(text.encode(), "report.txt", ReadOptions())
    (table,) = document.tables()
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(document.cell_text(cell))
    assert list(rows.values()) == expected


@pytest.mark.parametrize("text", [row[1] for row in NO_TABLES], ids=[row[0] for row in NO_TABLES])
def test_no_columns(text: str) -> None:
    assert not list(read(text.encode(), "report.txt", ReadOptions()).tables())


def test_dates_of_neighbouring_cells_stay_apart() -> None:
    text = "□ 추진실적\n" + TABLES[2][1]
    events = [
        (each.edtf, each.text) for each in extract_bytes(text.encode(), "report.txt").timeline
    ]
    assert events == [
        ("2025-03-24", "상촌 착공"),
        ("2025-08-29", "상촌 준공"),
        ("2025-04-07", "갈마 착공"),
        ("2025-10-17", "갈마 준공"),
    ]
