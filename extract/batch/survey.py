"""A look at an archive before the work: formats, sizes, passwords, scans, and how long it may take.

Files are opened in the same kind of process as for reading, because a broken file is as dangerous
to look at. What they hold is not understood, so this is fast.
"""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

import olefile

from extract.batch.reading import Job, Result, failure
from extract.batch.sandbox import Sandbox, result_of
from extract.batch.settings import Settings
from extract.errors import EncryptedError, InputError, NeedsOcrError
from extract.gathering import Found, expand, label, walk
from extract.inputs import read_file
from extract.readers.detect import detect

__all__ = ["SPEED", "Survey", "look", "survey"]

SPEED: Final[dict[str, float]] = {
    "txt": 3e6,
    "html": 2e6,
    "hwp": 2e6,
    "hwpx": 1e6,
    "hwpml": 3e6,
    "pdf": 0.4e6,
    "docx": 1e6,
    "odt": 1e6,
}
"""Bytes of a file read in a second on one core: a rough figure, to tell minutes from days before a run."""

_SCAN_SPEED: Final = 0.05e6
_HANDLING: Final = 4.5e-3
"""Seconds that each file costs the one process that hands them out and commits: measured over small texts."""
_PAGES: Final = 3  # of a PDF that are looked at for text
_HWP_ENCRYPTED: Final = 0x02  # of the properties in FileHeader, in its byte 36


@dataclass(slots=True)
class Survey:
    """What an archive holds.

    Attributes:
        files: Files by format; what can't be read stands under its code.
        sizes: Bytes by format.
        encrypted: Files that need a password.
        scans: Files whose first pages hold no text.
        skipped: Files that are no documents by their suffix.
        seconds: How long one core would read their bytes, about.
    """

    files: Counter[str] = field(default_factory=Counter)
    sizes: Counter[str] = field(default_factory=Counter)
    encrypted: int = 0
    scans: int = 0
    skipped: int = 0
    seconds: float = 0

    def count(self, size: int, result: Result) -> None:
        """Add a file."""
        code = result.cause.code if result.cause else ""
        kind = result.format or code
        self.files[kind] += 1
        self.sizes[kind] += size
        scan = code == NeedsOcrError.code
        self.encrypted += code == EncryptedError.code
        self.scans += scan
        if result.format and (scan or not code):
            self.seconds += size / (_SCAN_SPEED if scan else SPEED[result.format])

    def duration(self, jobs: int) -> float:
        """Return how many seconds a run with so many processes takes, about.

        Reading is shared among them; looking at files and committing results is not.
        """
        return self.seconds / jobs + self.files.total() * _HANDLING


def survey(roots: list[str], settings: Settings) -> Survey:
    """Look at all files that `roots` lead to."""
    found = Survey()
    with Sandbox(settings, look) as sandbox:
        jobs = _jobs(roots, found)
        live: dict[Future[Result], Job] = {}
        while True:
            for job in islice(jobs, 2 * settings.jobs - len(live)):
                live[sandbox.submit(job)] = job
            if not live:
                return found
            for future in wait(live, return_when=FIRST_COMPLETED).done:
                job = live.pop(future)
                found.count(job.size, result_of(future, job, settings))


def _jobs(roots: list[str], found: Survey) -> Iterator[Job]:
    for root in roots:
        for each in expand(root, walk):
            if each is None:
                found.skipped += 1
            else:
                yield Job(0, 0, each.path, "", label(each.path.name), _size(each))


def _size(found: Found) -> int:
    try:
        return found.path.stat().st_size
    except (OSError, ValueError):
        return 0


def look(job: Job, settings: Settings) -> Result:
    """Tell a file's format, and in the cause whether it needs a password or recognition."""
    form = ""
    try:
        data = read_file(job.path, max_size=settings.max_size)
        form = detect(data, job.source_file)
        obstacle = _obstacle(data, form, settings)
    except InputError as error:
        return failure(error, form)
    except Exception:  # noqa: BLE001 - a look says what it can; reading will say the rest
        return Result("ok", form)
    return failure(obstacle(job.source_file), form) if obstacle else Result("ok", form)


def _obstacle(data: bytes, form: str, settings: Settings) -> type[InputError] | None:
    if settings.password is None and _ENCRYPTED.get(form, _no)(data):
        return EncryptedError
    return NeedsOcrError if form == "pdf" and not _has_text(data) else None


def _no(_data: bytes) -> bool:
    return False


def _hwp_encrypted(data: bytes) -> bool:
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        header: bytes = container.openstream("FileHeader").read(40)
    return bool(header[36] & _HWP_ENCRYPTED)


def _zip_encrypted(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return b"encryption-data" in container.read("META-INF/manifest.xml")


def _pdf_encrypted(data: bytes) -> bool:
    import pypdfium2  # noqa: PLC0415 - only where there are PDF files

    try:
        pypdfium2.PdfDocument(data).close()
    except pypdfium2.PdfiumError as error:
        return "password" in str(error).lower()
    return False


def _has_text(data: bytes) -> bool:
    import pypdfium2  # noqa: PLC0415 - only where there are PDF files

    with pypdfium2.PdfDocument(data) as document:
        pages = range(min(len(document), _PAGES))
        return not pages or any(document[each].get_textpage().count_chars() for each in pages)


_ENCRYPTED: Final = {
    "hwp": _hwp_encrypted,
    "hwpx": _zip_encrypted,
    "odt": _zip_encrypted,
    "pdf": _pdf_encrypted,
}
