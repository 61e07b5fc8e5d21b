"""Parties: the organisations and persons of a register. What a party *does* stands on the flows, not here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ropa.model.marks import Known, Refers, good_practice, shall, where_applicable, where_possible
from ropa.model.part import Entry, Keyed
from ropa.model.security import Measure
from ropa.model.text import Country, Flag, Key, Many, Plain, Text


class Contact(Entry):
    """How somebody can be reached, exactly as printed in the source."""

    name: Text | None = None
    """Whom to ask for."""
    address: Text | None = None
    """Postal address."""
    email: Plain | None = None
    """E-mail address, as it stands in the source."""
    phone: Plain | None = None
    """Telephone number, as it stands in the source."""
    web: Plain | None = None
    """Website."""
    hours: Text | None = None
    """When they can be reached."""
    reply_within: Text | None = None
    """How soon they promise to answer."""


Person = Annotated[Annotated[Key, Refers("party")] | Contact, Field(union_mode="left_to_right")]
"""A party by its key, or a contact written out."""


class Registration(Entry):
    """A number in a public register: what unites the same organisation across registers."""

    headline = (
        "scheme",
        "number",
    )

    scheme: Annotated[Literal["kvk", "kbo", "siren", "vat", "lei", "other"], Known("schemes")]
    """Which register: kvk (NL), kbo (BE), siren (FR), vat, lei or other."""
    number: Plain
    """The number, as it stands in the source."""


class Certification(Entry):
    """A certificate or listing of a party, with the days it is valid."""

    headline = (
        "scheme",
        "number",
    )

    scheme: Annotated[Text, Known("schemes")]
    """Which scheme: eu-us-dpf, iso-27001, …"""
    number: Plain | None = None
    """Its number."""
    covers_hr: Flag | None = None
    """Whether a Data Privacy Framework listing covers human resources data."""


class Party(Keyed):
    """Somebody who sends, receives or answers for personal data."""

    noun = "party"

    name: Annotated[Text | None, shall("30(1)(a)")] = None
    """Name."""
    named: Flag | None = None
    """False: this is a category of recipients (such as payment partners), not one organisation."""
    kind: Annotated[
        Literal["organisation", "person", "international-organisation"] | None, Known("party-kinds")
    ] = None
    """What it is."""
    services: Annotated[Many[Text], Known("services")] = ()
    """What it offers."""
    country: Annotated[Country | None, Known("countries"), good_practice("27")] = None
    """Country of establishment. Says nothing about where data are processed."""
    registration: Many[Registration] = ()
    """Numbers in public registers."""
    contact: Annotated[Person | None, shall("30(1)(a)")] = None
    """Contact details."""
    representative: Annotated[Person | None, where_applicable("30(1)(a)")] = None
    """Representative in the Union (Article 27)."""
    dpo: Annotated[Person | None, where_applicable("30(1)(a)")] = None
    """Data protection officer (Article 37)."""
    supervisory_authority: Text | None = None
    """The supervisory authority that is competent for it."""
    public_body: Flag | None = None
    """Whether it is a public authority or body."""
    group: Annotated[Key | None, Refers("party")] = None
    """The group of undertakings it belongs to."""
    members: Annotated[Many[Key], Refers("party")] = ()
    """Known members of a category or group."""
    security: Annotated[Many[Measure], where_possible("30(2)(d)")] = ()
    """Security measures of this party in everything it does."""
    certifications: Many[Certification] = ()
    """Certificates and listings."""
