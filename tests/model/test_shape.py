"""What types cannot tell: references, keys used twice, entries alike, values beside absences."""

from __future__ import annotations

from typing import Any

import pytest
from tests.builders import a_register

from ropa.errors import NotUnderstood


def wrong(**activity: Any) -> list[str]:
    """What is wrong with a register of one activity, by path."""
    with pytest.raises(NotUnderstood) as caught:
        a_register(activities=[{"key": "p", **activity}])
    return [one.at for one in caught.value.problems]


def test_references_lead_somewhere() -> None:
    """Of every kind; reserved words and texts only where they may stand."""
    a_register(activities=[{"key": "p", "flows": [{"sender": "data-subjects", "recipient": "host"}]}])

    assert wrong(flows=[{"recipient": "data-subjects"}]) == ["activities.p.flows.1.recipient"]
    assert wrong(related="q") == ["activities.p.related"]
    assert wrong(systems=["s", "t"]) == ["activities.p.systems.1", "activities.p.systems.2"]
    assert wrong(flows=[{"recipient": "host", "agreements": "x"}]) == ["activities.p.flows.1.agreements"]
    assert wrong(purposes=[{"text": "x", "legal_bases": [{"basis": "consent", "obtained_by": "who"}]}]) == [
        "activities.p.purposes.1.legal_bases.1.obtained_by"
    ]


def test_data_of_a_flow_are_listed_by_the_activity() -> None:
    """By what they say in any language, by key, or in general."""
    items = [{"kind": {"nl": "naam", "fr": "nom"}}, {"kind": "salary", "key": "pay"}]
    a_register(
        general=[{"personal_data": "photo"}],
        activities=[
            {
                "key": "p",
                "personal_data": items,
                "flows": [{"recipient": "host", "personal_data": ["nom", "pay", "photo"]}],
            }
        ],
    )

    assert wrong(
        personal_data="salary", flows=[{"recipient": "host", "personal_data": ["salary", "name"]}]
    ) == ["activities.p.flows.1.personal_data.2"]


def test_entries_alike_are_told_apart_by_a_key_or_a_contradiction() -> None:
    """Flows by sender, recipient and role; purposes by text; time limits by what they cover and their start."""
    twice = [
        {"recipient": "host", "role": "processor"},
        {"recipient": ["host"], "role": ["processor"], "note": "x"},
    ]

    assert wrong(flows=twice) == ["activities.p.flows.2"]
    assert wrong(purposes=["x", {"text": "x"}]) == ["activities.p.purposes.2"]
    assert wrong(retention=["P7Y", "as long as needed"]) == ["activities.p.retention.2"]
    assert wrong(flows=[{"key": "b", "recipient": "host"}, {"key": "b", "recipient": "desk"}]) == [
        "activities.p.flows.b"
    ]
    a_register(activities=[{"key": "p", "flows": [twice[0], {**twice[1], "key": "again"}]}])
    contradicted = {"evidence": [{"at": "L1", "reading": "contradicted"}]}
    a_register(activities=[{"key": "p", "flows": [twice[0], {**twice[1], **contradicted}]}])


def test_absences_name_a_field_that_is_empty() -> None:
    """Of this entry; transfers and recipients too, which flows answer."""
    a_register(
        activities=[
            {"key": "p", "absences": {"transfers": "none", "recipients": "none", "dpia": {"unknown": "why"}}}
        ]
    )

    assert wrong(absences={"transfer": "none"}) == ["activities.p.absences.transfer"]
    assert wrong(purposes="x", absences={"purposes": "none"}) == ["activities.p.absences.purposes"]
    with pytest.raises(NotUnderstood):
        a_register(activities=[{"key": "p", "absences": {"dpia": "perhaps"}}])


def test_an_absence_knows_its_state() -> None:
    """None, not applicable, or unknown."""
    register = a_register(
        activities=[
            {
                "key": "p",
                "absences": {"dpia": {"not_applicable": "x"}, "rights": "none", "storage": {"unknown": "y"}},
            }
        ]
    )

    assert {field: one.state for field, one in register.activity("p").absences.items()} == {
        "dpia": "not-applicable",
        "rights": "none",
        "storage": "unknown",
    }


def test_evidence_is_for_fields_of_its_entry() -> None:
    """With the nearest one where it is none."""
    with pytest.raises(NotUnderstood, match="did you mean 'purposes'"):
        a_register(activities=[{"key": "p", "evidence": [{"at": "L1", "for": "purpose"}]}])
