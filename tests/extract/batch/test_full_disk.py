"""A disk that is full, or can't be written, leaves what was there and says 74."""

import contextlib
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.errors import ExitCode, OutputError
from tests.extract.batch.archive_runs import exported, fill, read_archive

ROOT = Path(__file__).parents[3]
LEVELS = 12
FORMATS = ("json", "csv", "jsonl", "parquet", "duckdb")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 16 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["/bin/mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("this user may not mount")
    yield disk
    subprocess.run(["/bin/umount", disk], check=True)


@contextlib.contextmanager
def room(disk: Path, size: int) -> Iterator[None]:
    """Leave `size` bytes on the disk, in whole pages."""
    filler = disk / "filler"
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free - size)
    try:
        yield
    finally:
        filler.unlink()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A small store, and a larger one."""
    base = tmp_path_factory.mktemp("stores")
    for name, count in (("old", 3), ("new", 120)):
        read_archive(base / f"{name}.db", fill(base / name, count))
    return base / "old.db", base / "new.db"


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_a_full_disk_leaves_the_old_results(
    small_disk: Path, stores: tuple[Path, Path], tmp_path: Path, form: str
) -> None:
    old, new = stores
    out = small_disk / "out"
    exported(old, out, form)
    before = contents(out)
    needed = sum(map(len, exported(new, tmp_path / "elsewhere", form).values()))
    for level in range(LEVELS):
        with room(small_disk, needed * level // LEVELS):
            code = main(["export", str(new), "--out", str(out), "--format", form, "-q"])
            assert (code, contents(out)) == (ExitCode.OUTPUT, before)
    assert main(["export", str(new), "--out", str(out), "--format", form, "-q"]) == 0
    after = contents(out)
    assert {name: after[name] for name in after if name not in before or form != "json"}


@pytest.mark.slow
def test_a_store_on_a_full_disk_goes_on_when_there_is_room(
    small_disk: Path, stores: tuple[Path, Path], tmp_path: Path
) -> None:
    wanted = exported(stores[1], tmp_path / "wanted")
    folder = stores[1].with_name("new")
    for level in range(LEVELS):
        store = small_disk / f"{level}.db"
        with room(small_disk, 40_000 + level * 12_000), pytest.raises(OutputError):
            read_archive(store, folder)
        read_archive(store, folder)
        assert exported(store, tmp_path / f"out-{level}") == wanted
        store.unlink()


def _little_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


@pytest.mark.parametrize("form", ["csv", "duckdb"])
def test_a_limit_on_the_size_of_files_is_a_full_disk(
    stores: tuple[Path, Path], tmp_path: Path, form: str
) -> None:
    command = [sys.executable, "-m", "extract", "export", stores[1], "--out", tmp_path / "out"]
    done = subprocess.run(
        [*command, "--format", form],
        cwd=ROOT,
        preexec_fn=_little_room,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == ExitCode.OUTPUT, done.stderr
    assert "E2001" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_store_that_cannot_be_made_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = fill(tmp_path / "in", 1)
    for store in ("/proc/no.db", str(min(folder.iterdir()) / "x.db")):
        assert main(["batch", str(folder), "--store", store]) == ExitCode.OUTPUT
        assert "E2001" in capsys.readouterr().err
