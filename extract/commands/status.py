"""`bogoseo status`: what a store holds, what failed and why, what is left."""

import argparse
import json
import sys
from pathlib import Path
from typing import Final

from extract.errors import ExitCode
from extract.messages import current, say

__all__ = ["SUMMARY", "add_arguments", "run"]

SUMMARY: Final = (
    "저장소의 상태와 실패한 문서를 보입니다",
    "show how a store stands, and what failed",
)

_SHOWN: Final = 20
_LABELS: Final = {
    "files": ("파일", "files"),
    "documents": ("문서(내용이 다른 것)", "documents (different contents)"),
    "ok": ("읽음", "read"),
    "partial": ("일부만 읽음", "partly read"),
    "failed": ("실패", "failed"),
    "left": ("남음", "left"),
    "gone": ("사라진 파일", "files that are gone"),
    "events": ("일정", "events"),
    "funding": ("예산", "amounts"),
    "findings": ("확인 사항", "findings"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("store", type=Path, metavar="STORE", help=say("저장소", "the store"))
    parser.add_argument("--json", action="store_true", help=say("JSON으로", "as JSON"))
    parser.add_argument(
        "--all",
        action="store_true",
        help=say("실패한 것을 모두 보입니다", f"show all that failed, not only {_SHOWN}"),
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the state."""
    from extract.batch.standing import failures, standing
    from extract.batch.store import Store

    with Store(arguments.store, write=False) as store:
        counts = standing(store)
        limit = None if arguments.all else _SHOWN
        failed = [error.message(current()) for error in failures(store, limit)]
    if arguments.json:
        text = json.dumps({**counts, "failures": failed}, ensure_ascii=False, indent=2)
    else:
        lines = [f"{say(*_LABELS[name])}: {count:,}" for name, count in counts.items()]
        more = counts["failed"] - len(failed)
        lines += failed
        if more > 0:
            lines.append(say(f"… 그 밖에 {more:,}건 (--all)", f"… and {more:,} more (--all)"))
        text = "\n".join(lines)
    sys.stdout.write(text + "\n")
    return ExitCode.OK
