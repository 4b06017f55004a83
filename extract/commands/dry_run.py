"""`bogoseo batch --dry-run`: what an archive holds and how long reading it may take."""

import sys
from pathlib import Path

from extract.batch.settings import Settings
from extract.batch.survey import survey
from extract.errors import ExitCode
from extract.messages import say

__all__ = ["show"]


def show(roots: list[str], settings: Settings, store: Path) -> ExitCode:
    """Print a survey of `roots`; nothing is written, the store is not made."""
    found = survey(roots, settings)
    lines = [
        f"{kind:<6} {count:>9,} {found.sizes[kind] / 1e6:>12,.1f} MB"
        for kind, count in found.files.most_common()
    ]
    lines += [
        say(f"암호가 걸린 문서 {found.encrypted:,}", f"{found.encrypted:,} need a password"),
        say(f"스캔으로 보이는 문서 {found.scans:,}", f"{found.scans:,} look like scans"),
        say(f"보고서가 아닌 파일 {found.skipped:,}", f"{found.skipped:,} files are no documents"),
    ]
    hours = found.seconds / settings.jobs / 3600
    lines.append(
        say(
            f"-j {settings.jobs} 로 약 {hours:.1f}시간 → {store}",
            f"about {hours:.1f} hours with -j {settings.jobs} → {store}",
        )
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return ExitCode.OK
