"""The marks that titles of works and of their sections have: each house has its own. A new one first becomes a row here.

⇥ and ⏎ stand for a tab and a line break, T for the name of the work.
"""

import pytest

from extract import extract_bytes

COVER = "가람광역시\n2025년도 주요업무계획\n\n2025. 2.\n\n교 통 국\n\nⅣ. 2025년 주요업무\n"
NAMES = ("달빛골 도로 정비", "새터 공원 조성")
LABELS = "{0} 사업기간 : 2024. 2. ~ 2026. 11.\n{0} 위    치 : 가람동 일원\n{0} 총사업비 : 30백만원(시비)\n"

NUMBERED = """
1. T|2. T        1) T|2) T        (1) T|(2) T       [1] T|[2] T      <1> T|<2> T      ① T|② T          ❶ T|❷ T
1 T|2 T          1 . T|2 . T      01. T|02. T       1-1 T|1-2 T      1-1. T|1-2. T    1 - 1. T|1 - 2. T
1-① T|1-② T      1-가. T|1-나. T   1-1-1. T|1-1-2. T  1-1-① T|1-1-② T  가. T|나. T       가-1. T|가-2. T
Ⅰ-1 T|Ⅰ-2 T      Ⅳ-1-1. T|Ⅳ-1-2. T  1 ▶ T|2 ▶ T      1 │ T|2 │ T      1. <T>|2. <T>    #1 T|#2 T
사업 1. T|사업 2. T  사업1 T|사업2 T  핵심사업 1. T|핵심사업 2. T  과제 1. T|과제 2. T  과제 1-① T|과제 1-② T
[과제 1] T|[과제 2] T  【과제 1】 T|【과제 2】 T  제1과제 T|제2과제 T  추진과제 1-1. T|추진과제 1-2. T
전략1-1 T|전략1-2 T  현안 1. T|현안 2. T  시책 1. T|시책 2. T  안건 1 T|안건 2 T
1⇥T|2⇥T          1⇥T⇥신규|2⇥T⇥계속  공약⇥1⇥T⇥신규|일반⇥2⇥T⇥계속  1⏎T|2⏎T
"""
OTHERS = """
■ T|■ T   ▣ T|▣ T   ◈ T|◈ T   ❑ T|❑ T   ▶ T|▶ T   ◎ T|◎ T   ● T|● T   ❖ T|❖ T   ◉ T|◉ T   ㉮ T|㉯ T
【T】|【T】   《T》|《T》   <T>|<T>   [T]|[T]   사 업 명 : T|사 업 명 : T   과제명⇥T|과제명⇥T
"""


def rows(table: str) -> list[str]:
    """The rows of a table, two blanks or more between them."""
    return [row.strip() for line in table.splitlines() for row in line.split("  ") if row.strip()]


def names(titles: str, section: str) -> list[str]:
    """The names of the projects in a plan of two works with these titles, each over this section."""
    marks = titles.replace("⇥", "\t").replace("⏎", "\n").split("|")
    works = [
        f"{mark.replace('T', name)}\n{section}" for mark, name in zip(marks, NAMES, strict=True)
    ]
    report = extract_bytes((COVER + "\n".join(works)).encode(), "report.txt")
    assert {each.period for each in report.projects} == {"2024-02/2026-11"}
    return [each.name for each in report.projects]


@pytest.mark.parametrize("titles", rows(NUMBERED) + rows(OTHERS))
def test_titles_over_squares(titles: str) -> None:
    assert names(titles, f"□ 사업개요\n{LABELS.format('○')}") == [*NAMES]


SECTIONS = {
    "■": "■ 사업개요\n" + LABELS.format("○"),
    "○": "○ 사업개요\n" + LABELS.format("-"),
    "❍": "❍ 사업개요\n" + LABELS.format("◦"),
    "▣": "▣ 사업개요\n" + LABELS.format("○"),
    "▸": "▸ 사업개요\n" + LABELS.format("-"),
    "▷": "▷ 사업개요\n" + LABELS.format("○"),
    "brackets": "【사업개요】\n" + LABELS.format("○"),
    "angles": "〈 사업개요 〉\n" + LABELS.format("○"),
    "no mark": "사업개요\n" + LABELS.format("○"),
    "labels alone": LABELS.format("○"),
    "labels in brackets": "○ (사업기간) 2024. 2. ~ 2026. 11.\n○ (위치) 가람동\n○ (총사업비) 30백만원(시비)\n",
}


@pytest.mark.parametrize("section", list(SECTIONS.values()), ids=list(SECTIONS))
@pytest.mark.parametrize(
    "titles",
    [
        "1. T|2. T",
        "1-1 T|1-2 T",
        "1 T|2 T",
        "1⇥T⇥신규|2⇥T⇥계속",
        "과제 1. T|과제 2. T",
        "【T】|【T】",
    ],
)
def test_sections_below_titles(titles: str, section: str) -> None:
    assert names(titles, section) == [*NAMES]
