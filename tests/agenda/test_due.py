"""What falls due, and what does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from tests.strategies import registers, thorough

from ropa.agenda import Due, DueKind, Intervals, due, notice
from ropa.agenda.dated import DONE_ON, LAST_DAYS, NOT_DUE
from ropa.errors import NotUnderstood
from ropa.fields import declaring
from ropa.formats.native import loads
from ropa.glossary import LANGUAGES
from ropa.law import Tables, standard
from ropa.model import Register
from ropa.model.spec import parts, specs
from ropa.sharing.engagement import Papers

ON = date(2026, 10, 10)
SHOP = """
ropa: 1
holder: shop
adopted: 2025-10-20
parties:
  - {key: shop, name: Shop}
  - key: host
    name: Host
    certifications: [{scheme: iso-27001, valid_until: 2026-11-30}, {scheme: eu-us-dpf, valid_until: 2026-01-01}]
  - {key: sub, name: "Sub, Inc"}
agreements:
  - {key: old, kind: processing-agreement, between: [shop, host], ends: 2026-09-30}
  - {key: dpa, kind: processing-agreement, between: [shop, host], ends: 2026-12-31, notice_days: 30}
  - {key: scc, kind: standard-contractual-clauses, between: [shop, sub], decision: 2021/914, module: "2",
     transfer_impact_assessment: {date: 2025-11-11}}
activities:
  - key: orders
    name: Orders
    reviewed: 2025-11-01
    dpia: {done: 2023-12-01}
    flows:
      - {recipient: host, role: processor, countries: [US, GB]}
      - {sender: host, recipient: sub, role: processor, valid_from: 2026-12-01, countries: US}
      - {recipient: sub, role: controller, countries: GB, valid_until: 2026-12-12}
    retention: {criterion: A while, valid_until: 2026-11-15}
    absences:
      security: {unknown: Not asked yet, owner: An, due: 2026-09-01}
      recipients: {unknown: Perhaps more, due: 2026-12-24}
  - {key: gone, name: Gone, status: ended, reviewed: 2020-01-01, absences: {flows: {unknown: x, due: 2020-01-01}}}
notices: [{title: Privacy, published: 2021-01-01, changed: 2023-11-20}]
waivers: [{rule: ROPA002, at: activities.orders, reason: The lawyers have it, by: An, until: 2026-10-01}]
"""


@pytest.fixture
def shop() -> Register:
    """A register with something of every kind."""
    return loads(SHOP)


def kinds(items: tuple[Due, ...]) -> list[tuple[str, str, str]]:
    """Days, kinds and paths."""
    return [(one.day.isoformat(), one.kind.value, one.path) for one in items]


def only(register: Register, kind: DueKind, on: date = ON) -> tuple[Due, ...]:
    """What falls due of one kind, within a year."""
    return tuple(one for one in due(register, on=on, within="P1Y").items if one.kind is kind)


def test_every_day_of_the_model_is_placed() -> None:
    """A new dated field is on the agenda, or it is said why not; and nothing is placed that is no day."""
    days = {
        (declaring(part, spec.name).__name__, key)
        for part in parts(Register)
        for key, spec in specs(part).items()
        if spec.day
    }
    tables = (LAST_DAYS, DONE_ON, NOT_DUE)

    assert days == {field for table in tables for field in table}
    assert len(days) == sum(len(table) for table in tables)  # each in one of them
    assert all(NOT_DUE.values())


def test_by_day_and_overdue_first(shop: Register) -> None:
    """Everything of the shop, with the overdue ones in front because their days are."""
    found = due(shop, on=ON)

    assert [
        ("2026-01-01", "certificate", "parties.host.certifications.2"),
        ("2026-09-01", "unknown", "activities.orders.absences.security"),
        ("2026-10-01", "waiver", "waivers.1"),
        ("2026-10-20", "review", ""),
        ("2026-11-01", "notice", "activities.orders.flows.2"),
        ("2026-11-01", "review", "activities.orders"),
        ("2026-11-11", "transfer-assessment", "agreements.scc.transfer_impact_assessment"),
        ("2026-11-15", "end", "activities.orders.retention.1"),
        ("2026-11-20", "statement", "notices.1"),
        ("2026-11-30", "certificate", "parties.host.certifications.1"),
        ("2026-12-01", "assessment", "activities.orders.dpia"),
        ("2026-12-12", "end", "activities.orders.flows.3"),
        ("2026-12-24", "unknown", "activities.orders.absences.recipients"),
        ("2026-12-31", "agreement", "agreements.dpa"),
    ] == kinds(found.items)
    assert [True] * 3 + [False] * 11 == [one.overdue for one in found.items]
    assert found.overdue == found.items[:3]


def test_every_path_is_an_entry(shop: Register) -> None:
    """A path leads where a finding's would."""
    for one in due(shop, on=ON).items:
        assert one.path == "" or shop.entry(one.path)


