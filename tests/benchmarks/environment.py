"""The peers' own environments, made on first use: they share no package with ours, and none is a dependency.

.venv-peers              from .ci/requirements-peers.txt, pinned and hashed
.venv-peers/node         from .ci/peers/package-lock.json, where npm is installed
"""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Final

from tests.benchmarks.inputs import ROOT

__all__ = ["node_modules", "python"]

FOLDER: Final = ROOT / ".venv-peers"
WANTED: Final = ROOT / ".ci" / "requirements-peers.txt"
NODE_WANTED: Final = ROOT / ".ci" / "peers"


@cache
def python() -> Path | None:
    """The Python that has the peers, or None where they could not be installed."""
    found = FOLDER / "bin" / "python"
    if _is_made(FOLDER / ".ready", WANTED):
        return found
    print("setting up the peers' environment ...", file=sys.stderr)
    pip: list[str | Path] = [
        found,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    ready = _runs([sys.executable, "-m", "venv", FOLDER]) and _runs(
        [*pip, "--require-hashes", "-r", WANTED]
    )
    return _made(FOLDER / ".ready", WANTED, found) if ready else None


@cache
def node_modules() -> Path | None:
    """The folder of packages for node, or None where there is no node."""
    folder = FOLDER.resolve() / "node"
    if not (shutil.which("npm") and shutil.which("node")):
        return None
    if _is_made(folder / ".ready", NODE_WANTED / "package-lock.json"):
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(NODE_WANTED / name, folder)
    # Optional parts are models and accelerators; scripts would fetch more. Neither is needed to read files.
    command: list[str | Path] = [
        "npm",
        "ci",
        "--omit=optional",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
    ]
    wanted = NODE_WANTED / "package-lock.json"
    return _made(folder / ".ready", wanted, folder) if _runs(command, folder) else None


def _is_made(mark: Path, wanted: Path) -> bool:
    return mark.exists() and mark.read_bytes() == wanted.read_bytes()


def _made(mark: Path, wanted: Path, found: Path) -> Path:
    shutil.copy(wanted, mark)
    return found


def _runs(command: list[str | Path], folder: Path = ROOT) -> bool:
    """Run a command; where it fails, its words are shown and the peers' rows say that they are absent."""
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, cwd=folder)
    return done.returncode == 0
