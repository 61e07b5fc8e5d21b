"""Verdicts: how a transfer stands, day by day, and on which decision."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ropa.transfer
from ropa.errors import NotUnderstood, UnknownEntry
from ropa.glossary import LANGUAGES
from ropa.law import Decision, Ground, decision, standard
from ropa.model import Register
from ropa.transfer import Standing, Verdict, fallen, judge, judged, relies_on, transfers

ON = date(2026, 11, 21)
SRC = Path(ropa.transfer.__file__).parent
ADEQUATE, SAFEGUARDED, DEROGATION = Standing.ADEQUATE, Standing.SAFEGUARDED, Standing.DEROGATION
DEPENDS, FALLEN, MISSING = Standing.DEPENDS, Standing.FALLEN, Standing.MISSING


def register(*flows: dict[str, Any], **facts: Any) -> Register:
    """A bakery with the activity `orders`; `host` and `desk` are there to receive; `parties` add facts to them."""
    parties = {key: {"key": key} for key in ("bakery", "host", "desk")}
    for key, more in facts.pop("parties", {}).items():
        parties.setdefault(key, {"key": key}).update(more)
    orders = {"key": "orders", "flows": list(flows), **facts.pop("activity", {})}
    return Register.of(
        {"holder": "bakery", "parties": list(parties.values()), "activities": [orders], **facts}
    )


def to_host(country: str = "", **flow: Any) -> dict[str, Any]:
    where = {"countries": country} if country else {}
    return {"recipient": "host", "role": "processor", **where, **flow}


def verdict(
    *flows: dict[str, Any], on: date = ON, revoked: frozenset[str] = frozenset(), **facts: Any
) -> Verdict:
    """The verdict on the one transfer there is."""
    held = register(*flows, **facts)
    (one,) = transfers(held, on=on)
    found = judge(held, one, on=on, revoked=revoked)
    assert all(found.message(language).strip() for language in LANGUAGES)
    return found


def rests(*flows: dict[str, Any], on: date = ON, **facts: Any) -> tuple[str, ...]:
    held = register(*flows, **facts)
    (one,) = transfers(held, on=on)
    return relies_on(held, one, on=on)


def said(found: Verdict) -> tuple[Standing, str, str]:
    return found.standing, found.reason, found.decision


def scc(**facts: Any) -> dict[str, Any]:
    """Clauses with everything that goes with them, from controller to processor."""
    paper = {
        "key": "scc",
        "kind": "standard-contractual-clauses",
        "between": ["bakery", "host"],
        "decision": "2021/914",
        "module": "2",
        "signed": "2022-01-01",
        "transfer_impact_assessment": {"reference": "A1"},
        **facts,
    }
    return {"agreements": [{key: one for key, one in paper.items() if one is not None}]}


def listed(scheme: str = "eu-us-dpf", **facts: Any) -> dict[str, Any]:
    return {"parties": {"host": {"certifications": {"scheme": scheme, **facts}}}}


class TestStanding:
    """From the strongest to the weakest."""

    def test_order(self) -> None:
        """The weakest hop of a path is the greatest."""
        assert sorted(Standing, reverse=True)[0] is MISSING
        assert sorted(Standing) == [ADEQUATE, SAFEGUARDED, DEROGATION, DEPENDS, FALLEN, MISSING]
        assert max(ADEQUATE, DEPENDS) is DEPENDS

    def test_compares_with_its_like_only(self) -> None:
        """A word is no standing."""
        with pytest.raises(TypeError):
            assert ADEQUATE < "fallen"


class TestUnitedStates:
    """Safe Harbour, Privacy Shield and the Data Privacy Framework, by day."""

    @pytest.mark.parametrize(
        ("ground", "scheme", "on", "expected"),
        [
            ("safe-harbour", "safe-harbour", date(2015, 10, 5), (ADEQUATE, "covered-listed", "2000/520")),
            ("safe-harbour", "safe-harbour", date(2015, 10, 6), (FALLEN, "ended", "2000/520")),
            ("privacy-shield", "privacy-shield", date(2016, 7, 11), (FALLEN, "not-yet", "2016/1250")),
            (
                "privacy-shield",
                "privacy-shield",
                date(2016, 7, 12),
                (ADEQUATE, "covered-listed", "2016/1250"),
            ),
            (
                "privacy-shield",
                "privacy-shield",
                date(2020, 7, 15),
                (ADEQUATE, "covered-listed", "2016/1250"),
            ),
            ("privacy-shield", "privacy-shield", date(2020, 7, 16), (FALLEN, "ended", "2016/1250")),
            ("dpf-listed", "eu-us-dpf", date(2023, 7, 9), (FALLEN, "not-yet", "2023/1795")),
            ("dpf-listed", "eu-us-dpf", date(2023, 7, 10), (ADEQUATE, "covered-listed", "2023/1795")),
        ],
    )
    def test_by_day(self, ground: str, scheme: str, on: date, expected: tuple[Standing, str, str]) -> None:
        """With the listing recorded it stands while the decision does."""
        assert said(verdict(to_host("US", grounds=ground), on=on, **listed(scheme))) == expected

    @pytest.mark.parametrize(
        ("ground", "on", "expected"),
        [
            ("safe-harbour", date(2015, 10, 5), DEPENDS),
            ("safe-harbour", date(2015, 10, 6), FALLEN),
            ("privacy-shield", date(2018, 9, 13), DEPENDS),
            ("privacy-shield", date(2020, 7, 15), DEPENDS),
            ("privacy-shield", date(2020, 7, 16), FALLEN),
            ("dpf-listed", ON, DEPENDS),
            ("adequacy", date(2023, 7, 9), FALLEN),
            ("adequacy", date(2023, 7, 10), DEPENDS),
        ],
    )
    def test_listing_not_recorded(self, ground: str, on: date, expected: Standing) -> None:
        """Without the listing a person must look, as long as there is a decision at all."""
        found = verdict(to_host("US", grounds=ground), on=on)

        assert found.standing is expected
        assert expected is FALLEN or found.reason == "listing-not-recorded"

    def test_a_listing_is_a_ground_by_itself(self) -> None:
        """Also under a scheme of the past, where nothing is stated."""
        on = date(2018, 9, 13)

        assert verdict(to_host("US"), **listed()).reason == "covered-listed"
        assert verdict(to_host("US"), on=on, **listed("privacy-shield")).decision == "2016/1250"

    def test_listing_that_ended(self) -> None:
        """A listing whose days are over is none."""
        found = verdict(to_host("US", grounds="dpf-listed"), **listed(valid_until="2026-11-20"))

        assert said(found) == (FALLEN, "listing-ended", "2023/1795")

    @pytest.mark.parametrize(
        ("covers_hr", "expected"),
        [
            (True, (ADEQUATE, "covered-listed", "2023/1795")),
            (False, (FALLEN, "hr-not-covered", "2023/1795")),
            (None, (DEPENDS, "hr-not-recorded", "2023/1795")),
        ],
    )
    def test_human_resources(self, covers_hr: bool | None, expected: tuple[Standing, str, str]) -> None:
        """Data of employees are covered only where the listing says so; those of customers are anyhow."""
        facts = listed(**({} if covers_hr is None else {"covers_hr": covers_hr}))

        assert said(verdict(to_host("US"), activity={"data_subjects": "employees"}, **facts)) == expected
        assert verdict(to_host("US"), activity={"data_subjects": "customers"}, **facts).stands

    def test_human_resources_were_not_apart_before(self) -> None:
        """Of the Privacy Shield the table says no such thing, so nothing is asked."""
        found = verdict(
            to_host("US"),
            on=date(2018, 9, 13),
            activity={"data_subjects": "employees"},
            **listed("privacy-shield"),
        )

        assert found.standing is ADEQUATE

    def test_nothing_recorded(self) -> None:
        """The decision on listed organisations is named, and does not help by itself."""
        assert said(verdict(to_host("US"))) == (MISSING, "no-ground-unless-listed", "2023/1795")
        assert said(verdict(to_host("US"), on=date(2021, 1, 1))) == (MISSING, "no-ground", "")

    @pytest.mark.parametrize("ground", ["privacy-shield", "safe-harbour", "dpf-listed"])
    def test_elsewhere(self, ground: str) -> None:
        """A scheme of the United States is no ground for India."""
        assert verdict(to_host("IN", grounds=ground)).reason == "not-for-place"

    def test_adequacy_means_the_decision_of_the_day(self) -> None:
        """The word adequacy alone, when there was none: the last one is named."""
        found = verdict(to_host("US", grounds="adequacy"), on=date(2022, 1, 1))

        assert said(found) == (FALLEN, "ended", "2016/1250")
        assert "2020-07-15" in found.message("en")
        assert "C-311/18" in found.message("de")


class TestUnitedKingdom:
    """Inside, then by treaty, then by two decisions."""

    def test_inside(self) -> None:
        """No transfer to judge until the end of 2020."""
        assert transfers(register(to_host("GB")), on=date(2020, 12, 31)) == ()

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2021, 1, 1), (ADEQUATE, "bridge", "TCA")),
            (date(2021, 6, 27), (ADEQUATE, "bridge", "TCA")),
            (date(2021, 6, 28), (ADEQUATE, "covered-unstated", "2021/1772")),
            (date(2025, 12, 27), (ADEQUATE, "covered-unstated", "2021/1772")),
            (date(2025, 12, 28), (ADEQUATE, "covered-unstated", "2025/2574")),
            (date(2031, 12, 27), (ADEQUATE, "covered-unstated", "2025/2574")),
            (date(2031, 12, 28), (MISSING, "no-ground-ended", "2025/2574")),
        ],
    )
    def test_nothing_stated(self, on: date, expected: tuple[Standing, str, str]) -> None:
        """By law, whether or not the register says so."""
        assert said(verdict(to_host("GB"), on=on)) == expected

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2025, 12, 27), (ADEQUATE, "covered", "2021/1772")),
            (date(2025, 12, 28), (ADEQUATE, "covered", "2025/2574")),
            (date(2031, 12, 27), (ADEQUATE, "covered", "2025/2574")),
            (date(2031, 12, 28), (FALLEN, "expired", "2025/2574")),
        ],
    )
    def test_stated(self, on: date, expected: tuple[Standing, str, str]) -> None:
        """The decision named changes; after the last one nothing holds."""
        assert said(verdict(to_host("GB", grounds="adequacy"), on=on)) == expected

    @pytest.mark.parametrize(("on", "standing"), [(date(2025, 6, 27), ADEQUATE), (date(2025, 6, 28), FALLEN)])
    def test_without_the_extension(self, on: date, standing: Standing) -> None:
        """Struck down, it takes from the first decision the months it gave."""
        found = verdict(to_host("GB", grounds="adequacy"), on=on, revoked=frozenset({"2025/1226"}))

        assert found.standing is standing


class TestClauses:
    """Generations, days of signature, modules, assessments."""

    @pytest.mark.parametrize(
        ("decision", "signed", "on", "expected"),
        [
            ("2010/87/EU", "2018-05-01", date(2021, 9, 27), SAFEGUARDED),
            ("2010/87/EU", "2021-09-26", date(2022, 12, 27), DEPENDS),
            ("2010/87/EU", "2021-09-26", date(2022, 12, 28), FALLEN),
            ("2010/87/EU", "2021-09-27", date(2021, 9, 27), FALLEN),
            ("2010/87/EU", "2021-09-26", date(2021, 9, 26), SAFEGUARDED),
            ("2021/914", "2021-09-27", date(2021, 9, 27), SAFEGUARDED),
            ("2021/914", "2022-01-01", date(2031, 12, 28), SAFEGUARDED),
            ("2021/915", "2022-01-01", ON, FALLEN),
            ("2002/16", "2005-01-01", ON, DEPENDS),
        ],
    )
    def test_by_day(self, decision: str, signed: str, on: date, expected: Standing) -> None:
        """By when they were signed and when they are relied on; nothing is asked about an assessment that is there."""
        assessed = None if expected is DEPENDS and decision.startswith("2010") else {"reference": "A1"}
        paper = scc(decision=decision, signed=signed, transfer_impact_assessment=assessed)
        found = verdict(to_host("IN"), on=on, **paper)

        assert found.standing is expected

    @pytest.mark.parametrize(
        ("facts", "standing", "reasons"),
        [
            ({}, SAFEGUARDED, ("clauses",)),
            ({"decision": "2021/915"}, FALLEN, ("not-a-transfer-tool",)),
            ({"decision": "C(2010) 593"}, DEPENDS, ("clauses-unknown",)),
            ({"decision": None}, DEPENDS, ("decision-not-recorded",)),
            ({"decision": None, "signed": "2018-05-01"}, FALLEN, ("clauses-too-old",)),
            ({"decision": None, "signed": None}, DEPENDS, ("decision-not-recorded",)),
            ({"module": None}, DEPENDS, ("module-not-recorded",)),
            ({"module": "1"}, DEPENDS, ("module-differs",)),
            ({"module": "Module 2 (C2P)"}, SAFEGUARDED, ("clauses",)),
            ({"module": "c2p"}, SAFEGUARDED, ("clauses",)),
            ({"module": "C2C"}, DEPENDS, ("module-differs",)),
            ({"module": "2 and 3"}, SAFEGUARDED, ("clauses",)),
            ({"signed": "2021-01-01"}, DEPENDS, ("signed-before-decision",)),
            ({"transfer_impact_assessment": None}, DEPENDS, ("assessment-not-recorded",)),
            (
                {"module": None, "transfer_impact_assessment": None},
                DEPENDS,
                ("module-not-recorded", "assessment-not-recorded"),
            ),
            ({"decision": "2010/87", "module": None, "signed": None}, FALLEN, ("clauses-ended",)),
            ({"decision": "2001/497", "signed": "2010-01-01"}, FALLEN, ("clauses-ended",)),
        ],
    )
    def test_what_is_recorded(
        self, facts: dict[str, Any], standing: Standing, reasons: tuple[str, ...]
    ) -> None:
        """Each gap is a reason of its own."""
        found = verdict(to_host("IN"), **scc(**facts))

        assert (found.standing, found.reasons) == (standing, reasons)

    def test_old_clauses_without_a_day(self) -> None:
        """After the last day for new ones, when they were signed matters."""
        found = verdict(to_host("IN"), on=date(2022, 1, 1), **scc(decision="2010/87", signed=None))

        assert found.reasons == ("signed-not-recorded",)

    def test_no_assessment_was_asked_before(self) -> None:
        """An assessment is asked for since the recommendations of 18 June 2021."""
        paper = scc(decision="2010/87", signed="2018-01-01", transfer_impact_assessment=None)

        assert verdict(to_host("IN"), on=date(2021, 6, 17), **paper).standing is SAFEGUARDED
        assert verdict(to_host("IN"), on=date(2021, 6, 18), **paper).standing is DEPENDS

    def test_stated_only(self) -> None:
        """Clauses that are stated, and no agreement that holds them."""
        found = verdict(to_host("IN", grounds="standard-contractual-clauses"))

        assert (found.standing, found.reason) == (DEPENDS, "paper-not-recorded")

    @pytest.mark.parametrize(
        ("role", "module", "reason"),
        [
            ("processor", "2", "clauses"),
            ("controller", "1", "clauses"),
            ("controller", "2", "module-differs"),
            (["controller", "processor"], "2", "role-open"),
            ([], "2", "role-open"),
            ("authority-inquiry", "2", "clauses-not-for-roles"),
        ],
    )
    def test_module_from_the_roles(self, role: Any, module: str, reason: str) -> None:
        """From a controller; an open role leaves the module open."""
        assert verdict(to_host("IN", role=role), **scc(module=module)).reason == reason

    @pytest.mark.parametrize(("module", "reason"), [("3", "clauses"), ("2", "module-differs")])
    def test_from_a_processor(self, module: str, reason: str) -> None:
        """A processor engages another: the third module."""
        first = {"recipient": "desk", "role": "processor", "countries": "NL"}
        found = verdict(first, to_host("IN", sender="desk"), **scc(module=module, between=["desk", "host"]))

        assert found.reason == reason

    @pytest.mark.parametrize(("module", "reason"), [("4", "clauses"), ("1", "module-differs")])
    def test_back_to_the_customer(self, module: str, reason: str) -> None:
        """A processor sends to its own customer in a third country: the fourth module."""
        activity = {"controllers": "host"}
        flows = (
            {"sender": "host", "recipient": "desk", "role": "processor", "countries": "NL"},
            to_host("IN", sender="desk", role="controller"),
        )
        paper = scc(module=module, between=["desk", "host"])

        assert verdict(*flows, activity=activity, **paper).reason == reason

    def test_a_processor_and_another_controller(self) -> None:
        """The fourth module is for the customer, not for any controller."""
        flows = (
            {"recipient": "desk", "role": "processor", "countries": "NL"},
            to_host("IN", sender="desk", role="controller"),
        )
        paper = scc(module="4", between=["desk", "host"])

        assert verdict(*flows, **paper).reason == "clauses-not-for-roles"

    def test_strongest_of_several_papers(self) -> None:
        """New clauses beside old ones: the new ones count, the old ones are told apart."""
        old, new = scc(key="old", decision="2010/87")["agreements"], scc()["agreements"]
        held = register(to_host("IN"), agreements=[*old, *new])
        (one,) = transfers(held, on=ON)

        assert judge(held, one, on=ON).decision == "2021/914"
        assert [each.decision for each in fallen(held, one, on=ON)] == ["2010/87"]


class TestScope:
    """What a decision is limited to."""

    def test_canada(self) -> None:
        """Commercial organisations; employees only where federally regulated."""

        def reason(public: bool | None, whose: str = "customers", **flow: Any) -> tuple[Standing, str, str]:
            facts = {} if public is None else {"public_body": public}
            return said(
                verdict(to_host("CA", **flow), parties={"host": facts}, activity={"data_subjects": whose})
            )

        assert reason(False) == (ADEQUATE, "covered-unstated", "2002/2")
        assert reason(None) == (DEPENDS, "scope-not-recorded", "2002/2")
        assert reason(False, "employees") == (DEPENDS, "scope-employment", "2002/2")
        assert reason(True) == (MISSING, "no-ground-out-of-scope", "2002/2")
        assert reason(True, grounds="adequacy") == (FALLEN, "scope-does-not-reach", "2002/2")

    @pytest.mark.parametrize(("country", "standing"), [("JP", FALLEN), ("KR", ADEQUATE), ("BR", DEPENDS)])
    def test_public_bodies(self, country: str, standing: Standing) -> None:
        """Japan's decision is for business operators, Korea's for public authorities alike."""
        found = verdict(to_host(country, grounds="adequacy"), parties={"host": {"public_body": True}})

        assert found.standing is standing

    @pytest.mark.parametrize(("exporter", "standing"), [("NL", ADEQUATE), ("NO", DEPENDS), ("IS", DEPENDS)])
    def test_exporters_outside_the_union(self, exporter: str, standing: Standing) -> None:
        """Whether the decision on Brazil has effect in Norway, Iceland and Liechtenstein was not found out."""
        assert verdict(to_host("BR"), parties={"bakery": {"country": exporter}}).standing is standing

    @pytest.mark.parametrize("country", ["AD", "AR", "CH", "FO", "GG", "IL", "IM", "JE", "NZ", "UY"])
    def test_whole(self, country: str) -> None:
        """The decisions of the Directive's time, kept in 2024."""
        assert verdict(to_host(country, grounds="adequacy")).reason == "covered"

    def test_no_decision(self) -> None:
        """Adequacy stated where there is none."""
        assert said(verdict(to_host("KE", grounds="adequacy"))) == (FALLEN, "no-decision", "")

    def test_another_ground_where_a_decision_reaches(self) -> None:
        """Adequacy applies by law; that the register says something else is said too."""
        found = verdict(to_host("CH", grounds="standard-contractual-clauses"))

        assert said(found) == (ADEQUATE, "covered-besides", "2000/518")