@pytest.mark.parametrize("within", [82, timedelta(days=82), "P82D", "82d", "82 days", "82 dagen"])
def test_within_in_every_form(shop: Register, within: int | timedelta | str) -> None:
    """The last day counts; the day after does not."""
    assert date(2026, 12, 31) == due(shop, on=ON, within=within).items[-1].day
    assert date(2026, 12, 24) == due(shop, on=ON, within=81).items[-1].day


@pytest.mark.parametrize("within", [-1, True, "soon", "", "P", 1.5, None, timedelta(days=-1), "9" * 400])
def test_within_that_is_no_period(shop: Register, within: object) -> None:
    """One clear error."""
    with pytest.raises(NotUnderstood, match="period of time"):
        due(shop, on=ON, within=within)  # type: ignore[arg-type]


@pytest.mark.parametrize("within", ["P9999Y", 10**12, "999999999d", "P9999M"])
def test_a_window_without_end(shop: Register, within: int | str) -> None:
    """More than the calendar holds is all of it, or much of it."""
    assert due(shop, on=ON, within=within).until > date(2500, 1, 1)


def test_the_register_is_reviewed_through_its_activities(shop: Register) -> None:
    """As the check has it: adopting the register is a look at all of it, and so is a look at each activity."""
    first = shop.replace("orders", reviewed="2025-09-01")
    later = shop.replace("orders", reviewed="2025-11-01").without("gone")

    assert [""] == [one.path for one in only(first, DueKind.REVIEW)]
    assert ["activities.orders"] == [one.path for one in only(later, DueKind.REVIEW)]
    assert not only(later.model_copy(update={"status": "ended"}), DueKind.REVIEW)


def test_what_ended_and_nobody_leans_on_is_no_longer_due(shop: Register) -> None:
    """An agreement that another follows; but one that nothing follows is overdue."""
    alone = shop.without("dpa")

    assert ["agreements.dpa"] == [one.path for one in only(shop, DueKind.AGREEMENT)]
    assert [("agreements.old", True)] == [(one.path, one.overdue) for one in only(alone, DueKind.AGREEMENT)]
    assert ("28(3)", ("shop", "host")) == (
        only(alone, DueKind.AGREEMENT)[0].article,
        only(alone, DueKind.AGREEMENT)[0].parties,
    )


def test_a_newer_certificate_replaces_the_old_one() -> None:
    """Of the same scheme; and one of a party that is in no flow is not asked for."""
    host = {"key": "host", "certifications": [{"scheme": "iso-27001", "valid_until": "2026-01-01"}]}
    flow = {"key": "a", "flows": {"recipient": "host", "role": "processor"}}
    register = Register(holder="us", parties=[{"key": "us"}, host], activities=[flow])
    newer = [*host["certifications"], {"scheme": "iso-27001", "valid_until": "2029-01-01"}]  # type: ignore[misc]

    assert [True] == [one.overdue for one in only(register, DueKind.CERTIFICATE)]
    assert not only(register.replace("host", certifications=newer), DueKind.CERTIFICATE)
    assert not only(register.replace("a", flows=()), DueKind.CERTIFICATE)


