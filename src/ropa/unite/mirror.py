"""A controller's 30(1) record held against its processor's 30(2) record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from ropa.model import Agreement, Register
from ropa.model.asked import one_register
from ropa.model.part import Entry
from ropa.model.spec import Spec, specs
from ropa.model.text import as_day
from ropa.unite.counterpart import Counterparts, counterparts, holder_of, meaning, only, party_of
from ropa.unite.engagement import Engagement, engagements, paired
from ropa.unite.met import Met
from ropa.unite.mirrored import Difference, Mirror
from ropa.unite.placed import placed
from ropa.unite.rewrite import is_text

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
        found += _papers(
            _between(customer, (buyer.key, vendor_is), on),
            _between(vendor, (customer_is, seller.key), on),
            who,
        )
    left: Any = ((), ()) if met.is_mutual else _places(mine, theirs)["activities"]
    return Mirror(
        register=customer, on=on, controller=buyer.key, vendor=vendor, vendor_is=vendor_is, customer_is=customer_is,
        compared=compared, differences=tuple(found), called=tuple(met.called()), uncompared=left, by_name=by_name,
    )  # fmt: skip


def _rows(
    mine: Sequence[Engagement], theirs: Sequence[Engagement], who: Counterparts
) -> tuple[int, list[Difference]]:
    """Holds processing against processing first; what is left may be with the other under another role.

    What the vendor gets otherwise than as a processor counts as well: a controller records its recipients.
    """
    ours, not_ours = _by_role(mine)
    rows, not_rows = _by_role(theirs)
    pairs, left, over = paired(ours, rows)
    otherwise, left, not_rows = paired(left, not_rows) if left and not_rows else ([], left, not_rows)
    others, not_ours, over = paired(not_ours, over) if over and not_ours else ([], not_ours, over)
    received = paired(not_ours, not_rows)[2]
    every = [*pairs, *otherwise, *others]
    found = [one for held, row in every for one in _pair(held, row, who)]
    found += (Difference("row", customer=(one.activity,), **_places((one,), ())) for one in left)
    found += (
        Difference("row", vendor=(one.activity,), **_places((), (one,)), behalf=_behalf(one, who))
        for one in over
    )
    found += (
        Difference("receipt", vendor=one.roles, **_places((), (one,))) for one in received if not one.is_back
    )
    return len(every), found


def _behalf(row: Engagement, who: Counterparts) -> tuple[str, ...]:
    """For whom the vendor does it, of those whom the customer's register knows too."""
    ours = who.ours
    return tuple(ours[key] for key in row.controllers if key in ours)


def _by_role(held: Iterable[Engagement]) -> tuple[list[Engagement], list[Engagement]]:
    apart: tuple[list[Engagement], list[Engagement]] = ([], [])
    for one in held:
        apart[0 if one.is_processing else 1].append(one)
    return apart


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
        if set(here) != set(there) or (not both and country not in told):
            yield Difference("transfer", here, there, **places, subject=country)


def _between(register: Register, parties: tuple[str, str], on: date) -> list[Agreement]:
    return [one for one in register.agreements if set(parties) <= set(one.between) and one.holds(on)]


def _papers(mine: list[Agreement], theirs: list[Agreement], who: Counterparts) -> Iterator[Difference]:
    """Agreements between the two, by kind: those that one side has, and what differs in those that both have."""
    left = list(theirs)
    for one in mine:
        alike = [other for other in left if _kind(other) == _kind(one)]
        other = next((same for same in alike if same.signed == one.signed), alike[0] if alike else None)
        if other is None:
            yield Difference(
                "agreement", customer=(one.key,), subject=_shown(one), paths=((f"agreements.{one.key}",), ())
            )
            continue
        left = [paper for paper in left if paper is not other]
        yield from _terms(one, other, who)
    for one in left:
        yield Difference(
            "agreement", vendor=(one.key,), subject=_shown(one), paths=((), (f"agreements.{one.key}",))
        )


def _kind(one: Agreement) -> object:
    return meaning("agreements", one.kind) if one.kind else None


def _shown(one: Agreement) -> str:
    return one.kind if isinstance(one.kind, str) else next(iter((one.kind or {}).values()), "")


def _terms(one: Agreement, other: Agreement, who: Counterparts) -> Iterator[Difference]:
    """What two records of one agreement say differently."""
    paths = ((f"agreements.{one.key}",), (f"agreements.{other.key}",))
    for name, spec in specs(Agreement).items():
        if not _is_term(spec):
            continue
        mine, theirs = _values(one, spec), _values(other, spec)
        told = tuple(who.ours.get(key, "") for key in theirs) if spec.refers else theirs
        if set(mine) != set(told):
            here = tuple(value for value in mine if value not in told)
            there = tuple(value for value, ours in zip(theirs, told, strict=True) if ours not in mine)
            yield Difference(name, here, there, subject=_shown(one), paths=paths)


def _is_term(spec: Spec) -> bool:
    """Whether a field holds a term that two records of one agreement should agree on: no words, and nobody's own keys."""
    own = spec.name in Entry.model_fields or spec.mapping or spec.part is not None or is_text(spec)
    return not own and (spec.refers is None or (spec.refers.kind == "party" and not spec.refers.or_words))


def _values(one: Agreement, spec: Spec) -> tuple[Any, ...]:
    value = getattr(one, spec.name)
    return value if isinstance(value, tuple) else () if value is None else (value,)
