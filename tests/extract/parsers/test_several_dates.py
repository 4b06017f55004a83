"""Several dates of a line, with their kinds: habit of writing -> what the timeline must hold."""

import pytest

from extract import extract_bytes
from extract.records import Event

COVER = "2024년 주요업무계획\n\n"


def timeline(text: str) -> tuple[Event, ...]:
    return extract_bytes(text.encode(), "report.txt").timeline


SEVERAL = [
    (
        "a date that was put off",
        "□ 문제점\n○ 전주 이설 지연(당초 '25. 9월 → 변경 '26. 2월)에 따라 상류부 우선 시행\n",
        [("inline", "2025-09", "전주 이설 지연"), ("inline", "2026-02", "전주 이설 지연")],
    ),
    (
        "months of rounds in brackets are no steps of the line",
        COVER + "□ 추진계획\n○ 2024. 6. ~ 10. : 교육 운영(6월 : 1차, 10월 : 2차)\n",
        [
            ("milestone", "2024-06/2024-10", "교육 운영(6월 : 1차, 10월 : 2차)"),
            ("inline", "2024-06", "교육 운영"),
            ("inline", "2024-10", "교육 운영"),
        ],
    ),
    (
        "steps that a label 향후일정 announces",
        COVER + "□ 추진계획\n○ 향후일정 : '27. 3월 준공, 6월 개관 예정\n",
        [("inline", "2027-03", "준공"), ("inline", "2027-06", "개관 예정")],
    ),
    (
        "days that a label lists",
        COVER + "□ 추진실적\n○ 근절 캠페인 : 3. 22.(금), 4. 26.(금), 5. 31.(금)\n",
        [("inline", f"2023-{day}", "근절 캠페인") for day in ("03-22", "04-26", "05-31")],
    ),
    (
        "the turns of what a label names",
        COVER
        + "□ 추진실적\n○ 대상자 선정 : 1차 4. 12., 2차 5. 24.(498대)\n○ 추첨 : 1차 6. 3., 2차 7. 1.\n",
        [
            ("inline", "2023-04-12", "대상자 선정 : 1차"),
            ("inline", "2023-05-24", "대상자 선정 2차 (498대)"),
            ("inline", "2023-06-03", "추첨"),
            ("inline", "2023-07-01", "추첨"),
        ],
    ),
    (
        "an hour is part of the date",
        COVER + "□ 추진실적\n○ 합동훈련 : 2024. 3. 7.(목) 14:00, 수리봉 일원\n",
        [("inline", "2024-03-07", "합동훈련 : 수리봉 일원")],
    ),
    (
        "a stroke before the next label ends what is said",
        COVER + "□ 향후계획\n○ 골조공사 완료 : '26. 5월 / 내·외부 마감 : '26. 6~10월\n",
        [
            ("inline", "2026-05", "골조공사 완료"),
            ("inline", "2026-06/2026-10", "내·외부 마감"),
        ],
    ),
    (
        "what a section says on the line of its title",
        COVER + "1. 산불 예방\n□ 향후계획 : 감시원 선발(10월 중), 보관함 교체(하반기)\n",
        [("inline", "2024-10", "감시원 선발"), ("inline", "2024-41", "보관함 교체")],
    ),
    (
        "the half of a year behind a comma",
        COVER + "□ 추진계획\n○ 안전시설 확충: 5교, 2024년 하반기\n",
        [("inline", "2024-41", "안전시설 확충: 5교")],
    ),
    (
        "the year that is aimed at",
        COVER + "□ 추진계획\n○ 예비평가 신청('26년) → 최종 등재('30년 목표)\n",
        [("inline", "2026", "예비평가 신청"), ("inline", "2030", "최종 등재")],
    ),
    (
        "the school year of a plan",
        COVER + "□ 추진계획\n○ 2024학년도 센터 운영 계획 수립: 2월 중\n",
        [("inline", "2024-02", "2024학년도 센터 운영 계획 수립")],
    ),
    (
        "steps with their dates in brackets in front",
        COVER
        + "□ 추진일정\n▪ ('24.1월) 공모 시달 → (2~3월) 신청·평가 → (~'24.12월) 기본계획 수립\n",
        [
            ("milestone", "2024-01", "공모 시달"),
            ("milestone", "2024-02/2024-03", "신청·평가"),
            ("milestone", "../2024-12", "기본계획 수립"),
        ],
    ),
    (
        "the year before a change says nothing of what is done below",
        COVER
        + "□ 추진계획\n○ 도시숲 17개소 조성('23년 142억원 → '24년 138억원)\n- 조기집행률 65% 달성(6월말)\n",
        [("inline", "2024-06-21/2024-06-30", "조기집행률 65% 달성")],
    ),
    (
        "what is spent in a half of a year",
        COVER + "□ 추진계획\n○ 조기집행에 따라 2024년 상반기중 60% 이상 집행\n",
        [("inline", "2024-40", "조기집행에 따라 60% 이상 집행")],
    ),
    (
        "a quarter in brackets in front",
        COVER + "□ 추진계획\n- (1분기) 지침 확정 및 보조금 교부\n",
        [("milestone", "2024-33", "지침 확정 및 보조금 교부")],
    ),
    (
        "what is asked for a year is asked in the year before",
        COVER + "□ 향후계획\n○ 2025년 설치단지 수요조사 : 4/4분기\n",
        [("inline", "2024-36", "2025년 설치단지 수요조사")],
    ),
    (
        "the part of a project in front of its date",
        "□ 추진상황\n○ (바우처택시) '25. 4. 1. : 이용대상 확대\n",
        [("milestone", "2025-04-01", "이용대상 확대")],
    ),
    (
        "steps behind arrows, one in a half of a year",
        "□ 향후계획\n○ '29.12. : 공사 완료 → '30. 상반기 : 시운전 → '30. 9. : 개통\n",
        [
            ("milestone", "2029-12", "공사 완료"),
            ("milestone", "2030-40", "시운전"),
            ("milestone", "2030-09", "개통"),
        ],
    ),
    (
        "a milestone and what it dates inside, in a project under one □",
        (
            "□ 빈집 정비사업\n○ 사 업 비 : 5억원\n○ 정비계획 : 5동\n"
            "- '25. 1. ~ 12. : 사업비 교부('25. 3.) 및 사업추진\n"
        ),
        [
            ("milestone", "2025-01/2025-12", "사업비 교부('25. 3.) 및 사업추진"),
            ("inline", "2025-03", "사업비 교부"),
        ],
    ),
    (
        "a half behind a date only says which one is meant",
        COVER + "□ 추진계획\n○ '24. 2. ~ 6. : 상반기 사업 시행\n",
        [("milestone", "2024-02/2024-06", "상반기 사업 시행")],
    ),
    (
        "a label in the bracket",
        "□ 추진상황\n○ '24. 10. 8. : 용역 착수(계약일 : '24. 10. 2. 계약금 : 83백만원)\n",
        [
            ("milestone", "2024-10-08", "용역 착수(계약일 : '24. 10. 2. 계약금 : 83백만원)"),
            ("inline", "2024-10-02", "계약일"),
        ],
    ),
    (
        "what the contents of a project have in store, and what a law once said",
        COVER
        + "□ 사업개요\n○ 사업내용 : 공방 운영, 문화축제(10월 중) 개최\n○ 추진근거 : 조례 제정('19. 4. 25.)\n",
        [
            ("inline", "2024-10", "문화축제 개최"),
            ("mention", "2019-04-25", "추진근거 : 조례 제정('19. 4. 25.)"),
        ],
    ),
    (
        "a period with a label of its own behind a comma in brackets",
        "□ 사업개요\n○ 운영방법 : 민간위탁(가람재단, 위탁기간 : 2024. 1. 1. ~ 2026. 12. 31.)\n",
        [("period", "2024-01-01/2026-12-31", "위탁기간")],
    ),
    (
        "a day with its place in brackets, and one behind its label there",
        COVER
        + "□ 추진계획\n○ 연안정화 행사 개최(9. 20. / 남포해변 / 1,200명)\n○ 예비비 사용 결정(응급복구 완료 : 8. 29.)\n",
        [("inline", "2024-09-20", "연안정화 행사 개최"), ("inline", "2024-08-29", "응급복구 완료")],
    ),
    (
        "the year of a bill is not the year of what is done for it",
        "2025년 상반기 보고\n□ 문제점\n○ '26년 정부예산안 반영을 위해 방문 건의(7월, 8월)\n",
        [
            ("inline", "2025-07", "'26년 정부예산안 반영을 위해 방문 건의"),
            ("inline", "2025-08", "'26년 정부예산안 반영을 위해 방문 건의"),
        ],
    ),
    (
        "a month in the name of a project, in its list and in its title",
        COVER
        + "연번\t사 업 명\t구분\t쪽\n1\t7월 집중호우 피해 복구\t신규\t3\n\n1\t7월 집중호우 피해 복구\t신규\n□ 사업개요\n○ 위치 : 가람동\n□ 추진계획\n○ 3월 : 착공\n",
        [("milestone", "2024-03", "착공")],
    ),
    (
        "a month is of the year named last in its line",
        "□ 소요예산\n※ 기투자 2018년 6,320백만원, 2020년 시비 1,630백만원은 6월 중 교부 예정\n",
        [("inline", "2020-06", "2020년 시비 1,630백만원은 교부 예정")],
    ),
    (
        "a stroke between letters parts no clause",
        "□ 추진상황\n○ 상설 T/F팀 구성 : '20. 4. ~\n",
        [("inline", "2020-04/..", "상설 T/F팀 구성")],
    ),
    (
        "halves in the bracket behind a period",
        "□ 추진계획\n○ 기 간 : 2024. 2. ~ 11.(상·하반기 연2회)\n",
        [("period", "2024-02/2024-11", "기간")],
    ),
    (
        "a month in brackets, of the year that leads the line",
        "□ 추진사항\n○ '19. 10. ~ 11. : 심의(10. 22.), 협약체결(12.)\n○ 사업 추진(3.)\n",
        [
            ("milestone", "2019-10/2019-11", "심의(10. 22.), 협약체결(12.)"),
            ("inline", "2019-10-22", "심의"),
            ("inline", "2019-12", "협약체결"),
            ("inline", "2019-03", "사업 추진"),
        ],
    ),
    (
        "a remark behind a period",
        "□ 사업개요\n○ 사업기간 : '25. 1. ~ 2. ▸ '25년 사업의 원활한 추진\n",
        [("period", "2025-01/2025-02", "사업기간")],
    ),
    (
        "a period over two lines of a cell",
        (
            "<table><tr><th>일자</th><th>대상</th></tr><tr><td>'25. 1. 14.(월) ~<br>'25. 2. 18.(화)</td>"
            "<td>솔빛권</td></tr></table>"
        ),
        [("milestone", "2025-01-14/2025-02-18", "솔빛권")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in SEVERAL], ids=[row[0] for row in SEVERAL]
)
def test_several_of_a_line(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(event.kind, event.edtf, event.text) for event in timeline(text)] == expected
