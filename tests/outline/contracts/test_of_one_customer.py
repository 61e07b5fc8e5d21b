"""An annex of one customer of several: of the data of an activity only those that are held for it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.outline.contracts.deals import ON, everything, line

from ropa.model import Register
from ropa.outline import Outline
from ropa.outline.contracts import processing_annex, scc_annex
from ropa.outline.report import report

OWN = {
    "clinic": ("patients", "health-data"),
    "shop": ("customers", "orders"),
    "town": ("citizens", "tax-data"),
}
SAID = {
    "clinic": ("patients", "data concerning health"),
    "shop": ("customers", "order details"),
    "town": ("citizens", "tax data"),
}


def hosted() -> Register:
    """A host of three, in one activity; a backup for two of them, a desk in Manila for two others."""
    given = [
        {
            "sender": key,
            "recipient": "host",
            "role": "processor",
            "processing": "hosting",
            "data_subjects": people,
        }
        for key, (people, _) in OWN.items()
    ]
    onward = [
        {
            "sender": "host",
            "recipient": "backup",
            "role": "processor",
            "countries": "NL",
            "customers": ["clinic", "shop"],
        },
        {
            "sender": "host",
            "recipient": "manila",
            "role": "processor",
            "countries": "PH",
            "customers": ["shop", "town"],
        },
    ]
    of: dict[str, Any] = {
        "key": "sites",
        "name": "Hosting",
        "controllers": [*OWN],
        "data_subjects": [people for people, _ in OWN.values()],
        "personal_data": ["name", *({"kind": kind, "subjects": people} for people, kind in OWN.values())],
        "flows": [*given, *onward],
        "retention": {"period": "P1Y", "covers": [kind for _, kind in OWN.values()]},
        "security": [
            {"text": "Locks", "covers": ["health-data", "orders"]},
            {"text": "Keys", "covers": "tax-data"},
        ],
    }
    papers = [{"key": f"dpa-{key}", "kind": "processing-agreement", "between": ["host", key]} for key in OWN]
    clauses = {
        "key": "scc",
        "kind": "standard-contractual-clauses",
        "between": ["host", "manila"],
        "decision": "2021/914",
    }
    parties = [{"key": key, "name": key.title()} for key in ("host", *OWN, "backup", "manila")]
    return Register.of(
        {"holder": "host", "parties": parties, "agreements": [*papers, clauses], "activities": [of]}
    )


def says(out: Outline, whose: str) -> bool:
    """Whether an outline says anything of the data of one of them."""
    said = everything(out)
    return any(word in said for word in SAID[whose])


@pytest.mark.parametrize("customer", OWN)
@pytest.mark.parametrize("asked", ["agreement", "customer"])
def test_a_processing_annex_has_the_data_of_its_customer(customer: str, asked: str) -> None:
    """In what is processed, in what sub-processors get, in time limits and in measures."""
    of = {"agreement": f"dpa-{customer}"} if asked == "agreement" else {"customer": customer}
    out = processing_annex(hosted(), language="en", on=ON, **of)

    assert [one for one in OWN if says(out, one)] == [customer]
    assert line(out, "processing:sites", "Categories of data subjects") == SAID[customer][0]
    assert line(out, "processing:sites", "Categories of personal data") == f"name, {SAID[customer][1]}"


def test_sensitive_data_are_those_of_the_customer() -> None:
    """A shop does not sign for the health data of a clinic."""
    told = {
        key: line(
            processing_annex(hosted(), language="en", on=ON, customer=key),
            "processing:sites",
            "Sensitive data",
        )
        for key in ("clinic", "shop")
    }

    assert told["clinic"].startswith("data concerning health")
    assert told["shop"] == "none of the data recorded are marked so"


def test_clauses_describe_what_goes_there() -> None:
    """The desk in Manila works for the shop and the town: nothing of the clinic is exported."""
    out = scc_annex(hosted(), language="en", on=ON, agreement="scc")

    assert [one for one in OWN if says(out, one)] == ["shop", "town"]


def test_each_row_of_the_record_has_the_data_of_its_customer() -> None:
    """The whole record of the host, a row for each: name and what is that customer's."""
    rows = [
        (row[0][0].value, *("; ".join(str(cell.value) for cell in cells) for cells in row[2:4]))
        for row in _rows(report(hosted(), language="en", on=ON), "processor:host")
    ]

    assert rows == [(key.title(), f"name; {kind}", people) for key, (people, kind) in SAID.items()]


def _rows(out: Outline, key: str) -> Any:
    from tests.outline.contracts.deals import found

    from ropa.outline import Table

    (table,) = (one for one in found(out, key).blocks if isinstance(one, Table))
    return table.rows
