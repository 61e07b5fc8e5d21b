"""Which flows leave the European Economic Area on a day, and on which ground the register says they do."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from ropa.law import Ground, outside_eea
from ropa.model import Agreement, Hop, Register, Said
from ropa.model.hop import covers
from ropa.model.text import Text, as_day

PAPER = {
    "standard-contractual-clauses": Ground.STANDARD_CONTRACTUAL_CLAUSES,
    "binding-corporate-rules": Ground.BINDING_CORPORATE_RULES,
}
"""Agreements that are a ground by themselves (Article 46(2)(b) and (c))."""

PRIVACY_FRAMEWORK = "eu-us-dpf"


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

    @property
    def has_ground(self) -> bool:
        """Whether the register records any ground for it."""
        return bool(self.grounds or self.grounds_any_of)


def transfers(register: Register, *, on: date) -> tuple[Transfer, ...]:
    """Every transfer to a third country on a day, in the order of the register (Articles 30(1)(e), 44 to 49)."""
    return (*_of_flows(register, as_day(on)), *_declared(register, on))


def _of_flows(register: Register, on: date) -> Iterator[Transfer]:
    for hop in register.flows(on=on):
        yield from transfers_of(register, hop, on=on)


def transfers_of(register: Register, hop: Hop, *, on: date) -> Iterator[Transfer]:
    """The transfers one flow makes on a day: one for each country, processed there or reached from there."""
    places = [(country, False) for country in outside_eea(dict.fromkeys(hop.flow.countries), on)]
    places += [(country, True) for country in outside_eea(dict.fromkeys(hop.flow.access_from), on)]
    if not places and hop.recipient in register.international_organisations:
        places = [("", False)]
    for country, reached in places:
        papers = tuple(_papers(register, hop, on))
        yield Transfer(
            activity=hop.activity,
            path=hop.path,
            sender=hop.sender,
            recipient=hop.recipient,
            country=country,
            reached=reached,
            grounds=grounds_of(register, hop, (country,), on=on),
            grounds_any_of=hop.flow.grounds_any_of,
            agreements=tuple(paper.key for paper in papers),
            possible=hop.flow.possible is True,
            general=hop.general,
            when=hop.flow.when,
            hop=hop,
        )


def grounds_of(
    register: Register, hop: Hop, countries: Collection[str], *, on: date | None
) -> tuple[Ground, ...]:
    """On what a flow to those countries rests: what is stated, what its agreements are, what its recipient is listed for.

    `on=None` counts agreements and listings whenever they hold.
    """
    if not hop.agreements and "US" not in countries:  # most flows: said on the flow or nowhere
        return tuple(dict.fromkeys(hop.flow.grounds))
    papers = (PAPER[str(paper.kind)] for paper in _papers(register, hop, on))
    listed = (ground for country in countries for ground in _listing(register, hop, country, on))
    return tuple(dict.fromkeys((*hop.flow.grounds, *papers, *listed)))


def _papers(register: Register, hop: Hop, on: date | None) -> Iterator[Agreement]:
    for key in hop.agreements:
        paper = register.agreement(key)
        is_ground = isinstance(paper.kind, str) and paper.kind in PAPER and paper.holds(on)
        if is_ground and covers(register, paper, (hop.sender, hop.recipient), hop.activity):
            yield paper


def _listing(register: Register, hop: Hop, country: str, on: date | None) -> tuple[Ground, ...]:
    """A valid listing under the Data Privacy Framework is a ground for the United States."""
    if country != "US":
        return ()
    held = register.party(hop.recipient).certifications
    listed = any(one.scheme == PRIVACY_FRAMEWORK and one.holds(on) for one in held)
    return (Ground.DPF_LISTED,) if listed else ()


def _declared(register: Register, on: date) -> Iterator[Transfer]:
    for seen in register.seen():
        if not seen.activity.holds(on):
            continue
        controllers = register.controllers_of(seen.activity)
        for said in seen.said("transfers", on):
            yield from _stated(said, seen.activity.key, controllers[0] if controllers else "", on)


def _stated(said: Said, activity: str, sender: str, on: date) -> Iterator[Transfer]:
    declared = said.value
    for country in outside_eea(dict.fromkeys(declared.countries), on) or (
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
        )
