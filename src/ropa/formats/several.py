"""Several registers in several formats and languages at once: what becomes of each, and the manifest of it all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePosixPath

from ropa.formats.asked import Asked, Wish, asked
from ropa.formats.forms import Format, format_of
from ropa.formats.manifest.record import Manifest, Output, from_folder, inputs, made_with, mark
from ropa.model import Register


@dataclass(frozen=True, slots=True)
class Job:
    """One file that will be made of one register."""

    source: Path
    target: PurePosixPath
    """Where it goes, from the folder that is filled."""
    format: Format
    wish: Wish

    def asked(self, register: Register) -> Asked:
        """What the format is given to write."""
        return asked(register, self.wish, PurePosixPath(self.format.filename).suffix)

    def output(self, made: Asked, data: bytes, base: Path | None, since: Path | None = None) -> Output:
        """The line of the manifest about the file."""
        return Output(
            path=str(self.target),
            sha256=mark(data),
            content=made.content,
            register=from_folder(self.source, base),
            format=self.format.name,
            language=made.language,
            reader=made.copy.reader.name,
            customer=self.wish.customer,
            party=made.party,
            since=from_folder(since, base) if since else None,
            archival=made.archival,
        )


def jobs(
    sources: Sequence[str | Path], names: Iterable[str], languages: Iterable[str | None], wish: Wish
) -> tuple[Job, ...]:
    """The files to make: a folder for each register, named after it, and in it a file for each format and language.

    `UnknownFormat` for a format that is not there.
    """
    formats = tuple(format_of(Path(), name) for name in names)
    spoken = tuple(languages) or (None,)
    return tuple(
        Job(source, folder / _filename(form, one, len(spoken) > 1), form, replace(wish, language=one))
        for source, folder in _folders(sources)
        for form in formats
        for one in spoken
    )


def manifest(on: str, sources: Iterable[Path], outputs: Iterable[Output], base: Path | None) -> Manifest:
    """The manifest of what was made of these registers; without a folder to come back to, that of a bundle."""
    unique = dict.fromkeys(sources)
    return Manifest(on, made_with(), tuple(inputs(unique, base)), tuple(outputs), base is None)


def _filename(form: Format, language: str | None, several: bool) -> str:
    where = PurePosixPath(form.filename)
    return f"{where.stem}.{language}{where.suffix}" if several else str(where)


def _folders(sources: Sequence[str | Path]) -> Iterator[tuple[Path, PurePosixPath]]:
    """Where each register goes: `register.yaml` goes by the name of its folder. Two of one name are told apart."""
    used: set[str] = set()
    for source in sources:
        where = Path(source).resolve()
        own = where.parent.name if where.stem == "register" else where.stem
        folder = next(
            one
            for number in count(1)
            if (one := own if number == 1 else f"{own}-{number}").lower() not in used
        )
        used.add(folder.lower())
        yield Path(source), PurePosixPath(folder)
