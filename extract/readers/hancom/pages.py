"""Pages, from where the lines of a report stood when it was last laid out.

    top 61503   … 조사, 국어능력        a line that stands higher than the one before it is on the next page,
    top     0   □ 한국수어 말뭉치       as is one behind a page break that the writer set

Only body paragraphs count; what stands in cells and boxes is on the page of its paragraph. Where the layout
is silent (another program has written there, a page has cut a table, columns), pages are known up to there;
where it contradicts itself, it is old, and no page is known.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

__all__ = ["UNKNOWN", "Layout", "Line", "Pages", "Place"]

ORDINARY: Final = 2_600
"""Height of a line with its space, in HWPUNIT (1/7200 inch), where the file does not say."""

LEAST: Final = 600
"""Height that even an empty line takes."""

OVER: Final = 150
"""A last line reaches this far below the edge of its page, and no further."""

EMPTY: Final = 0.4
"""A page that ends without a break is not left as empty as this part of it."""

BESIDE: Final = 0.8
"""A table stands between two lines that leave this part of its height between them."""

KNOWN: Final = 0.5
"""Part of the paragraphs that must say where they stand."""


class Line(NamedTuple):
    """A laid-out line: its first character (in UTF-16 units), its top on the page and its height."""

    offset: int
    top: int
    height: int


class Layout(NamedTuple):
    """How a body paragraph was laid out.

    Attributes:
        lines: Its lines; none where the file does not say.
        floating: Height of the tables in it that stand between lines, and that a page may cut.
        breaks: A page or column break is set before it.
        followed: It is laid out in a way that is followed: in one column, without blank pages.
    """

    lines: Sequence[Line]
    floating: int = 0
    breaks: bool = False
    followed: bool = True


class Place(NamedTuple):
    """Where a paragraph begins, and what characters of it begin later pages.

    Attributes:
        page: From 1; -1 where it is unknown from here on.
        turns: Offsets in UTF-16 units.
    """

    page: int
    turns: tuple[int, ...] = ()


UNKNOWN: Final = Place(-1)


class Pages:
    """Follows a report from section to section."""

    def __init__(self) -> None:
        self._page = 0
        self._room = 0
        self._last: Line | None = None
        self._known = self._silent = 0
        self._lost = self._contradicted = False

    @property
    def believed(self) -> bool:
        """What the sections so far said fits together, and most of it was said."""
        return not self._contradicted and self._known > KNOWN * (self._known + self._silent)

    def section(self, room: int, layouts: Iterable[Layout]) -> list[Place]:
        """Return where the paragraphs of the next section stand, which begins a page.

        Args:
            room: Height of its pages between their margins, in HWPUNIT; 0 where the file does not say.
            layouts: Its body paragraphs.
        """
        self._page += 1
        self._room = room
        self._last = None
        self._lost |= room <= 0
        places: list[Place] = []
        waiting: list[Layout] = []
        for layout in layouts:
            if not layout.lines and not layout.breaks:
                self._silent += 1
                waiting.append(layout)
                continue
            self._settle(places, waiting, layout)
            if layout.breaks and places:
                self._page += 1
                self._last = None
            places.append(self._place(layout))
        self._settle(places, waiting, None)
        return places

    def _settle(self, places: list[Place], waiting: list[Layout], upto: Layout | None) -> None:
        """Place the paragraphs that say nothing, if they find room before those of `upto`."""
        if not waiting:
            return
        used = self._last.top + self._last.height if self._last else 0
        goes_on = upto is not None and not upto.breaks and not self._turns(upto.lines[0])
        if goes_on and upto is not None:
            self._lost |= upto.lines[0].top - used < LEAST * len(waiting)
        else:
            need = sum(ORDINARY + layout.floating for layout in waiting)
            self._lost |= used + need > self._room
        place = UNKNOWN if self._lost else Place(self._page)
        places += [place] * len(waiting)
        waiting.clear()

    def _place(self, layout: Layout) -> Place:
        self._known += bool(layout.lines)
        self._lost |= not layout.followed
        begins = 0
        turns: list[int] = []
        for line in layout.lines:
            if self._turns(line):
                self._contradicted |= self._ended_early(layout)
                self._page += 1
                turns.append(line.offset)
            else:
                self._lost |= self._cut(line, layout.floating)
            self._contradicted |= line.top > self._room
            self._lost |= line.top + line.height > self._room + OVER
            self._last = line
            begins = begins or self._page
        if self._lost:
            return UNKNOWN
        return Place(begins or self._page, tuple(turn for turn in turns if turn))

    def _turns(self, line: Line) -> bool:
        last = self._last
        if last is None:
            return False
        return line.top < last.top or (line.top == last.top and min(line.height, last.height) > 0)

    def _ended_early(self, layout: Layout) -> bool:
        """Tell whether the next paragraph would have found room on a page that has no break."""
        if self._last is None or layout.floating:
            return False
        need = max(line.height for line in layout.lines)
        return self._last.top + self._last.height + need < EMPTY * self._room

    def _cut(self, line: Line, floating: int) -> bool:
        """Tell whether a table that is anchored in `line` may go on on the next page."""
        above = self._last.top + self._last.height if self._last else 0
        if not floating or line.top - above >= BESIDE * floating:
            return False
        return line.top + line.height + floating > self._room
