"""What a total covers, by words and by votes; what is a slip and what is rounding."""

import pytest

from extract.findings import Finding
from extract.pipeline import extract_bytes

OF_SUMS = {"total-of-rows", "total-of-columns", "pattern-of-sums", "formula-in-head"}


def findings_of(text: str) -> list[Finding]:
    report = extract_bytes(text.encode(), "보고서.txt")
    return [finding for finding in report.findings if finding.rule in OF_SUMS]


HOLDS = {
    "two levels, the totals in the stub": """(단위 : 백만원)
구 분\t\t2020년\t2019년
합 계\t\t5,280\t5,184
A과\t계\t1,242\t1,894
\t정책\t1,145\t1,801
\t운영\t97\t93
B과\t계\t4,038\t3,290
\t정책\t3,853\t3,098
\t운영\t185\t192
""",
    "the total at the end": """행사\t참여\t면접
상반기 박람회\t446명\t151명
여성 박람회\t221명\t73명
하반기 박람회\t586명\t421명
총 계\t1,253명\t645명
""",
    "what is spent is no part of a budget": """(단위 : 백만원)
구 분\t총사업비\t'24년\t\t'25년\t\t'26년 이후
\t\t예산\t집행\t예산\t집행\t
계\t6,000\t1,600\t1,280\t2,400\t-\t2,000
국 비\t3,000\t800\t640\t1,200\t-\t1,000
시 비\t3,000\t800\t640\t1,200\t-\t1,000
""",
    "rounded millions": """(단위 : 백만원)
구분\t2019년\t2020년
계\t4,038\t101
정책\t3,853\t50
운영\t184\t50
""",
    "a blank may be what is missing": """(단위 : 천원)
재원별\t2019년\t2020년
계\t300\t400
국비\t\t200
시비\t100\t200
""",
    "blanks that hide what is missing, though other columns add up": """(단위 : 천원)
재원별\t합계\t2019년\t2020년\t2021년
계\t1,100\t200\t400\t500
국비\t600\t\t200\t300
시비\t500\t100\t200\t200
""",
    "posts and staff in one cell": """부서명\t합계\t5급\t6급
계\t26(28)\t10(12)\t16(16)
A과\t16(16)\t6(7)\t10(9)
B과\t10(12)\t4(5)\t6(7)
""",
    "rates are not added": """(단위 : 백만원, %)
구분\t예산\t비율\t증감률(%)
계\t300\t100.0\t5.0
국비\t200\t66.7\t3.0
시비\t100\t33.3\t9.0
""",
    "a partial total of the middle": """(단위 : 백만원)
재원\t총사업비\t기투자\t소계\t2025\t2026\t향후
계\t17,000\t2,400\t13,680\t8,240\t5,440\t920
국비\t9,000\t1,400\t7,100\t4,100\t3,000\t500
시비\t8,000\t1,000\t6,580\t4,140\t2,440\t420
""",
}

BREAKS = {
    "a part of a group": (
        """(단위 : 천원)
구 분\t\t2020년\t2019년\t2018년
합 계\t\t5,280\t5,184\t500
A과\t계\t1,242\t1,894\t200
\t정책\t1,145\t1,801\t150
\t운영\t79\t93\t50
B과\t계\t4,038\t3,290\t300
\t정책\t3,853\t3,098\t200
\t운영\t185\t192\t100
""",
        "1,242",
    ),
    "a row and a column meet in the wrong cell": (
        """(단위 : 천원)
재원별\t합계\t2021년\t2022년
계\t2,940\t1,050\t1,890
국비\t1,176\t420\t756
도비\t588\t210\t387
군비\t1,176\t420\t756
""",
        "387",
    ),
    "a single column": (
        """구분\t인력현황
계\t15명
일자리센터\t5명
상담창구\t8명
분소\t4명
""",
        "15",
    ),
    "a blank that the sums across leave nothing for": (
        """(단위 : 천원)
재원별\t합계\t2019년\t2020년\t2021년
계\t940\t300\t200\t440
국비\t690\t190\t200\t290
시비\t250\t100\t\t150
""",
        "190",
    ),
    "a figure beside a blank, wrong in its row and its column": (
        """(단위 : 천원)
재원별\t합계\t2019년\t2020년\t2021년
계\t25,000\t4,000\t9,000\t12,000
국비\t9,000\t1,500\t\t7,050
시비\t16,000\t2,500\t9,000\t4,500
""",
        "7,050",
    ),
    "staff in brackets": (
        """부서명\t합계\t5급\t6급
계\t26(28)\t10(12)\t16(16)
A과\t16(16)\t6(7)\t10(9)
B과\t10(13)\t4(5)\t6(7)
""",
        "13",
    ),
}


@pytest.mark.parametrize("name", HOLDS)
def test_what_adds_up_is_left_alone(name: str) -> None:
    assert [finding.korean for finding in findings_of(HOLDS[name])] == []


@pytest.mark.parametrize("name", BREAKS)
def test_what_does_not_add_up_is_told(name: str) -> None:
    text, actual = BREAKS[name]
    found = findings_of(text)
    assert found
    assert any(actual in finding.actual for finding in found), [each.actual for each in found]


def test_a_cell_where_row_and_column_meet_is_told_once_with_what_should_stand_there() -> None:
    text, _ = BREAKS["a row and a column meet in the wrong cell"]
    (finding,) = findings_of(text)
    assert (finding.severity, finding.expected, finding.actual) == ("error", "378", "387")
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "387"
    assert len(finding.places) == 4


def test_thousands_that_rounding_could_explain_are_only_mentioned() -> None:
    text = """(단위 : 천원)
구분\t2019년\t2020년
계\t301\t400
국비\t200\t200
시비\t100\t200
"""
    assert [finding.severity for finding in findings_of(text)] == ["info"]


def test_a_lost_zero_is_named() -> None:
    text = """(단위 : 천원)
재원별\t합계\t2021년\t2022년
계\t15,000\t7,000\t8,000
국비\t10,000\t500\t5,000
시비\t5,000\t2,000\t3,000
"""
    (finding,) = findings_of(text)
    assert finding.expected == "5,000"
    assert "0이 하나" in finding.korean
