"""The front of a document: whose register it is, and who stands for its holder."""

from __future__ import annotations

from typing import Any

import pytest
from tests.outline.dump import dump
from tests.outline.test_outline import ON, both

from ropa.glossary import LANGUAGES, phrase
from ropa.model import Register
from ropa.outline import Figure, report


def held(**party: Any) -> Register:
    data = {"holder": "us", "parties": [{"key": "us", **party}], "activities": [{"key": "a"}]}
    return Register.of(data)


@both
class TestTheRepresentative:
    """Article 27 asks for one only of who is not established in the Union."""

    @pytest.mark.parametrize("country", ["BE", "IE", "IS", "NO"])
    def test_is_not_missed_in_the_eea(self, make: Any, country: str) -> None:
        """Nothing is said of it."""
        assert "Representative [" not in dump(make(held(country=country), language="en", on=ON))

    @pytest.mark.parametrize("about", [{"country": "US"}, {"country": "GB"}, {}])
    def test_is_missed_elsewhere(self, make: Any, about: dict[str, Any]) -> None:
        """And where nobody says where the holder is established."""
        out = dump(make(held(**about), language="en", on=ON))

        assert "Representative [Article 30(1)(a)]: ~not stated" in out

    @pytest.mark.parametrize(
        ("about", "said"),
        [
            ({"representative": {"name": "Ms Agent"}}, "Ms Agent"),
            ({"absences": {"representative": {"not_applicable": "At home"}}}, "At home"),
        ],
    )
    def test_what_is_said_is_shown(self, make: Any, about: dict[str, Any], said: str) -> None:
        """Wherever the holder is established."""
        assert said in dump(make(held(country="BE", **about), language="en", on=ON))


@both
@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_holds_it(make: Any, language: str) -> None:
    """A register without a holder is not "the register of not stated"."""
    out = make(Register.of({}), language=language, on=ON)

    assert out.subtitle.startswith(phrase("report.no-holder", language))
    assert out.notice == phrase("report.notice-open", language, on=ON.isoformat())


def test_one_activity_is_drawn_once() -> None:
    """Where nothing flows between parties, what stands in brief has no picture: the next section is that picture."""
    told = Register.of(
        {
            "holder": "us",
            "parties": [{"key": "us"}],
            "activities": [{"key": "a", "data_subjects": "visitors"}],
        }
    )
    out = report(told, language="en", on=ON)
    drawn = [
        section.key for _, section in out.walk() for block in section.blocks if isinstance(block, Figure)
    ]

    assert drawn == ["picture"]
