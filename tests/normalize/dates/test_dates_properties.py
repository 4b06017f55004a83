"""What holds for every date and every text."""

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise

import edtf
import pytest
from dates_corpus import CORPUS, YEAR
from hypothesis import given, settings
from hypothesis import strategies as st

import normalize.dates
from normalize.dates import explain_dates, find_dates, read_dates
from normalize.dates.fast import read_plain
from normalize.dates.scan import SPAN
from normalize.folding import fold
from normalize.leaps import spans

Style = Callable[[date], str]
DAY_STYLES: list[Style] = [
    lambda d: f"{d.year}. {d.month}. {d.day}.",
    lambda d: f"{d:%Y.%m.%d}",
    lambda d: f"'{d:%y}. {d.month}. {d.day}.",
    lambda d: f"’{d:%y}.{d.month}.{d.day}",
    lambda d: f"{d.year}년 {d.month}월 {d.day}일",
    lambda d: f"{d:%Y-%m-%d}",
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d:%y.%m.%d.}",
    lambda d: f"{d.year}年 {d.month}月 {d.day}日",
    lambda d: f"{d.year}. {d.month}. {d.day}.({'월화수목금토일'[d.weekday()]})",
]
MONTH_STYLES: list[Style] = [
    lambda d: f"{d.year}. {d.month}.",
    lambda d: f"'{d:%y}. {d.month}월",
    lambda d: f"{d.year}년 {d.month}월",
    lambda d: f"‘{d:%y.%m}",
]
DAYS = st.dates(date(1960, 1, 1), date(2059, 12, 31))
TEXTS = st.text(
    "'’0123456789.~-/,()·: 년월일분기상하반초말까지부터이후매연회전당내착공후D+Q○Ol二十三월화\n\t천원%호",
    max_size=60,
)
FAST = settings(derandomize=True, max_examples=150, deadline=None)


@pytest.mark.parametrize("style", DAY_STYLES)
@given(day=DAYS)
@FAST
def test_a_day_that_is_printed_is_read_back(style: Style, day: date) -> None:
    reading = read_dates(style(day))
    assert reading is not None
    assert [(day, day)] == [(value.start, value.end) for value in reading.values]


@pytest.mark.parametrize("style", MONTH_STYLES)
@given(day=DAYS)
@FAST
def test_widening_to_the_month_keeps_the_day_inside(style: Style, day: date) -> None:
    reading = read_dates(style(day))
    assert reading is not None
    value = reading.values[0]
    assert value.start is not None
    assert value.end is not None
    assert value.start <= day <= value.end
    assert (value.end + timedelta(days=1)).day == value.start.day == 1


@given(
    first=DAYS,
    second=DAYS,
    style=st.sampled_from(DAY_STYLES),
    tilde=st.sampled_from(["~", " ~ ", "∼", "～"]),
)
@FAST
def test_a_range_holds_both_its_ends_or_is_refused(
    first: date, second: date, style: Style, tilde: str
) -> None:
    reading = read_dates(style(first) + tilde + style(second))
    if second < first:
        assert reading is None
    else:
        assert reading is not None
        assert [(first, second)] == [(value.start, value.end) for value in reading.values]


@given(text=TEXTS | st.text(max_size=40), year=st.none() | st.integers(1, 9999))
@settings(derandomize=True, max_examples=1500, deadline=None)
def test_no_text_raises_and_every_span_lies_inside(text: str, year: int | None) -> None:
    readings = find_dates(text, year=year)
    whole = read_dates(text, year=year)
    assert isinstance(explain_dates(text, year=year), str)
    for reading in [*readings, *([whole] if whole else [])]:
        assert 0 <= reading.start < reading.end <= len(text)
        for value in reading.values:
            assert reading.start <= value.span[0] < value.span[1] <= reading.end
            assert value.start is None or value.end is None or value.start <= value.end
    assert all(a.end <= b.start for a, b in pairwise(readings))


@pytest.mark.parametrize(
    "text", [text for rows in CORPUS.values() for texts in rows.values() for text in texts]
)
def test_the_fast_path_says_what_the_grammar_says(text: str) -> None:
    plain = read_plain(fold(text), YEAR)
    if plain is not None:
        padded = read_dates(f"({text})", year=YEAR)  # the bracket keeps the fast path out
        assert padded is not None
        assert [v[:6] for v in plain.values] == [v[:6] for v in padded.values]