class TestOrganisations:
    """International organisations have decisions of their own."""

    def verdict(self, name: str, on: date = ON, **flow: Any) -> tuple[Standing, str, str]:
        host = {"kind": "international-organisation", "name": name}
        return said(verdict(to_host(**flow), on=on, parties={"host": host}))

    def test_the_one_with_a_decision(self) -> None:
        """The European Patent Organisation, in any of the four languages, since 15 July 2025."""
        for name in ("European Patent Organisation", "europäische patentorganisation", "EPO"):
            assert self.verdict(name) == (ADEQUATE, "covered-unstated", "2025/1382")
        assert self.verdict("EPO", date(2025, 7, 14)) == (MISSING, "no-ground", "")

    def test_another(self) -> None:
        """The decision on a country is not about an organisation that sits there."""
        assert self.verdict("Red Cross") == (MISSING, "no-ground", "")
        assert self.verdict("Red Cross", country="CH", grounds="adequacy") == (FALLEN, "no-decision", "")


class TestOtherGrounds:
    """Binding rules, instruments of public bodies, codes, derogations."""

    def paper(self, kind: str, **facts: Any) -> dict[str, Any]:
        return {"agreements": [{"key": "paper", "kind": kind, "between": ["bakery", "host"], **facts}]}

    def test_binding_rules(self) -> None:
        """For one group, with the paper and the assessment."""
        assessed = self.paper("binding-corporate-rules", transfer_impact_assessment={"reference": "A1"})
        same = {"bakery": {"group": "desk"}, "host": {"group": "desk"}}
        other = {"bakery": {"group": "desk"}, "host": {"group": "bakery"}}

        assert verdict(to_host("IN"), parties=same, **assessed).standing is SAFEGUARDED
        assert verdict(to_host("IN"), parties=other, **assessed).reason == "not-in-group"
        assert verdict(to_host("IN"), **assessed).reason == "group-not-recorded"
        assert verdict(
            to_host("IN"), parties={"desk": {"members": ["bakery", "host"]}, **same}, **assessed
        ).stands
        assert (
            verdict(to_host("IN"), parties=same, **self.paper("binding-corporate-rules")).reason
            == "assessment-not-recorded"
        )

    def test_group_by_its_members(self) -> None:
        """A group that names its members is as good as members that name their group."""
        paper = self.paper("binding-corporate-rules", transfer_impact_assessment={"reference": "A1"})
        parties = {"bakery": {"members": ["host"]}}

        assert verdict(to_host("IN"), parties=parties, **paper).standing is SAFEGUARDED

    @pytest.mark.parametrize(
        ("bakery", "host", "reason"),
        [(True, True, "safeguard"), (True, False, "not-public"), (True, None, "public-body-not-recorded")],
    )
    def test_public_instruments(self, bakery: bool, host: bool | None, reason: str) -> None:
        """Between public bodies only."""
        parties = {"bakery": {"public_body": bakery}, "host": {} if host is None else {"public_body": host}}
        flow = to_host("IN", grounds="public-instrument")

        assert verdict(flow, parties=parties, **self.paper("public-instrument")).reason == reason

    @pytest.mark.parametrize("ground", ["authority-clauses", "code-of-conduct", "certification"])
    def test_papers(self, ground: str) -> None:
        """The document is recorded, or it is not."""
        flow = to_host("IN", grounds=ground)

        assert verdict(flow).reason == "paper-not-recorded"
        assert verdict(flow, **self.paper(ground)).standing is SAFEGUARDED

    def test_ad_hoc_clauses(self) -> None:
        """Need the authorisation of an authority, and an assessment."""
        flow = to_host("IN", grounds="ad-hoc-clauses")
        assessed = {"transfer_impact_assessment": {"reference": "A1"}}

        assert (
            verdict(flow, **self.paper("ad-hoc-clauses", **assessed)).reason == "authorisation-not-recorded"
        )
        assert verdict(flow, **self.paper("ad-hoc-clauses", decision="AP 2024-1", **assessed)).stands

    def test_derogations(self) -> None:
        """Stand apart; some are not for public bodies."""
        consent = to_host("IN", grounds="derogation-consent")
        public = {"bakery": {"public_body": True}}

        assert verdict(consent).standing is DEROGATION
        assert verdict(consent, parties=public).reason == "public-powers"
        assert (
            verdict(to_host("IN", grounds="derogation-legal-claims"), parties=public).standing is DEROGATION
        )

    def test_every_ground_gets_a_verdict(self) -> None:
        """With nothing else recorded, and in a country without a decision."""
        for ground in Ground:
            assert verdict(to_host("IN", grounds=ground.value)).ground is ground


