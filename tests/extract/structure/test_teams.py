"""Which office does it: form of writing -> department and team of the first project. A new form gets a row here."""

import pytest

from extract import extract_bytes

COVER = "가람시\n2025년도 주요업무계획\n\n2025. 2.\n\n"
WORK = "□ 사업개요\n ○ 사업기간 : 2024. 2. ~ 2026. 11.\n"
TABLE = "□ 소요예산\n(단위 : 백만원)\n구분\t2024년\t2025년\n국비\t100\t200\n시비\t100\t200\n"
CHARGED = "담당\t도로과장 김하늘(3790)\t도로시설팀장 이가람(3791)\t담당자 박늘봄(3792)\n"
LIST = "연번\t추진과제\t구분\t담당부서\t'25년 예산\n1\t골목길 정비\t계속\t도로과\t300\n2\t다리 보수\t신규\t건설과\t200\n\n"

TEAMS = [
    ("right behind a table", f"건 설 국\n\n1. 골목길 정비\n{WORK}{TABLE}{CHARGED}\n2. 다리 보수\n{WORK}", "건설국", "도로과"),
    ("of the department itself", f"도 로 과\n\n1. 골목길 정비\n{WORK}{TABLE}{CHARGED}\n2. 다리 보수\n{WORK}", "도로과", "도로시설팀"),
    (
        "who wrote it",
        f"건 설 국\n\n1. 골목길 정비\n{WORK}작성자\t도로과장 : 김하늘 ☎2133-2170\t도로시설팀장 : 이가람 ☎2171\n2. 다리 보수\n{WORK}",
        "건설국",
        "도로과",
    ),
    ("in brackets below the title", f"건 설 국\n\n1. 골목길 정비\n(도로과)\n{WORK}2. 다리 보수\n{WORK}", "건설국", "도로과"),
    ("in brackets, with a label", f"도 로 과\n\n1. 골목길 정비\n(담당 : 도로1팀)\n{WORK}2. 다리 보수\n{WORK}", "도로과", "도로1팀"),
    ("department and team in a line", f"도 로 과\n\n1. 골목길 정비\n{WORK}담당 : 도로과 도로시설팀(☎2091-3061)\n2. 다리 보수\n{WORK}", "도로과", "도로시설팀"),
    (
        "in a frame with its title",
        f"도로과\n1\t골목길 정비\t계속\t현안\n담 당\t도로1팀장 김하늘(☎8641)\t담당자 박늘봄\n{WORK}\n2\t다리 보수\t신규\t현안\n담 당\t도로2팀장 이가람(☎8642)\t담당자 최솔\n{WORK}",
        "도로과",
        "도로1팀",
    ),
    ("a column of the list, in a report without departments", f"< 추진과제 총괄표 >\n{LIST}1. 골목길 정비\n{WORK}2. 다리 보수\n{WORK}", "도로과", ""),
    ("a column of the list of a bureau", f"건 설 국\n< 추진과제 총괄표 >\n{LIST}1. 골목길 정비\n{WORK}2. 다리 보수\n{WORK}", "건설국", "도로과"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "department", "team"), [row[1:] for row in TEAMS], ids=[row[0] for row in TEAMS]
)
def test_who_is_in_charge(text: str, department: str, team: str) -> None:
    report = extract_bytes(f"{COVER}{text}".encode(), "report.txt")
    first, second = report.projects
    assert (first.name, first.department, first.team) == ("골목길 정비", department, team)
    assert second.name == "다리 보수"


def test_each_frame_names_its_own_team() -> None:
    text = "".join(
        f"{at}\t{name}\t계속\t현안\n담 당\t도로{at}팀장 김하늘(☎864{at})\t담당자 박늘봄\n{WORK}\n"
        for at, name in enumerate(("골목길 정비", "다리 보수", "육교 철거"), 1)
    )
    names = "연번\t주요사업\t구분\t쪽\n1\t골목길 정비\t계속\t3\n2\t다리 보수\t계속\t4\n3\t육교 철거\t계속\t5\n\n"
    report = extract_bytes(f"{COVER}도로과\n{names}{text}".encode(), "report.txt")
    assert [each.team for each in report.projects] == ["도로1팀", "도로2팀", "도로3팀"]


