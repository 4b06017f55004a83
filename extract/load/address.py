"""Where to load to: `sqlite:///results.db`, `duckdb:///results.duckdb`, `postgresql://host/name`."""

import re
from typing import Final, NamedTuple
from urllib.parse import unquote

__all__ = ["Address", "parse"]

_PARTS: Final = re.compile(r"([a-z]++)://(.*+)", re.DOTALL)
_SECRET: Final = re.compile(r"(?<=:)[^:@/]*+(?=@)|(?<=password=)[^&]*+")


class Address(NamedTuple):
    """A database's address.

    Attributes:
        scheme: `sqlite`, `duckdb`, `postgresql`.
        text: All of it.
        path: The file of an embedded database: relative behind three slashes, absolute behind four.
        shown: All of it without a password, for messages.
    """

    scheme: str
    text: str
    path: str
    shown: str


def parse(text: str) -> Address | None:
    """Return the address that `text` is, or None where it is none.

    >>> parse("sqlite:///out/results.db").path, parse("duckdb:////var/results.duckdb").path
    ('out/results.db', '/var/results.duckdb')
    >>> parse("postgresql://me:secret@db/reports?password=secret").shown
    'postgresql://me:***@db/reports?password=***'
    >>> parse("results.db") is None
    True
    """
    match = _PARTS.fullmatch(text)
    if match is None:
        return None
    scheme, rest = match.groups()
    path = unquote(rest.removeprefix("/")) if rest.startswith("/") else ""
    return Address(scheme, text, path, _SECRET.sub("***", text))
