"""Differences for people, for programs and for test servers."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final
from xml.etree import ElementTree as ET

import orjson

from extract.messages import current, say
from extract.regression.compare import Change, tell
from extract.regression.golden import Result

__all__ = ["as_json", "as_junit", "as_text", "summary"]

_NO_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLE: Final = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def as_text(results: Sequence[Result], *, moves: bool = False) -> str:
    """What differs, document by document, and how many are as they were.

    Args:
        results: The documents.
        moves: Name every record that only moved; otherwise they are counted.
    """
    lines = []
    for each in results:
        if each.state != "same":
            lines += [
                f"{each.name}: {summary(each)}",
                *(f"  {line}" for line in _lines(each, moves=moves)),
            ]
    states = Counter(each.state for each in results)
    lines.append(
        say(
            f"문서 {len(results)}개: 같음 {states['same']}, 다름 {states['different']}, 기준 없음 {states['new']}, 읽지 못함 {states['failed']}",
            f"{len(results)} documents: {states['same']} as before, {states['different']} different, {states['new']} without golden records, {states['failed']} not read",
        )
    )
    return "\n".join(lines) + "\n"


def as_json(results: Sequence[Result]) -> bytes:
    """The same for programs: a list of documents, each with its changes."""
    content = [
        {
            "document": each.name,
            "state": each.state,
            "error": each.error.code if each.error else None,
            "changes": [change_object(table, change) for table, change in each.changes],
        }
        for each in results
    ]
    return orjson.dumps(content, default=str, option=_STYLE)


def as_junit(results: Sequence[Result]) -> bytes:
    """The same as JUnit's XML, which test servers read: one case a document."""
    states = Counter(each.state for each in results)
    suite = ET.Element(
        "testsuite",
        name="bogoseo",
        tests=str(len(results)),
        failures=str(states["different"] + states["new"]),
        errors=str(states["failed"]),
        skipped="0",
    )
    for each in results:
        case = ET.SubElement(suite, "testcase", classname="bogoseo", name=_xml(each.name))
        if each.state != "same":
            tag = "error" if each.state == "failed" else "failure"
            told = ET.SubElement(case, tag, message=_xml(summary(each)), type=each.state)
            told.text = _xml("\n".join(_lines(each, moves=False)))
    root = ET.Element("testsuites")
    root.append(suite)
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def summary(result: Result) -> str:
    """What became of a document, in a few words."""
    if result.error:
        return result.error.message(current())
    if result.state == "new":
        return say(
            "기준 기록이 없습니다 (--accept 로 남깁니다)", "no golden records (--accept keeps them)"
        )
    return counted(Counter(change.kind for _, change in result.changes))


def counted(kinds: Counter[str]) -> str:
    """Numbers of changes by kind: `잃음 2, 바뀜 1`."""
    words = (
        ("lost", say("잃음", "lost")),
        ("added", say("늘어남", "added")),
        ("changed", say("바뀜", "changed")),
        ("moved", say("옮겨짐", "moved")),
    )
    return ", ".join(f"{word} {kinds[kind]}" for kind, word in words if kinds[kind])


def change_object(table: str, change: Change) -> dict[str, object]:
    """A change as JSON has it."""
    return {
        "table": table,
        "kind": change.kind,
        "record": change.said,
        "fields": [each._asdict() for each in change.fields],
    }


def _lines(result: Result, *, moves: bool) -> list[str]:
    shown = [
        f"{table:<9} {tell(change)}"
        for table, change in result.changes
        if moves or change.kind != "moved"
    ]
    moved = Counter(table for table, change in result.changes if change.kind == "moved")
    told = [
        f"{table:<9} moved    {say(f'기록 {count}개', f'{count} records')}"
        for table, count in moved.items()
    ]
    return shown if moves else shown + told


def _xml(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
