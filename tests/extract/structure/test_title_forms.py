"""Forms in which offices print the titles of their works. A bug first becomes a row here."""

import pytest

from extract import extract_bytes

COVER = "가람광역시\n2025년도 주요업무계획\n\n2025. 2.\n\n교 통 국\n\n"
OVERVIEW = "□ 사업개요\n ○ 사업기간 : 2024. 2. ~ 2026. 11.\n ○ 총사업비 : 30백만원(시비)\n"
PLAN = "□ 추진계획\n ○ ’25. 3. : 착공\n"
WORK = OVERVIEW + PLAN

FORMS = [
    (
        "a frame of three cells: number, title, state",
        f"1\t달빛골 정비\t계속\n[담당] 교통과장 김○○(☎ 2541)\n{WORK}\n2\t새터 조성\t신규\n{WORK}",
        [("교통국/1", "달빛골 정비", "계속"), ("교통국/2", "새터 조성", "신규")],
    ),
    (
        "a frame with the office in charge, what the work is for below it",
        (
            f"1\t촘촘한 교통망\n1-1\t달빛골 정비\t【도로과】\n◇ 막힌 길을 뚫어 정주여건 개선\n{WORK}"
            f"1-2\t새터 조성\t【교통과】\n◇ 모자란 터를 늘려 편의 증진\n{WORK}"
        ),
        [("교통국/1-1", "달빛골 정비", ""), ("교통국/1-2", "새터 조성", "")],
    ),
    (
        "number, title and office each on a line of its own",
        (
            f"전략 1\n촘촘한 교통망 구축\n1\n달빛골~새터 도로 개설\n(도로과)\n◈ 막힌 길을 뚫어 정주여건 개선\n{WORK}\n"
            f"2\n새터 조성\n(교통과)\n◈ 모자란 터를 늘려 편의 증진\n{WORK}"
        ),
        [("교통국/1", "달빛골~새터 도로 개설", ""), ("교통국/2", "새터 조성", "")],
    ),
    (
        "◇ that are titles themselves under a division",
        f"1. 주요업무\n◇ 달빛골 정비\n{WORK}◇ 새터 조성\n{WORK}",
        [("교통국/1", "달빛골 정비", ""), ("교통국/2", "새터 조성", "")],
    ),
    (
        "a title that begins with a year",
        f"1. 2030 달빛골 정비\n{WORK}2. 새터 조성\n{WORK}",
        [("교통국/1", "2030 달빛골 정비", ""), ("교통국/2", "새터 조성", "")],
    ),
    (
        "chapters that are departments",
        f"Ⅰ. 도    로    과\n1. 달빛골 정비\n{WORK}Ⅱ. 건설방재과\n1. 새터 조성\n{WORK}",
        [("도로과/1", "달빛골 정비", ""), ("건설방재과/1", "새터 조성", "")],
    ),
    (
        "a branch office behind the bureau's own works",
        f"Ⅰ. 주요업무계획\n1. 달빛골 정비\n{WORK}Ⅱ. 사업소 주요업무계획\n교 통 연 구 소\n□ 조 직 : 2팀\n1. 새터 조성\n{WORK}",
        [("교통국/1", "달빛골 정비", ""), ("교통연구소/1", "새터 조성", "")],
    ),
    (
        "the works of a project one by one, and its budget behind them",
        (
            "1. 하천 정비사업 추진\n 가. 추진방향 : 친수 하천으로 전환\n 나. 사업별 추진상황\n  1) 달빛천 정비\n"
            "   ○ 위    치 : 달빛동 일원\n   ○ 사업기간 : 2024. 2. ~ 2026. 11.\n  2) 새터천 정비\n   ○ 위    치 : 새터동 일원\n"
            "   ○ 사업기간 : 2024. 2. ~ 2026. 11.\n 다. 2025년 소요예산 : 4,200백만원\n"
        ),
        [
            ("교통국/1", "하천 정비사업 추진", ""),
            ("교통국/1.1", "달빛천 정비", ""),
            ("교통국/1.2", "새터천 정비", ""),
        ],
    ),
]


