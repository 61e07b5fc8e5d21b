"""Which flows leave the European Economic Area on a day, and on which ground the register says they do."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from ropa.law import Ground, Memberships, Tables, standard
from ropa.model import Agreement, Flow, Hop, Register, Said
from ropa.model.asked import one_register
from ropa.model.hop import covers
from ropa.model.text import Text, as_day

PAPER = {
    "standard-contractual-clauses": Ground.STANDARD_CONTRACTUAL_CLAUSES,
    "binding-corporate-rules": Ground.BINDING_CORPORATE_RULES,
}
"""Agreements that are a ground by themselves (Article 46(2)(b) and (c))."""

KINDS = tuple(PAPER)
PRIVACY_FRAMEWORK = "eu-us-dpf"
LISTED_IN = ("US",)
"""Where a listing under it is a ground."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """One flow to one country outside the EEA (Article 44), or one transfer stated without a recipient.

    `country` is where the data are processed, or with `reached` from where they can be reached (remote access
    counts); empty for an international organisation. Whether the ground holds on the day is for `judge` to say.
    """

    activity: str
    path: str
    sender: str
    recipient: str
    """Empty where the register states a transfer without saying to whom."""
    country: str
    reached: bool
    grounds: tuple[Ground, ...]
    grounds_any_of: tuple[Ground, ...]
    agreements: tuple[str, ...]
    possible: bool
    general: bool
    when: Text | None = None
    """On what condition, in words."""
    hop: Hop | None = field(default=None, repr=False, compare=False)
    """The flow itself; None where no recipient is stated."""
    on: date | None = field(default=None, repr=False, compare=False)
    """The day on which it is made."""

    @property
    def has_ground(self) -> bool:
        """Whether the register records any ground for it."""
        return bool(self.grounds or self.grounds_any_of)


def transfers(register: Register, *, on: date, tables: Tables | None = None) -> tuple[Transfer, ...]:
    """Every transfer to a third country on a day, in the order of the register (Articles 30(1)(e), 44 to 49).

    `tables` are dated tables with rows of your own; the library's where none are given.
    """
    one_register(register, tables)
    day, rows = as_day(on), tables or standard()

    def all_of_them() -> tuple[Transfer, ...]:
        grounds = Grounds.on(register, day)
        flowing = [one for hop in register.flows(on=day) for one in _made_by(hop, grounds, day, rows.eea)]
        return (*flowing, *_declared(register, day, rows))

    found: tuple[Transfer, ...] = register.kept(("ropa.transfer", "transfers", day, rows.eea), all_of_them)
    return found


def transfers_of(
    register: Register, hop: Hop, *, on: date, tables: Tables | None = None
) -> tuple[Transfer, ...]:
    """The transfers one flow makes on a day: one for each country, processed there or reached from there."""
    return _made_by(hop, Grounds.on(register, on), on, (tables or standard()).eea)


def _made_by(hop: Hop, grounds: Grounds, on: date, eea: Memberships) -> tuple[Transfer, ...]:
    flow = hop.flow
    places = _places(flow, on, eea)
    if not places:
        if hop.recipient not in grounds.register.international_organisations:
            return ()
        places = (("", False),)
    papers = tuple([paper.key for paper in grounds.behind(hop)])
    return tuple(
        [
            Transfer(
                activity=hop.activity,
                path=hop.path,
                sender=hop.sender,
                recipient=hop.recipient,
                country=country,
                reached=reached,
                grounds=grounds.of(hop, (country,)),
                grounds_any_of=flow.grounds_any_of,
                agreements=papers,
                possible=flow.possible is True,
                general=hop.general,
                when=flow.when,
                hop=hop,
                on=on,
            )
            for country, reached in places
        ]
    )


def _places(flow: Flow, on: date, eea: Memberships) -> tuple[tuple[str, bool], ...]:
    """The countries outside the EEA, each with whether it is only reached from there."""
    processed, reached = eea.outside(flow.countries, on), eea.outside(flow.access_from, on)
    if not (processed or reached):
        return ()
    return (
        *[(country, False) for country in dict.fromkeys(processed)],
        *[(country, True) for country in dict.fromkeys(reached)],
    )


def grounds_of(
    register: Register, hop: Hop, countries: Collection[str], *, on: date | None
) -> tuple[Ground, ...]:
    """On what a flow to those countries rests: what is stated, what its agreements are, what its recipient is listed for.

    `on=None` counts agreements and listings whenever they hold.
    """
    return Grounds.on(register, on).of(hop, countries)


class Grounds:
    """What grounds follow from on a day (None: whenever) without being stated on a flow, gathered once."""

    def __init__(self, register: Register, on: date | None) -> None:
        self.register = register
        self.papers = {one.key: one for one in register.agreements if one.kind in KINDS and one.holds(on)}
        self.listed = frozenset(
            party.key
            for party in register.parties
            if party.certifications  # few have any
            and any(one.scheme == PRIVACY_FRAMEWORK and one.holds(on) for one in party.certifications)
        )

    @classmethod
    def on(cls, register: Register, on: date | None) -> Grounds:
        """The grounds of a register on a day; the same ones again while the register lives."""
        found: Grounds = register.kept(("ropa.transfer", "grounds", on), lambda: cls(register, on))
        return found

    def of(self, hop: Hop, countries: Collection[str]) -> tuple[Ground, ...]:
        """On what a flow to those countries rests: a valid listing is a ground for the United States."""
        found = [*hop.flow.grounds]
        if hop.agreements and self.papers:
            found += [PAPER[str(paper.kind)] for paper in self.behind(hop)]
        if hop.recipient in self.listed and not set(countries).isdisjoint(LISTED_IN):
            found.append(Ground.DPF_LISTED)
        return tuple(dict.fromkeys(found)) if found else ()

    def behind(self, hop: Hop) -> Iterator[Agreement]:
        """The agreements of a flow that are a ground by themselves."""
        if not self.papers:
            return
        for key in hop.agreements:
            paper = self.papers.get(key)
            if paper and covers(self.register, paper, (hop.sender, hop.recipient), hop.activity):
                yield paper


def _declared(register: Register, on: date, tables: Tables) -> Iterator[Transfer]:
    for seen in register.seen():
        if not seen.activity.holds(on):
            continue
        controllers = register.controllers_of(seen.activity)
        for said in seen.said("transfers", on):
            yield from _stated(said, seen.activity.key, controllers[0] if controllers else "", on, tables)


def _stated(said: Said, activity: str, sender: str, on: date, tables: Tables) -> Iterator[Transfer]:
    declared = said.value
    for country in tables.eea.outside(dict.fromkeys(declared.countries), on) or (
        () if declared.countries else ("",)
    ):
        yield Transfer(
            activity=activity,
            path=said.path,
            sender=sender,
            recipient="",
            country=country,
            reached=False,
            grounds=declared.grounds,
            grounds_any_of=declared.grounds_any_of,
            agreements=(),
            possible=declared.possible is True,
            general=said.general,
            when=declared.when,
            on=on,
        )
