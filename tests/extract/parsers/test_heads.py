"""Head words of a table -> source of funds, fiscal year, measure, programme. A new measure gets a row here."""

import pytest

from extract.parsers.heads import fiscal_year, measure_of_word, read_path

PATHS = [
    (("연차별 소요재원", "2020년"), ("", 2020, "budget", "")),
    (("'24년", "집행"), ("", 2024, "executed", "")),
    (("향후 투자(B)",), ("", None, "budget", "")),
    (("'25년 (이월)",), ("", 2025, "budget", "")),
    (("국비",), ("국비", None, "", "")),
    (("총사업비", "계"), ("계", None, "budget", "")),
    (("잔액",), ("", None, "balance", "")),
    (("집행잔액",), ("", None, "balance", "")),
    (("증감",), ("", None, "증감", "")),
    (("기투자",), ("", None, "budget", "")),
    (("임기후",), ("", None, "", "")),
    (("2026년", "1/4분기"), ("", 2026, "", "")),
    (("향후",), ("", None, "budget", "")),
    (("'23년 이전",), ("", None, "", "")),
    (("기타 (공기업, 민간 등)",), ("기타", None, "", "")),
    (("소계(A)",), ("계", None, "", "")),
    (("2024년(천원)", "예산액"), ("", 2024, "budget", "")),
    (("N N N N Y N", "계"), ("계", None, "", "")),
    (("마중물사업", "국비"), ("국비", None, "", "마중물사업")),
    (("'26년 국비 요구액",), ("국비", 2026, "budget", "")),
    (("2026년 국비",), ("국비", 2026, "", "")),
    (("시비 부담액",), ("시비", None, "", "")),
    (("기금 집행액",), ("기금", None, "executed", "")),
    (("정부 확정",), ("", None, "budget", "")),
    (("\ufffd",), ("", None, "", "")),
    (("\ufffd계",), ("계", None, "", "")),
    (("하늘\ufffd 정비", "계"), ("계", None, "", "하늘\ufffd 정비")),
    (("\ufffd비",), ("", None, "", "\ufffd비")),
]


@pytest.mark.parametrize(("path", "expected"), PATHS, ids=[" > ".join(row[0]) for row in PATHS])
def test_heads(path: tuple[str, ...], expected: tuple[str, int | None, str, str]) -> None:
    heads = read_path(path)
    assert (heads.source, heads.year, heads.measure, heads.program) == expected


YEARS = [
    (2020, ["2020년 소요예산", "2020년도 예산", "'20년", "2020회계연도"]),
    (None, ["총사업비", "'23년 이전", "2024년 이후", "'24~'26년"]),
]


@pytest.mark.parametrize(
    ("year", "words"), [(year, words) for year, several in YEARS for words in several]
)
def test_fiscal_years(year: int | None, words: str) -> None:
    assert fiscal_year(words) == year


WORDS = [
    ("budget", ["예산액", "예산현액"]),
    ("executed", ["지출액", "집행액", "결산액"]),
    ("balance", ["잔액", "집행잔액", "불용액"]),
    ("다음연도이월액", ["다음연도 이월액"]),
    ("", ["감리비", "하늘천 정비사업", "지원금액", "예산"]),
]


@pytest.mark.parametrize(
    ("measure", "words"), [(measure, words) for measure, several in WORDS for words in several]
)
def test_measures_of_words(measure: str, words: str) -> None:
    assert measure_of_word(words) == measure
