"""Where a register comes from and what people said about it: sources, notices, observations, waivers."""

from __future__ import annotations

from typing import Annotated

from ropa.model.marks import Refers
from ropa.model.part import Bare, BareEntry, Entry, Keyed, Part
from ropa.model.text import Day, Key, Many, Plain, Text


class Source(Keyed):
    """A document the register was drawn from."""

    noun = "source"

    title: Text | None = None
    """Title."""
    published: Day | None = None
    """When it was published."""
    changed: Day | None = None
    """When it was last changed, as it says itself."""
    version: Plain | None = None
    """Its version."""
    language: Plain | None = None
    """Its language."""
    sha256: Plain | None = None
    """The SHA-256 of its bytes, so that it can be recognised."""


class Notice(Entry):
    """A privacy statement published (Articles 13 and 14)."""

    headline = ("title",)

    title: Text | None = None
    """Title."""
    version: Plain | None = None
    """Its version."""
    published: Day | None = None
    """When it was published."""
    changed: Day | None = None
    """When it was last changed, as it says itself."""
    language: Plain | None = None
    """Its language."""
    web: Plain | None = None
    """Where it stands."""
    announced_by: Many[Text] = ()
    """How changes are announced."""


class Interest(Keyed):
    """A legitimate interest several purposes share (6(1)(f))."""

    noun = "interest"

    text: Text
    """The interest, in words."""


class Observation(BareEntry):
    """A finding written by a person. Findings of rules are computed and never stored."""

    bare = "text"

    at: Plain | None = None
    """The path of what it is about."""
    text: Text
    """What was seen."""
    articles: Many[Plain] = ()
    """The provisions it touches."""
    by: Text | None = None
    """Who wrote it."""
    on: Day | None = None
    """When."""


class Waiver(Entry):
    """A finding somebody answers for: it is shown as waived until a day."""

    rule: Plain
    """The rule, by code or name; of several faults at one place, which: `right-not-provided:erasure`."""
    at: Plain | None = None
    """The path it is waived for; everywhere where none is given."""
    reason: Text | None = None
    """Why."""
    by: Text | None = None
    """Who answers for it."""
    until: Day | None = None
    """The last day it holds."""


class LeftOut(Bare, Part):
    """A passage of a source that says nothing for the register."""

    bare = "at"

    source: Annotated[Key | None, Refers("source")] = None
    """The source; the register's first where it is not given."""
    at: Many[Plain] = ()
    """Where."""
    why: Text | None = None
    """Why it says nothing."""
