"""What stands out among data after a breach: of the people whose data are there, and surely where they surely are."""

from __future__ import annotations

from datetime import date
from typing import Any

from ropa.model import Register
from ropa.sharing import impact

ON = date(2026, 6, 1)
PHOTOS: list[dict[str, Any]] = [
    {"kind": "photo", "subjects": "employees", "special": "biometric-data"},
    {"kind": "photo", "key": "of-customers", "subjects": "customers"},
]


def signs(items: list[Any], *flows: dict[str, Any]) -> set[tuple[str, str, bool]]:
    """What a breach at the host says is to be weighed, and whether that is only possible."""
    work = {"key": "work", "data_subjects": ["employees", "customers"], "personal_data": items}
    held = Register(
        holder="shop",
        parties=[{"key": "shop"}, {"key": "host"}],
        activities=[
            {**work, "flows": [{"recipient": "host", "role": "processor", **flow} for flow in flows]}
        ],
    )
    found = impact(held, breach="host", on=ON)
    return {(one.kind, str(one.what), one.possible) for told in found.notify for one in told.indicators}


def test_the_same_kind_of_other_people_brings_nothing() -> None:
    """Photos of customers are no biometric data because those of employees are."""
    assert not signs(PHOTOS, {"data_subjects": "customers"})
    assert signs(PHOTOS, {"data_subjects": "employees"}) == {("special", "photo", False)}
    assert signs(PHOTOS, {}) == {("special", "photo", False)}


def test_what_some_data_surely_say_is_sure() -> None:
    """Other data of the kind that may be there besides make it no less so, whichever comes first."""
    sure, perhaps = {"key": "a", "data_subjects": "employees"}, {"key": "b", "possible": True}
    items = [{"kind": "health", "special": "health"}]
    for flows in ((sure, perhaps), (perhaps, sure)):
        assert ("special", "health", False) in signs(items, *flows)
    assert signs(items, perhaps) == {("special", "health", True)}
