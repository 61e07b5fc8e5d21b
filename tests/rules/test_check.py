"""A check: findings on a day, waived ones apart, and how far each letter of Article 30(1) is answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, strategies as st

from ropa.fields import cards
from ropa.glossary import LANGUAGES
from ropa.law import Certainty, Duty, Level, Tables, standard
from ropa.model import Activity, Register
from ropa.rules import CheckReport, Finding, Place, check, explain, rule
from ropa.transfer import judged

ON = date(2026, 11, 21)
ITEM_MISSING = explain("item-missing")
WITHOUT_AGREEMENT = explain("processor-without-agreement")
ROLE_OPEN = explain("role-open")
WITHOUT_GROUND = explain("transfer-without-ground")

BAKERY = {"key": "bakery", "name": "The Bakery", "contact": {"email": "info@bakery.example"}}
FULL: dict[str, Any] = {
    "key": "wages",
    "purposes": "Paying wages",
    "data_subjects": "employees",
    "personal_data": "salary",
    "retention": "P7Y",
    "security": "locks",
    "absences": {"recipients": "none", "transfers": "none"},
}


def register(*activities: dict[str, Any], parties: Any = (), **facts: Any) -> Register:
    known = {one["key"]: one for one in (BAKERY, {"key": "office"}, {"key": "cafe"}, *parties)}
    return Register.of(
        {"holder": "bakery", "parties": list(known.values()), "activities": activities, **facts}
    )


def checked(*activities: dict[str, Any], on: date = ON, **facts: Any) -> CheckReport:
    return check(register(*activities, **facts), on=on, rules=[ITEM_MISSING])


def missing(told: Register, on: date = ON) -> set[tuple[str, str]]:
    """Where something is missing, and what."""
    found = check(told, on=on, rules=[ITEM_MISSING]).findings
    return {(one.where, one.place.facts["key"]) for one in found}


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in FULL.items() if name != key}


class TestItemMissing:
    """What Article 30 asks for and nobody recorded."""

    def test_complete(self) -> None:
        """Every letter answered, or declared absent: nothing is missing."""
        assert missing(register(FULL)) == set()

    def test_each_letter(self) -> None:
        """Without an answer to a letter, that letter is missing and no other."""
        for key in ("purposes", "data_subjects", "personal_data", "retention", "security"):
            assert missing(register(without(key))) == {("activities.wages", key)}
        assert missing(register(without("absences"))) == {("activities.wages", "flows")}

    def test_levels(self) -> None:
        """Shall is an error; where possible a warning; transfers, where applicable, are asked of nobody."""
        found = {one.place.facts["key"]: one.level for one in checked({"key": "wages"}).findings}

        assert found["purposes"] is found["flows"] is Level.ERROR
        assert found["retention"] is found["security"] is Level.WARNING
        assert "transfers" not in found

    def test_sources_are_no_recipients(self) -> None:
        """A flow that brings data in says nothing about recipients."""
        flow = {"sender": "data-subjects", "recipient": "bakery"}

        assert missing(register({**without("absences"), "flows": flow})) == {("activities.wages", "flows")}
        assert missing(register({**FULL, "flows": flow})) == set()

    def test_unknown_is_for_a_person(self) -> None:
        """An absence that nobody has resolved is a warning, not an error; not applicable is an answer."""
        unknown = {**without("purposes"), "absences": {**FULL["absences"], "purposes": {"unknown": "Vragen"}}}
        (found,) = checked(unknown).findings

        assert (found.certainty, found.level) == (Certainty.LIKELY, Level.WARNING)
        answered = {**unknown, "absences": {**FULL["absences"], "purposes": {"not_applicable": "Geen"}}}
        assert checked(answered).findings == ()

    def test_said_in_general_is_said(self) -> None:
        """What is said once for all activities need not be said again."""
        assert missing(register(without("security"), general={"security": "locks"})) == set()

    def test_who(self) -> None:
        """The controller needs a name and contact details."""
        told = Register.of({"holder": "cafe", "activities": [FULL]})

        assert missing(told) == {("parties.cafe", "name"), ("parties.cafe", "contact")}

    def test_nothing_at_all(self) -> None:
        """A register of nobody misses its holder; one without activities misses those."""
        assert missing(Register.of({})) == {("", "holder")}
        assert missing(register()) == {("", "activities")}

    def test_activities_of_others_and_other_days(self) -> None:
        """Only the holder's own record, on the day."""
        assert missing(register({"key": "theirs", "controllers": "cafe"})) == set()
        assert missing(register({"key": "past", "valid_until": "2024-12-31"})) == set()

    def test_as_processor(self) -> None:
        """A row of the 30(2) record needs its category; the customer's purposes are not asked for."""
        flow = {"recipient": "bakery", "role": "processor"}
        theirs = {"key": "service", "controllers": "cafe", "flows": flow}
        around = {"parties": [{**BAKERY, "security": "locks"}, {**BAKERY, "key": "cafe"}]}

        assert missing(register(theirs, **around)) == {("activities.service.flows.bakery", "processing")}
        assert missing(register({**theirs, "flows": {**flow, "processing": "hosting"}}, **around)) == set()
        declared = {**flow, "absences": {"processing": {"not_applicable": "Niets"}}}
        assert missing(register({**theirs, "flows": declared}, **around)) == set()


