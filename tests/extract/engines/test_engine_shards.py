"""Shards have names that follow from their files, and a driver that counts them."""

import os
import socket
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.batch.settings import Settings
from extract.batch.shard import Shard, run_shard
from extract.batch.store import Store
from extract.emit.options import EmitOptions
from extract.engines import driving, ray_core
from extract.engines.driving import drive
from extract.engines.shards import FOLDER, Piece, cut
from extract.errors import BusyError, OutputError, UsageError

TEXT = "2020년 주요업무계획\n1. 골목 상권 살리기\n  □ 사업기간 : 2019. 3. ~ 2020. 6.\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    for at in range(7):
        path = folder / str(at % 3) / f"{at}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{TEXT}제{at}호\n", encoding="utf-8")
    return folder


def pieces(archive: Path, tmp_path: Path) -> list[Piece]:
    with Store(tmp_path / "known.store", write=True) as store:
        return list(cut(store.database, [str(archive)], tmp_path / "shards", 3))


def test_shards_follow_from_their_files(archive: Path, tmp_path: Path) -> None:
    first = pieces(archive, tmp_path)
    assert [len(each.inputs) for each in first] == [3, 3, 1]
    assert sorted(path for each in first for path in each.inputs) == [
        str(path) for path in sorted(archive.glob("*/*.txt"))
    ]
    assert pieces(archive, tmp_path) == first
    os.utime(first[1].inputs[0], (1, 1))
    changed = pieces(archive, tmp_path)
    assert [one == other for one, other in zip(first, changed, strict=True)] == [True, False, True]


Engine = Callable[..., None]


def in_order(found: Iterable[Piece], settings: Settings, tell: Callable[[Shard], None]) -> None:
    """An engine without machines."""
    for each in found:
        tell(run_shard(each.inputs, each.output, settings))


def start(archive: Path, out: Path, told: list[Shard]) -> dict[str, int]:
    options = EmitOptions()
    settings = Settings()
    return drive("ray", [str(archive)], out, ("csv",), options, settings, told.append, 3).counts


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driving, "_engine", lambda _name: in_order)


def files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


@pytest.mark.slow
def test_an_engine_gives_what_convert_gives(archive: Path, tmp_path: Path, engine: None) -> None:
    told: list[Shard] = []
    counts = start(archive, tmp_path / "out", told)
    assert (len(told), counts["ok"], counts["documents"]) == (3, 7, 7)
    assert (
        main(["convert", str(archive), "--out", str(tmp_path / "plain"), "-q", "--format=csv"]) == 0
    )
    assert files(tmp_path / "out") == files(tmp_path / "plain")
    # Done before: nothing to do, the same files.
    again: list[Shard] = []
    assert start(archive, tmp_path / "out", again) == counts
    assert again == []
    # What comes later is a shard of its own.
    (archive / "later.txt").write_text(f"{TEXT}제9호\n", encoding="utf-8")
    assert start(archive, tmp_path / "out", again)["documents"] == 8
    assert [each.worked for each in again] == [1]


@pytest.mark.parametrize(
    ("options", "limits"),
    [
        ("", (120, 2 << 30, 512 << 20)),
        ("--timeout 7 --memory 1G --max-size 3M", (7, 1 << 30, 3 << 20)),
    ],
)
def test_the_limits_of_documents_reach_the_workers(
    options: str, limits: tuple[int, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[Settings] = []

    def noting(_pieces: Iterable[Piece], settings: Settings, _tell: Engine) -> None:
        found.append(settings)

    monkeypatch.setattr(driving, "_engine", lambda _name: noting)
    (tmp_path / "in").mkdir()
    command = ["convert", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--engine", "ray"]
    main([*command, *options.split(), "-q"])
    (settings,) = found
    assert (settings.timeout, settings.memory, settings.max_size) == limits


@pytest.mark.parametrize("option", ["--timeout=7", "--memory=1G"])
def test_limits_that_would_not_hold_are_refused(
    option: str, archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", str(archive), "--out", str(tmp_path / "out"), option]) == 2
    assert "bogoseo batch" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_a_shard_that_is_missing_is_told_and_the_others_are_kept(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lossy(found: Iterable[Piece], settings: Settings, tell: Engine) -> None:
        for at, each in enumerate(found):
            if at != 1:
                tell(run_shard(each.inputs, each.output, settings))

    monkeypatch.setattr(driving, "_engine", lambda _name: lossy)
    with pytest.raises(OutputError, match="1 of 3 shards are missing"):
        start(archive, tmp_path / "out", [])
    assert not (tmp_path / "out" / "reports.csv").exists()
    monkeypatch.setattr(driving, "_engine", lambda _name: in_order)
    told: list[Shard] = []
    assert start(archive, tmp_path / "out", told)["ok"] == 7
    assert [each.skipped for each in told] == [True, False, True]


def test_a_second_driver_is_refused(archive: Path, tmp_path: Path, engine: None) -> None:
    out = tmp_path / "out"
    with Store(out / FOLDER / "archive.store", write=True), pytest.raises(BusyError):
        start(archive, out, [])


@pytest.mark.parametrize("name", ["spark", "http://x"])
def test_an_engine_that_is_not_there_is_a_mistake(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ray"):
        drive(name, ["."], tmp_path, ("csv",), EmitOptions(), Settings(), print)


def test_a_head_out_of_reach_is_given_up_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        port = listening.getsockname()[1]
        head = ray_core._Head("ray")
        head.check()  # not connected yet
        head.found(f"127.0.0.1:{port}")
        head.check()
    head.check()  # gone just now, which may pass
    monkeypatch.setattr(ray_core, "_PATIENCE", -1.0)
    with pytest.raises(OutputError, match="head of the cluster is gone"):
        head.check()


def test_a_head_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ray_core, "_CONNECTING", -1.0)
    with pytest.raises(OutputError, match=r"10\.0\.0\.1:6379 .*does not answer"):
        ray_core._Head("10.0.0.1:6379").check()
