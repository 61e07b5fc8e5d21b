"""How what falls due reads in a sentence: what it is about, what is to be done, and by which provision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from ropa.agenda.dated import SUGGESTED
from ropa.agenda.item import Due, DueKind
from ropa.agenda.walk import Met, walk
from ropa.errors import UnknownEntry
from ropa.fields import called, card, cards
from ropa.glossary import citation, day_in_words, has_phrase, phrase
from ropa.law import standard
from ropa.model import Absence, Flow, Keyed, Part, Register
from ropa.rules import explain
from ropa.sharing.saying import Saying

LONGEST = 120
"""Characters of what an entry says of itself."""


class Telling:
    """Sentences about what falls due, in the words of one register and language."""

    def __init__(self, words: Saying, on: date) -> None:
        self.words = words
        self.on = on

    @cached_property
    def _met(self) -> Mapping[str, Met]:
        """The entries of the register by their path: found once for all sentences."""
        return {one.path: one for one in walk(self.words.register, self.on)}

    def _along(self, path: str) -> tuple[Part, ...]:
        met = self._met.get(path)
        return met.chain if met else ()

    def line(self, one: Due) -> str:
        """The day, the sentence, and the provision; what is overdue is marked."""
        passed = "suggestion-passed" if one.kind in SUGGESTED else "overdue"
        key = passed if one.overdue else "line"
        return self._phrase(
            key, day=one.day, said=self.sentence(one), article=citation(one.article, self.words.language)
        )

    def sentence(self, one: Due) -> str:
        """What it is about and what is to be done."""
        key = one.kind.value
        if one.kind is DueKind.REVIEW and not one.path:
            key = "register"
        elif one.kind is DueKind.UNKNOWN:
            key = "unknown.owned" if one.owner else "unknown.open"
        elif one.kind is DueKind.DECISION:
            key = f"decision.{one.article[:2]}{'-passed' if one.overdue else ''}"
        said = self._phrase(key, **self._facts(one))
        return said[:1].upper() + said[1:]

    def nothing(self, until: date) -> str:
        """That there is nothing."""
        return self._phrase("nothing", until=self._day(until))

    def _day(self, day: date) -> str:
        return day_in_words(day, self.words.language)

    def _phrase(self, key: str, **values: object) -> str:
        return phrase(f"agenda.{key}", self.words.language, **values)

    def _facts(self, one: Due) -> dict[str, object]:
        words = self.words
        parties = [words.party(key) for key in one.parties]
        about = words.row(words.activity(key) for key in one.activities)
        return {
            "what": self._named(one),
            "since": self._day(one.since) if one.since else "",
            "field": self._field(one),
            "owner": words.text(one.owner),
            "why": _brief(words.text(one.why)),
            "subject": self._subject(one),
            "activities": about or words.activity(""),
            "parties": words.row(parties),
            "sender": parties[0] if parties else "",
            "recipient": parties[1] if len(parties) > 1 else "",
            "customer": parties[-1] if parties else "",
            "days": one.days,
        }

    def _named(self, one: Due) -> str:
        """What an entry is called, from the outside in."""
        parts = [*self._along(one.path)] if one.path else [self.words.register]
        if one.kind is DueKind.UNKNOWN:  # its field is named by itself
            parts = [part for part in parts if not isinstance(part, Absence)] or [self.words.register]
        return " · ".join(dict.fromkeys(self._part(part) for part in parts))

    def _part(self, part: Part) -> str:
        words = self.words
        if isinstance(part, Register):
            return words.phrase("title")
        if isinstance(part, Keyed):
            return words.refer(part.noun, part.key)
        noun = called(type(part), words.language)
        if isinstance(part, Flow):
            return f"→ {words.parties(part.recipient)}" if part.recipient else noun
        heads = part.headline or (part.bare,)
        said = [words.say(value, of) for of, value in words.fields(part) if of.key in heads]
        return f"{noun}{words.colon}{_brief(words.phrase('comma').join(said))}" if said else noun

    def _field(self, one: Due) -> str:
        """The field that is unknown, as readers call it."""
        if one.kind is not DueKind.UNKNOWN:
            return ""
        parts = [part for part in self._along(one.path) if not isinstance(part, Absence)]
        owner = type(parts[-1]) if parts else Register
        if one.subject in {of.key for of in cards(owner)}:
            return card(owner, one.subject).label(self.words.language)
        return self._phrase(one.subject)

    def _subject(self, one: Due) -> str:
        """A decision with its countries, an agreement by its name, a rule by its heading."""
        if one.kind is DueKind.NOTICE:
            return self.words.refer("agreement", one.subject)
        if one.kind is DueKind.WAIVER:
            return self._rule(one.subject)
        if one.kind is DueKind.DECISION and one.article == "45":
            where = self._where(one.subject)
            return f"{one.subject} ({where})" if where else one.subject
        return one.subject

    def _rule(self, word: str) -> str:
        """A rule by what it is called; a word that is no rule of ours as it stands."""
        try:
            title = f"rules.{explain(word).name}.title"
        except UnknownEntry:
            return _brief(word)
        return phrase(title, self.words.language) if has_phrase(title) else _brief(word)

    def _where(self, number: str) -> str:
        try:
            row = standard().decision(number)
        except UnknownEntry:
            return ""  # a row of one's own
        return self.words.countries(row.countries) or "".join(row.names[:1])


def _brief(said: str) -> str:
    said = " ".join(said.split())
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"
