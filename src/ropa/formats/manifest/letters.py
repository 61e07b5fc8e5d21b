"""The letters that go with documents: each names them with their SHA-256, as the manifest does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import PurePosixPath

from ropa.formats.manifest.place import Bundle, Folder
from ropa.letters import documents_in

LETTER = "letter"
"""The format of a letter in a manifest."""


class Letters:
    """What the letters of a manifest say of the documents they go with."""

    def __init__(self, place: Folder | Bundle) -> None:
        self._place = place

    def differ(self, path: str, sha256: str) -> bool:
        """Whether a letter names this document with another mark."""
        return any(one != sha256 for one in self._named.get(path, ()))

    @cached_property
    def _named(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for one in self._place.manifest.outputs:
            data = self._place.read(one.path) if one.format == LETTER else None
            for name, mark in documents_in(_text(data)).items() if data else ():
                path = str(PurePosixPath(one.path).parent / name)
                found[path] = (*found.get(path, ()), mark)
        return found


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
