"""Who sees to breaches by an arrangement between joint controllers (Article 26(1))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ropa.model import Agreement, Register
from ropa.sharing.saying import Saying

DUTIES = ("breach-notification", "breach-communication")


@dataclass(frozen=True, slots=True)
class Arranged:
    """An arrangement in force that leaves a duty to one party."""

    agreement: str
    duty: str
    party: str

    def sentence(self, words: Saying) -> str:
        """Which arrangement leaves what to whom."""
        return words.sentence(
            "impact.arranged",
            agreement=words.paper(self.agreement),
            duty=words.term("duties", self.duty),
            party=words.party(self.party),
        )


def arranged(register: Register, on: date, touched: Mapping[str, Iterable[str]]) -> Iterator[Arranged]:
    """What is arranged between those who answer for the same activity; `touched` are these by activity."""
    for paper, duties in _papers(register):
        if paper.holds(on) and _concerns(paper.between, paper.covers, touched):
            yield from (Arranged(paper.key, one, paper.duties[one]) for one in duties)


def _papers(register: Register) -> tuple[tuple[Agreement, tuple[str, ...]], ...]:
    """The agreements that say who sees to breaches, each with which of these duties."""
    found: tuple[tuple[Agreement, tuple[str, ...]], ...] = register.kept(
        ("ropa.sharing", "arranged"),
        lambda: tuple(
            (paper, duties)
            for paper in register.agreements
            if paper.duties and (duties := tuple(one for one in DUTIES if one in paper.duties))
        ),
    )
    return found


def _concerns(between: Iterable[str], covers: Iterable[str], touched: Mapping[str, Iterable[str]]) -> bool:
    parties, activities = frozenset(between), frozenset(covers)
    return any(
        len(parties.intersection(answering)) > 1
        for activity, answering in touched.items()
        if not activities or activity in activities
    )
