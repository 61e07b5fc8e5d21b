"""Holds a manifest against the files: what is gone, what is another, and whether the registers still say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from ropa.errors import FileNotUnderstood, RopaError, UnknownEntry
from ropa.formats.asked import Wish, asked
from ropa.formats.limits import LIMITS
from ropa.formats.manifest.place import Bundle, Folder, place_of
from ropa.formats.manifest.record import Input, Manifest, Output, from_folder, mark
from ropa.formats.native import load
from ropa.formats.native.folder import files_of
from ropa.formats.safe_file import read_bytes
from ropa.glossary import phrase
from ropa.model import Register


class State(Enum):
    """How a file stands."""

    SAME = "same"
    """Byte for byte."""
    CHANGED = "changed"
    """Other bytes than were written down."""
    MISSING = "missing"
    """Not there, or not to be read."""
    SAYS_ELSE = "says-else"
    """Its register has changed: made from it now, it would say something else."""
    NOT_MADE = "not-made"
    """Its register is not there or not understood, so it can't be made again."""
    ELSEWHERE = "elsewhere"
    """A register that is no part of the bundle and was not given: nothing can be said of it."""

    @property
    def differs(self) -> bool:
        """Whether something is not as it was."""
        return self not in (State.SAME, State.ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Held:
    """A file of a manifest, and how it stands."""

    path: str
    state: State

    def sentence(self, language: str) -> str:
        """In words."""
        return phrase(f"verify.{self.state.value}", language, path=self.path)


@dataclass(frozen=True, slots=True)
class Verified:
    """What holding a manifest against its files gave."""

    manifest: Manifest
    inputs: tuple[Held, ...]
    outputs: tuple[Held, ...]

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not any(one.state.differs for one in (*self.inputs, *self.outputs))

    def sentences(self, language: str) -> tuple[str, ...]:
        """Every difference in words, or that there is none."""
        every = (*self.inputs, *self.outputs)
        told = tuple(one.sentence(language) for one in every if one.state is not State.SAME)
        if not self.same:
            return told
        same = sum(one.state is State.SAME for one in every)
        return (phrase("verify.as-written" if told else "verify.all-same", language, number=same), *told)

    def as_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "on": self.manifest.on,
            "same": self.same,
            "inputs": [{"path": one.path, "state": one.state.value} for one in self.inputs],
            "outputs": [{"path": one.path, "state": one.state.value} for one in self.outputs],
        }


def verify(path: str | Path, registers: Iterable[str | Path] = ()) -> Verified:
    """Holds a manifest, the folder it stands in or a bundle against its files.

    A file is the same where its bytes are. What is made again from its register is compared by content digest, which
    does not change with the version of this library. A bundle has no registers of its own: those it was made of are
    compared where they are given. `FileNotUnderstood` where there is no manifest, `UnknownEntry` for a register that it
    does not know.
    """
    place = place_of(Path(path))
    manifest = place.manifest
    sources = _Sources(place, dict(_given(registers, manifest)))
    return Verified(
        manifest,
        tuple(Held(one.path, sources.state(one)) for one in manifest.inputs),
        tuple(Held(one.path, _output(place, one, sources)) for one in manifest.outputs),
    )


def _given(registers: Iterable[str | Path], manifest: Manifest) -> Iterator[tuple[str, Path]]:
    """What is given, by its name in the manifest: a register, and where it is a folder each of its files."""
    known = {one.register for one in manifest.outputs} | {one.since for one in manifest.outputs if one.since}
    known |= {one.path for one in manifest.inputs}
    for one in map(Path, registers):
        found = [
            (name, path)
            for path in (one, *(files_of(one) if one.is_dir() else ()))
            for name in known
            if name.split("/")[-2:] == from_folder(path, None).split("/")[-2:]
        ]
        if not found:
            raise UnknownEntry(f"{one}: nothing in the manifest was made of it")
        yield from found


class _Sources:
    """The registers of a manifest: those that are given, else those that stand where it says; each read once."""

    def __init__(self, place: Folder | Bundle, given: Mapping[str, Path]) -> None:
        self._base = None if place.manifest.bundle else place.base  # registers are no part of a bundle
        self._given = given
        self._held: dict[str, Register | None] = {}

    def path(self, name: str) -> Path | None:
        """Where a register or one of its files is."""
        if name in self._given:
            return self._given[name]
        return self._base / name if self._base else None

    def state(self, one: Input) -> State:
        """How a file that was read stands."""
        where = self.path(one.path)
        if where is None:
            return State.ELSEWHERE
        try:
            return State.SAME if mark(read_bytes(where, LIMITS.size)) == one.sha256 else State.CHANGED
        except FileNotUnderstood:
            return State.MISSING

    def register(self, name: str) -> Register | None:
        """The register of that name, if there is one to be read."""
        if name not in self._held:
            where = self.path(name)
            try:
                self._held[name] = load(where) if where else None
            except RopaError:
                self._held[name] = None
        return self._held[name]


def _output(place: Folder | Bundle, one: Output, sources: _Sources) -> State:
    data = place.read(one.path)
    if data is None:
        return State.MISSING
    if mark(data) != one.sha256:
        return State.CHANGED
    named = [one.register, *([one.since] if one.since else [])]
    if any(sources.path(name) is None for name in named):
        return State.SAME
    register, *since = (sources.register(name) for name in named)
    if register is None or None in since:
        return State.NOT_MADE
    said = _content(register, since[0] if since else None, one, place.manifest.on)
    return State.SAME if said == one.content else State.SAYS_ELSE


def _content(register: Register, since: Register | None, one: Output, on: str) -> str | None:
    try:
        day = date.fromisoformat(on)
        wish = Wish(
            one.language,
            day,
            one.party,
            one.reader,
            one.customer,
            since,
            one.archival,
            one.attach,
            one.agreement,
        )
        return asked(register, wish).content_with(one.tables)
    except (RopaError, ValueError):
        return None
