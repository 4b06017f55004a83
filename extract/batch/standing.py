"""How a store stands: counts, and what failed."""

from collections.abc import Iterator

from extract.batch.reading import Cause, error_of
from extract.batch.store import Store
from extract.errors import InputError

__all__ = ["failures", "standing"]


def standing(store: Store) -> dict[str, int]:
    """Return counts by name: files, documents, ok, partial, failed, left, gone, records."""
    with store.watched():
        files = store.database.execute(
            "SELECT count(*), coalesce(sum(state = 'failed'), 0),"
            " coalesce(sum(state = 'waiting'), 0), coalesce(sum(state = 'gone'), 0) FROM location"
        ).fetchone()
        documents = store.database.execute(
            "SELECT count(*), coalesce(sum(status = 'ok'), 0),"
            " coalesce(sum(status = 'partial'), 0), coalesce(sum(status = 'failed'), 0),"
            " coalesce(sum(state <> 'done'), 0), coalesce(sum(events), 0),"
            " coalesce(sum(funding), 0), coalesce(sum(findings), 0) FROM document"
        ).fetchone()
    count, refused, waiting, gone = files
    contents, fine, partial, failed, left, events, funding, findings = documents
    return {
        "files": count,
        "documents": contents,
        "ok": fine,
        "partial": partial,
        "failed": refused + failed,
        "left": waiting + left,
        "gone": gone,
        "events": events,
        "funding": funding,
        "findings": findings,
    }


def failures(store: Store, limit: int | None) -> Iterator[InputError]:
    """Yield what failed, by name; at most `limit` of them."""
    with store.watched():
        rows = store.database.execute(
            "SELECT inside, code, detail, '', '' FROM location WHERE state = 'failed'"
            " UNION ALL SELECT min(location.inside), document.code, document.detail, hint_korean,"
            " hint_english FROM document JOIN location ON location.document = document.id"
            " WHERE document.status = 'failed' GROUP BY document.id ORDER BY 1 LIMIT ?",
            (-1 if limit is None else limit,),
        )
        for name, *cause in rows:
            yield error_of(Cause(*cause), name)
