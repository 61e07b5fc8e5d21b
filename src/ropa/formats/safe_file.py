"""Reads and writes whole files: never half, never more than asked."""

from __future__ import annotations

import os
from pathlib import Path

from ropa.errors import CouldNotWrite, FileNotUnderstood, Problem


def write_atomic(path: Path, data: bytes, *, force: bool = True) -> None:
    """Stand-in until the real one lands."""
    if not force and path.exists():
        raise CouldNotWrite(f"{path} exists")
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(data)
    os.replace(beside, path)


def read_bytes(path: Path, most: int) -> bytes:
    """Stand-in until the real one lands."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileNotUnderstood([Problem("", error.strerror or "unreadable", file=str(path))]) from None
    if len(data) > most:
        raise FileNotUnderstood([Problem("", "too large", file=str(path))])
    return data