class TestSeveral:
    """More than one ground."""

    def test_the_strongest_counts(self) -> None:
        """A ground that has fallen does not spoil one that holds, and is told apart."""
        flow = to_host("US", grounds=["privacy-shield"])
        held = register(flow, **scc())
        (one,) = transfers(held, on=ON)

        assert judge(held, one, on=ON).standing is SAFEGUARDED
        assert [each.ground for each in fallen(held, one, on=ON)] == [Ground.PRIVACY_SHIELD]

    def test_undecided(self) -> None:
        """One of several: a person must say which; what has fallen among them is named."""
        flow = to_host("US", grounds_any_of=["privacy-shield", "standard-contractual-clauses"])

        assert verdict(flow, on=date(2018, 9, 13)).reasons == ("undecided",)
        found = verdict(flow, on=date(2020, 7, 16))
        assert found.reasons == ("undecided", "some-fallen")
        assert "Privacy Shield" in found.message("en")

    def test_undecided_and_all_gone(self) -> None:
        """None of them holds: that is not undecided any more."""
        flow = to_host("US", grounds_any_of=["privacy-shield", "safe-harbour"])

        assert said(verdict(flow)) == (FALLEN, "none-holds", "")

    def test_one_of_one(self) -> None:
        """Is that one."""
        assert verdict(to_host("US", grounds_any_of=["privacy-shield"])).reason == "ended"

    def test_undecided_where_a_decision_reaches(self) -> None:
        """The law decides."""
        flow = to_host("NZ", grounds_any_of=["adequacy", "binding-corporate-rules"])

        assert verdict(flow).standing is ADEQUATE


