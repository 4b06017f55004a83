"""Which files a run is about: names, folders and patterns to an ordered list, with labels."""

import glob
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from extract.inputs import printable

__all__ = ["SUFFIXES", "Gathered", "Input", "gather"]

SUFFIXES: Final = frozenset(
    {".txt", ".hwp", ".hwpx", ".hml", ".pdf", ".docx", ".doc", ".odt", ".html", ".htm"}
)
"""What is taken from a folder. Other files are read when they are named."""


class Input(NamedTuple):
    """A file to read, and the name under which its records stand."""

    path: Path
    source_file: str


class Gathered(NamedTuple):
    """What the arguments came to.

    Attributes:
        inputs: Files in order, each once; a name that leads nowhere stays in, to be told as failed.
        skipped: Files of folders that are no documents by their suffix.
        repeated: Files that were named a second time.
    """

    inputs: tuple[Input, ...]
    skipped: int
    repeated: int


class _Found(NamedTuple):
    path: Path
    inside: str  # the path inside the folder that was given, or the parent's name and the file's


def gather(arguments: Iterable[str]) -> Gathered:
    """Expand files, folders and patterns.

    A folder gives its documents, at any depth, hidden ones left out, in the order of their paths
    inside it. Links to folders are not followed, so a loop can't trap the walk.

    Args:
        arguments: As the user typed them. A pattern that the shell left (`*.hwp`, `**/*.pdf`) is
            expanded here; one that fits nothing is kept as a name.
    """
    found: list[_Found] = []
    seen: set[str] = set()
    skipped = repeated = 0
    for argument in arguments:
        for each in _expand(argument):
            if each is None:
                skipped += 1
                continue
            real = os.path.realpath(each.path)
            if real in seen:
                repeated += 1
                continue
            seen.add(real)
            found.append(each)
    return Gathered(tuple(_labelled(found)), skipped, repeated)


def _expand(argument: str) -> Iterator[_Found | None]:
    """Yield files; None for each that was left out."""
    path = Path(argument)
    if path.is_dir():
        yield from _walk(path)
    elif glob.has_magic(argument) and not os.path.lexists(path):
        names = sorted(
            glob.glob(argument, recursive=True),  # noqa: PTH207 - Path.glob takes no absolute pattern
            key=_in_order,
        )
        if not names:
            yield _named(path)
        for name in names:
            yield from (_walk(Path(name)) if Path(name).is_dir() else [_named(Path(name))])
    else:
        yield _named(path)


def _named(path: Path) -> _Found:
    whole = os.path.abspath(path)  # noqa: PTH100 - resolve would name what a link leads to
    return _Found(path, Path(*Path(whole).parts[-2:]).as_posix())


def _walk(folder: Path) -> Iterator[_Found | None]:
    files: list[Path] = []
    locked: list[Path] = []

    def note(error: OSError) -> None:
        locked.append(Path(error.filename))

    for at, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(at, name) for name in names if not name.startswith(".")]
    # A folder that can't be listed stays in, so that reading it fails and is told.
    for path in sorted(files + locked, key=lambda each: _in_order(str(each.relative_to(folder)))):
        if path in locked or path.suffix.lower() in SUFFIXES:
            yield _Found(path, path.relative_to(folder).as_posix())
        else:
            yield None


def _in_order(path: str) -> tuple[str, str]:
    """Sort as people see names: a file system may hand them over in NFC or NFD, in any order."""
    return _label(path), path


def _label(path: str) -> str:
    return unicodedata.normalize("NFC", printable(path))


def _labelled(found: list[_Found]) -> Iterator[Input]:
    """Name each by its file name; where names meet, by its path inside what was given."""
    names = Counter(_label(each.path.name) for each in found)
    used: Counter[str] = Counter()
    for each in found:
        label = _label(each.path.name)
        if names[label] > 1:
            label = _label(each.inside)
        used[label] += 1
        yield Input(each.path, label if used[label] == 1 else f"{label}#{used[label]}")
