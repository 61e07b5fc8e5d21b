"""How data, paths and flows read in the sentences of an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from ropa.fields import card
from ropa.glossary import phrase, require, spoken
from ropa.model import Activity, Flow, Hop, Party, Register
from ropa.model.text import Text
from ropa.sharing.tokens import Token
from ropa.wording import Wording, role_of

MANY = 4
"""Of more names in a row than this the rest is counted."""
COUNTRIES = card(Flow, "countries").key
TRANSFERS = card(Activity, "transfers").key
"""Where an activity says of transfers that there are none."""


class Saying(Wording):
    """Words for one register in one language, as answers about sharing use them; of a day, or of whenever."""

    def __init__(self, register: Register, language: str, on: date | None = None) -> None:
        super().__init__(register, language)
        self.on = on

    def tell(self, key: str, **values: object) -> str:
        """A sentence or a piece of one."""
        return phrase(f"sharing.{key}", self.language, **values)

    def data(self, tokens: Iterable[Token]) -> str:
        """Which data of whom: `name, salary of employees; name of applicants`."""
        whose: dict[Text | None, dict[Text | None, None]] = {}
        for item, person in tokens:
            whose.setdefault(item, {})[person] = None
        grouped: dict[tuple[Text | None, ...], list[Text | None]] = {}
        for item, people in whose.items():
            grouped.setdefault(tuple(people), []).append(item)
        return self.apart(self._of(items, people) for people, items in grouped.items())

    def _of(self, items: Sequence[Text | None], people: Sequence[Text | None]) -> str:
        data = self.items(one for one in items if one is not None) or self.tell("some-data")
        whose = self.people(one for one in people if one is not None)
        return self.tell("data-of", data=data, people=whose) if whose else data

    def items(self, kinds: Iterable[Text]) -> str:
        """Kinds of data in a row."""
        return self.phrase("comma").join(self.term("personal-data", one) for one in kinds)

    def people(self, groups: Iterable[Text]) -> str:
        """Groups of people in a row."""
        return self.row(self.term("data-subjects", one) for one in groups)

    def party(self, key: str) -> str:
        """The name of a party; with its key where another party has the same name."""
        name = super().party(key)
        return f"{name} ({key})" if key in self._alike and name != key else name

    @cached_property
    def _alike(self) -> frozenset[str]:
        named: dict[str, list[str]] = {}
        for one in self.register.parties:
            named.setdefault(super().party(one.key), []).append(one.key)
        return frozenset(key for keys in named.values() if len(keys) > 1 for key in keys)

    def parties(self, keys: Iterable[str]) -> str:
        """Parties in a row."""
        return self.row(self.party(one) for one in keys)

    def row(self, words: Iterable[str]) -> str:
        """Words in a row: `a, b and c`."""
        *first, last = [*words] or [""]
        return self.phrase("comma").join(first) + (self.phrase("and") if first else "") + last

    def few(self, keys: Sequence[str], name: Callable[[str], str], most: int = MANY) -> str:
        """What keys stand for, in a row; of more than so many the first, and how many more there are."""
        if len(keys) <= most:
            return self.row(map(name, keys))
        first = self.phrase("comma").join(map(name, keys[: most - 1]))
        return phrase("gaps.and-more", self.language, first=first, number=len(keys) - most + 1)

    def apart(self, pieces: Iterable[str]) -> str:
        """Pieces that have commas of their own: `a, b; c`."""
        return self.tell("semicolon").join(pieces)

    def path(self, keys: Iterable[str]) -> str:
        """Parties along a path."""
        return " → ".join(self.party(one) for one in keys)

    def activity(self, key: str) -> str:
        """The name of an activity."""
        return self.refer("activity", key) if key else self.tell("in-general")

    def paper(self, key: str) -> str:
        """What an agreement is, with its key, and under which condition it holds."""
        paper = self.register.agreement(key)
        kind = self.term("agreements", paper.kind) if paper.kind else self.text(paper.name)
        said = f"{kind} ({key})" if kind else key
        return f"{said}, {self.text(paper.when)}" if paper.when else said

    def recipient(self, hop: Hop) -> str:
        """What the recipient of a flow is there, and where: what stands in brackets behind its name."""
        said = [f"{role_of(self, hop)}{self.reading(hop.flow, 'role')}", self.place(hop)]
        if hop.flow.possible:
            said.append(self.phrase("possible"))
        return self.phrase("comma").join((*said, *self.stated(hop)))

    def stated(self, hop: Hop) -> Iterator[str]:
        """How a flow is stated where that is not simply so: on a condition, once for several activities, inferred."""
        if hop.flow.when:
            yield phrase("chain.when", self.language, when=self.text(hop.flow.when))
        if hop.general:
            yield self.phrase("in-general")
        if members := self.register.party(hop.recipient).members:
            yield self.labelled(card(Party, "members"), self.few(members, self.party))
        if mark := self.reading(hop.flow):
            yield mark.strip()

    def place(self, hop: Hop) -> str:
        """Where the data of a flow are, and from where they can be reached."""
        there = self.countries(hop.countries) or self.phrase("country-not-stated")
        if absence := hop.flow.absences.get(COUNTRIES):
            why = absence.model_copy(update={"owner": None, "due": None})  # who finds out is told by `due`
            there += f" ({self.absent(why)})"
        reached = self.countries(hop.flow.access_from)
        if not hop.countries and not reached and self.is_ruled_out(hop):
            return self.tell("no-transfer-stated", place=there)
        return self.tell("reached-from", place=there, countries=reached) if reached else there

    def is_ruled_out(self, hop: Hop) -> bool:
        """Whether the register states of an activity that it makes no transfers to third countries."""
        return hop.activity in self._without_transfers

    @cached_property
    def _without_transfers(self) -> frozenset[str]:
        said = ((one.activity.key, one.absence(TRANSFERS, self.on)) for one in self.register.seen())
        return frozenset(key for key, absence in said if absence and absence.state != "unknown")

    def countries(self, codes: Iterable[str]) -> str:
        """Countries in a row."""
        return self.phrase("comma").join(self.country(one) for one in codes)

    def sentence(self, key: str, **values: object) -> str:
        """A sentence by itself: it begins with a capital."""
        said = self.tell(key, **values)
        return said[:1].upper() + said[1:]


def saying(register: Register, language: str | None = None, on: date | None = None) -> Saying:
    """Words in a language, by default the register's own."""
    return Saying(register, require(language or spoken(register.language)), on)
