"""From a register to a file, in the short forms a person would write."""

from __future__ import annotations

import json as json_module
from datetime import date
from pathlib import Path
from typing import Any

from ropa.formats.native import layout
from ropa.formats.safe_file import write_atomic
from ropa.model import Register, plain


def dumps(register: Register, *, json: bool = False) -> str:
    """The text of a register: YAML, or JSON.

    >>> print(dumps(Register(holder="bakery")), end="")
    ropa: 1
    holder: bakery
    """
    return write(_with_version(plain(register)), json=json)


def _with_version(data: dict[str, Any]) -> dict[str, Any]:
    return {"ropa": 1, **data}


def write(data: dict[str, Any], *, json: bool = False) -> str:
    """The text of plain data."""
    if json:
        return json_module.dumps(data, ensure_ascii=False, indent=2, default=date.isoformat) + "\n"
    return layout.mapping(data, 0) + "\n"


def save(register: Register, path: str | Path) -> None:
    """Writes a register to a YAML or JSON file, beside it first and then over it."""
    where = Path(path)
    write_atomic(where, dumps(register, json=where.suffix.lower() == ".json").encode())
