"""Changes by the names an officer gives them: a small register, one thing changed, and what is told of it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from tests.builders import BAKERY

import ropa
from ropa.changes import ChangeKind, Changes, diff
from ropa.errors import NotUnderstood
from ropa.glossary import LANGUAGES, phrase
from ropa.model import Register

ON = date(2026, 6, 1)
OLD = {
    "holder": "shop",
    "sources": [{"key": "policy"}, {"key": "contract"}],
    "parties": [
        {"key": "shop", "name": "The Shop", "country": "NL", "dpo": {"name": "Ann", "email": "a@shop.example"}},
        {"key": "host", "name": "Host", "certifications": [{"scheme": "eu-us-dpf"}]},
        {"key": "desk", "name": "Desk"},
        {"key": "cloud", "name": "Cloud"},
    ],
    "agreements": [
        {"key": "dpa", "kind": "processing-agreement", "between": ["shop", "host"], "signed": "2024-03-01",
         "sub_processors": "specific-authorisation"},
        {"key": "scc", "kind": "standard-contractual-clauses", "between": ["shop", "host"], "decision": "2021/914", "module": "2"},
    ],
    "activities": [
        {
            "key": "orders",
            "name": "Orders",
            "purposes": [{"text": "Deliver what is ordered", "legal_bases": ["contract"]}],
            "data_subjects": ["customers"],
            "personal_data": ["name", "address"],
            "flows": [
                {"recipient": "host", "role": "processor", "processing": "hosting", "countries": ["NL", "US"]},
                {"sender": "host", "recipient": "cloud", "role": "processor", "countries": "NL"},
            ],
            "retention": [{"period": "P7Y", "covers": "name"}],
            "security": ["encryption", "backups"],
            "rights": {"exercise": [{"right": ["access", "erasure"], "channels": "email"}]},
            "commitments": ["no-sale"],
            "absences": {"transfers": {"unknown": "To be asked"}},
        },
        {"key": "wages", "name": "Wages", "personal_data": ["salary"]},
    ],
    "waivers": [{"rule": "item-missing", "reason": "Small"}],
}  # fmt: skip
"""A register with a bit of everything."""


def changed(*path: Any, to: Any = None) -> Register:
    """The register with the value at a path replaced, or taken away."""
    plain = json.loads(json.dumps(OLD))
    held = plain
    for step in path[:-1]:
        held = held[step]
    if to is None:
        del held[path[-1]]
    else:
        held[path[-1]] = to
    return Register.of(plain)


def kinds(found: Changes) -> list[str]:
    return [one.kind.value for one in found]


ORDERS = ("activities", 0)
ONE = [
    (("holder",), "host", ["holder-changed", "sub-processor-removed", "transfer-removed"]),
    ((*ORDERS, "controllers"), ["shop", "desk"], ["controller-added", "controller-added"]),
    ((*ORDERS, "name"), "Orders and returns", ["activity-renamed"]),
    ((*ORDERS, "status"), "ended", ["activity-ended"]),
    ((*ORDERS, "valid_until"), "2026-01-01", ["activity-ended", "transfer-removed"]),
    ((*ORDERS, "valid_until"), "2027-01-01", ["field-added"]),
    (("parties", 0, "name"), "Shop & Co", ["party-renamed"]),
    (("parties", 0, "country"), "BE", ["party-moved"]),
    (("parties", 0, "dpo", "email"), "dpo@shop.example", ["dpo-changed"]),
    (("parties", 0, "dpo"), "desk", ["dpo-changed"]),
    (("parties", 0, "representative"), "desk", ["representative-changed"]),
    (("parties", 0, "contact"), {"email": "a@shop.example"}, ["contact-changed"]),
    (("parties", 1, "certifications"), [], ["ground-weakened", "certificate-removed"]),
    (("parties", 1, "services"), "payroll", ["field-added"]),
    (("agreements", 0, "ends"), "2026-05-31", ["agreement-ended"]),
    (("agreements", 0, "ends"), "2028-05-31", ["agreement-term-changed"]),
    (("agreements", 0, "signed"), "2025-03-01", ["agreement-signed"]),
    (("agreements", 0, "sub_processors"), "general-authorisation", ["permission-changed"]),
    (("agreements", 0, "notice_days"), 30, ["permission-changed"]),
    ((*ORDERS, "purposes", 0, "text"), "Deliver what customers ordered", ["purpose-reworded"]),
    ((*ORDERS, "purposes", 0, "text"), "Advertising", ["purpose-added", "purpose-removed"]),
    ((*ORDERS, "purposes", 0, "legal_bases"), ["consent"], ["basis-changed"]),
    ((*ORDERS, "purposes", 0, "legal_bases"), ["contract", "consent"], ["basis-added"]),
    ((*ORDERS, "purposes", 0, "legal_bases"), [], ["basis-removed"]),
    ((*ORDERS, "purposes", 0, "legal_bases"), [{"basis": "contract", "law": "BW 7"}], ["field-added"]),
    ((*ORDERS, "data_subjects"), ["customers", "children"], ["people-added"]),
    ((*ORDERS, "personal_data"), ["name"], ["data-removed"]),
    ((*ORDERS, "personal_data"), ["name", "address", "health-data"], ["special-data-added"]),
    ((*ORDERS, "personal_data"), ["name", {"kind": "address", "reveals": "health"}], ["special-data-changed"]),
    ((*ORDERS, "flows", 0, "role"), "controller", ["role-changed", "sub-processor-removed"]),
    ((*ORDERS, "flows", 0, "processing"), ["hosting", "backups"], ["field-added"]),
    ((*ORDERS, "flows", 0, "countries"), ["NL"], ["country-removed"]),
    ((*ORDERS, "flows", 0, "countries"), ["BE", "US"], ["country-changed"]),
    ((*ORDERS, "flows", 0, "countries"), ["NL", "US", "BE"], ["country-added"]),
    ((*ORDERS, "flows", 0, "countries"), ["NL", "US", "IN"], ["outside-eea"]),
    ((*ORDERS, "flows", 0, "access_from"), ["IN"], ["access-outside-eea"]),
    ((*ORDERS, "flows", 0, "access_from"), ["DE"], ["access-added"]),
    ((*ORDERS, "flows", 0, "grounds"), ["derogation-consent"], ["ground-added"]),
    ((*ORDERS, "flows", 0, "personal_data"), ["name"], ["shared-data-changed"]),
    ((*ORDERS, "flows", 1, "recipient"), ["cloud", "desk"], ["sub-processor-added"]),
    ((*ORDERS, "flows", 1), None, ["sub-processor-removed"]),
    ((*ORDERS, "flows", 1, "sender"), None, ["sender-changed", "sub-processor-removed"]),
    ((*ORDERS, "retention", 0, "period"), "P10Y", ["retention-lengthened"]),
    ((*ORDERS, "retention", 0, "period"), "P30D", ["retention-shortened"]),
    ((*ORDERS, "retention", 0, "period"), "P84M", []),
    ((*ORDERS, "retention", 0, "period"), "P2557D", ["retention-changed"]),
    ((*ORDERS, "retention", 0), {"criterion": "As long as needed", "covers": "name"}, ["retention-changed"]),
    ((*ORDERS, "retention", 0, "starts"), "delivery", ["retention-changed"]),
    ((*ORDERS, "retention"), [], ["retention-removed"]),
    ((*ORDERS, "security"), ["encryption"], ["measure-removed"]),
    ((*ORDERS, "security", 0), {"text": "encryption", "by": "host"}, ["measure-changed"]),
    ((*ORDERS, "dpia"), {"required": "yes"}, ["dpia-added"]),
    ((*ORDERS, "automated_decisions"), {"exists": True}, ["decisions-added"]),
    ((*ORDERS, "rights", "exercise", 0, "right"), ["access"], ["right-removed"]),
    ((*ORDERS, "rights", "exercise", 0, "free"), True, ["right-changed"]),
    ((*ORDERS, "commitments"), ["no-sale", "confidentiality"], ["commitment-added"]),
    ((*ORDERS, "absences"), {"transfers": "none"}, ["state-changed"]),
    ((*ORDERS, "absences"), {}, ["state-changed"]),
    (("waivers", 0, "until"), "2027-01-01", ["waiver-changed"]),
    (("waivers",), [], ["waiver-removed"]),
    ((*ORDERS, "evidence"), "L1", ["evidence-changed"]),
    ((*ORDERS, "x-team"), "blue", ["field-added"]),
    (("notices",), [{"title": "Privacy"}], ["notice-added"]),
    (("language",), "nl", ["field-changed"]),
    (("sources",), [{"key": "contract"}, {"key": "policy"}], ["first-source-changed"]),
]  # fmt: skip
"""One thing changed, and by which names it is told."""


@pytest.mark.parametrize(("path", "to", "wanted"), ONE, ids=lambda one: str(one)[:60])
def test_one_thing(path: tuple[Any, ...], to: Any, wanted: list[str]) -> None:
    """Is told by its own name, and back as well."""
    new = changed(*path, to=to)

    assert sorted(kinds(diff(Register.of(OLD), new, on=ON))) == sorted(wanted)
    assert len(diff(new, Register.of(OLD), on=ON)) == len(wanted)


class TestWhichIsWhich:
    """Entries are found again, wherever they stand now."""

    def test_an_insertion_is_one_change(self) -> None:
        """A flow before the others, and nothing else is told."""
        flows = [{"recipient": "desk", "role": "processor"}, *OLD["activities"][0]["flows"]]  # type: ignore[index]
        found = diff(Register.of(OLD), changed(*ORDERS, "flows", to=flows), on=ON)

        assert kinds(found) == ["processor-added"]
        assert (found.changes[0].where, found.changes[0].party) == ("activities.orders.flows.desk", "desk")

    def test_order_is_no_change(self) -> None:
        """Of parties, of countries, of flows."""
        new = changed("parties", to=OLD["parties"][::-1])  # type: ignore[index]

        assert not diff(Register.of(OLD), new, on=ON)

    def test_what_is_the_same_is_itself(self) -> None:
        """Of two measures in the same words, the one that stays is the one that says the same."""
        first, second = ({"text": "encryption", "when": when} for when in ("At rest", "On the way"))
        old, new = (changed(*ORDERS, "security", to=some) for some in ([first, second], [second]))

        assert kinds(diff(old, new)) == ["measure-removed"]

    def test_another_key_is_a_renaming(self) -> None:
        """Of an activity and of a party that flows, agreements and the holder name: one change each."""
        text = json.dumps(OLD).replace('"orders"', '"sales"').replace('"shop"', '"store"')
        found = diff(Register.of(OLD), Register.of(json.loads(text)), on=ON)

        assert kinds(found) == ["entry-renamed", "activity-renamed"]
        assert [(one.before, one.after) for one in found] == [("shop", "store"), ("orders", "sales")]

    def test_another_key_and_another_value(self) -> None:
        """An activity that is known by its name is held against itself."""
        text = json.dumps(OLD).replace('"orders"', '"sales"').replace('"P7Y"', '"P9Y"')

        assert kinds(diff(Register.of(OLD), Register.of(json.loads(text)))) == [
            "retention-lengthened",
            "activity-renamed",
        ]

    def test_of_two_alike_nobody_is_renamed(self) -> None:
        """Two parties of one name with other keys: they go, and others come."""
        old, new = (
            Register(parties=[{"key": f"{letter}{at}", "name": "Twin"} for at in (1, 2)]) for letter in "ab"
        )

        assert sorted(kinds(diff(old, new))) == ["party-added"] * 2 + ["party-removed"] * 2

    def test_a_flow_already_there(self) -> None:
        """Another flow to a processor of the activity brings in nobody."""
        flows = [*OLD["activities"][0]["flows"], {"key": "mail", "recipient": "host", "role": "processor"}]  # type: ignore[index]

        assert kinds(diff(Register.of(OLD), changed(*ORDERS, "flows", to=flows), on=ON)) == ["flow-added"]


class TestTransfers:
    """What follows for transfers, on a day."""

    LISTED = changed("agreements", to=[])

    def test_a_ground_that_goes(self) -> None:
        """Clauses remain beside the listing; without them and it nothing is left."""
        bare = changed("parties", 1, "certifications", to=[]).without("scc")
        found = {one.kind.value: one for one in diff(Register.of(OLD), bare, on=ON)}

        assert (found["ground-weakened"].before.value, found["ground-weakened"].after.value) == (
            "adequate",
            "missing",
        )
        assert found["ground-weakened"].countries == ("US",)
        assert found["ground-weakened"].where == "activities.orders.flows.host"

    def test_and_comes(self) -> None:
        """The other way round it is strengthened."""
        bare = changed("parties", 1, "certifications", to=[])

        assert "ground-strengthened" in kinds(diff(bare, Register.of(OLD), on=ON))

    def test_of_a_day(self) -> None:
        """The same two registers before there was a decision on the United States; and without any day."""
        bare = changed("parties", 1, "certifications", to=[])

        assert kinds(diff(Register.of(OLD), bare, on=date(2022, 1, 1))) != kinds(
            diff(Register.of(OLD), bare, on=ON)
        )
        assert kinds(diff(Register.of(OLD), bare)) == ["certificate-removed"]

    def test_a_new_activity_takes_data_away(self) -> None:
        """The activity, and the transfer in it, with how it stands."""
        more = {"key": "mail", "flows": {"recipient": "desk", "role": "processor", "countries": "IN"}}
        found = diff(Register.of(OLD), Register.of(OLD).put(ropa.Activity(**more)), on=ON)

        assert kinds(found) == ["activity-added", "transfer-added"]
        assert found.sentences("en")[1] == (
            "mail → Desk: transfer to a third country added: India (no ground recorded)"
        )

    def test_said_in_general(self) -> None:
        """A flow for all activities makes one change, not one for each."""
        general = [{"flows": {"recipient": "desk", "role": "processor", "countries": "IN"}}]
        found = diff(Register.of(OLD), changed("general", to=general), on=ON)

        assert sorted(kinds(found)) == ["general-added", "transfer-added"]


class TestValue:
    """Changes as a value: sentences, cells, JSON, a notebook."""

    FOUND = diff(ropa.loads(BAKERY), ropa.loads(BAKERY.replace("10 jaar", "12 jaar")), on=ON)

    def test_sentences(self) -> None:
        """In the register's language, and in any of the four."""
        assert self.FOUND.sentences() == self.FOUND.sentences("nl")
        assert [self.FOUND.sentences(language)[0] for language in LANGUAGES] == [
            "Loonadministratie: retention lengthened: 10 years → 12 years",
            "Loonadministratie: bewaartermijn verlengd: 10 jaar → 12 jaar",
            "Loonadministratie\u00a0: durée de conservation allongée\u00a0: 10 ans → 12 ans",
            "Loonadministratie: Aufbewahrungsfrist verlängert: 10 Jahre → 12 Jahre",
        ]

    def test_cells(self) -> None:
        """What a sheet has in its columns."""
        (row,) = self.FOUND.rows("nl")

        assert (row.kind, row.place, row.before, row.after, row.article, row.where) == (
            "Bewaartermijn verlengd",
            "Loonadministratie",
            "10 jaar",
            "12 jaar",
            "artikel 30, lid 1, onder f)",
            "activities.loonadministratie.retention.1",
        )

    def test_json(self) -> None:
        """The same with machine words."""
        assert self.FOUND.as_json() == {
            "on": "2026-06-01",
            "of_others": False,
            "changes": [
                {
                    "kind": "retention-lengthened",
                    "weight": 1,
                    "reasons": ["retention"],
                    "where": "activities.loonadministratie.retention.1",
                    "activity": "loonadministratie",
                    "party": "",
                    "field": "period",
                    "before": "P10Y",
                    "after": "P12Y",
                    "article": "30(1)(f)",
                    "countries": [],
                    "sensitive": [],
                    "standing": "",
                }
            ],
        }

    def test_notebook(self) -> None:
        """Texts of a register are escaped."""
        found = diff(Register.of(OLD), changed("parties", 0, "name", to="<b>Shop"))

        assert "&lt;b&gt;Shop" in found._repr_html_()

    def test_nothing(self) -> None:
        """Is false, empty, and said."""
        found = diff(Register.of(OLD), Register.of(OLD))

        assert (bool(found), len(found), list(found)) == (False, 0, [])
        assert [found.sentences(language) for language in LANGUAGES] == [
            ("Nothing changed.",),
            ("Er is niets gewijzigd.",),
            ("Rien n’a changé.",),
            ("Nichts hat sich geändert.",),
        ]

    def test_a_day_is_a_day(self) -> None:
        """A text is told."""
        with pytest.raises(NotUnderstood, match="a day is wanted"):
            diff(Register.of(OLD), Register.of(OLD), on="2026-06-01")  # type: ignore[arg-type]

    def test_long_texts(self) -> None:
        """Begin where they differ, and end somewhere."""
        old, new = (
            Register(activities=[{"key": "a", "description": "same " * 60 + word + " and so on" * 60}])
            for word in ("this", "that")
        )
        (said,) = diff(old, new).sentences("en")

        assert "this" in said
        assert "that" in said
        assert len(said) < 700

    def test_alike_in_one_language(self) -> None:
        """Where only the French changed, a Dutch reader sees what did."""
        old, new = (
            Register(parties=[{"key": "a", "name": {"nl": "Bakker", "fr": word}}])
            for word in ("Boulanger", "Boulangerie")
        )

        assert "Boulangerie" in diff(old, new).sentences("nl")[0]


def test_where_can_be_looked_up() -> None:
    """Each place stands in the new register, or in the old one."""
    old = Register.of(OLD)
    for path, to, _ in ONE:
        new = changed(*path, to=to)
        for one in diff(old, new, on=ON):
            if one.where:
                gone = (
                    one.after is None and one.kind.value.endswith("-removed") and not _stands(new, one.where)
                )
                assert _stands(old if gone else new, one.where), one


def _stands(register: Register, path: str) -> bool:
    try:
        register.entry(path)
    except ropa.UnknownEntry:
        return False
    return True


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_has_its_words(kind: ChangeKind) -> None:
    """In four languages; a provision where it has one; a weight."""
    said = {phrase(f"changes.kind.{kind.value}", language) for language in LANGUAGES}

    assert len(said) == 4 or kind.value.startswith("cookie")
    assert 1 <= kind.weight <= 4
