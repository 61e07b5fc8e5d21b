"""Where the files of a manifest are: in its folder, or in the bundle it stands in."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from pathlib import Path

from ropa.errors import FileNotUnderstood
from ropa.formats.limits import LIMITS
from ropa.formats.manifest.record import NAME, Manifest, no_manifest, parsed
from ropa.formats.safe_file import read_bytes

MOST = LIMITS.size * 16
"""A document is larger than the register it was made of; in bytes."""


class Folder:
    """Files of a folder."""

    def __init__(self, manifest: Path) -> None:
        self.base = manifest.parent
        self.manifest: Manifest = parsed(read_bytes(manifest, LIMITS.size), str(manifest))

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where it can't be read."""
        with suppress(FileNotUnderstood):
            return read_bytes(self.base / path, MOST)
        return None


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


def place_of(path: Path) -> Folder | Bundle:
    """A manifest, the folder it stands in, or a bundle."""
    if path.is_dir():
        return Folder(path / NAME)
    return Bundle(path) if path.suffix.lower() == ".zip" else Folder(path)
