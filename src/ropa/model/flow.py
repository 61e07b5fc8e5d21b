"""Flows: who sends which data to whom, as what, where, on which ground. Articles 30(1)(d), 30(1)(e) and 30(2)."""

from __future__ import annotations

from typing import Annotated

from ropa.law import Ground, Role
from ropa.model.marks import PEOPLE, Among, Known, OneOf, Refers, good_practice, shall, where_applicable
from ropa.model.part import Entry, Keyed
from ropa.model.purpose import LegalBasis, Purpose
from ropa.model.text import Country, Flag, Key, Many, Text


class Flow(Entry):
    """Data going from one party to another within an activity."""

    identity = (
        "sender",
        "recipient",
        "role",
    )

    sender: Annotated[Key | None, Refers("party", (PEOPLE,))] = None
    """Who sends; each controller of the activity where it is not given."""
    recipient: Annotated[Many[Key], Refers("party"), shall("30(1)(d)")] = ()
    """Who receives; several are several flows."""
    role: Annotated[Many[Role], OneOf(), Known("roles"), good_practice("30(1)(d)")] = ()
    """What the recipient is here. Several: one of these, undecided. None: not stated, or a return to who engages the sender."""
    processing: Annotated[Many[Text], Known("processing"), shall("30(2)(b)")] = ()
    """What is done on behalf of the controller."""
    personal_data: Annotated[Many[Text], Known("personal-data"), Among("personal_data")] = ()
    """Which data; all of the activity where none are given."""
    data_subjects: Annotated[Many[Text], Known("data-subjects"), Among("data_subjects")] = ()
    """Whose data; everybody's in the activity where none are given."""
    countries: Annotated[Many[Country], Known("countries"), where_applicable("30(1)(e)")] = ()
    """Where the data are processed or stored. Never assumed from the party's own country."""
    access_from: Annotated[Many[Country], Known("countries"), where_applicable("30(1)(e)")] = ()
    """From where the data can be reached."""
    grounds: Annotated[Many[Ground], Known("grounds"), where_applicable("30(1)(e)")] = ()
    """On what a transfer rests, as stated."""
    grounds_any_of: Annotated[Many[Ground], OneOf(), Known("grounds"), where_applicable("30(1)(e)")] = ()
    """One of these; the source does not say which."""
    agreements: Annotated[Many[Key], Refers("agreement"), good_practice("28(3)")] = ()
    """The agreements it rests on; those between the two parties where none are given."""
    customers: Annotated[Many[Key], Refers("party")] = ()
    """Only on behalf of these controllers."""
    channels: Annotated[Many[Text], Known("channels")] = ()
    """By which way: a form, an event, the post."""
    when: Text | None = None
    """On what condition."""
    possible: Flag | None = None
    """Whether it may happen, rather than does."""
    purposes: Many[Purpose] = ()
    """The recipient's own purposes."""
    legal_bases: Annotated[Many[LegalBasis], good_practice("6(1)")] = ()
    """The legal basis of the disclosure."""


class DeclaredTransfer(Entry):
    """What is stated about leaving the EEA without naming a recipient. Everything else is derived from flows."""

    headline = ("countries",)

    countries: Annotated[Many[Country], Known("countries")] = ()
    """To where."""
    grounds: Annotated[Many[Ground], Known("grounds")] = ()
    """On what it rests, as stated."""
    grounds_any_of: Annotated[Many[Ground], OneOf(), Known("grounds")] = ()
    """One of these; the source does not say which."""
    when: Text | None = None
    """On what condition."""
    possible: Flag | None = None
    """Whether it may happen, rather than does."""


class Storage(Entry):
    """Where the data are kept."""

    headline = ("countries",)

    countries: Annotated[Many[Country], Known("countries")] = ()
    """Where they are stored."""
    access_from: Annotated[Many[Country], Known("countries")] = ()
    """From where they can be reached."""
    preferred: Flag | None = None
    """Whether this is a preference rather than a promise."""
    systems: Annotated[Many[Key], Refers("system")] = ()
    """In which systems."""


class System(Keyed):
    """An application, site or archive."""

    noun = "system"

    name: Text | None = None
    """Name."""
    operated_by: Annotated[Key | None, Refers("party")] = None
    """Who runs it."""
    countries: Annotated[Many[Country], Known("countries")] = ()
    """Where it runs."""
    access_from: Annotated[Many[Country], Known("countries")] = ()
    """From where it can be reached."""
