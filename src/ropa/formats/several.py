"""Several registers in several formats and languages at once: what becomes of each, and the manifest of it all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePosixPath

from ropa.audience import reader
from ropa.errors import UnknownEntry
from ropa.formats import letter_page
from ropa.formats.asked import Asked, Wish, asked
from ropa.formats.forms import Format, format_of
from ropa.formats.manifest.letters import LETTER
from ropa.formats.manifest.named import Named
from ropa.formats.manifest.record import Manifest, Output, inputs, made_with, mark
from ropa.formats.native import load
from ropa.letters import Document, cover
from ropa.model import Register


@dataclass(frozen=True, slots=True)
class Job:
    """One file that will be made of one register."""

    source: Path
    target: PurePosixPath
    """Where it goes, from the folder that is filled."""
    format: Format
    wish: Wish

    @property
    def compares(self) -> bool:
        """Whether it shows what changed since an earlier register."""
        return self.format.compares and self.wish.since is not None

    def asked(self, register: Register) -> Asked:
        """What the format is given to write; of an earlier register only where it shows any of it."""
        wish = self.wish if self.compares else replace(self.wish, since=None)
        return asked(register, wish, PurePosixPath(self.format.filename).suffix)

    def output(self, made: Asked, data: bytes, named: Named, since: Path | None = None) -> Output:
        """The line of the manifest about the file."""
        return Output(
            path=str(self.target),
            sha256=mark(data),
            content=made.content,
            register=named(self.source),
            format=self.format.name,
            language=made.language,
            reader=made.copy.reader.name,
            customer=made.copy.customer,
            party=made.party,
            since=named(since) if since and self.compares else None,
            archival=made.archival,
            attach=made.attach,
            agreement=made.agreement,
            tables=made.own_rows,
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


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made and is not written yet."""

    target: PurePosixPath
    data: bytes
    output: Output
    format: Format | None = None
    """None for the letter that goes with the files."""


def make(
    jobs: Iterable[Job], base: Path | None, since: Path | None = None, *, letters: bool = False
) -> Iterator[Made]:
    """Every file, one register after the other, each read once; with `letters`, one for each register and language.

    `base` is the folder that is filled, so that a manifest finds the registers again; None where there is none. Then what
    goes to a customer or to the public stands under no name of a file of the holder's.
    """
    every = tuple(jobs)
    named = _naming([*(one.source for one in every), *([since] if since else [])], base, _reader_of(every))
    held: tuple[Path, Register] | None = None
    done: list[tuple[Job, Asked, Output]] = []
    for one in every:
        job = one if named.as_they_are else replace(one, target=named.folder(one.source) / one.target.name)
        if held is None or held[0] != job.source:
            yield from _letters(done) if letters else ()
            held, done = (job.source, load(job.source)), []
        try:
            made = job.asked(held[1])
            data = job.format.write(made)
        except UnknownEntry as error:  # among many files it is said of which one
            raise UnknownEntry(f"{job.source}, {job.format.name}: {error}") from error
        output = job.output(made, data, named, since)
        done.append((job, made, output))
        yield Made(job.target, data, output, job.format)
    yield from _letters(done) if letters else ()


def _letters(done: list[tuple[Job, Asked, Output]]) -> Iterator[Made]:
    """The letter that goes with the files of one register, as text and as a page, in each of their languages."""
    spoken = dict.fromkeys(made.language for _, made, _ in done)
    for language in spoken:
        beside = [one for one in done if one[1].language == language]
        # what the letter says of an earlier register changes with that one, as the documents do that compare
        first, made, about = next((one for one in beside if one[0].compares), beside[0])
        with_it = [
            Document(job.target.name, output.sha256, job.compares, job.format.name)
            for job, _, output in beside
        ]
        letter = cover(
            made.register,
            with_it,
            on=made.on,
            reader=made.copy.reader.name,
            customer=made.copy.customer,
            language=language,
        )
        for form, text in (("txt", letter.text()), ("html", letter_page.write(letter))):
            name = f"letter.{language}.{form}" if len(spoken) > 1 else f"letter.{form}"
            target, data = first.target.parent / name, text.encode()
            yield Made(target, data, replace(about, path=str(target), sha256=mark(data), format=LETTER))


def manifest(on: str, sources: Iterable[Path], outputs: Iterable[Output], base: Path | None) -> Manifest:
    """The manifest of what was made of these registers; without a folder to come back to, that of a bundle."""
    unique, made = tuple(dict.fromkeys(sources)), tuple(outputs)
    named = _naming(unique, base, made[0].reader if made else None)
    return Manifest(on, made_with(), tuple(inputs(unique, named)), made, base is None)


def _naming(sources: Iterable[Path], base: Path | None, name: str | None) -> Named:
    """How files are written down: who may not see whose customers there are reads no names of files of them either."""
    apart = base is None and name is not None and reader(name).only_named
    return Named.by_number(sources) if apart else Named(base)


def _reader_of(every: Sequence[Job]) -> str | None:
    return every[0].wish.for_ if every else None


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
