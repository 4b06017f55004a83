"""Paragraphs to statements: marks read, continuation lines joined, nesting found.

Nesting follows ranks (see `marks`), and among equal marks the indentation. A line without a mark continues
the statement above it where nothing separates the two; otherwise it stands for itself.
"""

import re
from collections.abc import Sequence
from typing import Final

from extract.document import Document, Paragraph
from extract.outline import Statement
from extract.structure.body_lines import read_lines
from extract.structure.bullets import Open, placed_rank
from extract.structure.contents import is_entry
from extract.structure.marks import (
    ARROW,
    BRACKET,
    NOTE,
    NUMBER,
    PLAIN,
    SQUARE,
    Mark,
    is_private,
    mark_of,
)
from extract.structure.vocabulary import numbered_office, office_name, section_kind

__all__ = ["outer_headings", "read_statements"]

_LABELLED: Final = re.compile(r"[^:\n]{0,40}")
_SENTENCE_END: Final = re.compile(r"(?:다|음|함|임|됨|것|세요)\.?$")
_YEAR_FIRST: Final = re.compile(r"(?:20\d\d|'\d\d)\s?년?도?\s")
"""A report's own title names its year: `2025년도 주요업무 계획`."""
_ORNAMENTS: Final = frozenset("◈❖▶►★◎❍▸▹▷")
"""Marks of items that head sections in some reports (◈ 사업개요)."""
_OF_A_YEAR: Final = re.compile(r"^(?:20\d\d|'\d\d)년도?\s?(?!소요|예산|사업비)")
"""`2024년 추진실적`, with a mark in front."""
_WITHOUT_SQUARES: Final = frozenset("❍▸▹▷")
"""Those that do so only where no □ stands above: `1. 늘봄숲 조성`, `❍ 사업개요`, `◦ 위치 : …`."""
"""How an entry of the contents ends: its page."""
_NUMBERED: Final = re.compile(r"\d{1,2}(?:-\d{1,2})? (?![월일년개명건회차호원])[가-힣]")
_SET_APART: Final = re.compile(
    r"\d{1,2}(?: [│|┃ㅣ] |\t+|\n| {2,8})(?=(?:20\d\d년?\s)?[가-힣A-Z'\"「『(])"
)
"""`2 │ 노후 전동차 교체`: a title with a rule or a gap between its number and its words, as in a frame of two cells."""
_FRAMED: Final = re.compile(
    r"(?:[가-힣]{2,6}\t)?(\d{1,2})(?: [│|┃ㅣ] |\t+|\n)(?=[^\n:]{2,60}$)(?!.*\d$)"
)
"""`2⇥노후 전동차 교체`: the frame of a title, its number in a cell of its own."""
_COUNTED: Final = re.compile(
    r"(\d{1,2}) (?!개|건|명|회|차|월|일|년|호|층|동|주|분|시|인|종|대|곳|세|가구|필지|단계|억|천|백|만|조|여|위|급|학|과정)(?=[가-힣「『“‘][^\n:]{2,50}$)(?!.*(?:\d|다|음|함|임|됨|며|고|및)\.?$)"
)
_SIGNS: Final = frozenset("□■◇◆▣❑❏○●ㅇ◦❍◎▶▷【〈<-▪")
_ALONE: Final = re.compile(
    r"(?:담\s?당|작\s?성\s?자)\s*:?\s+[가-힣·\d]{2,12}(?:(?:담당관|[과팀소단실]장)(?=[\s(:☎])|[과팀소단실](?=\s?[(:☎]|\s[가-힣·\d]{2,12}(?:팀|[과팀]장|담당)|\s(?:주무관|[가-힣○◯]{2,4}\s?(?:주무관|[(☎]))))|[(\[<〈]\s?단\s?위\s?:[^()]{1,20}[)\]>〉]$"
)
"""A line of its own: `담당  철도정책과장 윤○○(4610)  …` at the foot of a project, the unit of the table below."""
_TITLE_LENGTH: Final = 40
_CLOSES: Final = frozenset("】〉》>]")
_DOUBTFUL: Final = frozenset({BRACKET, PLAIN, ARROW})
_BY_PLACE: Final = frozenset({SQUARE, ARROW, NOTE})
_DATE_BEGINS: Final = frozenset("'0123456789")
_FULL_LINE: Final = 30
_new: Final = (
    tuple.__new__
)  # a report has thousands of lines, and this costs half of calling the class


