"""A run is seen whole or not at all, and never harms what was there."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.emit.staging import Staging
from extract.errors import BusyError, ExitCode, OutputError

ROOT = Path(__file__).parents[3]


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def write_all(folder: Path, files: dict[str, bytes]) -> None:
    with Staging(folder) as staging:
        for name, data in files.items():
            staging.write(name, data)
        staging.commit()


def stop_with(folder: Path, error: type[BaseException]) -> None:
    with Staging(folder) as staging:
        staging.write("a.csv", b"new")
        staging.open("b.csv").write(b"half")
        raise error


def test_nothing_is_visible_before_the_commit(tmp_path: Path) -> None:
    with Staging(tmp_path) as staging:
        staging.write("a.csv", b"new")
        assert not (tmp_path / "a.csv").exists()
        staging.commit()
        assert (tmp_path / "a.csv").read_bytes() == b"new"
    assert content(tmp_path) == {"a.csv": b"new"}


def test_files_appear_in_the_order_in_which_they_were_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []
    replace = Path.replace

    def noting(self: Path, target: Path) -> Path:
        moved.append(self.name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", noting)
    with Staging(tmp_path) as staging:
        last, lost = staging.open("last.csv"), staging.open("never finished.csv")
        staging.write("first.json", b"")
        lost.write(b"half")
        last.finish()
        staging.commit()
    assert moved == ["first.json", "last.csv"]
    assert set(content(tmp_path)) == set(moved)


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, SystemExit])
def test_whatever_stops_a_run_leaves_the_old_files(
    tmp_path: Path, error: type[BaseException]
) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    with pytest.raises(error):
        stop_with(tmp_path, error)
    assert content(tmp_path) == {"a.csv": b"old"}


def test_a_folder_made_for_a_run_that_fails_is_removed(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        stop_with(tmp_path / "new" / "folder", KeyboardInterrupt)
    assert content(tmp_path) == {}


def test_a_second_run_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    with Staging(tmp_path) as staging:
        staging.write("a.csv", b"new")
        second = Staging(tmp_path)
        with pytest.raises(BusyError, match=rf"pid {os.getpid()}, .*, 20\d\d-") as caught:
            second.__enter__()
        assert caught.value.exit_code == ExitCode.BUSY
        staging.commit()
    with Staging(tmp_path):
        pass
    assert content(tmp_path) == {"a.csv": b"new"}


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    script = (
        "import os, signal, pathlib\n"
        "from extract.emit.staging import Staging\n"
        f"with Staging(pathlib.Path({str(tmp_path)!r})) as staging:\n"
        "    staging.write('a.csv', b'new')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert [path.name.startswith(".bogoseo-") for path in tmp_path.iterdir()] == [True]
    with Staging(tmp_path):
        pass
    assert content(tmp_path) == {}


@pytest.mark.parametrize("place", ["file", "file/below", "/proc/nowhere"])
def test_a_folder_that_cannot_be_made_is_an_output_error(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(OutputError) as caught:
        Staging(tmp_path / place).__enter__()
    assert caught.value.exit_code == ExitCode.OUTPUT
    assert content(tmp_path) == {"file": b"old"}


def test_a_folder_in_a_files_place_stops_all_renames(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / "b.csv").mkdir()
    with pytest.raises(OutputError):
        write_all(tmp_path, {"a.csv": b"new", "b.csv": b"new"})
    assert (tmp_path / "a.csv").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]


@pytest.fixture
def small_files() -> Iterator[int]:
    """No file of more than 64 KB may be written, as under a quota."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, hard))
    yield 1 << 16
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("factor", [1, 2, 40])
def test_a_file_over_the_quota_is_an_output_error_with_the_room_needed(
    tmp_path: Path, small_files: int, factor: int
) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    with pytest.raises(OutputError) as caught:
        write_all(tmp_path, {"a.csv": b"x" * (small_files * factor + 1)})
    assert f"{small_files * factor + 1:,} bytes needed" in caught.value.detail
    assert content(tmp_path) == {"a.csv": b"old"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 KB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)],  # noqa: S607 - a system tool
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip("file systems can't be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S607 - a system tool


@pytest.mark.parametrize("size", [250_000, 300_000, 5_000_000])
def test_a_full_disk_leaves_the_old_files_and_no_rubbish(small_disk: Path, size: int) -> None:
    (small_disk / "a.csv").write_bytes(b"old" * 10_000)
    with pytest.raises(OutputError) as caught:
        write_all(small_disk, {"a.csv": b"x" * size})
    assert "bytes needed" in caught.value.detail
    assert content(small_disk) == {"a.csv": b"old" * 10_000}


def test_a_read_only_disk_is_refused_before_any_work(small_disk: Path) -> None:
    (small_disk / "a.csv").write_bytes(b"old")
    command = ["mount", "-o", "remount,ro", str(small_disk)]
    subprocess.run(command, check=True)
    with pytest.raises(OutputError):
        Staging(small_disk).__enter__()
    assert content(small_disk) == {"a.csv": b"old"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(OutputError):
        Staging(tmp_path).__enter__()
