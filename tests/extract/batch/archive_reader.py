"""A reader that does what the text of a document tells it to, faults and all."""

import ctypes
import os
import re
import signal
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import NoReturn

from extract.document import Document
from extract.errors import DamagedError
from extract.findings import Span
from extract.inputs import report_id
from extract.records import Event, ReportRecord
from extract.report import Report

READS = "READS"
"""Environment variable: a file to which each reading adds a line, so that readings can be counted."""


def read(data: bytes, name: str, *, password: str | None = None, ocr: bool = True) -> Report:
    """Do what the text says, else give its lines as events."""
    text = data.decode()
    if READS in os.environ:
        handle = os.open(os.environ[READS], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(handle, f"{name}\n".encode())
        os.close(handle)
    if (killed := re.search(r"KILLED-(\d+)", text)) and _readings(name) <= int(killed[1]):
        os.kill(os.getpid(), signal.SIGKILL)
    for word in re.findall(r"FAULT-([a-z-]+)", text):
        FAULTS[word](name)
    if wait := re.search(r"WAIT-(\d+)", text):
        time.sleep(int(wait[1]) / 1000)
    day = date(2020, 1, 2)
    events = tuple(
        Event(
            project="",
            section="",
            kind="milestone",
            date_raw=line,
            edtf="2020-01-02",
            start=day,
            end=day,
            precision="day",
            approximate=False,
            ongoing=False,
            recurrence="",
            status="done",
            text=line,
            actor="",
            span=Span(0, len(line)),
        )
        for line in text.splitlines()
    )
    document = Document("txt", text, text, ())
    about = ReportRecord(title=text.partition("\n")[0])
    return Report(report_id(data), name, document, about, timeline=events)


def _readings(name: str) -> int:
    with open(os.environ[READS], encoding="utf-8") as file:  # noqa: PTH123 - as it was written
        return file.read().splitlines().count(name)


def _segfault(_name: str) -> None:
    ctypes.string_at(0)


def _hang(_name: str) -> NoReturn:
    while True:
        time.sleep(1)


def _hang_holding_everything(_name: str) -> None:
    ctypes.PyDLL(None).sleep(3600)  # PyDLL keeps the interpreter's lock


def _hog(_name: str) -> None:
    held = []
    while True:
        held.append(bytearray(16 << 20))


def _recurse(name: str) -> None:
    _recurse(name)


def _raise(_name: str) -> NoReturn:
    raise ZeroDivisionError("FAULT")


def _damaged(name: str) -> NoReturn:
    raise DamagedError(name, "FAULT")


FAULTS: dict[str, Callable[[str], object]] = {
    "segfault": _segfault,
    "abort": lambda _name: os.abort(),
    "exit": lambda _name: os._exit(3),
    "system-exit": lambda _name: sys.exit(5),
    "hang": _hang,
    "hang-locked": _hang_holding_everything,
    "memory": _hog,
    "recursion": _recurse,
    "exception": _raise,
    "damaged": _damaged,
}
