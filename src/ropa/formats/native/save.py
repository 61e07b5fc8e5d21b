"""From a register to a file, in the short forms a person would write."""

from __future__ import annotations

import json as json_module
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ropa.formats.safe_file import write_atomic
from ropa.model import Register, plain


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    pass


def dumps(register: Register, *, json: bool = False) -> str:
    """The text of a register: YAML, or JSON.

    >>> print(dumps(Register(holder="bakery")), end="")
    ropa: 1
    holder: bakery
    """
    data: dict[str, Any] = {"ropa": 1, **plain(register)}
    if json:
        return json_module.dumps(data, ensure_ascii=False, indent=2, default=date.isoformat) + "\n"
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
    return text


def save(register: Register, path: str | Path) -> None:
    """Writes a register to a YAML or JSON file, beside it first and then over it."""
    where = Path(path)
    write_atomic(where, dumps(register, json=where.suffix.lower() == ".json").encode())
