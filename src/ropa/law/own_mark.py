"""What of dated tables is not the library's own: the rows that somebody added, counted and told by a short mark."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from ropa.law.standard import standard
from ropa.law.tables import IN_FILE, Tables

USUAL: tuple[object, ...] = (None, "", (), {})
"""What a row says nothing with: a field of a later version leaves the mark as it was."""


def own_in(tables: Tables | None) -> tuple[tuple[str, Any], ...]:
    """Every row that is not the library's own, with what its table is called in a file.

    >>> own_in(standard()), own_in(None)
    ((), ())
    """
    return tuple(_own(tables)) if tables is not None and tables is not standard() else ()


def own_mark(tables: Tables | None) -> str | None:
    """The SHA-256 of these rows, in hexadecimal; None where there are none.

    >>> own_mark(standard()) is None
    True
    """
    rows = [
        [name, {key: one for key, one in asdict(row).items() if one not in USUAL}]
        for name, row in own_in(tables)
    ]
    return sha256(json.dumps(rows, sort_keys=True, default=str).encode()).hexdigest() if rows else None


def _own(tables: Tables) -> Iterator[tuple[str, Any]]:
    ours = standard()
    for name, table in IN_FILE.items():
        known = tuple(getattr(ours, "eea" if name == "memberships" else name))
        held = getattr(tables, "eea" if name == "memberships" else name)
        yield from ((table, row) for row in held if row not in known)
