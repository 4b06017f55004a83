"""Office equations (OMML) as one line of text: `a/b`, `x^2`, `x_i`."""

from collections.abc import Callable
from typing import Final

from extract.readers.archive import Element
from extract.readers.docx.names import MATH

__all__ = ["equation_text"]


def equation_text(element: Element) -> str:
    """The text of an `m:oMath` element; a fraction keeps its bar, a power its sign.

    Without them one half would read as 12.
    """
    joined = _JOINED.get(element.tag)
    if joined is None:
        return (
            (element.text or "") if element.tag == _TEXT else "".join(map(equation_text, element))
        )
    return joined([equation_text(child) for child in element if child.tag in _ARGUMENTS])


def _with(sign: str) -> Callable[[list[str]], str]:
    return lambda parts: sign.join(_grouped(part) for part in parts)


def _grouped(part: str) -> str:
    return part if part.isalnum() or not part else f"({part})"


_TEXT: Final = f"{MATH}t"
_ARGUMENTS: Final = frozenset(MATH + name for name in ("e", "num", "den", "sub", "sup", "deg"))
_JOINED: Final[dict[str, Callable[[list[str]], str]]] = {
    f"{MATH}f": _with("/"),
    f"{MATH}sSup": _with("^"),
    f"{MATH}sSub": _with("_"),
    f"{MATH}rad": lambda parts: "√" + _grouped(parts[-1] if parts else ""),
}
