"""A store to files: the same files, byte for byte, that converting the archive at once would give."""

from pathlib import Path

from extract.batch.contents import reports
from extract.batch.store import Store
from extract.emit import begin
from extract.emit.options import EmitOptions
from extract.emit.staging import Staging

__all__ = ["export"]


def export(store: Store, out: Path, formats: tuple[str, ...], options: EmitOptions) -> int:
    """Write the reports of `store` into the folder `out`; return how many.

    Args:
        store: Open for reading; it may be written meanwhile.
        out: The folder.
        formats: Output formats, of `extract.emit.EMITTERS`.
        options: See `EmitOptions`.

    Raises:
        OutputError: Nothing was written; an earlier run's files are as they were.
    """
    count = 0
    with Staging(out) as staging:
        emitters = begin(formats, staging, options)
        for report in reports(store):
            for emitter in emitters:
                emitter.add(report)
            count += 1
        for emitter in emitters:
            emitter.close()
        staging.commit()
    return count
