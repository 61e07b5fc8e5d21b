"""A part of a register: what it refuses, and in which words."""

from __future__ import annotations

import pytest

from ropa.errors import NotUnderstood
from ropa.model import Flow, Register
from ropa.model.text import as_day


def test_pydantic_speaks_our_words() -> None:
    """Whichever of its doors is used, and a key that stands twice is seen."""
    for refused in (
        lambda: Flow.model_validate({"rol": "x"}),
        lambda: Flow.model_validate_json('{"rol": "x"}'),
        lambda: Flow.model_validate_strings({"rol": "x"}),
        lambda: Register.model_validate_json('{"holder": "a", "holder": "b"}'),
        lambda: as_day("2026-01-01"),
    ):
        with pytest.raises(NotUnderstood):
            refused()


def test_a_part_does_not_change() -> None:
    """Nor is what somebody tried to write repeated."""
    with pytest.raises(TypeError, match="does not change") as error:
        Flow(recipient="a").when = "secret"  # type: ignore[misc]
    assert "secret" not in str(error.value)
    with pytest.raises(TypeError, match="does not change"):
        del Flow(recipient="a").when


def test_half_a_text_is_not_repeated() -> None:
    """Behind a comma between braces words become a key."""
    with pytest.raises(NotUnderstood, match="a text with a comma needs quotes") as error:
        Flow.model_validate({"recipient": "a", "when": "Er is een kroon", "brug of prothese": None})
    assert "brug" not in str(error.value)
