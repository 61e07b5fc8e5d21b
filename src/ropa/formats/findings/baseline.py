"""The findings of an old register that are known: a file that says which, so that only new ones fail."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ropa.errors import FileNotUnderstood, Problem
from ropa.formats.findings.told import Checked
from ropa.formats.safe_file import read_bytes, write_atomic

VERSION = 1
MOST_BYTES = 64_000_000
_HEAD = "ropa-baseline"


def read(path: Path) -> frozenset[str]:
    """The fingerprints in a baseline; `FileNotUnderstood` where the file is none."""
    try:
        data: Any = json.loads(read_bytes(path, MOST_BYTES))
    except (ValueError, RecursionError):
        raise _wrong(path, "this is not JSON") from None
    if not isinstance(data, dict) or data.get(_HEAD) != VERSION:
        raise _wrong(path, f"this is no baseline of version {VERSION}")
    found = data.get("findings")
    rows = found if isinstance(found, list) else [None]
    marks = {one.get("fingerprint") if isinstance(one, dict) else None for one in rows}
    if not all(isinstance(one, str) for one in marks):
        raise _wrong(path, "a finding has no fingerprint")
    return frozenset(map(str, marks))


def write(path: Path, all_of_them: Iterable[Checked]) -> int:
    """Writes what was found, the waived findings apart, as known from now on; how many these are."""
    found = {
        (told.finding.code, told.finding.where, told.fingerprint)
        for checked in all_of_them
        for told in checked.told
        if told.waiver is None
    }
    rows = [
        {"code": code, "where": where, "fingerprint": fingerprint}
        for code, where, fingerprint in sorted(found)
    ]
    text = json.dumps({_HEAD: VERSION, "findings": rows}, ensure_ascii=True, indent=1)
    write_atomic(path, f"{text}\n".encode("ascii"))
    return len(rows)


def _wrong(path: Path, wrong: str) -> FileNotUnderstood:
    return FileNotUnderstood([Problem("", wrong, "write one with --write-baseline", None, str(path))])
