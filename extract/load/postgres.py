"""`postgresql://…`: into a PostgreSQL server (extra `postgres`).

A loader that nobody disturbs copies the rows of new and changed reports to their places at once, and
lets others wait with theirs. One that finds another at work copies into temporary tables first.
Then one statement writes the digests of all reports in the order of their ids, which makes loaders
of the same reports wait for each other in that order, so none can wait in a circle; what it did not
change was loaded by another meanwhile. Then the rows of the reports that changed are replaced.
Either way all of it is one transaction. An advisory lock lets loaders come to their places one by
one: what one takes away, another could be about to bring.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final, NamedTuple

import psycopg
from psycopg import Cursor, errors

from extract.errors import LoadError
from extract.load.address import Address
from extract.load.batches import Batch, ahead, batches
from extract.load.digest import SEPARATOR, digest, lines_of
from extract.load.origins import CURRENT, beginning, take_away
from extract.load.schema import LEDGER, VERSIONS, Dialect, migration
from extract.load.summary import Refused, Summary
from extract.load.tables import STORED, Cells, ReportRows

__all__ = ["DIALECT", "load"]

DIALECT: Final = Dialect(
    {
        "id": 'text collate "C"',
        "string": "text",
        "integer": "bigint",
        "number": "numeric",
        "float": "double precision",
        "boolean": "boolean",
        "date": "date",
    },
    comments=True,
)

_BUFFERS: Final = "64MB"  # of the server, for the temporary tables of a load
_MIGRATING: Final = 0x626F676F73656F  # the advisory lock: `bogoseo` in ASCII
_WRITING: Final = _MIGRATING + 1  # held from the first row in its place to the end

_STAGED: Final = "incoming_"
_COPY: Final = f"copy {{}} from stdin with (delimiter '{SEPARATOR}', null '')"
_ESCAPES: Final = {ord(each): f"\\{each}" for each in ("\\", "\n", "\r", SEPARATOR)}


class _Lines(NamedTuple):
    """A report as COPY takes it.

    Attributes:
        report_id: Its id.
        digest: Of its rows.
        texts: Table -> lines, where there are any; the ledger's too.
        number: Rows of all tables.
        refused: Why it can't be stored.
    """

    report_id: str
    digest: str
    texts: Mapping[str, str] = MappingProxyType({})
    number: int = 0
    refused: Refused | None = None


def load(address: Address, reports: Iterable[ReportRows], origin: str = "") -> Summary:
    """Load reports into the server's database, into the first schema of the search path.

    Args:
        address: The database.
        reports: All that the source holds.
        origin: The source; see `extract.load.origins`.

    Raises:
        LoadError: The server can't be reached, or refuses a row.
    """
    try:
        with psycopg.connect(address.text, application_name="bogoseo load") as connection:
            _migrate(connection, address)
            with connection.transaction(), connection.cursor() as cursor:
                return _load(cursor, reports, origin)
    except psycopg.Error as error:
        # A message of the server may quote a row; its first line says what is wrong.
        raise LoadError(address.shown, str(error).partition("\n")[0]) from error


def _migrate(connection: psycopg.Connection, address: Address) -> None:
    """Make or extend the tables; loaders that start together do it one after the other."""
    with connection.transaction(), connection.cursor() as cursor:
        pending = list(migration(DIALECT, _version(cursor), address.shown))
        if not pending:
            return
        cursor.execute("select pg_advisory_xact_lock(%s)", (_MIGRATING,))
        for statement in migration(DIALECT, _version(cursor), address.shown):
            _run(cursor, statement)


def _is_there(cursor: Cursor, name: str) -> bool:
    # Looked up as rows: what `to_regclass` remembers may be older than the lock.
    cursor.execute(
        "select 1 from pg_tables where schemaname = current_schema() and tablename = %s",
        (name,),
    )
    return cursor.fetchone() is not None


def _version(cursor: Cursor) -> int:
    if not _is_there(cursor, VERSIONS):
        return 0
    _run(cursor, f"select max(version) from {VERSIONS}")
    found = cursor.fetchone()
    return int(found[0]) if found else 0


def _run(cursor: Cursor, statement: str) -> int:
    """Run a statement made of names and texts of ours, and return how many rows it wrote."""
    cursor.execute(statement)
    return max(cursor.rowcount, 0)


def _load(cursor: Cursor, reports: Iterable[ReportRows], origin: str) -> Summary:
    summary = Summary()
    _run(cursor, f"{beginning(DIALECT)} on commit drop")
    if _undisturbed(cursor):
        for batch in ahead(_ready(batches(reports))):
            summary.rows += _copy(cursor, batch, summary, "")
        summary.removed = take_away(partial(_number, cursor), origin)
        return summary
    _run(cursor, f"set temp_buffers = '{_BUFFERS}'")
    for name in (*STORED, LEDGER):
        _run(cursor, f"create temp table {_STAGED}{name} (like {name}) on commit drop")
    for batch in ahead(_ready(batches(reports))):
        _copy(cursor, batch, summary, _STAGED)
    staged = summary.loaded
    cursor.execute("select pg_advisory_xact_lock(%s)", (_WRITING,))
    if staged:
        summary.loaded, summary.rows = _apply(cursor, staged)
        summary.unchanged += staged - summary.loaded
    summary.removed = take_away(partial(_number, cursor), origin)
    return summary


def _number(cursor: Cursor, statement: str) -> int:
    """Run a statement, and return the number that it finds."""
    _run(cursor, statement)
    found = cursor.fetchone() if cursor.description else None
    return int(found[0]) if found else 0


def _undisturbed(cursor: Cursor) -> bool:
    """Tell whether no other loader writes; if so, none does until the transaction ends."""
    try:
        with cursor.connection.transaction():
            cursor.execute("select pg_try_advisory_xact_lock(%s)", (_WRITING,))
            if cursor.fetchone() != (True,):
                return False
            # Readers are not held up; other loaders are, where they would write digests.
            _run(cursor, f"lock table {LEDGER} in share row exclusive mode nowait")
    except (errors.LockNotAvailable, errors.InsufficientPrivilege):
        return False
    return True


def _remove(cursor: Cursor, reports: list[str]) -> None:
    for name in (LEDGER, *reversed(STORED)):
        cursor.execute(f"delete from {name} where report_id = any(%s)", (reports,))


def _ready(found: Iterable[Batch]) -> Iterator[list[_Lines]]:
    """Yield the lines of reports: worked out while the server works on those before."""
    for batch in found:
        yield [_lines(report) for report in batch]


def _lines(report: ReportRows) -> _Lines:
    lines = lines_of(report)
    found = _Lines(report.report_id, digest(lines))
    if any("\0" in text for text in lines.values()):
        return found._replace(refused=_refusal(report))
    texts = {
        name: _escaped(lines[name], rows) + "\n" for name, rows in report.tables.items() if rows
    }
    texts[LEDGER] = f"{found.report_id}{SEPARATOR}{found.digest}\n"
    return found._replace(texts=texts, number=sum(map(len, report.tables.values())))


def _copy(cursor: Cursor, batch: list[_Lines], summary: Summary, prefix: str) -> int:
    """Copy the reports that look new into the tables of that prefix; return how many rows."""
    ids = [report.report_id for report in batch]
    cursor.execute(
        f"insert into {CURRENT} select unnest(%s::text[]) on conflict do nothing", (ids,)
    )
    cursor.execute(f"select report_id, digest from {LEDGER} where report_id = any(%s)", (ids,))
    known: dict[str, str] = dict(cursor.fetchall())
    new = [report for report in batch if known.get(report.report_id) != report.digest]
    summary.unchanged += len(batch) - len(new)
    summary.refused += [report.refused for report in new if report.refused]
    new = [report for report in new if not report.refused]
    summary.loaded += len(new)
    if not prefix:
        _remove(cursor, [report.report_id for report in new])
    for name in (*STORED, LEDGER):
        texts = [report.texts[name] for report in new if name in report.texts]
        if texts:
            with cursor.copy(_COPY.format(prefix + name)) as copy:
                copy.write("".join(texts).encode("utf-8", "replace"))
    return sum(report.number for report in new)


def _refusal(report: ReportRows) -> Refused:
    """Say where a report holds the one character that PostgreSQL can't store."""
    place = next(
        f"{name}.{column.name}"
        for name, table in STORED.items()
        for row in report.tables[name]
        for column, text in zip(table.columns, row, strict=True)
        if "\0" in text
    )
    return Refused(report.source_file, place, "U+0000")


