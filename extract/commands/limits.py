"""Sizes and times on the command line, and the limits of a document that is read in a process of its own."""

import argparse
import re
from typing import Final

from extract.messages import say

__all__ = ["add_limits_of_documents", "seconds", "size"]

_UNITS: Final = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


def add_limits_of_documents(parser: argparse.ArgumentParser, korean: str, english: str) -> None:
    """Declare the limits; what is not given stays None, for the settings to say.

    Args:
        parser: Of the command.
        korean: Where they hold, for the help; empty for everywhere.
        english: The same in English.
    """
    parser.add_argument(
        "--timeout",
        type=seconds,
        metavar="SECONDS",
        help=say(
            f"문서 하나의 시간 한도{korean} (기본: 120초)",
            f"time a document may take{english} (default: 120)",
        ),
    )
    parser.add_argument(
        "--memory",
        type=size,
        metavar="SIZE",
        help=say(
            f"문서 하나의 메모리 한도{korean} (기본: 2G)",
            f"memory a document may take{english} (default: 2G)",
        ),
    )


def seconds(text: str) -> float:
    """Read a time in seconds."""
    try:
        value = float(text)
    except ValueError:
        value = 0
    if not 0 < value <= 86_400:
        raise argparse.ArgumentTypeError(f"{text}: 0-86400")
    return value


def size(text: str) -> int:
    """Read a size as people write it: `512M`, `2G`, `1000000`."""
    match = re.fullmatch(r"(\d{1,12})\s*([KMG]?)(?:i?B)?", text.strip(), re.IGNORECASE)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text}: 512M, 2G, 1000000")
    return int(match[1]) * _UNITS[match[2].upper()]
