"""Every spelling of the corpus is read as its value, and nothing of the must-not table is."""

from datetime import date

import pytest
from dates_corpus import CORPUS, DURATIONS, MUST_NOT, RECURRENCES, YEAR

from normalize.dates import read_dates

SPELLINGS = [
    (value, text) for rows in CORPUS.values() for value, texts in rows.items() for text in texts
]


@pytest.mark.parametrize(("value", "text"), SPELLINGS)
def test_a_spelling_is_read_as_its_value(value: str, text: str) -> None:
    reading = read_dates(text, year=YEAR)
    assert reading is not None
    assert value == "; ".join(period.edtf for period in reading.values)


@pytest.mark.parametrize(
    ("value", "text"), [(value, text) for value, texts in RECURRENCES.items() for text in texts]
)
def test_a_recurrence_is_no_date(value: tuple[str | None, int | None, str], text: str) -> None:
    reading = read_dates(text, year=YEAR)
    assert reading is not None
    assert reading.recurrence is not None
    assert value == (reading.recurrence.per, reading.recurrence.count, reading.recurrence.op)
    assert reading.values == ()


@pytest.mark.parametrize(
    ("value", "text"), [(value, text) for value, texts in DURATIONS.items() for text in texts]
)
def test_a_length_of_time_is_no_date(value: tuple[str, str, str], text: str) -> None:
    reading = read_dates(text, year=YEAR)
    assert reading is not None
    assert reading.duration is not None
    assert value == (reading.duration.iso, reading.duration.anchor, reading.duration.bound)
    assert reading.values == ()


@pytest.mark.parametrize("year", [None, YEAR])
@pytest.mark.parametrize("text", MUST_NOT)
def test_what_only_looks_like_a_date_gives_nothing(text: str, year: int | None) -> None:
    assert read_dates(text, year=year) is None


@pytest.mark.parametrize(
    "text",
    ["3월", "상반기", "3. 4.", "3분기", "3월 ~ 5월", "연내", "당해연도", "3월 초", "07.30 / 11.18"],
)
def test_without_a_year_around_it_nothing_is_certain(text: str) -> None:
    assert read_dates(text) is None


def test_years_of_writing_and_years_of_the_text_differ() -> None:
    today = date(2019, 11, 30)
    next_year = read_dates("내년", year=2020, today=today)
    following = read_dates("차년도", year=2020, today=today)
    assert next_year is not None
    assert following is not None
    assert (next_year.values[0].edtf, following.values[0].edtf) == ("2020", "2021")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("'20. 12월 말까지", None, date(2020, 12, 31)),
        ("2020년 하반기 ~ 2021년", date(2020, 7, 1), date(2021, 12, 31)),
        ("2019. 12. 20. ~ 1. 10.", date(2019, 12, 20), date(2020, 1, 10)),
        ("민선 1기", date(1995, 7, 1), date(1998, 6, 30)),
        ("2020. 3. 31.(화) 18:00까지", None, date(2020, 3, 31)),
        ("2020년 3월부터 1년간", date(2020, 3, 1), date(2021, 2, 28)),
        ("2020. 3. 2.부터 30일간", date(2020, 3, 2), date(2020, 3, 31)),
    ],
)
def test_first_and_last_day(text: str, start: date | None, end: date) -> None:
    reading = read_dates(text)
    assert reading is not None
    assert [(start, end)] == [(value.start, value.end) for value in reading.values]


@pytest.mark.parametrize(
    ("text", "ongoing"),
    [
        ("2020. 3. ~ 계속", True),
        ("2020. 3. ~", True),
        ("2020. 3. 이후", True),
        ("2020.3. ~ 미정", False),
        ("~2020. 3.", False),
    ],
)
def test_only_an_open_right_end_goes_on(text: str, ongoing: bool) -> None:  # noqa: FBT001 - a column of the table
    reading = read_dates(text)
    assert reading is not None
    assert reading.values[0].ongoing is ongoing


@pytest.mark.parametrize(
    ("text", "weekday"),
    [("2024. 12. 13(수)", "수"), ("2019년 3월 4일(월요일)", "월"), ("2019. 3. 4.", "")],
)
def test_the_weekday_is_kept_as_printed_even_when_it_is_wrong(text: str, weekday: str) -> None:
    reading = read_dates(text)
    assert reading is not None
    assert weekday == reading.values[0].weekday


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("매월 10일", "FREQ=MONTHLY;BYMONTHDAY=10"),
        ("매주 월요일", "FREQ=WEEKLY;BYDAY=MO"),
        ("매년 3월", "FREQ=YEARLY;BYMONTH=3"),
        ("격월", "FREQ=MONTHLY;INTERVAL=2"),
        ("분기별", "FREQ=MONTHLY;INTERVAL=3"),
        ("상시", ""),
    ],
)
def test_recurrence_rules(text: str, rule: str) -> None:
    reading = read_dates(text, year=YEAR)
    assert reading is not None
    assert reading.recurrence is not None
    assert rule == reading.recurrence.rrule
