"""What a register says of itself is not yet known, and by what names a finding calls its places."""

from __future__ import annotations

from typing import Any

from tests.rules.asking import asked

from ropa.glossary import LANGUAGES

NAMED = {"key": "a", "name": "Paying wages", "purposes": "Paying", "data_subjects": "employees",
         "personal_data": "salary", "retention": "P7Y"}  # fmt: skip


def of_security(**absence: Any) -> Any:
    bakery = {"key": "bakery", "name": "The Bakery", "contact": {"email": "info@bakery.example"}}
    around = {"absences": {"flows": "none", **({"security": absence} if absence else {})}}
    (found,) = asked("item-missing", parties=[bakery], activities=[{**NAMED, **around}])
    return found


def test_who_finds_out() -> None:
    """The absence as recorded, in the place of the advice to record one."""
    found = of_security(unknown="IT is asked", owner="An", due="2027-01-31")

    assert found.remedy() == (
        "Recorded as “not yet known: IT is asked (To be found out by: An; Due by: 2027-01-31)”: "
        "add “security” as soon as it is known."
    )
    for language in LANGUAGES:
        assert "An" in found.remedy(language)
        assert "absences" not in found.remedy(language)


def test_nobody_finds_out() -> None:
    """Not known, and nobody is named: that is what to record."""
    found = of_security(unknown="IT is asked")

    assert "owner" in found.remedy()
    assert "absences" in of_security().remedy()


def test_by_name() -> None:
    """A finding calls an activity by its name, and not by its path."""
    for language in LANGUAGES:
        said = of_security().message(language)
        assert "Paying wages" in said
        assert "activities." not in said


def test_flow_by_name() -> None:
    """A flow is called by its activity and its recipient."""
    parties = [{"key": "bakery"}, {"key": "office", "name": "The Office"}]
    work = {**NAMED, "controllers": "office", "flows": {"recipient": "bakery", "role": "processor"}}
    found = asked("item-missing", parties=parties, activities=[work])
    said = {one.place.of: one.message() for one in found}

    assert "Paying wages → bakery" in said["processing"]
    assert "activities." not in said["processing"]
