"""The house rules that no linter knows: sizes, tables against folders, names, words for all."""

import ast
import doctest
import re
import subprocess
import sys
from collections.abc import Collection, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("extract", "normalize")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_FILE = 300
LONGEST_TEST = 400
LONGEST_FUNCTION = 40

TABLES = {
    "extract.readers": "READERS",
    "extract.commands": "COMMANDS",
    "extract.emit": "EMITTERS",
    "extract.parsers": "PARSERS",
    "extract.audit": "CHECKS",
    "extract.load": "LOADERS",
    "extract.engines": "ENGINES",
}
"""Package -> the table that names the modules of its kinds."""

VAGUE = frozenset({"utils", "util", "helpers", "helper", "common", "core", "manager", "misc"})
BUILTIN_RAISES = frozenset({
    "ArithmeticError", "Exception", "IOError", "KeyError", "LookupError", "OSError",
    "RuntimeError", "ValueError",
})  # fmt: skip
"""What a user could meet must be an error of ours; a TypeError is a programmer's own."""

PURE = frozenset({
    "__future__", "bisect", "calendar", "collections", "collections.abc", "dataclasses",
    "datetime", "decimal", "enum", "fractions", "functools", "itertools", "math", "operator", "re",
    "regex", "string", "types", "typing", "unicodedata",
})  # fmt: skip
"""What `normalize` may import beside itself: nothing that reads a file, a clock or chance."""


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for each in ast.walk(node):
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            yield each


def imported(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Import):
            yield from (alias.name for alias in each.names)
        elif isinstance(each, ast.ImportFrom):
            yield ("." * each.level) + (each.module or "")


every_source = pytest.mark.parametrize("path", SOURCES, ids=relative)
every_file = pytest.mark.parametrize("path", SOURCES + TESTS, ids=relative)


