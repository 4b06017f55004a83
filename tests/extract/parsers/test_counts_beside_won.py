"""Tables that count beside won: only what is won is funding. A bug first becomes a row here."""

import pytest

from extract import extract_bytes

TABLES = [
    (
        "counts beside won under a unit line of both",
        "□ 지원 현황 (단위: 단체, 백만원)\n구분\t단체수\t예산액\n문화\t30\t100\n체육\t20\t200\n",
        [(None, "계", "budget", 100_000), (None, "계", "budget", 200_000)],
    ),
    (
        "rows of counts beside rows of won",
        "□ 지원 현황 (단위: 기관, 백만원)\n구분\t2025년\t2026년\n지원기관\t10\t20\n지원액\t100\t200\n",
        [(2025, "계", "budget", 100_000), (2026, "계", "budget", 200_000)],
    ),
    (
        "people and bodies are counted below their heads",
        "□ 예산 현황 (단위: 백만원)\n구분\t참여자\t지원기관\t예산액\n문화\t30\t4\t100\n체육\t20\t5\t200\n",
        [(None, "계", "budget", 100_000), (None, "계", "budget", 200_000)],
    ),
    (
        "rows that name no money are counted, where the others do",
        "□ 지원 현황 (단위: 개소, 백만원)\n구분\t계\t2025년\t2026년\n경로당\t30\t10\t20\n보조금\t300\t100\t200\n",
        [
            (None, "계", "budget", 300_000),
            (2025, "계", "budget", 100_000),
            (2026, "계", "budget", 200_000),
        ],
    ),
    (
        "programmes as rows keep their won, where the columns say what is counted",
        "□ 예산 현황 (단위: 명, 백만원)\n사업명\t인원\t예산액\n강사 양성\t30\t100\n도서 지원금\t20\t200\n",
        [(None, "계", "budget", 100_000), (None, "계", "budget", 200_000)],
    ),
    (
        "bodies beside people, which the unit line counts",
        "□ 사업 계획 (단위 : 명, 백만원)\n유형\t사업단\t인원\t예산\n공익활동\t18\t1,340\t4,663\n공동체\t4\t140\t563\n",
        [(None, "계", "budget", 4_663_000), (None, "계", "budget", 563_000)],
    ),
    (
        "단위사업 in a title names no unit",
        "□ 단위사업별 추진현황 (단위 : 백만원)\n단위사업\t사업비\t추진상황\n센터 신축\t3,900\t공사 중\n골목길 정비\t1,500\t준공\n",
        [(None, "계", "budget", 3_900_000), (None, "계", "budget", 1_500_000)],
    ),
    (
        "works as rows say nothing of what is counted",
        "□ 투자 계획 (단위: 개소, 백만원)\n구분\t2025년\t2026년\n도로정비\t10\t20\n공원조성\t100\t200\n",
        [
            (2025, "계", "budget", 10_000),
            (2026, "계", "budget", 20_000),
            (2025, "계", "budget", 100_000),
            (2026, "계", "budget", 200_000),
        ],
    ),
    (
        "a unit line of won alone says nothing of the rows",
        "□ 예산 현황 (단위: 백만원)\n구분\t2025년\t2026년\n참여기업\t10\t20\n국비\t100\t200\n",
        [
            (2025, "계", "budget", 10_000),
            (2026, "계", "budget", 20_000),
            (2025, "국비", "budget", 100_000),
            (2026, "국비", "budget", 200_000),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "rows"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES]
)
def test_only_won_is_funding(text: str, rows: list[tuple[int | None, str, str, int]]) -> None:
    found = extract_bytes(text.encode(), "report.txt").funding
    assert [(row.fiscal_year, row.source, row.measure, row.thousand_won) for row in found] == rows
