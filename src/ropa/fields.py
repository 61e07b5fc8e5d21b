"""One card per field of the model: its type, provision, duty and label, joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from inspect import get_annotations
from typing import Any

from ropa.errors import UnknownEntry
from ropa.glossary import names_field, phrase
from ropa.glossary.book import nearest
from ropa.law import Duty
from ropa.model import Part, Register
from ropa.model.spec import Spec, parts, specs


@dataclass(frozen=True, slots=True)
class FieldCard:
    """All there is to know of one field; `label` says what a reader calls it."""

    owner: str
    """The class that first declares the field: its label is looked up there."""
    parts: tuple[str, ...]
    """The parts of a register in which the field appears."""
    key: str
    """Its key in the file."""
    attribute: str
    """Its name in Python: the key, save for `for`, which is a word of the language."""
    article: str
    """The provision it answers; empty where it answers none."""
    duty: Duty | None
    each: bool
    """Whether it is asked of each purpose or category, so that what is said in general does not answer it."""
    vocabulary: str | None
    """The vocabulary its known terms come from."""
    refers: str | None
    """The kind of entry it names by key."""
    many: bool
    period: bool
    """Whether it holds a period of time."""
    one_of: bool
    """Whether several values mean one of them."""
    closed: tuple[Any, ...]
    """All that may stand in it, where that is a list without free text."""
    part: str | None
    """The part that stands in it."""
    sentence: str
    """What it means, in English."""

    def label(self, language: str) -> str:
        """What readers call it; `UnknownLanguage` where there are no labels.

        >>> card(Register, "holder").label("nl")
        'Register gehouden door'
        """
        return names_field(self.owner, self.key, language)

    def meaning(self, language: str) -> str:
        """What it means, in a sentence; `UnknownLanguage` where there is none.

        >>> card(Register, "holder").meaning("en")
        'Whose register this is.'
        """
        return phrase(f"sentences.{self.owner}.{self.key}", language)


def called(part: type[Part], language: str, *, many: bool = False) -> str:
    """What readers call a part of the model, one or several.

    >>> from ropa.model import Activity
    >>> called(Activity, "fr"), called(Activity, "de", many=True)
    ('Activité de traitement', 'Verarbeitungstätigkeiten')
    """
    return names_field("nouns-many" if many else "nouns", part.__name__, language)


def declaring(part: type[Part], attribute: str) -> type:
    """The class that first declares a field of a part: a class that makes it stricter does not count.

    >>> from ropa.model import Activity
    >>> declaring(Activity, "purposes").__name__, declaring(Activity, "key").__name__
    ('Facts', 'Entry')
    """
    return next(one for one in reversed(part.__mro__) if attribute in get_annotations(one))


@cache
def _appearances() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The parts of a register in which each declared field appears."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for part in parts(Register):
        for key, spec in specs(part).items():
            declared = declaring(part, spec.name).__name__, key
            found[declared] = (*found.get(declared, ()), part.__name__)
    return found


def _card(spec: Spec) -> FieldCard:
    owner = declaring(spec.owner, spec.name).__name__
    return FieldCard(
        owner=owner,
        parts=_appearances().get((owner, spec.key), ()),
        key=spec.key,
        attribute=spec.name,
        article=spec.asked.article if spec.asked else "",
        duty=spec.asked.duty if spec.asked else None,
        each=spec.asked.each if spec.asked else False,
        vocabulary=spec.known.vocabulary if spec.known else None,
        refers=spec.refers.kind if spec.refers else None,
        many=spec.many,
        period=spec.period,
        one_of=spec.one_of,
        closed=spec.closed,
        part=spec.part.__name__ if spec.part else None,
        sentence=spec.sentence,
    )


@cache
def _cards(part: type[Part]) -> Mapping[str, FieldCard]:
    return {key: _card(spec) for key, spec in specs(part).items()}


def cards(part: type[Part]) -> tuple[FieldCard, ...]:
    """The cards of the fields of a part, in the order of the model.

    >>> from ropa.model import Measure
    >>> [one.key for one in cards(Measure) if one.owner == "Measure"]
    ['text', 'objective', 'by', 'when', 'covers', 'conforms_to']
    """
    return tuple(_cards(part).values())


def card(part: type[Part], key: str) -> FieldCard:
    """The card of one field by its key in the file; `UnknownEntry` where the part has no such field.

    >>> from ropa.model import Activity
    >>> purposes = card(Activity, "purposes")
    >>> purposes.owner, purposes.article, purposes.duty, purposes.part, purposes.label("nl")
    ('Facts', '30(1)(b)', <Duty.SHALL: 'shall'>, 'Purpose', 'Verwerkingsdoeleinden')
    """
    known = _cards(part)
    if key in known:
        return known[key]
    hint = nearest(key, known)
    raise UnknownEntry(
        f"{part.__name__} has no field {key[:60]!r}" + (f"; did you mean {hint!r}?" if hint else "")
    )


@cache
def every_card() -> tuple[FieldCard, ...]:
    """The cards of everything a register is made of, each declared field once, in the order of the model."""
    return tuple(dict.fromkeys(one for part in parts(Register) for one in cards(part)))


def answering(article: str) -> tuple[FieldCard, ...]:
    """The cards of the fields that answer a provision.

    >>> [(one.owner, one.key) for one in answering("30(1)(f)")]
    [('Facts', 'retention')]
    """
    return tuple(one for one in every_card() if one.article == article)
