"""Which files a run is about: names, folders and patterns to an ordered list, with labels."""

import glob
import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from extract.inputs import printable

__all__ = ["SUFFIXES", "Found", "Gathered", "Input", "expand", "gather", "label", "walk"]

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


class Found(NamedTuple):
    """A file that an argument leads to.

    Attributes:
        path: The file.
        inside: Its path inside the folder that was given, or its parent's name and its own.
    """

    path: Path
    inside: str


def gather(arguments: Iterable[str]) -> Gathered:
    """Expand files, folders and patterns.

    A folder gives its documents, at any depth, hidden ones left out, in the order of their paths
    inside it. Links to folders are not followed, so a loop can't trap the walk.

    Args:
        arguments: As the user typed them. A pattern that the shell left (`*.hwp`, `**/*.pdf`) is
            expanded here; one that fits nothing is kept as a name.
    """
    found: list[Found] = []
    seen: set[str] = set()
    skipped = repeated = 0
    for argument in arguments:
        for each in expand(argument, _sorted_walk):
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


def expand(
    argument: str, walker: Callable[[Path], Iterator[Found | None]]
) -> Iterator[Found | None]:
    """Yield the files of one argument; None for each that was left out.

    Args:
        argument: A file, a folder or a pattern.
        walker: `walk`, or what gives the same in another order.
    """
    path = Path(argument)
    if path.is_dir():
        yield from walker(path)
    elif glob.has_magic(argument) and not os.path.lexists(path):
        names = sorted(
            glob.glob(argument, recursive=True),  # noqa: PTH207 - Path.glob takes no absolute pattern
            key=_in_order,
        )
        if not names:
            yield _named(path)
        for name in names:
            yield from (walker(Path(name)) if Path(name).is_dir() else [_named(Path(name))])
    else:
        yield _named(path)


def walk(folder: Path) -> Iterator[Found | None]:
    """Yield the documents under `folder` as the file system has them, None for each other file.

    Memory does not grow with their number. A folder that can't be listed is yielded itself, so that
    reading it fails and is told.
    """
    locked: list[Path] = []

    def note(error: OSError) -> None:
        locked.append(Path(error.filename))

    for at, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = Path(at).relative_to(folder)
        for name in names:
            if not name.startswith("."):
                fits = os.path.splitext(name)[1].lower() in SUFFIXES  # noqa: PTH122 - a path costs more
                yield Found(Path(at, name), (inside / name).as_posix()) if fits else None
    for path in locked:
        yield Found(path, path.relative_to(folder).as_posix())


def _sorted_walk(folder: Path) -> Iterator[Found | None]:
    found = list(walk(folder))
    files = [each for each in found if each is not None]
    yield from sorted(files, key=lambda each: _in_order(each.inside))
    yield from [None] * (len(found) - len(files))


def _named(path: Path) -> Found:
    whole = os.path.abspath(path)  # noqa: PTH100 - resolve would name what a link leads to
    return Found(path, Path(*Path(whole).parts[-2:]).as_posix())


def _in_order(path: str) -> tuple[str, str]:
    """Sort as people see names: a file system may hand them over in NFC or NFD, in any order."""
    return label(path), path


def label(path: str) -> str:
    """Return a path as people see it: composed syllables (NFC), and in UTF-8 whatever its bytes."""
    return unicodedata.normalize("NFC", printable(path))


def _labelled(found: list[Found]) -> Iterator[Input]:
    """Name each by its file name; where names meet, by its path inside what was given."""
    names = Counter(label(each.path.name) for each in found)
    used: Counter[str] = Counter()
    for each in found:
        name = label(each.path.name)
        if names[name] > 1:
            name = label(each.inside)
        used[name] += 1
        yield Input(each.path, name if used[name] == 1 else f"{name}#{used[name]}")
