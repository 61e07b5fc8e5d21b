"""What a rule found: a value that speaks every language of the glossary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ropa.glossary import citation, has_phrase, phrase, text
from ropa.law import Certainty, Duty, Level, level
from ropa.rules.rule import Place, Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a place. It says what is not recorded, never that something is unlawful."""

    rule: Rule
    place: Place

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.rule.code

    @property
    def name(self) -> str:
        """The rule's name: the fault."""
        return self.rule.name

    @property
    def word(self) -> str:
        """What a waiver may call it: the name, and behind it which of several faults at the place, as in `item-missing:retention`."""
        return f"{self.name}:{self.place.of}" if self.place.of else self.name

    @property
    def where(self) -> str:
        """The path of what it is about."""
        return self.place.at

    @property
    def article(self) -> str:
        """The provision."""
        return self.place.article or self.rule.article

    @property
    def duty(self) -> Duty:
        """How binding the provision is."""
        return self.place.duty or self.rule.duty

    @property
    def certainty(self) -> Certainty:
        """Whether it stands in the register, or a person must look."""
        return self.place.certainty or self.rule.certainty

    @property
    def level(self) -> Level:
        """How loudly it speaks: computed from duty and certainty."""
        return level(self.duty, self.certainty)

    def message(self, language: str = "en") -> str:
        """What is not recorded, in a sentence."""
        return self._say("message", language)

    def remedy(self, language: str = "en") -> str:
        """What to do about it."""
        return self._say("remedy", language)

    def _say(self, what: str, language: str) -> str:
        facts = {name: _worded(value, language) for name, value in self.place.facts.items()}
        facts["article"] = citation(self.article, language)
        if what in self.rule.words:
            return text(self.rule.words[what], language).format(**facts)
        key = f"rules.{self.name}.{what}"
        for exact in (f"{key}-{self.place.variant}", key):
            if has_phrase(exact):
                return phrase(exact, language, **facts)
        return self.rule.doc.partition("\n")[0] if what == "message" else ""


def _worded(value: Any, language: str) -> str:
    """A fact as words: a value that knows its own words by language, a text of the register, or what it is."""
    if callable(value):
        return str(value(language))
    return text(value, language) if isinstance(value, (str, Mapping)) else str(value)