@every_file
def test_a_file_is_read_in_one_sitting(path: Path) -> None:
    # A corpus is a table: it is looked up, not read.
    longest = LONGEST_FILE if path in SOURCES else LONGEST_TEST
    if not path.stem.endswith("_corpus"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= longest


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its decorators and docstring: words for people cost nothing."""
    first = function.body[0]
    documented = ast.get_docstring(function, clean=False) is not None
    words = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - words


@every_file
def test_a_function_fits_the_screen(path: Path) -> None:
    # A fixture that spells out a whole report is a table too.
    if path.name == "conftest.py":
        return
    long = {f"{each.name}:{each.lineno}": body_lines(each) for each in functions(tree(path))}
    assert {name: size for name, size in long.items() if size > LONGEST_FUNCTION} == {}


@every_file
def test_names_say_what_a_module_is(path: Path) -> None:
    assert VAGUE.isdisjoint(part.strip("_") for part in name_of(path).split("."))


@every_file
def test_nothing_is_left_undone(path: Path) -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
    text = path.read_text(encoding="utf-8")
    assert [mark for mark in marks if mark in text] == []


@every_source
def test_tests_that_a_file_names_exist(path: Path) -> None:
    """A docstring that says where a new row belongs names a file that is there."""
    named = re.findall(r"tests/[\w/]+\.py", path.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


@every_source
def test_nothing_is_a_stub(path: Path) -> None:
    stubs = [
        each.lineno
        for each in ast.walk(tree(path))
        if isinstance(each, ast.Raise) and "NotImplementedError" in ast.unparse(each)
    ]
    assert stubs == []


@every_file
def test_every_suppression_gives_its_reason(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    bare = [
        number
        for number, line in enumerate(lines, 1)
        for mark in ("# no" + "qa", "# type: ig" + "nore", "# prag" + "ma: no")
        if mark in line and not _reasoned(line.split(mark, 1)[1])
    ]
    assert bare == []


def _reasoned(rest: str) -> bool:
    return any(len(rest.partition(sign)[2].strip()) > 8 for sign in (" - ", "  # ", "; "))


@every_source
def test_public_names_are_documented(path: Path) -> None:
    module = tree(path)
    assert ast.get_docstring(module), "the module says what it is for"
    bare = [name for name, node in public(module) if not ast.get_docstring(node)]
    assert bare == []


def public(
    node: ast.Module | ast.ClassDef,
) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]]:
    for each in node.body:
        if not isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if not each.name.startswith("_"):
            yield each.name, each
            if isinstance(each, ast.ClassDef):
                yield from public(each)


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if name_of(path).startswith("extract")], ids=relative
)
def test_extract_raises_its_own_errors(path: Path) -> None:
    raised = [
        f"{each.lineno}: {ast.unparse(each.exc)}"
        for each in ast.walk(tree(path))
        if isinstance(each, ast.Raise) and each.exc is not None
        if ast.unparse(each.exc).split("(")[0] in BUILTIN_RAISES
    ]
    assert raised == []


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if name_of(path).startswith("normalize")], ids=relative
)
def test_normalize_is_pure(path: Path) -> None:
    names = {name for name in imported(tree(path)) if name.split(".")[0] != "normalize"}
    assert names <= PURE


@every_source
def test_no_relative_imports_and_no_import_from_the_root(path: Path) -> None:
    names = list(imported(tree(path)))
    assert [name for name in names if name.startswith(".")] == []
    if name_of(path) != "extract.__main__":
        assert "extract" not in names, "import from the module, never from the package's root"


def table_of(package: str) -> dict[str, str] | None:
    found = getattr(import_module(package), TABLES[package], None)
    return dict(found) if found is not None else None


@pytest.mark.parametrize("package", TABLES)
def test_a_table_names_modules_that_exist(package: str) -> None:
    table = table_of(package)
    assert table, f"{package}.{TABLES[package]} names the modules"
    missing = {kind: name for kind, name in table.items() if find_spec(name.split(":")[0]) is None}
    assert missing == {}


@pytest.mark.parametrize("package", ["extract.readers", "extract.commands"])
def test_every_kind_of_a_folder_is_in_its_table(package: str) -> None:
    folder = ROOT.joinpath(*package.split("."))
    entry = "read" if package == "extract.readers" else "run"
    kinds = set()
    for path in [*folder.glob("*.py"), *folder.glob("*/__init__.py")]:
        defined = {node.name for node in tree(path).body if isinstance(node, ast.FunctionDef)}
        if entry in defined and path != folder / "__init__.py":
            kinds.add(name_of(path))
    named = {name.split(":")[0] for name in (table_of(package) or {}).values()}
    assert kinds == named


def test_import_contracts_hold() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_modules_form_no_cycle() -> None:
    names = {name_of(path): path for path in SOURCES}
    arrows = {
        name: {found for found in at_load(tree(path), names) if found in names and found != name}
        for name, path in names.items()
    }
    before = None
    while (
        arrows != before
    ):  # take away what imports nothing that is left, or is imported by nothing
        before = arrows
        imported_by_any = set().union(*arrows.values())
        arrows = {
            name: to & arrows.keys() for name, to in arrows.items() if name in imported_by_any
        }
        arrows = {name: to for name, to in arrows.items() if to}
    assert arrows == {}


def at_load(module: ast.Module, names: Collection[str]) -> Iterator[str]:
    """Modules that are imported with `module`: not those for types or inside functions."""
    for each in module.body:
        if isinstance(each, ast.Import):
            yield from imported(each)
        elif isinstance(each, ast.ImportFrom):
            members = {f"{each.module}.{alias.name}" for alias in each.names}
            submodules = members.intersection(names)
            yield from submodules
            if submodules != members:
                yield each.module or ""


@every_source
def test_examples_run(path: Path) -> None:
    if ">>>" not in path.read_text(encoding="utf-8"):
        return
    result = doctest.testmod(import_module(name_of(path)), optionflags=doctest.ELLIPSIS)
    assert result.failed == 0


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_no_group_is_repeated_possessively(path: Path) -> None:
    # Python before 3.11.5 leaves the place wrong where the last round of such a group fails (gh-106052); an atomic
    # group, (?>(?:…)+) for (?:…)++, says the same.
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"(?<![\\(])\)(?:\+|\*|\?|\{[0-9, {}]*\})\+", text)
