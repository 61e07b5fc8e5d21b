"""Processing activities: the rows of Article 30, in the order of its letters."""

from __future__ import annotations

from typing import Annotated

from ropa.model.data import Item, Subjects
from ropa.model.flow import DeclaredTransfer, Flow, Storage
from ropa.model.marks import Known, OneOf, Refers, good_practice, shall, where_applicable, where_possible
from ropa.model.part import Entry, Keyed
from ropa.model.purpose import LegalBasis, Purpose, SpecialGround
from ropa.model.retention import Retention
from ropa.model.rights import AutomatedDecisions, Commitment, Cookie, Dpia, Rights
from ropa.model.security import Measure
from ropa.model.text import Flag, Key, Many, Plain, Text


class Facts(Entry):
    """What can be said of one activity, or once for many."""

    purposes: Annotated[Many[Purpose], shall("30(1)(b)")] = ()
    """The purposes of the processing."""
    data_subjects: Annotated[Many[Subjects], shall("30(1)(c)")] = ()
    """The categories of data subjects."""
    personal_data: Annotated[Many[Item], shall("30(1)(c)")] = ()
    """The categories of personal data."""
    flows: Annotated[Many[Flow], shall("30(1)(d)")] = ()
    """Who sends the data to whom."""
    transfers: Annotated[Many[DeclaredTransfer], where_applicable("30(1)(e)")] = ()
    """What is stated about transfers without a recipient."""
    storage: Annotated[Many[Storage], good_practice("44")] = ()
    """Where the data are kept."""
    retention: Annotated[Many[Retention], where_possible("30(1)(f)", each=True)] = ()
    """The time limits for erasure."""
    security: Annotated[Many[Measure], where_possible("30(1)(g)")] = ()
    """The security measures."""
    rights: Annotated[Rights | None, good_practice("12")] = None
    """The rights of the data subjects."""
    cookies: Many[Cookie] = ()
    """Cookies and the like."""
    commitments: Many[Commitment] = ()
    """What is promised."""
    systems: Annotated[Many[Key], Refers("system")] = ()
    """Applications, sites and archives."""
    if_refused: Text | None = None
    """What follows for who does not give the data (13(2)(e))."""


class Activity(Keyed, Facts):
    """One processing activity."""

    noun = "activity"

    name: Annotated[Text | None, good_practice("30(1)")] = None
    """Name."""
    reference: Plain | None = None
    """The holder's own reference."""
    description: Text | None = None
    """What happens."""
    status: Annotated[Text | None, Known("statuses")] = None
    """Whether it is planned, active or ended."""
    owner: Text | None = None
    """The department that answers for it."""
    related: Annotated[Many[Key], Refers("activity")] = ()
    """Activities it belongs with."""
    supersedes: Annotated[Many[Key], Refers("activity")] = ()
    """Activities it replaces."""
    controllers: Annotated[Many[Key], Refers("party")] = ()
    """The controllers, each on its own; the holder where none is given."""
    joint: Flag | None = None
    """Whether the controllers are joint (Article 26)."""
    automated_decisions: Annotated[AutomatedDecisions | None, good_practice("22")] = None
    """Decisions without a human being."""
    dpia: Annotated[Dpia | None, good_practice("35")] = None
    """The data protection impact assessment."""


class General(Facts):
    """What a source says once for many activities. It adds and never overrides."""

    activities: Annotated[Many[Key], Refers("activity")] = ()
    """For which activities; every one whose controller is the holder where none is given."""
    legal_bases: Annotated[Many[LegalBasis], good_practice("6(1)")] = ()
    """Legal bases stated for all of it."""
    legal_bases_any_of: Annotated[Many[LegalBasis], OneOf(), good_practice("6(1)")] = ()
    """One of these; the source does not say which for what."""
    special_grounds: Annotated[Many[SpecialGround], good_practice("9(2)")] = ()
    """What allows the processing of special data in all of it."""
    special_grounds_any_of: Annotated[Many[SpecialGround], OneOf(), good_practice("9(2)")] = ()
    """One of these; the source does not say which for what."""
