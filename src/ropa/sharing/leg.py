"""One hop on the way of data: the transfers it makes, and how well it is covered for the data that go by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from ropa.law import Tables
from ropa.model import Hop, Register
from ropa.model.text import Text
from ropa.sharing.saying import Saying
from ropa.transfer import Standing, Transfer, Verdict, Whereabouts, judge, place_of, transfers_of


class Strength(IntEnum):
    """How well one hop is covered, from the strongest to the weakest."""

    INSIDE = 0
    """It stays inside the European Economic Area."""
    ADEQUATE = 1
    SAFEGUARDED = 2
    DEROGATION = 3
    DEPENDS = 4
    NOT_STATED = 5
    """It is not stated where the data go: no transfer is known, and none is ruled out."""
    FALLEN = 6
    MISSING = 7


_OF = {
    Standing.ADEQUATE: Strength.ADEQUATE,
    Standing.SAFEGUARDED: Strength.SAFEGUARDED,
    Standing.DEROGATION: Strength.DEROGATION,
    Standing.DEPENDS: Strength.DEPENDS,
    Standing.FALLEN: Strength.FALLEN,
    Standing.MISSING: Strength.MISSING,
}


@dataclass(frozen=True, slots=True)
class Leg:
    """One hop, with the transfers it makes and how each stands for the data it is looked at for."""

    hop: Hop
    judged: tuple[tuple[Transfer, Verdict], ...]
    strength: Strength

    @classmethod
    def of(
        cls,
        register: Register,
        hop: Hop,
        on: date,
        tables: Tables | None = None,
        people: Sequence[Text] | None = None,
    ) -> Leg:
        """A hop held against the dated tables: for what it carries of these people, for all of it where none are given."""
        carrying = hop if people is None else replace(hop, data_subjects=tuple(people))
        judged = tuple(
            (one, judge(register, one, on=on, tables=tables))
            for one in transfers_of(register, carrying, on=on, tables=tables)
        )
        if judged:
            return cls(hop, judged, max(_OF[verdict.standing] for _, verdict in judged))
        inside = place_of(hop, on, tables) is Whereabouts.INSIDE
        return cls(hop, (), Strength.INSIDE if inside else Strength.NOT_STATED)

    def why(self, words: Saying) -> str:
        """Why it is as strong as it is, in words: the verdicts that make it so, or where the data are."""
        said = [one.message(words.language) for _, one in self.judged if _OF[one.standing] is self.strength]
        if said:
            return " ".join(dict.fromkeys(said))
        silent = "place-ruled-out" if words.is_ruled_out(self.hop) else "place-not-stated"
        key = "inside" if self.strength is Strength.INSIDE else silent
        return words.tell(f"leg.{key}", place=words.place(self.hop))
