"""Who holds a lock: written beside it by the one, and told to the other who finds it taken."""

import json
import os
import socket
from datetime import UTC, datetime

__all__ = ["read_holder", "this_process"]


def this_process() -> bytes:
    """Return what this process writes down when it has a lock."""
    holder = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
    }
    return json.dumps(holder).encode()


def read_holder(written: bytes) -> str:
    """Return it for people; empty where it is not there, or half written.

    >>> read_holder(b'{"pid": 7, "host": "a", "since": "2024-01-01T00:00:00Z"}')
    'pid 7, a, 2024-01-01T00:00:00Z'
    >>> read_holder(b'{"pid": 7')
    ''
    """
    try:
        holder = json.loads(written)
        return f"pid {holder['pid']}, {holder['host']}, {holder['since']}"
    except (ValueError, KeyError, TypeError):
        return ""