def read_statements(document: Document) -> tuple[Statement, ...]:
    """Read every statement of the report's body, tables left out."""
    view = document.view
    found: list[Statement] = []
    stack: list[Open] = []
    open_line: Paragraph | None = None
    for line, line_above in read_lines(document):
        start, end = line.start, line.end
        rank, mark, body = mark_of(view, start, end)
        if rank in _DOUBTFUL or mark in _ORNAMENTS:
            rank, mark, body, end = _seen(view, line, _new(Mark, (rank, mark, body)), found, stack)
            if mark.isdecimal() or (rank == PLAIN and _is_set_apart(view, start, end)):
                # A project begins: nothing above goes on.
                stack.clear()
                open_line = None
        if rank in _BY_PLACE and mark != "□":  # which heads sections wherever it stands
            rank = placed_rank(view, line, _new(Mark, (rank, mark, body)), found, stack)
        heading = rank <= BRACKET and not is_entry(view, start, end)
        if rank == PLAIN:
            if open_line and _continues(view, found[-1], open_line, line, line_above):
                found[-1] = found[-1]._replace(end=end)
                continue
            heading = end - start <= _TITLE_LENGTH and is_section_title(view[start:end])
            rank = SQUARE if heading else PLAIN
        parent = -1
        while stack:
            above, left, at = stack[-1]
            if above < rank or (above == rank and left < line.indent):
                parent = at
                break
            stack.pop()
        note = rank == NOTE or view[body] == "※"
        found.append(_new(Statement, (start, body, end, mark, rank, parent, heading, note)))
        if rank < NOTE:  # nothing stands below a note or a line without a mark
            stack.append((rank, line.indent, len(found) - 1))
        open_line = line
    return tuple(found)


def _seen(
    view: str,
    line: Paragraph,
    mark: Mark,
    found: Sequence[Statement],
    stack: Sequence[Open],
) -> tuple[int, str, int, int]:
    """Rank, mark, and place of the words of a line whose mark alone does not tell what it is."""
    rank, sign, body = mark
    start, end = line.start, line.end
    if sign in _ORNAMENTS or is_private(sign):
        rank = SQUARE if _heads(view, body, end, mark, found, stack) else rank
    elif rank == BRACKET:
        inner = _bracketed_section(view, body, end, sign, found, stack)
        if inner:
            return SQUARE, sign, *inner
    elif view[start].isdecimal() or view.find("\t", start, end) > 0:
        framed = _FRAMED.match(view, start, end) or _counted(view, line)
        # What stands at the margin (현안) says nothing of the title.
        if framed and not section_kind(view[framed.end() : end].split("\t", 1)[0]):
            return NUMBER, framed[1], framed.end(), end
    return rank, sign, body, end


def _counted(view: str, line: Paragraph) -> re.Match[str] | None:
    """A number and one blank in front of a short line over a marked one, in a text: `1 늘봄숲 조성` over `○ 사업개요`."""
    if line.size or view[line.end : line.end + _TITLE_LENGTH].lstrip()[:1] not in _SIGNS:
        return None
    found = _COUNTED.match(view, line.start, line.end)
    # 2 건설방재과 over □ 일반현황 is the number of a department.
    return None if numbered_office(view[line.start : line.end]) else found


def _is_set_apart(view: str, start: int, end: int) -> bool:
    """Whether a number and a gap stand in front of a title."""
    return view[start].isdecimal() and _SET_APART.match(view, start, end) is not None


def _bracketed_section(
    view: str,
    body: int,
    end: int,
    mark: str,
    found: Sequence[Statement],
    stack: Sequence[Open],
) -> tuple[int, int] | None:
    """The words of 【사업개요】 where it stands for □ 사업개요: a known title, in no section with a mark of its own."""
    if view[end - 1] not in _CLOSES or end - body > _TITLE_LENGTH:
        return None
    words = view[body : end - 1]
    bare = words.strip()
    title = _OF_A_YEAR.sub("", bare)
    # 〈 … 현황 〉 is the title of a table as often as not.
    if not title or not is_section_title(title) or section_kind(title) == "status":
        return None
    above = (found[at] for _, _, at in stack)
    if any(
        each.rank >= SQUARE and each.mark != mark and section_kind(view[each.body : each.end])
        for each in above
    ):
        return None
    first = body + words.index(bare)
    return first, first + len(bare)


