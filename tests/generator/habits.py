"""The habits of one report: its marks, units, spacing and layouts, drawn once and kept throughout."""

from dataclasses import dataclass
from random import Random

from tests.generator.dates import Pen, draw_pen

__all__ = ["Habits", "draw_habits", "spaced"]

MARKS = (
    ("□ ", "- ", "  - "),
    ("□ ", "○ ", " - "),
    ("□ ", "ㅇ ", " - "),
    ("□ ", "◦ ", "- "),
    ("■ ", "❍ ", " - "),
    ("가. ", "1) ", "- "),
    ("□ ", "ㅇ", "- "),
)  # fmt: skip
"""Marks of a section, a statement and a statement below it."""

GA = "가나다라마바사아"


@dataclass(frozen=True)
class Habits:
    """How one report is written.

    Attributes:
        pen: How it writes dates.
        marks: Of sections, statements, statements below statements.
        title: `1 `, `1. `, `1-1 ` or `① ` before a project's name.
        listed: Departments list their projects (주요사업 목록).
        lost_titles: The project titles were pictures and are gone; the list is all that names them.
        spaced: Department names and short heads are letter-spaced.
        headings: 추진실적, 추진계획 and 문제점 in this office's words.
        caption: Where the unit stands: `above`, `head`, `below`, `beside`.
        zero: What an amount of nothing looks like in a table: `0`, `-` or nothing.
        separator: Stands between a milestone's date and its text.
        inline_share: Share of statements that end in their date.
    """

    pen: Pen
    marks: tuple[str, str, str]
    title: str
    listed: bool
    lost_titles: bool
    spaced: bool
    headings: tuple[str, str, str]
    caption: str
    zero: str
    separator: str
    inline_share: float

    def section(self, number: int, words: str) -> str:
        """A section's heading line."""
        mark = self.marks[0]
        return (f"{GA[number]}. " if mark == "가. " else mark) + words

    def statement(self, number: int, words: str) -> str:
        """A statement's line."""
        mark = self.marks[1]
        return (f"{number + 1}) " if mark == "1) " else mark) + words


def draw_habits(rng: Random) -> Habits:
    """Draw the habits of a report."""
    listed = rng.random() < 0.7
    return Habits(
        pen=draw_pen(rng),
        marks=rng.choice(MARKS),
        title=rng.choice(("1 ", "1. ", "1-1 ", "① ")),
        listed=listed,
        lost_titles=listed and rng.random() < 0.2,
        spaced=rng.random() < 0.4,
        headings=rng.choice(
            (
                ("추진실적", "추진계획", "문제점 및 개선방안"),
                ("추진상황", "향후계획", "문제점 및 대책"),
                ("추진경위", "향후 추진계획", "문제점"),
                ("그간 추진사항", "향후일정", "문제점 및 개선방향"),
            )
        ),
        caption=rng.choice(("above", "above", "above", "head", "beside", "below")),
        zero=rng.choice(("0", "-", "")),
        separator=rng.choice((" : ", " : ", ": ", " ")),
        inline_share=rng.choice((0.0, 0.2, 0.6)),
    )


def spaced(words: str, *, wanted: bool = True) -> str:
    """Letter-space a short heading.

    >>> spaced("도시재생과")
    '도 시 재 생 과'
    """
    return " ".join(words) if wanted else words
