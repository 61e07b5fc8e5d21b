"""One party that may hold data in one activity: by which flows they came, what it is to them, and how that reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ropa.glossary import phrase
from ropa.law import Role
from ropa.model import PEOPLE, Hop
from ropa.model.dump import plain
from ropa.sharing.answer import parties_of
from ropa.sharing.journey import Journey
from ropa.sharing.saying import Saying
from ropa.sharing.standing import is_disclosed
from ropa.sharing.tokens import Token


@dataclass(frozen=True, slots=True)
class Holding:
    """One party that may hold data in one activity, and by which flows they came."""

    activity: str
    party: str
    tokens: tuple[Token, ...]
    """Which data, each with whose."""
    customers: tuple[str, ...]
    """On behalf of which controllers."""
    path: tuple[Hop, ...]
    """The fewest flows by which some of them came; none where they begin with this party. `ways` has those of each."""
    possible: bool
    """Whether every path to it has a flow that only may happen, or of which it is not said what it carries."""
    controls: bool
    """Whether it is a controller of the activity."""
    controllers: frozenset[str] = frozenset()
    """All controllers of the activity."""
    ways: tuple[Journey, ...] = ()
    """All of it by how it came: which data, for which controllers, by which flows."""
    besides: tuple[Journey, ...] = ()
    """Other flows by which some of it comes too, and which say something else: another role, other countries. Each alone."""

    @property
    def hop(self) -> Hop | None:
        """The flow by which they came in; None where they begin here."""
        return self.path[-1] if self.path else None

    @property
    def is_recipient(self) -> bool:
        """Whether data were disclosed to it: whoever is told of an erasure or rectification (Articles 17(2), 19).

        A controller is a recipient of what it holds for another, and of what another gives it.
        """
        return any(is_disclosed(hop) for way in (*self.ways, *self.besides) for hop in way.by)


def tell_holding(words: Saying, one: Holding) -> Iterator[str]:
    """A sentence for each way by which some of it came, and for each flow that says something else; each once."""
    said = [
        *(_told(words, one, way) for way in one.ways),
        *(_also(words, one, way) for way in one.besides),
    ]
    yield from dict.fromkeys(said)  # parallel flows may read alike


def _told(words: Saying, one: Holding, way: Journey) -> str:
    """That a party may hold some data, by the way they came."""
    data, name = words.data(way.tokens), words.activity(one.activity)
    collects = not way.path and any(hop.sender == PEOPLE for hop in way.by)
    facts = [*dict.fromkeys(words.recipient(hop) for hop in way.by)]
    if not (way.path or collects):
        facts.append(
            words.term("roles", Role.CONTROLLER) if one.controls and not way.by else words.tell("begins-here")
        )
    if way.possible and not any(hop.flow.possible for hop in way.by):
        said = way.path or collects
        facts.append(words.phrase("possible") if said else words.tell("may-hold"))
    if _of_some(one, way):
        facts.append(phrase("chain.for", words.language, parties=words.parties(way.customers)))
    path = words.path(way.parties or ((PEOPLE, one.party) if collects else (one.party,)))
    return words.sentence(
        "held", data=data, path=path, facts=words.phrase("comma").join(facts), activity=name
    )


def _also(words: Saying, one: Holding, way: Journey) -> str:
    """That some of it comes by another flow too."""
    (hop,) = way.by
    facts = [words.recipient(hop)]
    if way.possible and not hop.flow.possible:
        facts.append(words.phrase("possible"))
    if way.customers != one.customers:
        facts.append(phrase("chain.for", words.language, parties=words.parties(way.customers)))
    return words.sentence(
        "held-also",
        data=words.data(way.tokens),
        path=words.path(way.parties),
        facts=words.phrase("comma").join(facts),
        activity=words.activity(one.activity),
    )


def _of_some(one: Holding, way: Journey) -> bool:
    """Whether it is to be told for whom: for some controllers only, and the path begins with another than these."""
    first = way.path[0].sender if way.path else one.party
    ends = {first, one.party}
    some = len(way.customers) < len(one.controllers) and ends.isdisjoint(way.customers)
    return some and first in one.controllers


def _way(one: Holding, way: Journey) -> dict[str, Any]:
    return {
        **_data(way.tokens),
        "customers": list(way.customers),
        "path": list(way.parties) or [one.party],
        "flows": [step.path for step in way.path],
        "possible": way.possible,
        **_standing(way),
    }


def _standing(way: Journey) -> dict[str, Any]:
    """What the party is to these data, and where: nothing of it where they are its own."""
    return {
        "role": [*dict.fromkeys(role.value for hop in way.by for role in hop.role)],
        "sub_processor": any(hop.sub_processor for hop in way.by),
        "countries": [*dict.fromkeys(code for hop in way.by for code in hop.countries)],
        "access_from": [*dict.fromkeys(code for hop in way.by for code in hop.flow.access_from)],
    }


def _data(tokens: Iterable[Token]) -> dict[str, Any]:
    held = tuple(tokens)
    return {
        "personal_data": [plain(item) for item in dict.fromkeys(item for item, _ in held) if item],
        "people": [plain(person) for person in dict.fromkeys(person for _, person in held) if person],
    }


def plain_holding(one: Holding) -> dict[str, Any]:
    """A holding as plain data."""
    first = one.ways[0]
    standing = _standing(first)
    if one.controls and not first.by:
        standing["role"] = [Role.CONTROLLER.value]
    return {
        "activity": one.activity,
        "party": one.party,
        **_data(one.tokens),
        "customers": list(one.customers),
        "path": list(parties_of(one.path)) or [one.party],
        "flows": [step.path for step in one.path],
        **standing,
        "possible": one.possible,
        "recipient": one.is_recipient,
        "ways": [_way(one, way) for way in one.ways],
        "besides": [_way(one, way) for way in one.besides],
    }
