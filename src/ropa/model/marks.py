"""Marks on a field: which provision it answers, how binding that is, and what its words refer to.

They stand in the annotation of the field, so that the field is the one home of these facts.
"""

from __future__ import annotations

from dataclasses import dataclass

from ropa.law import Duty

PEOPLE = "data-subjects"
"""The word that stands for the people themselves where a party could stand."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The provision a field answers, and the duty it lays on the record."""

    article: str
    duty: Duty
    each: bool = False
    """Asked of each purpose or category: what is said in general does not answer it."""


@dataclass(frozen=True, slots=True)
class Refers:
    """The field holds keys of entries of this kind.

    `or_words` are reserved words allowed in their place; with `or_text` anything that is no key is a text.
    """

    kind: str
    or_words: tuple[str, ...] = ()
    or_text: bool = False


@dataclass(frozen=True, slots=True)
class Among:
    """The field names items of the same activity, by their key or by what they say."""

    field: str


@dataclass(frozen=True, slots=True)
class Known:
    """The field holds known terms of a vocabulary, or free text where the list is open."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """Several values in the field mean that it is one of them, and that nobody says which."""


def shall(article: str) -> Asked:
    """The law says *shall*: without it the record is incomplete."""
    return Asked(article, Duty.SHALL)


def where_applicable(article: str) -> Asked:
    """The law says *where applicable*."""
    return Asked(article, Duty.WHERE_APPLICABLE)


def where_possible(article: str, *, each: bool = False) -> Asked:
    """The law says *where possible*; with `each`, of each purpose or category of data."""
    return Asked(article, Duty.WHERE_POSSIBLE, each)


def good_practice(article: str) -> Asked:
    """The law does not ask it of the record, but answers for it elsewhere."""
    return Asked(article, Duty.GOOD_PRACTICE)