def _heads(
    view: str,
    body: int,
    end: int,
    mark: Mark,
    found: Sequence[Statement],
    stack: Sequence[Open],
) -> bool:
    """Whether ◈ 사업개요 stands where others write □: a known title, in no item, or as another one before it."""
    words = _OF_A_YEAR.sub("", view[body:end])
    if len(words) > _TITLE_LENGTH or not is_section_title(words):
        return False
    inside = [found[at] for _, _, at in stack if SQUARE < found[at].rank <= mark.rank]
    if mark.text in _WITHOUT_SQUARES and any(
        found[at].rank == SQUARE and found[at].mark != mark.text for _, _, at in stack
    ):
        return False
    return not inside or any(each.rank == SQUARE and each.mark == mark.text for each in found)


def outer_headings(statements: Sequence[Statement]) -> list[int]:
    """Indices of the headings that may open a part of the report: those of the rank of □ or further out."""
    return [
        index
        for index, statement in enumerate(statements)
        if statement.heading and statement.rank <= SQUARE
    ]


def is_section_title(words: str) -> bool:
    """Whether a line without a mark is a section title that lost its mark."""
    kind = section_kind(_LABELLED.match(words)[0])  # type: ignore[index]  # it can match nothing
    if kind is None or office_name(words) or (_YEAR_FIRST.match(words) and kind != "budget"):
        return False
    label = words.split(":", 1)[0]
    if _SENTENCE_END.search(label.strip()) or "," in label or "년" in label.rstrip()[-2:]:
        return False
    return len("".join(label.split())) <= 16 and (":" not in words or "예산" in label)


def _same_setting(view: str, last: Statement, above: Paragraph, line: Paragraph) -> bool:
    """Whether two printed lines are set as one paragraph: the same size, hanging, the first one full.

    A line may be set smaller as a whole where most of it stands in brackets.
    """
    least = 0.7 if _goes_on(view, above, line) else 0.87
    if not above.size * least <= line.size <= above.size * 1.15 or line.indent <= above.indent - 1:
        return False
    return last.rank != PLAIN or above.end - above.start >= _FULL_LINE


def _goes_on(view: str, above: Paragraph, line: Paragraph) -> bool:
    """Whether a line ends in a comma, or the next begins with a bracket and has words behind it."""
    if line.indent <= above.indent:
        return False
    return view[above.end - 1] == "," or (view[line.start] == "(" and view[line.end - 1] != ")")


def _closes_bracket(view: str, last: Statement, line: Paragraph) -> bool:
    """Whether a printed line closes the bracket that the heading above it left open at the margin."""
    opened = view.rfind("(", last.start, last.end)
    return (
        line.size > 0
        and opened > view.rfind(")", last.start, last.end)
        and view.find(")", line.start, line.end) >= 0
    )


def _continues(
    view: str, last: Statement, above: Paragraph, line: Paragraph, above_end: int
) -> bool:
    """Whether a line without a mark goes on with the statement above it; `above_end`: see `BodyLine`."""
    if above_end < 0:
        return False
    is_next = view.count("\n", above_end, line.start) == 1
    if last.rank == PLAIN and not line.size:
        # 기간:2026.1.1.~ and the end of it on the next line.
        return view[last.end - 1] == "~" and view[line.start] in _DATE_BEGINS and is_next
    if not is_next:
        return False
    if last.heading and not _closes_bracket(view, last, line):
        return False
    if line.size and not _same_setting(view, last, above, line):
        return False
    words = view[line.start : line.end]
    if view[line.end - 1].isdecimal() and is_entry(view, last.start, last.end):
        # An entry of the contents goes on with none.
        return not is_entry(view, line.start, line.end)
    if last.note and len(words) <= _TITLE_LENGTH and _NUMBERED.match(words):
        # 2 골목길 정비: the next project's title behind a table's ※ note, in files without blank lines.
        return False
    named = office_name(words) or numbered_office(words)
    return not (is_section_title(words) or named or _ALONE.match(words))
