"""`bogoseo schema`: what the output means, for programs and for people."""

import argparse
import sys
from typing import Final

from extract.errors import ExitCode
from extract.messages import say

__all__ = ["SUMMARY", "add_arguments", "run"]

SUMMARY: Final = (
    "결과의 JSON Schema와 항목 설명을 보입니다",
    "show the JSON Schema and the data dictionary of the results",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "--format",
        choices=("json", "table", "markdown"),
        default="json",
        help=say(
            "json: JSON Schema, table: 탭으로 나눈 항목표, markdown: 문서용 항목표",
            "json: JSON Schema, table: tab-separated dictionary, markdown: for documents",
        ),
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the schema."""
    from extract.emit.schema import as_markdown, as_rows, json_schema

    if arguments.format == "json":
        text = json_schema().decode()
    elif arguments.format == "markdown":
        text = as_markdown()
    else:
        text = "".join("\t".join(row) + "\n" for row in as_rows())
    sys.stdout.write(text)
    return ExitCode.OK
