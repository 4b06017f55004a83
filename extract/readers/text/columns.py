"""Tables that only blanks set in columns, as text out of a PDF keeps them with its layout.

        일   정               추  진  내  용                 비   고         the head: words far apart
     2026. 1. ~ 2.       건설기술심의 및 설계 검토            도 건설과       a row for each line, or
     2026. 6. ~ 12.      친수호안 정비 및 계류시설            당진시          a row that goes on below:
                         제작·설치                                       a line with fewer words

Only a head that names known columns opens such a table: far apart stand other things too.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from extract.document import Block, Cell, Paragraph, Table
from extract.findings import Span

__all__ = ["find_columns"]

_GAP: Final = re.compile(r"   (?<=\S   )")
"""Three blanks behind a word: the fixed ones first, as they are looked for fast."""
_APART: Final = re.compile(r"\S+(?: {1,2}\S+)*")
_LETTERS: Final = re.compile(r"(?<!\S)[가-힣](?: {1,8}[가-힣](?!\S))+(?!\S)")
"""`추  진  내  용`: one word, or several where the gaps differ (`지 구 명      사  업  비`)."""
_UNEVEN: Final = 2  # blanks by which a gap between words is wider than one between letters
_HEAD_WORDS: Final = re.compile(
    r"사업\w{1,2}|일정|시기|기간|일자|내용|구분|비고|사업명|과제명|지구명|대상지|위치|재원별?|회계별|부서|사업비|예산액?|계|합계|총사업비|주관|사업량|규모|착공|준공|유형"
    r"|(?:공약|과제|사업)(?:번호|명)|번호|순번|쪽|페이지|(?:담당|주관|소관|추진|관련|협조)부서|부서명|담당자?|(?:기관|단체|시설|업무|품목|시책)명"
    r"|목표|실적|계획|이행[도율]|진도율|공정률|집행[률액]|물량|수량|금액|단가|단위|인원|대상|(?:조치|처리)\w{2,3}"
    r"|연도|단계|연번|추진\w{1,4}|(?:19|20)\d\d년.{0,3}|[1-4]/4분기|국비|도비|시비|구비|군비|지방비|증감"
)
_MARKED: Final = re.compile(r"[□■○●◦ㅇ◇◆❍▪▶※◈*·-]\s|[\dⅠ-Ⅹ]{1,2}[.)]\s|\(\d|[가-하]\.\s")
_LONGEST_HEAD: Final = 16
_PAIR: Final = 2  # columns, and words of a head, at least


class _Piece(NamedTuple):
    """Words of a line that stand apart: where they are in the text, and from which to which character of the line."""

    span: Span
    left: int
    right: int


def find_columns(blocks: list[Block], view: str) -> list[Block]:
    """Replace the paragraphs that are lines of such tables by the tables."""
    out: list[Block] = []
    done = 0
    for at in _with_gaps(blocks, view):
        found = _table_at(blocks, at, view) if at >= done else None
        if found:
            table, behind = found
            out += blocks[done:at]
            out.append(table)
            done = behind
    return out + blocks[done:] if out else blocks


def _with_gaps(blocks: Sequence[Block], view: str) -> list[int]:
    """The numbers of the blocks that hold words set apart, in order: few lines do."""
    found = {
        bisect_right(blocks, gap.start(), key=attrgetter("start")) - 1
        for gap in _GAP.finditer(view)
    }
    return sorted(found - {-1})


def _table_at(blocks: Sequence[Block], at: int, view: str) -> tuple[Table, int] | None:
    """The table whose head is block `at`, and the number of the block behind it."""
    if _MARKED.match(view, blocks[at].start):
        return None
    head = _pieces(blocks[at], view)
    if len(head) < _PAIR or not _is_head(head, view):
        return None
    end = at + 1
    while end < len(blocks) and _goes_on(blocks[end - 1], blocks[end], view):
        end += 1
    body = [_pieces(block, view) for block in blocks[at + 1 : end]]
    zones = _zones([head, *(line for line in body if len(line) == len(head))])
    lines: list[dict[int, _Piece]] = []
    for line in body:
        placed = _placed(line, zones)
        if placed is None:
            break
        lines.append(placed)
    end = at + 1 + len(lines)
    rows = _rows(lines, len(head))
    wide = sum(len({column for line in row for column in line}) > 1 for row in rows)
    # Of two columns each row must fill both: 연도 | 추진내용.
    if wide < 2 or wide * 3 < len(rows) * 2 or (len(head) == _PAIR and wide < len(rows)):
        return None
    cells = [Cell(0, column, 1, 1, *piece.span, header=True) for column, piece in enumerate(head)]
    for number, row in enumerate(rows, start=1):
        cells += _cells(number, row, len(head))
    last = max(cell.end for cell in cells)
    return Table(head[0].span.start, last, len(rows) + 1, len(head), tuple(cells), "spaced"), end


def _pieces(block: Block, view: str) -> list[_Piece]:
    """The words of a line, cut where three blanks or more stand; letters that are spaced out are one word."""
    if type(block) is not Paragraph or block.role != "body":
        return []
    start, end = block.start, block.end
    line = view.rfind("\n", 0, start) + 1
    if view.find("   ", start, end) < 0:
        return [_Piece(Span(start, end), start - line, end - line)]
    spaced = [word for found in _LETTERS.finditer(view, start, end) for word in _words_of(found)]
    pieces: list[_Piece] = []
    for found in _APART.finditer(view, start, end):
        first, last = found.span()
        over = next((each for each in spaced if each[0] <= first < each[1]), None)
        if over and pieces and pieces[-1].span.end > over[0]:
            continue
        if over and over[1] > last:
            last = over[1]
        pieces.append(_Piece(Span(first, last), first - line, last - line))
    return pieces


def _words_of(letters: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The words that letters with blanks between them make, cut at the wider gaps."""
    places = [at for at, letter in enumerate(letters[0]) if letter != " "]
    narrow = min(after - before for before, after in pairwise(places))
    first = places[0]
    for before, after in pairwise(places):
        if after - before > narrow + _UNEVEN:
            yield letters.start() + first, letters.start() + before + 1
            first = after
    yield letters.start() + first, letters.end()