def test_a_decision_on_which_transfers_rest(shop: Register) -> None:
    """The British decision ends at the end of 2031; who sends nothing there is not told."""
    day = date(2031, 12, 1)
    (one,) = only(shop, DueKind.DECISION, day)
    none = shop.replace("orders", flows=({"recipient": "host", "role": "processor", "countries": "NL"},))

    assert ("2025/2574", date(2031, 12, 27), ("orders",), ("host",)) == (
        one.subject,
        one.day,
        one.activities,
        one.parties,
    )
    assert not only(none, DueKind.DECISION, day)


def test_a_decision_that_ended_under_a_transfer() -> None:
    """A ground that is stated and gone is overdue, unless another carries the transfer."""
    flow = {"recipient": "host", "role": "controller", "countries": "US", "grounds": "privacy-shield"}
    register = Register(
        holder="us", parties=[{"key": "us"}, {"key": "host"}], activities=[{"key": "a", "flows": flow}]
    )
    (one,) = only(register, DueKind.DECISION)

    assert ("2016/1250", True, date(2020, 7, 15)) == (one.subject, one.overdue, one.day)
    listed = {"scheme": "eu-us-dpf", "valid_from": "2025-01-01"}
    assert not only(register.replace("host", certifications=listed), DueKind.DECISION)


def test_tables_of_ones_own() -> None:
    """A decision that ends tomorrow."""
    rows = standard()
    japan = next(row for row in rows.decisions if row.countries == ("JP",))
    ends = Tables(
        tuple(_until(row, ON) if row is japan else row for row in rows.decisions),
        rows.clause_sets,
        rows.assessed_since,
    )
    flow = {"recipient": "host", "role": "controller", "countries": "JP"}
    register = Register(
        holder="us", parties=[{"key": "us"}, {"key": "host"}], activities=[{"key": "a", "flows": flow}]
    )

    assert [(japan.number, ON, False)] == [
        (one.subject, one.day, one.overdue) for one in due(register, on=ON, tables=ends).items
    ]
    assert not due(register, on=ON).items


def _until(row: object, day: date) -> object:
    from dataclasses import replace

    return replace(row, until=day)  # type: ignore[type-var]


def test_notice_of_a_planned_sub_processor(shop: Register) -> None:
    """Thirty days before it begins; overdue until then, and not on the agenda any more once it has begun."""
    (one,) = only(shop, DueKind.NOTICE)

    assert (date(2026, 11, 1), 30, ("host", "sub", "shop")) == (one.day, one.days, one.parties)
    assert [True] == [it.overdue for it in only(shop, DueKind.NOTICE, date(2026, 11, 30))]
    assert not only(shop, DueKind.NOTICE, date(2026, 12, 1))


CUSTOMERS = """
ropa: 1
holder: host
parties: [{key: host}, {key: cloud}, {key: late}, {key: acme}, {key: beta}]
agreements:
  - {key: dpa-acme, kind: processing-agreement, between: [acme, host], notice_days: 30}
  - {key: dpa-beta, kind: processing-agreement, between: [beta, host], notice_days: 14, ends: 2027-01-10}
  - {key: sub-cloud, kind: sub-processing-agreement, between: [host, cloud], notice_days: 20}
activities:
  - key: shop
    controllers: [acme, beta]
    flows:
      - {recipient: host, role: processor}
      - {sender: host, recipient: cloud, role: processor}
      - {sender: host, recipient: late, role: processor, customers: beta, valid_from: 2027-01-15}
"""


def told(register: Register) -> set[tuple[str, ...]]:
    """Who announces whom to whom."""
    found = due(register, on=date(2026, 11, 22), within="P1Y").items
    return {one.parties for one in found if one.kind is DueKind.NOTICE}


def test_notice_to_those_it_is_for() -> None:
    """Not to another customer; an agreement that ends before the first day asks for notice until then."""
    register = loads(CUSTOMERS)
    flows = [*register.activity("shop").flows]

    assert {("host", "late", "beta")} == told(register)
    flows[2] = {"sender": "host", "recipient": "late", "role": "processor", "valid_from": "2027-01-15"}
    assert {("host", "late", "beta"), ("host", "late", "acme")} == told(register.replace("shop", flows=flows))


