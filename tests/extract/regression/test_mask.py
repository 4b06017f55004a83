"""Personal data is replaced at the same length; figures, dates and offices stay."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import UnsupportedError
from extract.regression.mask import mask, mask_file

MASKED = [
    ("담당 : 도시재생과장 홍길동(2110)", "담당 : 도시재생과장 ○○○(0000)"),
    ("생활정원팀장 온새미(2117)", "생활정원팀장 ○○○(0000)"),
    ("홍길동 주무관이 설명", "홍길동 주무관이 설명"),
    ("홍길동 주무관, 김철수 과장", "○○○ 주무관, ○○○ 과장"),
    ("담당자: 홍길동", "담당자: ○○○"),
    ("담 당 자 : 홍길동 (02-2627-1234)", "담 당 자 : ○○○ (00-0000-0000)"),
    ("총괄코디네이터 최찬환 위촉", "총괄코디네이터 ○○○ 위촉"),
    ("문의 : 2133-4317", "문의 : 0000-0000"),
    ("☎ 2133-4317, 010-1234-5678", "☎ 0000-0000, 000-0000-0000"),
    ("gildong.hong@seoul.go.kr", "xxxxxxx.xxxx@xxxxx.xx.xx"),
    ("주민번호 800101-1234567", "주민번호 000000-0000000"),
]
KEPT = [
    "2019-2020 회계연도 예산 101,635천원",
    "제2026-1890호 공고",
    "과장 전결, 국장 주재 회의(5.13.)",
    "사업기간 : 2019. 3. ~ 2020. 6.",
    "추진실적(2110건), 도시재생과(2019)",
    "시장 현대화 사업(12개소)",
    "구청장, 현장지원센터 관계자 등 참석",
    "도시재생과장 회의(2019.03.04.)",
    "국장 이하 전원 참석",
]


@pytest.mark.parametrize(("text", "expected"), MASKED)
def test_personal_data_is_replaced(text: str, expected: str) -> None:
    assert mask(text) == expected


@pytest.mark.parametrize("text", KEPT)
def test_everything_else_stays(text: str) -> None:
    assert mask(text) == text


@settings(derandomize=True, max_examples=200)
@given(st.text(alphabet="홍길동과장담당자 :()-@.0129☎\n김팀가a", max_size=60))
def test_length_and_lines_stay_and_twice_is_once(text: str) -> None:
    once = mask(text)
    assert len(once) == len(text)
    assert [at for at, char in enumerate(once) if char == "\n"] == [
        at for at, char in enumerate(text) if char == "\n"
    ]
    assert mask(once) == once


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_a_file_keeps_its_encoding(encoding: str) -> None:
    text = "□ 사업개요\r\n담당자 : 홍길동\r\n"
    masked = mask_file(text.encode(encoding), "a.txt")
    assert masked == text.replace("홍길동", "○○○").encode(encoding)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n%%EOF", "담당자 : 홍길동".encode() + b"\xff\xfe\xff"])
def test_what_is_no_sound_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnsupportedError):
        mask_file(data, "a.txt")
