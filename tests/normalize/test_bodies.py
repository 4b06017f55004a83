"""Government bodies: name -> spellings; places in a text."""

import pytest

from normalize.bodies import find_places, read_body
from normalize.jurisdiction import find_jurisdiction
from normalize.places import PLACES

NAMES = {
    "국토교통부": ["국토교통부", "국토부", "국 토 부", "(국토부)"],
    "행정안전부": ["행안부", "행정안전부"],
    "서울특별시": ["서울시", "서울특별시", "서울", "서 울 특 별 시"],
    "서울특별시 금천구": ["금천구", "금 천 구", "서울 금천구", "서울특별시 금천구", "금천구청"],
    "강원특별자치도 고성군": ["강원 고성군", "강원특별자치도 고성군"],
    "한국토지주택공사": ["LH", "LH공사"],
    "시": ["市", "(市)"],
    "구": ["區", "구청"],
    "중구": ["중구"],
    "고성군": ["고성군"],
    "광주시": ["광주시"],
    "도시재생과": ["도시재생과", "도 시 재 생 과"],
    "강원도": ["강원도"],
}


@pytest.mark.parametrize(("name", "words"), [(n, w) for n, words in NAMES.items() for w in words])
def test_spelling_gives_body(name: str, words: str) -> None:
    body = read_body(words)
    assert body is not None
    assert (body.name, body.raw) == (name, words)


@pytest.mark.parametrize(
    "words", ["", "추진 결과", "완료", "2019년", "사업 효과", "부산 금천구", "전국"]
)
def test_other_words_are_no_body(words: str) -> None:
    assert read_body(words) is None


def test_all_regions_and_local_governments_are_there() -> None:
    names = [name for words in PLACES.values() for name in words.split()]
    assert len(PLACES) == 17
    assert len(names) == 226
    assert [sum(name.endswith(last) for name in names) for last in "시군구"] == [75, 82, 69]


def test_places_in_a_line() -> None:
    text = "서울 금천구의 사업, 부산 금천구, 경기도 화성시"
    assert [text[start:end] for start, end, _ in find_places(text)] == [
        "서울 금천구",
        "경기도 화성시",
    ]


def test_jurisdiction_is_what_is_named_most() -> None:
    assert find_jurisdiction("금천구 계획, 금천구청, 금천구민, 구로구") == "서울특별시 금천구"
    assert find_jurisdiction("부산시 계획, 부산 해운대구, 부산, 사하구, 부산광역시") == "부산광역시"
    assert find_jurisdiction("종로구, 화성시, 부산, 대구, 경기가 좋다") == ""
