"""The annexes of the standard contractual clauses: which there are, for whom, and what each says."""

from __future__ import annotations

from typing import Any

import pytest
from tests.outline.contracts.deals import ON, everything, found, keys, line, rows, shop

from ropa.errors import UnknownEntry
from ropa.model import Register
from ropa.outline.contracts import scc_annex


def annexed(module: str | None, sender: str | None, role: str, **facts: Any) -> Register:
    """An agreement with clauses of a module for one flow from A, in the Netherlands, to B in India."""
    flows: list[dict[str, Any]] = [
        {"sender": "a", "recipient": "b", "role": role, "countries": "IN", "personal_data": "name"}
    ]
    if sender == "processor":
        flows.insert(0, {"sender": "c", "recipient": "a", "role": "processor"})
    paper = {
        "key": "scc",
        "kind": "standard-contractual-clauses",
        "between": ["a", "b"],
        "decision": "2021/914",
    }
    return Register.of(
        {
            "holder": "a",
            "parties": [
                {"key": "a", "country": "NL"} | facts.pop("exporter", {}),
                {"key": "b", "country": "IN"},
                {"key": "c", "country": "NL"},
            ],
            "agreements": [paper | ({"module": module} if module else {})],
            "activities": [
                {"key": "x", "controllers": ["c" if sender == "processor" else "a"], "personal_data": "name",
                 "flows": flows} | facts,
            ],
        }
    )  # fmt: skip


class TestWhichThereAre:
    """Follows the module."""

    @pytest.mark.parametrize(
        ("module", "sender", "role", "annexes"),
        [
            ("1", "controller", "controller", ["annex-1", "annex-1:c", "annex-2"]),
            ("2", "controller", "processor", ["annex-1", "annex-1:c", "annex-2", "annex-3"]),
            ("3", "processor", "processor", ["annex-1", "annex-1:c", "annex-2", "annex-3"]),
            ("Module 4 (P2C)", "processor", "controller", ["annex-1"]),
            ("c2p", "controller", "processor", ["annex-1", "annex-1:c", "annex-2", "annex-3"]),
            ("1 and 2", "controller", "processor", ["annex-1", "annex-1:c", "annex-2", "annex-3"]),
        ],
    )
    def test_as_stated(self, module: str, sender: str, role: str, annexes: list[str]) -> None:
        """Annex I.C and II not for module 4, III for modules 2 and 3 alone."""
        out = scc_annex(annexed(module, sender, role), language="en", on=ON, agreement="scc")
        asked = ("annex-1", "annex-1:c", "annex-2", "annex-3")

        assert [key for key in keys(out) if key in asked] == annexes

    @pytest.mark.parametrize(
        ("sender", "role", "module"),
        [
            ("controller", "controller", "1: controller → controller"),
            ("controller", "processor", "2: controller → processor"),
            ("processor", "processor", "3: processor → processor"),
        ],
    )
    def test_read_from_the_roles(self, sender: str, role: str, module: str) -> None:
        """Where it is not stated; that it is read is said."""
        out = scc_annex(annexed(None, sender, role), language="en", on=ON, agreement="scc")
        cells = next(one for one in out.facts if one.label == "Module").cells

        assert [cells[0].value, cells[1].muted] == [module, True]

    def test_neither_known(self) -> None:
        """Then all annexes stand there, and the module is not stated."""
        told = annexed(None, "controller", "controller").replace("x", flows=[])
        out = scc_annex(told, language="en", on=ON, agreement="scc")

        assert next(one for one in out.facts if one.label == "Module").cells[0].value == "not stated"
        assert {"annex-1:c", "annex-2", "annex-3"} <= set(keys(out))
        assert "records no data that go from one of these parties" in everything(out)


