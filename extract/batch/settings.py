"""What the user may set for a run over an archive."""

import os
from dataclasses import dataclass, field
from typing import Final

from extract.inputs import MAX_SIZE

__all__ = ["MEMORY", "READER", "TIMEOUT", "Settings", "processors"]

TIMEOUT: Final = 120.0
MEMORY: Final = 2 << 30
READER: Final = "extract.pipeline:extract_bytes"


def processors() -> int:
    """Return the number of processors that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a run.

    Attributes:
        jobs: Documents read at the same time, each in a process of its own.
        timeout: Seconds that a document may take; reading it is ended then.
        memory: Bytes of address space that the process of a document may have.
        max_size: Bytes that a file may have.
        password: Opens protected documents.
        ocr: Recognise pages that are pictures.
        reader: `module:function` that turns bytes into a report, called as `extract_bytes` is.
    """

    jobs: int = field(default_factory=processors)
    timeout: float = TIMEOUT
    memory: int = MEMORY
    max_size: int = MAX_SIZE
    password: str | None = None
    ocr: bool = True
    reader: str = READER