def test_notice_is_passed_on_up_the_chain() -> None:
    """The host hears of it from its own processor, and tells the customer that it is for."""
    register = loads(CUSTOMERS.replace("{sender: host, recipient: late", "{sender: cloud, recipient: late"))

    assert {("cloud", "late", "host"), ("host", "late", "beta")} == told(register)


def test_the_papers_are_gathered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for each activity in which something is planned, and each day."""
    made: list[object] = []
    monkeypatch.setattr(notice, "Papers", lambda *asked: made.append(asked) or Papers(*asked))
    held = loads(CUSTOMERS)
    [one] = held.activities
    more = [one.model_copy(update={"key": f"more-{number}"}) for number in range(5)]

    assert only(held.put(*more), DueKind.NOTICE)
    assert len(made) == 1


def test_days_before_the_calendar(shop: Register) -> None:
    """Absurd days of notice end at the first day there is."""
    (one,) = only(shop.replace("dpa", notice_days=10**9), DueKind.NOTICE)

    assert date.min == one.day


def test_intervals_of_ones_own(shop: Register) -> None:
    """Who looks every six months."""
    found = due(shop, on=ON, intervals=Intervals(review=6)).items

    assert date(2026, 5, 1) in {one.day for one in found if one.path == "activities.orders"}


def test_an_activity_that_is_over_asks_for_nothing(shop: Register) -> None:
    """Neither do its terms."""
    assert not [one for one in due(shop, on=ON).items if "gone" in one.path]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences(shop: Register, language: str) -> None:
    """One for each; every one begins with its day and names its provision."""
    found = due(shop, on=ON, within="P6Y")
    said = found.sentences(language)

    assert len(found.items) == len(said)
    assert all(line.startswith(one.day.isoformat()) for line, one in zip(said, found.items, strict=True))
    assert not any("{" in line for line in said)


def test_in_words(shop: Register) -> None:
    """What a reader is told."""
    said = due(shop, on=ON).sentences("en")

    assert (
        "2026-09-01 (overdue) — Orders: “Technical and organisational security measures” is to be known; "
        "An is finding out: Not asked yet — Article 30(1)(g)"
    ) == said[1]
    assert (
        "2026-11-01 — Last day for Host to announce Sub, Inc to Shop: 30 days' notice by processing agreement (dpa), "
        "first day 1 December 2026 — Article 28(2)"
    ) == said[4]


def test_a_day_that_no_law_sets() -> None:
    """Is no term that was missed: it follows from an interval, and is said to be a suggestion."""
    (said,) = due(Register(adopted="2024-02-01"), on=ON).sentences("fr")

    assert said.startswith("2025-02-01 (échéance proposée dépassée) — ")
    assert "adopté le 1er février 2024" in said


def test_nothing() -> None:
    """An empty register has nothing due, and says so."""
    found = due(Register(), on=ON)

    assert () == found.items
    assert ("Nothing in this register falls due up to 8 January 2027.",) == found.sentences()
    assert {"on": "2026-10-10", "until": "2027-01-08", "due": []} == found.as_json()


def test_plain_data(shop: Register) -> None:
    """As JSON what is said and nothing that is empty."""
    assert {
        "day": "2026-10-01",
        "overdue": True,
        "kind": "waiver",
        "path": "waivers.1",
        "article": "5(2)",
        "subject": "ROPA002",
        "owner": "An",
        "why": "The lawyers have it",
    } == due(shop, on=ON).as_json()["due"][2]


def test_shows_itself_escaped() -> None:
    """A notebook is told text, not tags."""
    register = Register(holder="us", activities=[{"key": "a", "name": "<b>", "reviewed": "2025-11-01"}])

    assert "&lt;b&gt;" in due(register, on=ON)._repr_html_()


@thorough
@given(registers())
def test_any_register(register: Register) -> None:
    """Sorted, within the window, marked where the day has passed, and told in whole sentences."""
    found = due(register, on=ON, within="P50Y")
    days = [one.day for one in found.items]

    assert days == sorted(days)
    assert all(one.day <= found.until for one in found.items)
    assert all(one.overdue is (one.day < ON) for one in found.items)
    assert all(one.path == "" or register.entry(one.path) for one in found.items)
    assert len(found.sentences("de")) == max(1, len(found.items))
