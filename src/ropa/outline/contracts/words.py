"""The words of what is attached to a contract, and the small things every such document says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from ropa.fields import card
from ropa.glossary import phrase
from ropa.model import Agreement, Flow, Part
from ropa.model.text import Text
from ropa.outline.cells import Cells
from ropa.outline.page import Cell

Row = tuple[Cell, ...]
REMARKS = frozenset({"note"})
"""What a register says to its own people, and nobody sets out in a contract."""


class AnnexCells(Cells):
    """Words for one register in one language, as lists of sub-processors and annexes use them."""

    def annex(self, key: str, **values: object) -> str:
        """A phrase of an annex."""
        return phrase(f"annexes.{key}", self.language, **values)

    def label(self, part: type[Part], key: str) -> str:
        """What readers call a field."""
        return card(part, key).label(self.language)

    def unsaid(self) -> Row:
        """That the register does not say it."""
        return self.absence(None)

    def unsaid_of(self, part: type[Part], key: str) -> Cell:
        """The same, with what it is that is not said."""
        return Cell(self.labelled(card(part, key), self.phrase("not-stated")), muted=True)

    def together(self, values: Iterable[Text], field: str) -> Row:
        """Several values of a field of a flow in one paragraph; nothing where there are none."""
        found = [*dict.fromkeys(self.say(one, card(Flow, field)) for one in values)]
        return (Cell(self.phrase("comma").join(found)),) if found else ()

    def paper(self, paper: Agreement) -> Row:
        """An agreement by its name or kind, on what condition, and when it was signed."""
        said = self.refer(Agreement.noun, paper.key)
        if paper.when is not None:
            said = f"{said} ({self.text(paper.when)})"
        signed = card(Agreement, "signed")
        return (
            Cell(said),
            *((Cell(self.labelled(signed, paper.signed.isoformat())),) if paper.signed else ()),
        )

    def day(self, value: date | None) -> Row:
        """A day, or that it is not stated."""
        return (Cell(value),) if value else self.unsaid()

    def fielded(self, part: Part, key: str) -> Row:
        """A field of an entry as printed, or why it is empty."""
        one = card(type(part), key)
        value: Any = getattr(part, one.attribute)
        absence = getattr(part, "absences", {}).get(key)
        return self.cells(value, one, part) if value not in (None, (), {}) else self.absence(absence)
