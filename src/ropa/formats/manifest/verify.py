"""Holds a manifest against the files: what is gone, what is another, and whether the registers still say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from ropa.errors import FileNotUnderstood, RopaError
from ropa.formats.asked import Wish, asked
from ropa.formats.limits import LIMITS
from ropa.formats.manifest.given import given
from ropa.formats.manifest.letters import Letters
from ropa.formats.manifest.place import Bundle, Folder, place_of
from ropa.formats.manifest.record import Input, Manifest, Output, mark
from ropa.formats.native import load
from ropa.formats.safe_file import a_path, read_bytes
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
    LETTER_DIFFERS = "letter-differs"
    """As the manifest has it, but the letter beside it names another SHA-256."""
    NOT_LISTED = "not-listed"
    """Stands among the files, and the manifest does not know it."""
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
    others: tuple[Held, ...] = ()
    """Files beside these that the manifest does not know."""
    sha256: str = ""
    """The mark of the manifest itself: whoever got it in another way can hold it against the sender's."""

    @property
    def same(self) -> bool:
        """Whether nothing differs. In a folder there may be files besides; in a bundle there is nothing else."""
        added = self.others if self.manifest.bundle else ()
        return not any(one.state.differs for one in (*self.inputs, *self.outputs, *added))

    def sentences(self, language: str) -> tuple[str, ...]:
        """Every difference in words, or that there is none and what that shows."""
        every = (*self.inputs, *self.outputs)
        told = tuple(one.sentence(language) for one in (*every, *self.others) if one.state is not State.SAME)
        if not self.same:
            return told
        same = sum(one.state is State.SAME for one in every)
        all_of_it = len(every) == same
        first = phrase("verify.all-same" if all_of_it else "verify.as-written", language, number=same)
        return (first, *told, phrase("verify.shows", language, sha256=self.sha256))

    def as_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "on": self.manifest.on,
            "same": self.same,
            "manifest_sha256": self.sha256,
            "inputs": [{"path": one.path, "state": one.state.value} for one in self.inputs],
            "outputs": [{"path": one.path, "state": one.state.value} for one in self.outputs],
            "not_listed": [one.path for one in self.others],
        }


def verify(path: str | Path, registers: Iterable[str | Path] = ()) -> Verified:
    """Holds a manifest, the folder it stands in or a bundle against its files.

    A file is the same where its bytes are. What is made again from its register is compared by content digest, which
    does not change with the version of this library. A bundle has no registers of its own: those it was made of are
    compared where they are given; a register is known by its bytes, wherever it stands now. The documents are held
    against the letter beside them as well. `FileNotUnderstood` where there is no manifest, `UnknownEntry` for a
    register that it does not know.

    A manifest is not signed: who changes a file can change what is written of it. That nothing was changed is shown by
    the `sha256` of the manifest, if it came to the reader in another way.
    """
    place = place_of(a_path(path))
    manifest, letters = place.manifest, Letters(place)
    sources = _Sources(place, dict(given(registers, manifest, None if manifest.bundle else place.base)))
    return Verified(
        manifest,
        tuple(Held(one.path, sources.state(one)) for one in manifest.inputs),
        tuple(Held(one.path, _output(place, one, sources, letters)) for one in manifest.outputs),
        tuple(Held(one, State.NOT_LISTED) for one in place.others()),
        place.mark,
    )


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


def _output(place: Folder | Bundle, one: Output, sources: _Sources, letters: Letters) -> State:
    data = place.read(one.path)
    if data is None:
        return State.MISSING
    if mark(data) != one.sha256:
        return State.CHANGED
    if letters.differ(one.path, one.sha256):
        return State.LETTER_DIFFERS
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