class TestProcessorWithoutAgreement:
    """Article 28(3) and (4)."""

    def found(
        self, *flows: dict[str, Any], paper: dict[str, Any] | None = None, **facts: Any
    ) -> list[Finding]:
        papers = [{"key": "paper", "between": ["bakery", "office"], **paper}] if paper else []
        told = register({**FULL, "absences": {}, "flows": list(flows), **facts}, agreements=papers)
        return list(check(told, on=ON, rules=[WITHOUT_AGREEMENT]).findings)

    to_office: dict[str, Any] = {"recipient": "office", "role": "processor"}  # noqa: RUF012

    def test_contracts(self) -> None:
        """A processing agreement, one with a sub-processor, and the clauses that are one, are contracts."""
        for kind in ("processing-agreement", "sub-processing-agreement", "other-legal-act"):
            assert self.found(self.to_office, paper={"kind": kind}) == []
        clauses = {"kind": "standard-contractual-clauses"}
        assert self.found(self.to_office, paper={**clauses, "decision": "2021/914", "module": "2"}) == []
        assert self.found(self.to_office, paper={**clauses, "decision": "2021/915"}) == []
        assert len(self.found(self.to_office, paper={**clauses, "decision": "2021/914", "module": "1"})) == 1

    def test_none_is_recorded_and_another_is_for_a_person(self) -> None:
        """Without any paper it stands in the register; with another one a person must look whether it says it."""
        (none,) = self.found(self.to_office)
        (other,) = self.found(self.to_office, paper={"kind": "service-agreement"})

        assert (none.level, other.level) == (Level.ERROR, Level.WARNING)

    def test_out_of_force(self) -> None:
        """A contract that ended binds nobody."""
        assert (
            len(self.found(self.to_office, paper={"kind": "processing-agreement", "ends": "2026-11-20"})) == 1
        )

    def test_other_roles_need_none(self) -> None:
        """Only a processor needs one; an undecided one is another rule's."""
        assert (
            self.found({"recipient": "office", "role": "controller"}, {"recipient": "office", "key": "b"})
            == []
        )

    def test_each_controller(self) -> None:
        """Two controllers without a contract are two findings, and the one that has one is none."""
        both = {"controllers": ["bakery", "cafe"]}

        assert len(self.found(self.to_office, **both)) == 2
        (found,) = self.found(self.to_office, paper={"kind": "processing-agreement"}, **both)
        assert "cafe" in found.message()

    def test_collected_from_people(self) -> None:
        """A processor that collects from people has its contract with the controller."""
        flow = {**self.to_office, "sender": "data-subjects"}

        (found,) = self.found(flow)
        assert "The Bakery" in found.message()
        assert self.found(flow, paper={"kind": "processing-agreement"}) == []
        assert len(self.found(flow, self.to_office)) == 1


