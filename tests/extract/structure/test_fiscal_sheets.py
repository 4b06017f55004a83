"""Works of a mid-term fiscal plan, as the text of its PDF has them."""

from extract import extract_bytes

PLAN = """세부사업계획서
회계연도 : 2026년
부    문 : 전체 (단위 : 백만원)
재원 총사업비 기투자 소  계 2026 2027 향후
하늘로 정비 1,859 0 1,859 900 959 0
옛길 편입토지
보상
기간:2026. 1. ~ 2027. 12.
대상:하늘동 주민
규모:3.2km
내용:편입토지 보상
N N N N Y N
계 1,859 0 1,859 900 959 0
의무 1,859 0 1,859 900 959 0
국고보조금 855 0 855 400 455 0
시군구비 1,004 0 1,004 500 504 0
정보기반 제공 2,403 0 2,403 1,200 1,203 0
공간정보 관리
기간:2026. 1. ~ 2030. 12.
대상:하늘시 전역
규모:서버 2대
내용:시스템 운영
N N N N N N
계 2,403 0 2,403 1,200 1,203 0
재량 2,403 0 2,403 1,200 1,203 0
시군구비 2,403 0 2,403 1,200 1,203 0
"""


def test_works_are_named_above_their_period() -> None:
    report = extract_bytes(PLAN.encode(), "report.txt")
    assert [(each.path, each.name, each.period) for each in report.projects] == [
        ("/1", "옛길 편입토지 보상", "2026-01/2027-12"),
        ("/2", "공간정보 관리", "2026-01/2030-12"),
    ]
    assert [event.project for event in report.timeline if event.kind == "period"] == ["/1", "/2"]


def test_sums_of_what_follows_are_of_no_work() -> None:
    report = extract_bytes(PLAN.encode(), "report.txt")
    owners = {(row.program, row.amount_raw): row.project for row in report.funding}
    assert owners["하늘로 정비", "1,859"] == owners["정보기반 제공", "2,403"] == ""
    assert owners["", "855"] == "/1"
    assert owners["", "1,203"] == "/2"


def test_one_work_alone_makes_no_plan() -> None:
    text = PLAN[: PLAN.index("정보기반")]
    assert extract_bytes(text.encode(), "report.txt").projects == ()
