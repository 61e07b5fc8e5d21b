"""Whose data and which data: Article 30(1)(c)."""

from __future__ import annotations

from typing import Annotated, Any

from ropa.glossary import known
from ropa.law import SpecialCategory
from ropa.model.marks import Among, Known, Refers
from ropa.model.part import BareEntry
from ropa.model.text import Flag, Key, Many, Plain, Text

BROUGHT = ("special", "reveals", "criminal", "national_id")
"""The fields that a known term of personal data brings with it."""


class Subjects(BareEntry):
    """A category of data subjects."""

    bare = "kind"
    identity = ("kind",)

    kind: Annotated[Text, Known("data-subjects")]
    """Who they are."""
    children: Flag | None = None
    """Whether there are children among them."""
    vulnerable: Flag | None = None
    """Whether they are vulnerable."""
    number: Plain | None = None
    """How many, roughly."""

    def says(self, field: str) -> Any:
        """What a field says, or what the known term brings where the register says nothing.

        >>> Subjects(kind="pupils").says("children"), Subjects(kind="pupils", children=False).says("children")
        (True, False)
        """
        own = getattr(self, field)
        return _brought("data-subjects", self.kind, field) if own is None else own


class Item(BareEntry):
    """A category of personal data."""

    bare = "kind"
    identity = ("kind",)

    kind: Annotated[Text, Known("personal-data")]
    """Which data."""
    subjects: Annotated[Many[Text], Known("data-subjects"), Among("data_subjects")] = ()
    """Whose, where not all of the activity's."""
    required: Flag | None = None
    """Whether they must be given; absent means not stated."""
    possible: Flag | None = None
    """Whether they are processed only in some cases."""
    example: Flag | None = None
    """Whether they are named only as an example of more."""
    source: Annotated[Many[Key], Refers("party", ("data-subject", "automatic"))] = ()
    """Where the data come from."""
    special: Annotated[SpecialCategory | None, Known("special-categories")] = None
    """The special category they are (9(1))."""
    reveals: Annotated[SpecialCategory | None, Known("special-categories")] = None
    """The special category they reveal (9(1))."""
    criminal: Flag | None = None
    """Criminal convictions and offences (10)."""
    national_id: Flag | None = None
    """A national identification number (87)."""

    def says(self, field: str) -> Any:
        """What a field says, or what the known term brings where the register says nothing.

        >>> Item(kind="health-data").says("special"), Item(kind="national-id").says("national_id")
        (<SpecialCategory.HEALTH: 'health'>, True)
        """
        own = getattr(self, field)
        brought = _brought("personal-data", self.kind, field) if own is None and field in BROUGHT else None
        if isinstance(brought, str):
            return next(one for one in SpecialCategory if one.value == brought)
        return own if brought is None else brought


def _brought(vocabulary: str, kind: Text, field: str) -> Any:
    """What a known term says besides its labels; None for a word of one's own."""
    block = known(vocabulary).get(kind) if isinstance(kind, str) else None
    return block.get(field) if block else None
