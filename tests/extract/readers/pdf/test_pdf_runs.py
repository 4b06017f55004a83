"""Runs are a quicker way to the same lines and cells that single characters give."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.readers.pdf.cells import FilledGrid, fill
from extract.readers.pdf.grids import find_grids
from extract.readers.pdf.lines import Line, lines_of
from extract.readers.pdf.places import Places
from extract.readers.pdf.rules import joined_rules
from extract.readers.pdf.runs import Characters, Glyph, runs_of
from extract.readers.pdf.strokes import MANY, Stroke

PIECES = st.lists(
    st.tuples(
        st.integers(0, 120),
        st.sampled_from([100.0, 100.5, 104.0, 112.0, 140.0]),
        st.text("가나다12.) ", min_size=1, max_size=9),
        st.sampled_from([8.0, 10.0]),
    ),
    min_size=1,
    max_size=8,
)
"""Left edge, baseline, words, type size; they may lie on each other."""

EDGES = st.lists(st.integers(0, 160), min_size=2, max_size=5, unique=True).map(sorted)


def page_of(pieces: list[tuple[int, float, str, float]]) -> Characters:
    rows = []
    for left, base, words, size in pieces:
        at, before = float(left), 0
        for character in words:
            width = size if character >= "가" else size / 2
            if character == " ":
                before = 2
            else:
                box = (at, base - 0.9 * size, at + width, base + 0.1 * size)
                rows.append((character, before, *box, base, 0, size))
                before = 0
            at += width
    text, before_each, *places = zip(*rows, strict=True) if rows else [()] * 9
    return Characters("".join(text), np.array(before_each, int), Places(*map(np.array, places)))


def shown(found: tuple[list[FilledGrid], list[Glyph]]) -> tuple[list[list[Line]], list[Line]]:
    grids, rest = found
    return [cell.lines for grid in grids for cell in grid.cells], lines_of(rest)


@settings(derandomize=True, max_examples=300)
@given(PIECES)
def test_runs_make_the_lines_that_their_characters_make(
    pieces: list[tuple[int, float, str, float]],
) -> None:
    page = page_of(pieces)
    assert lines_of(runs_of(page)) == lines_of(page.glyphs(0, len(page.text)))


@settings(derandomize=True, max_examples=300)
@given(PIECES, EDGES, EDGES)
def test_runs_fill_the_cells_that_their_characters_fill(
    pieces: list[tuple[int, float, str, float]], xs: list[int], ys: list[int]
) -> None:
    page = page_of(pieces)
    across = [Stroke(y, xs[0], xs[-1]) for y in ys]
    down = [Stroke(x, ys[0], ys[-1]) for x in xs]
    grids, _ = find_grids(across, down)
    assert shown(fill(grids, runs_of(page))) == shown(fill(grids, page.glyphs(0, len(page.text))))


def test_what_is_set_in_one_go_is_one_run() -> None:
    page = page_of([(0, 100.0, "2019년 1월 12일", 10.0), (0, 140.0, "가나", 10.0)])
    assert [run.text for run in runs_of(page)] == ["2019년 1월 12일", "가나"]


def test_a_run_ends_where_columns_part() -> None:
    page = page_of([(0, 100.0, "국비", 10.0), (60, 100.0, "시비", 10.0)])
    assert [run.text for run in runs_of(page)] == ["국비", "시비"]


@settings(derandomize=True, max_examples=200)
@given(
    st.lists(
        st.tuples(st.sampled_from([10.0, 10.4, 10.8, 30.0]), st.integers(0, 60), st.integers(0, 9)),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from([0, 4]),
)
def test_a_page_of_dashes_has_the_rules_that_the_dashes_make(
    dashes: list[tuple[float, int, int]], shortest: float
) -> None:
    strokes = [Stroke(at, start, start + length) for at, start, length in dashes]
    assert joined_rules(strokes * (MANY + 1), shortest) == joined_rules(strokes, shortest)
