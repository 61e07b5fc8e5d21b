"""How far a register answers Articles 30(1), 30(2), 13 and 14, provision by provision, as far as a register can show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeVar

from ropa.glossary import phrase
from ropa.model import Register
from ropa.rules.answered import FROM_ELSEWHERE, FROM_PEOPLE, OF_CONTROLLER
from ropa.rules.look import STATES, Ask, Look
from ropa.rules.processed import OF_PROCESSOR, Row
from ropa.rules.recorded import as_controller, as_processor

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the holder's records answer one provision: in how many entries of whom it is asked, and how."""

    article: str
    given: int = 0
    partly: int = 0
    """Given for some of what it is asked of."""
    general: int = 0
    """Said in general only, where it is asked of each category."""
    declared: int = 0
    """Declared that there is none, or that it does not apply."""
    unknown: int = 0
    blank: int = 0
    of: str = ""
    """What the provision asks for, as a machine word."""

    STATES: ClassVar[tuple[str, ...]] = STATES
    """The fields that count entries."""

    @property
    def asked(self) -> int:
        """Of how many entries it is asked."""
        return sum(getattr(self, state) for state in STATES)

    def label(self, language: str) -> str:
        """What the provision asks for, as a reader says it.

        >>> Coverage("30(1)(b)", of="purposes").label("de")
        'Zwecke'
        """
        return phrase(f"check.of-{self.of}", language) if self.of else ""


def coverage(register: Register, *, on: date) -> tuple[Coverage, ...]:
    """For every provision: in how many of the holder's activities, or rows as processor, it is answered, and how.

    Articles 13 and 14 are asked of what they are about: 14 of activities with data from elsewhere.
    """
    looks = [Look(one.party, entry, on) for one in as_controller(register, on) for entry in one.entries]
    rows = [Row(register, one.party, row) for one in as_processor(register, on) for row in one.rows]
    return (
        *_counted(OF_CONTROLLER, looks),
        *_counted(OF_PROCESSOR, rows),
        *_counted(FROM_PEOPLE, looks),
        *_counted(FROM_ELSEWHERE, looks),
    )


def _counted(asks: Iterable[Ask[T]], entries: Iterable[T]) -> Iterator[Coverage]:
    for ask in asks:
        states = Counter(state for state in map(ask.state, entries) if state)
        yield Coverage(ask.article, of=ask.of, **states)
