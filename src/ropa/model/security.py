"""Security measures: Articles 30(1)(g), 30(2)(d) and 32(1)."""

from __future__ import annotations

from typing import Annotated, Literal

from ropa.model.marks import PEOPLE, Known, Refers
from ropa.model.part import BareEntry
from ropa.model.text import Key, Many, Text


class Measure(BareEntry):
    """A technical or organisational measure. A bare text that is the key of a shared measure refers to it."""

    bare = "text"

    text: Annotated[Text, Known("measures")]
    """What the measure is."""
    objective: Annotated[Many[Literal["a", "b", "c", "d"]], Known("objectives")] = ()
    """Which point of Article 32(1) it serves."""
    by: Annotated[Key | None, Refers("party", (PEOPLE,))] = None
    """Whose measure it is: a party's, or that of the data subjects themselves."""
    when: Text | None = None
    """On what condition, or for what."""
    covers: Annotated[Many[Text], Known("personal-data")] = ()
    """What it protects."""
    conforms_to: Many[Text] = ()
    """Standards it follows."""
