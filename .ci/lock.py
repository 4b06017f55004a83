"""Write .ci/requirements.txt: every package that pyproject.toml asks for, pinned and hashed, without addresses.

Run it by `make lock` after a change of the dependencies.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / ".ci" / "requirements.txt"
HEAD = "# Pinned and hashed; made by `make lock` from pyproject.toml. Do not edit.\n"


def main() -> None:
    """Compile the runtime and development dependencies together, so that they agree."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        "wheel",
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
    ]
    command = [
        sys.executable, "-m", "piptools", "compile", "-", "--quiet", "--generate-hashes",
        "--allow-unsafe", "--strip-extras", "--no-header", "--no-annotate",
        "--no-emit-index-url", "--no-emit-find-links", "--no-emit-options",
        "--output-file", "-",
    ]  # fmt: skip
    done = subprocess.run(  # noqa: S603 - our own fixed command
        command, input="\n".join(wanted), capture_output=True, text=True, check=False, cwd=ROOT
    )
    if done.returncode:
        sys.exit(done.stderr)
    TARGET.write_text(HEAD + done.stdout, encoding="utf-8")


if __name__ == "__main__":
    main()
