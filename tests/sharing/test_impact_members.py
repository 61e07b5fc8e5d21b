"""A party that is one of several: it may have what these have. And several that are asked for as one: ask each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.sharing import Impact, impact

ON = date(2026, 6, 1)
KEYS = ("home", "firms", "one", "other")


def letting(*flows: dict[str, Any], says: str = "members", named: bool | None = False) -> Register:
    """`one` is a member of `firms`, as either of the two says."""
    parties: list[dict[str, Any]] = [{"key": key, "name": key.title()} for key in KEYS]
    parties[1] |= {"named": named, "members": ["one"]} if says == "members" else {"named": named}
    parties[2] |= {"group": "firms"} if says == "group" else {}
    activity = {
        "key": "letting",
        "name": "Letting",
        "data_subjects": "tenants",
        "personal_data": "name",
        "flows": list(flows),
    }
    return Register.of({"holder": "home", "parties": parties, "activities": [activity]})


def to(recipient: str, **more: Any) -> dict[str, Any]:
    return {"recipient": recipient, "role": "processor", "countries": "NL", **more}


def said(found: Impact, language: str = "en") -> str:
    return "\n".join(found.sentences(language))


MEMBER: list[dict[str, Any]] = [{"breach": "one"}, {"remove": "one"}, {"move": {"one": "US"}}]


@pytest.mark.parametrize("says", ["members", "group"])
@pytest.mark.parametrize("question", MEMBER)
def test_what_a_category_holds_a_member_may_hold(question: dict[str, Any], says: str) -> None:
    """In the same words whatever happens to the member, and whichever of the two tells that it is one."""
    found = impact(letting(to("firms"), says=says), on=ON, **question)

    (one,) = found.activities
    assert (one.member_of, one.possible, one.holding_open) == ("firms", True, True)
    assert (one.path, one.personal_data) == (("home", "firms"), ("name",))
    assert "(may hold them, as one of Firms; which part is its own is not recorded)" in said(found)
    for language in LANGUAGES:
        assert "Firms" in said(found, language)
        assert "{" not in said(found, language)


class TestRemoval:
    """A member goes; the category stays."""

    def test_nothing_is_said_to_fall(self) -> None:
        """Not to the category, nor to whoever gets data from it."""
        onward = to("other", sender="firms", countries="US")
        found = impact(letting(to("firms"), onward), on=ON, remove="one")

        assert [one.parties for one in found.activities] == [()]
        assert found.transfers == ()
        assert "the flows recorded for Firms stay" in said(found)
        assert not any(one in said(found) for one in ("no longer reaches", "nobody else", "No transfer"))

    def test_what_it_gets_itself_does_fall(self) -> None:
        found = impact(letting(to("firms"), to("one")), on=ON, remove="one")

        assert [(one.path, one.member_of) for one in found.activities] == [
            (("home", "one"), ""),
            (("home", "firms"), "firms"),
        ]


class TestMove:
    """A member goes to another country; where the category processes is said of all of it."""

    def test_no_transfer_is_derived(self) -> None:
        found = impact(letting(to("firms")), on=ON, move={"one": "US"})

        assert (found.activities[0].until_now, found.transfers) == (("NL",), ())
        assert "until now, for Firms as a whole: Netherlands" in said(found)
        assert found.sentences("en")[-1].startswith("No transfer is derived from what One may hold")
        assert "By this no transfer begins" not in said(found)

    def test_where_the_category_is_already(self) -> None:
        """As with a party itself: all of it is there today."""
        assert impact(letting(to("firms")), on=ON, move={"one": "NL"}).activities == ()

    def test_its_own_flows_are_judged_all_the_same(self) -> None:
        found = impact(letting(to("firms"), to("one")), on=ON, move={"one": "US"})

        assert [one.transfer.recipient for one in found.transfers] == ["one"]
        assert [one.member_of for one in found.activities] == ["", "firms"]

    def test_of_a_category_of_controllers(self) -> None:
        """What no flow brings there, a member may have as well."""
        register = letting(to("other"))
        made = register.model_copy(
            update={
                "activities": tuple(
                    one.model_copy(update={"controllers": ("firms",)}) for one in register.activities
                )
            }
        )
        (one,) = impact(made, on=ON, move={"one": "US"}).activities

        assert (one.member_of, one.path, one.until_now) == ("firms", ("firms",), ())


class TestSeveral:
    """A group is asked for, and it is its members that hold something."""

    @pytest.mark.parametrize("says", ["members", "group"])
    @pytest.mark.parametrize(
        "question", [{"breach": "firms"}, {"remove": "firms"}, {"move": {"firms": "US"}}]
    )
    def test_ask_about_the_members(self, question: dict[str, Any], says: str) -> None:
        found = impact(letting(to("one"), says=says, named=None), on=ON, **question)

        assert found.members == ("one",)
        assert found.as_json()["members"] == ["one"]
        assert found.sentences("en")[1:] == (
            "Firms is a group or a category; ask about its members as well: One.",
        )
        for language in LANGUAGES:
            assert "One" in found.sentences(language)[1]

    def test_not_about_one_that_has_nothing_else(self) -> None:
        """What it may have as one of the group is told of the group."""
        found = impact(letting(to("firms")), on=ON, breach="firms")

        assert (found.members, len(found.activities)) == ((), 1)

    def test_about_one_that_may_hold_as_one_of_others(self) -> None:
        register = letting(to("other"), says="group")
        others = register.replace("other", named=False, members=["one"])

        assert impact(others, on=ON, breach="firms").members == ("one",)
        assert impact(register, on=ON, breach="firms").sentences("en")[1:] == (
            "The register shows nothing that this touches.",
        )

    def test_in_the_order_of_the_register(self) -> None:
        """Whoever says it: the group of one, or one of the group."""
        register = letting(to("one"), to("other"), named=None).replace("home", group="firms")

        assert impact(register, on=ON, breach="firms").members == ("home", "one")
