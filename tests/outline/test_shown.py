"""Documents of copies: what is left out for a reader is not printed, and not said to be missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from tests.outline.dump import dump, texts
from tests.outline.everything import Everything
from tests.strategies import registers

from ropa.audience import copy_for, readers
from ropa.glossary import LANGUAGES, has_phrase
from ropa.model import Register
from ropa.model.change import fields
from ropa.outline import Outline, report, workbook

ON = date(2026, 11, 21)
MADE: tuple[Callable[..., Outline], ...] = (report, workbook)
both = pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
HOST = Register.of(
    {
        "holder": "host",
        "parties": [
            {"key": "host", "name": "Haven", "contact": {"email": "privacy@haven.example"}, "security": ["encryption"]},
            {"key": "cloud", "name": "Cloudy"},
            {"key": "acme", "name": "Acme Foods"},
            {"key": "beta", "name": "Quist Clinics"},
        ],
        "agreements": [
            {"key": "clauses", "kind": "standard-contractual-clauses", "between": ["host", "cloud"],
             "module": "3", "signed": "2023-01-01", "decision": "2021/914"}
        ],
        "activities": [
            {
                "key": "shop",
                "controllers": ["acme", "beta"],
                "flows": [
                    {"recipient": "host", "role": "processor", "processing": "hosting"},
                    {"sender": "host", "recipient": "cloud", "role": "processor", "countries": "IN", "agreements": "clauses"},
                ],
            },
            {"key": "wages", "controllers": "host", "purposes": "Paying", "note": "Ask Bea."},
        ],
    }
)  # fmt: skip


def made(
    make: Callable[..., Outline],
    register: Register,
    reader: str,
    customer: str | None = None,
    language: str = "en",
    **more: Any,
) -> Outline:
    copy = copy_for(register, reader, customer)
    how: dict[str, Any] = {"language": language, "on": ON, **more}
    return make(copy.register, reader=copy.reader, customer=copy.customer, **how)


@both
class TestThePublic:
    """No contacts, no measures, and nothing that says they are missing."""

    def test_letters_are_not_printed(self, make: Callable[..., Outline]) -> None:
        whole, public = (dump(made(make, HOST, reader)) for reader in ("internal", "public"))
        for said in (
            "General description of security",
            "Security measures [",
            "Contact details [Article 30(1)(a)]",
        ):
            assert said not in public, said
        for said in ("Article 30(1)(g)", "Article 30(2)(d)", "Contact details [Article 30(1)(a)]"):
            assert said in whole, said
            assert said not in public, said

    def test_how_transfers_stand_is_left_out_with_what_it_is_judged_by(
        self, make: Callable[..., Outline]
    ) -> None:
        """An assessment that is left out must not read as one that was not made."""
        whole, public = (dump(made(make, HOST, reader)) for reader in ("internal", "public"))

        assert "no assessment of the law of the destination" in whole
        assert "India" in public
        assert "assessment of the law" not in public
        assert "standard contractual clauses" in public

    def test_no_text_of_a_contact_or_a_measure(self, make: Callable[..., Outline]) -> None:
        """Of a register that says something in every field."""
        everything = Everything()
        register = Register.of(everything.register())
        out = "\n".join(texts(made(make, register, "public")))
        hidden = ("Contact.", "Measure.", "SharedMeasure.", "Dpia.", "TransferImpactAssessment.", "Evidence.")
        marks = [mark for mark, name in everything.marks.items() if name.startswith(hidden)]

        assert len(marks) > 10
        assert [mark for mark in marks if mark in out] == []

    @settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.generate))
    @given(registers())
    def test_no_contact_and_no_measure(self, make: Callable[..., Outline], register: Register) -> None:
        """Of any register whose parties can all be reached and are all secured."""
        contact = {"name": "A. Quixley", "email": "quixley@q.example", "phone": "+99 8877"}
        added = {"contact": contact, "dpo": contact, "security": ["Quixley lock"], "absences": {}}
        parties = [{**fields(one), **added} for one in register.parties]
        register = register.model_copy(update={"parties": parties})
        public = dump(made(make, register, "public"))

        assert "uixley" not in public
        assert "+99 8877" not in public


@both
class TestACustomer:
    """The record of what is done for it, and its chain; none of the holder's own."""

    def test_only_what_is_done_for_it(self, make: Callable[..., Outline]) -> None:
        outline = made(make, HOST, "customer", "acme")
        keys = [section.key for section in outline.sections]
        out = "\n".join(texts(outline))

        assert not any(key in ("sheet-controller", "controller:host") for key in keys)
        assert any(key in ("sheet-processor", "processor:host") for key in keys)
        assert "chains" in keys
        for said in ("Quist", "beta", "Paying", "Ask Bea", "as controller"):
            assert said not in out, said
        assert "customer Acme Foods" in out
        assert "“[…]” stands where somebody else was named." in outline.notice

    def test_joint_with_the_holder(self, make: Callable[..., Outline]) -> None:
        """A controller that answers together with the holder sees that record."""
        told = Register.of(
            {
                "holder": "host",
                "parties": [{"key": "host"}, {"key": "acme"}],
                "activities": [{"key": "fair", "controllers": ["host", "acme"], "joint": True}],
            }
        )
        keys = [section.key for section in made(make, told, "customer", "acme").sections]

        assert any(key in ("sheet-controller", "controller:host") for key in keys)


@both
class TestTheFront:
    """The front says for whom, and what is left out."""

    @pytest.mark.parametrize(("reader", "language"), product(readers(), LANGUAGES))
    def test_in_words(self, make: Callable[..., Outline], reader: str, language: str) -> None:
        customer = "acme" if readers()[reader].one_customer else None
        outline = made(make, HOST, reader, customer, language)
        labels = {line.label: str(line.cells[0].value) for line in outline.facts}
        told = [label for label in labels if label in LEFT_OUT]

        assert bool(told) is not readers()[reader].everything
        for label in told:
            assert len(labels[label].split("; ")) > 6

    def test_nothing_is_said_of_a_document_for_the_house(self, make: Callable[..., Outline]) -> None:
        assert dump(made(make, HOST, "internal")) == dump(make(HOST, language="en", on=ON))


def test_every_reader_has_a_name() -> None:
    for name, reader in readers().items():
        assert has_phrase(f"copied.reader.{name}") is not reader.everything


LEFT_OUT = (
    "Left out of this copy",
    "Weggelaten uit dit exemplaar",
    "Omis dans cet exemplaire",
    "In dieser Ausfertigung weggelassen",
)


@both
def test_a_public_copy_does_not_tell_what_is_not_recorded(make: Callable[..., Outline]) -> None:
    """Of papers and grounds: who does not see all of them would read that there are none."""
    told = HOST.replace("clauses", valid_until=date(2025, 1, 1)) if make is workbook else HOST
    activity = told.activities[0]
    flows = tuple(one.model_copy(update={"agreements": ()}) for one in activity.flows)
    lacking = told.put(activity.model_copy(update={"flows": flows})).model_copy(update={"agreements": ()})
    whole, public = (" ".join(texts(made(make, lacking, reader))) for reader in ("authority", "public"))

    for lack in ("no agreement in force recorded", "no ground recorded"):
        assert lack in whole
        assert lack not in public
