"""The security measures of what the holder does, as controller and as processor, and what each of them serves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from ropa.glossary import known
from ropa.model import Measure, Party, Register, Said
from ropa.model.spot import segments
from ropa.model.text import Text
from ropa.rules.controlled import controlled
from ropa.rules.lexicon import General, lexicon, words
from ropa.rules.recorded import as_processor

LETTERS = ("a", "b", "c", "d")
"""The points of Article 32(1)."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """An activity, or a row of the processor's record, with its measures; shared measures are looked up."""

    key: str
    """The key of the activity; empty for a row."""
    path: str
    article: str
    """30(1)(g) or 30(2)(d)."""
    measures: tuple[tuple[str, Measure], ...]
    """Each with the path where it is said."""


def guarded(register: Register, on: date) -> tuple[Guarded, ...]:
    """What the holder does on a day and what protects it; measures of the holder in everything it does count everywhere."""
    found: tuple[Guarded, ...] = register.kept(
        ("ropa.rules", "guarded", on), lambda: tuple(_guarded(register, on))
    )
    return found


def _guarded(register: Register, on: date) -> Iterator[Guarded]:
    everywhere = tuple(_of_holder(register, on))
    for one in controlled(register, on).activities:
        said = _measures(register, one.seen.said("security", on))
        yield Guarded(one.key, one.path, "30(1)(g)", (*said, *everywhere))
    for record in as_processor(register, on):
        for row in record.rows:
            yield Guarded("", row.paths[0], "30(2)(d)", _measures(register, row.security))


def _of_holder(register: Register, on: date) -> Iterator[tuple[str, Measure]]:
    if register.holder is None:
        return
    held = register.party(register.holder).security
    for end, one in zip(segments(held), held, strict=True):
        if one.holds(on):
            yield f"parties.{register.holder}.security.{end}", register.measure(one)


def _measures(register: Register, said: tuple[Said, ...]) -> tuple[tuple[str, Measure], ...]:
    return tuple((one.path, register.measure(one.value)) for one in said)


def is_vague(measure: Measure) -> bool:
    """Whether a measure is described in words that fit any measure; a standard it follows is more than that.

    >>> is_vague(Measure(text="Appropriate technical and organisational measures")), is_vague(Measure(text="backup"))
    (True, False)
    """
    if measure.conforms_to or (isinstance(measure.text, str) and measure.text in known("measures")):
        return False
    return _general().is_all(measure.text)


def serves(measure: Measure) -> frozenset[str]:
    """The points of Article 32(1) that a measure serves: as stated, as the known term brings, or as its words show.

    >>> sorted(serves(Measure(text="backup"))), sorted(serves(Measure(text="Disks are encrypted")))
    (['c'], ['a'])
    """
    if measure.objective:
        return frozenset(measure.objective)
    block = known("measures").get(measure.text) if isinstance(measure.text, str) else None
    if block:
        return frozenset((block["objective"],))
    return frozenset(one for one in LETTERS if lexicon("security", f"serves-{one}").finds(measure.text))


def certified(party: Party, on: date) -> bool:
    """Whether a party has a certificate on a day; a listing for transfers certifies no security."""
    return any(one.holds(on) and not _for_transfers(one.scheme) for one in party.certifications)


def _for_transfers(scheme: Text | None) -> bool:
    block = known("schemes").get(scheme) if isinstance(scheme, str) else None
    return block is not None and block.get("transfers", False)


@cache
def _general() -> General:
    return General(words("security", "vague-telling"), words("security", "vague-filling"))