class TestFirst:
    """Parties, transfer, authority."""

    def test_parties(self) -> None:
        """Exporter and importer with their roles, and the day of signature."""
        out = scc_annex(shop(), language="en", on=ON, agreement="scc")

        assert found(out, "annex-1:a:shop").title == "Data exporter — The Shop"
        assert found(out, "annex-1:a:desk").title == "Data importer — Desk Inc."
        assert line(out, "annex-1:a:shop", "Role") == "controller"
        assert line(out, "annex-1:a:desk", "Role") == "processor"
        assert line(out, "annex-1:a:desk", "Activities the data belong to") == "Helping customers"
        assert line(out, "annex-1:a:desk", "Signature and date").endswith("2024-02-01")
        assert line(out, "annex-1:a:desk", "Signature and date").startswith("____")

    def test_description(self) -> None:
        """Sensitive data with what protects them; what a register has no place for."""
        out = scc_annex(shop(), language="en", on=ON, agreement="scc")

        assert line(out, "annex-1:b:help", "Sensitive data") == "data concerning health (Article 9(1))"
        assert line(out, "annex-1:b:help", "Measures recorded for these data").startswith("Two people only")
        assert line(out, "annex-1:b:help", "Frequency of the transfer").startswith("not recorded")
        assert line(out, "annex-1:b:help", "Purpose") == "Answering questions"
        assert line(out, "annex-1:b:help", "Retention").startswith("2 years")
        cloud, india = rows(out, "annex-1:b:further")
        assert cloud["Duration"] == "since 2024-02-01 ¶ up to and including 2026-12-31"
        assert india["Subject-matter"] == "name ¶ Categories of data subjects: customers"

    @pytest.mark.parametrize(
        ("exporter", "said"),
        [
            ({"supervisory_authority": "The one we know"}, "The one we know"),
            ({}, "Data Protection Authority"),
            ({"country": "IE"}, "Data Protection Commission"),
            ({"country": "DE"}, "not stated; there are several in this country (Germany)"),
            ({"country": "IN"}, "not stated"),
            ({"country": "IN", "representative": "c"}, "read from the country of the representative"),
        ],
    )
    def test_authority(self, exporter: dict[str, str], said: str) -> None:
        """As stated, else of the country, of the representative's; where there are several none is chosen."""
        told = annexed("2", "controller", "processor", exporter=exporter)

        assert said in line(scc_annex(told, language="en", on=ON, agreement="scc"), "annex-1:c", "a")

    def test_module_4_has_the_customer_as_importer(self) -> None:
        """A processor sends back to its customer abroad."""
        out = scc_annex(annexed("4", "processor", "controller"), language="en", on=ON, agreement="scc")

        assert line(out, "annex-1:a:a", "Role") == "processor"


class TestSecondAndThird:
    """Measures, and sub-processors."""

    def test_measures(self) -> None:
        """Those of the importer."""
        out = scc_annex(shop(), language="en", on=ON, agreement="scc")

        assert rows(out, "annex-2")[0]["Measures"] == "encryption in transit"

    def test_sub_processors(self) -> None:
        """Who they are, how to reach them, what they do; nobody else."""
        out = scc_annex(shop(), language="en", on=ON, agreement="scc")
        cloud, india = rows(out, "annex-3")

        assert cloud["Sub-processor"].startswith("Cloud LLC")
        assert cloud["Contact details"] == "not stated"
        assert india["Contact details"] == "E-mail address: ops@india.example"
        assert "The Bank" not in everything(out)
        assert "remark for ourselves" not in everything(out)

    def test_a_flow_to_several_makes_no_party_of_them(self) -> None:
        """Who is no party to the clauses is no importer, whatever the flow names."""
        flows = [{"recipient": ["desk", "bank"], "role": "processor", "countries": "US", "agreements": "scc"}]
        out = everything(
            scc_annex(shop().replace("help", flows=flows), language="en", on=ON, agreement="scc")
        )

        assert "Data importer — Desk Inc." in out
        assert "The Bank" not in out


class TestAskedWrongly:
    """One clear error."""

    @pytest.mark.parametrize(
        ("key", "message"),
        [
            ("sc", "did you mean 'scc'"),
            ("dpa", "no standard contractual clauses: .* ask for its processing annex"),
            ("resale", "it is of the kind 'resale'$"),
            ("art-28", "'2021/915', and these annexes are of 2021/914; ask for its processing annex"),
            ("old", "'2010/87', and these annexes are of 2021/914$"),
        ],
    )
    def test_is_told(self, key: str, message: str) -> None:
        """What it is, and what to ask for."""
        with pytest.raises(UnknownEntry, match=message):
            scc_annex(shop(), language="en", on=ON, agreement=key)