class TestDeclared:
    """What is stated without a recipient."""

    def verdict(self, **stated: Any) -> tuple[Standing, str, str]:
        return said(verdict(activity={"transfers": stated}))

    def test_with_a_country(self) -> None:
        """The country can be judged; who receives cannot."""
        assert self.verdict(countries="NZ") == (ADEQUATE, "covered-unstated", "2013/65")
        assert self.verdict(countries="US", grounds="dpf-listed")[1] == "listing-not-recorded"
        assert self.verdict(countries="CA")[1] == "scope-not-recorded"
        assert self.verdict(countries="IN") == (MISSING, "no-ground", "")
        assert self.verdict(countries="IN", grounds="standard-contractual-clauses")[1] == "paper-not-recorded"

    def test_without_a_country(self) -> None:
        """Adequacy of what cannot be said; Privacy Shield fell everywhere."""
        assert self.verdict(grounds="adequacy")[1] == "country-not-recorded"
        assert self.verdict(grounds="privacy-shield") == (FALLEN, "ended", "2016/1250")
        assert self.verdict(possible=True) == (MISSING, "no-ground-no-country", "")


class TestRevoked:
    """What if a decision fell: the same transfer without it."""

    def test_stated(self) -> None:
        """It falls; other grounds stay."""
        flow = to_host("US", grounds="dpf-listed")
        gone = frozenset({"(EU) 2023/1795"})

        assert said(verdict(flow, revoked=gone, **listed())) == (FALLEN, "revoked", "2023/1795")
        facts = {**listed(), **scc()}
        assert said(verdict(flow, revoked=gone, **facts)) == (SAFEGUARDED, "clauses", "2021/914")

    def test_not_stated(self) -> None:
        """What rested on the law alone has nothing left."""
        found = verdict(to_host("JP"), revoked=frozenset({"2019/419"}))

        assert said(found) == (MISSING, "no-ground-revoked", "2019/419")

    def test_clauses(self) -> None:
        """Clauses can fall as well."""
        found = verdict(to_host("IN"), revoked=frozenset({"2021/914"}), **scc())

        assert said(found) == (FALLEN, "revoked", "2021/914")

    def test_another_decision(self) -> None:
        """What it did not rest on changes nothing."""
        assert verdict(to_host("JP"), revoked=frozenset({"2023/1795"})).stands

    def test_no_such_decision(self) -> None:
        """Is told: a question that strikes down nothing would be answered wrongly."""
        with pytest.raises(UnknownEntry, match="2023/1796"):
            verdict(to_host("JP"), revoked=frozenset({"2023/1796"}))


