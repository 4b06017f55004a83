r"""Left-over markup blanked out, so that readers of words never meet it; nothing changes its place.

    Markdown   `**총사업비**` `*강조*` `__` `## 제목` `> 인용` `1\.`
    HTML       `<br>` `<ul style="…">` `&nbsp;` `&amp;`   (`<서울시 주요 추진업무>` is a heading, no tag)
    LaTeX      `$14.5m^2$` `2.9m \times 5m` `$L=320m$` `$3,000,000$`

Every pass returns a text of the same length. To add one: a function and a row in `_PASSES` under the
character without which it has nothing to do.
"""

import re
from collections.abc import Callable
from typing import Final

from normalize.folding import fold

__all__ = ["blank_markup"]

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
# To run over what is no control character takes half the time of looking for one.
_PRINTED: Final = re.compile(r"[\t\n -~\u00a0-\u2027\u202a-\U0010ffff]*+")

_BLOCK_TAGS: Final = (
    "br|p|div|ul|ol|li|dl|dt|dd|tr|table|thead|tbody|tfoot|caption|h[1-6]|hr|pre|blockquote"
)
_INLINE_TAGS: Final = (
    "td|th|colgroup|col|span|strong|em|sup|sub|font|img|small|big|code|center|figure|figcaption|section"
    "|article|header|footer|main|nav|body|html|head|meta|link|title|del|ins|mark|strike|label|input|button"
    "|address|iframe|o:p|u|b|i|s|a"
)
_TAG: Final = re.compile(
    rf"<(?:/?(?:(?P<block>{_BLOCK_TAGS})|(?:{_INLINE_TAGS}))(?:\s[^<>\n]{{0,2000}})?/?|!--[^<>\n]{{0,2000}}--)>"
    rf"|<(?:/?(?:(?P<upper>{_BLOCK_TAGS.upper().replace('H[1-6]', 'H[1-6]')})|(?:TD|TH|SPAN|STRONG|FONT|IMG|SUP|SUB))"
    r"(?:\s[^<>\n]{0,2000})?/?)>"
)
_ENTITY: Final = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));")
_FORMULA: Final = re.compile(
    r"\$(?=[^$\n]{0,300}[\\^_])([^$\n]{1,300})\$|\$([A-Za-z]=[^$\n]{1,40}|[\d,.]{1,30}[가-힣%]{0,3})\$(?![\d$])"
)
"""What LaTeX sets: it holds `\\`, `^` or `_`, says what a letter is, or is one figure between two signs."""
_COMMAND: Final = re.compile(r"\\([A-Za-z]{2,12})(?![A-Za-z])")
_COMMANDS: Final[dict[str, str]] = {
    "times": "×", "cdot": "·", "sim": "~", "rightarrow": "→", "to": "→", "Rightarrow": "→", "div": "÷",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "pm": "±", "triangle": "△", "circ": "°",
    "quad": " ", "qquad": " ",
}  # fmt: skip
_WRAPPED: Final = re.compile(r"\\(?:text|mathrm|mathbf|textbf)\{([^{}\n]{0,200})\}")
_ESCAPED: Final = re.compile(r"\\([!\"#$%&'()*+,\-./:;<=>?@\[\]^_`{|}~])")
_BOLD: Final = re.compile(r"\*\*(?<![*\\]\*\*)(?=[^\s*])([^*\n]++)(?<=\S)\*\*(?!\*)")
_SLANTED: Final = re.compile(
    r"\*(?<![\w*\\)]\*)(?=[가-힣A-Za-z0-9'\"(「『])([^*\n]{1,60})(?<=[가-힣A-Za-z0-9'\").%」』])\*(?![\w*])"
)
_STRONG: Final = re.compile(r"__(?<![\w\\]__)(?=[^\s_])([^_\n]++)(?<=\S)__(?!\w)")
_HASHES: Final = re.compile(r"^ {0,3}#{1,6}(?=[ \t]+\S)", re.MULTILINE)
_QUOTE: Final = re.compile(r"^ {0,3}>(?>(?:[ \t]*>)*)(?=[ \t])", re.MULTILINE)


def blank_markup(view: str) -> str:
    r"""Return `view`, folded text, with its markup blanked; the length and every offset stay the same.

    >>> blank_markup("**총사업비** : $12m^2$")
    '  총사업비   :  12m^2 '
    >>> blank_markup("<서울시 주요 추진업무>")
    '<서울시 주요 추진업무>'
    """
    for blanked in [each for character, each in _PASSES if character in view]:
        view = blanked(view)
    if len(_PRINTED.match(view)[0]) < len(view):  # type: ignore[index]  # it can match nothing
        view = _CONTROL.sub(" ", view)
    return view


def _tags(view: str) -> str:
    return _TAG.sub(_tag, view)


def _tag(found: re.Match[str]) -> str:
    blanks = " " * len(found[0])
    return "\n" + blanks[1:] if found["block"] or found["upper"] else blanks


def _entities(view: str) -> str:
    return _ENTITY.sub(_entity, view)


def _entity(found: re.Match[str]) -> str:
    from html.entities import name2codepoint  # noqa: PLC0415 - most texts have no entity

    decimal, hexadecimal, name = found.groups()
    code = (
        int(decimal)
        if decimal
        else int(hexadecimal, 16)
        if hexadecimal
        else name2codepoint.get(name, 0)
    )
    whole = found[0]
    if not code:
        return whole if name else " " * len(whole)
    character = chr(code) if code <= 0x10FFFF else " "
    return (fold(character) if character.isprintable() else " ").ljust(len(whole))


def _formulas(view: str) -> str:
    return _FORMULA.sub(lambda found: f" {found[1] or found[2]} ", view)


def _backslashes(view: str) -> str:
    view = _WRAPPED.sub(lambda found: found[1].rjust(len(found[0]) - 1) + " ", view)
    view = _COMMAND.sub(_command, view)
    # The escaped character comes first: `1\.` reads `1. `, a number mark, where ` .` would be none.
    return _ESCAPED.sub(r"\1 ", view)


def _command(found: re.Match[str]) -> str:
    sign = _COMMANDS.get(found[1])
    return sign.ljust(len(found[0])) if sign else found[0]


def _bold(view: str) -> str:
    view = _BOLD.sub(r"  \1  ", view) if "**" in view else view
    return _SLANTED.sub(r" \1 ", view)


def _strong(view: str) -> str:
    return _STRONG.sub(r"  \1  ", view)


def _hashes(view: str) -> str:
    return _HASHES.sub(_blanks, view) if _leads_a_line("#", view) else view


def _quotes(view: str) -> str:
    return _QUOTE.sub(_blanks, view) if _leads_a_line(">", view) else view


def _leads_a_line(mark: str, view: str) -> bool:
    """Whether `mark` may lead a line: a look from mark to mark, where a pattern would try every line."""
    at = view.find(mark)
    while at > 0 and view[at - 1] not in "\n ":
        at = view.find(mark, at + 1)
    return at >= 0


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


_PASSES: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("<", _tags),
    ("&", _entities),
    ("$", _formulas),
    ("*", _bold),
    ("_", _strong),
    ("#", _hashes),
    (">", _quotes),
    ("\\", _backslashes),
)
"""A character -> the pass that needs it, in the order in which they must run."""
