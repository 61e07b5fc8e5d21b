"""What a breach, a removal, a decision that falls or a move touches; nothing is decided for the reader."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.sharing.shop import ON, SHOP, shop

from ropa.errors import NotUnderstood, UnknownEntry
from ropa.model import Register
from ropa.sharing import Impact, impact


def asked(**question: Any) -> Impact:
    return impact(shop(), on=ON, **question)


class TestBreach:
    """Articles 33 and 34."""

    def test_only_what_got_there(self) -> None:
        """Names, not bank accounts; one activity, not the other."""
        (touched,) = asked(breach="desk").activities
        assert (touched.activity, touched.personal_data, touched.people) == (
            "orders",
            ("name",),
            ("customers",),
        )
        assert touched.path == ("shop", "host", "desk")
        assert set(touched.parties) == {"host", "shop"}

    def test_who_tells_whom(self) -> None:
        """Each processor whoever sent it the data, up to the controller; it weighs the authority and the people."""
        told = [(one.who, one.whom, one.article) for one in asked(breach="desk").notify]
        assert told == [
            ("desk", "host", "33(2)"),
            ("host", "shop", "33(2)"),
            ("shop", "supervisory-authority", "33(1)"),
            ("shop", "data-subjects", "34"),
        ]

    def test_indicators_are_those_of_what_got_there(self) -> None:
        """Health data weigh at the host, not at the help desk; children and numbers do at both."""
        host, desk = (
            {(one.kind, one.what) for notice in asked(breach=key).notify for one in notice.indicators}
            for key in ("host", "desk")
        )
        assert desk == {("children", "customers"), ("number", "customers")}
        assert host - desk == {("special", "health-data")}

    def test_a_controller_answers_for_itself(self) -> None:
        """A recipient that is a controller tells nobody under 33(2) for that activity."""
        register = shop()
        only = Register.of({**SHOP, "activities": [SHOP["activities"][1]]})
        assert [(one.who, one.article) for one in impact(only, breach="mail", on=ON).notify] == [
            ("mail", "33(1)"),
            ("mail", "34"),
        ]
        assert ("mail", "33(2)") in {
            (one.who, one.article) for one in impact(register, breach="mail", on=ON).notify
        }

    def test_never_decides(self) -> None:
        """Sentences say who assesses, not that somebody must notify."""
        for language, word in (("en", "must"), ("nl", "moet"), ("fr", "doit"), ("de", "muss")):
            assert not any(word in line for line in asked(breach="host").sentences(language))
        assert any("AP" in line for line in asked(breach="host").sentences("nl"))


class TestOthers:
    """A removal, a decision that falls, a move."""

    def test_removal(self) -> None:
        """Whoever got data only through it loses them; the transfers and agreements go with it."""
        found = asked(remove="host")
        assert {one.activity: one.parties for one in found.activities} == {"orders": ("desk", "mail")}
        assert found.agreements == ("dpa", "scc")
        assert [(one.transfer.recipient, one.after) for one in found.transfers] == [
            ("desk", None),
            ("mail", None),
            ("mail", None),
        ]

    def test_removal_leaves_another_way(self) -> None:
        """The help desk goes: the mailer still gets the same from the host."""
        (touched,) = asked(remove="desk").activities
        assert touched.parties == ()

    def test_revoke(self) -> None:
        """Both flows to the listed recipient lose their ground; the activity and all behind them are named."""
        found = asked(revoke="2023/1795")
        assert [
            (one.transfer.sender, one.after.standing.value if one.after else "") for one in found.transfers
        ] == [
            ("host", "fallen"),
            ("desk", "fallen"),
        ]
        assert [(one.activity, one.path) for one in found.activities] == [
            ("orders", ("shop", "host", "mail")),
            ("orders", ("shop", "host", "desk", "mail")),
        ]
        assert asked(revoke="2000/518").activities == ()
        with pytest.raises(UnknownEntry):
            asked(revoke="2099/1")

    def test_move(self) -> None:
        """A new transfer without a ground, an agreement that promised the EEA, and everybody behind."""
        found = asked(move={"host": "US"})
        (new,) = found.transfers
        assert new.before is None
        assert new.after is not None
        assert (new.transfer.country, new.after.standing.value, found.agreements) == (
            "US",
            "missing",
            ("dpa",),
        )
        assert set(found.activities[0].parties) == {"shop", "host", "desk", "mail"}
        assert asked(move={"host": "NL"}).activities == ()
        with pytest.raises(NotUnderstood):
            asked(move={"host": "Holland"})

    @pytest.mark.parametrize("flow", [{}, {"countries": "IN"}, {"countries": "NL"}, {"countries": "US"}])
    def test_access_stays_where_a_party_moves(self, flow: dict[str, Any]) -> None:
        """From where the data can be reached is another fact: it is told, wherever the party processes until now."""
        desk = Register.of(
            {
                "holder": "shop",
                "parties": [
                    {"key": "shop", "name": "Shop"},
                    {"key": "help", "name": "Help", "country": "IN"},
                ],
                "activities": [
                    {
                        "key": "site",
                        "name": "Site",
                        "flows": {
                            "recipient": "help",
                            "role": "processor",
                            "access_from": ["IN", "NL"],
                            **flow,
                        },
                    }
                ],
            }
        )
        found = impact(desk, on=ON, move={"help": "NL"})

        assert [(one.activity, one.recipient, one.countries) for one in found.access_stays] == [
            ("site", "help", ("IN",))
        ]
        assert found.sentences("en")[-1] == (
            "Shop → Help (Site): as recorded, the data can still be reached from: India."
        )
        assert [one["countries"] for one in found.as_json()["access_stays"]] == [["IN"]]
        assert [one.transfer.country for one in found.transfers] == [
            one for one in ("US",) if flow.get("countries") == one
        ]
        assert asked(move={"host": "US"}).access_stays == ()

    def test_a_party_by_number_or_name(self) -> None:
        """As another organisation knows it: a register number, however it is spaced, or the name."""
        for word in ("host", "12345678", "wolkenrek bv"):
            assert asked(breach=word).question == {"breach": "host"}
        with pytest.raises(UnknownEntry, match="did you mean 'Wolkenrek BV'"):
            asked(breach="Wolkenrek B.V")

    def test_one_question(self) -> None:
        with pytest.raises(TypeError):
            asked()
        with pytest.raises(TypeError):
            asked(breach="host", remove="host")

    @pytest.mark.parametrize(
        "question", [{"breach": "host"}, {"remove": "host"}, {"revoke": "2021/914"}, {"move": {"host": "US"}}]
    )
    def test_leaves_as_json_and_speaks(self, question: dict[str, Any]) -> None:
        """The names that scripts rely on, and a sentence for each thing in four languages."""
        made = json.loads(json.dumps(asked(**question).as_json()))
        assert list(made)[:4] == ["on", "question", "activities", "notify"]
        assert {"other_days", "arranged", "transfers", "agreements"} <= set(made)
        assert {"activity", "parties", "people", "personal_data", "path"} <= set(made["activities"][0])
        for language in ("en", "nl", "fr", "de"):
            said = asked(**question).sentences(language)
            assert len(said) >= 2
            assert not any("{" in line for line in said)
