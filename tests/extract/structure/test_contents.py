"""What the table of contents says of the works behind it."""

from extract import extract_bytes

REPORT = """2026년 업무계획

목  차
Ⅰ. 역점 과제
1. 핵심 과제 ·········· 3
1-1. 기록물 정리 체계 개발 ·········· 3
1-2. 사전 개편 및 다변화 ·········· 4
2. 현안 과제 ·········· 5
2-1. 조직 개편(안) ·········· 5

Ⅰ. 역점 과제
1	핵심 과제
□ 기록물 정리 체계 개발
 ㅇ (주요내용) 정리 기준 마련
 ㅇ (향후계획) 1단계 개발('26년~'27년)
□ 사전 개편 및 다변화
 ㅇ (추진내용) 전면 개편
 - 사전 구축 계획(안)

| 사업 | 1단계 | 2단계 |
|---|---|---|
| 개편 | 계획 수립('26년) | 시범 편찬('27년) |

2	현안 과제
□ 조직 개편(안)
□ 추진배경
 ㅇ 인력 부족
□ 추진계획
 ㅇ 2026. 5. : 협의
"""


def test_titles_without_numbers_have_those_of_the_contents() -> None:
    report = extract_bytes(REPORT.encode(), "report.txt")
    assert [(each.path, each.name, each.list_page) for each in report.projects] == [
        ("/1-1", "기록물 정리 체계 개발", 3),
        ("/1-2", "사전 개편 및 다변화", 4),
        ("/2-1", "조직 개편(안)", 5),
    ]
    assert {event.project for event in report.timeline} == {"/1-1", "/1-2", "/2-1"}


def test_what_a_table_of_plans_dates_happens_then() -> None:
    events = extract_bytes(REPORT.encode(), "report.txt").timeline
    assert [(each.kind, each.text) for each in events if each.project == "/1-2"] == [
        ("inline", "계획 수립"),
        ("inline", "시범 편찬"),
    ]


GRID = """
[붙임] 추진일정

| 이행 과제 | 1/4분기 | 2/4분기 |
|---|---|---|
| 기록물 정리 체계 개발 | 착수(1월) | 완료(6월) |
| 사전 개편 및 콘텐츠 다변화 | 기획(2월) | 편찬(5월) |
| 조직 개편(안) | 협의(3월) | 확정(4월) |
"""


def test_a_row_between_two_named_ones_is_of_the_project_between_theirs() -> None:
    events = extract_bytes((REPORT + GRID).encode(), "report.txt").timeline
    found = {each.text: each.project for each in events}
    assert [found[text] for text in ("착수", "기획", "편찬", "확정")] == [
        "/1-1",
        "/1-2",
        "/1-2",
        "/2-1",
    ]
