"""How a value of the model reads in a language: one loop over the field cards, for every kind of value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from ropa.fields import FieldCard, card, cards
from ropa.glossary import citation, has_phrase, phrase, term, text
from ropa.law import Basis, Ground
from ropa.model import PEOPLE, Absence, Entry, Evidence, Item, Measure, Part, Party, Register
from ropa.model.part import read_as
from ropa.model.period import as_period, parts
from ropa.model.text import Text, Translations

ASIDE = frozenset({"key", "evidence", "absences", "reviewed"})
"""Fields that are about an entry rather than part of what it says."""


@cache
def in_reading_order(part: type[Part]) -> tuple[FieldCard, ...]:
    """The cards of a part: what it says first, then what every entry may have, such as a remark."""
    every = {one.key for one in cards(Entry)} - {"key"}
    return tuple(sorted(cards(part), key=lambda one: one.key in every))


class Wording:
    """Words for one register in one language."""

    def __init__(self, register: Register, language: str) -> None:
        self.register = register
        self.language = language
        self.colon = self.phrase("colon")
        self.semicolon = self.phrase("semicolon")
        self._own = lru_cache(maxsize=20_000)(self._party)

    def phrase(self, key: str, **values: object) -> str:
        """A phrase of the printed register."""
        return phrase(f"report.{key}", self.language, **values)

    def text(self, value: Text | None) -> str:
        """A text of the register in the reader's language if it has it, else in its own; one of blanks is none."""
        said = "" if value is None else text(value, self.language, self.register.language)
        return "" if said.isspace() else said

    def term(self, vocabulary: str, value: Any) -> str:
        """A known term by its label, with its provision where the law lists it; anything else as it stands."""
        said = term(vocabulary, value, self.language, self.register.language)
        if isinstance(value, (Basis, Ground)):
            return f"{said} [{citation(value.provision, self.language)}]"
        if vocabulary == "special-grounds":
            return f"{said} [{citation(value, self.language)}]"
        return said

    def party(self, key: str) -> str:
        """The name of a party."""
        return self._own(key)

    def _party(self, key: str) -> str:
        if key == PEOPLE:
            return self.phrase("data-subjects")
        return self.text(self.register.party(key).name) or key

    def reached(self, party: Party) -> str:
        """A party with its contact details in a line, as a record names who else answers for it."""
        said = [self.party(party.key)]
        if isinstance(party.contact, Part):
            said += [
                self.labelled(one, self.say(value, one), party.contact)
                for one, value in self.fields(party.contact)
            ]
        elif party.contact:
            said.append(self.party(party.contact))
        return self.semicolon.join(said)

    def refer(self, kind: str, key: str) -> str:
        """The name of what a key refers to; the key where it has none, or is a word of its own."""
        if kind == "party":
            known = key == PEOPLE or key in self.register.party_keys
            return self.party(key) if known else term("origins", key, self.language)
        if kind == "interest":
            return self.text(self.register.interest(key))
        entry = self.register.named(kind, key)
        own = self.text(getattr(entry, "name", None) or getattr(entry, "title", None))
        return own or self._by_kind(entry) or key

    def _by_kind(self, entry: Part) -> str:
        """What an entry without a name is called: what kind it is, and its key."""
        for one, value in self.fields(entry):
            if one.key == "kind":
                return f"{self.say(value, one)} ({getattr(entry, 'key', '')})"
        return ""

    def say(self, value: Any, of: FieldCard) -> str:
        """One value of a field, as words."""
        if isinstance(value, str):  # nearly everything is
            return self._word(value, of)
        if isinstance(value, bool):
            return self.phrase("yes" if value else "no")
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Evidence):
            return self.evidence(value)
        if isinstance(value, Measure):
            value = self.register.measure(value)
        if isinstance(value, Part):
            return f"{self.part(value, within=True)}{self.reading(value)}"
        if isinstance(value, (tuple, list)):
            return self.phrase("or" if of.one_of else "comma").join(self.say(one, of) for one in value)
        if isinstance(value, Mapping) and not isinstance(value, Translations):
            return self.semicolon.join(
                f"{term(of.vocabulary or '', key, self.language)}{self.colon}{self.party(one)}"
                for key, one in value.items()
            )
        return self._word(value, of)

    def _word(self, value: Any, of: FieldCard) -> str:
        if of.refers and isinstance(value, str):
            return self.refer(of.refers, value)
        if of.vocabulary:
            return self.term(of.vocabulary, value)
        if of.period and isinstance(value, str) and as_period(value) == value:
            return self.period(value)
        return self.text(value) if isinstance(value, (str, dict)) else str(value)

    def period(self, value: str) -> str:
        """A period as people say it.

        >>> Wording(Register(), "nl").period("P1Y6M")
        '1 jaar en 6 maanden'
        """
        said = [
            self.phrase(f"period.{unit}-{'one' if number == 1 else 'many'}", number=number)
            for number, unit in parts(value)
        ]
        return self.phrase("and").join(said) if said else value

    def fields(self, part: Part, leave: frozenset[str] = ASIDE) -> Iterator[tuple[FieldCard, Any]]:
        """The fields of a part that say something."""
        for one in in_reading_order(type(part)):
            value = part.says(one.attribute) if isinstance(part, Item) else getattr(part, one.attribute)
            if one.key not in leave and value not in (None, (), {}):
                yield one, value

    def labelled(self, one: FieldCard, words: str, part: Part | None = None) -> str:
        """A field by its label, with a mark where its part does not simply state it; a flag has words of its own."""
        flag = f"flag.{one.owner}.{one.key}"
        is_flag = has_phrase(f"report.{flag}") and words == self.phrase("yes")
        said = self.phrase(flag) if is_flag else f"{one.label(self.language)}{self.colon}{words}"
        return f"{said}{self.reading(part, one.key) if part else ''}"

    def part(self, part: Part, *, within: bool = False, leave: frozenset[str] = frozenset()) -> str:
        """A part in a line: what it is, then what more is said of it (in brackets where it stands in another).

        `leave` names fields that are told elsewhere.
        """
        heads = part.headline or (part.bare,)
        said = [
            (one, f"{self.say(value, one)}{self.reading(part, one.key)}")
            for one, value in self.fields(part, ASIDE | leave)
        ]
        head = self.colon.join(words for one, words in said if one.key in heads)
        more = self.semicolon.join(self.labelled(one, words) for one, words in said if one.key not in heads)
        if head and more:
            return f"{head} ({more})" if within else f"{head} — {more}"
        return head or more

    def reading(self, part: Part, field: str = "") -> str:
        """A mark where an entry (or one field of it) is not simply stated: contradicted somewhere, or only inferred."""
        evidence = getattr(part, "evidence", ())
        word = read_as(evidence, field) if evidence else ""
        return f" [{self.term('readings', word)}]" if word else ""

    def evidence(self, evidence: Evidence) -> str:
        """A place in a source, and how it was read where it is not simply stated there."""
        named = [one for one in self.register.sources if one.key == evidence.source]
        source = (
            f"{self.text(named[0].title) or named[0].key}, "
            if named and named[0] != self.register.sources[0]
            else ""
        )
        reading = evidence.reading if evidence.reading not in (None, "stated") else ""
        return f"{source}{evidence.at}" + (f" ({self.term('readings', reading)})" if reading else "")

    def absent(self, absence: Absence | None) -> str:
        """Why a field is empty, in words; plainly "not stated" where nobody says."""
        if absence is None:
            return self.phrase("not-stated")
        why = self.text(absence.not_applicable or absence.unknown)
        said = self.phrase(f"absence.{absence.state}") + (f"{self.colon}{why}" if why else "")
        more = [self.labelled(one, self.say(value, one)) for one, value in self._open(absence)]
        return f"{said} ({self.semicolon.join(more)})" if more else said

    def _open(self, absence: Absence) -> Iterator[tuple[FieldCard, Any]]:
        for name in ("owner", "due"):
            if (value := getattr(absence, name)) is not None:
                yield card(Absence, name), value

    def country(self, code: str) -> str:
        """A country by name."""
        return term("countries", code, self.language) if code else self.phrase("country-not-stated")