def _escaped(lines: str, rows: list[Cells]) -> str:
    """Return lines as COPY takes them; most hold nothing that has to be escaped."""
    plain = (
        "\\" not in lines
        and "\r" not in lines
        and lines.count("\n") == len(rows) - 1
        and lines.count(SEPARATOR) == len(rows) * (len(rows[0]) - 1)
    )
    if plain:
        return lines
    return "\n".join(SEPARATOR.join(text.translate(_ESCAPES) for text in row) for row in rows)


def _apply(cursor: Cursor, staged: int) -> tuple[int, int]:
    """Replace the reports that changed, and return how many they are and how many rows they have."""
    _run(cursor, 'create temp table changed (report_id text collate "C") on commit drop')
    changed = _run(
        cursor,
        f"with written as (insert into {LEDGER} as old select * from {_STAGED}{LEDGER} "
        "order by report_id on conflict (report_id) do update set digest = excluded.digest "
        "where old.digest <> excluded.digest returning report_id) "
        "insert into changed select report_id from written",
    )
    _run(cursor, "analyze changed")
    for name in reversed(STORED):
        _run(cursor, f"delete from {name} where report_id in (select report_id from changed)")
    # Where no other loader was faster, all that was copied is new.
    some = "" if changed == staged else " where report_id in (select report_id from changed)"
    rows = sum(
        _run(cursor, f"insert into {name} select * from {_STAGED}{name}{some}") for name in STORED
    )
    return changed, rows
