"""Figures that a sentence states twice, once wrong: which check says so, and what must not be told."""

import pytest

from extract import extract_bytes

WRONG = [
    ("amount-in-words", "- 발행규모 : 금30,000,000,000원(금삼십억원)"),
    ("amount-in-words", "- 계약금액 : 572,400,000원(일금 오억칠천사백이십만원정)"),
    ("matching-ratio", "- 소요예산 : 10,842백만원(국비 50%, 도비 15%, 군비 30%)"),
    ("matching-ratio", "- 매칭비율(국비 70%, 시비 40%)"),
    ("area-in-pyeong", "- 부지조성 1,120천㎡(약 37.0만평)"),
    ("split-of-amount", "- 지원시설 : 19개소(종합복지관 3, 노인 6, 장애인 5, 지역아동센터 4)"),
    ("split-of-amount", "- 시설용량 : 65,000㎥/일(1단계 45,000, 2단계 25,000)"),
    ("change-in-sentence", "- 가입자 1,240명(2023년 1,310명 대비 170명 감소)"),
    ("total-of-list", "- 본관 2개소, 별관 1개소 총 4개소를 정비"),
    ("amount-in-two-units", "- 대출금 4억 8천만원(48,000천원)"),
    ("weekday-of-date", "- 6월 13일(금)부터 9월 14일(토)까지 : 특별전 개최"),
    ("change-in-sentence", "- 참여인원 : 1,860명(2024년 1,720명, 8.9% 증)"),
    ("matching-ratio", "- 매칭비율 : 국비 50%, 도비 15%, 군비 45%"),
    ("result-after-report", "- 2025.06.20. : 1단계 공사 준공검사 완료"),
    ("duration-of-period", "- 기간 : 2024. 11. 11.(월) ~ 11. 17.(일), 6박 8일"),
    ("split-of-amount", "- 총사업비 : 78억원(국비 11.3, 도비 3.2, 시비 58.5, 군비 4.0)"),
    ("digits-swapped", "- 부지면적 6,820㎡, 매입부지 6,280㎡"),
]
RIGHT = [
    "- 발행규모 : 금30,000,000,000원(금삼백억원)",
    "- 총투자액 : 1조 2,480억원(공공 4,368억원, 민간 8,112억원)",
    "- 소요예산 : 10,842백만원(국비 50%, 도비 15%)",
    "- 매칭비율(국비 70% 이내, 시비 40% 이상)",
    "- 부지조성 1,120천㎡(약 33.9만평)",
    "- 지원시설 : 19개소(종합복지관 3, 노인 6)",
    "- 가입자 1,240명(2023년 1,310명 대비 70명 감소)",
    "- 이용률 71.3%(전년 70.0% 대비 1.2%p 상승)",
    "- 교육 3회, 간담회 2회 등 총 12회 운영",
    "- 예산 1,200백만원(집행 630백만원)",
    "- 참여인원 : 1,860명(2024년 1,720명, 8.1% 증)",
    "- 예산 68,420백만원(전년 대비 2,180백만원, 3.3% 증)",
    "- 참여학생 6,812명 / 재학생 9,240명(참여율 73.7%)",
    "- 사회적 증가 112명(전입 1,346, 전출 1,234)",
    "- '25. 10. 설계공모, '26. 12. 실시설계 완료, '27. 3. 착공",
    "- 기간 : 2025. 6. 16.(월) ~ 6. 27.(금), 10일",
    "- 인건비 : 11,780원 × 5시간 × 16일 × 48명 = 46,000,000원",
    "- 참여 안내\n ① 도시숲 : 2개소, 480백만원\n ② 상가 : 265백만원\n ③ 통학로 : 500백만원",
    "- 방문\n구분\t2023년\t2024년\t전년 대비\n방문객\t263.2\t241.8\t△21.4(△8.1%)\n1일\t26.3\t24.2\t△2.1",
    "- 집행\n구분\t목표액\t집행액\t목표 대비\n합계\t3,000\t2,265\t75.5\n본청\t2,070\t1,584\t76.5\n직속\t930\t681\t73.2",
    "- 6월 13일(목)에 시작하여 운영할 예정",
    "- 부지면적 6,820㎡, 연면적 2,680㎡",
]


def told(line: str) -> set[str]:
    report = extract_bytes(f"2025. 5.\n□ 추진실적\n{line}\n".encode(), "report.txt")
    told = {finding.rule for finding in report.findings if finding.severity != "info"}
    return told - {"no-records"}


@pytest.mark.parametrize(("rule", "line"), WRONG, ids=[row[1] for row in WRONG])
def test_a_slip_is_told_by_its_check(rule: str, line: str) -> None:
    assert rule in told(line)


@pytest.mark.parametrize("line", RIGHT)
def test_nothing_is_said_of_what_may_be_right(line: str) -> None:
    assert told(line) == set()


def test_a_long_name_is_told_by_any_vowel() -> None:
    line = (
        "- 재활용선별장 운영\n- 재활용선별장 보강\n- 재활용선발장 점검\n□ 재활용선별장 정비\n- 착공"
    )
    assert told(line) == {"name-spelled-differently"}
    assert told(line.replace("선발장", "선별소")) == set()


def test_two_names_alike_are_told_apart_by_how_often_they_stand() -> None:
    line = "구분\t자가점유비욜\n전국\t57.4\n- 자가점유비율 상승\n□ 자가점유비율 현황\n- 착공"
    assert told(line) == {"name-spelled-differently"}
