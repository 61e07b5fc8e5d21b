"""What every letter of a register has in common: who writes, in which words, on which day."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from datetime import date

from ropa.fields import card
from ropa.glossary import citation, day_in_words, has_phrase, phrase, quoted
from ropa.letters.discretion import Discretion
from ropa.letters.letter import Letter, Question
from ropa.letters.point import Point
from ropa.model import Contact, Register
from ropa.sharing.saying import saying

MOST_NAMED = 4
"""So many activities are named even where they are all there are."""


class Paper:
    """The letter paper of a holder: its name, its language, its greeting."""

    def __init__(self, register: Register, on: date, language: str | None) -> None:
        self.words = saying(register, language)
        self.register = register
        self.on = on
        self.language = self.words.language
        self.holder = self.words.party(register.holder) if register.holder else self.phrase("we")
        self.discretion: Discretion | None = None

    def _discreet(self, said: str) -> str:
        return self.discretion.text(said) if self.discretion else said

    def under(self, discretion: Discretion) -> Paper:
        """The same paper for somebody who may not read some names in those of activities and agreements."""
        found = copy(self)
        found.discretion = discretion
        return found

    def phrase(self, key: str, **values: object) -> str:
        """A sentence of a letter."""
        return phrase(f"letters.{key}", self.language, **values)

    def letter(
        self, *, to: str, name: str, kind: str, paragraphs: tuple[str, ...], questions: tuple[Question, ...]
    ) -> Letter:
        """A letter with its subject, salutation and greeting."""
        return Letter(
            to=to,
            name=name,
            on=self.on,
            language=self.language,
            subject=self.phrase(f"{kind}.subject", holder=self.holder),
            salutation=self._its_own(kind, "salutation", name=name),
            paragraphs=paragraphs,
            questions=questions,
            closing=(self.phrase(f"{kind}.close"), self._its_own(kind, "greeting"), self.holder),
            sender=self._sender(),
        )

    def _its_own(self, kind: str, key: str, **values: object) -> str:
        """A phrase as this kind of letter has it: somebody of the house is greeted in another way than a firm."""
        own = f"{kind}.{key}"
        return self.phrase(own, **values) if has_phrase(f"letters.{own}") else self.phrase(key)

    def about(self, said: str, activities: Iterable[str], article: str) -> str:
        """A question with what it concerns and the provision it rests on; many activities that are all of them as such."""
        cited, keys = citation(article, self.language), tuple(activities)
        if self._are_all(keys):
            return self.phrase("about-all", said=said, article=cited)
        names = self.activities(keys)
        if not names:
            return self.phrase("bare", said=said, article=cited)
        return self.phrase("about", said=said, activities=names, article=cited)

    def _are_all(self, keys: tuple[str, ...]) -> bool:
        held = {one.key for one in self.register.activities if one.holds(self.on)}
        return len(keys) > MOST_NAMED and held <= set(keys)

    def activities(self, keys: Iterable[str]) -> str:
        """Names of activities, each between quotation marks."""
        return self.words.row(self.quoted(self._discreet(self.words.activity(key))) for key in keys)

    def quoted(self, said: str) -> str:
        """A name, or what the register says, between quotation marks."""
        return quoted(said, self.language)

    def day(self, day: date) -> str:
        """A day as it is written in a sentence."""
        return day_in_words(day, self.language)

    def agreement(self, key: str) -> str:
        """An agreement by its name or kind, with the day of its signature."""
        paper = self.register.agreement(key)
        said = self._discreet(self.words.text(paper.name)) or (
            self.words.term("agreements", paper.kind) if paper.kind else key
        )
        return self.phrase("signed", agreement=said, day=self.day(paper.signed)) if paper.signed else said

    def field(self, one: Point) -> str:
        """The field that is not known, as readers call it."""
        if one.topic != "unknown":
            return ""
        path = one.paths[0]
        key = {"recipients": "flows"}.get(one.subject, one.subject)
        return card(type(self.register.entry(path)), key).label(self.language)

    def _sender(self) -> str:
        """Who writes, from where, and how to answer, as far as the register says; nothing where it names nobody."""
        register = self.register
        contact = register.party(register.holder).contact if register.holder else None
        if isinstance(contact, str):
            contact = register.party(contact).contact
        if not register.holder:
            return ""
        told = (contact.address, contact.email, contact.phone) if isinstance(contact, Contact) else ()
        return " · ".join((self.holder, *(self.words.text(one) for one in told if one)))
