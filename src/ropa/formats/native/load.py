"""From a file to a register: every problem at once, each with its line."""

from __future__ import annotations

from pathlib import Path

from ropa.errors import FileNotUnderstood, Problem
from ropa.formats.limits import LIMITS, Limits
from ropa.formats.native.document import Document, document
from ropa.formats.native.join import Joined
from ropa.formats.native.origin import Origin, Source, remember, stamp_of
from ropa.formats.safe_file import a_path, read_bytes
from ropa.model import Register
from ropa.model.pause import no_collecting

JSON = ".json"


@no_collecting()
def load(path: str | Path, *, limits: Limits = LIMITS) -> Register:
    """Reads a register from a YAML or JSON file, or from a folder of them.

    `FileNotUnderstood` lists everything that is wrong: `file:line: path: what is wrong, and what to write instead`.
    """
    where = a_path(path)
    if where.is_dir():
        from ropa.formats.native.folder import load_folder

        return load_folder(where, limits=limits)
    source = Source(str(path), where, is_json(where), stamp_of(where))
    one = document(read_bytes(where, limits.size), name=source.name, json=source.json, limits=limits)
    return _register([one], (source,))


def is_json(path: Path) -> bool:
    """Whether a file is read as JSON."""
    return path.suffix.lower() == JSON


@no_collecting()
def loads(
    data: str | bytes, *, name: str = "register", json: bool = False, limits: Limits = LIMITS
) -> Register:
    """Reads a register from text. `name` is what messages call it.

    >>> loads("ropa: 1\\nholder: bakery\\n").holder
    'bakery'
    """
    return _register([document(data, name=name, json=json, limits=limits)], ())


def _register(documents: list[Document], sources: tuple[Source, ...]) -> Register:
    """The register that one file holds."""
    if documents[0].data is None:
        wrong = Problem("", "the file is empty", "begin with ropa: 1 and holder: …", 1, documents[0].name)
        raise FileNotUnderstood([wrong])
    return joined(documents, sources)


def joined(documents: list[Document], sources: tuple[Source, ...]) -> Register:
    """The register that several files make together, which remembers them."""
    together = Joined(documents)
    register = together.register()
    return remember(register, Origin(sources, together.homes)) if sources else register
