"""Which register of a manifest a file is: the very file, one of the same bytes, or one of the same name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ropa.errors import FileNotUnderstood, UnknownEntry
from ropa.formats.limits import LIMITS
from ropa.formats.manifest.record import Manifest, from_folder, mark
from ropa.formats.native.folder import files_of
from ropa.formats.safe_file import read_bytes


def given(
    registers: Iterable[str | Path], manifest: Manifest, base: Path | None
) -> Iterator[tuple[str, Path]]:
    """What is given, by its name in the manifest: a register, and where it is a folder each of its files.

    `base` is the folder that the names of the manifest begin from; None in a bundle. `UnknownEntry` for a register
    that nothing in the manifest was made of.
    """
    known = _Known(manifest, base)
    for one in map(Path, registers):
        found = [*_files(one, known)]
        if not found:
            raise UnknownEntry(f"{one}: nothing in the manifest was made of it")
        yield from found


def _files(one: Path, known: _Known) -> Iterator[tuple[str, Path]]:
    if not one.is_dir():
        yield from ((name, one) for name in known.file(one))
        return
    inside: list[str] = []
    for path in files_of(one):
        names = known.file(path)
        inside += names
        yield from ((name, path) for name in names)
    yield from ((name, one) for name in known.folder(one, inside))


class _Known:
    """The names that a manifest has for what was read."""

    def __init__(self, manifest: Manifest, base: Path | None) -> None:
        self._base = base
        self._marks = {one.path: one.sha256 for one in manifest.inputs}
        sources = [name for one in manifest.outputs for name in (one.register, one.since) if name]
        self._every = tuple(dict.fromkeys([*sources, *self._marks]))
        self._folders = tuple(name for name in dict.fromkeys(sources) if name not in self._marks)

    def file(self, path: Path) -> Sequence[str]:
        """The names of a file, by the strongest sign that it has."""
        named, same = self._named(path, self._every), self._same(path)
        return (
            self._standing(path, self._every)
            or [name for name in named if name in same]  # of two that are the same, the one that is called so
            or same
            or named
        )

    def folder(self, path: Path, inside: Sequence[str]) -> Sequence[str]:
        """The names of a folder; by the files in it where it is called otherwise now."""
        named = self._standing(path, self._folders) or self._named(path, self._folders)
        return named or [name for name in self._folders if any(_holds(name, one) for one in inside)]

    def _standing(self, path: Path, names: Iterable[str]) -> list[str]:
        """Those that stand where this one does."""
        if self._base is None:
            return []
        here = path.resolve()
        return [name for name in names if (self._base / name).resolve() == here]

    def _same(self, path: Path) -> list[str]:
        """Those that have its bytes."""
        try:
            found = mark(read_bytes(path, LIMITS.size))
        except FileNotUnderstood:
            return []
        return [name for name, one in self._marks.items() if one == found]

    def _named(self, path: Path, names: Iterable[str]) -> list[str]:
        """Those that have its name, and its folder's as far as it is written down."""
        tail = from_folder(path, None).split("/")
        return [name for name in names if (end := name.split("/")[-2:]) == tail[-len(end) :]]


def _holds(folder: str, file: str) -> bool:
    """Whether a file is one of a folder's: a bundle has of each no more than two names."""
    return file.startswith(f"{folder}/") or file.split("/")[-2:-1] == folder.split("/")[-1:]
