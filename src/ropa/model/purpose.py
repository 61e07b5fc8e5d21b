"""Purposes and what makes them lawful: Articles 30(1)(b), 6(1) and 9(2)."""

from __future__ import annotations

from typing import Annotated, Literal

from ropa.law import Basis
from ropa.model.marks import Known, OneOf, Refers, good_practice
from ropa.model.part import BareEntry
from ropa.model.text import Flag, Key, Many, Text


class LegalBasis(BareEntry):
    """A legal basis of Article 6(1), with what supports it."""

    bare = "basis"
    identity = (
        "basis",
        "law",
        "interest",
        "when",
    )

    basis: Annotated[Basis, Known("legal-bases")]
    """Which of the six."""
    law: Text | None = None
    """The law that obliges or empowers (6(3))."""
    interest: Annotated[Text | None, Refers("interest", or_text=True)] = None
    """The legitimate interest pursued (6(1)(f)): a shared one by key, or words."""
    assessment: Text | None = None
    """The balancing of interests."""
    obtained_by: Annotated[Key | None, Refers("party")] = None
    """Who collected the consent, if somebody else did."""
    record: Text | None = None
    """Where it can be shown (7(1))."""
    when: Text | None = None
    """On what condition."""


class SpecialGround(BareEntry):
    """What lifts the prohibition on special data, or allows criminal data and national numbers."""

    bare = "ground"
    identity = (
        "ground",
        "law",
    )

    ground: Annotated[
        Literal[
            "9(2)(a)", "9(2)(b)", "9(2)(c)", "9(2)(d)", "9(2)(e)", "9(2)(f)", "9(2)(g)", "9(2)(h)", "9(2)(i)",
            "9(2)(j)", "10", "87",
        ],
        Known("special-grounds"),
    ]  # fmt: skip
    """The provision."""
    law: Text | None = None
    """The law it rests on."""
    reference: Text | None = None
    """Where it can be shown."""
    when: Text | None = None
    """On what condition."""


class Purpose(BareEntry):
    """What the data are processed for."""

    bare = "text"
    identity = ("text",)

    text: Text
    """The purpose, in words."""
    legal_bases: Annotated[Many[LegalBasis], good_practice("6(1)")] = ()
    """On which legal basis."""
    legal_bases_any_of: Annotated[Many[LegalBasis], OneOf(), good_practice("6(1)")] = ()
    """One of these; the source does not say which."""
    special_grounds: Annotated[Many[SpecialGround], good_practice("9(2)")] = ()
    """What allows the processing of special data."""
    special_grounds_any_of: Annotated[Many[SpecialGround], OneOf(), good_practice("9(2)")] = ()
    """One of these; the source does not say which."""
    when: Text | None = None
    """On what condition."""
    possible: Flag | None = None
    """Whether it may be pursued, rather than is."""
    example: Flag | None = None
    """Whether it is named only as an example of more."""
