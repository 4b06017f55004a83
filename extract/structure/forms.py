"""Tables that are forms: labels with their values beside them, one pair or more a row, no heads above.

    사업기간 | 2024. 3. ~ 2026. 12. | 사업비 | 500백만원(국비 250, 시비 250)
    위    치 | 하늘동 12번지 일원   | 면적   | 1,200㎡

A list of projects has the same words in its head, but side by side: there no value stands between them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from extract.document import Cell, Table
from extract.records import CellRecord
from extract.structure.vocabulary import labels_a_name, unspaced
from normalize.numerals import read_number

__all__ = ["form_cells", "form_labels"]

_CORE: Final = re.compile(
    r"(?:총|소요)?(?:사업비|공사비|사업예산|소요예산|예산액?|투자비)|(?:사업|추진|공사|운영|교육|행사|용역)?기간|(?:추진|개최|시행)?(?:일시|시기)"
    r"|(?:사업|설치|공사|조성|운영|개최)?(?:위치|장소|대상지|구간|규모|면적|물량|량)|(?:주요)?(?:사업|공사|행사|용역)?내용|(?:사업|과제|공약)(?:사업)?명"
)
_MORE: Final = re.compile(
    r"(?:시설|행사|용역|공사|정책|세부사업|단위사업)명|(?:과제|공약|관리|사업)번호|연락처|전화(?:번호)?|재원구성|집행액|(?:20\d\d|'\d\d)년?도?(?:소요)?(?:예산액?|사업비)"
    r"|(?:사업|지원|추진|수혜|참여|교육)?(?:목적|대상|목표|필요성|방법|방식|근거|배경|인원)"
    r"|(?:사업|추진|시행|주관|담당|소관|관련|협조)?(?:주체|기관|부서|시행자|담당자)|(?:추진|진행)(?:상황|실적|경과|계획|현황)|향후(?:추진)?계획"
    r"|기대효과|문제점|재원|연면적|층수|구조|용도|주최|주관|비고|지원율|공정률"
)
_ASIDE: Final = re.compile(r"\([^()]*\)")
_LABEL: Final = re.compile(r"[가-힣·/]{2,10}")
_LABEL_LENGTH: Final = 24
_SUMS: Final = frozenset({"계", "합계", "총계", "소계", "총액"})
_FIGURE: Final = re.compile(r"[△-]?\d|-$")
_WHEN: Final = re.compile(r"(?:20|')?\d\d[.년][\d.~'년월일\s]{1,24}(?:까지|부터|중)?")
_DATED: Final = 3  # cells
_FEWEST: Final = 2  # labels that must be known


def form_labels(table: Table, texts: Sequence[str]) -> dict[int, int]:
    """The label of each value of a form, both as numbers of cells; empty for any other table."""
    if not texts or table.columns < 2 or not _could_begin(table, texts):
        return {}
    labels: dict[int, int] = {}
    known = core = 0
    parted = False
    for row, below in pairwise([*_rows(table.cells), []]):
        found = None if parted else _parted(row, below, texts)
        if not parted:
            read = found or _of_row(row, texts)
            if read is None:
                return {}
            labels |= read[0]
            known += sum(weight > 0 for weight in read[1])
            core += sum(weight > 1 for weight in read[1])
        parted = found is not None
    if table.rows == 1 and table.columns > 2 and labels_a_name(texts[0]):
        return labels  # 사업명 | 하늘천 정비사업 | 구분 | 계속
    return labels if core and known >= max(_FEWEST, (len(labels) + 1) // 2) else {}


def _of_row(row: Sequence[int], texts: Sequence[str]) -> tuple[dict[int, int], list[int]] | None:
    """The labels of the values of one row, and how much each weighs; None where it is no row of a form."""
    filled = [at for at in row if texts[at]]
    if len(filled) < 2:
        # A title over the whole form, or a label that nothing was filled in for.
        return None if filled and not _weight(texts[filled[0]]) else ({}, [])
    dated = _of_dated(row, texts)
    if dated is not None:
        return dated
    if len(row) % 2 and texts[row[-1]]:
        return None
    labels: dict[int, int] = {}
    weights: list[int] = []
    for label, value in zip(row[::2], row[1::2], strict=False):
        weight = _weight(texts[label])
        if not _is_pair(texts[label], texts[value], weight):
            return None
        weights.append(weight)
        if texts[label]:
            labels[value] = label
    return labels, weights


def _of_dated(row: Sequence[int], texts: Sequence[str]) -> tuple[dict[int, int], list[int]] | None:
    """A row that tells what was done when, in two cells: 추진상황 | 2025. 6. 30. | 사업 선정; below it without the label."""
    if len(row) < _DATED or not _WHEN.fullmatch(texts[row[1]]) or any(texts[at] for at in row[3:]):
        return None
    label, words = texts[row[0]], texts[row[2]]
    if not words or _weight(words) or _WHEN.fullmatch(words):
        return None
    if not label:
        return {}, []
    weight = _weight(label)
    return ({row[2]: row[0]}, [weight]) if weight else None


def _parted(
    row: Sequence[int], below: Sequence[int], texts: Sequence[str]
) -> tuple[dict[int, int], list[int]] | None:
    """A cost that a form sets out in parts over two rows: the label of its sum; None for any other row.

    총사업비(백만원) | 계     | 보상비 | 공사비
                  | 62,400 | 14,800 | 47,600
    """
    size = sum(bool(texts[at]) for at in row)
    figures = [texts[at] for at in below[1:size]]
    if size < _FEWEST + 1 or _weight(texts[row[0]]) < 2 or texts[row[1]] not in _SUMS:
        return None
    if (
        not below
        or texts[below[0]]
        or len(figures) + 1 < size
        or not all(map(_FIGURE.match, figures))
    ):
        return None
    return {below[1]: row[0]}, [2]


def form_cells(
    table: Table, texts: Sequence[str], labels: Mapping[int, int]
) -> tuple[CellRecord, ...]:
    """The cells of a form: each value under the label beside it."""
    of_labels = set(labels.values())
    return tuple(
        CellRecord(
            cell.row,
            cell.column,
            cell.row_span,
            cell.column_span,
            at in of_labels,
            (unspaced(texts[labels[at]]),) if at in labels else (),
            (),
            texts[at],
            read_number(texts[at]) if at in labels and texts[at] else None,
            cell.confidence,
            cell.start,
            cell.end - cell.start,
        )
        for at, cell in enumerate(table.cells)
    )


def _could_begin(table: Table, texts: Sequence[str]) -> bool:
    """Whether the first cell is a label, or the first row holds nothing else."""
    return _weight(texts[0]) > 0 and table.cells[0].row_span == 1


def _rows(cells: Sequence[Cell]) -> Iterator[list[int]]:
    """The numbers of the cells that begin in each row."""
    row: list[int] = []
    last = 0
    for at, cell in enumerate(cells):
        if cell.row != last:
            yield row
            row, last = [], cell.row
        row.append(at)
    yield row


def _is_pair(label: str, value: str, weight: int) -> bool:
    if not label:
        return not value
    return bool(weight or _LABEL.fullmatch("".join(label.split()))) and not _weight(value)


@lru_cache(maxsize=8192)
def _weight(words: str) -> int:
    """2 for a label that only projects have, 1 for another known label, 0 for other words."""
    if not words or len(words) > _LABEL_LENGTH:
        return 0
    bare = _ASIDE.sub("", "".join(words.split())).rstrip(":")
    if _CORE.fullmatch(bare):
        return 2
    return 1 if _MORE.fullmatch(bare) else 0
