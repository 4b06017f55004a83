"""README is run: its Python, its commands, its links."""

import os
import re
from pathlib import Path

import pytest

from extract.commands import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS)
def test_the_python_of_the_readme_runs(block: str, capsys: pytest.CaptureFixture[str]) -> None:
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own README
    finally:
        os.chdir(here)
    assert "Traceback" not in capsys.readouterr().err


def test_the_commands_of_the_readme_exist() -> None:
    named = set(re.findall(r"`(?:\.venv/bin/)?bogoseo ([a-z]+)", README))
    assert named <= set(COMMANDS)


def test_the_files_that_the_readme_links_to_exist() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []
