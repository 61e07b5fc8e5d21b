"""Where the files of a manifest are: in its folder, or in the bundle it stands in."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from ropa.errors import FileNotUnderstood
from ropa.formats.limits import LIMITS
from ropa.formats.manifest.record import NAME, Manifest, mark, no_manifest, parsed
from ropa.formats.safe_file import read_bytes

MOST = LIMITS.size * 16
"""A document is larger than the register it was made of; in bytes."""


class Folder:
    """Files of a folder."""

    def __init__(self, manifest: Path) -> None:
        self.base = manifest.parent
        data = read_bytes(manifest, LIMITS.size)
        self.mark = mark(data)
        self.manifest: Manifest = parsed(data, str(manifest))

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where it can't be read."""
        with suppress(FileNotUnderstood):
            return read_bytes(self.base / path, MOST)
        return None

    def others(self) -> Iterator[str]:
        """Files that the manifest does not know: beside it, and beside those it lists; of a bundle, anywhere in it."""
        known = {(self.base / one).resolve() for one in (NAME, *_listed(self.manifest))}
        for one in sorted(self._there()):
            if one.is_file() and not one.name.startswith(".") and one.resolve() not in known:
                yield one.relative_to(self.base).as_posix()

    def _there(self) -> Iterator[Path]:
        if self.manifest.bundle:  # unpacked: all of the folder is the bundle's
            yield from self.base.rglob("*")
            return
        folders = [PurePosixPath(), *(PurePosixPath(one.path).parent for one in self.manifest.outputs)]
        for folder in dict.fromkeys(folders):
            if not folder.is_absolute() and ".." not in folder.parts and (self.base / folder).is_dir():
                yield from (self.base / folder).iterdir()


class Bundle:
    """Files of a zip, read without writing any of them anywhere. `FileNotUnderstood` where it is no bundle."""

    base: Path | None = None

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile, ValueError):
            raise no_manifest(str(path)) from None
        data = self.read(NAME)
        if data is None:
            raise no_manifest(str(path))
        self.mark = mark(data)
        self.manifest = parsed(data, str(path))

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where it can't be read, or is larger than any document."""
        with suppress(
            KeyError, OSError, RuntimeError, NotImplementedError, ValueError, zipfile.BadZipFile, EOFError
        ):
            with self._zip.open(path) as packed:
                data = packed.read(MOST + 1)
            return data if len(data) <= MOST else None
        return None

    def others(self) -> Iterator[str]:
        """Files that the manifest does not know; a second one of a name is another one."""
        known = {NAME, *(one.path for one in self.manifest.outputs)}
        for one in self._zip.infolist():
            if one.filename in known:
                known.remove(one.filename)
            elif not one.is_dir():
                yield one.filename


def place_of(path: Path) -> Folder | Bundle:
    """A manifest, the folder it stands in, or a bundle."""
    if path.is_dir():
        return Folder(path / NAME)
    return Bundle(path) if path.suffix.lower() == ".zip" else Folder(path)


def _listed(manifest: Manifest) -> Collection[str]:
    return [*(one.path for one in manifest.inputs), *(one.path for one in manifest.outputs)]
