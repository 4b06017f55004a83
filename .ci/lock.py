"""Pin and hash what pyproject.toml asks for, without addresses: the project's packages, and the peers of the benchmarks.

Run it by `make lock` after a change of the dependencies.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = "# Pinned and hashed; made by `make lock` from pyproject.toml. Do not edit.\n"


def main() -> None:
    """Compile runtime and development dependencies together, so that they agree; the peers apart."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    build = [*project["build-system"]["requires"], "wheel"]
    lock("requirements.txt", [*build, *project["project"]["dependencies"], *groups["dev"]])
    lock("requirements-peers.txt", groups["peers"])


def lock(name: str, wanted: list[str]) -> None:
    """Write `.ci/NAME`."""
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
    (ROOT / ".ci" / name).write_text(HEAD + done.stdout, encoding="utf-8")


if __name__ == "__main__":
    main()
