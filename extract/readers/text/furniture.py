"""Running heads that a text out of a PDF repeats on every page, beside the page's number.

- 4 -
2025년 주요업무 추진실적                              맑은물사업소
2   노후 상수관망 정비
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from extract.document import Block, Paragraph

__all__ = ["with_running_heads"]

_SIGN: Final = re.compile(r"-[ ]?\d{1,3}[ ]?-$", re.MULTILINE)
"""What a text with numbered pages holds."""
_PAGE_NUMBER: Final = re.compile(r"-\s?\d{1,4}\s?-")
_NUMBER_BEHIND: Final = re.compile(r"\s?-\s?\d{1,4}\s?-$")
_LONGEST: Final = 160
_FEWEST: Final = 3  # pages that must repeat a head


def with_running_heads(blocks: list[Block], view: str) -> list[Block]:
    """Mark the lines next to page numbers that repeat: they are of the page, and say nothing where they stand."""
    if not _SIGN.search(view):
        return blocks
    blocks = _without_numbered_heads(blocks, view)
    beside = Counter(_beside_numbers(blocks, view))
    pages = sum(1 for block in blocks if _is_number(block, view))
    heads = {words for words, times in beside.items() if times >= max(_FEWEST, pages // 2)}
    if not heads:
        return blocks
    return [
        block._replace(role="page-header")
        if isinstance(block, Paragraph) and _words(block, view) in heads
        else block
        for block in blocks
    ]


def _without_numbered_heads(blocks: list[Block], view: str) -> list[Block]:
    """Mark the heads that hold the page's number themselves: `2026년도 주요업무계획 | 해양농수산국 - 6 -`."""
    found = {
        index: view[block.start : number.start()]
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph)
        and block.end - block.start <= _LONGEST
        and (number := _NUMBER_BEHIND.search(view, block.start, block.end))
        and number.start() > block.start
    }
    times = Counter(found.values())
    heads = {index for index, words in found.items() if times[words] >= _FEWEST}
    return [
        block._replace(role="page-header")
        if index in heads and isinstance(block, Paragraph)
        else block
        for index, block in enumerate(blocks)
    ]


def _beside_numbers(blocks: list[Block], view: str) -> Iterator[str]:
    """The words of the line behind each page number."""
    for index, block in enumerate(blocks[:-1]):
        following = blocks[index + 1]
        if _is_number(block, view) and isinstance(following, Paragraph):
            words = _words(following, view)
            if words and len(words) <= _LONGEST:
                yield words


def _is_number(block: Block, view: str) -> bool:
    return isinstance(block, Paragraph) and bool(
        _PAGE_NUMBER.fullmatch(view, block.start, block.end)
    )


def _words(paragraph: Paragraph, view: str) -> str:
    return "".join(view[paragraph.start : paragraph.end].split())
