"""Where the data subjects of the holder are told to complain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ropa.model import Register, Rights
from ropa.model.text import Text, sayings
from ropa.rules.stated import stated


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is said about where to complain, and where it stands."""

    text: Text
    path: str

    @property
    def words(self) -> str:
        """All its wordings, one after another."""
        return "\n".join(sayings(self.text))


def complaints(register: Register, on: date) -> Iterator[Complaint]:
    """Every statement of where to complain in what the holder controls."""
    for one in stated(register, on, "rights"):
        rights: Rights = one.value
        if rights.complaint is not None:
            yield Complaint(rights.complaint, one.path)
