"""Where data come to a party by several flows, all that they say of it is told: in which countries, in which role."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from tests.sharing.test_reach import ON, Defined, registers

from ropa.model import PEOPLE, Register
from ropa.sharing import holders

VENDOR = {"recipient": "vendor", "role": "processor", "countries": "NL"}
IRELAND = {"key": "ie", "sender": "vendor", "recipient": "cloud", "role": "processor", "countries": "IE"}
AMERICA = {**IRELAND, "key": "us", "countries": "US", "personal_data": "name"}


def repairs(*flows: dict[str, object]) -> Register:
    """A landlord, a vendor and its cloud."""
    activity = {
        "key": "repairs",
        "data_subjects": "tenants",
        "personal_data": ["name", "email"],
        "flows": [VENDOR, *flows],
    }
    return Register(
        holder="home", parties=[{"key": key} for key in ("home", "vendor", "cloud")], activities=[activity]
    )


def test_another_country_is_told_whichever_flow_comes_first() -> None:
    """The order of flows says nothing."""
    for flows in ((IRELAND, AMERICA), (AMERICA, IRELAND)):
        found = next(one for one in holders(repairs(*flows), "name", on=ON).holdings if one.party == "cloud")
        told = [hop.countries for way in (*found.ways, *found.besides) for hop in way.by]
        assert [("IE",), ("US",)] == sorted(told)


def test_it_is_told_of_what_it_carries() -> None:
    """In words and as plain data; only those data that come by it too."""
    found = holders(repairs(IRELAND, AMERICA), "tenants", on=ON)
    assert "Name of Tenants: also vendor → cloud (sub-processor, United States) — repairs".casefold() in [
        one.casefold() for one in found.sentences("en")
    ]
    (beside,) = found.as_json()["holders"][-1]["besides"]
    assert (["name"], ["US"], ["vendor", "cloud"]) == (
        beside["personal_data"],
        beside["countries"],
        beside["path"],
    )


def test_a_flow_that_says_the_same_adds_nothing() -> None:
    """Nor does one that may happen, where the same surely does."""
    for more in ({}, {"possible": True}):
        found = holders(repairs(IRELAND, {**IRELAND, "key": "again", **more}), "name", on=ON)
        assert not any(one.besides for one in found.holdings)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(registers())
def test_every_flow_that_brings_data_is_told(register: Register) -> None:
    """Of whoever holds data that did not begin there, each country in which a flow puts them is told."""
    (work,) = register.activities
    flows = tuple(
        one.model_copy(update={"countries": ("NL",) if at % 2 else ("US",)})
        for at, one in enumerate(work.flows)
    )
    register = register.put(work.model_copy(update={"flows": flows}))
    defined = Defined(register, certain=False)
    begun = {*defined.starts(), *defined.made}
    for item in {kind.kind for kind in work.personal_data if isinstance(kind.kind, str)}:
        held = {one.party: one for one in holders(register, item, on=ON).holdings}
        for party, what, who, tag in defined.facts:
            for hop in defined.hops:
                if what != item or party != hop.sender or hop.sender == PEOPLE or hop.returned:
                    continue
                if not defined.carries(hop, item, who) or defined.becomes_its_own(hop):
                    continue
                for to in defined.behalf(hop, tag):
                    if (hop.recipient, item, who, to) not in begun:
                        one = held[hop.recipient]
                        ways = [way for way in (*one.ways, *one.besides) if (item, who) in way.tokens]
                        assert hop.countries in [step.countries for way in ways for step in way.by]
