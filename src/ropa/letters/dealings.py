"""Who is asked about a flow: whoever receives the data from us, or sends them on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from ropa.audience.customer import customers
from ropa.letters.discretion import Discretion, Named
from ropa.letters.point import Point
from ropa.model import PEOPLE, Hop, Party, Register
from ropa.records.behalf import by_activity
from ropa.rules.lacking import lacking
from ropa.rules.recipients.place_not_recorded import AUTHORITIES
from ropa.sharing import Gap, GapKind
from ropa.sharing.further_up import Spot, spot


class Dealings:
    """The flows of a register on a day, as somebody looks at them who is about to write to the others in them."""

    def __init__(self, register: Register, on: date) -> None:
        self.register = register
        self.on = on
        self.hops = register.flows(on=on)
        self._gaps: dict[GapKind, Mapping[str, Sequence[Gap]]] = {}

    @cached_property
    def by_path(self) -> dict[str, list[Hop]]:
        """The flows by where they stand."""
        found: dict[str, list[Hop]] = {}
        for hop in self.hops:
            found.setdefault(hop.path, []).append(hop)
        return found

    @cached_property
    def by_end(self) -> dict[tuple[str, str], list[Hop]]:
        """The flows of each activity, and to each recipient: under `activities` or `parties`, and the key."""
        found: dict[tuple[str, str], list[Hop]] = {}
        for hop in self.hops if self.register.activities else ():
            found.setdefault(("activities", hop.activity), []).append(hop)
            found.setdefault(("parties", hop.recipient), []).append(hop)
        return found

    def gaps_at(self, kind: GapKind, path: str) -> Sequence[Gap]:
        """The gaps of a kind that an entry shows."""
        if kind not in self._gaps:
            by_path: dict[str, list[Gap]] = {}
            for gap in lacking(self.register, self.on, kind):
                for one in dict.fromkeys(gap.at):
                    by_path.setdefault(one, []).append(gap)
            self._gaps[kind] = by_path
        return self._gaps[kind].get(path, ())

    def point(self, hop: Hop, topic: str, article: str) -> Iterator[Point]:
        """A question about a flow, to whoever can be asked."""
        to, about = self._whom(hop)
        if self.can_be_asked(to, hop) and self._is_ours(hop):
            yield Point(
                to=to,
                about=about,
                topic=topic,
                article=article,
                activities=(hop.activity,),
                paths=(hop.path,),
            )

    def can_be_asked(self, key: str, hop: Hop | None = None) -> bool:
        """Whether a letter to a party makes sense: not to ourselves, not to an authority, not to nobody in particular.

        A public body that has us process data, or processes them, is no authority here. A category is asked where its
        members are not named, and data go to it in fact or it has us process them.
        """
        if key in (self.register.holder, PEOPLE, ""):
            return False
        party = self.register.party(key)
        if _is_public(party) and key not in self.processors | self.customers:
            return False
        if is_category(party):
            return not party.members and (hop is None or self._is_in_fact(hop))
        return party.kind != "person"

    def _is_in_fact(self, hop: Hop) -> bool:
        return not hop.flow.possible and (hop.recipient != self.register.holder or hop.is_processor)

    def _whom(self, hop: Hop) -> tuple[str, str]:
        """Who is asked, and about whom: a processor answers for whom it engages (Article 28(4))."""
        ours = (self.register.holder, PEOPLE, *hop.controllers)
        if hop.recipient == self.register.holder:
            return hop.sender, ""
        if hop.onward and hop.sender not in (self.register.holder, PEOPLE) and self._is_for_us(hop):
            return hop.sender, hop.recipient  # a controller itself, and our processor
        if hop.sender in ours or is_category(self.register.party(hop.sender)):
            return hop.recipient, ""
        return hop.sender, hop.recipient

    def _is_ours(self, hop: Hop) -> bool:
        """Whether a flow between others is ours to ask about: not what another controller has done for itself alone."""
        holder = self.register.holder
        if not hop.activity or holder in (hop.sender, hop.recipient):
            return True
        controllers = self.register.controllers_of(self.register.activity(hop.activity))
        if hop.is_processor and not hop.onward and hop.sender not in (PEOPLE, *controllers):
            return False
        return not hop.onward or holder not in controllers or self._is_for_us(hop)

    def _is_for_us(self, hop: Hop) -> bool:
        return self.register.holder in self.on_behalf_of.get(spot(hop), ())

    @cached_property
    def processors(self) -> frozenset[str]:
        """Who is a processor somewhere, and can be asked as one."""
        return frozenset(hop.recipient for hop in self.hops if hop.is_processor)

    @cached_property
    def customers(self) -> frozenset[str]:
        """Who has us process data: a controller, or the processor that engages us."""
        held = [hop for hop in self.hops if hop.is_processor and hop.recipient == self.register.holder]
        return frozenset(
            key for hop in held for key in (hop.controllers if hop.sender == PEOPLE else (hop.sender,))
        )

    @cached_property
    def every_customer(self) -> frozenset[str]:
        """The same with those of other days, and those on whose behalf a processor engages us."""
        return self.customers.union(customers(self.register))

    def discretion(self, to: str) -> Discretion:
        """What a letter to a party keeps to itself."""
        register = self.register
        shown = {to, register.holder or "", *self._near.get(to, ())} & register.party_keys
        return Discretion(register, self._named, frozenset(shown))

    @cached_property
    def _named(self) -> Named:
        return Named(self.register, self.every_customer if self._serves else frozenset())

    @cached_property
    def _serves(self) -> bool:
        """Whether the holder processes, ever, on behalf of somebody else."""
        every = self.register.flows()
        return any(hop.is_processor and hop.recipient == self.register.holder for hop in every)

    @cached_property
    def _near(self) -> Mapping[str, set[str]]:
        """Whom each party knows: by a flow between the two, by a paper, or as a joint controller."""
        found: dict[str, set[str]] = {}
        for hop in self.hops:
            found.setdefault(hop.sender, set()).add(hop.recipient)
            found.setdefault(hop.recipient, set()).add(hop.sender)
        register = self.register
        together = [one.between for one in register.agreements]
        joint = (one for one in register.activities if register.are_joint(one, on=self.on))
        for keys in (*together, *map(register.controllers_of, joint)):
            for key in keys:
                found.setdefault(key, set()).update(keys)
        return found

    @cached_property
    def on_behalf_of(self) -> Mapping[Spot, frozenset[str]]:
        """For which controllers each flow goes."""
        held = by_activity(self.register, self.hops, self.on).values()
        return {spot(hop): frozenset(whose) for several in held for hop, whose in several}

    @cached_property
    def controllers(self) -> frozenset[str]:
        """Every controller of a flow."""
        return frozenset(key for hop in self.hops for key in hop.controllers)

    @cached_property
    def joint(self) -> frozenset[str]:
        """Who is a controller together with the holder."""
        register = self.register
        together = (
            register.controllers_of(one)
            for one in register.activities
            if register.are_joint(one, on=self.on) and register.holder in register.controllers_of(one)
        )
        return frozenset(key for keys in together for key in keys)

    def activities_of(self, party: str) -> tuple[str, ...]:
        """The activities in which a party sends, receives or is a controller."""
        return tuple(self._activities.get(party, ()))

    @cached_property
    def _activities(self) -> dict[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for hop in self.hops:
            for end in (hop.sender, hop.recipient) if hop.activity else ():
                found.setdefault(end, {})[hop.activity] = None
        for one in self.register.activities:
            for key in one.controllers if one.holds(self.on) else ():
                found.setdefault(key, {})[one.key] = None
        return found


def _is_public(party: Party) -> bool:
    """Whether a party is a public body, or what it is there for says so."""
    return bool(party.public_body or AUTHORITIES & {word for word in party.services if isinstance(word, str)})


def is_category(party: Party) -> bool:
    """Whether a party stands for several."""
    return party.named is False
