"""The commands of `bogoseo`: one module each, loaded when called.

A command module has `SUMMARY` (Korean and English, one line), `add_arguments(parser)` and
`run(arguments) -> ExitCode`. To add one: the module, and a row in `COMMANDS`.
"""

from typing import Final

__all__ = ["COMMANDS"]

COMMANDS: Final[dict[str, str]] = {
    "convert": "extract.commands.convert",
    "text": "extract.commands.text",
    "tables": "extract.commands.tables",
    "schema": "extract.commands.schema",
    "batch": "extract.commands.batch",
    "watch": "extract.commands.watch",
    "status": "extract.commands.status",
    "export": "extract.commands.export",
    "check": "extract.commands.check",
    "normalize": "extract.commands.normalize",
    "load": "extract.commands.load",
    "test": "extract.commands.test",
    "sample": "extract.commands.sample",
    "eval": "extract.commands.eval",
}
"""Command -> the module that does it."""
