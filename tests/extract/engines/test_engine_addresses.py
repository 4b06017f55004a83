"""What an engine needs beside itself, and what is said where it is missing."""

import sys
import tomllib
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.engines import ray_core
from extract.errors import UsageError

ROOT = Path(__file__).parents[3]


def test_a_cluster_elsewhere_needs_what_the_extra_brings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "grpc", None)
    with pytest.raises(UsageError, match=r"grpcio: pip install 'bogoseo\[ray\]'"):
        ray_core._connected("ray://head:10001")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["optional-dependencies"]["ray"] == ["ray[client]>=2.60"]


def test_ray_itself_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    command = ["convert", str(tmp_path), "--out", str(tmp_path / "out"), "--engine", "ray://h:1"]
    assert main(command) == 2
    assert "pip install 'bogoseo[ray]'" in capsys.readouterr().err


def test_a_cluster_out_of_reach_is_no_folder_without_room() -> None:
    message = ray_core._unreachable("ray://head:10001", "no answer").message("en")
    assert "check the cluster's address" in message
    assert "free space" not in message
