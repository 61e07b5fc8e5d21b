"""A register spread over the files of a folder: read as one, and saved so that each entry stays in its file.

Lists are joined in the order of the file names; everything else stands in one file. A new entry goes to the file
of the entry before it; where each file holds one entry of its kind, it gets a file of its own, named after its key.
What belongs to no file yet goes to the one that begins with `ropa: 1`, or to `register.yaml` in an empty folder.
The order of entries in different files is the order of the files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ropa.errors import FileNotUnderstood, NotUnderstood, Problem, RopaError
from ropa.formats.limits import LIMITS, Limits
from ropa.formats.native.align import aligned
from ropa.formats.native.document import Document, document
from ropa.formats.native.join import Joined
from ropa.formats.native.load import is_json, joined
from ropa.formats.native.origin import Homes, Source, stamp_of
from ropa.formats.native.save import as_bytes, fields, like, not_understood, with_fields, write
from ropa.formats.native.several import refuse_several
from ropa.formats.safe_file import read_bytes, write_atomic
from ropa.model import Register
from ropa.model.pause import no_collecting
from ropa.model.spec import specs

MAIN = "register.yaml"
SUFFIXES = (".yaml", ".yml", ".json")
BESIDE = (".schema.json", "manifest.json")
"""What stands beside a register: for an editor, or written by an export."""


def files_of(folder: Path, limits: Limits = LIMITS) -> list[Path]:
    """The files of a register in a folder, by name: no hidden ones, no backups, no links that lead out of it."""
    found: list[Path] = []
    for path in _walked(folder, folder.resolve()):
        found.append(path)
        if len(found) > limits.files:
            raise FileNotUnderstood([Problem("", f"more than {limits.files} files", "", None, str(folder))])
    return sorted(found, key=lambda path: path.relative_to(folder).parts)


def _walked(folder: Path, inside: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):  # links to folders are not followed
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if (
                path.suffix.lower() not in SUFFIXES
                or name.lower().endswith(BESIDE)
                or name.startswith((".", "~", "#"))
            ):
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(inside):
                continue
            yield path


def _read(paths: list[Path], limits: Limits) -> tuple[list[bytes], list[Document]]:
    """Every file; `FileNotUnderstood` with the problems of all that cannot be read."""
    held: list[bytes] = []
    documents: list[Document] = []
    problems: list[Problem] = []
    left = limits.size
    for path in paths:
        try:
            data = read_bytes(path, left)
            held.append(data)
            documents.append(document(data, name=str(path), json=is_json(path), limits=limits))
        except FileNotUnderstood as error:
            problems += error.problems
        else:
            left -= len(data)
    if problems:
        raise FileNotUnderstood(problems)
    return held, documents


def load_folder(folder: Path, *, limits: Limits = LIMITS) -> Register:
    """Reads the register that the files of a folder make together; problems carry their own file and line."""
    paths = files_of(folder, limits)
    stamps = [stamp_of(path) for path in paths]
    documents = _read(paths, limits)[1]
    if all(one.data is None for one in documents):
        wrong = "there is no register in this folder"
        raise FileNotUnderstood(
            [Problem("", wrong, "add a file that begins with ropa: 1", None, str(folder))]
        )
    refuse_several(folder, paths, documents)
    sources = tuple(
        Source(str(path), path, is_json(path), stamp) for path, stamp in zip(paths, stamps, strict=True)
    )
    return joined(documents, sources)


@no_collecting()
def save_folder(register: Register, folder: Path) -> None:
    """Writes a register into a folder: each entry to the file it stands in, whose other bytes stay as they are.

    `CouldNotWrite` where the files that are there make no register.
    """
    paths = files_of(folder)
    if not paths:
        write_atomic(folder / MAIN, write(fields(register)).encode())
        return
    try:
        held, documents = _read(paths, LIMITS)
        together = Joined(documents)
        before = together.register()
    except NotUnderstood as error:
        raise not_understood(folder, error) from None
    plan = _Plan(folder, paths, before, together.homes)
    parts = plan.parts(register)
    texts = {
        plan.paths[number]: _text(documents[number] if number < len(documents) else None, old, new)
        for number, (old, new) in enumerate(parts)
    }
    if not _holds(texts, [new for _, new in parts]):
        texts = {path: _anew(path, new) for path, (_, new) in zip(texts, parts, strict=True)}
    for number, (path, text) in enumerate(texts.items()):
        old_bytes = held[number] if number < len(held) else b""
        data = as_bytes(old_bytes, text)
        if data != old_bytes:
            write_atomic(path, data)


def _text(one: Document | None, old: dict[str, Any], new: dict[str, Any]) -> str:
    """The new text of one file."""
    if one is None:
        return write(new)
    if old == new:
        return one.text
    changed = None if one.json or not new else with_fields(one.text, old, new)
    return like(one.text, write(new, json=one.json) if new else "{}\n") if changed is None else changed


def _anew(path: Path, new: dict[str, Any]) -> str:
    return write(new, json=is_json(path)) if new else "{}\n"


def _holds(texts: dict[Path, str], parts: list[dict[str, Any]]) -> bool:
    """Whether the files, read again, say what they should."""
    try:
        documents = [
            document(text, name=str(path), json=is_json(path), limits=LIMITS) for path, text in texts.items()
        ]
        found = fields(Joined(documents).register())
    except RopaError:
        return False
    wanted: dict[str, Any] = {}
    for part in parts:
        for key, value in part.items():
            wanted[key] = wanted[key] + value if key in wanted and isinstance(value, tuple) else value
    return found == wanted


class _Plan:
    """Which file each entry of a register belongs to."""

    def __init__(self, folder: Path, paths: list[Path], before: Register, homes: Homes) -> None:
        self.folder = folder
        self.paths = list(paths)
        self.before = fields(before)
        self.homes = homes
        self.main = homes.single.get("ropa", 0)

    def parts(self, register: Register) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """For each file what it said and what it will say; new files come last."""
        olds: list[dict[str, Any]] = [{} for _ in self.paths]
        news: list[dict[str, Any]] = [{} for _ in self.paths]
        after = fields(register)
        for name in specs(Register).keys() | self.before.keys() | after.keys():
            if not isinstance(after.get(name, self.before.get(name)), tuple):
                number = self.homes.single.get(name, self.main)
                self._single(name, olds[number], self.before)
                self._single(name, news[number], after)
                continue
            old, new = self.before.get(name, ()), after.get(name, ())
            for index, entry in enumerate(old):
                number = self.homes.home((name, index))[0]
                olds[number][name] = (*olds[number].get(name, ()), entry)
            for number, entry in zip(self._homes_of(name, old, new), new, strict=True):
                while number >= len(news):
                    olds.append({})
                    news.append({})
                news[number][name] = (*news[number].get(name, ()), entry)
        return [(_in_order(old), _in_order(new)) for old, new in zip(olds, news, strict=True)]

    @staticmethod
    def _single(name: str, there: dict[str, Any], said: dict[str, Any]) -> None:
        if name in said:
            there[name] = said[name]

    def _homes_of(self, name: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> list[int]:
        """The number of the file of each entry of a list."""
        known = [None if index is None else self.homes.home((name, index))[0] for index in aligned(old, new)]
        held = [self.homes.home((name, index))[0] for index in range(len(old))]
        if len(held) > 1 and len(set(held)) == len(held):  # a file for each
            return [
                self._own_file(entry, held[0]) if home is None else home
                for home, entry in zip(known, new, strict=True)
            ]
        found: list[int] = []
        for home in known:
            before = found[-1] if found else next((one for one in known if one is not None), None)
            found.append(home if home is not None else before if before is not None else self._first(name))
        return found

    def _first(self, name: str) -> int:
        """The file that already has a place for such entries; else the main one."""
        starts = self.homes.lists.get(name)
        return starts[0][1] if starts else self.main

    def _own_file(self, entry: Any, beside: int) -> int:
        key = getattr(entry, "key", None)
        path = self.paths[beside].parent / f"{key}.yaml"
        if key is None or path.exists() or path in self.paths:
            return beside
        self.paths.append(path)
        return len(self.paths) - 1


def _in_order(said: dict[str, Any]) -> dict[str, Any]:
    names = [*specs(Register), *sorted(said.keys() - specs(Register).keys())]
    return {name: said[name] for name in names if name in said}
