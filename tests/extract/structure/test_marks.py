"""Lines -> the rank of their mark and the words behind it. A new mark gets a row here."""

import pytest

from extract.structure.marks import (
    BRACKET,
    CHAPTER,
    CIRCLE,
    CIRCLED,
    DASH,
    DOT,
    NOTE,
    NUMBER,
    PLAIN,
    SQUARE,
    SYLLABLE,
    read_mark,
)

MARKS = [
    (CHAPTER, "Ⅱ. 주요업무", "주요업무"),
    (CHAPTER, "제2장 추진계획", "추진계획"),
    (NUMBER, "1. 늘봄숲 조성", "늘봄숲 조성"),
    (NUMBER + 2, "1-2 골목 정비", "골목 정비"),
    (NUMBER + 2, "1-2.「함께」 정비", "「함께」 정비"),
    (NUMBER + 2, "3-1. 2025 하늘총회", "2025 하늘총회"),
    (NUMBER, "과제 1  신도시 조성", "신도시 조성"),
    (NUMBER, "공약번호 1-3. 산후조리원 건립", "산후조리원 건립"),
    (SYLLABLE, "가. 사업개요", "사업개요"),
    (SQUARE, "□ 추진실적", "추진실적"),
    (SQUARE, "ㅁ 추진실적", "추진실적"),
    (BRACKET, "<추진계획>", "추진계획>"),
    (BRACKET, "【추진계획】", "추진계획】"),
    (50, "1) 사업개요", "사업개요"),
    (55, "가) 사업기간", "사업기간"),
    (CIRCLE, "○ 사업기간", "사업기간"),
    (CIRCLE, "ㅇ 사업기간", "사업기간"),
    (CIRCLED, "① 점검", "점검"),
    (DASH, "- 설계 착수", "설계 착수"),
    (DASH, "- 2024. 3. : 착공", "2024. 3. : 착공"),
    (DOT, "· 보상", "보상"),
    (DOT, "▸2024. 1. 20. : 조사", "2024. 1. 20. : 조사"),
    (DOT, "+ 2023. 12. 20. : 착수보고회", "2023. 12. 20. : 착수보고회"),
    (75, "▪ 2025년 상반기 체결", "2025년 상반기 체결"),
    (75, "▶2024. 3. : 착공", "2024. 3. : 착공"),
    (NOTE, "※ 2018년 350백만원", "2018년 350백만원"),
]


@pytest.mark.parametrize(("rank", "line", "words"), MARKS, ids=[row[1] for row in MARKS])
def test_marks(rank: int, line: str, words: str) -> None:
    mark = read_mark(line, 0, len(line))
    assert (mark.rank, line[mark.body :]) == (rank, words)


NO_MARKS = [
    "2019. 3. 4.",
    "2019. 3. 4. : 개소식",
    "가람시 하늘구",
    "제주특별자치도",
    "과제별 추진계획",
    "공약 이행률",
    "▲1,200",
    "+ 1,200 증액",
    "3.5ha",
    "12-3번지 일원",
    "(단위 : 천원)",
]


@pytest.mark.parametrize("line", NO_MARKS)
def test_lines_without_a_mark(line: str) -> None:
    assert read_mark(line, 0, len(line)).rank == PLAIN
