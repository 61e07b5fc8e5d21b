"""Changes as Markdown: nothing of a register is taken for markup."""

from __future__ import annotations

from datetime import date

from ropa.changes import diff
from ropa.formats.changes.markdown import write
from ropa.model import Register

OLD = Register(holder="a", parties=[{"key": "a", "name": "Shop"}])


def test_tables() -> None:
    """A heading for each weight, a row for each change."""
    found = diff(OLD, OLD.replace("a", name="Shop|<b>", country="BE", **{"x-own": 1}), on=date(2026, 6, 1))

    assert write(found, "nl").splitlines() == [
        "# Wat er veranderde",
        "",
        "stand per 2026-06-01",
        "",
        "## Andere wijzigingen",
        "",
        "| Wijziging | Waar | Voorheen | Nu | Bepaling |",
        "| --- | --- | --- | --- | --- |",
        "| Partij hernoemd |  | Shop | Shop&#124;&#60;b&#62; | artikel 30, lid 1, onder a) |",
        "| Toegevoegd bij “Land van vestiging” | Shop&#124;&#60;b&#62; |  | België | artikel 27 |",
        "| Toegevoegd bij “x-own” | Shop&#124;&#60;b&#62; |  | 1 |  |",
    ]


def test_nothing() -> None:
    """Is said."""
    assert write(diff(OLD, OLD)) == "# What changed\n\nNothing changed."
