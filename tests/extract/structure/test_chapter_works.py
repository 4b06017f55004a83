"""Works of chapters without sections that are known: how ministries number them. A new form first becomes a row here."""

import pytest

from extract import extract_bytes

NAMES = ("산림재난 대응체계 고도화", "임업인 소득안전망 확충", "국산목재 이용 확대")
FORMS = (
    "① T|② T|③ T", "1. T|2. T|3. T", "1 T|2 T|3 T", "1⇥T|2⇥T|3⇥T", "【1】 T|【2】 T|【3】 T", "[1] T|[2] T|[3] T",
    "과제 1. T|과제 2. T|과제 3. T", "[과제 1] T|[과제 2] T|[과제 3] T", "1) T|2) T|3) T", "(1) T|(2) T|(3) T",
    "가. T|나. T|다. T", "추진과제 1  T|추진과제 2  T|추진과제 3  T",
)  # fmt: skip
CHAPTERS = (
    "Ⅱ. 2026년 중점 추진과제", "Ⅱ. 2026년 추진계획", "Ⅱ. 핵심과제", "Ⅱ. 2026년 주요업무 추진계획", "Ⅱ. 세부 추진과제",
)  # fmt: skip
BELOW = (
    "□ 예방부터 진화까지 대응체계를 전면 개편\n ㅇ 플랫폼 확대('25.12월 시범운영 → '26.4월 전국 확대)\n"
    "  - 진화차 16대를 추가 배치(~'26.6월, 64억원)\n□ 전문인력 양성기반 구축\n ㅇ 훈련원 착공('26.5월), 개원('27.下)\n"
)
BEFORE = "2026년 주요업무 추진계획\n\n2026. 1.\n\n산  림  청\n\n{contents}Ⅰ. 성과와 평가\n\n1. 주요 성과\n□ 대응역량 확충\n ㅇ 시스템 개통('25.6월)\n2. 보완점\n□ 투자는 미흡\n\n"
BEHIND = "[붙임 1]  과제별 추진일정\n\n과제\t1/4\t2/4\n종합계획 수립\t착수\t완료\n"


def plan(form: str, chapter: str, *, contents: bool) -> str:
    titles = [
        each.replace("T", name).replace("⇥", "\t")
        for each, name in zip(form.split("|"), NAMES, strict=True)
    ]
    pages = "\n".join(f" {title}\t{page}" for page, title in enumerate(titles, start=4))
    listed = f"순    서\n\nⅠ. 성과와 평가\t1\n{chapter}\t3\n{pages}\n\n" if contents else ""
    works = "\n".join(f"{title}\n{BELOW}" for title in titles)
    return f"{BEFORE.format(contents=listed)}{chapter}\n\n{works}\n{BEHIND}"


@pytest.mark.parametrize("contents", [True, False], ids=["with contents", "without"])
@pytest.mark.parametrize("chapter", CHAPTERS)
@pytest.mark.parametrize("form", FORMS)
def test_numbered_titles_of_a_chapter_are_works(form: str, chapter: str, contents: bool) -> None:  # noqa: FBT001 - a row of the table
    report = extract_bytes(plan(form, chapter, contents=contents).encode(), "report.txt")
    assert [(each.path, each.name) for each in report.projects] == [
        (f"/{number}", name) for number, name in enumerate(NAMES, start=1)
    ]
    dated = [each for each in report.timeline if each.project == "/3"]
    assert [each.edtf for each in dated] == [
        "2025-12",
        "2026-04",
        "../2026-06",
        "2026-05",
        "2027-41",
    ]


def test_works_below_strategies_are_counted_with_a_dash() -> None:
    text = "2026년 주요업무 추진계획\n\n환경부\n\nⅡ. 핵심 추진과제\n"
    for strategy in (1, 2):
        text += f"【전략 {strategy}】 극한기후에도 안전한 물관리\n"
        for work in (1, 2):
            text += f"{strategy}-{work} {NAMES[work - 1]}\n{BELOW}"
    report = extract_bytes(text.encode(), "report.txt")
    assert [each.path for each in report.projects] == ["/1-1", "/1-2", "/2-1", "/2-2"]


NONE = [
    ("a chapter of results", "Ⅱ. 2025년 주요성과\n① 산림재난 대응\n□ 개통\n② 소득 확충\n□ 도입\n"),
    ("a number is missing", "Ⅱ. 추진과제\n① 산림재난 대응\n□ 개통\n③ 소득 확충\n□ 도입\n"),
    ("nothing stands below one", "Ⅱ. 추진과제\n① 산림재난 대응\n② 소득 확충\n□ 도입\n"),
    (
        "what a plan says of itself",
        "Ⅱ. 세부 추진계획\n1. 지원규모\n○ 120명\n2. 접수기간\n○ 2026. 3. 2. ~ 3. 31.\n",
    ),
    ("months", "Ⅱ. 업무 추진계획\n① 3월\n○ 계획 수립\n② 5월\n○ 공모\n"),
    ("one alone", "Ⅱ. 추진과제\n① 산림재난 대응\n□ 개통\n"),
    ("sections", "Ⅱ. 추진계획\n1. 추진배경\n□ 개통\n2. 추진계획\n□ 도입\n"),
]


@pytest.mark.parametrize("text", [row[1] for row in NONE], ids=[row[0] for row in NONE])
def test_other_numbered_lines_are_none(text: str) -> None:
    report = extract_bytes(f"2026년 주요업무계획\n\n산림청\n\n{text}".encode(), "report.txt")
    assert report.projects == ()