class TestOwnTables:
    """Rows of one's own, for this question only."""

    def test_another_row(self) -> None:
        """A decision that we do not have; one that is not verified is for a person to look at."""
        row = replace(decision("2013/65"), number="2027/1", countries=("KE",), since=date(2020, 1, 1))
        held = register(to_host("KE", grounds="adequacy"))
        (one,) = transfers(held, on=ON)

        def judged(new: Decision) -> tuple[Standing, str, str]:
            return said(judge(held, one, on=ON, tables=standard().with_rows([new])))

        assert judged(row) == (ADEQUATE, "covered", "2027/1")
        assert judged(replace(row, verified=False)) == (DEPENDS, "not-verified", "2027/1")
        assert said(judge(held, one, on=ON)) == (FALLEN, "no-decision", "")

    def test_kept_by_tables(self) -> None:
        """Asked again with the same tables nothing is judged again; with others everything is."""
        row = replace(decision("2013/65"), number="2027/1", countries=("KE",), since=date(2020, 1, 1))
        held, own = register(to_host("KE")), standard().with_rows([row])
        assert judged(held, on=ON, tables=own) is judged(held, on=ON, tables=standard().with_rows([row]))
        assert judged(held, on=ON) is judged(held, on=ON, tables=standard())
        assert [
            one.verdict.standing for tables in (own, None) for one in judged(held, on=ON, tables=tables)
        ] == [
            ADEQUATE,
            Standing.MISSING,
        ]


