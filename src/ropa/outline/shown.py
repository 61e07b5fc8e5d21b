"""What the reader of a copy sees, so that nothing is called "not stated" that was only left out for this reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ropa.audience import Reader
from ropa.fields import called, card
from ropa.glossary import has_phrase, phrase
from ropa.model import Part, Register, TransferImpactAssessment
from ropa.model.spec import parts, specs


@dataclass(frozen=True, slots=True)
class Shown:
    """A reader, and the customer a copy was made for; without a reader everything is shown."""

    reader: Reader | None = None
    customer: str | None = None

    @property
    def copied(self) -> Reader | None:
        """The reader, where something is left out for it."""
        return None if self.reader is None or self.reader.everything else self.reader

    @property
    def one_customer(self) -> bool:
        """Whether it shows what is done for one customer, and no record of the holder's own."""
        return self.copied is not None and self.copied.one_customer

    @property
    def judged(self) -> bool:
        """Whether all is there that the standing of a transfer is judged by."""
        return self.kind(TransferImpactAssessment)

    @property
    def gaps(self) -> bool:
        """Whether the reader is told what is missing in the register."""
        return self.copied is None or self.copied.findings

    def kind(self, part: type[Part]) -> bool:
        """Whether entries of a kind are shown."""
        return self.copied is None or not self.copied.leaves(part)

    def field(self, part: type[Part], key: str) -> bool:
        """Whether a field is shown."""
        return self.copied is None or not self.copied.leaves_field(specs(part)[key])

    def left_out(self, language: str) -> Iterator[str]:
        """What is left out, as readers call it: kinds of entries in the order of the model, then single fields."""
        names = self.copied.leaves_out if self.copied else frozenset()
        for part in parts(Register):
            if part.__name__ in names:
                yield called(part, language, many=True)
        labels = (
            phrase(own, language)
            if has_phrase(own := f"copied.field.{key}")
            else card(part, key).label(language)
            for part in parts(Register)
            for key, spec in specs(part).items()
            if any(f"{one.__name__}.{spec.name}" in names for one in spec.owner.__mro__)
        )
        yield from dict.fromkeys(labels)
