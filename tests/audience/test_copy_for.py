"""Copies for a reader: what is left out is nowhere in them, what is theirs is still there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.audience.differing import DATA, differing, words_of
from tests.strategies import registers, thorough

import ropa
from ropa.audience import copy_for, customers, readers, served_by_name
from ropa.formats.asked import Wish, asked
from ropa.formats.forms import FORMATS

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
@given(differing())
def test_a_customers_copy_has_its_own_data_and_no_other_customers(register: ropa.Register) -> None:
    """Which data are whose is told by whose they are, by what a flow names and by whom a flow is for."""
    known = customers(register)
    for customer in known:
        text = ropa.dumps(copy_for(register, "customer", customer).register)
        assert DATA[customer] in text
        assert not [one for one in words_of([*{*DATA} - {customer}]) if one in text], (customer, text)


@thorough
@given(st.one_of(served(), differing()))
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


def three() -> ropa.Register:
    """The case that was found: one activity for three, who each have data of their own."""
    items = ["name", *({"kind": kind, "subjects": people} for kind, people in zip(KINDS, FOLK, strict=True))]
    given = [
        {"sender": key, "recipient": "host", "role": "processor", "data_subjects": people}
        for key, people in zip(THREE, FOLK, strict=True)
    ]
    onward = {"sender": "host", "recipient": "cloud", "role": "processor", "customers": ["alfa", "beta"]}
    of = {"key": "sites", "controllers": THREE, "data_subjects": FOLK, "personal_data": items}
    measure = {"text": "locks", "covers": ["health-data", "orders"]}
    return host(
        of | {"flows": [*given, onward], "security": [measure, {"text": "keys", "covers": "tax-data"}]}
    )


THREE, FOLK, KINDS = (
    ["alfa", "beta", "gamma"],
    ["patients", "customers", "citizens"],
    ["health-data", "orders", "tax-data"],
)


@pytest.mark.parametrize("at", [0, 1, 2])
def test_data_of_one_customer_are_in_its_copy_alone(at: int) -> None:
    (activity,) = copy_for(three(), "customer", THREE[at]).register.activities
    assert [one.kind for one in activity.data_subjects] == [FOLK[at]]
    assert [(one.kind, one.subjects) for one in activity.personal_data] == [
        ("name", ()),
        (KINDS[at], (FOLK[at],)),
    ]
    assert [one.covers for one in activity.security] == [(KINDS[at],)]


def test_data_that_no_flow_tells_apart_stay() -> None:
    """Unknown is not none: who may have them is not told that it has not."""
    of = {
        "key": "sites",
        "controllers": ["alfa", "beta"],
        "data_subjects": ["patients", "customers"],
        "personal_data": ["name", "health-data"],
        "flows": [
            {"sender": "alfa", "recipient": "host", "role": "processor"},
            {"sender": "beta", "recipient": "host", "role": "processor", "personal_data": "name"},
        ],
    }
    alfa, beta = (copy_for(host(of), "customer", key).register.activities[0] for key in ("alfa", "beta"))
    assert [one.kind for one in alfa.personal_data] == ["name", "health-data"]
    assert [one.kind for one in beta.personal_data] == ["name"]
    assert len(alfa.data_subjects) == len(beta.data_subjects) == 2


def test_whose_data_are_is_narrowed_where_people_and_data_are_shared() -> None:
    """Both have patients and names; the health data of patients are one's alone, those of staff the other's."""
    of: dict[str, Any] = {
        "key": "sites",
        "controllers": ["alfa", "beta"],
        "data_subjects": ["patients", "employees"],
        "personal_data": ["name", "health-data"],
        "flows": [
            {"sender": "alfa", "recipient": "host", "role": "processor", "personal_data": "health-data",
             "data_subjects": "patients"},
            {"sender": "alfa", "recipient": "host", "role": "processor", "personal_data": "name"},
            {"sender": "beta", "recipient": "host", "role": "processor", "personal_data": "health-data",
             "data_subjects": "employees"},
            {"sender": "beta", "recipient": "host", "role": "processor", "personal_data": "name"},
        ],
    }  # fmt: skip
    for at, flow in enumerate(of["flows"]):
        flow["key"] = f"f{at}"
    (activity,) = copy_for(host(of), "customer", "alfa").register.activities
    assert [(one.kind, one.subjects) for one in activity.personal_data] == [
        ("name", ()),
        ("health-data", ("patients",)),
    ]


def test_a_flow_that_carries_nothing_of_a_customer_is_not_in_its_copy() -> None:
    """Health data go to a laboratory: who has none there has nothing to do with it, though its host does."""
    register = three()
    lab = {"sender": "host", "recipient": "cloud", "role": "processor", "personal_data": "health-data"}
    whole = register.activities[0].model_copy(
        update={"flows": (*register.activities[0].flows[:3], ropa.Flow(**lab))}
    )
    register = ropa.Register.of({**register.model_dump(), "activities": [whole.model_dump()]})
    sent = {key: len(copy_for(register, "customer", key).register.flows()) for key in THREE}
    assert sent == {"alfa": 2, "beta": 1, "gamma": 1}


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


def test_what_is_passed_on_without_having_come_there_brings_nobody_elses_people() -> None:
    """The cloud got orders only; its flow for one customer names other data, and not whose they are."""
    given = [
        {
            "sender": key,
            "recipient": "host",
            "role": "processor",
            "personal_data": kind,
            "data_subjects": people,
        }
        for key, kind, people in zip(THREE, KINDS, FOLK, strict=True)
    ]
    onward = [
        {"sender": "host", "recipient": "cloud", "role": "processor", "personal_data": "orders"},
        {"sender": "cloud", "recipient": "desk", "role": "processor", "personal_data": "health-data", "customers": "alfa"},
    ]  # fmt: skip
    of = {
        "key": "a",
        "controllers": THREE,
        "data_subjects": FOLK,
        "personal_data": KINDS,
        "flows": [*given, *onward],
    }
    register = host(of, others=({"key": "desk"},))
    (activity,) = copy_for(register, "customer", "alfa").register.activities
    assert [one.kind for one in activity.data_subjects] == ["patients"]
    assert [one.kind for one in activity.personal_data] == ["health-data"]
    assert [one.recipient for one in activity.flows] == [("host",), ("desk",)]


def test_a_customer_is_not_read_without_its_legal_form() -> None:
    """The case that was found: a text names another customer as people do."""
    register = ropa.Register.of(
        {
            "holder": "host",
            "parties": [
                {"key": "host", "name": "Host BV"},
                {"key": "acme", "name": "Acme Foods NV"},
                {"key": "c2", "name": "AZ Sint-Godelieve VZW", "dpo": {"name": "Dr. Prevenier"}},
            ],
            "activities": [
                {
                    "key": "shop",
                    "description": "Zoals voor AZ Sint-Godelieve, volgens dr. Prevenier; niet voor Acme Foods.",
                    "controllers": ["acme", "c2"],
                    "flows": [
                        {"sender": one, "recipient": "host", "role": "processor"} for one in ("acme", "c2")
                    ],
                }
            ],
        }
    )
    (activity,) = copy_for(register, "customer", "acme").register.activities
    assert activity.description == "Zoals voor […], volgens […]; niet voor Acme Foods."


def unknown() -> ropa.Register:
    why = {"unknown": "Beta does not answer", "owner": "Jan", "due": "2027-01-01"}
    return host({"key": "a", "controllers": ["alfa"], "absences": {"retention": why}})


@pytest.mark.parametrize(("name", "why"), [("authority", "Beta does not answer"), ("public", "")])
def test_that_something_is_not_known_stays(name: str, why: str) -> None:
    """Why it is not is part of the record that the authority gets, and not for the public; who finds out is for neither."""
    (activity,) = copy_for(unknown(), name).register.activities
    absence = activity.absences["retention"]
    assert (absence.state, absence.unknown, absence.owner, absence.due) == ("unknown", why, None, None)


def test_the_public_reads_that_it_is_not_known_and_not_why() -> None:
    wish = Wish("en", ON, None, "public")
    for name, suffix in (("report", ".html"), ("yaml", ".yaml")):
        told = FORMATS[name].write(asked(unknown(), wish, suffix)).decode()
        assert "does not answer" not in told
        assert "nknown" in told or "not known" in told


def test_customers_that_are_named_are_counted() -> None:
    """Neither the holder, who is its own, nor a category that names nobody."""
    flows = [{"recipient": "host", "role": "processor"}]
    register = host(
        {"key": "a", "controllers": ["alfa", "clients"], "flows": flows},
        {"key": "b", "controllers": ["host"], "flows": [{"recipient": "cloud", "role": "processor"}]},
        others=({"key": "clients", "name": "Clients", "named": False, "members": ["beta"]},),
    )
    assert served_by_name(register) == ("alfa", "beta")
    assert served_by_name(host()) == ()


def test_evidence_goes_with_the_fields_it_was_for() -> None:
    """What proves a remark is nothing for who does not read the remark."""
    evidence = [{"at": "L1"}, {"at": "L2", "for": ["note"]}, {"at": "L3", "for": ["note", "country"]}]
    host = {"key": "host", "note": "slow to answer", "country": "BE", "evidence": evidence}
    register = ropa.Register.of({"holder": "host", "parties": [host]})
    left = copy_for(register, "authority").register.party("host").evidence
    assert [(one.at, one.for_) for one in left] == [("L1", ()), ("L3", ("country",))]


def test_a_paper_under_which_only_data_of_others_go_is_theirs() -> None:
    """The host is engaged by both, and each has its own contract with it."""
    parties = [{"key": key} for key in ("us", "acme", "host")]
    papers = [
        {"key": "ours", "kind": "processing-agreement", "between": ["us", "host"], "notice_days": 30},
        {"key": "acmes", "kind": "processing-agreement", "between": ["acme", "host"]},
        {"key": "us-acme", "kind": "processing-agreement", "between": ["acme", "us"]},
    ]
    flows = [
        {"sender": "us", "recipient": "host", "role": "processor"},
        {"sender": "acme", "recipient": "host", "role": "processor"},
        {"key": "for-acme", "sender": "acme", "recipient": "us", "role": "processor"},
    ]
    both = {"key": "portal", "controllers": ["us", "acme"], "personal_data": "name", "flows": flows[:2]}
    other = {"key": "lab", "controllers": ["acme"], "personal_data": "name", "flows": flows[2:]}
    register = ropa.Register.of(
        {"holder": "us", "parties": parties, "agreements": papers, "activities": [both, other]}
    )
    kept = copy_for(register, "customer", "acme").register.agreements
    assert [one.key for one in kept] == ["acmes", "us-acme"]
