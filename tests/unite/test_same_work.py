"""Work that two joined registers both record: told, and never united."""

from __future__ import annotations

from typing import Any

import pytest

from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.unite import join
from ropa.unite.same_work import SameWork

NUMBERS = {"shop": "12345678", "cafe": "23456789", "pay": "34567890"}
ROLE = {"role": "processor", "processing": "payroll"}


def party(key: str, name: str) -> dict[str, Any]:
    return {"key": key, "name": name, "registration": {"scheme": "kvk", "number": NUMBERS[key]}}


def customer(key: str = "shop", **more: Any) -> Register:
    wages = {
        "key": "wages",
        "name": "Wages",
        "personal_data": "salary",
        "flows": {"recipient": "pay", **ROLE},
    }
    told = {
        "holder": key,
        "parties": [party(key, key.title()), party("pay", "Pay BV")],
        "activities": [wages, {"key": "mail", "name": "Mail", "personal_data": "email"}],
    }
    return Register.of({**told, **more})


def row(key: str, customer: str, **flow: Any) -> dict[str, Any]:
    flows = {"sender": customer, "recipient": "pay", **ROLE, **flow}
    return {
        "key": key,
        "name": f"For {customer}",
        "controllers": customer,
        "personal_data": "salary",
        "flows": flows,
    }


def vendor(*rows: dict[str, Any], **more: Any) -> Register:
    told = {
        "holder": "pay",
        "parties": [party("pay", "Pay BV"), party("shop", "Shop"), party("cafe", "Cafe")],
        "activities": rows or (row("runs", "shop"), row("others", "cafe")),
    }
    return Register.of({**told, **more})


def found(*registers: Register, **how: Any) -> tuple[SameWork, ...]:
    return join(*registers, **how).same_work


def test_what_both_record() -> None:
    """By the keys of the joined register, and from which register each is; what is done for others is not it."""
    assert found(customer(), vendor()) == (SameWork("shop", "pay", (("wages",), ("runs",)), (1, 2)),)


def test_whatever_the_order() -> None:
    """The customer's come first in what is told all the same."""
    assert found(vendor(), customer()) == (SameWork("shop", "pay", (("wages",), ("runs",)), (2, 1)),)


def test_each_customer_has_its_own() -> None:
    """Two customers and their one processor."""
    told = found(customer(), vendor(), customer("cafe"))

    assert [(one.customer, one.activities, one.registers) for one in told] == [
        ("shop", (("wages",), ("runs",)), (1, 2)),
        ("cafe", (("wages-2",), ("others",)), (3, 2)),
    ]


def test_several_activities_of_the_customer_are_one_row_of_the_processor() -> None:
    """As `mirror` holds them."""
    more = {"key": "bonus", "personal_data": "salary", "flows": {"recipient": "pay", **ROLE}}
    (told,) = found(customer(activities=[*customer().activities, more]), vendor())

    assert told.activities == (("wages", "bonus"), ("runs",))


def test_under_another_role() -> None:
    """The processor that calls itself a controller there does the same work."""
    assert found(customer(), vendor(row("runs", "shop", role="controller")))


def test_nobody_works_for_itself() -> None:
    """One that is a controller beside its customer is the processor of the other alone."""
    both = {"controllers": ["shop", "pay"], "joint": True}
    mine = customer(activities=[{**customer().activities[0].model_dump(exclude_unset=True), **both}])
    told = found(mine, vendor({**row("runs", "shop"), **both}))

    assert [(one.customer, one.vendor) for one in told] == [("shop", "pay")]


def test_a_customer_listed_in_a_category() -> None:
    """A processor that writes "customers" and lists them."""
    category = {"key": "clients", "name": "Customers", "members": ["shop"]}
    theirs = vendor(row("runs", "clients"), parties=[*vendor().parties, category])

    assert [one.activities for one in found(customer(), theirs)] == [(("wages",), ("runs",))]


@pytest.mark.parametrize(
    "registers",
    [
        (customer(),),
        (customer(), customer()),
        (customer(), customer("cafe")),
        (vendor(), vendor()),
        (customer(), vendor(row("others", "cafe"))),
        (customer(activities=[{"key": "mail"}]), vendor()),
        (customer(), vendor(holder=None)),
    ],
)  # fmt: skip
def test_nothing_is_twice(registers: tuple[Register, ...]) -> None:
    """One register, no processor's register, nothing for that customer, nothing of its own."""
    assert found(*registers) == ()


def test_who_is_open_is_not_told() -> None:
    """A processor that only its name says to be one is not united, and nothing is said of its work; by name it is."""
    parties = [party("shop", "Shop"), {"key": "pay", "name": "Pay BV"}]

    assert not found(customer(parties=parties), vendor())
    assert found(customer(parties=parties), vendor(), by_name=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_is_said(language: str) -> None:
    """With both activities and where they are from; and the joined register keeps both."""
    joined = join(customer(), vendor())
    (told,) = [line for line in joined.sentences(language) if "Wages" in line]

    assert "For shop" in told
    assert "(wages, " in told
    assert "(runs, " in told
    assert "{" not in told
    assert joined.as_json()["same_work"] == [
        {
            "customer": {"key": "shop", "activities": ["wages"], "register": 1},
            "vendor": {"key": "pay", "activities": ["runs"], "register": 2},
        }
    ]
    assert {one.key for one in joined.register.activities} >= {"wages", "runs"}
