"""When a fault that is the same all over a register is one finding."""

from __future__ import annotations

from collections.abc import Sequence

from ropa.glossary import phrase

MANY = 5
"""From how many places a person would write "nowhere" instead of listing them."""


def is_everywhere(places: Sequence[object], recorded: bool) -> bool:
    """Whether something is lacking in many places and `recorded` in none: then it is told once, of the register."""
    return len(places) >= MANY and not recorded


def the_register(language: str) -> str:
    """The register, in words."""
    return phrase("rules.words.register", language)
