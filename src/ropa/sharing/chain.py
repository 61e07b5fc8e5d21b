"""What happens below a controller or a processor: every processor at any depth, where, on which paper (Article 28)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeVar

from ropa.errors import UnknownEntry
from ropa.glossary.book import nearest
from ropa.model import Register
from ropa.model.asked import one_register
from ropa.model.pause import no_collecting
from ropa.model.text import as_day
from ropa.model.wanted import a_key, key_called
from ropa.sharing.answer import Answer
from ropa.sharing.circle import Cycle, Diamond, cycles, diamonds
from ropa.sharing.engagement import Authorisation, Engagements
from ropa.sharing.formerly import Ended, Former, formerly, tell_former
from ropa.sharing.further_up import Withheld, spot
from ropa.sharing.link import Link, Passing
from ropa.sharing.passing_down import Depths, links_of, tags_of
from ropa.sharing.plain_link import plain_link
from ropa.sharing.reach import Reach
from ropa.sharing.saying import Saying, saying
from ropa.sharing.spread import Spread
from ropa.sharing.standing import as_it_stands
from ropa.sharing.told import tell_cycle, tell_diamond, tell_link, tell_no_customer, tell_nothing, tree
from ropa.sharing.unsaid import Unsaid, tell_unsaid, unsaid

Kind = Literal["party", "activity"]


@dataclass(frozen=True)
class Chain(Answer):
    """The chain of an activity, or what goes on below a party in all it does: by activity, then by rank.

    For a party that is a processor, `links` say on behalf of which controllers; asked for one `customer` they are its
    links alone. Recipients that are no processor stand at the end of an activity, without a rank.
    """

    asked: str
    kind: Kind
    customer: str
    """The only controller looked at; empty for all."""
    links: tuple[Link, ...]
    diamonds: tuple[Diamond, ...]
    """Parties that the data of one controller reach by more than one sender."""
    cycles: tuple[Cycle, ...]
    """Parties among whom data can go round."""
    unsaid: tuple[Unsaid, ...] = ()
    """Of the activities asked about: those without recorded recipients, or of which not all are known."""
    formerly: tuple[Former, ...] = ()
    """Those who got data from there until an earlier day: what they kept of them is not recorded."""

    @property
    def customers(self) -> tuple[str, ...]:
        """On behalf of which controllers there is anything."""
        return tuple(dict.fromkeys(one for link in self.links for one in link.customers))

    def of(self, customer: str) -> Chain:
        """The chain of one of the customers alone."""
        return chain(self.register, _path(self.kind, self.asked), on=self.on, customer=customer)

    def tree(self, language: str | None = None) -> tuple[str, ...]:
        """The same as an indented list. A party whose chain stands elsewhere in it refers to that place."""
        words = saying(self.register, language, self.on)
        if not self.links:
            return (*self._nothing(words), *self._notes(words))
        return (*tree(words, self.links), *self._notes(words))

    def _say(self, words: Saying) -> Iterator[str]:
        if not self.links:
            yield from self._nothing(words)
        for link in self.links:
            yield tell_link(words, link)
        yield from self._notes(words)

    def _nothing(self, words: Saying) -> Iterator[str]:
        yield tell_nothing(words, self.asked, self.kind, self.customer, then=bool(self.formerly))
        reach = Reach.of(self.register, self.on)
        if self.customer and not any(tags_of(reach[one], None, self.customer) for one in reach):
            yield tell_no_customer(words, self.customer)

    def _notes(self, words: Saying) -> Iterator[str]:
        yield from (tell_diamond(words, one) for one in self.diamonds)
        yield from (tell_cycle(words, one) for one in self.cycles)
        yield from tell_former(words, self.formerly)
        yield from tell_unsaid(words, self.unsaid)

    def _plain(self) -> dict[str, Any]:
        question = {"chain": self.asked, "kind": self.kind, "customer": self.customer}
        return {
            "question": question,
            "links": [plain_link(one) for one in self.links],
            "diamonds": [
                {"activity": one.activity, "party": one.party, "senders": [*one.senders]}
                for one in self.diamonds
            ],
            "cycles": [
                {"activity": one.activity, "path": [*one.path], "parties": [*one.parties]}
                for one in self.cycles
            ],
            "formerly": [one.as_json() for one in self.formerly],
            "recipients_not_stated": [one.as_json() for one in self.unsaid],
        }


@no_collecting()
def chain(
    register: Register, party_or_activity: str, *, on: date | None, customer: str | None = None
) -> Chain:
    """The chain of processors of an activity, or of everything a party does, on a day (None: whenever).

    `party_or_activity` is a key; where both have it the party is meant, unless it is written `activities.KEY`.
    For a processor it is what goes on below it, on behalf of whom; `customer` narrows it to one controller.
    Raises `UnknownEntry` with the nearest key where there is no such party, activity or customer.
    """
    one_register(register)
    kind, key = _named(register, party_or_activity)
    if customer is not None:
        register.party(customer)
    reach = Reach.of(register, None if on is None else as_day(on))
    links: list[Link] = []
    found: tuple[list[Diamond], list[Cycle]] = ([], [])
    where = reach.by_party.get(key, ()) if kind == "party" else (key,)
    for activity in where:
        spread = reach[activity]
        every, far = links_of(spread, key if kind == "party" else None, customer)
        rings = [*cycles(spread, every)]
        links += _links(spread, reach, every, far, rings)
        found[0].extend(diamonds(spread, every))
        found[1].extend(rings)
    about = [one for one in where if tags_of(reach[one], key if kind == "party" else None, customer)]
    return Chain(
        register,
        on,
        key,
        kind,
        customer or "",
        tuple(links),
        tuple(found[0]),
        tuple(found[1]),
        unsaid(reach, about),
        _formerly(reach, kind, key, links, customer),
    )


def _formerly(
    reach: Reach, kind: Kind, key: str, links: Collection[Link], customer: str | None
) -> tuple[Former, ...]:
    """Who got data of the activity, or from the party, and is no longer there; for a customer where a flow names none else."""

    ended = Ended.of(reach.register)
    there = (ended.by_activity if kind == "activity" else ended.by_sender).get(key, ())
    of_it = (
        one for one in there if customer is None or customer in (one[0].flow.customers or one[0].controllers)
    )
    return formerly(of_it, reach.on, {(link.activity, link.recipient) for link in links})


def _links(
    spread: Spread, reach: Reach, every: list[Passing], far: Depths, rings: list[Cycle]
) -> Iterator[Link]:
    ranked = [(_rank(one, far.of(one)), one) for one in every]
    ranked.sort(key=lambda pair: (pair[0] is None, pair[0] or 0))
    register, activity = reach.register, spread.matter.activity
    engaged, further_up = reach.engaged(activity), reach.withheld(activity)
    deciding = spread.matter.among - engaged.of.keys()  # one that is a processor as well acts for others too
    for rank, one in ranked:
        behalf = tuple(dict.fromkeys(whose for tag in one.tags for whose in spread.matter.answers_for(tag)))
        shown = _papers(engaged, one)
        yield Link(
            hop=as_it_stands(one.hop, one.tags, spread.matter),
            rank=rank,
            party=register.party(one.hop.recipient),
            tokens=spread.tokens(one.tokens),
            customers=behalf,
            agreements=tuple(register.agreement(key) for key in shown),
            authorisations=_concerned(engaged.authorisations(one.hop), deciding, behalf),
            possible=not one.certain,
            withheld=_concerned(further_up.get(spot(one.hop), ()), deciding, behalf),
            circle=rank is not None
            and far.of(one)[one.hop.recipient] < rank
            and any({one.hop.sender, one.hop.recipient} <= {*ring.parties} for ring in rings),
        )


Said = TypeVar("Said", Authorisation, Withheld)


def _concerned(
    every: tuple[Said, ...], controllers: Collection[str], behalf: Collection[str]
) -> tuple[Said, ...]:
    """What is said of a link, by whom: of controllers only those it is for; what others allow is theirs."""
    if not behalf:
        return every
    return tuple([each for each in every if each.by not in controllers or each.by in behalf])


def _papers(engaged: Engagements, one: Passing) -> tuple[str, ...]:
    """The agreements of a link: people sign none, so those of whoever engages the processor stand in their place."""
    if not (one.from_people and one.hop.is_processor):
        return one.hop.agreements
    made = engaged.of.get(one.hop.recipient, ())
    return tuple(dict.fromkeys((*one.hop.agreements, *(key for each in made for key in each.agreements))))


def _rank(one: Passing, far: Mapping[str, int]) -> int | None:
    if not one.hop.is_processor:
        return None
    return far[one.hop.recipient] or 1 if one.from_people else far[one.hop.sender] + 1


def _named(register: Register, asked: str) -> tuple[Kind, str]:
    """What a key names: a party, else an activity; either by its path."""
    activities: Collection[str] = register.kept(
        ("ropa.sharing", "activities"), lambda: frozenset(one.key for one in register.activities)
    )
    a_key(asked)
    kinds: tuple[tuple[Kind, str, Collection[str]], ...] = (
        ("party", "parties.", register.party_keys),
        ("activity", "activities.", activities),
    )
    for kind, _, keys in kinds:
        if asked in keys:
            return kind, asked
    for kind, path, keys in kinds:
        if asked.startswith(path) and asked.removeprefix(path) in keys:
            return kind, asked.removeprefix(path)
    every = [*sorted(register.party_keys), *sorted(activities)]
    hint = key_called(asked, [*register.parties, *register.activities])
    hint = hint or nearest(asked.rpartition(".")[2] or asked, every) or ""
    raise UnknownEntry(
        f"there is no party or activity {asked[:100]!r}" + (f"; did you mean {hint!r}?" if hint else "")
    )


def _path(kind: Kind, key: str) -> str:
    return key if kind == "party" else f"activities.{key}"
