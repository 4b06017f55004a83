"""Records against labels: what was found, what was missed, and in which field they differ.

A record and a label belong together when they stand in the same place and have the same value:
an event's first and last day, an amount's won, a project's path or else its name. Fields beside
that are compared on those pairs. Every field ends as one `Tally`; those of several reports add up.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher
from math import sqrt
from typing import NamedTuple, Self

from tests.truth.labels import Corpus, Row, Rows

__all__ = ["Score", "Tally", "interval", "score"]

EVENT_FIELDS = (
    "kind", "edtf", "date_raw", "text", "section", "approximate", "ongoing", "recurrence",
    "project",
)  # fmt: skip
FUNDING_FIELDS = ("kind", "source", "fiscal_year", "measure", "program", "project")
PROJECT_FIELDS = (
    "project_path", "name", "department", "status", "list_page", "parent", "period_edtf",
    "location_raw", "area_m2",
    "total_cost_thousand_won", "budget_year", "budget_thousand_won",
)  # fmt: skip
WORDED = frozenset(
    {"text", "section", "program", "name", "department", "location_raw", "project", "recurrence"}
)
ALIKE = 0.75
"""Share of common letters from which two wordings of one thing count as the same."""


class Tally(NamedTuple):
    """Counts of one field; they add up over reports."""

    hit: int = 0
    predicted: int = 0
    wanted: int = 0

    def __add__(self, other: object) -> "Tally":
        """Add the counts of another report."""
        if not isinstance(other, Tally):
            return NotImplemented
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """Share of what was reported that is right; 1 when nothing was reported."""
        return self.hit / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of what should be there that was reported; 1 when nothing should."""
        return self.hit / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = self.predicted + self.wanted
        return 2 * self.hit / total if total else 1.0