FORMS += [
    (
        "numbers of three levels",
        f"1-1. 핵심거점 육성\n1-1-① 달빛골 정비 (도로과)\n{WORK}1-1-② 새터 조성 (교통과)\n{WORK}",
        [("교통국/1-1-①", "달빛골 정비", ""), ("교통국/1-1-②", "새터 조성", "")],
    ),
    (
        "■ over □, and what the work is for between them",
        f"■ 달빛골 정비\t신규\n막힌 길을 뚫어 주민이 편히 다니도록 정주여건 개선\n{WORK}■ 새터 조성\t계속\n{WORK}",
        [("교통국/1", "달빛골 정비", "신규"), ("교통국/2", "새터 조성", "계속")],
    ),
    (
        "❍ as the mark of sections, ◈ between title and section",
        (
            f"1\t달빛골 정비\n◈ 막힌 길을 뚫어 정주여건 개선\n{WORK.replace(' ○', ' ◦').replace('□', '❍')}"
            f"2\t새터 조성\n◈ 모자란 터를 늘려 편의 증진\n{WORK.replace(' ○', ' ◦').replace('□', '❍')}"
        ),
        [("교통국/1", "달빛골 정비", ""), ("교통국/2", "새터 조성", "")],
    ),
    (
        "departments in brackets over their works",
        f"【 도로과 】\n\n1\t달빛골 정비\n{WORK}\n【 교통과 】\n\n1\t새터 조성\n{WORK}",
        [("도로과/1", "달빛골 정비", ""), ("교통과/1", "새터 조성", "")],
    ),
    (
        "programmes ① below a section that sums them up",
        (
            f"■ 주차장 확충\t계속\n□ 투자계획 총괄\n구분\t총사업비(천원)\n계\t30\n① 달빛골 주차장\n ❍ 위    치  달빛동\n ❍ 사업기간  2024. 2. ~ 2026. 11.\n"
            f"② 새터 주차장\n ❍ 위    치  새터동\n ❍ 사업기간  2024. 2. ~ 2026. 11.\n\n■ 새터 조성\t신규\n{WORK}"
        ),
        [
            ("교통국/1", "주차장 확충", "계속"),
            ("교통국/1.1", "달빛골 주차장", ""),
            ("교통국/1.2", "새터 주차장", ""),
            ("교통국/2", "새터 조성", "신규"),
        ],
    ),
    (
        "tasks with programmes ① of offices, behind a summary and behind an overview of their own",
        (
            "추진과제 1\t정주여건 개선 및 경제 활력 제고\n◇ 불편을 덜어 활력 제고\n□ 과제 개요\n ㅇ (사업기간) ’24~’28년\n□ 재정투자계획\n(단위 : 억원)\n구분\t’24년\t’25년\n계\t1\t2\n국비\t1\t2\n"
            "① 달빛골 정비 〔도로과〕\n□ 추진실적\n ㅇ 대상지 선정(’24. 4. 11.)\n□ 추진계획\n ㅇ 시범 운영(’25. 3.)\n"
            "② 새터 조성 〔교통과〕\n ㅇ (사업기간) ’24~’26년\n ㅇ (사업규모) 12개소\n□ 추진실적\n ㅇ 준공(’24. 11.)\n"
            "추진과제 2\t인력 유입\n◇ 정착을 도움\n① 청년 지원 〔인구과〕\n□ 추진실적\n ㅇ 학교 운영(’24. 3.)\n□ 추진계획\n ㅇ 공모(’25. 3.)\n□ ’25년 소요예산 : 3,000천원(시비)\n"
            "② 소득 보전 〔복지과〕\n□ 추진실적\n ㅇ 지급(’24. 12.)\n□ 추진계획\n ㅇ 개정(’25. 9.)\n"
            "【추진과제 2】 재정투자계획\n(단위 : 백만원)\n세부과제\t’24년\t’25년\n계\t1\t2\n국비\t1\t2\n"
        ),
        [
            ("교통국/1", "정주여건 개선 및 경제 활력 제고", ""),
            ("교통국/1.1", "달빛골 정비", ""),
            ("교통국/1.2", "새터 조성", ""),
            ("교통국/2", "인력 유입", ""),
            ("교통국/2.1", "청년 지원", ""),
            ("교통국/2.2", "소득 보전", ""),
        ],
    ),
    (
        "a list of works above a running head with the page's number",
        (
            f"Ⅰ. 주요업무\n1 도로과\n1-1. 달빛골 정비\n1-2. 새터 조성\n2025년도 주요업무계획 | 교통국 - 6 -\n1-1 달빛골 정비\n{WORK}"
            f"2025년도 주요업무계획 | 교통국 - 7 -\n1-2 새터 조성\n{WORK}2025년도 주요업무계획 | 교통국 - 8 -\n"
        ),
        [("도로과/1-1", "달빛골 정비", ""), ("도로과/1-2", "새터 조성", "")],
    ),
    (
        "programmes 1) of a section 세부 추진계획",
        (
            f"1. 자원순환 확대\n{OVERVIEW}□ 세부 추진계획\n1) 종량기 보급\n ○ 사업기간 : 2024. 2. ~ 11.\n ○ 예  산 : 20백만원(시비)\n"
            f"2) 정거장 운영\n ○ 사업기간 : 2024. 3. ~ 12.\n ○ 예  산 : 10백만원(시비)\n2. 새터 조성\n{WORK}"
        ),
        [
            ("교통국/1", "자원순환 확대", ""),
            ("교통국/1.1", "종량기 보급", ""),
            ("교통국/1.2", "정거장 운영", ""),
            ("교통국/2", "새터 조성", ""),
        ],
    ),
    (
        "a group and its first task, each a frame",
        f"추진전략 1\t촘촘한 교통망\n과제 1-1\t달빛골 정비\n{WORK}과제 1-2\t새터 조성\n{WORK}",
        [("교통국/1-1", "달빛골 정비", ""), ("교통국/1-2", "새터 조성", "")],
    ),
    (
        "a form whose sections stand beside their first items",
        (
            "1\t달빛골 정비\t계속\n사업개요\t○ 사업기간 : 2024. 2. ~ 2026. 11.\n○ 위    치 : 달빛동 일원\n추진실적\t○ ’24. 3. : 착공\n○ ’24. 9. : 1구간 준공\n"
            "추진계획\t○ ’25. 3. : 2구간 착공\n"
        ),
        [("교통국/1", "달빛골 정비", "계속")],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"), [row[1:] for row in FORMS], ids=[row[0] for row in FORMS]
)
def test_titles(text: str, wanted: list[tuple[str, str, str]]) -> None:
    report = extract_bytes((COVER + text).encode(), "report.txt")
    assert [(each.path, each.name, each.status) for each in report.projects] == wanted
    holders = {each.parent for each in report.projects}
    works = [each for each in report.projects if each.path not in holders]
    assert "사업개요" not in text or all(each.period for each in works)


def test_the_budget_behind_the_last_programme_is_the_projects() -> None:
    text = next(text for name, text, _ in FORMS if "its budget behind them" in name)
    report = extract_bytes((COVER + text).encode(), "report.txt")
    assert [(each.project, each.kind) for each in report.funding] == [("교통국/1", "headline")]


def test_a_section_named_by_its_task_is_the_tasks() -> None:
    text = next(text for name, text, _ in FORMS if "programmes ① of offices" in name)
    report = extract_bytes((COVER + text).encode(), "report.txt")
    tables = [(each.project, each.won) for each in report.funding if each.table == 2]
    assert {project for project, _ in tables} == {"교통국/2"}
    assert len(tables) == 4


NO_TITLES = [
    ("a page number between two lines of a sentence", f"1. 달빛골 정비\n{OVERVIEW}□ 추진방향\n ○ 주민이 함께하고\n2\n오래 머무는 마을로 조성\n{PLAN}"),
    ("a page number that is not the next of the row", f"1. 달빛골 정비\n{WORK}\n7\n추진 배경과 여건\n□ 추진배경\n ○ 길이 좁음\n"),
]  # fmt: skip


@pytest.mark.parametrize("text", [row[1] for row in NO_TITLES], ids=[row[0] for row in NO_TITLES])
def test_no_titles(text: str) -> None:
    report = extract_bytes((COVER + text).encode(), "report.txt")
    assert [each.name for each in report.projects] == ["달빛골 정비"]
