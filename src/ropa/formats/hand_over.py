"""Registers by the dozen: a folder full of documents, or one zip to hand over, each with a manifest of what was made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from types import MappingProxyType
from typing import Unpack

from ropa.errors import CouldNotWrite, NotUnderstood, Problem
from ropa.formats.asked import Options, Wish
from ropa.formats.export import put, refused
from ropa.formats.manifest import NAME, Manifest
from ropa.formats.native import load
from ropa.formats.packed import packed
from ropa.formats.safe_file import a_path, make_folder, refuse, write_atomic
from ropa.formats.several import Job, Made, jobs, make, manifest
from ropa.glossary import require
from ropa.law import Tables
from ropa.model import Register

BUNDLED = ("workbook", "report", "sharing", "yaml")
"""What a bundle holds where nothing else is asked."""

TablesOf = Mapping[str, Tables]
"""Dated tables with rows of one's own, by the path of the register that they are for."""
Step = Callable[[str], None]
"""Is told each file that is done."""


def _quiet(name: str) -> None:
    """Says nothing: the library prints nothing by itself."""


def export_all(
    registers: Sequence[str | Path],
    into: str | Path,
    *,
    as_: Iterable[str],
    languages: Iterable[str] = (),
    since: str | Path | None = None,
    tables_of: TablesOf = MappingProxyType({}),
    force: bool = False,
    step: Step = _quiet,
    making: Step = _quiet,
    **options: Unpack[Options],
) -> Manifest:
    """Fills a folder: for each register file a folder, in it each format in each language, and beside them a manifest.

    `as_` are names of formats; a single file, format or language may be given by itself. `since` is the file of an
    earlier register; `on`, `party`, `for_`, `customer`, `archival`, `attach`, `agreement` and `tables` are as for
    `export`; `tables_of` names registers that have dated tables of their own. `step` is told each file once it
    stands in its place, `making` when it is made and not yet written: long work can show how far it has come. The folder is made where it is missing, in one that is there. Raises what `load` and `export` raise, and
    `NotUnderstood` for registers in place of their files. All files are made before the first is written: where one
    can't be, or may not be written over, the folder and its manifest stay as they were.
    """
    wish, day = _wish(since, options)
    every, folder = _jobs(registers, as_, languages, wish, tables_of), a_path(into)
    for job in every:
        refused(folder / job.target, job.format, force=force)
    refuse(folder / NAME)
    new = not folder.exists()
    make_folder(folder)
    try:
        done = _put_together(make(every, folder, _path(since)), folder, force, step, making)
    except BaseException:
        with suppress(OSError):  # what others put into it stays
            if new:
                folder.rmdir()
        raise
    written = manifest(day.isoformat(), _sources(every, since), [one.output for one in done], folder)
    write_atomic(folder / NAME, written.text().encode())
    step(str(folder / NAME))
    return written


def _put_together(every: Iterable[Made], folder: Path, force: bool, step: Step, making: Step) -> list[Made]:
    """Puts files in their places once all of them are made. Meanwhile they stand in a file that nobody sees or finds."""
    done: list[tuple[Made, int]] = []
    try:
        with TemporaryFile(dir=folder) as held:
            for made in every:
                held.write(made.data)
                done.append((replace(made, data=b""), len(made.data)))
                making(str(folder / made.target))
            held.seek(0)
            for made, size in done:
                target = folder / made.target
                make_folder(target.parent)
                put(held.read(size), target, made.format, force=force)
                step(str(target))
    except OSError as error:
        raise CouldNotWrite(f"{folder}: {error.strerror or error}") from error
    return [made for made, _ in done]


def bundle(
    registers: Sequence[str | Path],
    path: str | Path,
    *,
    as_: Iterable[str] = BUNDLED,
    languages: Iterable[str] = (),
    since: str | Path | None = None,
    tables_of: TablesOf = MappingProxyType({}),
    step: Step = _quiet,
    making: Step = _quiet,
    **options: Unpack[Options],
) -> Manifest:
    """Writes one zip with everything that is handed over: the documents, a letter with each register, the manifest.

    The letter to an authority names the provision under which the record is made available (Article 30(4)). The same
    registers and day give the same bytes. Options and errors are those of `export_all`.
    """
    wish, day = _wish(since, options)
    every, where = _jobs(registers, as_, languages, wish, tables_of), a_path(path)
    done: list[Made] = []
    for made in make(every, None, _path(since), letters=True):
        done.append(made)
        making(str(made.target))
    written = manifest(day.isoformat(), _sources(every, since), [one.output for one in done], None)
    make_folder(where.parent)
    files = ((str(one.target), one.data) for one in done)
    write_atomic(where, packed([(NAME, written.text().encode()), *files]))
    for one in done:
        step(str(one.target))
    step(str(where))
    return written


def _wish(since: str | Path | None, options: Options) -> tuple[Wish, date]:
    day = options.get("on") or date.today()
    before = load(since) if since else None
    return replace(Wish(**options), on=day, since=before), day


def _jobs(
    registers: Sequence[str | Path],
    as_: Iterable[str],
    languages: Iterable[str],
    wish: Wish,
    tables_of: TablesOf,
) -> tuple[Job, ...]:
    own = {Path(path): tables for path, tables in tables_of.items()}
    made = jobs(_paths(registers), _each(as_), [require(one) for one in _each(languages)], wish)
    return tuple(
        replace(one, wish=replace(one.wish, tables=own[one.source])) if one.source in own else one
        for one in made
    )


def _each(given: Iterable[str]) -> tuple[str, ...]:
    """Several names, or one that is given by itself."""
    return (given,) if isinstance(given, str) else tuple(given)


def _paths(given: Sequence[str | Path]) -> tuple[str | Path, ...]:
    """The files to read, or one that is given by itself: its letters are no paths."""
    paths = (given,) if isinstance(given, (str, Path, Register)) else tuple(given)
    if not all(isinstance(one, (str, Path)) for one in paths):
        instead = "give the paths of register files; ropa.export writes a register that is loaded"
        raise NotUnderstood([Problem("", "a path is wanted here", instead)])
    return paths


def _sources(every: Sequence[Job], since: str | Path | None) -> list[Path]:
    """The files that anything was made of."""
    before = [Path(since)] if since and any(one.compares for one in every) else []
    return [*(one.source for one in every), *before]


def _path(path: str | Path | None) -> Path | None:
    return Path(path) if path else None
