"""What every letter of a register has in common: who writes, in which words, on which day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ropa.fields import card
from ropa.glossary import citation, day_in_words, has_phrase, phrase, quoted
from ropa.letters.letter import Letter, Question
from ropa.letters.point import Point
from ropa.model import Contact, Register
from ropa.sharing.saying import saying


class Paper:
    """The letter paper of a holder: its name, its language, its greeting."""

    def __init__(self, register: Register, on: date, language: str | None) -> None:
        self.words = saying(register, language)
        self.register = register
        self.on = on
        self.language = self.words.language
        self.holder = self.words.party(register.holder) if register.holder else self.phrase("we")

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
            closing=(self.phrase(f"{kind}.close"), self._its_own(kind, "greeting"), self._sender()),
        )

    def _its_own(self, kind: str, key: str, **values: object) -> str:
        """A phrase as this kind of letter has it: somebody of the house is greeted in another way than a firm."""
        own = f"{kind}.{key}"
        return self.phrase(own, **values) if has_phrase(f"letters.{own}") else self.phrase(key)

    def about(self, said: str, activities: Iterable[str], article: str) -> str:
        """A question with what it concerns and the provision it rests on."""
        cited = citation(article, self.language)
        names = self.activities(activities)
        if not names:
            return self.phrase("bare", said=said, article=cited)
        return self.phrase("about", said=said, activities=names, article=cited)

    def activities(self, keys: Iterable[str]) -> str:
        """Names of activities, each between quotation marks."""
        return self.words.row(self.quoted(self.words.activity(key)) for key in keys)

    def quoted(self, said: str) -> str:
        """A name, or what the register says, between quotation marks."""
        return quoted(said, self.language)

    def day(self, day: date) -> str:
        """A day as it is written in a sentence."""
        return day_in_words(day, self.language)

    def agreement(self, key: str) -> str:
        """An agreement by its name or kind, with the day of its signature."""
        paper = self.register.agreement(key)
        said = self.words.text(paper.name) or (
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
        """Who writes, and how to answer."""
        register = self.register
        contact = register.party(register.holder).contact if register.holder else None
        if isinstance(contact, str):
            contact = register.party(contact).contact
        email = contact.email if isinstance(contact, Contact) else None
        return f"{self.holder} · {email}" if email else self.holder
