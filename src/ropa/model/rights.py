"""Rights of the data subjects, automated decisions, cookies and promises."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ropa.model.marks import Known, Refers
from ropa.model.part import BareEntry, Entry
from ropa.model.party import Contact
from ropa.model.text import Day, Flag, Key, Many, Period, Text


class Exercise(Entry):
    """How a right is exercised."""

    headline = ("right",)

    right: Annotated[Many[Text], Known("rights")] = ()
    """Which right or rights."""
    channels: Annotated[Many[Text], Known("channels")] = ()
    """By which way."""
    when: Text | None = None
    """On what condition."""
    free: Flag | None = None
    """Whether it costs nothing."""
    limits: Text | None = None
    """What limits it."""
    reply_within: Text | None = None
    """How soon an answer is promised."""
    extension: Text | None = None
    """By how much that may be extended, and how this is told."""
    then: Text | None = None
    """What follows once it is exercised."""


class Rights(Entry):
    """The rights of Articles 12 to 22 and 77, as provided for."""

    exercise: Many[Exercise] = ()
    """How each is exercised."""
    contact: Annotated[
        Annotated[Key, Refers("party")] | Contact | None, Field(union_mode="left_to_right")
    ] = None
    """Whom to ask."""
    complaint: Text | None = None
    """Where to complain (77)."""


class Cookie(Entry):
    """A cookie or the like (ePrivacy Directive, Article 5(3))."""

    headline = (
        "name",
        "kind",
    )

    name: Text | None = None
    """Name."""
    kind: Annotated[Text | None, Known("cookies")] = None
    """What kind."""
    purpose: Text | None = None
    """What it is for."""
    set_by: Annotated[Many[Key], Refers("party")] = ()
    """Who sets it."""
    read_by: Annotated[Many[Key], Refers("party")] = ()
    """Who can read it."""
    consent: Annotated[Text | None, Known("consent")] = None
    """Whether consent is asked."""
    lifetime: Annotated[Period | Text | None, Field(union_mode="left_to_right")] = None
    """How long it stays."""
    refuse: Text | None = None
    """How to refuse it, and what follows."""
    possible: Flag | None = None
    """Whether it may be set, rather than is."""


class AutomatedDecisions(Entry):
    """Decisions without a human being (Article 22)."""

    exists: Flag | None = None
    """Whether there are any."""
    logic: Text | None = None
    """How they are made."""
    consequences: Text | None = None
    """What follows from them."""
    ground: Text | None = None
    """What allows them (22(2))."""
    human_review: Text | None = None
    """How a person can be asked to look."""


class Dpia(Entry):
    """The data protection impact assessment (Article 35)."""

    criteria: Annotated[Many[Text], Known("dpia-criteria")] = ()
    """Which criteria of the guidelines (WP248) are met."""
    required: Annotated[Literal["yes", "no", "undecided"] | None, Known("answers")] = None
    """Whether one is required."""
    done: Day | None = None
    """When it was made."""
    reference: Text | None = None
    """Where it is kept."""
    consulted: Day | None = None
    """When the authority was consulted (36)."""


class Commitment(BareEntry):
    """What is promised or denied, said positively."""

    headline = (
        "kind",
        "text",
    )

    bare = "kind"

    kind: Annotated[Text | None, Known("commitments")] = None
    """What kind of promise."""
    text: Text | None = None
    """In words."""
