"""The reports that a store holds, in the order of their names, each under its name.

Names are given as `bogoseo convert` gives them: the file's name; where names meet, its path inside
what was given. They follow from the files that the store knows, so a report may be called otherwise
once a second file of its name has come.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extract.batch.codec import OtherShapeError, decode
from extract.batch.reading import Cause, error_of
from extract.batch.store import Store
from extract.errors import EmptyFileError, UnreadableError, UsageError
from extract.messages import say
from extract.pipeline import failed_report
from extract.report import Report

__all__ = ["reports"]

_LOST: Final = Cause(UnreadableError.code, "read by another version; the file is gone")

# A file that is gone lends its name only where nothing else has its bytes.
_NAMED: Final = """
WITH present AS (
  SELECT DISTINCT document FROM location WHERE state IN ('known', 'waiting')
), counted AS (
  SELECT *, count(*) OVER (PARTITION BY name) AS alike FROM location
  WHERE state <> 'gone' OR document NOT IN (SELECT document FROM present WHERE document NOT NULL)
), named AS (
  SELECT *, iif(alike > 1, inside, name) AS label FROM counted
), numbered AS (
  SELECT *, row_number() OVER (PARTITION BY label ORDER BY inside, path) AS number,
    row_number() OVER (PARTITION BY document ORDER BY inside, path) AS place
  FROM named
)
SELECT label || iif(number > 1, '#' || number, ''), sha256,
  location.state, location.code, location.detail, status, document.code, document.detail,
  hint_korean, hint_english, format, document.id
FROM numbered AS location
LEFT JOIN document ON document.id = location.document
WHERE (location.state = 'failed' OR document.status IS NOT NULL) AND (sha256 IS NULL OR place = 1)
ORDER BY inside, path
"""


def reports(store: Store) -> Iterator[Report]:
    """Yield every report of the store, one at a time, failed ones too.

    The store may be written meanwhile: what is yielded is as it was at the beginning.

    Raises:
        UsageError: Another version of the program read a document, so it must be read again.
    """
    with store.watched():
        rows = store.database.execute(_NAMED)
    empty = False
    while True:
        with store.watched():
            row = rows.fetchone()
        if row is None:
            return
        name, sha256, state, location_code, location_detail, status, *cause, form, document = row
        if sha256 is None:
            refused = error_of(Cause(location_code, location_detail), name)
            if isinstance(refused, EmptyFileError):
                # All empty files are one document, as all files of the same bytes are.
                if empty:
                    continue
                empty = True
            yield failed_report(refused, name)
        elif status == "failed":
            yield _failed(name, sha256, Cause(*cause), form)
        else:
            try:
                yield decode(_body(store, document), report_id=sha256[:16], source_file=name)
            except OtherShapeError as error:
                if state != "gone":
                    raise _outdated(store) from error
                yield _failed(name, sha256, _LOST, form)


def _outdated(store: Store) -> UsageError:
    command = f"bogoseo batch --store {store.path}"
    told = say(
        f"다른 판의 프로그램이 읽은 문서가 있습니다. 먼저 {command}",
        f"another version of the program read some documents; first: {command}",
    )
    return UsageError(str(store.path), told)


def _failed(name: str, sha256: str, cause: Cause, form: str) -> Report:
    failed = failed_report(error_of(cause, name), name)
    document = replace(failed.document, format=form)
    return replace(failed, report_id=sha256[:16], document=document)


def _body(store: Store, document: int) -> bytes:
    # Not in the query above: SQLite would carry every report through its sorting.
    with store.watched():
        query = "SELECT body FROM content WHERE document = ?"
        body: bytes = store.database.execute(query, (document,)).fetchone()[0]
        return body
