"""How binding a provision is, in the law's own words, and the level of a finding that follows from it."""

from enum import StrEnum


class Duty(StrEnum):
    """What the law asks: `shall`, `where applicable`, `where possible`; `good practice` informs only."""

    SHALL = "shall"
    WHERE_APPLICABLE = "where applicable"
    WHERE_POSSIBLE = "where possible"
    GOOD_PRACTICE = "good practice"


class Certainty(StrEnum):
    """`recorded`: it stands in the register (or is recorded nowhere); `likely`: a person must look."""

    RECORDED = "recorded"
    LIKELY = "likely"


class Level(StrEnum):
    """How loudly a finding speaks. Computed from duty and certainty, never chosen."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def level(duty: Duty, certainty: Certainty) -> Level:
    """The level of a finding.

    >>> level(Duty.SHALL, Certainty.RECORDED), level(Duty.WHERE_POSSIBLE, Certainty.RECORDED)
    (<Level.ERROR: 'error'>, <Level.WARNING: 'warning'>)
    """
    if duty is Duty.GOOD_PRACTICE:
        return Level.NOTE
    if certainty is Certainty.RECORDED and duty in (Duty.SHALL, Duty.WHERE_APPLICABLE):
        return Level.ERROR
    return Level.WARNING
