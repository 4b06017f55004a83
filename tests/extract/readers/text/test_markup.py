"""Markup is blanked in the view; the length and every offset stay."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import Paragraph
from extract.readers import read
from extract.readers.text.markup import blank_markup
from normalize.folding import fold

REPORTS = Path(__file__).parents[5] / "shared" / "reports"

BLANKED = [
    ("□ **추진계획**", "□   추진계획  "),
    ("**총사업비** : **12,500**백만원", "  총사업비   :   12,500  백만원"),
    ("__강조__ 아래", "  강조   아래"),
    ("## 1. 사업개요", "   1. 사업개요"),
    ("> 인용", "  인용"),
    ("1\\. 사업개요", "1.  사업개요"),
    ("2020. 3. \\~ 6.", "2020. 3. ~  6."),
    ("가<br>나", "가\n   나"),
    ("가<BR/>나", "가\n    나"),
    ('<ul style="list-style-type: none"> ◦ 가</ul>', "\n" + " " * 33 + " ◦ 가\n    "),
    ("<b>예산</b>", "   예산    "),
    ("5&nbsp;000&amp;원", "5      000&    원"),
    ("&lt;표&gt;", "<   표>   "),
    ("&#9;표&#x2460;", "    표①       "),
    ("면적 $14.5m^2$", "면적  14.5m^2 "),
    ("$2.9m \\times 5m$", " 2.9m ×      5m "),
    ("50\\% 이상", "50%  이상"),
    ("골목 $L=320m$", "골목  L=320m "),
    ("$3,000,000$", " 3,000,000 "),
    ("$2023년$ | $50%$", " 2023년  |  50% "),
    (": *기본계획* 수립", ":  기본계획  수립"),
    ("*가람 2단계(안)*, 나", " 가람 2단계(안) , 나"),
    ("앞\x00뒤\x0b\x85끝", "앞 뒤  끝"),
]

KEPT = [
    "<서울시 주요 추진업무>",
    "<2020년 계획>",
    "< 표 1 >",
    "a < b > c",
    "<표>",
    "<A안>",
    "* 매칭비율 : 국비 50%",
    "** 두 번째 주석",
    "8시간*3일 * 2회",
    "*국비 50% *시비 50%",
    "예산* 및 집행*",
    "(*) 표시는 (*)",
    "2*3*4",
    "주) *가 : 3명*나 : 2명",
    "성명 *** 및 ***",
    "#1 사업",
    "$3,000 ~ $5,000",
    "$3,000$5,000",
    "$5 = 7,000원, $10 = 14,000원",
    "\\5,000",
    "________원",
    "A&B, R&D; AT&T",
    "&unknown;",
    "~~ 2020",
]


@pytest.mark.parametrize(("text", "view"), BLANKED)
def test_markup_is_blanked_at_the_same_length(text: str, view: str) -> None:
    assert blank_markup(text) == view
    assert len(text) == len(view)


@pytest.mark.parametrize("text", KEPT)
def test_words_that_only_look_like_markup_stay(text: str) -> None:
    assert blank_markup(text) == text


def test_hashes_become_the_level_of_a_paragraph() -> None:
    document = read("# 계획\n### 가. 개요\n#1 사업\n\\# 아님\n".encode(), "a.md")
    seen = [
        (document.view[block.start : block.end], block.depth)
        for block in document.blocks
        if isinstance(block, Paragraph)
    ]
    assert seen == [("계획", 1), ("가. 개요", 3), ("#1 사업", 0), ("#  아님", 0)]


def test_a_break_outside_of_tables_makes_two_paragraphs() -> None:
    document = read("가나<br>다라\n".encode(), "a.txt")
    assert [document.text[a:b] for a, b, *_ in document.blocks] == ["가나", "다라"]  # type: ignore[misc]  # blocks are of two kinds


@settings(derandomize=True, max_examples=300)
@given(
    st.text(
        st.sampled_from("*_#>\\$<&;/ \n\t|가a1.^{}br!-lipt%~\x00\x0b\u2028`’～\u3000"), max_size=80
    )
)
def test_the_view_is_as_long_as_the_text(text: str) -> None:
    assert len(blank_markup(fold(text))) == len(text)


@pytest.mark.skipif(not REPORTS.exists(), reason="the real reports are not here")
@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.name)
def test_only_blanks_and_breaks_replace_words_of_real_reports(path: Path) -> None:
    document = read(path.read_bytes(), path.name)
    folded = fold(document.text)
    assert len(document.view) == len(document.text)
    changed = {new for old, new in zip(folded, document.view, strict=True) if old != new}
    assert changed <= {" ", "\n", "×"}
