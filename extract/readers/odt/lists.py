"""List numbers and bullets of an ODT file, as printed before a paragraph."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from extract.readers.archive import Element
from extract.readers.odt.names import STYLE, TEXT

__all__ = ["ListStyles"]

_SEQUENCES: Final[dict[str, str]] = {
    "a": "abcdefghijklmnopqrstuvwxyz",
    "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "가, 나, 다, ...": "가나다라마바사아자차카타파하",
    "ㄱ, ㄴ, ㄷ, ...": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "①, ②, ③, ...": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "일, 이, 삼, ...": "일이삼사오육칠팔구",
}
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LEVEL_TAGS: Final = frozenset({f"{TEXT}list-level-style-bullet", f"{TEXT}list-level-style-number"})


class _Level(NamedTuple):
    bullet: str = ""
    format: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1


class ListStyles:
    """The list styles of the given parts, by name."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        for root in roots:
            for style in root.iter(f"{TEXT}list-style"):
                name = style.get(f"{STYLE}name", "")
                self._levels[name] = {
                    _number(level.get(f"{TEXT}level")): _level(level)
                    for level in style
                    if level.tag in _LEVEL_TAGS
                }

    def start(self, style: str, depth: int) -> int:
        """The first number of a level; `depth` counts from 1."""
        level = self._levels.get(style, {}).get(depth)
        return level.start if level else 1

    def marker(self, style: str, counts: list[int]) -> str:
        """What is printed before an item whose numbers, outermost first, are `counts`."""
        levels = self._levels.get(style, {})
        level = levels.get(len(counts))
        if level is None:
            return ""
        if level.bullet:
            return f"{level.bullet} "
        if not level.format:
            return ""
        shown = range(max(len(counts) - level.shown, 0), len(counts))
        numbers = (_write(counts[at], levels.get(at + 1, level).format) for at in shown)
        return f"{level.prefix}{'.'.join(filter(None, numbers))}{level.suffix} "


def _level(element: Element) -> _Level:
    return _Level(
        bullet=element.get(f"{TEXT}bullet-char", ""),
        format=element.get(f"{STYLE}num-format", ""),
        prefix=element.get(f"{STYLE}num-prefix", ""),
        suffix=element.get(f"{STYLE}num-suffix", ""),
        shown=_number(element.get(f"{TEXT}display-levels")),
        start=_number(element.get(f"{TEXT}start-value")),
    )


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 1


def _write(number: int, form: str) -> str:
    if not form:
        return ""
    if form in {"i", "I"} and 0 < number <= len(_ROMAN):
        roman = _ROMAN[number - 1]
        return roman if form == "I" else roman.lower()
    letters = _SEQUENCES.get(form, "")
    return letters[number - 1] if 0 < number <= len(letters) else str(number)