class TestRoleOpen:
    """Undecided, or not stated."""

    def test_open(self) -> None:
        """Both are open; a source of data has no role to state."""
        flows = [
            {"recipient": "office", "role": ["processor", "controller"]},
            {"recipient": "cafe"},
            {"sender": "office", "recipient": "bakery"},
        ]
        told = register({"key": "wages", "flows": flows})
        found = check(told, on=ON, rules=[ROLE_OPEN]).findings

        assert [one.where for one in found] == [
            "activities.wages.flows.office",
            "activities.wages.flows.cafe",
        ]


class TestTransferWithoutGround:
    """Articles 44 to 49."""

    def found(self, **facts: Any) -> list[str]:
        told = register(
            {"key": "wages", **facts}, parties=[{"key": "un", "kind": "international-organisation"}]
        )
        return [one.message() for one in check(told, on=ON, rules=[WITHOUT_GROUND]).findings]

    def test_each_country(self) -> None:
        """Every country is told, none hides behind another."""
        said = self.found(flows={"recipient": "office", "countries": ["US", "IN"], "access_from": "NL"})

        assert said == [
            "No ground is recorded for this transfer: United States (office) (Article 44).",
            "No ground is recorded for this transfer: India (office) (Article 44).",
        ]

    def test_what_is_not_stated(self) -> None:
        """Without a recipient, without a country, or without both, the sentence is whole."""
        assert self.found(transfers={"countries": "IN"}) == [
            "No ground is recorded for this transfer: India (Article 44)."
        ]
        assert self.found(transfers={"possible": True}) == [
            "No ground is recorded for this transfer: a third country (Article 44)."
        ]
        assert self.found(flows={"recipient": "un"}) == [
            "No ground is recorded for this transfer: un (Article 44)."
        ]


class TestWaivers:
    """A finding somebody answers for is shown, and shown as waived."""

    def waived(self, on: date = ON, **waiver: Any) -> tuple[int, int]:
        """How many findings stay, and how many are waived."""
        bare = {"key": "wages-2"}
        report = checked(without("purposes"), {**FULL, **bare, "purposes": []}, on=on, waivers=[waiver])
        return len(report.findings), len(report.waived)

    def test_by_code_and_name(self) -> None:
        """Either names the rule; another rule's waiver does nothing."""
        assert self.waived(rule="item-missing") == self.waived(rule="ROPA001") == (0, 2)
        assert self.waived(rule="role-open") == (2, 0)

    def test_at_a_place(self) -> None:
        """At an entry and in what stands in it; a key that only begins alike is another entry."""
        assert self.waived(rule="item-missing", at="activities.wages") == (1, 1)
        assert self.waived(rule="item-missing", at="activities") == (0, 2)
        assert self.waived(rule="item-missing", at="activities.wage") == (2, 0)

    def test_one_of_several(self) -> None:
        """A field, or a right, of several that are missing at one place; another one's waiver does nothing."""
        assert self.waived(rule="item-missing:purposes") == self.waived(rule="ROPA001:purposes") == (0, 2)
        assert self.waived(rule="item-missing:retention") == (2, 0)
        told = register(
            {**FULL, "key": "a", "rights": {"exercise": {"right": "access"}}},
            {**FULL, "key": "b", "rights": {"exercise": {"right": "access"}}},
            waivers=[{"rule": "right-not-provided:erasure"}],
        )
        report = check(told, on=ON, rules=[explain("right-not-provided"), explain("waiver-of-unknown-rule")])
        assert [one.finding.place.of for one in report.waived] == ["erasure"]
        assert {"rectification", "restriction"} <= {one.place.of for one in report.findings}
        assert {one.where for one in report.findings} == {""}

    def test_until(self) -> None:
        """To the last day, and not a day longer; not before it begins."""
        assert self.waived(rule="item-missing", until="2026-11-21") == (0, 2)
        assert self.waived(rule="item-missing", until="2026-11-20") == (2, 0)
        assert self.waived(rule="item-missing", valid_from="2026-11-22") == (2, 0)

    def test_keeps_who_answers(self) -> None:
        """The waiver comes with the finding."""
        waiver = {"rule": "item-missing", "reason": "Komt", "by": "An"}
        (waived,) = checked(without("purposes"), waivers=[waiver]).waived

        assert (waived.waiver.by, waived.finding.name) == ("An", "item-missing")


