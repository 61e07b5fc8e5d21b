"""How the two stand in each other's registers: found or not, under which name, and in which country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ropa.glossary import text
from ropa.model import Party, Register
from ropa.model.text import sayings
from ropa.unite.counterpart import Counterparts, holder_of
from ropa.unite.mirrored import CUSTOMER, VENDOR, Called, Difference

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Met:
    """Whose work it is, of a customer's register, the holder of a vendor's, and the key of each in the other's."""

    who: Counterparts
    buyer: Party
    seller: Party
    vendor_is: str | None
    customer_is: str | None

    @classmethod
    def of(cls, who: Counterparts, buyer: Party) -> Met:
        """As the counterparts have them; `buyer` is whose work it is about, in the customer's register."""
        seller = holder_of(who.vendor)
        return cls(who, buyer, seller, who.ours.get(seller.key), who.theirs.get(buyer.key))

    @property
    def is_mutual(self) -> bool:
        """Whether each is found with the other: only then can it be said that one does not record what the other does."""
        return self.vendor_is is not None and self.customer_is is not None

    def differences(self) -> Iterator[Difference]:
        """Who is not found, with a party of the same name if there is one; and countries that differ."""
        namesakes = self.who.namesakes
        if self.vendor_is is None:
            yield Difference("party", vendor=(self.seller.key,), subject=namesakes.get(self.seller.key, ""))
        if self.customer_is is None:
            near = (theirs for theirs, ours in namesakes.items() if ours == self.buyer.key)
            yield Difference("party", customer=(self.buyer.key,), subject=next(near, ""))
        for ours, theirs in self._found():
            here, there = ours.country, theirs.country
            if here and there and here != there:
                paths = ((f"parties.{ours.key}",), (f"parties.{theirs.key}",))
                yield Difference("country", (here,), (there,), paths=paths, subject=ours.key)

    def called(self) -> Iterator[Called]:
        """What each is called by the other, where that is another name: not where only a legal form is left out."""
        if self.vendor_is is not None:
            yield from _other_name(
                VENDOR, self.who.customer.party(self.vendor_is), self.seller, self.who.customer
            )
        if self.customer_is is not None:
            yield from _other_name(
                CUSTOMER, self.who.vendor.party(self.customer_is), self.buyer, self.who.vendor
            )

    def _found(self) -> Iterator[tuple[Party, Party]]:
        """Each that is found: as the customer has it, and as the vendor has it."""
        if self.vendor_is is not None:
            yield self.who.customer.party(self.vendor_is), self.seller
        if self.customer_is is not None:
            yield self.buyer, self.who.vendor.party(self.customer_is)


def _other_name(whom: str, entry: Party, own: Party, register: Register) -> Iterator[Called]:
    theirs, mine = ([_words(name) for name in sayings(one.name)] for one in (entry, own))
    alike = any(one <= other or other <= one for one in theirs for other in mine)
    if theirs and mine and not alike and entry.named is not False:
        yield Called(whom, text(entry.name or entry.key, register.language))


def _words(name: str) -> frozenset[str]:
    """The words of a name; initials with stops between them are one: `B.V.` is `BV`."""
    return frozenset(_WORDS.findall(re.sub(r"(?<=\w)\.", "", name.casefold())))
