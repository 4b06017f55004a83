"""Loading costs little more than what the server itself needs."""

from pathlib import Path

import pytest

from tests.extract.load.databases import Database

pytest.importorskip("psycopg")

ROWS = 200_000


@pytest.mark.slow
def test_a_load_has_most_of_the_speed_of_a_bare_staged_copy(
    postgres: Database, tmp_path: Path
) -> None:
    from tests.benchmarks.loading import measure, write_results  # noqa: PLC0415 - needs the extra

    write_results(tmp_path, ROWS)
    times = measure(tmp_path, postgres.url)
    assert times["staged COPY of rows"] / times["bogoseo load"] >= 0.8, times
