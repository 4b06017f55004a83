"""Reports and results in Google's object storage: an emulator has a setting of its own."""

from pathlib import Path

import pytest

from extract.__main__ import main
from extract.cloud import bucket
from extract.engines.shards import FOLDER
from tests.extract.cloud.google_server import BUCKET, google

pytest.importorskip("obstore")

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.fixture(autouse=True)
def _nothing_of_amazon(monkeypatch: pytest.MonkeyPatch) -> None:
    bucket._connected.cache_clear()
    for name in ("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3", "GOOGLE_APPLICATION_CREDENTIALS"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["{}", "http://{}", "http://{}/"])
def test_from_and_to_a_bucket(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("midterm-plan-2025-2029.txt", "settlement-2023-won.txt")
    plain = tmp_path / "plain"
    assert main(["convert", *(str(SAMPLES / name) for name in names), "--out", str(plain)]) == 0
    with google() as (host, objects):
        monkeypatch.setenv("STORAGE_EMULATOR_HOST", form.format(host))
        objects.update({f"in/{name}": (SAMPLES / name).read_bytes() for name in names})
        command = ["convert", f"gs://{BUCKET}/in", "--out", f"gs://{BUCKET}/out", "-q"]
        for _ in range(2):  # the second time all shards are there
            assert main(command) == 0
            found = {
                key.removeprefix("out/"): data
                for key, data in objects.items()
                if key.startswith("out/") and FOLDER not in key
            }
            assert found == {each.name: each.read_bytes() for each in plain.iterdir()}


@pytest.mark.parametrize(
    ("refuses", "place", "code", "said"),
    [
        (True, f"gs://{BUCKET}/in", "E1003", "GOOGLE_APPLICATION_CREDENTIALS"),
        (False, "gs://nowhere-at-all/in", "E1001", "NoSuchBucket"),
    ],
)
def test_what_is_wrong_is_told_in_the_words_of_google(
    refuses: bool,  # noqa: FBT001 - a row of the table
    place: str,
    code: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with google(refuses=refuses) as (host, _):
        monkeypatch.setenv("STORAGE_EMULATOR_HOST", host)
        assert main(["convert", place, "--out", str(tmp_path / "out")]) == 5
    told = capsys.readouterr().err
    assert code in told
    assert said in told
    assert "AWS" not in told


@pytest.mark.slow
def test_a_server_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", "127.0.0.1:1")
    assert main(["convert", f"gs://{BUCKET}/in", "--out", str(tmp_path / "out")]) == 5
    assert "STORAGE_EMULATOR_HOST" in capsys.readouterr().err
