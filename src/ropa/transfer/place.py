"""Whether a flow stays inside the European Economic Area, as far as the register says."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from ropa.law import Tables, outside_eea
from ropa.model import Hop


class Whereabouts(StrEnum):
    """Where the data of a flow are, for Chapter V."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    NOT_STATED = "not-stated"


def place_of(hop: Hop, on: date, tables: Tables | None = None) -> Whereabouts:
    """Where a flow puts the data on a day: outside where any country it names is, also one they are reached from.

    Not stated where the register names no country of processing: no transfer is known, and none is ruled out.
    """
    named = (*hop.flow.countries, *hop.flow.access_from)
    if outside_eea(named, on, tables):
        return Whereabouts.OUTSIDE
    return Whereabouts.INSIDE if hop.flow.countries else Whereabouts.NOT_STATED
