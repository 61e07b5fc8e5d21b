"""Rows of a file as the values they are made into: lists frozen, words of Python kept out of the files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

CALLED = {"from": "since", "for": "only_for"}
"""Names in a file that are words of the language of the code."""
IN_FILE = {word: key for key, word in CALLED.items()}


def called(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row by the names of the code."""
    return {
        CALLED.get(key, key): tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }


def read(file: str) -> dict[str, Any]:
    """A file beside this one."""
    return tomllib.loads((files("ropa.law") / file).read_text("utf-8"))


def rows(file: str, table: str) -> Iterator[dict[str, Any]]:
    """The rows of a table of a file beside this one, in its order."""
    return (called(row) for row in read(file)[table])
