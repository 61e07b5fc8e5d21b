"""What an event touches of one activity, and how that reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ropa.model import Hop
from ropa.model.dump import plain
from ropa.model.text import Text
from ropa.sharing.impact.stated import stated_as_json, tell_stated
from ropa.sharing.saying import Saying
from ropa.sharing.tokens import Token


@dataclass(frozen=True, slots=True)
class Touched:
    """What is touched of one activity: data of the same controllers that came by the same parties."""

    activity: str
    parties: tuple[str, ...]
    """Who is concerned beside the party asked for; with a removal, who no longer gets these data."""
    tokens: tuple[Token, ...]
    """Which data, each with whose."""
    customers: tuple[str, ...]
    """For which controllers; with a breach, those that assess it: itself too, where it answers for itself."""
    path: tuple[str, ...]
    """The parties along the way by which just these data got there, from where they begin."""
    possible: bool = False
    """Whether they only may have got there."""
    holding_open: bool = False
    """Whether that is for no flow that only may happen, but as it is open that they were held where they begin."""
    member_of: str = ""
    """The category that holds them and of which the party asked for is one: its part of them is not recorded."""
    open_roles: tuple[str, ...] = ()
    """With a breach, of whom on the way it is open what they are here: a processor, or one that answers itself."""
    until_now: tuple[str, ...] = ()
    """With a flow that falls or moves, the countries where the data are today; none where that is not stated."""
    not_simply: tuple[Hop, ...] = ()
    """The flows on the way that the register does not simply state: in general, on a condition, inferred, contradicted."""
    itself: bool = False
    """With a party that moves, whether it holds them by no flow to it: as their controller, or where they begin."""

    @property
    def people(self) -> tuple[Text, ...]:
        """Whose data."""
        return tuple(dict.fromkeys(who for _, who in self.tokens if who is not None))

    @property
    def personal_data(self) -> tuple[Text, ...]:
        """Which data."""
        return tuple(dict.fromkeys(item for item, _ in self.tokens if item is not None))

    def sentence(self, words: Saying, kind: str, party: str) -> str:
        """What of it is touched, by the question that was asked of a party."""
        # a name keeps its first letter as it is written
        return (words.tell if self.activity else words.sentence)(
            f"impact.touched-{self._variant(kind, party)}",
            activity=words.activity(self.activity),
            data=words.data(self.tokens),
            path=words.path(self.path),
            party=words.party(self.path[-1]),
            parties=words.parties(self.parties) or words.tell("nobody"),
            customers=words.parties(self.customers) or words.tell("impact.not-recorded"),
            category=words.party(self.member_of) if self.member_of else "",
            place=words.countries(self.until_now) or words.phrase("country-not-stated"),
        ) + self._aside(words)

    def _variant(self, kind: str, party: str) -> str:
        if kind == "breach":
            return "own" if party in self.customers or not self.customers else kind
        if self.member_of:
            return f"{kind}-member"
        if kind == "remove" and not self.parties:
            return "remove-alone"
        return "move-itself" if self.itself else kind

    def _aside(self, words: Saying) -> str:
        """What stands in brackets behind an activity: that it is only possible, and how the register knows."""
        said = [*self._open(words)]
        said += tell_stated(words, self.not_simply, alone=len(self.path) < 3, activity=self.activity)
        return f" ({words.phrase('comma').join(said)})" if said else ""

    def _open(self, words: Saying) -> Iterator[str]:
        if self.holding_open:
            yield words.tell("impact.may-hold" if self.member_of else "may-hold")
        elif self.possible:
            yield words.phrase("possible")
        if self.member_of:
            yield words.tell("impact.as-member", category=words.party(self.member_of))
        if self.open_roles:
            yield words.tell("impact.role-open", party=words.parties(self.open_roles))

    def as_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "activity": self.activity,
            "parties": list(self.parties),
            "people": [plain(who) for who in self.people],
            "personal_data": [plain(item) for item in self.personal_data],
            "customers": list(self.customers),
            "path": list(self.path),
            "possible": self.possible,
            "holding_open": self.holding_open,
            "member_of": self.member_of,
            "open_roles": list(self.open_roles),
            "until_now": list(self.until_now),
            "not_simply_stated": stated_as_json(self.not_simply),
            "itself": self.itself,
        }