class TestCoverage:
    """How far the holder's records answer each provision."""

    def counted(self, *activities: dict[str, Any], **facts: Any) -> dict[str, tuple[int, int, int, int]]:
        told = register(*activities, parties=[{"key": "us"}], **facts)
        return {
            one.article: (one.given, one.declared, one.unknown, one.blank)
            for one in check(told, on=ON, rules=[]).coverage
        }

    def test_each_letter(self) -> None:
        """Letters (a) to (g), each activity once: given, declared, unknown or blank."""
        unknown = {"key": "c", "absences": {"retention": {"unknown": "Vragen"}, "transfers": "none"}}
        seen = self.counted(FULL, {"key": "b"}, unknown)

        assert list(seen)[:7] == [f"30(1)({letter})" for letter in "abcdefg"]
        assert seen["30(1)(a)"] == (3, 0, 0, 0)
        assert seen["30(1)(b)"] == (1, 0, 0, 2)
        assert seen["30(1)(d)"] == (0, 1, 0, 2)
        assert seen["30(1)(e)"] == (0, 2, 0, 1)
        assert seen["30(1)(f)"] == (1, 0, 1, 1)

    def test_every_provision_is_there(self) -> None:
        """Article 30(1) by letter, 30(2) by letter, and 13 and 14 as far as a register can show, each with a label."""
        report = check(register(FULL), on=ON, rules=[])

        assert [one.article for one in report.coverage if one.article.startswith("30(2)")] == [
            f"30(2)({letter})" for letter in "abcd"
        ]
        for article, last in (("13", "f"), ("14", "g")):
            letters = [
                one.article[len(article) :]
                for one in report.coverage
                if one.article.startswith(f"{article}(")
            ]
            assert letters[0] == "(1)(a)"
            assert letters[-1] == f"(2)({last})"
        assert all(one.label(language) for one in report.coverage for language in LANGUAGES)

    def test_in_part(self) -> None:
        """Whether data must be given is answered in part where it is said of some that people give."""
        told, silent = {"kind": "name", "required": True}, "birth-date"

        def answer(*items: Any) -> dict[str, int]:
            report = check(register({**FULL, "personal_data": list(items)}), on=ON, rules=[])
            (one,) = (one for one in report.coverage if one.article == "13(2)(e)")
            return {"given": one.given, "partly": one.partly, "blank": one.blank, "asked": one.asked}

        assert answer(told, silent) == {"given": 0, "partly": 1, "blank": 0, "asked": 1}
        assert answer(told, {"kind": "ip-address", "source": "automatic"})["given"] == 1
        assert answer(silent)["blank"] == 1

    def test_letters_follow_the_fields(self) -> None:
        """A letter of Article 30(1) is whatever a field of an activity says it answers."""
        letters = {card.article for card in cards(Activity) if card.article.startswith("30(1)(")}

        assert letters == {f"30(1)({letter})" for letter in "bcdefg"}

    def test_who(self) -> None:
        """Letter (a) asks for names and contact details, those of joint controllers too."""
        assert self.counted({**FULL, "controllers": ["bakery", "us"], "joint": True})["30(1)(a)"] == (
            0,
            0,
            0,
            1,
        )

    def test_in_general_only(self) -> None:
        """What is asked of each category is told apart where it is said once for all; security is not asked of each."""
        told = register(
            {**FULL, "retention": [], "security": []}, general={"retention": "P5Y", "security": "locks"}
        )
        seen = {one.article: one for one in check(told, on=ON, rules=[]).coverage}

        assert (seen["30(1)(f)"].general, seen["30(1)(f)"].given) == (1, 0)
        assert (seen["13(2)(a)"].general, seen["30(1)(g)"].given) == (1, 1)

    def test_the_least_counts(self) -> None:
        """Letter (c) asks for two things: one of them blank is blank."""
        assert self.counted(without("data_subjects"))["30(1)(c)"] == (0, 0, 0, 1)

    def test_transfers_are_seen_in_flows(self) -> None:
        """A flow to a third country answers letter (e); one to nowhere stated does not."""
        abroad = {"key": "a", "flows": {"recipient": "office", "countries": "US"}}
        nowhere = {"key": "b", "flows": {"recipient": "office"}}

        assert self.counted(abroad, nowhere)["30(1)(e)"] == (1, 0, 0, 1)

    def test_as_processor(self) -> None:
        """A row for each controller and category: who, what, where to, and how it is secured."""
        flow = {"recipient": "bakery", "role": "processor", "processing": "hosting", "countries": "NL"}
        abroad = {**flow, "key": "far", "processing": "payroll", "countries": "US"}
        bare = {"recipient": "bakery", "role": "processor", "key": "bare"}
        theirs = {"key": "service", "controllers": "cafe", "flows": [flow, abroad, bare]}
        seen = self.counted(theirs)

        assert seen["30(2)(a)"] == (0, 0, 0, 3), "nobody knows how to reach the cafe"
        assert seen["30(2)(b)"] == (2, 0, 0, 1)
        assert seen["30(2)(c)"] == (1, 0, 0, 2), (
            "countries in the EEA do not say that there are none elsewhere"
        )
        assert seen["30(2)(d)"] == (0, 0, 0, 3)
        known = {**theirs, "security": {"text": "locks", "by": "bakery"}}
        assert self.counted(known)["30(2)(d)"] == (3, 0, 0, 0)
        assert self.counted({**theirs, "absences": {"transfers": "none"}, "flows": [flow]})["30(2)(c)"] == (
            0,
            1,
            0,
            0,
        )

    def test_information_for_people(self) -> None:
        """Article 13: what depends on a legal basis is asked only where it is one; general rights count."""
        rights = {
            "exercise": [{"right": ["access", "rectification", "erasure", "restriction"]}],
            "complaint": "The authority",
        }
        seen = self.counted(FULL, general={"rights": rights})

        assert seen["13(1)(b)"] == (0, 0, 0, 1)
        assert seen["13(1)(c)"] == (0, 0, 0, 1), "a purpose without a basis"
        assert seen["13(1)(d)"] == seen["13(2)(c)"] == (0, 0, 0, 0)
        assert seen["13(2)(b)"] == seen["13(2)(d)"] == (1, 0, 0, 0)
        consent = {**FULL, "purposes": {"text": "Paying", "legal_bases": "consent"}}
        seen = self.counted(consent, general={"rights": rights})
        assert seen["13(1)(c)"] == (1, 0, 0, 0)
        assert seen["13(2)(c)"] == (0, 0, 0, 1), "nothing of withdrawal"
        interest = {**FULL, "purposes": {"text": "Paying", "legal_bases": "legitimate-interests"}}
        seen = self.counted(interest, general={"rights": rights})
        assert seen["13(2)(b)"] == (0, 0, 0, 1), "legitimate interests ask for objection too"

    def test_interests(self) -> None:
        """13(1)(d) is asked of each legitimate interest."""
        bare = {"text": "Selling", "legal_bases": "legitimate-interests"}
        told = {
            "text": "Selling",
            "legal_bases": {"basis": "legitimate-interests", "interest": "Selling more"},
        }

        assert self.counted({**FULL, "purposes": told})["13(1)(d)"] == (1, 0, 0, 0)
        assert self.counted({**FULL, "purposes": [told, {**bare, "text": "Else"}]})["13(1)(d)"] == (
            0,
            0,
            0,
            1,
        )

    def test_obligatory_and_decisions(self) -> None:
        """13(2)(e): one item said to be obligatory or not; 13(2)(f): that there are none is an answer."""
        assert self.counted(FULL)["13(2)(e)"] == self.counted(FULL)["13(2)(f)"] == (0, 0, 0, 1)
        stated = {**FULL, "personal_data": {"kind": "salary", "required": True}}
        assert self.counted(stated)["13(2)(e)"] == (1, 0, 0, 0)
        none = {**FULL, "absences": {**FULL["absences"], "automated_decisions": "none"}}
        assert self.counted(none)["13(2)(f)"] == (0, 1, 0, 0)

    def test_data_from_elsewhere(self) -> None:
        """Article 14 is asked where data come from somebody else, and 13 not where all of them do."""
        bought = {**FULL, "personal_data": {"kind": "name", "source": "office"}}
        both = {**FULL, "flows": {"sender": "office", "recipient": "bakery"}}

        assert self.counted(FULL)["14(1)(d)"] == (0, 0, 0, 0)
        assert self.counted(bought)["14(1)(d)"] == self.counted(bought)["14(2)(f)"] == (1, 0, 0, 0)
        assert self.counted(bought)["13(1)(a)"] == (0, 0, 0, 0)
        assert self.counted(both)["13(1)(a)"] == self.counted(both)["14(1)(a)"] == (1, 0, 0, 0)

    def test_without_activities(self) -> None:
        """Nothing to count is nothing counted, nor is anything without a holder."""
        assert set(self.counted().values()) == {(0, 0, 0, 0)}
        assert all(one.asked == 0 for one in check(Register.of({}), on=ON, rules=[]).coverage)


