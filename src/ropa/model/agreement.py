"""Agreements: the paper between parties, kept apart from the data."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from ropa.model.marks import PEOPLE, Known, Refers, good_practice
from ropa.model.part import Keyed, Part
from ropa.model.text import Country, Day, Flag, Frozen, Key, Many, Plain, Text

Word = Annotated[str, StringConstraints(max_length=1000)]
"""A key of a mapping, short enough for every reader."""


class TransferImpactAssessment(Part):
    """The assessment that goes with clauses or binding rules."""

    reference: Text | None = None
    """Where it is kept."""
    date: Day | None = None
    """When it was made."""


class Agreement(Keyed):
    """A contract or arrangement. A reseller that sees no data stands here and in no flow."""

    noun = "agreement"

    name: Text | None = None
    """Name."""
    kind: Annotated[Text | None, Known("agreements")] = None
    """What it is: processing-agreement (28(3)), joint-controller-arrangement (26), …"""
    between: Annotated[Many[Key], Refers("party", (PEOPLE,))] = ()
    """The parties to it."""
    signed: Day | None = None
    """The day it was signed."""
    ends: Day | None = None
    """The last day it holds."""
    covers: Annotated[Many[Key], Refers("activity")] = ()
    """The activities it covers; all of them where none is given."""
    decision: Plain | None = None
    """The Commission decision its clauses follow: 2021/914."""
    module: Plain | None = None
    """The module of the clauses."""
    sub_processors: Annotated[
        Literal["general-authorisation", "specific-authorisation", "none"] | None,
        Known("authorisations"),
        good_practice("28(2)"),
    ] = None
    """Whether other processors may be engaged."""
    authorised: Annotated[Many[Key], Refers("party")] = ()
    """The other processors that are authorised by name."""
    notice_days: int | None = None
    """Days of notice before another processor is engaged."""
    regions: Annotated[Many[Country], Known("countries")] = ()
    """Where the agreement says the data stay."""
    transfer_impact_assessment: TransferImpactAssessment | None = None
    """The assessment that goes with it."""
    duties: Annotated[
        dict[Word, Annotated[Key, Refers("party")]], AfterValidator(Frozen), Known("duties")
    ] = Field(default_factory=Frozen)
    """Which party does what (Article 26)."""
    essence_published: Flag | None = None
    """Whether the essence is available to the data subjects (26(2))."""
    when: Text | None = None
    """On what condition it applies."""

    def holds(self, on: date | None) -> bool:
        """Whether the agreement is in force on a day (None: whenever)."""
        if on is None:
            return True
        return (
            super().holds(on)
            and not (self.signed and self.signed > on)
            and not (self.ends and self.ends < on)
        )
