"""A letter: to whom, in which language, what it asks, and the whole of it as text or Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.glossary import day_in_words, markup, phrase

_LINES = re.compile(r"(?:[^\S\u00a0\u202f]|[\x00-\x1f\x7f-\x9f])+")
"""What would end a line, and blanks: not those at which no line may end."""
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its words, the provision it rests on, and what of the register it is about."""

    topic: str
    article: str
    text: str
    activities: tuple[str, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that is ready to be sent, about exactly what is open."""

    to: str
    """The key of the party, or the owner as the register has it."""
    name: str
    """How the addressee is called."""
    on: date
    language: str
    subject: str
    salutation: str
    paragraphs: tuple[str, ...]
    """What stands before the questions."""
    questions: tuple[Question, ...]
    closing: tuple[str, ...]
    """What stands after them, the greeting last but one, who writes last."""
    sender: str = ""
    """Who writes and how to answer, at the head; empty where the register names nobody."""

    @property
    def day(self) -> str:
        """The day of the letter, as it stands at its head."""
        return day_in_words(self.on, self.language)

    def text(self) -> str:
        """The letter as plain text."""
        asked = [f"{number}. {one.text}" for number, one in enumerate(self.questions, start=1)]
        return (
            "\n\n".join(
                [*self._head(), *map(in_a_line, self._before()), *map(in_a_line, asked), *self._end()]
            )
            + "\n"
        )

    def markdown(self) -> str:
        """The same as Markdown; what a register says stays text."""
        head = [f"{_escaped(line)}" for line in self._head()[:-1]]
        asked = "\n".join(
            f"{number}. {_escaped(one.text)}" for number, one in enumerate(self.questions, start=1)
        )
        before = map(_escaped, self._before())
        return (
            "\n\n".join(
                [*head, f"**{_escaped(self._head()[-1])}**", *before, asked, *map(_escaped, self._end())]
            )
            + "\n"
        )

    def as_json(self) -> dict[str, Any]:
        """The letter as plain data."""
        return {
            "to": self.to,
            "name": self.name,
            "on": self.on.isoformat(),
            "language": self.language,
            "subject": self.subject,
            "salutation": self.salutation,
            "paragraphs": [*self.paragraphs],
            "questions": [
                {
                    "topic": one.topic,
                    "article": one.article,
                    "text": one.text,
                    "activities": [*one.activities],
                    "paths": [*one.paths],
                }
                for one in self.questions
            ],
            "closing": [*self.closing],
            "sender": self.sender,
        }

    def _head(self) -> list[str]:
        said = [
            ("to", {"name": in_a_line(self.name)}),
            ("subject", {"subject": in_a_line(self.subject)}),
        ]
        return [
            *([in_a_line(self.sender)] if self.sender else []),
            self.day,
            *(phrase(f"letters.{key}", self.language, **facts) for key, facts in said),
        ]

    def _before(self) -> Iterator[str]:
        yield self.salutation
        yield from self.paragraphs

    def _end(self) -> list[str]:
        return [in_a_line(one) for one in self.closing]

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return markup.listing(in_a_line(self.subject), self.text().splitlines(), self.language)


def in_a_line(said: str) -> str:
    """On one line: no name can pass for a paragraph of our own."""
    return _LINES.sub(" ", said).strip()


def _escaped(said: str) -> str:
    return _SIGNS.sub(r"\\\1", in_a_line(said))
