"""An archive in a bucket gives what the same archive on a disk gives, however it is disturbed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.batch.settings import Settings
from extract.batch.shard import Shard
from extract.cloud.bucket import Bucket
from extract.emit.options import EmitOptions
from extract.engines import here
from extract.engines.driving import drive
from extract.engines.shards import Driven, Piece, run_piece
from extract.errors import ExitCode, OutputError

Files = dict[str, bytes]
Upload = Callable[[str, Files], None]
Download = Callable[[str], Files]

pytestmark = pytest.mark.slow

TEXT = "2020년 주요업무계획\n1. 골목 상권 살리기\n  □ 사업기간 : 2019. 3. ~ 2020. 6.\n"
FILES = {f"{at % 2}/보고서 #{at}%20?.txt": f"{TEXT}제{at}호\n".encode() for at in range(5)} | {
    "1/보고서 #0%20?.txt": f"{TEXT}같은 이름\n".encode(),
    "같은 내용.txt": f"{TEXT}제1호\n".encode(),
    "empty.hwp": b"",
    "broken.pdf": b"%PDF-1.4 nothing",
    "readme.md": b"no document",
    ".hidden/a.txt": TEXT.encode(),
}


@pytest.fixture(autouse=True)
def _one_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("extract.batch.running", "extract.engines.objects"):
        monkeypatch.setattr(f"{module}.edition", lambda _form: "test")


@pytest.fixture
def archive(storage: str, upload: Upload) -> str:
    upload(f"{storage}/in", FILES)
    return f"{storage}/in"


def convert(archive: str, out: Path | str, told: list[Shard], *, max_size: int = 1 << 20) -> Driven:
    settings = Settings(jobs=2, max_size=max_size)
    return drive("", [archive], out, ("csv", "json"), EmitOptions(), settings, told.append, 4)


def results(files: Files) -> Files:
    return {name: data for name, data in files.items() if not name.startswith("shards/")}


def on_disk(folder: Path, files: Files) -> Files:
    """What converting the same files on a disk gives."""
    for name, data in files.items():
        path = folder / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    main(["convert", str(folder / "in"), "--out", str(folder / "out"), "-q"])
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


def test_a_bucket_gives_what_a_disk_gives(
    archive: str, storage: str, download: Download, tmp_path: Path
) -> None:
    told: list[Shard] = []
    counts, failures = convert(archive, f"{storage}/out", told)
    assert (counts["ok"], counts["failed"], counts["files"]) == (6, 2, 9)
    assert sorted(each.code for each in failures) == ["E1004", "E1007"]
    wanted = on_disk(tmp_path, FILES)
    assert results(download(f"{storage}/out")) == wanted
    assert [each.skipped for each in told] == [False] * 3
    # Into a folder the same, and from there once more: nothing is left to do.
    told.clear()
    for _ in range(2):
        convert(archive, tmp_path / "folder", told)
    assert len(told) == 3
    plain = {each.name: each.read_bytes() for each in (tmp_path / "folder").glob("*.*")}
    assert plain == wanted


def test_what_came_changed_and_went_is_noticed(
    archive: str, storage: str, upload: Upload, download: Download
) -> None:
    convert(archive, f"{storage}/out", [])
    upload(archive, {"0/새 보고서.txt": b"2021-01-02", "0/보고서 #2%20?.txt": "고침\n".encode()})
    Bucket(archive).delete(["0/보고서 #4%20?.txt"])
    told: list[Shard] = []
    counts, _ = convert(archive, f"{storage}/out", told)
    assert [each.worked for each in told] == [2]
    assert counts["gone"] == 1
    reports = download(f"{storage}/out")["reports.csv"].decode()
    assert "새 보고서.txt" in reports
    assert "보고서 #4%20?.txt" in reports  # gone, and its records stay
    assert reports.count("보고서 #2%20?.txt") == 1
    found = results(download(f"{storage}/out"))
    assert len([name for name in found if name.endswith(".json")]) == 10
    assert convert(archive, f"{storage}/out", told).counts == counts
    assert len(told) == 1


def test_one_that_died_is_taken_up_where_it_was(
    archive: str, storage: str, download: Download, tmp_path: Path
) -> None:
    def die(_told: Shard) -> None:
        raise ConnectionAbortedError

    with pytest.raises(ConnectionAbortedError):
        drive("", [archive], f"{storage}/out", ("csv", "json"), EmitOptions(), Settings(), die, 4)
    assert not results(download(f"{storage}/out"))
    told: list[Shard] = []
    convert(archive, f"{storage}/out", told)
    assert len(told) == 2
    assert results(download(f"{storage}/out")) == on_disk(tmp_path, FILES)


def pieces(archive: str, storage: str) -> Piece:
    return Piece(f"{storage}/out/shards/one.store", (f"{archive}/0/보고서 #0%20?.txt",))


def test_the_second_writer_of_a_shard_is_refused(
    archive: str, storage: str, upload: Upload, download: Download, monkeypatch: pytest.MonkeyPatch
) -> None:
    piece = pieces(archive, storage)
    assert run_piece(piece, Settings(jobs=1)).worked == 1
    first = download(f"{storage}/out/shards")
    upload(archive, {"0/보고서 #0%20?.txt": "다른 글\n".encode()})
    assert run_piece(piece, Settings(jobs=1)).skipped  # seen before anything is read
    monkeypatch.setattr(Bucket, "entry", lambda _self, _key: None)
    assert run_piece(piece, Settings(jobs=1)).skipped  # both were at work: the storage refuses
    assert download(f"{storage}/out/shards") == first


@contextmanager
def disturbed(monkeypatch: pytest.MonkeyPatch, disturb: Callable[[], None]) -> Iterator[None]:
    """Let something happen between the listing and the reading, once."""
    run_all, done = here.run_all, []

    def run(
        address: str, found: Iterable[Piece], settings: Settings, tell: Callable[[Shard], None]
    ) -> None:
        if not done:
            disturb()
            done.append(True)
        run_all(address, found, settings, tell)

    with monkeypatch.context() as patch:
        patch.setattr(here, "run_all", run)
        yield


def test_what_changes_while_it_is_read_is_read_again(
    archive: str,
    storage: str,
    upload: Upload,
    download: Download,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    changed = {"0/보고서 #2%20?.txt": f"{TEXT}고침\n".encode()}
    with disturbed(monkeypatch, lambda: upload(archive, changed)):
        counts, _ = convert(archive, f"{storage}/out", [])
    assert counts["failed"] == 2
    assert results(download(f"{storage}/out")) == on_disk(tmp_path, FILES | changed)


def test_what_goes_while_it_is_read_fails_alone(
    archive: str, storage: str, upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "0/보고서 #2%20?.txt"
    with disturbed(monkeypatch, lambda: Bucket(archive).delete([name])):
        counts, failures = convert(archive, f"{storage}/out", [])
    assert (counts["ok"], counts["failed"]) == (5, 3)
    assert sorted(each.code for each in failures) == ["E1001", "E1004", "E1007"]
    # It is back: a shard of the same inputs is there, and does not stand for it.
    upload(archive, {name: FILES[name]})
    assert convert(archive, f"{storage}/out", []).counts["ok"] == 6


def test_one_too_large_is_not_fetched(archive: str, storage: str, upload: Upload) -> None:
    upload(archive, {"large.txt": b"x" * 5000})
    _, failures = convert(archive, f"{storage}/out", [], max_size=4000)
    (large,) = [each for each in failures if each.code == "E1005"]
    assert (large.subject, large.detail) == ("large.txt", "5,000 > 4,000 bytes")


def test_shards_that_are_missing_are_told_and_the_others_kept(
    archive: str, storage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lossy(
        _address: str, found: Iterable[Piece], settings: Settings, tell: Callable[[Shard], None]
    ) -> None:
        for each in list(found)[1:]:
            tell(run_piece(each, settings))

    with monkeypatch.context() as patch:
        patch.setattr(here, "run_all", lossy)
        with pytest.raises(OutputError, match="1 of 3 shards"):
            convert(archive, f"{storage}/out", [])
    told: list[Shard] = []
    convert(archive, f"{storage}/out", told)
    assert len(told) == 1


def test_results_of_an_earlier_run_go_when_they_are_not_made_again(
    archive: str, storage: str, upload: Upload, download: Download, tmp_path: Path
) -> None:
    out = f"{storage}/out"
    upload(out, {"of-somebody.csv": b"x"})
    assert (
        main(["convert", archive, "--out", out, "--part-rows", "1", "-q"]) == ExitCode.SOME_FAILED
    )
    assert len([name for name in download(out) if name.startswith("timeline")]) > 1
    store = tmp_path / "s.db"
    on_disk(tmp_path, FILES)
    main(["batch", str(tmp_path / "in"), "--store", str(store), "-q"])
    assert main(["export", str(store), "--out", out, "-q"]) == 0
    found = results(download(out))
    assert found.pop("of-somebody.csv") == b"x"
    assert found == {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
