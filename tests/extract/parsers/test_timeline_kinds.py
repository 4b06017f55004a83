"""Dates that are no milestone: habit of writing -> their kind and value. A bug first becomes a row here."""

import pytest

from extract import extract_bytes
from extract.records import Event

COVER = "2024년 주요업무계획\n\n"


def timeline(text: str) -> tuple[Event, ...]:
    return extract_bytes(text.encode(), "report.txt").timeline


OTHER_KINDS = [
    (
        "a half that is not over, alone in its bracket",
        COVER + "□ 문제점 및 대책\n○ 일방통행 지정 추진(상반기 중)\n",
        "inline",
        "2024-40",
    ),
    (
        "a cell that says itself what happens at its date",
        COVER + "□ 추진일정\n과제\t주요 일정\n자료 확대\t자문회의 개최(1월)\n",
        "inline",
        "2024-01",
    ),
    (
        "places with a day each",
        COVER + "□ 추진실적\n○ 표지 설치 : 2개소(한솔초 3. 28., 새움초 4. 2.)\n",
        "inline",
        "2023-03-28 2023-04-02",
    ),
    (
        "a day behind a colon, open on one side",
        COVER
        + "□ 추진계획\n○ 집중 홍보 : 9. 17. ~\n○ 결과 정산 : ~ 12. 15.\n○ 개관 : 5. 30. 하늘관\n○ 정산 보고 : 12. 19.까지\n",
        "inline",
        "2024-09-17/.. ../2024-12-15 2024-05-30 ../2024-12-19",
    ),
    (
        "the plan of the next year is made in this one",
        COVER + "□ 추진계획\n○ 2025년 안전계획 수립 및 의결 : 12월\n",
        "inline",
        "2024-12",
    ),
    (
        "the edition of a book",
        COVER + "□ 추진방향\n○ 개발보안 가이드(2021. 11.)의 기준 준수\n",
        "mention",
        "2021-11",
    ),
    (
        "the year of a chapter that looks back",
        "Ⅰ. 2021년 평가\n□ 성과\n○ 대회 개최(8월~11월)\n",
        "inline",
        "2021-08/2021-11",
    ),
    (
        "what happens, a colon, a date",
        "□ 추진일정\n○ 기본계획 수립 : 2024. 2월\n",
        "inline",
        "2024-02",
    ),
    (
        "a date in brackets under a column of goals",
        "□ 시설 확충\n| 구분 | 상반기 목표 | 비고 |\n|---|---|---|\n| 늘봄관 | 협약 체결 완료('25.6.) | |\n",
        "inline",
        "2025-06",
    ),
    (
        "what is offered is no source",
        "□ 추진계획\n○ (차량 제공) 버스 임차용역 시행('25. 하반기)\n",
        "inline",
        "2025-41",
    ),
    (
        "a plan of years dates nothing below it",
        COVER + "□ 정책 마련\n○ 제3차 진흥계획(2025~2029)\n- 정책 발표(상반기)\n",
        "inline",
        "2025/2029 2024-40",
    ),
    ("a date in brackets", "□ 추진실적\n○ 조례 제정(2023. 7. 1.)\n", "inline", "2023-07-01"),
    (
        "the day a figure holds for",
        "□ 추진상황\n○ 2023년 6월말 기준 공정률 45%\n",
        "mention",
        "2023-06-30",
    ),
    (
        "the day of a law",
        "□ 추진방향\n○ 「마을법」(법률 제1234호, 2013. 6. 4. 제정)에 따라 추진\n",
        "mention",
        "2013-06-04",
    ),
    (
        "the day of a letter",
        "□ 추진실적\n○ 예산 미반영 통보(유산과-51(2025. 1. 3.)호)\n",
        "mention",
        "2025-01-03",
    ),
    (
        "up to a day with its weekday, and a day of appointment",
        COVER + "□ 추진계획\n○ 계획 제출 : 4. 11.(금)까지\n○ 지원실장 배치 : 31교(3. 1.자)\n",
        "inline",
        "../2024-04-11 2024-03-01",
    ),
    (
        "a period over two lines",
        "□ 사업개요\n○ 사업기간 : 2026. 1. 1. ~\n  2030. 12. 31.\n○ 규모 : 3ha\n",
        "period",
        "2026-01-01/2030-12-31",
    ),
    ("a period", "□ 사업개요\n○ 사업기간 : 2022. 1. ~ 2025. 12.\n", "period", "2022-01/2025-12"),
    (
        "the period in the heading of a project under one □",
        "□ 「솔빛마을」사업 추진(2015~2029)\n○ 사업대상 : 7개소\n○ 사 업 비 : 5억원\n",
        "period",
        "2015/2029",
    ),
    (
        "a remark behind a heading",
        "□ 새내기 주택 지원사업 *'26년까지 300세대\n○ 사업대상 : 7세대\n○ 사 업 비 : 5억원\n",
        "mention",
        "../2026",
    ),
    (
        "the day in a heading",
        "□ 정비기본계획 본격 시행(25.1.1.)\n○ 사업대상 : 7세대\n○ 사 업 비 : 5억원\n",
        "inline",
        "2025-01-01",
    ),
    (
        "the time of something",
        "□ 행사개요\n○ 발표시기 : '25. 1. ~ 2.\n",
        "period",
        "2025-01/2025-02",
    ),
    (
        "a period named without a colon",
        "□ 사업개요\n○ 총사업비 : 28억원(국비 13, 시비 15) ▹ 사업기간 '09~'25년\n",
        "period",
        "2009/2025",
    ),
    (
        "a schedule in one line is no period",
        "□ 추진계획\n○ (추진일정) 설계('25)\n",
        "inline",
        "2025",
    ),
    (
        "a half in which a thing is done",
        COVER + "□ 향후계획\n○ 하반기 지도점검 실시 등\n",
        "inline",
        "2024-41",
    ),
    ("what has been done so far", "□ 추진현황\n○ 솔빛동('22. 1. 준공)\n", "inline", "2022-01"),
    (
        "years of an amount",
        "□ 추진상황\n○ '24~'25년 국비는 이월예산\n",
        "mention",
        "2024/2025",
    ),
    (
        "what there was at the end of a month",
        "□ 추진상황\n○ 2024년 12월말 기금 보유현황 : 204백만원\n",
        "mention",
        "2024-12-21/2024-12-31",
    ),
    ("how many by a year", "□ 추진상황\n○ 26년 10동 → '30년까지 50동\n", "mention", "../2030"),
    (
        "years of the things meant",
        "□ 추진상황\n○ 2023~2024년 신청하여 추진하는 사업의 보고\n",
        "mention",
        "2023/2024",
    ),
    ("a period without end", "□ 사업개요\n○ 기 간 : 2022. 1. ~ 계속\n", "period", "2022-01/.."),
]


