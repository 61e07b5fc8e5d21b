"""The laws of the house, as far as a machine can see them: floors, sizes, names, and one home for each fact."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import ropa
from ropa.fields import every_card
from ropa.sharing import sharing_graph

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "ropa"
FILES = sorted(SRC.rglob("*.py"))
MOST_LINES = 250
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "base", "core", "types", "manager", "misc"}

LONG = {"__init__.py", "model/shape.py", "model/register.py"}
"""Modules of more than 250 lines; each says in its docstring why."""

EXPORTERS = ("formats/excel", "formats/graph", "formats/page", "formats/pdf", "formats/svg.py", "drawing")
ALSO_SOMETHING_ELSE = {
    "ropa": "the name of this library",
    "title": "what a style, a picture or a document has",
    "note": "the provision beside a label",
    "right": "where there is also a left",
    "date": "a kind of cell",
    "number": "a kind of cell",
    "on": "the day of a picture",
    "language": "the reader's",
    "holder": "whose graph it is: an attribute of the graph",
    "source": "a kind of flow as it is drawn",
    "key": "of an edge",
    "by": "by what a graph is folded",
    "flows": "a phrase of the picture",
    "parties": "a phrase of the picture",
    "activities": "a phrase of the picture",
}
"""Words that name a field and, in a printer, something of its own."""


def name(path: Path) -> str:
    return str(path.relative_to(SRC))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in a module that is no docstring."""
    documents = {
        id(node.value)
        for parent in ast.walk(tree(path))
        for node in ast.iter_child_nodes(parent)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield node.lineno, node.value


every_file = pytest.mark.parametrize("path", FILES, ids=name)


@every_file
class TestEveryFile:
    """Each module by itself."""

    def test_is_not_too_long(self, path: Path) -> None:
        """At most 250 lines; more needs a reason in the docstring and a place in the list."""
        lines = len(path.read_text("utf-8").splitlines())
        doc = ast.get_docstring(tree(path)) or ""
        if name(path) in LONG:
            assert re.search(r"\b(because|so that|together)\b", doc), f"{name(path)} says not why"
        else:
            assert lines <= MOST_LINES, f"{name(path)} has {lines} lines"

    def test_says_what_it_is_for(self, path: Path) -> None:
        """A docstring that begins with a sentence."""
        if path.read_text("utf-8").strip():
            first = (ast.get_docstring(tree(path)) or "").split("\n\n")[0]
            assert re.search(r"[.:]$", first.strip()), f"{name(path)}: {first!r}"

    def test_has_a_name_that_says_something(self, path: Path) -> None:
        """No drawer for whatever fits nowhere."""
        assert {path.stem, *path.relative_to(SRC).parent.parts}.isdisjoint(FORBIDDEN)

    def test_starts_nothing(self, path: Path) -> None:
        """Importing prints nothing and opens nothing: no bare calls at the top, the starter of the command apart."""
        if name(path) == "__main__.py":
            return
        calls = [
            node.lineno
            for node in tree(path).body
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
        ]

        assert calls == []

    def test_prints_and_exits_only_in_the_command_line(self, path: Path) -> None:
        """The library prints nothing and exits nowhere."""
        if name(path).startswith("cli") or name(path) == "__main__.py":
            return
        calls = {
            node.func.id
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }

        assert calls.isdisjoint({"print", "exit", "quit", "eval", "exec", "input"})


def test_allowances_are_used() -> None:
    """A module that became short again leaves the list."""
    long = {name(path) for path in FILES if len(path.read_text("utf-8").splitlines()) > MOST_LINES}

    assert long >= LONG


def spelled(path: Path) -> Iterator[tuple[int, str]]:
    """The fields of the model that a printer names; the drawing may name what the sharing graph says it has."""
    keys = {one.key for one in every_card()}
    if name(path).startswith(("drawing", "formats/svg.py", "formats/graph", "formats/page")):
        keys -= set(re.findall(r"`(\w+)`", sharing_graph.__doc__ or ""))
    return ((line, text) for line, text in literals(path) if text in keys)


def test_exporters_spell_no_field() -> None:
    """A printer draws what it is given: it names no field of the model."""
    printers = [path for path in FILES if name(path).startswith(EXPORTERS)]
    found = [(path, line, text) for path in printers for line, text in spelled(path)]

    assert len(printers) > 20
    assert [
        f"{name(path)}:{line}: {text}" for path, line, text in found if text not in ALSO_SOMETHING_ELSE
    ] == []
    assert set(ALSO_SOMETHING_ELSE) <= {text for _, _, text in found}, (
        "take what no printer says off the list"
    )


def test_labels_come_from_the_glossary() -> None:
    """No Dutch, French or German label of a field is spelled in Python."""
    english = {one.label("en") for one in every_card()} | set(ropa.__all__)
    labels = {one.label(language) for one in every_card() for language in ("nl", "fr", "de")} - english
    found = [
        f"{name(path)}:{line}: {text}" for path in FILES for line, text in literals(path) if text in labels
    ]

    assert found == []


def test_heavy_libraries_stay_in_their_rooms() -> None:
    """openpyxl in the workbook, reportlab in the PDF, networkx in the graph, click and rich in the command line."""
    rooms = {
        "openpyxl": ("formats/excel",),
        "reportlab": ("formats/pdf", "typeface"),
        "networkx": ("sharing", "cli/graph.py", "drawing", "formats"),
        "click": ("cli",),
        "rich": ("cli",),
    }
    for path in FILES:
        for node in ast.walk(tree(path)):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for room in (rooms[one.partition(".")[0]] for one in names if one.partition(".")[0] in rooms):
                assert name(path).startswith(room)


def test_floors() -> None:
    """Imports only go down, and neighbours do not know each other: every room has a floor."""
    command = Path(sys.executable).with_name("lint-imports")
    found = str(command) if command.exists() else shutil.which("lint-imports")
    if found is None:
        pytest.skip("import-linter is not installed")
    done = subprocess.run(
        [found, "--no-cache"], cwd=ROOT, env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout
