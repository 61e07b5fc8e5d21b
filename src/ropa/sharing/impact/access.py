"""Access that stays as it is where a party moves: from where a flow says that its data can be reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ropa.model import Hop
from ropa.sharing.saying import Saying


@dataclass(frozen=True, slots=True)
class Access:
    """From which countries the data of a flow can be reached, wherever its recipient processes them."""

    activity: str
    flow: str
    """The path of the flow."""
    sender: str
    recipient: str
    countries: tuple[str, ...]

    def sentence(self, words: Saying) -> str:
        """From where the data can still be reached."""
        return words.tell(
            "impact.access-stays",
            path=words.path((self.sender, self.recipient)),
            activity=words.activity(self.activity),
            countries=words.countries(self.countries),
        )

    def as_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "activity": self.activity,
            "flow": self.flow,
            "sender": self.sender,
            "recipient": self.recipient,
            "countries": list(self.countries),
        }


def access_that_stays(hops: Iterable[Hop], country: str) -> Iterator[Access]:
    """The access of flows from any other country than the one to which their recipient goes.

    Who can reach the data need not be where they are kept: no register says that access moves along with them.
    """
    for hop in hops:
        elsewhere = tuple(dict.fromkeys(code for code in hop.flow.access_from if code != country))
        if elsewhere:
            yield Access(hop.activity, hop.path, hop.sender, hop.recipient, elsewhere)
