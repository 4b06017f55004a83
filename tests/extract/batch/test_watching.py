"""A folder into which reports keep coming: what arrives is read once it has come to rest."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from extract.batch.store import Store
from extract.batch.summary import Summary, Told
from extract.batch.watching import Settling, watch
from tests.extract.batch.archive_runs import exported, fill, settings

ROOT = Path(__file__).parents[3]


def names(settling: Settling, folder: Path) -> set[str]:
    return {each.path.name for each in settling.walk(folder) if each is not None}


def test_a_file_is_left_until_it_comes_to_rest(tmp_path: Path) -> None:
    old, new, odd = (tmp_path / f"{name}.txt" for name in ("old", "new", "odd"))
    for path in (old, new, odd):
        path.write_text("글", encoding="utf-8")
    os.utime(old, (1, 1))
    os.utime(odd, (4e9, 4e9))  # a clock that runs ahead
    settling = Settling(0.2)
    assert names(settling, tmp_path) == {"old.txt"}
    new.write_text("긴 글", encoding="utf-8")
    time.sleep(0.25)
    os.utime(new)
    assert names(settling, tmp_path) == {"old.txt", "odd.txt"}  # new.txt was written to again
    time.sleep(0.25)
    assert names(settling, tmp_path) == {"old.txt", "new.txt", "odd.txt"}


class Watched:
    """What a watch told, and its end."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.over = False

    def tell(self, told: Told | None, _summary: Summary) -> None:
        if told is not None:
            self.told.append(f"{told.name}: {told.status}")

    def wait_for(self, count: int) -> list[str]:
        until = time.monotonic() + 60
        while len(self.told) < count and time.monotonic() < until:
            time.sleep(0.02)
        return sorted(self.told)


@contextmanager
def watching(store: Path, folder: Path) -> Iterator[Watched]:
    watched = Watched()

    def go() -> None:
        with Store(store, write=True) as opened:
            watch(
                opened,
                [str(folder)],
                settings(),
                tell=watched.tell,
                stopped=lambda: watched.over,
                every=0.05,
                settle=0.1,
            )

    thread = threading.Thread(target=go)
    thread.start()
    try:
        yield watched
    finally:
        watched.over = True
        thread.join(30)
        assert not thread.is_alive()


@pytest.mark.slow
def test_what_arrives_is_read_once(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 2)
    first, second = sorted(path.name for path in folder.iterdir())
    with watching(tmp_path / "store.db", folder) as watched:
        assert watched.wait_for(2) == [f"{first}: ok", f"{second}: ok"]
        with (folder / "slow.txt").open("w", encoding="utf-8") as file:
            for _ in range(8):
                file.write("한 줄\n")
                file.flush()
                time.sleep(0.04)
        assert watched.wait_for(3)[2:] == ["slow.txt: ok"]
        time.sleep(0.3)
    assert len(watched.told) == 3
    reports = exported(tmp_path / "store.db", tmp_path / "out")["timeline.csv"].decode()
    assert reports.count("한 줄") == 16  # read whole: eight lines, each with its text and its date


@pytest.mark.slow
def test_what_cannot_be_opened_is_told_once_until_it_changes(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 1)
    (good,) = [path.name for path in folder.iterdir()]
    (folder / "empty.txt").touch()
    (folder / "gone.txt").symlink_to("nowhere")
    with watching(tmp_path / "store.db", folder) as watched:
        assert watched.wait_for(3) == [f"{good}: ok", "empty.txt: failed", "gone.txt: failed"]
        time.sleep(0.5)  # some looks
        assert len(watched.told) == 3
        (folder / "empty.txt").write_text("글", encoding="utf-8")
        watched.wait_for(4)
    assert watched.told[3:] == ["empty.txt: ok"]


@pytest.mark.slow
def test_a_request_to_terminate_ends_it_in_good_order(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 1)
    store = tmp_path / "store.db"
    run = subprocess.Popen(
        [sys.executable, "-m", "extract", "watch", folder, "--store", store, "--settle", "0.1"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert run.stderr is not None
    assert "Ctrl-C" in run.stderr.readline()
    until = time.monotonic() + 60
    while "report_id" not in _reports(store, tmp_path) and time.monotonic() < until:
        time.sleep(0.2)
    run.send_signal(signal.SIGTERM)
    assert run.wait(10) == 0
    assert "Traceback" not in run.stderr.read()
    run.stderr.close()


def _reports(store: Path, folder: Path) -> str:
    if not store.exists():
        return ""
    return exported(store, folder / "out", "csv")["reports.csv"].decode()