class TestRests:
    """On which decisions a transfer rests."""

    def test_each_kind(self) -> None:
        """Adequacy by law or stated, a listing, clauses."""
        assert rests(to_host("JP")) == ("2019/419",)
        assert rests(to_host("US"), **listed()) == ("2023/1795",)
        assert rests(to_host("IN"), **scc()) == ("2021/914",)
        assert rests(to_host("CH"), **scc()) == ("2021/914", "2000/518")
        assert rests(to_host("IN")) == ()

    def test_what_fell_carries_nothing(self) -> None:
        """A ground that has ended is not rested on; one that a person must look at is."""
        assert rests(to_host("US", grounds="privacy-shield")) == ()
        assert rests(to_host("US", grounds="dpf-listed")) == ("2023/1795",)
        assert rests(to_host("US", grounds_any_of=["dpf-listed", "privacy-shield"])) == ("2023/1795",)

    @pytest.mark.parametrize(
        ("on", "number"), [(date(2025, 12, 27), "2021/1772"), (date(2025, 12, 28), "2025/2574")]
    )
    def test_by_day(self, on: date, number: str) -> None:
        """The decision named changes with the day."""
        assert rests(to_host("GB"), on=on) == (number,)


class TestAll:
    """Every transfer at once."""

    def test_agrees(self) -> None:
        """With each by itself, in the same order."""
        held = register(
            to_host("US", grounds="privacy-shield"),
            {"recipient": "desk", "countries": ["JP", "IN"]},
            activity={"transfers": {"countries": "CH"}},
        )

        for on in (date(2018, 9, 13), ON):
            found = judged(held, on=on)
            assert tuple(one.transfer for one in found) == transfers(held, on=on)
            for one in found:
                assert one.verdict == judge(held, one.transfer, on=on)
                assert one.fallen == fallen(held, one.transfer, on=on)
                assert one.relies_on == relies_on(held, one.transfer, on=on)

    def test_struck_down(self) -> None:
        """A question of what if leaves no trace in the next answer."""
        held = register(to_host("JP"))
        before = judged(held, on=ON)
        (without,) = judged(held, on=ON, revoked=frozenset({"2019/419"}))

        assert without.verdict.standing is MISSING
        assert judged(held, on=ON) == before


