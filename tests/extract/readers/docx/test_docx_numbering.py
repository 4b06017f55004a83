"""List numbers as Word prints them."""

import pytest
from docx_file import docx, p, r

from extract.document import Paragraph
from extract.readers.docx import read
from extract.readers.docx.number_formats import format_number
from extract.readers.options import ReadOptions

FORMATS = {
    "decimal": {1: "1", 10: "10", 0: "0"},
    "decimalZero": {1: "01", 12: "12"},
    "decimalFullWidth": {12: "１２"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 51: "51"},
    "decimalEnclosedParen": {2: "⑵", 21: "21"},
    "decimalEnclosedFullstop": {3: "⒊"},
    "numberInDash": {4: "- 4 -"},
    "upperRoman": {1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL"},
    "lowerRoman": {3: "iii"},
    "upperLetter": {1: "A", 26: "Z", 27: "AA", 28: "BB"},
    "lowerLetter": {2: "b"},
    "ganada": {1: "가", 14: "하"},
    "chosung": {1: "ㄱ", 2: "ㄴ", 14: "ㅎ"},
    "koreanDigital": {1: "일", 12: "일이", 20: "이영"},
    "koreanCounting": {1: "일", 10: "십", 11: "십일", 25: "이십오", 110: "백십"},
    "koreanLegal": {1: "하나", 10: "열", 21: "스물하나", 100: "100"},
    "koreanDigital2": {3: "三"},
    "chineseCounting": {12: "十二"},
    "ideographTraditional": {1: "甲"},
    "none": {7: ""},
    "aFormatOfTomorrow": {7: "7"},
    "chosungHuge": {2_000_000_000: "2000000000"},
    "upperLetterHuge": {1: "1"},
}


@pytest.mark.parametrize("name", FORMATS)
def test_numbers_are_written_as_word_writes_them(name: str) -> None:
    assert {n: format_number(n, name) for n in FORMATS[name]} == FORMATS[name]


@pytest.mark.parametrize("number", [-1, 0, 4000, 2_000_000_000])
def test_absurd_numbers_are_digits(number: int) -> None:
    assert format_number(number, "upperLetter") == str(number)


def level(at: int, text: str, form: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(
    *levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def item(at: int = 0, number: int = 1) -> str:
    return p(
        r("x"), properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    )


def printed(body: str, **parts: str) -> list[str]:
    seen = read(docx(body, **parts), ReadOptions())
    return [
        seen.text[b.start : b.end].removesuffix("x")
        for b in seen.blocks
        if isinstance(b, Paragraph)
    ]


TWO = (level(0, "%1."), level(1, "%1.%2)", "ganada"))
STYLED = (
    '<w:style w:type="paragraph" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    "</w:pPr></w:style>"
)
CASES = [
    ("counts on", lists(*TWO), [0, 0, 0], ["1. ", "2. ", "3. "]),
    (
        "a level below starts anew",
        lists(*TWO),
        [0, 1, 1, 0, 1],
        ["1. ", "1.가) ", "1.나) ", "2. ", "2.가) "],
    ),
    (
        "a level that never restarts",
        lists(TWO[0], level(1, "(%2)", more='<w:lvlRestart w:val="0"/>')),
        [0, 1, 0, 1],
        ["1. ", "(1) ", "2. ", "(2) "],
    ),
    (
        "legal numbers",
        lists(level(0, "%1.", "upperRoman"), level(1, "%1-%2", "ganada", "<w:isLgl/>")),
        [0, 1],
        ["I. ", "1-1 "],
    ),
    ("a bullet", lists(level(0, "□", "bullet")), [0, 0], ["□ ", "□ "]),
    (
        "nothing behind the number",
        lists(level(0, "제%1장", more='<w:suff w:val="nothing"/>')),
        [0, 0],
        ["제1장", "제2장"],
    ),
    ("no text, no number", lists(level(0, "")), [0], [""]),
    ("a list that isn't there", "", [0], [""]),
]


@pytest.mark.parametrize(
    ("numbering", "levels", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_lists_are_numbered_as_printed(
    numbering: str, levels: list[int], expected: list[str]
) -> None:
    assert printed("".join(item(at) for at in levels), numbering=numbering) == expected


def test_two_lists_of_one_kind_count_together_until_one_starts_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(item(0, number) for number in (1, 2, 3, 3, 1))
    assert printed(body, numbering=lists(*TWO, nums=nums)) == ["1. ", "2. ", "5. ", "6. ", "7. "]


def test_a_style_may_number_its_paragraphs_and_a_paragraph_may_opt_out() -> None:
    body = p(r("x"), properties='<w:pStyle w:val="S"/>')
    none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    off = p(r("x"), properties=f'<w:pStyle w:val="S"/>{none}')
    assert printed(body + off + body, numbering=lists(*TWO), styles=STYLED) == ["1. ", "", "2. "]


def test_numbers_stand_in_cells_too() -> None:
    seen = read(
        docx(f"<w:tbl><w:tr><w:tc>{item()}</w:tc></w:tr></w:tbl>{item()}", numbering=lists(*TWO)),
        ReadOptions(),
    )
    assert seen.text == "1. x\n2. x\n"
