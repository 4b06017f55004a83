"""Two runs over one archive, document by document: what the newer one lost, gained and changed.

Documents meet by the bytes they were read from (`report_id`), else by their name. Only two documents are held
in memory at a time, so archives of any size can be compared.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import orjson

from extract.errors import DamagedError, NotFoundError
from extract.inputs import read_file
from extract.regression.compare import Change
from extract.regression.golden import differences, records_of

__all__ = ["Compared", "compare_runs", "totals"]


class Compared(NamedTuple):
    """One document of an archive in two runs.

    Attributes:
        name: Its name, of the newer run where it is there.
        where: `both`, `old` (it is gone), `new` (it came).
        records: Records of the older and of the newer run.
        changes: What differs, each with the name of its table; empty for a document of one run.
    """

    name: str
    where: str
    records: tuple[int, int]
    changes: tuple[tuple[str, Change], ...] = ()

    @property
    def counts(self) -> Counter[str]:
        """How many changes of each kind."""
        return Counter(str(change.kind) for _, change in self.changes)


def compare_runs(old: Path, new: Path) -> Iterator[Compared]:
    """Yield every document of two results of `bogoseo convert`, those of the newer run first.

    Raises:
        NotFoundError: One of the folders holds no report's JSON.
        DamagedError: A file there is no JSON of a report.
    """
    before, after = _reports(old), _reports(new)
    old_names = {path.name for path in before}
    new_names = {path.name for path in after}
    by_name = {name: path for path, name in before.items() if path.name not in new_names}
    matched = set()
    for path, name in after.items():
        earlier = old / path.name if path.name in old_names else by_name.get(name)
        if earlier is None:
            yield Compared(name, "new", (0, _size(path)))
            continue
        matched.add(earlier)
        yield _compared(name, earlier, path)
    for path, name in before.items():
        if path not in matched:
            yield Compared(name, "old", (_size(path), 0))


def totals(documents: Sequence[Compared]) -> dict[str, Counter[str]]:
    """Counts of changes by table, over all documents that both runs hold."""
    found: dict[str, Counter[str]] = {}
    for each in documents:
        for table, change in each.changes:
            found.setdefault(table, Counter())[change.kind] += 1
    return found


def _compared(name: str, earlier: Path, later: Path) -> Compared:
    wanted = records_of(read_file(earlier), str(earlier))
    found = records_of(read_file(later), str(later))
    sizes = sum(map(len, wanted.values())), sum(map(len, found.values()))
    return Compared(name, "both", sizes, tuple(differences(wanted, found)))


def _size(path: Path) -> int:
    return sum(map(len, records_of(read_file(path), str(path)).values()))


def _reports(folder: Path) -> dict[Path, str]:
    """The reports' JSON files of a run, with the names of their documents."""
    found = {}
    for path in sorted(folder.glob("*.json")):
        try:
            content = orjson.loads(read_file(path))
        except orjson.JSONDecodeError as error:
            raise DamagedError(str(path), str(error)) from error
        if isinstance(content, dict) and isinstance(content.get("report"), dict):
            found[path] = str(content["report"].get("source_file", path.stem))
    if not found:
        raise NotFoundError(str(folder / "*.json"))
    return found