@pytest.mark.parametrize(
    ("text", "kind", "edtf"), [row[1:] for row in OTHER_KINDS], ids=[row[0] for row in OTHER_KINDS]
)
def test_other_kinds(text: str, kind: str, edtf: str) -> None:
    assert [(event.kind, event.edtf) for event in timeline(text)] == [
        (kind, each) for each in edtf.split()
    ]


PERIODS = [
    ("in brackets", "□ 사업개요\n○ (사업기간) 2026. 3. 1. ~ 2027. 2. 28. (2026학년도)\n", "2026-03-01/2027-02-28"),
    ("without a colon", "□ 사업개요\n○ 사업기간  2022년 ~ 2027년\n", "2022/2027"),
    ("letter-spaced, without a colon", "□ 사업개요\n○ 기    간  '24. 3. ~ '25. 2.\n", "2024-03/2025-02"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "edtf"), [row[1:] for row in PERIODS], ids=[row[0] for row in PERIODS]
)
def test_labels_of_a_period(text: str, edtf: str) -> None:
    assert [(event.kind, event.edtf) for event in timeline(text)] == [("period", edtf)]


NAMED_PERIODS = [
    (
        "parts of a period as items",
        "□ 추진개요\n○ 산불조심기간\n - 봄철 : 2024. 2. 1. ~ 5. 15.(105일간)\n - 가을철 : 2024. 11. 1. ~ 12. 15.\n",
        [("산불조심기간 봄철", "2024-02-01/2024-05-15"), ("산불조심기간 가을철", "2024-11-01/2024-12-15")],
    ),
    (
        "one that shares its label with the cost",
        "□ 사업개요\n○ 사업기간/사업비 : 2022. ~ 2026. / 312억원(국비 94, 시비 218)\n",
        [("사업기간", "2022/2026")],
    ),
    (
        "one inside another's bracket",
        "□ 사업개요\n○ 사업기간 : 2024. 1. ~ 12.(집중방제기간 : '23. 10. ~ '24. 3.)\n",
        [("사업기간", "2024-01/2024-12"), ("집중방제기간", "2023-10/2024-03")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in NAMED_PERIODS], ids=[row[0] for row in NAMED_PERIODS]
)
def test_the_label_of_each_period(text: str, expected: list[tuple[str, str]]) -> None:
    found = [event for event in timeline(text) if event.kind == "period"]
    assert [(event.text, event.edtf) for event in found] == expected


def test_what_follows_the_year_planned_is_planned_among_the_results_too() -> None:
    text = "2026년 주요업무계획\n\n1. 도로 개설\n□ 추진실적\n○ 2025. 3. : 착공\n○ 2027. 12. : 준공 예정\n"
    events = extract_bytes(text.encode(), "report.txt").timeline
    assert [event.status for event in events] == ["done", "planned"]


SIDE_BY_SIDE = [
    (
        "a half behind a comma in which a thing is built",
        COVER + "□ 향후계획\n○ 6월 : 실시설계 완료, 하반기 착공\n",
        [("milestone", "2024-06"), ("inline", "2024-41")],
    ),
    (
        "a half behind a comma that says which one is meant",
        COVER + "□ 추진계획\n○ 2024.01.: 사업계획 수립, 상반기 신청자 접수\n",
        [("milestone", "2024-01")],
    ),
    (
        "halves and quarters behind a colon",
        COVER + "□ 추진계획\n○ 품질평가 : 2/4분기, 4/4분기\n○ '28. 12월 준공(개관 : '29년 상반기)\n",
        [("inline", "2024-34"), ("inline", "2024-36"), ("milestone", "2028-12"), ("inline", "2029-40")],
    ),
    (
        "a half set apart from its words",
        COVER + "□ 향후계획\n - '26. 하반기  실시설계 착수, 유물 수집 협약\n",
        [("milestone", "2026-41")],
    ),
    (
        "a day between steps",
        COVER + "□ 향후계획\n - 7월 중 집기 반입, 8. 20. 개소식\n",
        [("inline", "2024-07"), ("inline", "2024-08-20")],
    ),
    (
        "a year that says which plan a dated row is of",
        COVER + "□ 추진계획\n\n| 추진계획 | 세부일정 |\n|---|---|\n| '24년 정비사업 시행계획 통보 | '24.1월 |\n| 점검 | '24.3월 |\n",
        [("milestone", "2024-01"), ("milestone", "2024-03")],
    ),
    (
        "months of works in rows are of the year of their head",
        COVER + "□ 지구별 추진계획\n지구명\t사업기간\t'24년 주요 추진내용\n도담천\t'21 ~ '26\t준공('24. 10월)\n새미천\t'24 ~ '30\t설계 착수(3월)\n",
        [("period", "2021/2026"), ("inline", "2024-10"), ("period", "2024/2030"), ("inline", "2024-03")],
    ),
    (
        "halves that share out a deed",
        COVER + "□ 추진계획\n○ 강수량계 75대 교체(상반기 40대, 하반기 35대)\n",
        [("inline", "2024-40"), ("inline", "2024-41")],
    ),
    (
        "halves that share out a number",
        COVER + "□ 추진계획\n○ 민원 건수(상반기 40건, 하반기 35건)\n",
        [],
    ),
    (
        "a day in brackets from which a thing is done",
        COVER + "□ 향후계획\n○ 예측지점 확대(5.15.~)\n",
        [("inline", "2024-05-15/..")],
    ),
    (
        "a day by which a thing is done",
        COVER + "□ 향후계획\n○ 우선 시공 : 6. 20.한\n",
        [("inline", "../2024-06-20")],
    ),
    (
        "a column of the days on which things were put up",
        COVER + "□ 추진실적\n설치장소\t설치일\t시설내용\n시장 입구\t3. 25.\tCCTV\n은행나무길\t5. 8.\tCCTV\n",
        [("milestone", "2023-03-25"), ("milestone", "2023-05-08")],
    ),
    (
        "a year that ends the last cell of a report",
        COVER + "□ 추진계획\n내용\t일정\n점검\t3월\n정비\t2025년",
        [("milestone", "2024-03"), ("milestone", "2025")],
    ),
    (
        "a chapter of results and plans looks both ways",
        "2023년 실적 및 2024년 계획\n\nⅡ. 2023년 추진실적 및 2024년 추진계획\n\n1 급수 대응\n\n○ 추진기간 : 2024. 1. ~ 12.\n○ 추진내용\n - 매뉴얼 정비(2월)\n",
        [("period", "2024-01/2024-12"), ("inline", "2024-02")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in SIDE_BY_SIDE], ids=[row[0] for row in SIDE_BY_SIDE]
)
def test_dates_beside_others(text: str, expected: list[tuple[str, str]]) -> None:
    found = [event for event in timeline(text) if event.kind != "mention"]
    assert [(event.kind, event.edtf) for event in found] == expected
