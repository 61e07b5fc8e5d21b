"""What comes first: as an officer would rank it, by the reasons a change combines."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ropa.changes import Change, Changes, Reason, diff
from ropa.errors import NotUnderstood
from ropa.formats.changes.markdown import write
from ropa.glossary import LANGUAGES
from ropa.law import standard
from ropa.law.country import Memberships
from ropa.model import Register
from ropa.outline.workbook import workbook
from ropa.transfer import Standing

ON = date(2026, 11, 22)
CARE = {
    "key": "care",
    "name": "Patient care",
    "personal_data": ["name", "health-data"],
    "flows": [
        {"recipient": "host", "role": "processor", "countries": "NL"},
        {"sender": "host", "recipient": "sub", "role": "processor", "countries": "NL", "personal_data": ["name"],
         "valid_from": "2026-12-01"},
        {"recipient": "lab", "role": "processor", "countries": "US", "personal_data": ["name"]},
    ],
}  # fmt: skip
NEWS = {
    "key": "news",
    "name": "Newsletter",
    "purposes": {"text": "News", "legal_bases": "consent"},
    "data_subjects": ["customers"],
    "personal_data": ["name"],
    "flows": [{"recipient": "host", "role": "processor", "countries": "NL"}],
    "retention": {"period": "P1Y"},
}
OLD: dict[str, Any] = {
    "holder": "clinic",
    "parties": [{"key": key, "name": key.title()} for key in ("clinic", "host", "sub", "lab", "mail")],
    "activities": [NEWS, CARE],
}


def changed(*paths: tuple[Any, ...]) -> Register:
    """The register with some values replaced: each path ends in the new one."""
    plain = json.loads(json.dumps(OLD))
    for *steps, last, value in paths:
        held = plain
        for step in steps:
            held = held[step]
        held[last] = value
    return Register.of(plain)


def kinds(found: Changes) -> list[str]:
    return [one.kind.value for one in found]


def flows(*more: dict[str, Any]) -> list[dict[str, Any]]:
    return [*CARE["flows"], *more]  # type: ignore[misc]


LAB = ("activities", 1, "flows", 2)
"""The flow to the United States."""
ABROAD = {"recipient": "mail", "role": "processor", "countries": "US", "personal_data": ["health-data"]}
NEWS_CHANGES = (
    ("activities", 0, "retention", "period", "P2Y"),
    ("activities", 0, "purposes", "legal_bases", "contract"),
    ("activities", 0, "data_subjects", ["customers", "children"]),
    ("activities", 0, "personal_data", ["name", "phone"]),
    ("activities", 0, "flows", [*NEWS["flows"], {"recipient": "mail", "role": "processor", "countries": "NL"}]),  # type: ignore[misc]
)  # fmt: skip
"""What is worth a look, and less than data of Article 9 abroad, earlier in the register."""


def test_what_combines_several_comes_first() -> None:
    """Data on health, a third country, no ground and a new recipient: before all that stands above it in the file."""
    found = diff(changed(), changed(*NEWS_CHANGES, ("activities", 1, "flows", flows(ABROAD))), on=ON)

    assert kinds(found) == [
        "processor-added",
        "retention-lengthened",
        "basis-changed",
        "processor-added",
        "people-added",
        "data-added",
    ]
    reasons = ("special-data", "third-country", "ground", "new-recipient")
    (first, *_) = found
    assert (first.reasons, first.sensitive, first.party) == (reasons, ("health-data",), "mail")
    assert (first.countries, first.standing) == (("US",), Standing.MISSING)
    assert "transfer to a third country: United States (no ground recorded)" in found.sentences("en")[0]


def test_every_output_has_the_same_order() -> None:
    """Text, JSON, Markdown, and the sheet of the workbook; each names the data of Article 9."""
    new = changed(*NEWS_CHANGES, ("activities", 1, "flows", flows(ABROAD)))
    found = diff(changed(), new, on=ON)
    rows = found.rows("en")
    markdown = [line for line in write(found, "en").splitlines() if line.startswith("| ")]
    told = workbook(new, language="en", on=ON, findings=False, changes=found)
    (sheet,) = (one for one in told.sections if one.key == "changes")
    cells = [[cell.value for cell in row[1]] for row in sheet.blocks[-1].rows]  # type: ignore[union-attr]

    assert "data concerning health" in found.sentences("en")[0]
    assert [one["kind"] for one in found.as_json()["changes"]] == kinds(found)
    assert [
        line.split(" | ")[0][2:] for line in markdown if "---" not in line and "Change |" not in line
    ] == [row.kind for row in rows]
    assert cells == [[row.kind] for row in rows]


def test_data_on_health_for_somebody_who_has_other_data() -> None:
    """The flow was there: that it now carries them is what is new, and comes first."""
    found = diff(
        changed(),
        changed(*NEWS_CHANGES, ("activities", 1, "flows", 2, "personal_data", ["name", "health-data"])),
        on=ON,
    )

    assert kinds(found)[0] == "special-data-shared"
    assert found.changes[0].reasons == (Reason.SPECIAL_DATA, Reason.THIRD_COUNTRY)
    assert (found.changes[0].weight, found.changes[0].article) == (1, "9(1)")
    assert kinds(diff(found.register, changed(*NEWS_CHANGES), on=ON)) == ["shared-data-changed"]


def test_data_on_health_in_another_country() -> None:
    """The processor was there, and the data: the country is new."""
    found = diff(changed(), changed(*NEWS_CHANGES, ("activities", 1, "flows", 0, "countries", ["US"])), on=ON)

    assert kinds(found)[0] == "outside-eea"
    assert found.changes[0].reasons == (Reason.SPECIAL_DATA, Reason.THIRD_COUNTRY, Reason.GROUND)


def test_data_on_health_in_an_activity_that_goes_abroad() -> None:
    """Data come to the activity, and its flow to the United States carries all of them."""
    old = changed(("activities", 0, "flows", 0, "countries", "US"))
    new = old.replace("news", personal_data=("name", "health-data"))
    (first,) = diff(old, new, on=ON)

    assert (first.kind.value, first.reasons) == (
        "special-data-added",
        (Reason.SPECIAL_DATA, Reason.THIRD_COUNTRY),
    )


def test_another_flow_to_somebody_known() -> None:
    """It carries data of Article 9 that went there by no other: it is looked at first. A plain one is not."""
    again = {"key": "again", "recipient": "lab", "role": "processor", "countries": "NL"}
    (grave,) = diff(changed(), changed(("activities", 1, "flows", flows(again))), on=ON)
    (plain,) = diff(
        changed(), changed(("activities", 1, "flows", flows({**again, "personal_data": ["name"]}))), on=ON
    )

    assert (grave.kind.value, grave.weight) == ("flow-added", 1)
    assert (plain.kind.value, plain.weight) == ("flow-added", 2)


class TestPlanned:
    """Who was planned, and is engaged on the day."""

    SOONER = ("activities", 1, "flows", 1, "valid_from", "2026-11-01")

    def test_because_its_day_is_another(self) -> None:
        """A planned sub-processor that begins is a new sub-processor, not a field; the other way round it has ended."""
        found = diff(changed(), changed(*NEWS_CHANGES, self.SOONER), on=ON)
        back = diff(changed(self.SOONER), changed(), on=ON)

        assert kinds(found)[:2] == ["sub-processor-begun", "retention-lengthened"]
        assert (found.changes[0].article, found.changes[0].party) == ("28(2)", "sub")
        assert found.sentences("en")[0] == (
            "Patient care → Sub: planned sub-processor now engaged: 2026-12-01 → 2026-11-01"
        )
        assert kinds(back) == ["sub-processor-ended"]

    def test_because_the_day_has_come(self) -> None:
        """Nothing was written: the old register is looked at on a day of its own."""
        new = changed(("x-own", 1))
        on = date(2026, 12, 5)

        assert kinds(diff(changed(), new, on=on)) == ["field-added"]
        found = diff(changed(), new, on=on, since=ON)
        assert kinds(found) == ["sub-processor-begun", "field-added"]
        assert found.sentences("en")[0] == (
            "Patient care: planned sub-processor now engaged: Sub (sub-processor, Netherlands)"
        )

    def test_the_day_of_adoption(self) -> None:
        """The old one is looked at on it, where the new one was adopted later or not yet; else both on one day."""
        first, second = (changed(("adopted", day)) for day in ("2026-01-01", "2026-12-10"))
        on = date(2026, 12, 20)

        assert kinds(diff(first, second, on=on)) == ["sub-processor-begun", "field-changed"]
        assert kinds(diff(first, changed(), on=on)) == ["sub-processor-begun", "field-removed"]
        assert kinds(diff(second, first, on=on)) == ["field-changed"]
        assert kinds(diff(changed(), first, on=on)) == ["field-added"]
        assert not diff(first, first, on=on)

    def test_an_activity(self) -> None:
        """By its day or its status."""
        old = changed(("activities", 0, "valid_from", "2026-12-01"))
        sooner = changed(("activities", 0, "valid_from", "2026-11-01"))
        planned, active = (changed(("activities", 0, "status", word)) for word in ("planned", "active"))

        assert kinds(diff(old, sooner, on=ON)) == ["activity-begun"]
        assert kinds(diff(planned, active, on=ON)) == ["activity-begun"]

    def test_an_activity_that_is_said_to_be_active_before_its_day(self) -> None:
        """The day decides: what begins next year has not begun. Without a day its status says it."""
        later = ("activities", 0, "valid_from", "2027-06-01")
        planned, active = (
            changed(("activities", 0, "status", word), later) for word in ("planned", "active")
        )

        assert "activity-begun" not in kinds(diff(planned, active, on=ON))
        assert kinds(diff(planned, active, on=date(2027, 6, 1))) == ["activity-begun"]
        assert kinds(diff(planned, active)) == ["activity-begun"]

    @pytest.mark.parametrize(
        ("at", "kind"),
        [(0, "processor-continued"), (1, "sub-processor-continued"), (3, "recipient-continued")],
    )
    def test_who_had_ended_is_not_planned(self, at: int, kind: str) -> None:
        """A flow that is prolonged goes on: nobody new comes in."""
        hops = flows({"recipient": "mail", "role": "controller", "personal_data": ["name"]})
        until = [
            [
                {**hop, "valid_from": "2025-01-01", "valid_until": day} if at == n else hop
                for n, hop in enumerate(hops)
            ]
            for day in ("2026-01-01", "2027-01-01")
        ]
        old, new = (changed(("activities", 1, "flows", held)) for held in until)
        (found,) = diff(old, new, on=ON)

        assert (found.kind.value, found.weight, found.reasons) == (kind, 2, ())
        assert not any("planned" in line for line in diff(old, new, on=ON).sentences("en"))

    def test_who_had_ended_and_has_another_flow(self) -> None:
        """By another entry: the days of both flows tell it, and it is no plan that began either."""
        past = {
            "recipient": "mail",
            "role": "processor",
            "personal_data": ["name"],
            "valid_until": "2026-01-01",
        }
        again = {**past, "key": "again", "processing": "mailing", "valid_from": "2026-06-01"}
        del again["valid_until"]
        old, new = (changed(("activities", 1, "flows", flows(*more))) for more in ((past,), (past, again)))

        assert kinds(diff(old, new, on=ON)) == ["flow-added", "processor-continued"]

    def test_a_day_for_the_old_register_needs_one_for_the_new(self) -> None:
        """Else it would be left unread."""
        with pytest.raises(NotUnderstood, match="since"):
            diff(changed(), changed(), since=ON)
        with pytest.raises(NotUnderstood):
            diff(changed(), changed(), on=ON, since="2026-01-01")  # type: ignore[arg-type]

    def test_without_a_day_nobody_begins(self) -> None:
        """Then a day in a flow is a field."""
        assert kinds(diff(changed(), changed(self.SOONER))) == ["field-changed"]


HEALTH = {
    "en": "data concerning health",
    "nl": "gegevens over gezondheid",
    "fr": "données concernant la santé",
    "de": "Gesundheitsdaten",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_are_named(language: str) -> None:
    """In the language of the reader, on every change of the event."""
    found = diff(changed(), changed(("activities", 1, "flows", flows(ABROAD))), on=ON)
    (named,) = {row.after.rpartition("; ")[2].rpartition("\u00a0; ")[2] for row in found.rows(language)}

    assert named == HEALTH[language]


def test_data_that_somebody_has_by_another_flow() -> None:
    """Data on health that went to the host already are not newly passed on by its second flow; to the lab they are."""
    again = {
        "key": "again",
        "recipient": "host",
        "role": "processor",
        "countries": "NL",
        "personal_data": ["name"],
    }
    both = {"key": "both", "recipient": ["host", "lab"], "role": "processor", "personal_data": ["name"]}
    more = ["name", "health-data"]

    (known,) = diff(
        changed(("activities", 1, "flows", flows(again))),
        changed(("activities", 1, "flows", flows({**again, "personal_data": more}))),
        on=ON,
    )
    (fresh,) = diff(
        changed(("activities", 1, "flows", flows(both))),
        changed(("activities", 1, "flows", flows({**both, "personal_data": more}))),
        on=ON,
    )

    assert (known.kind.value, known.weight, known.sensitive) == ("shared-data-changed", 2, ())
    assert (fresh.kind.value, fresh.weight, fresh.sensitive) == ("special-data-shared", 1, ("health-data",))


class TestGround:
    """The ground of a transfer."""

    @staticmethod
    def of(kind: str, *paths: tuple[Any, ...], on: date | None = ON) -> Change:
        """The change of one kind where the clauses for the lab in the United States are taken away."""
        old = changed((*LAB, "grounds", ["standard-contractual-clauses"]))
        (found,) = (one for one in diff(old, changed(*paths), on=on) if one.kind.value == kind)
        return found

    def test_one_that_is_gone_where_data_still_leave(self) -> None:
        """Then it is lost, and looked at first; also where the country is reached from only, or is recorded no more."""
        for paths in ((), ((*LAB, "countries", "CA"),), ((*LAB, "countries", []),)):
            found = self.of("ground-removed", *paths)
            assert (found.weight, Reason.GROUND in found.reasons) == (1, True)
        reached = self.of("ground-removed", (*LAB, "countries", "BE"), (*LAB, "access_from", "IN"))
        assert (reached.weight, reached.reasons) == (1, (Reason.THIRD_COUNTRY, Reason.GROUND))

    def test_one_that_is_gone_where_data_stay(self) -> None:
        """Nothing leaves the EEA any more: no ground is needed, and something else comes first."""
        found = self.of("ground-removed", (*LAB, "countries", "BE"))
        assert (found.weight, found.reasons) == (2, ())

        old = changed((*LAB, "grounds", ["standard-contractual-clauses"]))
        told = diff(old, changed((*LAB, "countries", "BE"), NEWS_CHANGES[0]), on=ON)
        assert kinds(told)[0] == "retention-lengthened"

    def test_one_that_is_gone_without_a_day(self) -> None:
        """Whether data still leave is not known then."""
        assert self.of("ground-removed", (*LAB, "countries", "BE"), on=None).weight == 1

    def test_of_a_transfer_that_is_stated(self) -> None:
        """Of one without a flow its countries tell."""
        stated = [{"countries": "US", "grounds": ["standard-contractual-clauses"]}]
        old = changed(("activities", 0, "transfers", stated))
        found = diff(old, changed(("activities", 0, "transfers", [{"countries": "US"}])), on=ON)
        (lost,) = (one for one in found if one.kind.value == "ground-removed")

        assert (lost.kind.value, lost.weight, lost.reasons) == ("ground-removed", 1, (Reason.GROUND,))

    def test_one_that_a_person_must_look_at(self) -> None:
        """Canada is adequate for some recipients only: nothing says that the ground does not hold."""
        new = {"recipient": "mail", "role": "processor", "countries": "CA", "personal_data": ["name"]}
        (turns,) = self.transfers({**new, "grounds": ["adequacy"]})
        (lacks,) = self.transfers({**new, "countries": "IN"})

        assert turns.standing is Standing.DEPENDS
        assert turns.reasons == (Reason.THIRD_COUNTRY, Reason.NEW_RECIPIENT)
        assert lacks.standing is Standing.MISSING
        assert Reason.GROUND in lacks.reasons

    @staticmethod
    def transfers(flow: dict[str, Any]) -> list[Change]:
        found = diff(changed(), changed(("activities", 1, "flows", flows(flow))), on=ON)
        return [one for one in found if one.countries]

    def test_by_tables_of_ones_own(self) -> None:
        """Where a decision is no more, what rested on it is missing one; the EEA is that of the tables as well."""
        old, new = changed(), changed((*LAB, "countries", "JP"))
        (named,) = diff(old, new, on=ON)
        (bare,) = diff(old, new, on=ON, tables=replace(standard(), decisions=()))

        assert (named.standing, bare.standing) == (Standing.ADEQUATE, Standing.MISSING)
        assert (Reason.GROUND in named.reasons, Reason.GROUND in bare.reasons) == (False, True)
        empty = replace(standard(), eea=Memberships())
        assert (
            diff(old, changed((*LAB, "countries", "BE")), on=ON, tables=empty).changes[0].kind.value
            == "outside-eea"
        )
