"""A difference between two runs is told by record and field, whatever moved around it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.regression.compare import Record, compare, tell

ONE: dict[str, object] = {
    "event_id": "x-e0001", "source_file": "a.txt", "kind": "milestone", "date_raw": "2019.07.17",
    "edtf": "2019-07-17", "text": "개소식", "line": "3", "char_start": "10", "char_end": "20",
}  # fmt: skip
TWO: dict[str, object] = ONE | {
    "event_id": "x-e0002",
    "date_raw": "2020.01",
    "edtf": "2020-01",
    "text": "착공",
    "line": "4",
}
TOLD = "line='3' kind='milestone' date_raw='2019.07.17' text='개소식'"
TOLD_AT_5 = TOLD.replace("line='3'", "line='5'")
TOLD_TWO = "line='4' kind='milestone' date_raw='2020.01' text='착공'"


def told(wanted: list[Record], found: list[Record], *, strict: bool = True) -> list[str]:
    return [tell(change) for change in compare(wanted, found, strict=strict)]


@pytest.mark.parametrize(
    ("wanted", "found", "lines"),
    [
        ([ONE, TWO], [ONE, TWO], []),
        ([ONE], [ONE, TWO], [f"added    {TOLD_TWO}"]),
        ([ONE, TWO], [TWO], [f"lost     {TOLD}"]),
        ([ONE], [TWO], [f"lost     {TOLD}", f"added    {TOLD_TWO}"]),
        ([ONE], [ONE | {"edtf": "2019"}], [f"changed  {TOLD}: edtf '2019-07-17' -> '2019'"]),
        ([ONE], [ONE | {"line": "5"}], [f"moved    {TOLD_AT_5}: line 3 -> 5"]),
        ([ONE], [ONE | {"actor": "시"}], [f"changed  {TOLD}: actor None -> '시'"]),
        ([ONE], [ONE | {"event_id": "y"}], [f"moved    {TOLD}: event_id x-e0001 -> y"]),
        ([], [ONE], [f"added    {TOLD}"]),
        ([ONE], [], [f"lost     {TOLD}"]),
    ],
    ids=[
        "same", "added", "lost", "replaced", "changed", "moved", "new-field", "renumbered",
        "from-nothing", "to-nothing",
    ],
)  # fmt: skip
def test_differences(wanted: list[Record], found: list[Record], lines: list[str]) -> None:
    assert told(wanted, found) == lines


@pytest.mark.parametrize("more", [{"actor": "시"}, {"event_id": "y"}])
def test_only_wanted_fields_count_unless_strict(more: dict[str, object]) -> None:
    assert told([ONE], [ONE | more], strict=False) == []


def test_a_field_that_is_not_wanted_hides_no_other() -> None:
    found = ONE | {"actor": "시", "edtf": "2019"}
    assert told([ONE], [found], strict=False) == [f"changed  {TOLD}: edtf '2019-07-17' -> '2019'"]


records = st.lists(
    st.fixed_dictionaries({"kind": st.sampled_from("ab"), "text": st.sampled_from("가나다라")}),
    max_size=12,
)


@settings(derandomize=True, max_examples=150)
@given(records, records)
def test_added_and_lost_make_up_the_difference_in_number(
    wanted: list[Record], found: list[Record]
) -> None:
    kinds = [change.kind for change in compare(wanted, found)]
    assert len(found) - len(wanted) == kinds.count("added") - kinds.count("lost")
    assert (kinds == []) == (wanted == found)


def test_long_tables_without_a_common_record_take_no_time() -> None:
    wanted: list[Record] = [{"row": row, "text": f"{row}"} for row in range(5_000)]
    found: list[Record] = [{"row": row, "text": f"{row + 1}원"} for row in range(5_000)]
    start = time.perf_counter()
    assert {change.kind for change in compare(wanted, found)} == {"changed"}
    assert time.perf_counter() - start < 3