class TestOdd:
    """What is not an ordinary flow between two parties."""

    def test_people_send_themselves(self) -> None:
        """A person must look at it."""
        assert verdict(to_host("IN", sender="data-subjects")).reason == "from-people"

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_ground_that_only_follows_is_not_told_as_stated(self, language: str) -> None:
        """Of a recipient that is listed: only where the flow states the listing itself the register states it."""
        listed = {"host": {"certifications": {"scheme": "eu-us-dpf", "valid_from": "2024-01-01"}}}
        said = []
        for flow in (to_host("US"), to_host("US", grounds="dpf-listed")):
            held = register(flow, parties=listed)
            (one,) = transfers(held, on=ON)
            found = judge(held, one, on=ON, revoked=frozenset({"2023/1795"}))
            assert (found.standing, found.reason) == (FALLEN, "revoked")
            said.append(found.message(language))
        states = {
            "en": "the register states",
            "nl": "het register noemt",
            "fr": "le registre indique",
            "de": "Das Verzeichnis nennt",
        }
        assert [states[language] in one for one in said] == [False, True]

    def test_own_staff(self) -> None:
        """So must one at staff who travel."""
        assert verdict(to_host("IN", role="own-staff")).reason == "own-staff"

    def test_a_day_is_a_date(self) -> None:
        """A text is none."""
        held = register(to_host("IN"))
        (one,) = transfers(held, on=ON)

        with pytest.raises(NotUnderstood):
            judge(held, one, on="2026-11-21")  # type: ignore[arg-type]
        with pytest.raises(NotUnderstood):
            judged(held, on="2026-11-21")  # type: ignore[arg-type]

    def test_values(self) -> None:
        """A verdict is a value: equal to its like, and usable as a key."""
        one, other = (verdict(to_host("US", grounds="privacy-shield")) for _ in range(2))

        assert one == other
        assert len({one, other}) == 1

    @pytest.mark.parametrize(
        "name", ["=1+1", "{0}{recipient}", "<b>&amp;", "\u202egnp", {"nl": "Gast", "fr": "Hôte"}]
    )
    def test_names_of_strangers(self, name: Any) -> None:
        """Names are said as they stand; braces in them fill no gaps."""
        found = verdict(to_host("US"), parties={"host": {"name": name}})

        assert ("Gast" if isinstance(name, dict) else name) in found.message("nl")


def test_no_words_that_nobody_says() -> None:
    """Every sentence of the verdicts is a reason that the code gives,."""
    code = "".join(path.read_text("utf-8") for path in SRC.glob("*.py"))
    told = tomllib.loads((SRC.parent / "glossary" / "verdicts.toml").read_text("utf-8"))["verdicts"]

    assert [reason for reason in told if reason != "words" and f'"{reason}"' not in code] == []


def test_bakery(bakery: Register, on: date) -> None:
    """The helpdesk in India, on clauses between processors with all that goes with them."""
    (one,) = transfers(bakery, on=on)

    assert said(judge(bakery, one, on=on)) == (SAFEGUARDED, "clauses", "2021/914")
    assert relies_on(bakery, one, on=on) == ("2021/914",)
