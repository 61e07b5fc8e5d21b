"""What the record of Article 30(2) lacks: who it works for, and what protects the data."""

from __future__ import annotations

from typing import Any

from tests.rules.asking import asked

REACHED = {"contact": {"email": "info@bakery.example"}}
WORK = {"recipient": "bakery", "role": "processor", "processing": "hosting"}


def lacking(us: Any = None, them: Any = None, *activities: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Where, what, by which provision and at which level, for a bakery that works for a café."""
    parties = [
        {"key": "bakery", "name": "The Bakery", **REACHED, **(us or {})},
        {"key": "cafe", "name": "The Café", **(them or {})},
    ]
    told = activities or ({"key": "site", "controllers": "cafe", "flows": WORK},)
    found = asked("item-missing", parties=parties, activities=list(told))
    return [(one.where, one.place.of, one.article, one.level.value) for one in found]


CONTACT = ("parties.cafe", "contact", "30(2)(a)", "error")
MEASURES = ("parties.bakery", "security", "30(2)(d)", "warning")


def test_an_activity_that_waits_for_its_measures_has_none_from_its_controller() -> None:
    """What somebody still has to find out is not answered by what holds for everything."""
    absent = {"absences": {"security": {"unknown": "being asked", "owner": "Ann", "due": "2026-10-15"}}}
    guarded = {"security": "encryption-at-rest"}
    found = lacking(guarded, REACHED, {"key": "site", **absent}, {"key": "shop"})
    assert [at for at, of, _, _ in found if of == "security"] == ["activities.site"]


def test_nothing_but_the_work() -> None:
    """The contact of each controller, and the measures."""
    assert lacking() == [CONTACT, MEASURES]
    assert lacking({"security": "locks"}, REACHED) == []


def test_measures_of_the_activity() -> None:
    """Measures of one piece of work are none for the other."""
    work = {"controllers": "cafe", "flows": WORK}
    first, second = (
        {"key": "site", "name": "Site", **work, "security": "locks"},
        {"key": "mail", "name": "Mail", **work},
    )
    assert lacking(None, REACHED, first) == []
    assert lacking(None, REACHED, first, {**second, "flows": {**WORK, "processing": "sending"}}) == [MEASURES]


def test_said_to_be_none() -> None:
    """What is declared is answered; what nobody knows yet is not."""
    assert lacking({"absences": {"security": "none"}}, {"absences": {"contact": "none"}}) == []
    assert lacking({"absences": {"security": {"unknown": "We ask"}}}, REACHED) == [MEASURES]


def test_category_of_customers() -> None:
    """Of a category each known member is asked; where none is known, another rule says so."""
    assert lacking({"security": "locks"}, {"named": False}) == []
    assert lacking({"security": "locks"}, {"named": False, "members": "bakery"}) == []


def test_told_once() -> None:
    """The holder in both records, without contact details: one finding."""
    own = {"key": "wages", "purposes": "Paying", "data_subjects": "employees", "personal_data": "salary",
           "retention": "P7Y", "security": "locks", "absences": {"flows": "none"}}  # fmt: skip
    theirs = {"key": "site", "controllers": "cafe", "flows": WORK}
    us = {"contact": None, "security": "locks"}
    assert lacking(us, REACHED, own, theirs) == [("parties.bakery", "contact", "30(1)(a)", "error")]
    assert lacking(us, REACHED, theirs) == [("parties.bakery", "contact", "30(2)(a)", "error")]
