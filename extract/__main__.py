"""The command `bogoseo`: finds the command that is asked for, and turns errors into exit codes.

`--version` and `--help` are asked for often, so nothing is imported before it is needed.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from extract import __version__

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        argv: The arguments behind `bogoseo`; by default those of the process.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if argv is None:
        # Records are many small values that live to the end: the collector looks at them in vain.
        gc.set_threshold(20_000, 20, 20)
    try:
        if arguments[:1] == ["--version"]:
            print(f"bogoseo {__version__}")  # noqa: T201 - the answer of the command
            code = 0
        else:
            code = int(import_module("extract.command_line").run(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing is wrong, nothing more can be said.
        _let_go_of_output()
        return 0
    except OSError as error:
        _let_go_of_output()
        return int(import_module("extract.command_line").tell_unwritten(error))
    return code


def _let_go_of_output() -> None:
    """What is still to be written is dropped: Python would try once more as it ends, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
