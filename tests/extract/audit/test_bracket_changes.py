"""A change in brackets is checked where it can only be a difference from a figure that is there."""

import pytest

from extract.pipeline import extract_bytes

ROWS = {
    "finer than its figures": ("(단위 : 억불)", "2023년\t2024년", "6,322(-7.5)\t6,800(7.6)", []),
    "a unit of per cents too": ("(단위 : 억불, %)", "2023년\t2024년", "6,322(-7)\t6,800(+8)", []),
    "the year before is not there": ("(단위 : 억원)", "2023년\t2024년", "6,322(-75)\t6,800(+478)", []),
    "one that is wrong": (
        "(단위 : 억원)",
        "2023년\t2024년",
        "6,322(-75)\t6,800(+487)",
        ["6,800(+487)의 괄호 안은 487인데 6,322(-75)에서 478 달라졌습니다"],
    ),
    "years that run backwards": (
        "(단위 : 억원)",
        "2024년\t2023년",
        "6,800(+487)\t6,322(-75)",
        ["6,800(+487)의 괄호 안은 487인데 6,322(-75)에서 478 달라졌습니다"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "heads", "figures", "told"),
    ROWS.values(),
    ids=[name.replace(" ", "-") for name in ROWS],
)
def test_changes_in_brackets(unit: str, heads: str, figures: str, told: list[str]) -> None:
    text = (
        f"2024년 주요업무계획\n\n□ 수출\n{unit}\n구분\t{heads}\n수출\t{figures}\n수입\t600\t700\n"
    )
    findings = extract_bytes(text.encode(), "report.txt").findings
    found = [each for each in findings if each.rule == "change-in-brackets"]
    assert [each.korean.split(": ", 1)[1] for each in found] == told
