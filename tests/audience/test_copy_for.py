"""Copies for a reader: what is left out is nowhere in them, what is theirs is still there."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st
from tests.strategies import registers, thorough

import ropa
from ropa.audience import copy_for, customers, readers

NAMES = {
    "alfa": "Zwanenburg Alfa BV",
    "beta": "Quist & Beta",
    "gamma": "Vermorel Gamma SARL",
    "dorpje": "Dorpje Ödön",
}
ON = date(2026, 1, 1)


def host(*activities: object, others: tuple[object, ...] = (), **more: object) -> ropa.Register:
    """A processor with four customers."""
    parties = [
        {"key": "host", "name": "Host", "security": ["encryption"]},
        {"key": "cloud", "name": "Cloud"},
        *(
            {"key": key, "name": name, "contact": {"email": f"info@{key}mail.example"}}
            for key, name in NAMES.items()
        ),
        *others,
    ]
    return ropa.Register(holder="host", parties=parties, activities=list(activities), **more)


@st.composite
def served(draw: st.DrawFn) -> ropa.Register:
    """A processor whose customers share activities, flows, papers and texts in every way."""
    some = st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=3, unique=True)
    name = st.sampled_from([*NAMES.values(), *NAMES])
    words = st.builds("for {} and others".format, name)
    activities = []
    for number in range(draw(st.integers(1, 4))):
        data = [f"data {key}" for key in draw(some)]
        flows = [
            {
                "key": f"f{at}-{draw(name).split()[0].lower()}",
                "recipient": draw(st.sampled_from(["host", "cloud"])),
                "role": draw(st.sampled_from(["processor", "controller"])),
                "customers": draw(st.one_of(st.just([]), some)),
                "personal_data": draw(st.one_of(st.just([]), st.lists(st.sampled_from(data), unique=True))),
                "when": draw(words),
            }
            for at in range(draw(st.integers(0, 3)))
        ]
        activities.append(
            {
                "key": f"a{number}-{draw(st.sampled_from(sorted(NAMES)))}",
                "name": draw(words),
                "controllers": draw(some),
                "personal_data": [{"kind": one, "source": draw(some)} for one in data],
                "flows": flows,
                "retention": [{"period": "P1Y", "covers": data[0], "law": draw(words)}],
                "security": [{"text": draw(words), "by": draw(st.sampled_from(sorted(NAMES)))}],
            }
        )
    papers = [
        {"key": f"paper-{at}-{draw(st.sampled_from(sorted(NAMES)))}", "kind": "processing-agreement", "name": draw(words),
         "between": ["host", *draw(some)]}
        for at in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    return host(*activities, agreements=papers)


@thorough
@given(served())
def test_a_customers_copy_names_no_other_customer(register: ropa.Register) -> None:
    """Not their names, keys or addresses, and nothing that only flows on their behalf carry."""
    known = set(customers(register)) & set(NAMES)
    for customer in known:
        text = ropa.dumps(copy_for(register, "customer", customer).register).casefold()
        for other in known - {customer}:
            for mark in (other, NAMES[other].casefold(), f"{other}mail"):
                assert mark not in text, (customer, mark, text)


@thorough
@given(served())
def test_a_customers_copy_has_all_its_own_flows(register: ropa.Register) -> None:
    for customer in set(customers(register)) & set(NAMES):
        copied = copy_for(register, "customer", customer)
        own = _rows(register, customer)
        assert _rows(copied.register, copied.customer) == own
        assert len(own) == sum(
            len(one.rows) for one in ropa.processor_records(copied.register, "host", on=ON)
        )


def _rows(register: ropa.Register, customer: str | None) -> list[tuple[object, int]]:
    """What the processor does for a customer, and in how many flows."""
    rows = [row for one in ropa.processor_records(register, "host", on=ON) for row in one.rows]
    return [(row.category, len(row.paths)) for row in rows if row.controller.key == customer]


@thorough
@given(registers(), st.sampled_from(["authority", "public"]))
def test_a_copy_holds_nothing_of_what_its_reader_does_not_see(register: ropa.Register, name: str) -> None:
    from ropa.unite.rewrite import within

    chosen = readers()[name]
    copied = copy_for(register, name).register
    assert not [one for one in within(copied) if chosen.leaves(type(one))]
    assert copy_for(copied, name).register == copied


@thorough
@given(registers())
def test_an_internal_copy_is_the_register(register: ropa.Register) -> None:
    assert copy_for(register).register is register


def test_data_of_others_only_goes_with_what_covers_it() -> None:
    register = host(
        {
            "key": "sites",
            "controllers": ["alfa", "beta"],
            "personal_data": ["name", "salary", "never sent"],
            "flows": [
                {"recipient": "host", "role": "processor", "personal_data": "name"},
                {"recipient": "cloud", "role": "processor", "personal_data": "salary", "customers": "beta"},
            ],
            "retention": [
                {"period": "P1Y", "covers": "salary"},
                {"period": "P2Y", "covers": ["salary", "name"]},
            ],
        }
    )
    (activity,) = copy_for(register, "customer", "alfa").register.activities
    assert [one.kind for one in activity.personal_data] == ["name", "never sent"]
    assert [(one.period, one.covers) for one in activity.retention] == [("P2Y", ("name",))]
    assert [one.recipient for one in activity.flows] == [("host",)]


def test_joint_controllers_stay_together() -> None:
    of = {
        "key": "fund",
        "controllers": ["alfa", "beta"],
        "joint": True,
        "flows": [{"recipient": "host", "role": "processor"}],
    }
    copied = copy_for(host(of), "customer", "alfa").register
    assert [one.key for one in copied.parties] == ["host", "alfa", "beta"]


def test_a_member_of_a_category_sees_the_category_without_the_other_members() -> None:
    register = host(
        {"key": "mail", "controllers": ["clients"], "flows": [{"recipient": "host", "role": "processor"}]},
        others=({"key": "clients", "name": "Clients", "named": False, "members": ["alfa", "beta"]},),
    )
    copied = copy_for(register, "customer", "alfa").register
    assert copied.party("clients").members == ("alfa",)
    assert "beta" not in ropa.dumps(copied).casefold()


@pytest.mark.parametrize(
    ("name", "customer", "told"),
    [
        ("customer", "alva", "did you mean 'alfa'"),
        ("customer", "cloud", "nothing is recorded on behalf of 'cloud'"),
        ("customer", None, "give the key of the customer"),
        ("public", "alfa", "leave the customer out"),
        ("publik", None, "did you mean 'public'"),
    ],
)
def test_a_copy_that_cannot_be_made_says_why(name: str, customer: str | None, told: str) -> None:
    register = host(
        {"key": "a", "controllers": ["alfa"], "flows": [{"recipient": "host", "role": "processor"}]}
    )
    with pytest.raises(ropa.UnknownEntry, match=told):
        copy_for(register, name, customer)


def test_a_public_copy_has_no_address_in_a_text() -> None:
    register = host({"key": "a", "controllers": ["alfa"], "description": "Ask jo.doe@alfa.example, or us."})
    (activity,) = copy_for(register, "public").register.activities
    assert activity.description == "Ask […], or us."


def test_a_name_of_one_word_is_met_within_longer_words() -> None:
    """The measure of one customer's staff does not tell another one whose staff."""
    register = host(
        {
            "key": "a",
            "controllers": ["alfa", "dorpje"],
            "flows": [{"recipient": "host", "role": "processor", "when": "for dorpjesfolk only"}],
        }
    )
    assert copy_for(register, "customer", "alfa").register.flows()[0].flow.when == "for […] only"


def test_who_is_no_customer_and_under_no_contract_is_not_hidden() -> None:
    """The authority that a complaint goes to stands in the register, and serves nobody."""
    register = host(
        {
            "key": "a",
            "controllers": ["alfa"],
            "flows": [{"recipient": "host", "role": "processor"}],
            "rights": {"complaint": "Watchdog"},
        },
        others=({"key": "watchdog", "name": "Watchdog"},),
    )
    (activity,) = copy_for(register, "customer", "alfa").register.activities
    assert activity.rights is not None
    assert activity.rights.complaint == "Watchdog"
