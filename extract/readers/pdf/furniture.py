"""Page numbers and running heads: what stands at the edge of page after page."""

import re
from collections import Counter
from typing import Final

from extract.document import Role
from extract.readers.pdf.lines import Line
from extract.readers.pdf.page import Page

__all__ = ["furniture"]

EDGE: Final = 0.12
"""Part of the page's height, at the top and at the bottom, in which furniture stands."""

REPEATS: Final = 3
"""A line must stand on this many pages to be a running head."""

_NUMBER: Final = re.compile(
    r"[-–—~<\[(·]\s*+\d{1,4}\s*+[-–—~>\])·]|\d{1,4}\s*+/\s*+\d{1,4}|\d{1,4}\s*+쪽|[Pp]age\s*+\d{1,4}"
)
_BARE_NUMBER: Final = re.compile(r"\d{1,4}")
_DIGITS: Final = re.compile(r"\d++")
_WORD: Final = re.compile(r"[가-힣A-Za-z]{2}")

_MARKED: Final = re.compile("[□■◇◆▣❏○●◦❍ㅇ▶▷※\ue000-\uf8ff\U000f0000-\U000fffff]")
"""A section's mark: pages that are laid out alike have `□ 사업개요` at one height, and it is no running head."""

Place = tuple[int, int]
"""Index of a page, index of an item on it."""


def furniture(pages: list[Page]) -> dict[Place, Role]:
    """Return the lines that are no part of the text, by page and item."""
    edges = [(place, line, top) for place, line, top in _edge_lines(pages)]
    roles: dict[Place, Role] = {}
    seen = Counter(_key(line, top) for _, line, top in edges)
    numbers = _consecutive_numbers(edges)
    for place, line, top in edges:
        if _NUMBER.fullmatch(line.text) or place in numbers:
            roles[place] = "page-number"
        elif (
            seen[_key(line, top)] >= REPEATS
            and _WORD.search(line.text)
            and not _MARKED.match(line.text)
        ):
            roles[place] = "page-header" if top else "page-footer"
    return roles


def _key(line: Line, top: bool) -> tuple[str, int, bool]:  # noqa: FBT001 - part of the key
    return _DIGITS.sub("0", line.text.replace(" ", "")), round(line.top / 4), top


def _edge_lines(pages: list[Page]) -> list[tuple[Place, Line, bool]]:
    """The two outermost lines at either edge of each page, as far as they stand in its margin."""
    found: list[tuple[Place, Line, bool]] = []
    for number, page in enumerate(pages):
        places = list(enumerate(page.items))
        for top, order in ((True, places), (False, places[::-1])):
            for index, item in order[:2]:
                if not isinstance(item, Line):
                    break
                inside = (
                    item.bottom > page.height * EDGE if top else item.top < page.height * (1 - EDGE)
                )
                if inside:
                    break
                found.append(((number, index), item, top))
    return found


def _consecutive_numbers(edges: list[tuple[Place, Line, bool]]) -> set[Place]:
    """Bare numbers at the edge count as page numbers where they keep step with the pages."""
    bare = [
        (place, int(line.text) - place[0])
        for place, line, _ in edges
        if _BARE_NUMBER.fullmatch(line.text)
    ]
    steps = Counter(step for _, step in bare)
    return {place for place, step in bare if steps[step] >= REPEATS}
