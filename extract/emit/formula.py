"""The formula guard: text that a spreadsheet would run gets a leading apostrophe in CSV.

Korean reports begin cells with a dash on purpose: `-` for nothing, `-1,234` for a loss,
`- 면적 : 150㎡` for an item. Those stay as they are. What could run gets the apostrophe: `=1+1`,
`-2+3`, `- HYPERLINK("…","클릭")`.
"""

import re
from typing import Final

__all__ = ["SIGNS", "guard"]

SIGNS: Final = frozenset("=+@\t-")
"""What a text must begin with to be looked at."""

_PLAIN: Final = re.compile(
    r"""-(?:
        [-\s]*+                                           # a dash: nothing, or a rule
      | \s*+ \d[\d,]*+ (?:\.\d++)? \s*+ [%가-힣㎀-㏿]*+     # a number, with its unit
    )\Z""",
    re.VERBOSE,
)
_BULLET: Final = re.compile(r"-(?:\s|(?=[가-힣]))")
_WORDS: Final = re.compile(r"[^\W\d_a-zA-Z]|[㎀-㏿]")
_CALL: Final = re.compile(r"[A-Za-z][\w.]*+\s*+\(|[|!]")


def guard(text: str) -> str:
    """Return `text` as it may stand in a CSV that a spreadsheet opens.

    >>> guard("=1+1"), guard("-"), guard("-1,234"), guard("- 면적 : 150㎡"), guard("△5")
    ("'=1+1", '-', '-1,234', '- 면적 : 150㎡', '△5')
    """
    if not text or text[0] not in SIGNS or (text[0] == "-" and _is_korean_habit(text)):
        return text
    return "'" + text


def _is_korean_habit(text: str) -> bool:
    """Whether the leading dash is a plain dash, a number or a bullet."""
    if _PLAIN.match(text):
        return True
    # A bullet leads words. Bare arithmetic, function calls and DDE links (`cmd|…!A0`) are no words.
    return bool(_BULLET.match(text) and _WORDS.search(text) and not _CALL.search(text))
