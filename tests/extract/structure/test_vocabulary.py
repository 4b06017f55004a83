"""Titles -> what their section is for; lines -> the office they name. A new word gets a row here."""

import pytest

from extract.structure.vocabulary import office_name, section_kind

KINDS = [
    ("overview", ["사업개요", "추진 개요", "Ⅰ 시설개요", "주요내용"]),
    ("results", ["추진실적", "추진사항", "추진 경과", "그간 추진상황", "2023년 운영실적"]),
    ("plan", ["추진계획", "향후계획", "향후 추진일정", "2024년 계획", "추진방향"]),
    ("mixed", ["추진상황 및 향후계획", "추진실적 및 계획", "추진경과와 향후일정"]),
    ("problems", ["문제점 및 개선방안", "현안사항", "쟁점 및 대응방향"]),
    ("budget", ["2020년 소요예산", "소요예산", "재원조달 계획", "연차별 투자계획"]),
    ("effects", ["기대효과", "파급 효과"]),
    ("need", ["추진배경", "설치 필요성", "추진근거"]),
    ("status", ["일반현황", "시설 현황"]),
    (None, ["말미마을 실행도", "위치도", "도시숲 조성사업"]),
]


@pytest.mark.parametrize(
    ("kind", "title"), [(kind, title) for kind, titles in KINDS for title in titles]
)
def test_sections(kind: str | None, title: str) -> None:
    assert section_kind(title) == kind


OFFICES = [
    ("도시재생과", ["도 시 재 생 과", "도시재생과"]),
    ("홍보담당관", ["홍보담당관"]),
    ("여성청소년과", ["여성청소년과", "여 성 청 소 년 과"]),
    ("교통과", ["교통과", "교 통 과"]),
    ("농업유통과", ["농 업 유 통 과"]),
    ("감사실", ["감사실"]),
    ("상하수도사업소", ["상하수도사업소"]),
    ("기후대기과", ["기후대기과\t(☎ 055-211-6634)"]),
    ("농업기술센터", ["농업기술센터", "농 업 기 술 센 터"]),
    ("", ["국회통과", "전 문 위 원", "도로 청소", "사실", "심의결과", "여건"]),
    (
        "",
        [
            "기대효과",
            "추진경과",
            "심사경과",
            "사업개소",
            "총사업비 재원",
            "우리 동네 소",
            "주민 의견",
            "과",
        ],
    ),
]


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for name, lines in OFFICES for line in lines]
)
def test_offices(name: str, line: str) -> None:
    assert office_name(line) == name
