"""Where departments, projects and programmes begin, in the marks that offices use. A bug first becomes a row."""

import pytest

from extract import extract_bytes

COVER = "가람시\n\n2024년 주요업무계획\n\n2023. 11.\n\n"
LIST = (
    "주요사업 목록\n\n연번\t주요사업\t구분\t쪽\n1\t달빛골 정비\t계속\t5\n2\t새터 조성\t신규\t8\n\n"
)
OFFICE = "도 시 재 생 과\n\n일 반 현 황\n\n□ 조 직 : 2팀\n\n"
OVERVIEW = "□ 사업개요\n- 사업기간 : 2024. 2. ~ 11.\n\n"
NUMBERED = "가. 사업개요\n1) 사업기간 : 2024. 2. ~ 11.\n2) 2024. 3. 4. 주민설명회\n\n"
NOTE = "□ 2024년 소요예산 : 10백만원\n※ 2023년 350백만원 별도\n"

OPENINGS = [
    ("1. over 가.", f"{OFFICE}1. 달빛골 정비\n{NUMBERED}2. 새터 조성\n{NUMBERED}", ["1", "2"]),
    ("1-1 over 가.", f"{OFFICE}1-1 달빛골 정비\n{NUMBERED}1-2 새터 조성\n{NUMBERED}", ["1-1", "1-2"]),
    ("circled numbers", f"{OFFICE}① 달빛골 정비\n\n{OVERVIEW}② 새터 조성\n\n{OVERVIEW}", ["1", "2"]),
    ("digits in a box, which other formats lose", f"{OFFICE}\U000f02b1 달빛골 정비\n\n{OVERVIEW}\U000f02b2 새터 조성\n\n{OVERVIEW}", ["1", "2"]),
    ("titles that were pictures", f"{OFFICE}{LIST}{NUMBERED}{NUMBERED}", ["1", "2"]),
    ("a title behind a note", f"{OFFICE}1 달빛골 정비\n{OVERVIEW}{NOTE}2 새터 조성\n{OVERVIEW}", ["1", "2"]),
    (
        "programmes behind a listed title",
        (f"{OFFICE}{LIST}1 달빛골 정비\n\n{OVERVIEW}1. 주민학교 [계속]\n\n{OVERVIEW}2. 나눔장터 [신규]\n\n{OVERVIEW}"
        f"2 새터 조성\n\n{OVERVIEW}"),
        ["1", "1.1", "1.2", "2"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "numbers"), [row[1:] for row in OPENINGS], ids=[row[0] for row in OPENINGS]
)
def test_projects_begin_at_their_titles(text: str, numbers: list[str]) -> None:
    projects = extract_bytes((COVER + text).encode(), "report.txt").projects
    assert [each.path for each in projects] == [f"도시재생과/{number}" for number in numbers]
    assert {each.period for each in projects} == {"2024-02/2024-11"}


@pytest.mark.parametrize("name", ["보육지원과", "공원과", "청소과", "정원국", "조경과", "환경과"])
def test_an_office_may_be_named_like_another_word(name: str) -> None:
    text = f"{COVER}{' '.join(name)}\n\n일 반 현 황\n\n□ 조 직 : 2팀\n\n1 달빛골 정비\n\n{OVERVIEW}"
    assert extract_bytes(text.encode(), "report.txt").about.departments == (name,)


@pytest.mark.parametrize(
    "table",
    [
        "구분(백만원)\t계\t2024년\n계\t30\t30\n국비\t10\t10\n시비\t20\t20\n",
        "(단위 : 백만원)\n재원별\t합계\t연차별 투자계획\n\t\t2024년\n계\t30\t30\n국비\t10\t10\n시비\t20\t20\n",
        "(단위 : 백만원)\n재원별\t합계\t연차별 투자계획\n\t\t2024\n계\t30\t30\n국비\t10\t10\n시비\t20\t20\n",
    ],
    ids=["unit in the corner", "one year below its head", "one bare year below its head"],
)
def test_a_small_table_of_sources(table: str) -> None:
    text = f"{COVER}{OFFICE}1 달빛골 정비\n\n{OVERVIEW}□ 소요재원\n{table}"
    funding = extract_bytes(text.encode(), "report.txt").funding
    assert [(each.source, each.fiscal_year, each.won // 10**6) for each in funding] == [
        ("계", None, 30), ("계", 2024, 30), ("국비", None, 10), ("국비", 2024, 10),
        ("시비", None, 20), ("시비", 2024, 20),
    ]  # fmt: skip