class TestOnce:
    """A fault is told once, and in a fixed order."""

    def of(self, *places: Place) -> list[str]:
        made = rule("HOUSE001", article="5(2)", duty=Duty.SHALL, message={"en": "It is {what}."})

        def fault(register: Register, on: date) -> list[Place]:
            """A fault."""
            return list(places)

        report = check(register(FULL), on=ON, rules=[made(fault)])
        return [one.message() for one in report.findings]

    def test_the_same_words_at_a_place(self) -> None:
        """Two places with the same words are one finding; other words or another provision are another."""
        at = "activities.wages"

        assert self.of(Place(at, {"what": "a"}), Place(at, {"what": "a"})) == ["It is a."]
        assert self.of(Place(at, {"what": "b"}), Place(at, {"what": "a"}), Place(at, {"what": "b"})) == [
            "It is b.",
            "It is a.",
        ]
        assert len(self.of(Place(at, {"what": "a"}), Place(at, {"what": "a"}, article="6(1)"))) == 2
        assert len(self.of(Place(at, {"what": "a"}), Place("", {"what": "a"}))) == 2

    def test_unless_a_rule_is_there(self) -> None:
        """What is no fault beside another rule is not told where the check has that rule."""
        assert self.of(Place("", {"what": "a"}, unless="HOUSE001")) == []
        assert self.of(Place("", {"what": "a"}, unless="fault")) == []
        assert self.of(Place("", {"what": "a"}, unless="HOUSE002")) == ["It is a."]


