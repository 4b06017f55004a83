"""`bogoseo batch --dry-run`: what an archive holds and how long reading it may take."""

import sys
from pathlib import Path

from extract.batch.reading import Cause, error_of
from extract.batch.settings import Settings
from extract.batch.survey import survey
from extract.errors import ExitCode
from extract.messages import say

__all__ = ["show"]


def show(roots: list[str], settings: Settings, store: Path) -> ExitCode:
    """Print a survey of `roots`; nothing is written, the store is not made."""
    found = survey(roots, settings)
    lines = [
        f"{kind:<6} {count:>9,} {found.sizes[kind] / 1e6:>12,.1f} MB{_meaning(kind)}"
        for kind, count in found.files.most_common()
    ]
    total = f"{found.files.total():>9,} {sum(found.sizes.values()) / 1e6:>12,.1f} MB"
    lines += [
        say(f"모두   {total}", f"all    {total}"),
        say(f"암호가 걸린 문서 {found.encrypted:,}", f"{found.encrypted:,} need a password"),
        say(f"스캔으로 보이는 문서 {found.scans:,}", f"{found.scans:,} look like scans"),
        say(f"보고서가 아닌 파일 {found.skipped:,}", f"{found.skipped:,} files are no documents"),
    ]
    korean, english = _duration(found.duration(settings.jobs))
    lines.append(
        say(
            f"-j {settings.jobs} 로 약 {korean} → {store}",
            f"about {english} with -j {settings.jobs} → {store}",
        )
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return ExitCode.OK


def _meaning(kind: str) -> str:
    """Return what a code says; nothing for a format."""
    if not kind.startswith("E"):
        return ""
    error = error_of(Cause(kind), "")
    return f"  {say(error.korean, error.english)}"


def _duration(seconds: float) -> tuple[str, str]:
    """Return a rough time in Korean and English.

    >>> _duration(20), _duration(600), _duration(9000)
    (('1분', '1 minutes'), ('10분', '10 minutes'), ('2.5시간', '2.5 hours'))
    """
    if seconds < 3600:
        minutes = max(1, round(seconds / 60))
        return f"{minutes}분", f"{minutes} minutes"
    return f"{seconds / 3600:.1f}시간", f"{seconds / 3600:.1f} hours"