def interval(hit: int, trials: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's interval for a share: where it lies with 95 per cent confidence.

    >>> [round(edge, 3) for edge in interval(97, 97)]
    [0.962, 1.0]
    """
    if not trials:
        return 0.0, 1.0
    share = hit / trials
    width = 1 + z * z / trials
    middle = (share + z * z / (2 * trials)) / width
    half = z / width * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass
class Score:
    """Tallies by field, and in words what was missed, what is too much and what differs."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    faults: list[str] = field(default_factory=list)

    def count(self, name: str, tally: Tally) -> None:
        """Add to a field."""
        self.tallies[name] += tally

    def __iadd__(self, other: "Score") -> Self:
        """Add another report's figures."""
        for name, tally in other.tallies.items():
            self.tallies[name] += tally
        self.faults += other.faults
        return self


def score(corpus: Corpus, found: Rows) -> Score:
    """Compare the rows of a run (`labels.rows_of`) with the labels of its report."""
    result = Score()
    reached = {
        record: [row for row in rows if corpus.reaches(row)] for record, rows in found.items()
    }
    _events(corpus, reached["events"], result)
    _funding(corpus, reached["funding"], result)
    _projects(corpus, reached["projects"], result)
    return result


def _events(corpus: Corpus, found: list[Row], result: Score) -> None:
    labels = corpus.labels["events"]
    # A mention is of use to some and noise to others: welcome, never asked for.
    soft = [each for each in labels if each.get("optional") or each["kind"] == "mention"]
    hard = [each for each in labels if each not in soft]
    graded = [row for row in found if row["kind"] != "mention"]
    pairs = _grade("timeline", hard, soft, graded, (_days(corpus.place),), result)
    _fields("timeline", EVENT_FIELDS, hard, pairs, result)


def _funding(corpus: Corpus, found: list[Row], result: Score) -> None:
    labels = corpus.labels["funding"]
    soft = [each for each in labels if each.get("optional")]
    hard = [each for each in labels if not each.get("optional")]
    # An amount in prose is nobody's loss: only the budget lines among the statements are labelled.
    wanted_lines = {each[corpus.place] for each in hard + soft if each["kind"] == "statement"}
    graded = [
        row for row in found if row["kind"] != "statement" or row[corpus.place] in wanted_lines
    ]
    keys = (_exact(corpus.place), _amount(corpus.place))
    pairs = _grade("funding", hard, soft, graded, keys, result)
    _fields("funding", FUNDING_FIELDS, hard, pairs, result)


def _projects(corpus: Corpus, found: list[Row], result: Score) -> None:
    labels = corpus.labels["projects"]
    soft = [each for each in labels if each.get("optional")]
    hard = [each for each in labels if not each.get("optional")]
    if corpus.pages:
        # The labels name the projects that begin on these pages, by page and name.
        keys: tuple[Key, ...] = (lambda row: squash(row["name"]),)
    else:
        keys = (lambda row: row.get("project_path"), lambda row: squash(row["name"]))
    pairs = _grade("projects", hard, soft, found, keys, result)
    _fields("projects", PROJECT_FIELDS, hard, pairs, result)


Key = Callable[[Row], object]


def _days(place: str) -> Key:
    return lambda row: (row[place], row["start"], row["end"])


def _amount(place: str) -> Key:
    return lambda row: (row[place], _number(row["amount_thousand_won"]))


def _exact(place: str) -> Key:
    names = ("kind", "source", "fiscal_year")
    return lambda row: (_amount(place)(row), *(row.get(name) for name in names))


def _grade(
    name: str,
    hard: list[Row],
    soft: list[Row],
    found: list[Row],
    keys: tuple[Key, ...],
    result: Score,
) -> list[tuple[Row, Row]]:
    """Pair labels and rows, the strictest key first; count; name what is left over."""
    pairs: list[tuple[Row, Row]] = []
    missed, extra = hard, found
    for key in keys:
        matched, missed, extra = _pair(missed, extra, key)
        pairs += matched
    for key in keys:
        _, soft, extra = _pair(soft, extra, key)
    result.count(name, Tally(len(pairs), len(pairs) + len(extra), len(hard)))
    result.faults += [f"{name} missed {_words(row)}" for row in missed]
    result.faults += [f"{name} extra {_words(row)}" for row in extra]
    return pairs


def _pair(
    labels: list[Row], found: list[Row], key: Key
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    pool: defaultdict[object, list[Row]] = defaultdict(list)
    for row in found:
        pool[key(row)].append(row)
    pairs, missed = [], []
    for label in labels:
        bucket = pool.get(key(label))
        if bucket:
            pairs.append((label, bucket.pop(0)))
        else:
            missed.append(label)
    return pairs, missed, [row for bucket in pool.values() for row in bucket]


def _fields(
    name: str,
    columns: tuple[str, ...],
    hard: list[Row],
    pairs: list[tuple[Row, Row]],
    result: Score,
) -> None:
    """Count each field over all labels that name it: finding more may only raise its F1."""
    for column in columns:
        wanted = sum(_names(label, column) for label in hard)
        named = [pair for pair in pairs if _names(pair[0], column)]
        hit = 0
        for label, row in named:
            key = _key(label, column)
            same = _same(key, label[key], row[key])
            hit += same
            if not same:
                result.faults.append(
                    f"{name} {column} {_words(row)}: {label[key]!r} != {row[key]!r}"
                )
        if wanted:
            result.count(f"{name}.{column}", Tally(hit, len(named), wanted))


def _key(label: Row, column: str) -> str:
    return "project_path" if column == "project" and "project_path" in label else column


def _names(label: Row, column: str) -> bool:
    return _key(label, column) in label and column not in _loose(label)


def _loose(label: Row) -> list[str]:
    """Fields of a label that two careful readers may fill differently."""
    names = label.get("loose")
    return names if isinstance(names, list) else []


def _same(column: str, label: object, row: object) -> bool:
    if column in WORDED:
        return _alike(label, row)
    if column == "date_raw":
        # Where the margin parts a date, its raw text holds the end of the line.
        return " ".join(str(label).split()).strip("* .．") == " ".join(str(row).split()).strip(
            "* .．"
        )
    if isinstance(label, str) and re.fullmatch(r"-?\d+(\.\d+)?", label):
        return _number(label) == _number(row)
    return (label or None) == (row or None) if not isinstance(label, int) else label == row


def _alike(label: object, row: object) -> bool:
    a, b = squash(label), squash(row)
    if not a or not b:
        return a == b
    return a in b or b in a or SequenceMatcher(None, a, b).ratio() >= ALIKE


def squash(text: object) -> str:
    """Letters and digits only: spacing and marks are nobody's business.

    >>> squash("사 업 기 간 : 2019.")
    '사업기간2019'
    """
    return re.sub(r"\W+", "", str(text or "")).lower()


def _number(value: object) -> Decimal | None:
    return None if value in (None, "") else Decimal(str(value))


def _words(row: Row) -> str:
    names = ("line", "page", "date_raw", "amount_raw", "name", "source", "fiscal_year", "text")
    return " ".join(str(row[name])[:40] for name in names if row.get(name) is not None)
