"""What is read from labelled reports is no worse than it was."""

import pytest

from extract import extract_file
from tests.truth.__main__ import table
from tests.truth.floors import below, read_floors
from tests.truth.labels import GOLD, Corpus, corpora, rows_of
from tests.truth.score import Score, score

CORPORA = list(corpora())
GROUPS = sorted({corpus.group for corpus in CORPORA})


def scored(group: str) -> Score:
    whole = Score()
    for corpus in CORPORA:
        if corpus.group == group:
            whole += score(corpus, rows_of(extract_file(corpus.report)))
    return whole


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_no_field_falls_below_its_floor(group: str) -> None:
    result = scored(group)
    fallen = below(read_floors(), {group: result})
    assert not fallen, "\n".join([*fallen, table({group: result}), *result.faults])


def test_every_labelled_group_has_floors() -> None:
    assert set(GROUPS) <= set(read_floors()), "python -m tests.truth --raise sets them"


@pytest.mark.skipif(not GOLD.exists(), reason="no labels made by hand beside this checkout")
def test_the_gold_is_among_the_corpora() -> None:
    assert {folder.name for folder in GOLD.iterdir() if (folder / "events.jsonl").exists()} <= set(
        GROUPS
    )


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_every_sample_is_labelled(corpus: Corpus) -> None:
    assert any(corpus.labels.values())
