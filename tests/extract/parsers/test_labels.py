"""Lines -> their label and its value; labels -> what they mean. A new label gets a row here."""

import pytest

from extract.parsers.labels import label_meaning, split_label

MEANINGS = [
    ("period", ["사업기간", "운영기간", "모집기간", "기 간", "일시", "추진일정"]),
    ("location", ["사업위치", "위 치", "대상지", "행사장소", "사업구간"]),
    ("scale", ["사업규모", "규모", "사업량", "면적"]),
    ("place_and_scale", ["위치 및 규모", "위치/면적"]),
    ("total_cost", ["총사업비", "사업비", "소요예산", "총예산"]),
    ("budget", ["시설 예산", "자본금", "소요액"]),
    ("purpose", ["사업목적", "추진배경"]),
    ("contents", ["사업내용", "주요내용", "내용"]),
    ("", ["대상", "문의", "말미마을의 오래된 골목에 관한 이야기"]),
]


@pytest.mark.parametrize(
    ("meaning", "label"), [(meaning, label) for meaning, labels in MEANINGS for label in labels]
)
def test_meanings(meaning: str, label: str) -> None:
    assert label_meaning(label) == meaning


LINES = [
    ("사 업 비 : 80백만원", "사업비", "80백만원"),
    ("교육인원 및 횟수 : 40명, 3회", "교육인원 및 횟수", "40명, 3회"),
    ("(사업기간) 2026. 3. ~ 8.", "사업기간", "2026. 3. ~ 8."),
    ("【소요예산】 24억원", "소요예산", "24억원"),
    ("(향후계획) '25. 2월 착공", "향후계획", "'25. 2월 착공"),
    ("사업기간  2022년 ~ 2027년", "사업기간", "2022년 ~ 2027년"),
    ("기    간 '24. 1. ~ 3.", "기간", "'24. 1. ~ 3."),
    ("사업비 32,000백만원", "사업비", "32,000백만원"),
    ("위    치  하늘읍 12-3", "위치", "하늘읍 12-3"),
]


@pytest.mark.parametrize(("line", "label", "value"), LINES, ids=[row[0] for row in LINES])
def test_labelled_lines(line: str, label: str, value: str) -> None:
    found = split_label(line, 0, len(line))
    assert found is not None
    assert (found.label, line[found.start : found.end]) == (label, value)


NO_LABELS = [
    "기간 연장 검토",
    "사업비 증액 필요",
    "위치 변경",
    "예산 부족",
    "(가칭)하늘숲 조성",
    "(국토부) 심의",
    "09:30 개회",
    "간담회(3회: 5월, 6월, 7월)",
    ": 값만 있는 줄",
]


@pytest.mark.parametrize("line", NO_LABELS)
def test_lines_without_a_label(line: str) -> None:
    assert split_label(line, 0, len(line)) is None
