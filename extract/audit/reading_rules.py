"""The rules of findings that come before any check: what the readers and the structure of a report were in doubt of.

A reader or `structure` that tells something new gets a row here; a test finds the one that has none.
"""

from typing import Final, NamedTuple

__all__ = ["READING", "ReadingRule"]


class ReadingRule(NamedTuple):
    """A rule of reading: its titles, as a check has them, how it is told, and what it says."""

    korean: str
    english: str
    severity: str
    says: str


READING: Final[dict[str, ReadingRule]] = {
    "input-not-read": ReadingRule(
        "읽지 못한 입력", "Inputs not read", "error",
        "The file could not be read at all; `actual` is the code of the error. Its status is `failed`.",
    ),
    "format-mismatch": ReadingRule(
        "이름과 다른 형식", "Formats unlike the name", "warning",
        "The name says one format and the content is of another, as which it was read.",
    ),
    "damaged-bytes": ReadingRule(
        "깨진 글자", "Damaged bytes", "warning",
        "Places of a text that its encoding can't say; they stand as U+FFFD.",
    ),
    "damaged-container": ReadingRule(
        "손상된 파일", "Damaged files", "warning",
        "A part of an HWP or HWPX file could not be read to its end. The status is `partial`.",
    ),
    "no-text": ReadingRule(
        "글자 없음", "No text", "warning",
        "The file was read and holds no text: pictures only, or damage.",
    ),
    "no-records": ReadingRule(
        "기록 없음", "No records", "warning",
        "No project, date, amount or table was found: perhaps no report.",
    ),
    "needs-ocr": ReadingRule(
        "그림인 쪽", "Pages that are pictures", "warning",
        "A page is a picture, or its letters are drawn, and no text recognition is installed or allowed.",
    ),
    "recognized-text": ReadingRule(
        "인식한 글자", "Recognised text", "warning",
        "The text of a page was recognised in its picture; compare it with the original.",
    ),
    "page-too-large": ReadingRule(
        "너무 복잡한 쪽", "Pages too large", "warning",
        "A page has too many pieces of text and was not read.",
    ),
    "table-too-large": ReadingRule(
        "너무 큰 표", "Tables too large", "warning",
        "A table of a page is too large; its text was read without its cells.",
    ),
    "duplicate-page": ReadingRule(
        "되풀이된 쪽", "Repeated pages", "info",
        "A page repeats the one before it and was read once.",
    ),
    "figures-differ": ReadingRule(
        "다르게 읽힌 숫자", "Figures read differently", "warning",
        "With `--second-engine`: two ways of reading the figures of a page of a PDF differ.",
    ),
    "table-geometry": ReadingRule(
        "맞지 않는 표", "Tables that do not fit", "warning",
        "The addresses or spans of a table in HWP or HWPX contradict each other; its cells decided.",
    ),
    "table-span-clipped": ReadingRule(
        "잘라낸 병합", "Spans cut off", "warning",
        "A table in Word declares more columns than it has; those that bound a cell were kept.",
    ),
    "table-shape": ReadingRule(
        "알 수 없는 표의 제목", "Tables without certain heads", "info",
        "The heads of a table set with blanks alone can't be told for certain: it was not read as one.",
    ),
    "embedded-document": ReadingRule(
        "안에 든 문서", "Embedded documents", "warning",
        "Another document inside a Word file was not read. The status is `partial`.",
    ),
    "nesting-limit": ReadingRule(
        "너무 깊은 문서", "Nested too deep", "warning",
        "The elements of an HTML page are nested too deep; what is inside was not read.",
    ),
    "project-match": ReadingRule(
        "제목 없는 사업", "Projects without a title", "warning",
        "A project without a title was taken for one of the list by its order, and its words fit another better, or nothing but the order says so.",
    ),
    "project-without-section": ReadingRule(
        "본문 없는 사업", "Projects without a part", "warning",
        "No part of the report was found for a project that its list names.",
    ),
    "project-not-listed": ReadingRule(
        "목록에 없는 사업", "Projects not listed", "info",
        "The report holds a project that its own list does not name.",
    ),
}  # fmt: skip
