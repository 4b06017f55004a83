"""Object storage to read from and write to: a real server of the test run."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.extract.cloud.object_server import absent, ask, serving

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def _server() -> Iterator[dict[str, str]]:
    if missing := absent():
        pytest.skip(missing)
    with serving() as environment:
        yield environment


@pytest.fixture
def storage(_server: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """Address of an empty bucket of the server; the environment leads there."""
    from extract.cloud import bucket  # noqa: PLC0415 - with the server only

    for name, value in _server.items():
        monkeypatch.setenv(name, value)
    bucket._connected.cache_clear()
    name = f"bucket-{uuid4().hex[:12]}"
    ask(_server["AWS_ENDPOINT_URL"], f"/{name}", "PUT")
    return f"s3://{name}"


@pytest.fixture
def upload() -> Callable[[str, Files], None]:
    """Puts objects into a folder."""
    from extract.cloud.bucket import Bucket  # noqa: PLC0415 - with the server only

    def put(place: str, files: Files) -> None:
        for key, content in files.items():
            Bucket(place).put(key, content)

    return put


@pytest.fixture
def download(tmp_path: Path) -> Callable[[str], Files]:
    """Gives all objects of a folder."""
    from extract.cloud.bucket import Bucket  # noqa: PLC0415 - with the server only

    def get(place: str) -> Files:
        bucket, found = Bucket(place), {}
        for entry in bucket.entries():
            bucket.fetch(entry.key, tmp_path / "fetched", 1 << 30)
            found[entry.key] = (tmp_path / "fetched").read_bytes()
        return found

    return get
