"""Pages to one text: furniture apart, tables over page breaks joined, doubled pages left out."""

from collections import Counter
from typing import Final

from extract.document import Role
from extract.findings import Finding
from extract.readers.composer import Composer
from extract.readers.pdf.furniture import Place, furniture
from extract.readers.pdf.joining import continues, joined
from extract.readers.pdf.lines import Line
from extract.readers.pdf.page import Page
from extract.readers.pdf.tables import Item, PageTable

__all__ = ["lay"]

LONG_ENOUGH: Final = 100
"""Characters that a page must hold for its double to be told from a form that is printed twice."""

Entry = tuple[Item, Role]


class _Layer:
    """Lays pages down; the last table of a page waits for the next page."""

    def __init__(self, composer: Composer, pages: list[Page], roles: dict[Place, Role]) -> None:
        self.composer = composer
        self.held: PageTable | None = None
        self.beneath: list[Entry] = []
        self.behind: list[Entry] = []
        self.margin, self.digit = _measures(pages, roles)

    def item(self, item: Item, role: Role) -> None:
        if isinstance(item, PageTable):
            self.composer.table(item.seen)
            return
        indent = round(max(item.left - self.margin, 0) / self.digit, 1)
        self.composer.paragraph(item.text, role=role, indent=indent, size=item.size)

    def release(self) -> None:
        """Lay the table that waits, and what stood at the edges of the pages it runs over."""
        if self.held is not None:
            self.composer.table(self.held.seen)
            self.held = None
        self.items([*self.beneath, *self.behind])
        self.beneath, self.behind = [], []

    def items(self, entries: list[Entry]) -> None:
        for item, role in entries:
            self.item(item, role)

    def page(self, entries: list[Entry], height: float) -> None:
        """Lay a page, given the height of the page before it."""
        body = [number for number, (_, role) in enumerate(entries) if role == "body"]
        top = entries[body[0]][0] if body else None
        if (
            self.held is not None
            and isinstance(top, PageTable)
            and continues(self.held, top, height)
        ):
            self.items(self.beneath)  # stands on the page where the table begins
            self.beneath = []
            self.held = joined(self.held, top)
            self.behind += entries[: body[0]]
            entries = entries[body[0] + 1 :]
            if len(body) == 1:
                self.behind += entries
                return
            body = [number - body[0] - 1 for number in body[1:]]
            self.release()
        else:
            self.release()
            self.composer.page()
        if body and isinstance(last := entries[body[-1]][0], PageTable):
            self.items(entries[: body[-1]])
            self.held = last
            self.beneath = entries[body[-1] + 1 :]
        else:
            self.items(entries)


def lay(pages: list[Page], composer: Composer) -> None:
    """Lay down all pages, and what was doubted on the way."""
    roles = furniture(pages)
    layer = _Layer(composer, pages, roles)
    before: list[str] = []
    height = 0.0
    doubts: list[tuple[Finding, bool]] = []
    for number, page in enumerate(pages):
        entries: list[Entry] = [
            (item, roles.get((number, index)) or _role(item, page))
            for index, item in enumerate(page.items)
        ]
        texts = [_text(item) for item, role in entries if role == "body"]
        if texts == before and sum(map(len, texts)) >= LONG_ENOUGH:
            doubts.append((_doubled(number + 1), False))
            entries = [entry for entry in entries if entry[1] != "body"]
        layer.page(entries, height)
        gave_up = page.unread != "recognized" or page.too_large > 0
        doubts += [(doubt, gave_up) for doubt in _given_up(page, number + 1)]
        before, height = texts, page.height
    layer.release()
    for doubt, gave_up in doubts:
        composer.finding(doubt, gave_up=gave_up)


def _role(item: Item, page: Page) -> Role:
    if isinstance(item, Line) and page.notes and item.top >= page.notes - 2:
        return "footnote"
    return "body"


def _measures(pages: list[Page], roles: dict[Place, Role]) -> tuple[float, float]:
    """Left edge of the text, and the width of a digit of the most common size."""
    lefts: Counter[int] = Counter()
    sizes: Counter[float] = Counter()
    for number, page in enumerate(pages):
        for index, item in enumerate(page.items):
            if isinstance(item, Line) and (number, index) not in roles:
                lefts[round(item.left)] += 1
                sizes[item.size] += len(item.text)
    if not lefts:
        return 0.0, 6.0
    # The leftmost edge that more than a stray line has.
    often = [left for left, times in lefts.items() if times * 50 >= lefts.total()]
    return float(min(often or lefts)), max(sizes.most_common(1)[0][0], 4.0) / 2


def _text(item: Item) -> str:
    if isinstance(item, Line):
        return item.text
    return "\t".join(
        part for cell in item.seen.cells for part in cell.content if isinstance(part, str)
    )


def _doubled(page: int) -> Finding:
    return Finding(
        "duplicate-page",
        "info",
        f"{page}쪽은 앞쪽과 같아 한 번만 읽었습니다.",
        f"Page {page} repeats the page before it and was read once.",
    )


_UNREAD: Final[dict[str, tuple[str, str, str]]] = {
    "scan": (
        "needs-ocr",
        "{}쪽은 글자가 없는 그림이라 읽지 못했습니다.",
        "Page {} is a picture without text and was not read.",
    ),
    "outlines": (
        "needs-ocr",
        "{}쪽은 글자 일부가 그림으로 그려져 있어 다 읽지 못했습니다.",
        "On page {} letters are drawn as outlines and were not read.",
    ),
    "recognized": (
        "recognized-text",
        "{}쪽은 그림에서 글자를 인식해 읽었습니다. 원본과 견주어 보세요.",
        "Page {} is a picture whose text was recognised; compare it with the original.",
    ),
    "crowded": (
        "page-too-large",
        "{}쪽은 글자 조각이 너무 많아 읽지 않았습니다.",
        "Page {} has too many pieces of text and was not read.",
    ),
}


def _given_up(page: Page, number: int) -> list[Finding]:
    found: list[Finding] = []
    if page.unread:
        rule, korean, english = _UNREAD[page.unread]
        found.append(Finding(rule, "warning", korean.format(number), english.format(number)))
    if page.too_large:
        found.append(
            Finding(
                "table-too-large",
                "warning",
                f"{number}쪽의 표가 너무 커서 칸을 나누지 않고 글로만 읽었습니다.",
                f"A table on page {number} is too large; its text was read without its cells.",
            )
        )
    return found
