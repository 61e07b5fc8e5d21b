"""A controller's 30(1) record held against its processor's 30(2) record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ropa.model import Register
from ropa.model.asked import one_register
from ropa.model.text import as_day
from ropa.unite.agreed import agreed, between
from ropa.unite.counterpart import Counterparts, counterparts, holder_of, only, party_of
from ropa.unite.engagement import Engagement, engagements
from ropa.unite.matched import matched
from ropa.unite.met import Met
from ropa.unite.mirrored import Difference, Mirror
from ropa.unite.placed import placed

SETS = (
    ("personal_data", "personal-data"),
    ("data_subjects", "data-subjects"),
    ("processing", "processing"),
    ("countries", "countries"),
    ("access_from", "countries"),
)
"""What two flows are compared by, each from its vocabulary."""


def mirror(
    customer: Register,
    vendor: Register,
    *,
    on: date,
    by_name: bool = False,
    vendor_as: str | None = None,
    customer_as: str | None = None,
    controller: str | None = None,
) -> Mirror:
    """Compares what a controller records of a processor with what that processor records of it, on a day.

    The holders are found in each other's registers by registration number; `by_name` also takes a name for it, where no
    number contradicts. `vendor_as` is the key that the customer's register has for the vendor, `customer_as` the key
    that the vendor's has for the customer: a category of customers, say. `controller` is the key of another controller
    of the customer's register than its holder: a company of its group, whose work it is then about. Raises `UnknownEntry` where they have no such
    key, `NotUnderstood` where a register does not say whose it is.
    """
    one_register(customer)
    one_register(vendor)
    on = as_day(on)
    buyer = holder_of(customer) if controller is None else party_of(customer, controller)
    seller = holder_of(vendor)
    given = {}
    if customer_as is not None:
        given[buyer.key] = party_of(vendor, customer_as).key
    if vendor_as is not None:
        given[party_of(customer, vendor_as).key] = seller.key
    who = counterparts(customer, vendor, by_name=by_name, given=given)
    met = Met.of(who, buyer)
    vendor_is, customer_is = met.vendor_is, met.customer_is
    found = list(met.differences())
    mine = engagements(customer, buyer.key, vendor_is, on) if vendor_is else ()
    theirs = engagements(vendor, customer_is, seller.key, on) if customer_is else ()
    compared = 0
    if vendor_is and customer_is:
        compared, rows = _rows(mine, theirs, who)
        found += rows
        found += agreed(
            between(customer, (buyer.key, vendor_is), on), between(vendor, (customer_is, seller.key), on), who
        )
    left: Any = ((), ()) if met.is_mutual else _places(mine, theirs)["activities"]
    return Mirror(
        register=customer, on=on, controller=buyer.key, vendor=vendor, vendor_is=vendor_is, customer_is=customer_is,
        compared=compared, differences=tuple(found), called=tuple(met.called()), uncompared=left, by_name=by_name,
    )  # fmt: skip


def _rows(
    mine: Sequence[Engagement], theirs: Sequence[Engagement], who: Counterparts
) -> tuple[int, list[Difference]]:
    """How many activities are held against each other, and what differs between them or is with one side only."""
    held = matched(mine, theirs)
    found = [one for some, row in held.pairs for one in _pair(some, row, who)]
    found += (Difference("row", customer=(one.activity,), **_places((one,), ())) for one in held.left)
    found += (
        Difference("row", vendor=(one.activity,), **_places((), (one,)), behalf=_behalf(one, who))
        for one in held.over
    )
    found += (
        Difference("receipt", vendor=one.roles, **_places((), (one,)))
        for one in held.received
        if not one.is_back
    )
    return len(held.pairs), found


def _behalf(row: Engagement, who: Counterparts) -> tuple[str, ...]:
    """For whom the vendor does it, of those whom the customer's register knows too."""
    ours = who.ours
    return tuple(ours[key] for key in row.controllers if key in ours)


def _places(mine: Sequence[Engagement], theirs: Sequence[Engagement]) -> dict[str, Any]:
    return {
        "activities": tuple(tuple(one.activity for one in side) for side in (mine, theirs)),
        "paths": tuple(
            tuple(dict.fromkeys(hop.path for one in side for hop in one.hops)) for side in (mine, theirs)
        ),
    }


def _pair(mine: tuple[Engagement, ...], row: Engagement, who: Counterparts) -> Iterator[Difference]:
    """Everything that differs between a row and its counterpart."""
    places = _places(mine, (row,))
    roles = tuple(dict.fromkeys(role for one in mine for role in one.roles))
    if set(roles) != set(row.roles):
        yield Difference("role", roles, row.roles, **places)
    told: set[str] = set()
    for field, vocabulary in SETS:
        said = tuple(dict.fromkeys(word for one in mine for word in one.words(field)))
        here, there = only(vocabulary, said, row.words(field)), only(vocabulary, row.words(field), said)
        if here or there:
            yield Difference(field, here, there, **places)
            told |= (
                {word for word in (*here, *there) if isinstance(word, str)}
                if vocabulary == "countries"
                else set()
            )
    yield from _further(mine, row, who, places)
    yield from _grounds(mine, row, told, places)


def _further(
    mine: tuple[Engagement, ...], row: Engagement, who: Counterparts, places: dict[str, Any]
) -> Iterator[Difference]:
    """The other processors that one side has behind the vendor, and the other not."""
    recorded = tuple(dict.fromkeys(hop.recipient for one in mine for hop in one.onward))
    engaged = tuple(dict.fromkeys(hop.recipient for hop in row.onward))
    ours = who.ours
    known, near = set(), set()
    for party in engaged:
        if ours.get(party) in recorded:
            known.add(ours[party])
            yield from placed(mine, row, (ours[party], party), places)
        elif who.namesakes.get(party) in recorded:
            near.add(who.namesakes[party])
            yield Difference("namesake", (who.namesakes[party],), (party,), **places)
            yield from placed(mine, row, (who.namesakes[party], party), places)
        else:
            yield Difference("sub-processor", vendor=(party,), **places)
    for party in recorded:
        if party not in known | near:
            yield Difference("sub-processor", customer=(party,), **places)


def _grounds(
    mine: tuple[Engagement, ...], row: Engagement, told: set[str], places: dict[str, Any]
) -> Iterator[Difference]:
    """On what transfers rest, for each third country that is not told of already."""
    ours: dict[str, tuple[Any, ...]] = {}
    for one in mine:
        for country, grounds in one.grounds.items():
            ours[country] = tuple(dict.fromkeys((*ours.get(country, ()), *grounds)))
    theirs = row.grounds
    for country in dict.fromkeys((*ours, *theirs)):
        here, there = ours.get(country, ()), theirs.get(country, ())
        both = country in ours and country in theirs
        if set(here) != set(there):
            yield Difference("transfer", here, there, **places, subject=country)
        elif not both and country not in told:
            mine_only = (country,) if country in ours else ()
            theirs_only = (country,) if country in theirs else ()
            yield Difference("transfer-only", mine_only, theirs_only, **places, subject=country)
