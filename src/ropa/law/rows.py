"""Rows of the law's dated tables, as the values they are made into: lists frozen, words of Python kept out of the files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

CALLED = {"from": "since", "for": "only_for"}
"""Names in a file that are words of the language of the code."""


def rows(file: str, table: str) -> Iterator[dict[str, Any]]:
    """The rows of a table of a file beside this one, in its order."""
    read = tomllib.loads((files("ropa.law") / file).read_text("utf-8"))
    for row in read[table]:
        yield {
            CALLED.get(key, key): tuple(value) if isinstance(value, list) else value
            for key, value in row.items()
        }
