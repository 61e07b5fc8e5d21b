"""Data told by examples, a business handed over, interests nobody describes, and what a source contradicts."""

from __future__ import annotations

from typing import Any

from tests.rules.asking import asked, places


class TestDataByExample:
    """Article 30(1)(c) asks for the categories."""

    def found(self, *items: Any, **facts: Any) -> list[tuple[str, str]]:
        return places("data-by-example", activities=[{"key": "a", "personal_data": list(items)}], **facts)

    def test_some_or_all(self) -> None:
        """One example is enough to leave the list open: one finding."""
        name = {"kind": "name", "example": True}

        assert (
            self.found(name)
            == self.found(name, "email", {**name, "kind": "city"})
            == [("activities.a", "warning")]
        )
        assert self.found("name", {"kind": "email", "example": False}) == []

    def test_of_another(self) -> None:
        """What somebody else is controller of is not the holder's to list."""
        theirs = {"key": "b", "controllers": "cafe", "personal_data": {"kind": "name", "example": True}}

        assert (
            places("data-by-example", parties=[{"key": "bakery"}, {"key": "cafe"}], activities=[theirs]) == []
        )

    def test_words(self) -> None:
        """Known terms in the language of the reader."""
        items = [{"kind": "name", "example": True}]
        (one,) = asked("data-by-example", activities=[{"key": "a", "name": "Orders", "personal_data": items}])

        assert "exemple (nom)" in one.message("fr")


class TestHandover:
    """Article 6(1) for the disclosure to an acquirer."""

    def found(self, services: Any = "acquirer", **flow: Any) -> list[tuple[str, str]]:
        return places(
            "handover-without-basis",
            parties=[{"key": "bakery"}, {"key": "buyer", "services": services}],
            activities=[{"key": "a", "flows": {"recipient": "buyer", **flow}}],
        )

    def test_without(self) -> None:
        """Whatever its role, but that of somebody who works for the holder."""
        assert self.found() == self.found(role="controller") == [("activities.a.flows.buyer", "warning")]
        assert self.found(role="processor") == self.found(services="carrier") == []

    def test_with(self) -> None:
        """A basis of the disclosure."""
        assert self.found(legal_bases="consent") == []

    def test_said_once(self) -> None:
        """In general for all activities: one finding."""
        found = places(
            "handover-without-basis",
            parties=[{"key": "bakery"}, {"key": "buyer", "services": "acquirer"}],
            general=[{"key": "all", "flows": {"recipient": "buyer"}}],
            activities=[{"key": "a"}, {"key": "b"}],
        )
        assert found == [("general.all.flows.buyer", "warning")]


class TestInterests:
    """A shared interest that tells nothing, whether or not a purpose rests on it yet."""

    def found(self, text: str, **facts: Any) -> list[tuple[str, str]]:
        parties = [{"key": "bakery", "name": "The Bakery"}]
        interests = [{"key": "own", "text": text}]
        return places("legitimate-interest-not-stated", parties=parties, interests=interests, **facts)

    def test_unused(self) -> None:
        """It was mentioned: which it is stays open."""
        assert self.found("Legitimate interests of The Bakery") == [("interests.own", "warning")]
        assert self.found("Keeping the till safe") == []

    def test_used(self) -> None:
        """Told once."""
        purpose = {"text": "Selling", "legal_bases": {"basis": "legitimate-interests", "interest": "own"}}
        activities = [{"key": "a", "purposes": purpose}]

        assert self.found("Our legitimate interest", activities=activities) == [("interests.own", "warning")]


def test_a_contradiction_is_told_in_words() -> None:
    """What the entry is, and the field the source contradicts; no paths."""
    item = {
        "kind": "email",
        "required": True,
        "evidence": {"at": "L1", "for": "required", "reading": "contradicted"},
    }
    flow = {"recipient": "cafe", "when": "Always", "evidence": {"at": "L2", "reading": "contradicted"}}
    (one,) = asked(
        "source-contradicts-itself",
        sources=[{"key": "s", "title": "Statement"}],
        parties=[{"key": "bakery"}, {"key": "cafe", "name": "Café"}],
        activities=[{"key": "a", "personal_data": item, "flows": flow}],
    )

    assert "personal_data.1" not in one.message()
    assert "email address" in one.message()
    assert "Must be provided: yes" in one.message()
    assert "Recipient: Café" in one.message()
