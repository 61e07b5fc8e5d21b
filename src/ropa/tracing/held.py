"""Holds a source against a register, both ways."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ropa.errors import UnknownEntry
from ropa.model import Register, Source
from ropa.model.asked import one_register
from ropa.model.text import Text
from ropa.tracing.mark import Mark, digest, lines_of, same_document, words_of
from ropa.tracing.passage import Passage, Resting
from ropa.tracing.place import Lost, Places, Span
from ropa.tracing.stated import Stated, stated


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A place that stands for nothing in the source: where the register names it, and why it is lost."""

    path: str
    at: str
    why: Lost


@dataclass(frozen=True, slots=True)
class Trace:
    """A source held against a register."""

    source: str | None
    """The key of the source; None in a register that names none."""
    matches: bool | None
    """Whether the text is the one whose SHA-256 the register states; None where it states none."""
    passages: tuple[Passage, ...]
    """Every line that is not empty, with the entries that rest on it."""
    without_evidence: tuple[str, ...]
    """Paths of entries and values that rest on no evidence, in this source or another."""
    unplaced: tuple[Unplaced, ...]
    """Evidence, and passages left out, whose place is not in this source."""

    @property
    def covered(self) -> tuple[Passage, ...]:
        """The passages some entry rests on."""
        return tuple(one for one in self.passages if one.entries)

    @property
    def left_out(self) -> tuple[Passage, ...]:
        """The passages that no entry rests on, and for a reason."""
        return tuple(one for one in self.passages if one.reasons and not one.entries)

    @property
    def uncovered(self) -> tuple[Passage, ...]:
        """The passages nothing rests on, and for no reason."""
        return tuple(one for one in self.passages if one.rests_nothing)

    @property
    def complete(self) -> bool:
        """Whether every passage is accounted for and every value has evidence that can be found in this text."""
        return not (self.uncovered or self.without_evidence or self.unplaced) and self.matches is not False


def trace(register: Register, text: str | bytes, source: str | None = None) -> Trace:
    """Holds the text of a source against a register. `source` is its key; the register's first where none is given.

    `UnknownEntry` where the register has no such source.

    >>> register = Register(holder="bakery", parties=[{"key": "bakery", "name": "The Bakery", "evidence": "L1"}])
    >>> found = trace(register, "The Bakery\\nWe bake.")
    >>> found.passages[0].entries[0].path, found.uncovered[0].text
    ('parties.bakery', 'We bake.')
    """
    one_register(register)
    document = _document(register, source)
    lines = lines_of(words_of(text))
    passages = [
        Passage(number, digest(line), line.strip()) for number, line in enumerate(lines, 1) if line.strip()
    ]
    matches = same_document(text, document.sha256 if document else None)
    return _traced(register, document, passages, Places(lines, len(lines)), matches)


def trace_marks(register: Register, marks: Sequence[Mark], source: str | None = None) -> Trace:
    """The same with only the marks of a source's lines: places given by number or heading cannot be found in them."""
    passages = [Passage(one.line, one.digest, None) for one in sorted(marks, key=lambda one: one.line)]
    last = passages[-1].line if passages else 0
    return _traced(register, _document(register, source), passages, Places(None, last), None)


def _document(register: Register, key: str | None) -> Source | None:
    if key is None:
        return register.sources[0] if register.sources else None
    for one in register.sources:
        if one.key == key:
            return one
    raise UnknownEntry(
        f"the register names no source {key!r}; it names {[one.key for one in register.sources]}"
    )


class _Cover:
    """Which of the passages each place covers, and the places that are lost."""

    def __init__(self, passages: Sequence[Passage], places: Places) -> None:
        self.lines = [one.line for one in passages]
        self.places = places
        self.entries: list[list[Resting]] = [[] for _ in passages]
        self.reasons: list[list[Text]] = [[] for _ in passages]
        self.unplaced: list[Unplaced] = []

    def under(self, at: str, path: str) -> range:
        """The indices of the passages at a place."""
        found = self.places.find(at)
        if isinstance(found, Span):
            held = range(bisect_left(self.lines, found.first), bisect_right(self.lines, found.last))
            if held:
                return held
            found = Lost.OUTSIDE  # nothing but empty lines
        self.unplaced.append(Unplaced(path, at, found))
        return range(0)


def _traced(
    register: Register, document: Source | None, passages: list[Passage], places: Places, matches: bool | None
) -> Trace:
    first = register.sources[0].key if register.sources else None
    key = document.key if document else None
    cover = _Cover(passages, places)
    said = tuple(stated(register))
    for resting in chain.from_iterable(_resting(one) for one in said):
        if (resting.evidence.source or first) == key:
            for index in cover.under(resting.evidence.at, resting.path):
                cover.entries[index].append(resting)
    for number, one in enumerate(register.left_out, start=1):
        if (one.source or first) == key:
            for index in chain.from_iterable(cover.under(at, f"left_out.{number}") for at in one.at):
                cover.reasons[index] += [one.why] if one.why else []
    return Trace(
        source=key,
        matches=matches,
        passages=tuple(
            Passage(one.line, one.digest, one.text, tuple(entries), tuple(reasons))
            for one, entries, reasons in zip(passages, cover.entries, cover.reasons, strict=True)
        ),
        without_evidence=tuple(chain.from_iterable(one.bare for one in said)),
        unplaced=tuple(cover.unplaced),
    )


def _resting(one: Stated) -> Iterator[Resting]:
    return (Resting(one.path, evidence) for evidence in one.evidence)