def test_the_budget_above_is_read_whole() -> None:
    text = f"{COVER}건 설 국\n\n1. 골목길 정비\n{WORK}{TABLE}{CHARGED}"
    report = extract_bytes(text.encode(), "report.txt")
    assert [(row.source, row.thousand_won) for row in report.funding] == [
        ("국비", 100_000), ("국비", 200_000), ("시비", 100_000), ("시비", 200_000),
    ]  # fmt: skip


NO_TEAMS = ["5개소", "3개팀", "추진성과", "위탁기관", "판매처", "관내12개소"]


@pytest.mark.parametrize("words", NO_TEAMS)
def test_brackets_below_a_title_that_hold_no_office(words: str) -> None:
    text = f"{COVER}1. 골목길 정비\n({words})\n{WORK}"
    assert [each.team for each in extract_bytes(text.encode(), "report.txt").projects] == [""]


def test_a_sentence_that_speaks_of_those_in_charge() -> None:
    text = f"{COVER}1. 골목길 정비\n{WORK}□ 추진계획\n○ 현장에서 주민센터\n   담당 공무원과 협의하여 정비\n"
    assert [each.team for each in extract_bytes(text.encode(), "report.txt").projects] == [""]


def test_a_work_that_two_offices_list_says_of_neither() -> None:
    both = "연번\t사업명\t담당부서\t쪽\n1\t역량 강화\t총무과\t3\n2\t역량 강화\t건설과\t4\n\n"
    text = f"{COVER}{both}총무과\n1. 역량 강화\n{WORK}\n건설과\n1. 역량 강화\n{WORK}"
    found = extract_bytes(text.encode(), "report.txt").projects
    assert [(each.path, each.team) for each in found] == [("총무과/1", ""), ("건설과/1", "")]


def test_a_list_whose_numbers_stand_in_front_of_the_names() -> None:
    listed = "부 서\t과 제 명\t구 분\t쪽\n도로과\t1. 골목길 정비\t계속\t5\n\t2. 육교 철거\t신규\t6\n건설과\t1. 다리 보수\t계속\t7\n\n"
    text = f"{COVER}{listed}도 로 과\n1\t골목길 정비\n{WORK}2\t육교 철거\n{WORK}건 설 과\n1\t다리 보수\n{WORK}"
    found = extract_bytes(text.encode(), "report.txt").projects
    assert [(each.path, each.name, each.status, each.list_page) for each in found] == [
        ("도로과/1", "골목길 정비", "계속", 5),
        ("도로과/2", "육교 철거", "신규", 6),
        ("건설과/1", "다리 보수", "계속", 7),
    ]


LINES = [
    ("담당 : 도로시설팀 김철수 주무관(☎ 2345)", "도로시설팀"),
    ("담당 도시재생팀 김○○ (☎ 1234)", "도시재생팀"),
    ("작성자  도로정비팀 주무관 홍길동(☎2345)", "도로정비팀"),
]


@pytest.mark.parametrize(("line", "team"), LINES)
def test_a_team_and_who_is_of_it(line: str, team: str) -> None:
    text = f"{COVER}도로과\n1. 골목길 정비\n{WORK} - 준공 : 10월\n{line}\n2. 다리 보수\n{WORK}"
    found = extract_bytes(text.encode(), "report.txt").projects
    assert [each.team for each in found] == [team, ""]


def test_a_list_of_parts_is_no_list_of_projects() -> None:
    parts = "세부사업명\t구분\t사업비(백만원)\n1. 보도 정비\t계속\t100\n2. 차도 정비\t신규\t200\n"
    text = f"{COVER}도로과\n1. 골목길 정비\n{WORK}□ 세부사업\n{parts}2. 육교 철거\n{WORK}"
    found = extract_bytes(text.encode(), "report.txt").projects
    assert [each.path for each in found] == ["도로과/1", "도로과/2"]
