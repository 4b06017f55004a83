"""A server that speaks S3, on the loopback, ended by whoever started it."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from importlib.util import find_spec

__all__ = ["absent", "ask", "serving"]

PATIENCE = 60


def absent() -> str:
    """What is missing for it, or nothing."""
    missing = [name for name in ("obstore", "moto", "flask", "flask_cors") if not find_spec(name)]
    return f"not installed: {', '.join(missing)}" if missing else ""


@contextmanager
def serving(*buckets: str) -> Iterator[dict[str, str]]:
    """Run a server with empty buckets; what is given is the environment that leads to it."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(server, port)
        for bucket in buckets:
            ask(address, f"/{bucket}", "PUT")
        yield {
            "AWS_ENDPOINT_URL": address,
            "AWS_ACCESS_KEY_ID": "somebody",
            "AWS_SECRET_ACCESS_KEY": "nothing",
            "AWS_DEFAULT_REGION": "us-east-1",
        }
    finally:
        server.kill()
        server.wait()


def ask(address: str, path: str, method: str, data: bytes | None = None) -> bytes:
    """Ask the server something, unsigned."""
    request = urllib.request.Request(address + path, data, method=method)  # noqa: S310 - our own server
    request.add_header("Content-Type", "application/octet-stream")
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
        found: bytes = answer.read()
        return found


def _wait(server: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.1)
    raise TimeoutError(f"no server: {server.poll()}")
