"""Whoever answers a question with tables hands them on: no rule and no what-if falls back on the library's own rows."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ropa

HOME = Path(ropa.__file__).parent
ASKS = {
    "adequate", "age_of", "authorities_in", "authority_of", "beside_law", "broken", "fallen", "in_eea", "is_within", "judge",
    "judged", "listed_in", "outside_eea", "place_of", "terms_of", "transfers", "transfers_of", "verdicts", "because",
}  # fmt: skip
"""Functions that look something up in the tables they are given."""
ROOMS = ("rules", "sharing/impact", "sharing/gaps", "transfer")
FILES = sorted(
    [file for room in ROOMS for file in (HOME / room).rglob("*.py")] + [HOME / "sharing" / "safeguards.py"]
)
OTHERS = {"rules/interests.py", "rules/answered.py"}
"""Where one of these names is that of something else."""


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    """The calls of such a function that was imported from the law, or from whoever asks it."""
    imported = {
        alias.name
        for one in ast.walk(tree)
        if isinstance(one, ast.ImportFrom)
        and (one.module or "").startswith(("ropa.law", "ropa.transfer", "ropa.rules", "ropa.sharing"))
        and one.module != "ropa.rules.interests"
        for alias in one.names
    }
    for one in ast.walk(tree):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in ASKS & imported:
            yield one


def hands_on(call: ast.Call) -> bool:
    """Whether tables are among what it is given."""
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    return any(
        "tables" in (getattr(one, "id", ""), getattr(one, "attr", "")) or getattr(one, "id", "") == "rows"
        for one in given
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOME)))
def test_tables_are_handed_on(file: Path) -> None:
    """Each call of a function that looks something up."""
    if str(file.relative_to(HOME)) in OTHERS:
        return
    for call in calls(ast.parse(file.read_text("utf-8"))):
        assert hands_on(call), f"{file.name}:{call.lineno} asks the tables and gives none"


def test_the_test_sees_them() -> None:
    """A call without tables is told from one with them."""
    source = "from ropa.law import in_eea\nin_eea('NL', on)\nin_eea('NL', on, tables)\nin_eea('NL', on, self.tables)"
    assert [hands_on(one) for one in calls(ast.parse(source))] == [False, True, True]
