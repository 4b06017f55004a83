"""How departments head their parts of a report. A new form first becomes a row here; D is the department's name."""

import pytest

from extract import extract_bytes

COVER = "가람시\n2025년도 주요업무계획\n\n2025. 2.\n\n"
WORK = "□ 사업개요\n ○ 사업기간 : 2024. 2. ~ 2026. 11.\n ○ 총사업비 : 30백만원(시비)\n□ 추진계획\n ○ ’25. 3. : 착공\n"
OFFICES = ("도로과", "건설방재과")
HEADS = """
D  Ⅰ. D|Ⅱ. D  Ⅰ D|Ⅱ D  【D】  【 D 】  [D]  <D>  〈D〉  □ D  ■ D  ▣ D  ◈ D  ◆ D  ❖ D  ▶ D  ○ D  ● D  ★ D
1. D|2. D  1 D|2 D  가. D|나. D  Ⅱ-1. D|Ⅱ-2. D  제1장 D|제2장 D  D(2건)  D (2개 사업)  D 주요업무계획  D 소관  D 업무보고
Ⅰ. D 주요업무|Ⅱ. D 주요업무  Ⅰ. D 소관|Ⅱ. D 소관  D⇥☎ 3380  D⏎주요업무 추진계획  Ⅰ⏎D|Ⅱ⏎D  Ⅰ⇥D|Ⅱ⇥D
"""
BETWEEN = {
    "nothing": "",
    "일반현황": "□ 일반현황\n ○ 조직 : 3팀 20명\n",
    "일 반 현 황": "일 반 현 황\n□ 조직 및 인력 : 3팀 20명\n",
    "기본현황": "□ 기본현황\n ○ 인력 : 20명\n□ 주요업무\n",
}
TITLES = {"1.": "1. T|2. T", "frame": "1⇥T⇥계속|2⇥T⇥신규", "1-1": "1-1 T|1-2 T"}


def rows() -> list[str]:
    """The forms of heads, two blanks or more between them."""
    return [row.strip() for line in HEADS.splitlines() for row in line.split("  ") if row.strip()]


def printed(form: str, number: int, name: str) -> str:
    """A form with a name in it: the first or the second of its row, or the one for both."""
    form = form.split("|")[number] if "|" in form else form
    return form.replace("D", name).replace("T", name).replace("⇥", "\t").replace("⏎", "\n")


@pytest.mark.parametrize("titles", list(TITLES.values()), ids=list(TITLES))
@pytest.mark.parametrize("between", list(BETWEEN.values()), ids=list(BETWEEN))
@pytest.mark.parametrize("head", rows())
def test_works_are_those_of_the_department_above(head: str, between: str, titles: str) -> None:
    text = COVER
    for number, office in enumerate(OFFICES):
        text += f"{printed(head, number, office)}\n{between}\n"
        for work in (0, 1):
            text += f"{printed(titles, work, f'{office[:2]} 정비 {work}구간')}\n{WORK}\n"
    numbers = ("1-1", "1-2") if "-" in titles else ("1", "2")
    report = extract_bytes(text.encode(), "report.txt")
    assert [each.path for each in report.projects] == [
        f"{office}/{number}" for office in OFFICES for number in numbers
    ]


@pytest.mark.parametrize("between", list(BETWEEN.values()), ids=list(BETWEEN))
@pytest.mark.parametrize("head", rows())
def test_works_may_be_counted_by_department(head: str, between: str) -> None:
    text = COVER
    for number, office in enumerate(OFFICES):
        text += f"{printed(head, number, office)}\n{between}\n"
        for work in (1, 2):
            text += f"{number + 1}-{work} {office[:2]} 정비 {work}구간\n{WORK}\n"
    report = extract_bytes(text.encode(), "report.txt")
    assert [each.path for each in report.projects] == [
        f"{office}/{number}-{work}"
        for number, office in enumerate(OFFICES, start=1)
        for work in (1, 2)
    ]


IN_FRONT = ("{n}. {o}", "{n} {o}", "{o}")


@pytest.mark.parametrize("entry", ["{w}. {t}", "{w} {t}"])
@pytest.mark.parametrize("head", IN_FRONT)
def test_lists_of_all_departments_in_front_open_no_part(head: str, entry: str) -> None:
    works = {
        "도로과": ("달빛골 정비", "새터 조성"),
        "교통과": ("하늘길 조성", "주차장 확충"),
    }
    text = "교통국\nⅠ. 주요업무\n"
    details = ""
    for number, (office, titles) in enumerate(works.items(), start=1):
        text += head.format(n=number, o=office) + "\n"
        for work, title in enumerate(titles, start=1):
            text += entry.format(w=f"{number}-{work}", t=title) + "\n"
            details += f"{number}-{work} {title}\n{WORK}"
    report = extract_bytes(f"2025년도 주요업무계획\n{text}\n{details}".encode(), "report.txt")
    assert [(each.path, each.name) for each in report.projects] == [
        (f"교통국/{number}-{work}", title)
        for number, titles in enumerate(works.values(), start=1)
        for work, title in enumerate(titles, start=1)
    ]


NO_PARTS = [
    ("who is in charge, below a title", f"1. 골목길 정비\n【도로과】\n{WORK}2. 다리 보수\n【건설과】\n{WORK}"),
    ("a list of offices in front of the works", f"□ 도로과\n□ 건설과\n1. 골목길 정비\n{WORK}2. 다리 보수\n{WORK}"),
    ("results by office, then a chapter", f"Ⅱ. 주요성과\n□ 도로과\n ○ 도로 3㎞ 정비\nⅢ. 주요업무\n1. 골목길 정비\n{WORK}2. 다리 보수\n{WORK}"),
]  # fmt: skip


@pytest.mark.parametrize("text", [row[1] for row in NO_PARTS], ids=[row[0] for row in NO_PARTS])
def test_a_name_alone_opens_no_part(text: str) -> None:
    report = extract_bytes((f"{COVER}건 설 국\n\n" + text).encode(), "report.txt")
    assert [each.path for each in report.projects] == ["건설국/1", "건설국/2"]


COUNTED_THROUGH = [
    (
        "named by a list of all projects, titles in frames with the office at the margin",
        ("실 국\t연번\t사 업 명\t구분\t쪽\n전략산업국\t1\t달빛골 정비\t계속\t1\n건설교통국\t2\t새터 조성\t신규\t5\n\n"
        f"전략산업국\n1\t달빛골 정비\t전략산업과\n{WORK}\n건설교통국\n2\t새터 조성\t도로과\n{WORK}"),
        [("전략산업국/1", "전략산업과"), ("건설교통국/2", "도로과")],
    ),
    (
        "with the one in charge below the title",
        (f"도로과\n\n1\t달빛골 정비\t계속\n담당\t도로팀장 김○○(☎3421)\t주무관 이○○\t예산서\t213쪽\n{WORK}\n"
        f"공원과\n\n2\t새터 조성\t신규\n담당\t공원팀장 박○○(☎3422)\t주무관 최○○\t예산서\t214쪽\n{WORK}"),
        [("도로과/1", "도로팀"), ("공원과/2", "공원팀")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [row[1:] for row in COUNTED_THROUGH],
    ids=[row[0] for row in COUNTED_THROUGH],
)
def test_works_counted_through_all_departments(text: str, wanted: list[tuple[str, str]]) -> None:
    projects = extract_bytes((COVER + text).encode(), "report.txt").projects
    assert [(each.path, each.team) for each in projects] == wanted


LIST = "연번\t주요사업\t구분\t쪽\n1\t달빛골 정비\t계속\t3\n2\t새터 조성\t신규\t5\n\n"


@pytest.mark.parametrize("between", ["", "주요사업 목록\n", "- 도로팀\n- 시설팀\n\n"])
@pytest.mark.parametrize("head", ["도 로 과", "도로과", "【 도로과 】", "Ⅱ. 도 로 과", "□ 도로과"])
def test_an_office_right_above_its_list_opens_its_part(head: str, between: str) -> None:
    # The titles were pictures: what stands below the list are sections only.
    text = f"{COVER}{head}\n\n{between}{LIST}{WORK}\n{WORK}"
    projects = extract_bytes(text.encode(), "report.txt").projects
    assert [(each.path, each.name) for each in projects] == [
        ("도로과/1", "달빛골 정비"),
        ("도로과/2", "새터 조성"),
    ]


def test_a_name_given_by_order_alone_is_told_as_doubtful() -> None:
    text = f"{COVER}도 로 과\n\n주요사업 목록\n{LIST.rstrip()}\n3\t물결천 산책로\t신규\t7\n\n{WORK}\n{WORK}"
    report = extract_bytes(text.encode(), "report.txt")
    assert [finding.rule for finding in report.findings].count("project-match") == 2


def test_lists_of_all_departments_in_front_open_no_parts() -> None:
    front = (
        f"【도로과】\n{LIST}【공원과】\n{LIST.replace('정비', '쉼터').replace('조성', '놀이터')}"
    )
    works = "".join(
        f"{office}\n\n1. {one}\n{WORK}\n2. {two}\n{WORK}\n"
        for office, one, two in (
            ("도 로 과", "달빛골 정비", "새터 조성"),
            ("공 원 과", "달빛골 쉼터", "새터 놀이터"),
        )
    )
    projects = extract_bytes((COVER + front + works).encode(), "report.txt").projects
    assert [(each.path, each.list_page) for each in projects] == [
        ("도로과/1", 3),
        ("도로과/2", 5),
        ("공원과/1", 3),
        ("공원과/2", 5),
    ]


KINDS_OF_OFFICES = [
    ("개발사업처", "주거재생처"), ("경영지원부", "안전사업부"), ("북부지사", "남부지사"), ("대외협력본부", "기술본부"),
    ("AI혁신과", "데이터·AI과"), ("R&D사업팀", "AX총괄팀"), ("가람소방서", "하늘소방서"), ("혁신담당", "홍보담당"),
    ("정책기획관", "감사담당관"), ("의회사무국", "보건지소"), ("산학협력단", "학생처"), ("1인가구지원과", "119종합상황실"), ("소방교육대", "119구조대"),
    ("급수부", "시설부"), ("행정부", "안전부"),
]  # fmt: skip


@pytest.mark.parametrize("head", ["D", "【D】", "Ⅰ. D|Ⅱ. D", "□ D", "D(2건)", "D 주요업무계획"])
@pytest.mark.parametrize("offices", KINDS_OF_OFFICES, ids=[row[0] for row in KINDS_OF_OFFICES])
def test_how_offices_are_called(offices: tuple[str, str], head: str) -> None:
    text = COVER
    for number, office in enumerate(offices):
        text += f"{printed(head, number, office)}\n"
        text += "".join(f"{work}. 정비 {work}구간\n{WORK}\n" for work in (1, 2))
    report = extract_bytes(text.encode(), "report.txt")
    assert [each.path for each in report.projects] == [
        f"{office}/{number}" for office in offices for number in (1, 2)
    ]


NO_OFFICES = [
    "전 문 위 원",
    "거래처",
    "문의처",
    "세입·세출부",
    "주요 사업부",
    "경상남도지사",
    "사업담당",
]


@pytest.mark.parametrize("line", NO_OFFICES)
def test_words_that_end_like_an_office(line: str) -> None:
    text = f"{COVER}{line}\n" + "".join(f"{each}. 정비 {each}구간\n{WORK}\n" for each in (1, 2))
    report = extract_bytes(text.encode(), "report.txt")
    assert [each.path for each in report.projects] == ["/1", "/2"]


def test_works_in_front_of_the_first_office_are_kept() -> None:
    text = f"{COVER}도시계획계\n1. 골목길 정비\n{WORK}\n도로과\n1. 다리 보수\n{WORK}"
    report = extract_bytes(text.encode(), "report.txt")
    assert [each.path for each in report.projects] == ["/1", "도로과/1"]


def test_a_ministry_is_no_department_of_its_own_report() -> None:
    text = f"2025년도 주요업무계획\n지역활력부\n1. 빈집 정비\n{WORK}2. 다리 보수\n{WORK}"
    report = extract_bytes(text.encode(), "report.txt")
    assert [each.path for each in report.projects] == ["/1", "/2"]


INSIDE = [
    "○ 아파트\n ① 신청 접수 : 2월\n ② 발표 : 3월",
    "초등부\n1. 예선 : 3월\n2. 결선 : 4월",
    "○ 국토교통부\n 1) 공모 : 2월",
    "<성인부>\n 1) 예선 : 2월",
    "○ 제휴처\n ① 모집 : 2월",
]


@pytest.mark.parametrize("lines", INSIDE, ids=[row.split("\n")[0] for row in INSIDE])
def test_parts_of_a_work_open_no_department(lines: str) -> None:
    text = f"{COVER}도로과\n1. 골목길 정비\n{WORK}{lines}\n2. 다리 보수\n{WORK}"
    report = extract_bytes(text.encode(), "report.txt")
    assert report.about.departments == ("도로과",)
    assert len([each for each in report.timeline if each.start and each.start.year == 2025]) > 1


def test_doubtful_offices_whose_works_are_counted_through() -> None:
    text = (
        f"{COVER}기획처\n1. 골목길 정비\n{WORK}2. 육교 철거\n{WORK}정보화본부\n3. 다리 보수\n{WORK}"
    )
    report = extract_bytes(text.encode(), "report.txt")
    assert [each.path for each in report.projects] == ["기획처/1", "기획처/2", "정보화본부/3"]
