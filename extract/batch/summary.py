"""How a run over an archive goes: what is told of each document, and the sums."""

import time
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.batch.ledger import Listed
from extract.errors import BogoseoError, ExitCode

__all__ = ["Summary", "Told"]


class Told(NamedTuple):
    """One file or document that is finished with.

    Attributes:
        name: The file's name.
        status: `ok`, `partial`, `failed`, or `same` where another file has the same bytes.
        size: Its bytes.
        seconds: How long reading took.
        error: Why it failed.
    """

    name: str
    status: str
    size: int = 0
    seconds: float = 0
    error: BogoseoError | None = None


@dataclass(slots=True)
class Summary:
    """How a run goes, and went.

    Attributes:
        listed: What listing the archive came to.
        total: Files and documents that were to be looked at or read.
        size: Their bytes.
        worked: Documents that were read, partly read ones too.
        failed: Documents and files that could not be.
        same: Files whose bytes were known.
        handled: Bytes of what is finished with.
        renewed: Documents to be read again because the code that reads them changed.
        suspected: Documents to be read alone because an earlier run died while reading them.
        started: When it began, by the monotonic clock.
    """

    listed: Listed = field(default_factory=lambda: Listed(0, 0, 0, 0, 0))
    total: int = 0
    size: int = 0
    worked: int = 0
    failed: int = 0
    same: int = 0
    handled: int = 0
    renewed: int = 0
    suspected: int = 0
    started: float = field(default_factory=time.monotonic)

    @property
    def left(self) -> int:
        """What is not finished with."""
        return max(0, self.total - self.worked - self.failed - self.same)

    @property
    def seconds(self) -> float:
        """How long the run takes by now."""
        return time.monotonic() - self.started

    @property
    def speed(self) -> float:
        """Bytes a second by now."""
        return self.handled / max(self.seconds, 0.001)

    @property
    def seconds_left(self) -> float | None:
        """Seconds to go at the speed by now; None while it is not known."""
        return (self.size - self.handled) / self.speed if self.handled else None

    @property
    def exit_code(self) -> ExitCode:
        """What the command returns: an archive that was done before is well done."""
        if not self.failed:
            return ExitCode.OK
        others = self.worked or self.same or self.listed.found > self.failed
        return ExitCode.SOME_FAILED if others else ExitCode.ALL_FAILED

    def count(self, told: Told) -> None:
        """Add what is finished with."""
        if told.status == "same":
            self.same += 1
        elif told.status == "failed":
            self.failed += 1
        else:
            self.worked += 1
        self.handled += told.size
