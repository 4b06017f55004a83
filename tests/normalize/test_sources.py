"""Sources of funds: name -> spellings."""

import pytest

from normalize.sources import read_source

NAMES = {
    "계": ["계", "합계", "합 계", "소계", "총계", "총  계"],
    "국비": [
        "국비",
        "국   비",
        "국",
        "국고",
        "국고보조금",
        "지특",
        "균특",
        "지역발전특별회계",
        "특별교부세",
        "교부세",
        "국비지원",
        "국비 확보",
    ],
    "시비": ["시비", "시", "市", "市비", "시비보조금", "시 비"],
    "도비": ["도비", "도", "道비", "시·도비", "시도비"],
    "구비": ["구비", "구", "구·군비", "구 군", "시군구비", "시·군·구비"],
    "군비": ["군비", "군", "군 비", "지자체 대응투자(군비)"],
    "지방비": ["지방비", "지방비 등", "지방비부담", "지자체 대응투자"],
    "기금": ["기금", "복권기금", "관광진흥개발기금"],
    "민간": ["민간", "민자", "민간투자", "자부담", "자담", "기업부담", "민 자"],
    "기타": ["기타", "기 타", "융자", "공사채", "분양수입", "법인전입금", "대응자금"],
}
NO_SOURCE = [
    "",
    "구분",
    "구 분",
    "시도",
    "시군구",
    "공사비",
    "재정",
    "비재정",
    "도시재생과",
    "국제교류",
    "시설비",
    "2020년",
    "기업지원",
    "계획",
    "-",
]


@pytest.mark.parametrize(("name", "label"), [(n, w) for n, words in NAMES.items() for w in words])
def test_label_gives_source(name: str, label: str) -> None:
    source = read_source(label)
    assert source is not None
    assert (source.name, source.raw) == (name, label)


@pytest.mark.parametrize("label", NO_SOURCE)
def test_other_words_are_no_source(label: str) -> None:
    assert read_source(label) is None


@pytest.mark.parametrize(
    ("label", "kind", "name"),
    [
        ("시·도비", "district", "시비"),
        ("시·도비", "city", "도비"),
        ("시군구비", "city", "시비"),
        ("시군구비", "county", "군비"),
        ("시군구비", "district", "구비"),
        ("구·군비", "county", "군비"),
    ],
)
def test_joined_tiers_follow_the_reporting_body(label: str, kind: str, name: str) -> None:
    source = read_source(label, kind=kind)
    assert source is not None
    assert source.name == name
