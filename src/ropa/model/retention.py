"""How long data are kept, from when, and what happens then: Article 30(1)(f)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import model_validator

from ropa.model.marks import Among, Known, OneOf
from ropa.model.part import BareEntry
from ropa.model.period import as_period
from ropa.model.text import Flag, Many, Period, Text


class Retention(BareEntry):
    """One time limit. Several phases are several entries."""

    headline = (
        "period",
        "criterion",
    )

    bare = "criterion"
    identity = (
        "covers",
        "starts",
    )

    @model_validator(mode="before")
    @classmethod
    def _from_bare(cls, value: Any) -> Any:
        """A criterion that is a period is that period, so that `retention: 7 years` says what it means."""
        said = {"criterion": value} if isinstance(value, str) else value
        criterion = said.get("criterion") if isinstance(said, Mapping) else None
        if isinstance(criterion, str) and said.get("period") is None and (period := as_period(criterion)):
            return {**{key: one for key, one in said.items() if key != "criterion"}, "period": period}
        return said

    period: Period | None = None
    """How long, as ISO 8601."""
    criterion: Text | None = None
    """In words, where there is no period."""
    starts: Annotated[Text | None, Known("events")] = None
    """The event that starts it."""
    covers: Annotated[Many[Text], Known("personal-data"), Among("personal_data")] = ()
    """Which data; all of the activity where none are given."""
    law: Text | None = None
    """The law that sets it."""
    reference: Text | None = None
    """The document that sets it."""
    possible: Flag | None = None
    """Whether it may apply, rather than does."""
    then: Annotated[Many[Text], Known("endings"), OneOf()] = ()
    """What happens then; several: one of these."""
    then_for: Text | None = None
    """What for, if something is kept after that."""
    unless: Text | None = None
    """What is excepted."""
    when: Text | None = None
    """On what condition."""
    where: Text | None = None
    """Where: in backups, …"""
