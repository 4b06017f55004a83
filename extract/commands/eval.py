"""`bogoseo eval`: two runs over one archive."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extract.commands.text import write_bytes
from extract.errors import ExitCode
from extract.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.regression.archives import Compared

__all__ = ["SUMMARY", "add_arguments", "run"]

SUMMARY: Final = (
    "두 번의 결과를 견주어 잃고 얻은 기록을 셉니다",
    "compare two runs: records lost, gained, changed",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    for name, korean, english in (
        ("old", "앞선 결과 폴더", "results of the earlier run"),
        ("new", "나중 결과 폴더", "results of the later run"),
    ):
        parser.add_argument(
            name, type=Path, metavar=name.upper(), help=say(f"{korean} (convert --out)", english)
        )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=say("결과의 꼴 (기본: text)", "form of the result (default: text)"),
    )
    parser.add_argument(
        "--details",
        action="store_true",
        help=say("달라진 기록을 하나하나 보입니다", "show every record that differs"),
    )
    parser.epilog = say("끝 번호: 0 같음, 7 다름", "exit: 0 the same, 7 different")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Compare the runs and tell what differs, document by document and in all."""
    from extract.regression.archives import compare_runs

    documents = list(compare_runs(arguments.old, arguments.new))
    if arguments.format == "json":
        write_bytes(_as_json(documents))
    else:
        write_bytes(_as_text(documents, details=arguments.details).encode("utf-8", "replace"))
    same = all(each.where == "both" and not each.changes for each in documents)
    return ExitCode.OK if same else ExitCode.DIFFERENT


def _as_text(documents: "Sequence[Compared]", *, details: bool) -> str:
    from extract.regression.archives import totals
    from extract.regression.compare import tell
    from extract.regression.telling import counted

    lines = []
    for each in documents:
        if each.where == "both" and not each.changes:
            continue
        lines.append(f"{each.name}: {_where(each) or counted(each.counts)}")
        if details:
            lines += [f"  {table:<9} {tell(change)}" for table, change in each.changes]
    if lines:
        lines.append("")
    lines += [f"{table:<10} {counted(kinds)}" for table, kinds in totals(documents).items()]
    differing = sum(1 for each in documents if each.where != "both" or each.changes)
    before, after = (sum(each.records[side] for each in documents) for side in (0, 1))
    told = say(
        f"문서 {len(documents)}개 가운데 {differing}개 다름, 기록 {before:,} -> {after:,}",
        f"{differing} of {len(documents)} documents differ, records {before:,} -> {after:,}",
    )
    return "\n".join([*lines, told]) + "\n"


def _where(each: "Compared") -> str:
    if each.where == "old":
        return say(f"없어짐 (기록 {each.records[0]})", f"gone ({each.records[0]} records)")
    if each.where == "new":
        return say(f"새로 옴 (기록 {each.records[1]})", f"came ({each.records[1]} records)")
    return ""


def _as_json(documents: "Sequence[Compared]") -> bytes:
    import orjson

    from extract.regression.archives import totals
    from extract.regression.telling import change_object

    content = {
        "documents": [
            {
                "document": each.name,
                "where": each.where,
                "records": {"old": each.records[0], "new": each.records[1]},
                "changes": [change_object(table, change) for table, change in each.changes],
            }
            for each in documents
        ],
        "totals": totals(documents),
    }
    style = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    return orjson.dumps(content, default=str, option=style)