PIECES = [
    "2020",
    "2019",
    "'20",
    "'19",
    "1",
    "2",
    "3",
    "9",
    "11",
    "12",
    "13",
    "31",
    "03",
    "00",
    "년",
    "년도",
    "월",
    "일",
    ".",
    ".",
    ".",
    "~",
    "~",
    "상반기",
    "하반기",
    "분기",
    "/4분기",
    "(월)",
    "까지",
    "부터",
    "이후",
    "현재",
    "기준",
    "중",
    "예정",
    "계속",
    "자",
    "부",
    "한",
    "말",
    "초순",
    "당해연도",
    "내년",
]


@pytest.mark.slow
@given(pieces=st.lists(st.sampled_from([*PIECES, " ", "  "]), max_size=9))
@settings(derandomize=True, max_examples=3000, deadline=None)
def test_whatever_the_fast_path_reads_the_grammar_reads_the_same(pieces: list[str]) -> None:
    text = "".join(pieces)
    plain = read_plain(text, YEAR)
    if plain is not None:
        padded = read_dates(f"({text})", year=YEAR)
        assert padded is not None
        assert plain.rule == padded.rule
        assert [
            value._replace(span=(value.span[0] + 1, value.span[1] + 1)) for value in plain.values
        ] == list(padded.values)


def test_the_fast_path_reads_what_is_plain() -> None:
    for text in (
        "2019. 3. 4.",
        "'19.03",
        "2019년 3월 4일",
        "2019년",
        "2020년 1/4분기",
        "하반기",
        "2019. 3. ~ 11.",
        "2020년 5~6월",
        "~'19. 12.",
        "2019. 11. 8.(금)",
        "2020. 3. ~ 계속",
    ):
        assert read_plain(text, YEAR) is not None, text


def _oracle_rows() -> Iterator[str]:
    # The independent reader knows no times in intervals and no `~` on parts of a year.
    for rows in CORPUS.values():
        for row in rows:
            yield from (text for text in row.split("; ") if not re.search(r"T\d|-4[01]~", text))


@pytest.mark.parametrize("text", sorted(set(_oracle_rows())))
def test_an_independent_reader_accepts_our_edtf(text: str) -> None:
    assert edtf.parse_edtf(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "2019-03-04",
        "2019-03",
        "2020",
        "2020-33",
        "2020-40",
        "199X",
        "2020-03-XX",
        "2019-12/2020-01",
    ],
)
def test_an_independent_reader_gives_the_same_days(text: str) -> None:
    spelling = next(rows[text][0] for rows in CORPUS.values() if text in rows)
    reading = read_dates(spelling, year=YEAR)
    assert reading is not None
    parsed = edtf.parse_edtf(text)
    bounds = (parsed.lower_strict(), parsed.upper_strict())
    assert [date(*bound[:3]) for bound in bounds] == [
        reading.values[0].start,
        reading.values[0].end,
    ]


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.iter_modules(normalize.dates.__path__):
        loaded = importlib.import_module(f"normalize.dates.{module.name}")
        yield from (
            (f"{module.name}.{name}", value)
            for name, value in vars(loaded).items()
            if isinstance(value, re.Pattern)
        )


ATTACKS = [
    "0",
    "1.",
    "1. ",
    "2020.",
    "'20.",
    "'20.1.~",
    "1,",
    "3,6,",
    "3·",
    "~",
    " ",
    "1 ",
    "월",
    "3월 ",
    "매",
    "상",
    "가",
    "가나일",
    "(",
    "N.",
    "Y.N",
    "YN",
    "N,",
    "N/",
    "N.N",
    "/4",
    "1/4 ",
    "(1.~",
    "1:00 ",
    "2020년 ",
    "0 0 ",
    "○",
    "1분기 ",
    "2020. 1. ~ ",
]


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    best = 1e9
    for _ in range(3):
        begin = time.process_time()
        # What a leaping pattern finds is its group 1, and a scan goes on behind it.
        for _match in spans(pattern, text) if pattern is SPAN else pattern.finditer(text):
            pass
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "pattern"),
    list(_patterns()),
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_no_pattern_takes_more_than_linear_time(name: str, pattern: re.Pattern[str]) -> None:
    for attack in ATTACKS:
        short, long = attack * (4000 // len(attack)), attack * (32000 // len(attack))
        for tail in ("", "!"):
            slow = _seconds(pattern, long + tail)
            assert slow < 0.02 or slow < 20 * _seconds(pattern, short + tail), (name, attack)
