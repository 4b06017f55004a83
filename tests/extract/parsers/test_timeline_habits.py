"""Dates of a report: habit of writing -> what the timeline must hold. A bug first becomes a row here."""

import pytest

from extract import extract_bytes
from extract.records import Event

COVER = "2024년 주요업무계획\n\n"


def timeline(text: str) -> tuple[Event, ...]:
    return extract_bytes(text.encode(), "report.txt").timeline


MILESTONES = [
    (
        "a date, a colon, what happens",
        "□ 추진경위\n○ 2023. 3. 5. : 기본계획 수립\n○ '23. 6. ~ 8. : 실시설계\n",
        [("2023-03-05", "기본계획 수립"), ("2023-06/2023-08", "실시설계")],
    ),
    (
        "the year stands once and holds for the months below",
        "□ 향후계획\n○ 2024. 1월 : 설계 착수\n○ 3월 : 공사 발주\n○ 12월 : 준공\n",
        [("2024-01", "설계 착수"), ("2024-03", "공사 발주"), ("2024-12", "준공")],
    ),
    (
        "months fall back at the turn of the year",
        "□ 향후계획\n○ 2024. 11월 : 설계\n○ 12월 : 심의\n○ 2025. 2월 : 착공\n",
        [("2024-11", "설계"), ("2024-12", "심의"), ("2025-02", "착공")],
    ),
    (
        "the year of the report's title where no line says one",
        COVER + "□ 향후계획\n○ 3월 : 공사 발주\n○ 하반기 : 준공\n",
        [("2024-03", "공사 발주"), ("2024-41", "준공")],
    ),
    (
        "a third of a month is about",
        "□ 추진상황\n○ ’23. 9월 중순 : 중간보고회\n",
        [("2023-09-11/2023-09-20", "중간보고회")],
    ),
    (
        "steps across, their dates in the last row",
        "□ 향후계획\n| 자문단 구성 | 1차 토론 | 결과 반영 |\n|---|---|---|\n| 전문가 | 시민 | 보고 |\n| '24.10월 | '24.11월 | '25.2월 |\n",
        [
            ("2024-10", "자문단 구성 전문가"),
            ("2024-11", "1차 토론 시민"),
            ("2025-02", "결과 반영 보고"),
        ],
    ),
    (
        "a line of a cell that begins with its date, without a colon",
        "□ 추진계획\n| 연번 | 추진상황 |\n|---|---|\n| 1 | ○'24. 6. 교체 사업 착수<br>○'24. 12. 교체 사업 완료 |\n",
        [("2024-06", "교체 사업 착수"), ("2024-12", "교체 사업 완료")],
    ),
    (
        "rows that begin with their date under a head that says nothing of dates",
        "□ 추진실적\n구분\t추진내용\t예산\n2024년 3월\t기본계획 수립\t50백만원\n2024년 8월\t주민설명회 개최\t-\n",
        [("2024-03", "기본계획 수립"), ("2024-08", "주민설명회 개최")],
    ),
    (
        "years dating what ends in a deed, and no figure",
        "□ 추진실적\n연도\t주요 추진내용\n2023년\t기본계획 수립\n2024년\t빈집 15동\n",
        [("2023", "기본계획 수립")],
    ),
    (
        "the plan of a step beside what came of it",
        "□ 추진실적\n추진단계\t당초계획\t추진실적\n설계용역\t'24.11.~'25.1.\t'25.1.24. 준공\n",
        [("2024-11/2025-01", "설계용역"), ("2025-01-24", "설계용역 준공")],
    ),
    (
        "a day without a year that an item begins with",
        COVER + "□ 추진계획\n○ 10. 27. ~ 11. 14.  통합시험 및 교육\n○ 12. 1.  정식 운영\n",
        [("2024-10-27/2024-11-14", "통합시험 및 교육"), ("2024-12-01", "정식 운영")],
    ),
    (
        "bars of marks under months",
        COVER + "□ 월별 추진계획\n구분\t1월\t2월\t3월\t4월\n교육\t●\t●\t\t\n평가\t\t\t\t●\n",
        [("2024-01/2024-02", "교육"), ("2024-04", "평가")],
    ),
    (
        "words under quarters",
        COVER + "□ 분기별 추진계획\n사업명\t1분기\t2분기\t3분기\n하늘천 정비\t보상\t\t착공\n",
        [("2024-33", "하늘천 정비 보상"), ("2024-35", "하늘천 정비 착공")],
    ),
    (
        "works across, when each is done below",
        COVER
        + "□ 학교별 추진 일정\n연번\t학교명\t설계\t공사\n1\t가온초\t1월 ~ 3월\t7. 21. ~ 8. 22.\n",
        [("2024-01/2024-03", "가온초 설계"), ("2024-07-21/2024-08-22", "가온초 공사")],
    ),
    (
        "quarters without their word",
        "□ 추진일정\n시 기\t내용\n’26.1/4\t이용권 공모\n’26.4/4\t의무대상 확대\n",
        [("2026-33", "이용권 공모"), ("2026-36", "의무대상 확대")],
    ),
    (
        "months down the first column, two of them in one",
        COVER + "□ 추진일정\n월 별\t추진내용\n1월\t계획 수립\n5월, 8월\t체험캠프\n",
        [("2024-01", "계획 수립"), ("2024-05", "체험캠프"), ("2024-08", "체험캠프")],
    ),
    ("a masked month and day", "□ 향후계획\n○ 2024. ○. ○. : 착공\n", [("2024-XX", "착공")]),
    (
        "a table of dates",
        "□ 추진계획\n| 일정 | 내용 |\n|---|---|\n| 2024. 3월 | 용역 발주 |\n| 2024. 5월 | 착수보고회 |\n",
        [("2024-03", "용역 발주"), ("2024-05", "착수보고회")],
    ),
    (
        "the head of a row gives its year; a figure beside the date tells nothing",
        (
            "□ 추진현황\n구분\t장소 / 일자\t참여인원\n2022년\t솔빛공원 3. 25.(금)\t1,000명\n"
            "2023년\t늘봄공원 3. 24.(금)\t2,000명\n"
        ),
        [("2022-03-25", "솔빛공원"), ("2023-03-24", "늘봄공원")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in MILESTONES], ids=[row[0] for row in MILESTONES]
)
def test_milestones(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(event.edtf, event.text) for event in timeline(text)] == expected
    assert {event.kind for event in timeline(text)} == {"milestone"}


STEPS = [
    (
        "dates above what happens, in two rows",
        COVER
        + "□ 추진일정\n추진시기\t'25. 1. ~ 7.\t'25. 8.\t'25. 11.\n추진내용\t골조 공사\t준공\t개관\n",
        [("2025-01/2025-07", "골조 공사"), ("2025-08", "준공"), ("2025-11", "개관")],
    ),
    (
        "months of a school year fall back at its turn",
        "2026학년도 주요사업 추진계획\n□ 월별 추진일정\n시기\t추진내용\n3월\t운영 개시\n11월\t수요조사\n1월\t집중 운영\n2월\t결과 보고\n",
        [
            ("2026-03", "운영 개시"),
            ("2026-11", "수요조사"),
            ("2027-01", "집중 운영"),
            ("2027-02", "결과 보고"),
        ],
    ),
    (
        "dates in what a month's row says, beside remarks that begin with figures",
        "2025년도 추진실적 보고\n다. 추진실적\n월별\t추진내용\t비고\n3월\t공사 착공('25. 3. 2.자)\t\n7월\t재결 신청('25. 7. 11.)\t6필지\n",
        [
            ("2025-03", "공사 착공('25. 3. 2.자)"),
            ("2025-03-02", "공사 착공"),
            ("2025-07", "재결 신청('25. 7. 11.)"),
            ("2025-07-11", "재결 신청"),
        ],
    ),
    (
        "a stub parts what was done from what will be",
        COVER
        + "<table><tr><th>구분</th><th>추진일정</th><th>추진내용</th></tr><tr><td rowspan=2>추진<br>상황</td><td>'24. 2. 18.</td><td>2025년 공모 선정</td></tr><tr><td>'24. 4. 11.</td><td>용역 계약</td></tr></table>",
        [("2024-02-18", "2025년 공모 선정"), ("2024-04-11", "용역 계약")],
    ),
    (
        "days without a year under 일정",
        COVER
        + "□ 추진계획\n일  정\t추진내용\n'24. 1월 ~ 2월\t신청 접수\n2. 27.\t심의위원회 개최\n",
        [("2024-01/2024-02", "신청 접수"), ("2024-02-27", "심의위원회 개최")],
    ),
    (
        "the year that a section names, with a blank",
        "2025 년 추진실적 및 2026 년 추진계획\n□ 2026 년 추진계획\n○ 10월 : 통수시험\n",
        [("2026-10", "통수시험")],
    ),
    (
        "steps that each begin with a day, behind a place",
        "□ 2025년 추진실적\n○ 1차 설치 : 역전 등, 4. 14. 착공 → 6. 30. 준공 → 7. 1. 운영\n",
        [("2025-04-14", "착공"), ("2025-06-30", "준공"), ("2025-07-01", "운영")],
    ),
    (
        "steps of one line",
        "□ 향후계획\n○ 추진일정: 선정('26. 5.) → 설계·제작('26. 6.~'28. 3.) → 반입('28. 4.~)\n",
        [("2026-05", "선정"), ("2026-06/2028-03", "설계·제작"), ("2028-04/..", "반입")],
    ),
    (
        "the body in a bracket with the date did it",
        "□ 문제점\n○ 국비 추가 건의('25. 4. 기재부)\n",
        [("2025-04", "국비 추가 건의")],
    ),
    (
        "a column of days",
        "사업명\t정산일\n슬레이트 처리\t2023.12.20.\n",
        [("2023-12-20", "슬레이트 처리 정산")],
    ),
    (
        "deeds in the heads of columns of dates",
        COVER
        + "시설명\t추진현황\t개원(예정)일\t협약일\n늘봄어린이집\t리모델링\t’24. 9. 1.\t’24. 3. 2.\n별빛어린이집\t골조공사\t’24. 12.\t’24. 4. 2.\n",
        [
            ("2024-09-01", "늘봄어린이집 개원"),
            ("2024-03-02", "늘봄어린이집 협약"),
            ("2024-12", "별빛어린이집 개원"),
            ("2024-04-02", "별빛어린이집 협약"),
        ],
    ),
    (
        "the row says itself what happens",
        COVER + "회의명\t개최일\n제1차 위원회\t’24. 9. 1.\n주민설명회 개최\t’24. 12. 3.\n",
        [("2024-09-01", "제1차 위원회"), ("2024-12-03", "주민설명회 개최")],
    ),
    (
        "days with weekdays, halves and what is done all year in a schedule",
        COVER
        + "□ 추진계획\n월 별\t추진내용\t비고\n1월\t계획 수립\t\n3. 16.(토)\t봄 음악회\t대공연장\n상반기\t관객 설문\t\n12. 24.(화)\t송년 발레\t\n연중\t대관 운영\t\n",
        [
            ("2024-01", "계획 수립"),
            ("2024-03-16", "봄 음악회"),
            ("2024-40", "관객 설문"),
            ("2024-12-24", "송년 발레"),
        ],
    ),
    (
        "how often and at what hour tells not what happens",
        COVER + "□ 추진계획\n○ 달빛 버스킹(8월 매주 토요일 19:00, 5회), 이동상담(3월 평일)\n",
        [("2024-08", "달빛 버스킹"), ("2024-03", "이동상담")],
    ),
    (
        "days behind a comma go on from the date in front",
        "□ 추진실적\n○ '24. 7. 8. 실시계획 인가, 7. 22. 협의회 구성\n",
        [("2024-07-08", "실시계획 인가"), ("2024-07-22", "협의회 구성")],
    ),
    (
        "a quarter in which something is done",
        "□ 추진실적\n○ '25. 1/4분기 지장물 철거 완료\n○ 2024년 상반기 집행현황\n",
        [("2025-33", "지장물 철거 완료")],
    ),
    (
        "a date behind an arrow ends what it dates",
        COVER + "□ 추진계획\n○ 시사 발간 5~7권(정치사, 경제사)▹3월 / 8~10권(교육사)▹12월\n",
        [("2024-03", "시사 발간 5~7권(정치사, 경제사)"), ("2024-12", "8~10권(교육사)")],
    ),
    (
        "a month alone in a bracket",
        "□ 추진사항\n○ '19. 10. : 심의(10.22.), 협약체결(12.)\n",
        [
            ("2019-10", "심의(10.22.), 협약체결(12.)"),
            ("2019-10-22", "심의"),
            ("2019-12", "협약체결"),
        ],
    ),
    (
        "a remark behind the date in its bracket",
        "□ 추진계획\n○ 늘봄 테니스대회('25. 4월 중, 금정공원)\n○ 옥상 정원 조성('25.9.예정)\n○ 높이뛰기('25.6., 13개국 70명)\n",
        [("2025-04", "늘봄 테니스대회"), ("2025-09", "옥상 정원 조성"), ("2025-06", "높이뛰기")],
    ),
    (
        "days that items of results begin with, in a paper of mid-year",
        "제3회 정책조정회의 자료\n2025. 5. 7.(수)\n1. 여름철 대책\n□ 추진경과\n- 4. 15. 유관기관 합동회의\n- 4. 30. 대책본부 구성\n",
        [("2025-04-15", "유관기관 합동회의"), ("2025-04-30", "대책본부 구성")],
    ),
    (
        "steps that each begin with a day",
        "2025년 업무계획\n□ 향후계획\n○ 일정 : 6. 9. 예고 → 6. 16. 위원회 심의 → 6. 25. 발령\n",
        [("2025-06-09", "예고"), ("2025-06-16", "위원회 심의"), ("2025-06-25", "발령")],
    ),
    (
        "a bill for next year's budget is made this year",
        "2025년 하반기 업무계획\n□ 하반기 계획\n○ 2026년 예산(안) 편성: 10월 중\n○ 교실 2기: 9. 22.(월)부터\n",
        [("2025-10", "2026년 예산(안) 편성"), ("2025-09-22/..", "교실 2기")],
    ),
    (
        "the plan of a second half reports the first",
        "2025년 하반기 주요업무 추진계획\n□ 상반기 실적\n○ 수료식(6. 20.)\n",
        [("2025-06-20", "수료식")],
    ),
    (
        "the plan of one month tells of its own year, and a label names the month",
        "2025년 8월 월간 업무계획\n1. 하수관로 정비\n○ 추진상황 : 설계 완료(4. 30.)\n○ 8월 계획 : 주민설명회(8. 20. 19:00)\n",
        [("2025-04-30", "추진상황 : 설계 완료"), ("2025-08-20T19:00:00", "8월 계획 : 주민설명회")],
    ),
    (
        "a mark right before its date",
        "◦ 추진일정\n▸2024. 1. 20. : 이용객 조사\n▸2024. 2. 5. : 용역 발주\n",
        [("2024-01-20", "이용객 조사"), ("2024-02-05", "용역 발주")],
    ),
    (
        "a bare month under an item of results is of the year reported",
        "2025년도 주요업무계획\n1. 제설 대책 추진\n○ 기 간 : 연중\n○ 예 산 : 530백만원\n○ 그간 추진실적\n· 11. 1. : 발대식\n",
        [("2024-11-01", "발대식")],
    ),
    (
        "a table of one row",
        "□ 추진실적\n2024. 3.\t협약 체결\t도로과\n○ 2024. 5. : 착공\n",
        [("2024-03", "협약 체결"), ("2024-05", "착공")],
    ),
    (
        "an empty cell in front, in a table set by blanks",
        COVER
        + "□ 추진일정\n   구   분            추 진 내 용              추진시기         비  고\n  센터 건립     설계공모 및 용역 발주     '24. 2. ~ 3.\n                  실시설계 완료, 발주       '24. 10.       건설본부\n  인력 양성     정비교육(4기, 120명)      '24. 5. ~ 11.    한국대\n",
        [
            ("2024-02/2024-03", "설계공모 및 용역 발주"),
            ("2024-10", "실시설계 완료, 발주"),
            ("2024-05/2024-11", "정비교육(4기, 120명)"),
        ],
    ),
    (
        "places with a date each",
        COVER
        + "□ 추진계획\n○ 초청 품평회 : 2월(방콕), 11월(진주)\n○ 농장 2개소 준공(사천 6월, 고성 10월)\n",
        [
            ("2024-02", "초청 품평회"),
            ("2024-11", "초청 품평회"),
            ("2024-06", "농장 2개소 준공"),
            ("2024-10", "농장 2개소 준공"),
        ],
    ),
    (
        "deeds in brackets behind their dates, and in one bracket with them",
        COVER
        + "□ 추진계획\n○ 향후계획 : 3월(설계), 6월(착공), 12월(준공)\n○ 사업 추진(설계 3월, 착공 6월)\n",
        [
            ("2024-03", "설계"),
            ("2024-06", "착공"),
            ("2024-12", "준공"),
            ("2024-03", "설계"),
            ("2024-06", "착공"),
        ],
    ),
    (
        "how often stands between what is done and when",
        "□ 추진실적\n○ 승차대 방역소독 : 146개소, 주 2회('20. 2. ~ 현재)\n",
        [("2020-02/..", "승차대 방역소독 : 146개소")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in STEPS], ids=[row[0] for row in STEPS]
)
def test_steps(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(event.edtf, event.text) for event in timeline(text)] == expected


NO_EVENTS = [
    (
        "figures under months",
        COVER + "□ 월별 추진실적\n구분\t1월\t2월\t3월\n인원\t10명\t20명\t30명\n",
    ),
    (
        "money under quarters",
        COVER + "□ 분기별 추진계획\n구분\t1분기\t2분기\n사업비\t100\t200\n",
    ),
    ("the year of a rate", "□ 기대효과\n○ 활용률 30%('25) → 60%('26) → 80%('27)\n"),
    ("the year in brackets before a rate", "□ 추진실적\n○ 부채비율: ('22) 248% → ('23) 231%\n"),
    ("the year of a count", "□ 추진실적\n○ 교육인원 42,360명('21) → 44,000명('22)\n"),
    (
        "the year up to which an amount is",
        "□ 사업개요\n○ 사업비 : 2024년까지 3,000백만원, 2026년 이후 500백만원\n",
    ),
    (
        "months that a price is multiplied by, behind or in front",
        "□ 산출내역\n- 감리비 12월 × 40,000천원 = 480,000천원\n- 임차료 290,000원 × 3월\n",
    ),
    ("the year of what was invested", "□ 소요예산\n※ 기투자('23~'24년) 2,700백만원\n"),
    (
        "years in the label of an amount",
        "□ 예산현황\n○ 기 투 자(~'24년) : 5,650백만원(도비 2,825)\n○ 1단계('22년) : 350백만원\n○ 향후('27년 이후) : 9억원\n",
    ),
    ("the year of amounts", "□ 집행실적\n○ '24년 : 예산현액 55,340백만원 중 54,112백만원 집행\n"),
    ("the year of a plan", "□ 추진실적\n○ 2024년 계획\n"),
    ("the date of the cover", "가람시 하늘구\n2024. 1. 15.(월)\n주요업무계획\n"),
    ("no year anywhere", "□ 추진일정\n○ 1/4분기 : 계획 수립\n"),
    ("the year of an amount", "※ 2023년 350백만원\n"),
    ("the year of a column", "구분\t2023년\t2024년\n국비\t100\t200\n"),
    ("the year of a title", "2024년 주요업무계획\n"),
    (
        "the year in the line of a unit",
        "□ 예산\n(2024년, 단위 : 백만원)\n구분\t사업비\n국비\t100\n",
    ),
    ("the number of a law", "○ 법률 제2013-64호에 따라 추진\n"),
    ("the year a call is for", "□ 향후계획\n○ 2026년도 공모 재신청 예정\n"),
    ("a telephone number", "○ 문의 : 02-2024-1201\n"),
]


@pytest.mark.parametrize("text", [row[1] for row in NO_EVENTS], ids=[row[0] for row in NO_EVENTS])
def test_no_event(text: str) -> None:
    assert timeline(text) == ()
