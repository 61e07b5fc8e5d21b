"""Annexes name their parties, and who stands below them: nobody else, whatever a text or a key says."""

from __future__ import annotations

from typing import Any

import pytest
from tests.outline.contracts.deals import ON, everything, keys, leads

from ropa.audience import copy_for
from ropa.model import Register
from ropa.outline.contracts import processing_annex, scc_annex


def payroll() -> Register:
    """An office with two customers that share an activity, in texts that name both, and a desk in India for them."""
    papers: list[dict[str, Any]] = [
        {"key": "dpa-acme", "kind": "processing-agreement", "between": ["acme", "office"]},
        {"key": "dpa-beta", "kind": "processing-agreement", "between": ["beta", "office"]},
        {
            "key": "scc",
            "kind": "standard-contractual-clauses",
            "decision": "2021/914",
            "module": "3",
            "between": ["office", "desk"],
        },
        {"key": "resale", "kind": "resale", "between": ["office", "seller"]},
    ]
    both = {
        "key": "pay-beta-too",
        "name": "Pay, for Beta Clinics as well",
        "description": "As for Beta Clinics (sold by Verkooppunt Zuid), and for Acme Foods.",
        "controllers": ["acme", "beta"],
        "purposes": "Paying the staff of Beta Clinics and Acme Foods",
        "personal_data": ["name"],
        "data_subjects": "employees",
        "flows": [
            *({"sender": one, "recipient": "office", "role": "processor"} for one in ("acme", "beta")),
            {"sender": "office", "recipient": "desk", "role": "processor", "countries": "IN"},
        ],
    }
    return Register.of(
        {
            "holder": "office",
            "parties": [
                {"key": "office", "name": "Pay Office BV", "security": "A vault for Beta Clinics", "dpo": "guard"},
                {"key": "guard", "name": "Guard Partners BV"},
                {"key": "desk", "name": "Desk Pvt Ltd", "country": "IN"},
                {"key": "acme", "name": "Acme Foods NV"},
                {"key": "beta", "name": "Beta Clinics Ltd"},
                {"key": "seller", "name": "Verkooppunt Zuid NV"},
            ],
            "agreements": [*papers, {"key": "guarding", "kind": "service", "between": ["office", "guard"]}],
            "activities": [both],
        }
    )  # fmt: skip


@pytest.mark.parametrize("copied", ["internal", "authority"])
def test_the_annex_of_one_customer_does_not_name_another(copied: str) -> None:
    """The agreement says for whom it is: nobody has to be asked for."""
    out = processing_annex(copy_for(payroll(), copied).register, language="en", on=ON, agreement="dpa-acme")
    told = everything(out)

    assert "eta" not in told.replace("etail", "").replace("retention", "").replace("Retention", "")
    assert "Verkooppunt" not in told
    assert "As for […] (sold by […]), and for Acme Foods." in told
    assert "A vault for […]" in told
    assert "Desk Pvt Ltd" in told
    assert not [key for key in keys(out) if "beta" in key]
    assert set(leads(out)) <= set(keys(out))
    assert "“[…]” stands where somebody else was named." in out.notice


def test_who_is_to_be_reached_for_a_party_is_named_with_it() -> None:
    """Its data protection officer has a contract too."""
    out = processing_annex(payroll(), language="en", on=ON, agreement="dpa-acme")

    assert "Guard Partners BV" in everything(out)


def test_an_importer_does_not_read_for_whom_it_works() -> None:
    """Purposes and activities name customers, and clauses are between the office and the desk."""
    told = everything(scc_annex(payroll(), language="en", on=ON, agreement="scc"))

    assert "Paying the staff of […] and […]" in told
    assert "Clinics" not in told
    assert "Acme" not in told


def test_where_nothing_is_hidden_nothing_is_said_of_it() -> None:
    """The mark is explained where it stands."""
    plain = payroll().put(
        payroll()
        .activities[0]
        .model_copy(update={"key": "pay", "name": "Pay", "description": None, "purposes": ()})
    )
    out = processing_annex(plain, language="en", on=ON, agreement="dpa-acme")

    assert ("[…]" in everything(out)) == ("stands where" in out.notice)