def _is_head(head: Sequence[_Piece], view: str) -> bool:
    words = ["".join(view[piece.span.start : piece.span.end].split()) for piece in head]
    known = sum(_HEAD_WORDS.fullmatch(word) is not None for word in words)
    return (
        known * 2 >= len(words)
        and known >= _PAIR
        and all(len(word) <= _LONGEST_HEAD for word in words)
    )


def _zones(full: Sequence[Sequence[_Piece]]) -> list[tuple[int, int]]:
    """For each column from which to which character its words may stand: halfway to its neighbours.

    `full` are the lines with all columns filled; their words tell better than the head where a column lies.
    """
    rights = [max(piece.right for piece in column) for column in zip(*full, strict=True)]
    lefts = [min(piece.left for piece in column) for column in zip(*full, strict=True)]
    middles = [(right + left) // 2 for right, left in zip(rights, lefts[1:], strict=False)]
    return list(zip([0, *middles], [*middles, 10_000], strict=True))


def _goes_on(last: Block, block: Block, view: str) -> bool:
    """Whether a line stands right below the last one, and is no item or caption."""
    return (
        isinstance(block, Paragraph)
        and block.role == "body"
        and view.count("\n", last.end, block.start) == 1
        and not _MARKED.match(view, block.start)
        and view[block.start] not in "(<[【"
        and block.indent > 0
    )


def _placed(pieces: Sequence[_Piece], zones: Sequence[tuple[int, int]]) -> dict[int, _Piece] | None:
    """The pieces of a line by column; None where two stand in one column."""
    if len(pieces) == len(zones):
        return dict(enumerate(pieces))
    placed: dict[int, _Piece] = {}
    for piece in pieces:
        column = max(
            range(len(zones)),
            key=lambda at: min(piece.right, zones[at][1]) - max(piece.left, zones[at][0]),
        )
        if column in placed:
            return None
        placed[column] = piece
    return placed


def _rows(lines: Sequence[dict[int, _Piece]], columns: int) -> list[list[dict[int, _Piece]]]:
    """The lines of each row: one with the first column filled, and those that go on with it.

    A line in front of a row that lacks its words belongs to that row.
    """
    rows: list[list[dict[int, _Piece]]] = []
    waiting: list[dict[int, _Piece]] = []
    for at, line in enumerate(lines):
        if 0 in line or len(line) >= columns - 1:
            rows.append([*waiting, line])
            waiting = []
            continue
        following = lines[at + 1] if at + 1 < len(lines) else {}
        lacks = 0 in following and not any(column in following for column in line)
        complete = not rows or any(column in part for part in rows[-1] for column in line)
        if lacks and complete:
            waiting.append(line)
        elif rows:
            rows[-1].append(line)
        else:
            waiting.append(line)
    return rows


def _cells(number: int, row: Sequence[dict[int, _Piece]], columns: int) -> Iterator[Cell]:
    for column in range(columns):
        spans = tuple(line[column].span for line in row if column in line)
        if len(spans) == 1:
            yield Cell(number, column, 1, 1, *spans[0])
        elif spans:
            yield Cell(number, column, 1, 1, spans[0].start, spans[0].end, pieces=spans)
        else:
            end = max(piece.span.end for line in row for piece in line.values())
            yield Cell(number, column, 1, 1, end, end)
