"""No pattern takes more than linear time: growing strings on every compiled pattern of the readers."""

import re
import time
from importlib import import_module

import pytest

from normalize.leaps import spans
from normalize.money import scanning

MODULES = [
    "normalize.numerals",
    "normalize.sources",
    "normalize.bodies",
    "normalize.jurisdiction",
    *(
        f"normalize.money.{name}"
        for name in (
            "brackets",
            "captions",
            "chains",
            "expression",
            "fast",
            "hanja",
            "inheritance",
            "reading",
            "scanning",
            "spelled",
            "surroundings",
            "tokens",
            "units",
        )
    ),
]
PATTERNS = [
    pytest.param(pattern, id=f"{module}.{name}")
    for module in MODULES
    for name, pattern in vars(import_module(module)).items()
    if isinstance(pattern, re.Pattern)
]
SEEDS = [
    "1",
    "1,",
    "1,000",
    "1 ",
    " ",
    "(",
    "1원(",
    "3억5천",
    "국비 ",
    "가",
    "일이",
    "1.",
    "~1",
    "×1",
    "단위",
    "O1",
    "1억 ",
    "가나 ",
    "백 만 ",
    "l,234",
]
LEAPING = {vars(scanning)[name] for name in ("_MONEY", "_VALUE")}
"""What they find is their group 1, and a scan goes on behind it."""
SHORT, LONG = 1_500, 12_000


@pytest.mark.parametrize("pattern", PATTERNS)
def test_time_grows_with_the_text_only(pattern: re.Pattern[str]) -> None:
    for seed in SEEDS:
        short, long = _seconds(pattern, seed, SHORT), _seconds(pattern, seed, LONG)
        assert long < 0.05 or long < 24 * short, f"{pattern.pattern[:60]!r} on {seed!r}"


def _seconds(pattern: re.Pattern[str], seed: str, length: int) -> float:
    text = (seed * length)[:length] + "!"
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        for _ in spans(pattern, text) if pattern in LEAPING else pattern.finditer(text):
            pass
        best = min(best, time.process_time() - begun)
    return best
