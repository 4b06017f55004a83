"""A folder in a bucket, or on a disk, with the few things that are asked of it.

Every request has a limit of time and of tries, so that a wrong address or a refused key is told
within a minute. Credentials and addresses are found where the storage's own tools find them: for S3
`AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL`; for Google `GOOGLE_APPLICATION_CREDENTIALS`,
`STORAGE_EMULATOR_HOST`; for both the role of a machine.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final, NamedTuple

from extract.cloud.address import SCHEMES, is_address, parse
from extract.errors import (
    BogoseoError,
    ExitCode,
    NotFoundError,
    OutputError,
    UnreadableError,
    UsageError,
)

if TYPE_CHECKING:
    from obstore.store import ObjectStore

__all__ = ["Bucket", "Entry"]

_REQUEST: Final = "60s"
_CONNECT: Final = "5s"
_TRIES: Final = 3
_PATIENCE: Final = timedelta(seconds=30)
_BLOCK: Final = 4 << 20

_STATUS: Final = re.compile(r"status code: (\d{3})")
_CODE: Final = re.compile(r"<Code>(\w{1,60}+)</Code>")
_SILENCE: Final = re.compile("error sending request|timed out|timeout", re.IGNORECASE)
_ROLE: Final = "169.254.169.254"  # asked for credentials where none are given
_HINTS: Final = {
    "refused": (
        "자격 증명({credentials} 등)과 권한을 확인하세요",
        "check the credentials ({credentials} and the like) and the permissions",
    ),
    "absent": ("버킷과 경로를 확인하세요", "check the bucket and the path"),
    "silent": (
        "네트워크와 주소({endpoint})를 확인하세요",
        "check the network and the endpoint ({endpoint})",
    ),
}
_GOOGLE: Final = "gs"
_EMULATOR: Final = "STORAGE_EMULATOR_HOST"
_NAMES: Final = {"credentials": "AWS_ACCESS_KEY_ID", "endpoint": "AWS_ENDPOINT_URL"}
_GOOGLE_NAMES: Final = {"credentials": "GOOGLE_APPLICATION_CREDENTIALS", "endpoint": _EMULATOR}


class Entry(NamedTuple):
    """An object that is there.

    Attributes:
        key: Its name inside the folder that was listed.
        size: Its bytes.
        stamp: A number that changes with its content.
    """

    key: str
    size: int
    stamp: int


class Bucket:
    """A folder.

    Args:
        place: Address of a folder of objects, or path of one on a disk, which is made.
        results: It is written into, so that errors are of the output.

    Raises:
        UsageError: The extra is not installed, or the address is none.
    """

    def __init__(self, place: str, *, results: bool = False) -> None:
        self.place = place
        self._results = results
        self._obstore = _obstore(place)
        if is_address(place):
            scheme, bucket, self._prefix = parse(place)
            self._store = _connected(scheme, bucket)
        else:
            from obstore.store import LocalStore  # noqa: PLC0415 - an extra that may be absent

            self._prefix = ""
            self._store = LocalStore(Path(place).absolute(), mkdir=True)

    def entries(self) -> Iterator[Entry]:
        """Yield the objects of the folder at any depth, in the order of the storage.

        Raises:
            InputError: There is no such bucket, or it can't be read.
        """
        start = len(self._prefix) + 1 if self._prefix else 0
        with self._watched():
            for part in self._obstore.list(self._store, self._prefix or None):
                for found in part:
                    stamp = _stamp(found["e_tag"], found["last_modified"])
                    yield Entry(found["path"][start:], found["size"], stamp)

    def fetch(self, key: str, path: Path, max_size: int) -> Entry:
        """Write an object to a file; one of more than `max_size` bytes as so many zeros, unread.

        Raises:
            InputError: It is gone, or can't be read.
        """
        with self._watched(key):
            found = self._obstore.get(self._store, self._key(key))
            meta = found.meta
            with path.open("wb") as file:
                if meta["size"] > max_size:
                    file.truncate(meta["size"])
                else:
                    file.writelines(found.stream(_BLOCK))
        return Entry(key, meta["size"], _stamp(meta["e_tag"], meta["last_modified"]))

    def entry(self, key: str) -> Entry | None:
        """Return the object, or None where there is none.

        Raises:
            InputError: The storage refuses to say.
        """
        try:
            with self._watched(key):
                found = self._obstore.head(self._store, self._key(key))
        except BogoseoError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                return None
            raise
        return Entry(key, found["size"], _stamp(found["e_tag"], found["last_modified"]))

    def create(self, key: str, path: Path) -> bool:
        """Put a file where nothing is; return False when something was, which stays.

        Raises:
            OutputError: It can't be written.
        """
        from obstore.exceptions import AlreadyExistsError  # noqa: PLC0415 - an extra that may be absent

        with self._watched(key):
            try:
                self._obstore.put(self._store, self._key(key), path, mode="create")
            except AlreadyExistsError:
                return False
        return True

    def put(self, key: str, content: Path | bytes) -> None:
        """Put a file in the place of whatever is there.

        Raises:
            OutputError: It can't be written.
        """
        with self._watched(key):
            self._obstore.put(self._store, self._key(key), content)

    def delete(self, keys: list[str]) -> None:
        """Take objects away.

        Raises:
            OutputError: The storage refuses.
        """
        with self._watched():
            self._obstore.delete(self._store, [self._key(each) for each in keys])

    def _key(self, key: str) -> str:
        return f"{self._prefix}/{key}" if self._prefix else key

    @contextmanager
    def _watched(self, key: str = "") -> Iterator[None]:
        """Tell errors of the storage as ours."""
        from obstore.exceptions import BaseError  # noqa: PLC0415 - an extra that may be absent

        try:
            yield
        except (BaseError, OSError) as error:
            place = "/".join(filter(None, (self.place.rstrip("/"), key)))
            raise _ours(error, place, results=self._results) from error


def _obstore(place: str) -> ModuleType:
    try:
        return import_module("obstore")
    except ModuleNotFoundError as error:
        raise UsageError(place, "obstore: pip install 'bogoseo[cloud]'") from error


@cache
def _connected(scheme: str, bucket: str) -> "ObjectStore":
    from obstore import store  # noqa: PLC0415 - an extra that may be absent

    endpoint = _endpoint(scheme)
    made: ObjectStore = getattr(store, SCHEMES[scheme])(
        bucket,
        config=_emulated(endpoint) if scheme == _GOOGLE and endpoint else None,
        client_options={
            "timeout": _REQUEST,
            "connect_timeout": _CONNECT,
            "allow_http": endpoint.startswith("http://"),  # who writes so wants it
        },
        retry_config={"max_retries": _TRIES, "retry_timeout": _PATIENCE},
    )
    return made


def _endpoint(scheme: str) -> str:
    """Return the address that the environment names for a storage, or nothing for its usual one."""
    if scheme != _GOOGLE:
        return os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL", "")
    host = os.environ.get(_EMULATOR, "").rstrip("/")
    return host if not host or "://" in host else f"http://{host}"


def _emulated(endpoint: str) -> dict[str, str]:
    """Return what leads to an emulator: as it knows no keys, a key of nobody that says so."""
    nobody = dict.fromkeys(("client_email", "private_key", "private_key_id"), "")
    key = {"gcs_base_url": endpoint, "disable_oauth": True, **nobody}
    return {"service_account_key": json.dumps(key)}


def _stamp(tag: str | None, changed: datetime) -> int:
    text = tag or changed.isoformat()
    return int.from_bytes(sha256(text.encode()).digest()[:7])


def _ours(error: Exception, place: str, *, results: bool) -> BogoseoError:
    """Return the error that tells what the storage said, in a few words of its own."""
    text = str(error)
    status, code = _STATUS.search(text), _CODE.search(text)
    number = int(status[1]) if status else 0
    if _ROLE in text:
        kind, detail = "refused", "no credentials"
    elif isinstance(error, FileNotFoundError) or number == 404:
        kind, detail = "absent", code[1] if code else "404"
    elif number in {301, 400, 401, 403} or type(error).__name__ in _REFUSALS:
        kind, detail = "refused", " ".join(each[1] for each in (status, code) if each)
    else:
        kind = "silent"
        detail = "no answer" if _SILENCE.search(text) else text.partition("\n")[0][:200]
    found: BogoseoError
    if results:
        found = OutputError(place, detail)
    else:
        found = (NotFoundError if kind == "absent" else UnreadableError)(place, detail)
        found.exit_code = ExitCode.ALL_FAILED
    names = _GOOGLE_NAMES if place.startswith(f"{_GOOGLE}://") else _NAMES
    found.hint_korean, found.hint_english = (each.format(**names) for each in _HINTS[kind])
    return found


_REFUSALS: Final = frozenset({"PermissionDeniedError", "UnauthenticatedError"})
