"""Which edition of the code reads a format: a digest of the modules that reading it goes through.

A change of the PDF reader makes the PDF documents of an archive be read again, and no others; a
change of the output makes none, because a store keeps records.
"""

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

from extract.readers import READERS

__all__ = ["edition"]

_IMPORT: Final = re.compile(
    rb"^[ \t]*+(?:from ([\w.]++) import (?:\(([^)]*+)\)|([\w, ]++))|import ([\w.]++))", re.MULTILINE
)
_OURS: Final = ("extract", "normalize")
_ROOT: Final = Path(__file__).parents[2]
_START: Final = ("extract.pipeline", "extract.batch.codec")


@cache
def edition(form: str) -> str:
    """Return the edition of the code that reads the format `form`.

    Args:
        form: A key of `READERS`; anything else stands for all of them.

    >>> edition("pdf") == edition("pdf"), edition("pdf") == edition("txt")
    (True, False)
    """
    readers = [READERS[form]] if form in READERS else list(READERS.values())
    digest = sha256()
    for name in sorted(_reached([*_START, *readers])):
        digest.update(name.encode() + b"\0" + _source(name) + b"\0")
    return f"{version('bogoseo')}+{digest.hexdigest()[:12]}"


def _reached(names: list[str]) -> set[str]:
    """Return all modules of ours that the modules `names` import, directly or not."""
    found: set[str] = set()
    while names:
        name = names.pop()
        if name not in found and name.startswith(_OURS) and _path(name):
            found.add(name)
            names += _imported(name)
            names += _parts(name)
    return found


def _imported(name: str) -> Iterator[str]:
    for match in _IMPORT.finditer(_source(name)):
        module = (match[1] or match[4]).decode()
        yield module
        for each in re.findall(r"\w+", (match[2] or match[3] or b"").decode()):
            yield f"{module}.{each}"


def _parts(name: str) -> list[str]:
    """Return the modules that a table of names loads: a package of ours means all that is in it."""
    path = _path(name)
    if path is None or path.name != "__init__.py" or name in {"extract", "extract.readers"}:
        return []
    return [f"{name}.{each.stem}" for each in sorted(path.parent.glob("*.py"))]


@cache
def _path(name: str) -> Path | None:
    whole = _ROOT.joinpath(*name.split("."))
    candidates = (whole / "__init__.py", whole.with_name(whole.name + ".py"))
    return next(filter(Path.is_file, candidates), None)


@cache
def _source(name: str) -> bytes:
    path = _path(name)
    return path.read_bytes() if path else b""
