"""What joining promises of any registers whatever: nothing lost, nothing dangling, nothing meant otherwise."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable
from datetime import date
from typing import Any

from hypothesis import given, settings, strategies as st
from tests.strategies import registers, thorough

from ropa.law import Role
from ropa.model import PEOPLE, Activity, Agreement, Flow, Hop, Register, Registration
from ropa.unite import Joined, join, mirror
from ropa.unite.rewrite import Rewriter

Told = Counter[Hashable]
some = settings(thorough, max_examples=25)  # two or three whole registers are made for each


def keys_of(joined: Joined, number: int, register: Register) -> dict[str, dict[str, str]]:
    """What the keys of one register became, as the answer tells it."""
    found: dict[str, dict[str, str]] = {"party": {}, "agreement": {}, "activity": {}, "source": {}}
    lists = {"party": register.parties, "agreement": register.agreements, "activity": register.activities}
    for kind, entries in lists.items():
        found[kind] = {one.key: one.key for one in entries}
    if register.holder:
        found["party"].setdefault(register.holder, register.holder)
    for one in joined.renamed:
        if one.register == number:
            found.setdefault(one.kind, {})[one.was] = one.now
    return found


def told(hops: tuple[Hop, ...], keys: dict[str, dict[str, str]], rewriter: Rewriter | None) -> Told:
    """Flows as they can be compared: who sends what to whom, as what, where, when, for whom, by which papers."""
    party = {PEOPLE: PEOPLE, **keys["party"]}
    found: Told = Counter()
    for hop in hops:
        flow = rewriter.entry(hop.flow) if rewriter else hop.flow
        found[
            keys["activity"].get(hop.activity, hop.activity),
            party[hop.sender],
            party[hop.recipient],
            flow.role,
            flow.personal_data,
            flow.countries,
            flow.processing,
            flow.when,
            tuple(sorted(dict.fromkeys(party[one] for one in hop.controllers))),
            tuple(sorted(keys["agreement"][one] for one in hop.agreements)),
            hop.general,
            hop.sub_processor,
            hop.holds_from,
            hop.holds_until,
        ] += 1
    return found


def everything(register: Register) -> Told:
    same = {
        "party": {one: one for one in register.party_keys},
        "agreement": {one.key: one.key for one in register.agreements},
        "activity": {one.key: one.key for one in register.activities},
    }
    return told(register.flows(), same, None)


@some
@given(registers())
def test_a_register_joined_with_nothing_is_that_register(register: Register) -> None:
    """Not one word changes, and there is nothing to tell."""
    joined = join(register)

    assert joined.register == register
    assert joined.sentences("en") == ()


@some
@given(registers(), registers(), st.booleans())
def test_every_flow_is_still_there_and_means_the_same(one: Register, other: Register, by_name: bool) -> None:
    """From the same sender to the same recipient, for the same controllers, under the same agreements."""
    joined = join(one, other, by_name=by_name)
    found = everything(joined.register)
    for number, register in enumerate((one, other), start=1):
        if not register.activities:
            continue  # its flows get an activity to stand in: told below
        keys = keys_of(joined, number, register)
        rewriter = Rewriter(register, keys, joined.register.language)
        wanted = told(register.flows(), keys, rewriter)

        assert wanted - found == Counter()


def numbered(register: Register) -> Register:
    """The same register, each party with the number of its place, an agreement between all of them and a flow.

    The parties of two registers are then the same, and meet in both.
    """
    parties = tuple(
        party.model_copy(
            update={
                "named": None,
                "registration": (Registration(scheme="kvk", number=f"{at:08}"),),
                "absences": {key: one for key, one in party.absences.items() if key != "registration"},
            }
        )
        for at, party in enumerate(register.parties)
    )
    keys = tuple(party.key for party in parties)
    more: dict[str, Any] = {"parties": parties}
    if len(keys) > 1:
        flow = Flow(recipient=keys[1:2], role=(Role.PROCESSOR,))
        more["activities"] = (
            *register.activities,
            Activity(key="meeting", controllers=keys[:1], flows=(flow,)),
        )
        more["agreements"] = (*register.agreements, Agreement(key="everybody", between=keys))
    return register.model_copy(update=more)


@some
@given(registers(), registers())
def test_no_agreement_holds_for_what_it_did_not(one: Register, other: Register) -> None:
    """However many parties the two have in common; one that a register without activities has is told."""
    one, other = numbered(one), numbered(other)
    joined = join(one, other)
    wider = {made.key for made in joined.wider}
    for number, register in enumerate((one, other), start=1):
        own = set(keys_of(joined, number, register)["agreement"].values())
        places = set(keys_of(joined, number, register)["activity"].values())
        homes = {made.key for made in joined.made if made.register == number}
        for hop in joined.register.flows():
            assert not (set(hop.agreements) & own - wider) or hop.activity in places | homes


@some
@given(registers(), registers())
def test_no_flow_comes_from_nowhere(one: Register, other: Register) -> None:
    """As many flows as the two had; what is said in general for no activity at all counts once it has one."""
    joined = join(one, other)
    homes = {made.key for made in joined.made}
    found = [hop for hop in joined.register.flows() if hop.activity not in homes]
    had = sum(len(register.flows()) for register in (one, other) if register.activities)

    assert len([hop for hop in found if hop.activity]) == had


@some
@given(registers(), registers(), registers())
def test_no_entry_is_lost(one: Register, other: Register, third: Register) -> None:
    """Every list has as many entries as those that were joined, less what became one; what was made is told."""
    joined = join(one, other, third)
    for name in ("activities", "agreements", "systems", "general", "notices", "observations", "left_out"):
        had = sum(len(getattr(register, name)) for register in (one, other, third))
        made = sum(m.kind == "activity" for m in joined.made) if name == "activities" else 0

        assert len(getattr(joined.register, name)) == had + made


@some
@given(registers(), registers())
def test_the_order_changes_no_facts(one: Register, other: Register) -> None:
    """As many parties, flows and entries of every kind, whichever comes first."""
    left, right = join(one, other, holder=None).register, join(other, one, holder=None).register

    def size(register: Register) -> dict[str, Any]:
        return {
            "parties": len(register.parties),
            "flows": len([hop for hop in register.flows()]),
            "measures": len(register.measures),
            "agreements": len(register.agreements),
        }

    assert size(left) == size(right)


@some
@given(registers(), registers(), st.booleans())
def test_everything_can_be_told(one: Register, other: Register, by_name: bool) -> None:
    """In words and as plain data, whatever stands in the registers."""
    joined = join(one, other, by_name=by_name)

    assert json.dumps(joined.as_json())
    assert len(joined.sentences("fr")) >= len(joined.renamed)


@some
@given(registers(), registers(), st.booleans())
def test_any_two_registers_can_be_held_against_each_other(
    one: Register, other: Register, by_name: bool
) -> None:
    """Those that say whose they are; the answer can always be told."""
    if one.holder is None or other.holder is None:
        return
    found = mirror(
        one, other, on=date(2026, 6, 1), by_name=by_name, vendor_as=one.holder, customer_as=other.holder
    )

    assert json.dumps(found.as_json())
    assert found.sentences("de")
