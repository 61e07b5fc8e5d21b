"""The manifest: which files were made of which registers, each with its SHA-256 and the digest of what it says."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from ropa.errors import FileNotUnderstood, Problem
from ropa.formats.limits import LIMITS
from ropa.formats.native.folder import files_of
from ropa.formats.safe_file import read_bytes

NAME = "manifest.json"
FORM = 1
"""The version of the form of a manifest."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file that was read."""

    path: str
    """From the folder of the manifest; in a bundle by its own name and that of its folder, or by number."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Output:
    """A file that was written."""

    path: str
    sha256: str
    content: str
    """The content digest: what must come out again, whatever version writes it."""
    register: str
    """The register it was made of, as `path` of an input, or the folder that holds them."""
    format: str
    language: str
    reader: str
    customer: str | None = None
    party: str | None = None
    since: str | None = None
    """The earlier register it shows the changes from."""
    archival: bool = False
    attach: bool = False
    agreement: str | None = None
    tables: str | None = None
    """The mark of the rows of one's own in the dated tables it was judged by."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was made on a day."""

    on: str
    made_with: str
    inputs: tuple[Input, ...]
    outputs: tuple[Output, ...]
    bundle: bool = False
    """Whether it stands in a bundle, which the registers themselves are no part of."""

    def text(self) -> str:
        """The manifest as it is written: JSON, with nothing in it that changes from one run to the next."""
        said = {"ropa_manifest": FORM, **asdict(self)}
        return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def made_with() -> str:
    """This library and its version."""
    try:
        return f"ropa-register {version('ropa-register')}"
    except PackageNotFoundError:
        return "ropa-register"


def mark(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def inputs(registers: Iterable[str | Path], named: Callable[[Path], str]) -> Iterator[Input]:
    """Every file of these registers, each as it is written down."""
    for register in registers:
        where = Path(register)
        for path in files_of(where) if where.is_dir() else [where]:
            yield Input(named(path), mark(read_bytes(path, LIMITS.size)))


def from_folder(path: str | Path, base: Path | None) -> str:
    """How a file is written down: from that folder on, with slashes; with none, by its name and its folder's."""
    where = Path(path)
    if base is None:
        return "/".join(where.resolve().parts[-2:])
    try:
        return Path(os.path.relpath(where.resolve(), base.resolve())).as_posix()
    except ValueError:  # on another drive
        return where.resolve().as_posix()


def parsed(data: bytes, name: str) -> Manifest:
    """A manifest from its bytes; `FileNotUnderstood` where it is none."""
    try:
        said = json.loads(data)
        if said["ropa_manifest"] != FORM:
            raise ValueError
        return Manifest(
            str(said["on"]),
            str(said["made_with"]),
            tuple(Input(**_known(one, Input)) for one in said["inputs"]),
            tuple(Output(**_known(one, Output)) for one in said["outputs"]),
            said.get("bundle") is True,
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise no_manifest(name) from None


def no_manifest(name: str) -> FileNotUnderstood:
    """What is raised where something else than a manifest was given."""
    wrong = "is no manifest of this library"
    right = f"give the {NAME} that export --into wrote, its folder, or a bundle"
    return FileNotUnderstood([Problem("", wrong, right, None, name)])


def _known(row: Mapping[str, Any], kind: type[Input | Output]) -> dict[str, Any]:
    names = {one.name for one in fields(kind)}
    found = {name: row[name] for name in row if name in names}
    if not all(one is None or isinstance(one, (str, bool)) for one in found.values()):
        raise ValueError
    return found