class TestOwnTables:
    """A check by dated tables with rows of one's own."""

    def test_only_for_that_check(self, tmp_path: Path) -> None:
        """A decision about India lets a transfer there rest on it; the next check has the library's tables again."""
        file = tmp_path / "tables.toml"
        file.write_text(
            '[[decision]]\nnumber = "2030/1"\ncountries = ["IN"]\nfrom = 2020-01-01\nscope = "whole"\n'
            'source = "A test"\nchecked_on = 2026-01-01\n',
            "utf-8",
        )
        told = register({**FULL, "flows": {"recipient": "office", "countries": "IN"}})

        def seen(tables: Tables | None) -> list[str]:
            report = check(told, on=ON, rules=[JUDGED], tables=tables)
            return [one.place.facts["standing"] for one in report.findings]

        assert (seen(None), seen(standard().with_file(file)), seen(None)) == (
            ["missing"],
            ["adequate"],
            ["missing"],
        )


def _standing(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """How each transfer stands."""
    for one in judged(register, on=on, tables=tables):
        yield Place(one.transfer.path, {"standing": one.verdict.standing.value})


JUDGED = rule("HOUSE002", article="44", duty=Duty.SHALL)(_standing)


def test_findings_are_values(bakery: Register, on: date) -> None:
    """The same register on the same day gives the same findings, in the same order and words."""

    def said() -> list[tuple[str, ...]]:
        again = Register.of(bakery.model_dump(by_alias=True, exclude_unset=True))
        return [
            (one.code, one.where, *(one.message(language) for language in LANGUAGES))
            for one in check(again, on=on).findings
        ]

    assert said() == said() != []


def test_every_place_can_be_found(bakery: Register, on: date) -> None:
    """What is found in an example can be looked up."""
    for one in check(bakery, on=on).findings:
        assert bakery.entry(one.where)


VALUES: dict[str, Any] = {
    "purposes": "Paying wages",
    "data_subjects": "employees",
    "personal_data": "salary",
    "retention": "P7Y",
    "security": "locks",
    "flows": {"recipient": "office", "role": "controller"},
    "transfers": {"countries": "US"},
    "description": "Words",
    "rights": {"complaint": "The authority"},
    "valid_from": "2020-01-01",
    "cookies": {"kind": "functional"},
    "dpia": {"required": "no"},
}


@given(st.sets(st.sampled_from(sorted(VALUES))), st.sampled_from(sorted(VALUES)))
def test_filling_a_field_never_makes_more_missing(held: set[str], more: str) -> None:
    """Who writes down more has no more missing than before."""
    before = {"key": "wages", **{key: VALUES[key] for key in held}}
    after = {**before, more: VALUES[more]}

    assert missing(register(after)) <= missing(register(before))
    if more in ("purposes", "retention", "flows"):
        assert ("activities.wages", more) not in missing(register(after))


ENDED = {"valid_until": "2019-12-31"}
TWO = ["bakery", "office"]


def of_other_days() -> Register:
    """A register in which a general entry, a time limit, a measure and an agreement ended years ago."""
    return register(
        {
            **FULL,
            "retention": {"period": "P7Y", **ENDED},
            "security": {"text": "locks", **ENDED},
            "flows": [
                {"recipient": "office", "role": "processor", "processing": "payroll", "agreements": "old"},
                {"recipient": "cafe", "role": "processor", "processing": "hosting", "countries": "US"},
            ],
            "dpia": {"required": "no", **ENDED},
            "absences": {},
        },
        agreements=[
            {"key": "old", "kind": "processing-agreement", "between": TWO, "ends": "2019-12-31"},
            {"key": "other", "kind": "processing-agreement", "between": TWO},
            {
                "key": "scc",
                "kind": "standard-contractual-clauses",
                "between": ["bakery", "cafe"],
                "ends": "2019-12-31",
            },
        ],
        general=[
            {"retention": "P5Y", "flows": {"recipient": "cafe"}, "absences": {"security": "none"}, **ENDED},
        ],
    )


def test_what_ended_answers_nothing() -> None:
    """Findings and coverage are those of the day; on its last day everything still counted."""
    now, then = (check(of_other_days(), on=day) for day in (ON, date(2019, 12, 31)))

    def found(report: CheckReport) -> set[tuple[str, str]]:
        return {(one.code, one.where) for one in report.findings}

    wages = "activities.wages"
    assert found(now) >= {
        ("ROPA001", wages), ("ROPA176", "agreements.old"), ("ROPA002", f"{wages}.flows.cafe"), ("ROPA215", f"{wages}.flows.cafe"),
    }  # fmt: skip
    assert missing(of_other_days()) == {(wages, "retention"), (wages, "security")}
    assert missing(of_other_days(), date(2019, 12, 31)) == set()
    assert not found(then) & {
        ("ROPA176", "agreements.old"),
        ("ROPA002", f"{wages}.flows.office"),
        ("ROPA046", f"{wages}.flows.cafe"),
        ("ROPA215", f"{wages}.flows.cafe"),
    }
    for letter in ("30(1)(f)", "30(1)(g)"):
        assert [(one.given, one.general, one.blank) for one in now.coverage if one.article == letter] == [
            (0, 0, 1)
        ]
        assert [one.given for one in then.coverage if one.article == letter] == [1]


ABOUT_WHAT_ENDED = {
    "agreement-ended", "ended-without-successor", "waiver-expired", "safeguard-without-document", "transfer-without-ground",
}  # fmt: skip
"""Rules whose fault is that something ended: in the register of a day it is not there any more.

Of a transfer the one tells the clauses that ended, the other that there are none.
"""


def test_the_register_of_a_day_gives_the_check_of_that_day() -> None:
    """Leaving out first what does not hold finds the same, save what is said of the end itself."""
    told = of_other_days()

    for day in (date(2019, 12, 31), date(2020, 1, 1), ON):
        whole, left = (check(one, on=day) for one in (told, told.at(day)))
        said, other = (
            [
                (one.code, one.where, one.message())
                for one in report.findings
                if one.name not in ABOUT_WHAT_ENDED
            ]
            for report in (whole, left)
        )
        assert said == other
        assert whole.coverage == left.coverage
