"""As much of Google's object storage as is asked of it, in a thread of the tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

__all__ = ["BUCKET", "Objects", "google"]

BUCKET = "archive"
CHANGED = {"list": "2024-01-01T00:00:00.000Z", "head": "Mon, 01 Jan 2024 00:00:00 GMT"}

Objects = dict[str, bytes]


def tag_of(data: bytes) -> str:
    return sha256(data).hexdigest()


@contextmanager
def google(*, refuses: bool = False) -> Iterator[tuple[str, Objects]]:
    """Serve one bucket; what is given is `host:port` and its objects."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Google)
    server.objects, server.refuses, server.lock = {}, refuses, Lock()
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}", server.objects
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Google(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_said: object) -> None:
        """Say nothing."""

    def handle_any(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        sent = self.rfile.read(length)
        place = urlsplit(self.path)
        bucket, _, key = unquote(place.path).lstrip("/").partition("/")
        with self.server.lock:
            if self.server.refuses:
                self.answer(403, b"<Error><Code>AccessDenied</Code></Error>")
            elif bucket != BUCKET:
                self.answer(404, b"<Error><Code>NoSuchBucket</Code></Error>")
            elif not key:
                self.answer(200, self.listed(parse_qs(place.query).get("prefix", [""])[0]))
            else:
                self.about(key, self.server.objects, sent)

    def about(self, key: str, objects: Objects, sent: bytes) -> None:
        there = key in objects
        if self.command == "PUT" and there and self.headers.get("x-goog-if-generation-match"):
            self.answer(412)
        elif self.command == "PUT":
            objects[key] = sent
            self.answer(200, tag=sent)
        elif not there:
            self.answer(404, b"<Error><Code>NoSuchKey</Code></Error>")
        elif self.command == "DELETE":
            del objects[key]
            self.answer(204)
        else:
            self.answer(200, objects[key], tag=objects[key])

    def listed(self, prefix: str) -> bytes:
        found = "".join(
            f"<Contents><Key>{escape(key)}</Key><Size>{len(data)}</Size><LastModified>"
            f"{CHANGED['list']}</LastModified><ETag>{tag_of(data)}</ETag></Contents>"
            for key, data in sorted(self.server.objects.items())
            if key.startswith(prefix)
        )
        return f"<ListBucketResult>{found}</ListBucketResult>".encode()

    def answer(self, status: int, body: bytes = b"", tag: bytes = b"") -> None:
        self.send_response(status)
        for name, value in {
            "Content-Length": str(len(body)),
            "Last-Modified": CHANGED["head"],
            "ETag": tag_of(tag),
            "x-goog-generation": "1",
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body if self.command != "HEAD" else b"")


for method in ("GET", "HEAD", "PUT", "DELETE"):
    setattr(Google, f"do_{method}", Google.handle_any)
