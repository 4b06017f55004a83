"""A difference between two runs is told by record and field, whatever moved around it."""

import pytest

from tests.golden import Record, differences

ONE: Record = {
    "event_id": "x-e0001", "source_file": "a.txt", "kind": "milestone", "date_raw": "2019.07.17",
    "edtf": "2019-07-17", "text": "개소식", "line": "3", "char_start": "10", "char_end": "20",
}  # fmt: skip
TWO: Record = ONE | {
    "event_id": "x-e0002",
    "date_raw": "2020.01",
    "edtf": "2020-01",
    "text": "착공",
    "line": "4",
}


TOLD = "line='3' kind='milestone' date_raw='2019.07.17' text='개소식'"
TOLD_AT_5 = TOLD.replace("line='3'", "line='5'")
TOLD_TWO = "line='4' kind='milestone' date_raw='2020.01' text='착공'"


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
    ],
    ids=["same", "added", "lost", "replaced", "changed", "moved", "new-field"],
)
def test_differences(wanted: list[Record], found: list[Record], lines: list[str]) -> None:
    assert list(differences(wanted, found)) == lines
