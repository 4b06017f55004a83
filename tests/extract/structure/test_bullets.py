"""Bullets whose place tells what they are: a report reads the same whichever of them marks its items."""

import pytest

from extract import extract_bytes
from extract.readers import read as read_bytes
from extract.structure.statements import read_statements

REPORT = """가람시

2024년 주요업무계획

2023. 11.

도 시 재 생 과

1 달빛골 쉼터 조성

□ 사업개요
{0}사업기간 : 2023. 3. ~ 2025. 12.
{0}사업위치 : 푸른동 12번지 일원
{0}총사업비 : 3,000백만원(국비 1,500 시비 1,500)

□ 추진실적
{0}2023.03.15. : 기본계획 수립
  및 주민설명회 개최
{0}2023.05.~08. : 실시설계 용역

□ 추진계획
{0}주민협의체 구성('24.3.), 워크숍('24.9.)

□ 2024년 소요예산 : 1,200,000천원
"""


def read(text: str) -> list[tuple[object, ...]]:
    report = extract_bytes(text.encode(), "report.txt")
    projects = [(each.path, each.name, each.location) for each in report.projects]
    events = [(each.kind, each.edtf, each.section, each.text) for each in report.timeline]
    funding = [(each.kind, each.source, each.won) for each in report.funding]
    return [*projects, *events, *funding]


BULLETS = [
    "\uf0b7", "\uf071", "\uf076", "\uf077", "\uf09e", "\uf0e0", "\uf0fc", "\uf53a", "\ue000", "\ue06d",
    "\uf0a7", "\uf06e", "\uf06c", "\U000f0850", "\U000f0827", "\U00100010", "◇", "▢", "▣", "❏", "❑", "■", "◆",
    "*", "+", "‣", "▫", "⚬", "o", "O",
]  # fmt: skip
READ = read(REPORT.format(" ○ "))


@pytest.mark.parametrize("setting", [" {} ", "{} "], ids=["further in", "at the margin"])
@pytest.mark.parametrize("bullet", BULLETS, ids=ascii)
def test_items_are_read_whatever_marks_them(bullet: str, setting: str) -> None:
    assert len(READ) == 10
    assert read(REPORT.format(setting.format(bullet))) == READ


@pytest.mark.parametrize("bullet", ["◇", "\uf0b7", "\uf0a7", "*"], ids=ascii)
def test_items_below_sections_with_syllables(bullet: str) -> None:
    text = REPORT
    for mark in "가나다라":
        text = text.replace("□", f"{mark}.", 1)
    assert read(text.format(f" {bullet} ")) == READ


@pytest.mark.parametrize("bullet", ["\uf0b7", "\uf076", "\U000f0827", "\uf06e"], ids=ascii)
def test_a_bullet_of_a_symbol_font_may_head_sections(bullet: str) -> None:
    text = REPORT.replace("□", bullet)
    assert read(text.format(" ○ ")) == READ


BELOW = [
    ("○ 협의체 구성\n   {} 2024.3. : 위촉\n", ["위촉"]),
    ("{} 협의체 구성\n   - 2024.3. : 위촉\n   - 2024.5. : 회의\n", ["위촉", "회의"]),
    (" {0}협의체 구성\n {0}2024.3. : 위촉\n", ["위촉"]),
]


@pytest.mark.parametrize(("items", "expected"), BELOW)
def test_a_bullet_of_a_symbol_font_stands_with_others(items: str, expected: list[str]) -> None:
    text = (
        f"가람시\n\n2024년 주요업무계획\n\n1 달빛골 정비\n\n□ 추진계획\n{items.format(chr(0xF0B7))}"
    )
    events = extract_bytes(text.encode(), "report.txt").timeline
    assert [(each.kind, each.text) for each in events] == [("milestone", each) for each in expected]


NOTES = [
    "□ 추진계획\n* 2023. 11. 기준\n○ 2024. 2. : 착공\n* 2024. 3. 변동 가능\n",
    "□ 추진계획\n○ 2024. 2. : 착공\n * 2024. 3. 변동 가능\n",
    "□ 2024년 소요예산\n* 2024. 2. 교부\n* 2024. 3. 교부\n",
]


@pytest.mark.parametrize("text", NOTES)
def test_a_star_beside_other_marks_or_below_a_budget_is_a_note(text: str) -> None:
    document = read_bytes(f"가람시\n\n1 달빛골 정비\n\n{text}".encode(), "report.txt")
    noted = [each.note for each in read_statements(document) if each.mark == "*"]
    assert noted
    assert all(noted)


OVERVIEW = "□ 사업개요\n○ 사업기간 : 2024. 2. ~ 11.\n□ 추진실적\n○ 2023. 3. 4. : 착수\n"
TITLES = [
    f"■ 달빛골 정비\n{OVERVIEW}■ 새터 조성\n{OVERVIEW}",
    f"■ 달빛골 정비\n{OVERVIEW}\n  ■ 새터 조성\n{OVERVIEW}",
    f"□ 주요사업 추진계획\n■ 달빛골 정비\n{OVERVIEW}■ 새터 조성\n{OVERVIEW}",
    (
        "□ 2024년 추진계획\n◆ 달빛골 정비\n○ 사업기간 : 2024. 2. ~ 11.\n○ 사 업 비 : 10백만원\n"
        "◆ 새터 조성\n○ 사업기간 : 2024. 2. ~ 11.\n○ 사 업 비 : 10백만원\n"
    ),
]


@pytest.mark.parametrize("text", TITLES)
def test_a_square_over_what_tells_of_a_project_is_its_title(text: str) -> None:
    report = extract_bytes(f"가람시\n\n2024년 주요업무계획\n\n{text}".encode(), "report.txt")
    assert [each.name for each in report.projects] == ["달빛골 정비", "새터 조성"]
