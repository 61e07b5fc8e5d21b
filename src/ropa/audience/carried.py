"""Which data of an activity flows carry for one customer, and which they carry only for others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ropa.model import Hop, Register
from ropa.model.text import Text
from ropa.sharing.borne import FIELDS, Borne
from ropa.sharing.reach import Reach
from ropa.sharing.tokens import Token

Names = frozenset[Text]
NONE: Names = frozenset()


@dataclass(frozen=True, slots=True)
class Carried:
    """What the flows of one activity carry. What nobody's flow carries may be anybody's: it is in neither."""

    own: Names
    """The data and people that flows carry for the customer."""
    others: Names
    """Those that they carry only for others."""
    mine: frozenset[Token]
    """The same as `own`, each kind of data with whose it is."""
    apart: frozenset[Token]
    """Data of somebody that they carry only for others, though the customer may have both with other words."""
    people: tuple[Text, ...]
    """All groups of people of the activity."""
    items: Mapping[Text, tuple[tuple[Text, ...], ...]]
    """Whose each kind of data of the activity is, for each time that it is listed."""
    flows: Mapping[tuple[int, str], Names]
    """What each flow names that it carries for the customer, by the flow and the field."""

    @classmethod
    def of(
        cls,
        register: Register,
        activity: str,
        selves: Collection[str],
        held: Sequence[Hop],
        rest: Iterable[Hop],
    ) -> Carried:
        """What is carried in an activity: by flows that are for the customer, and by those that are not."""
        borne, seen = Borne.of(register, activity, None), Reach.of(register, None).seen[activity]
        mine: set[Token] = set()
        theirs: set[Token] = set()
        others: set[Text] = set()
        flows: dict[tuple[int, str], Names] = {}
        for hop in rest:
            theirs.update(borne.beside(hop, selves))
            others.update(hop.personal_data, hop.data_subjects)
        told: dict[bool, list[Hop]] = {True: [], False: []}
        for hop in held:
            told[any(one in selves for one in borne.whose(hop))].append(hop)
            theirs.update(borne.beside(hop, selves))
        for hop in told[True]:
            mine.update(borne.tokens(hop, selves))
            for field in FIELDS:
                flows[id(hop.flow), field] = flows.get((id(hop.flow), field), NONE).union(
                    borne.named(hop, field, selves)
                )
        own = _names(mine).union(*flows.values())
        # of a flow whose sender is not known to have any of the customer's data, what others are known to have is theirs
        known = frozenset(_names(theirs) - own)
        for hop in told[False]:
            words = {field: frozenset(getattr(hop, field)) - known for field in FIELDS}
            every = NONE.union(*words.values())
            mine.update(one for one in borne.tokens(hop, selves) if _names([one]) <= every)
            for field in FIELDS:
                flows[id(hop.flow), field] = flows.get((id(hop.flow), field), NONE) | words[field]
            own |= every
        others |= _names(theirs)
        people = dict.fromkeys(one.kind for one in seen.values("data_subjects"))
        items: dict[Text, tuple[tuple[Text, ...], ...]] = {}
        for one in seen.values("personal_data"):
            items[one.kind] = (*items.get(one.kind, ()), one.subjects)
        return cls(
            frozenset(own),
            frozenset(others - own),
            frozenset(mine),
            frozenset(theirs - mine),
            tuple(people),
            items,
            flows,
        )


def _names(tokens: Iterable[Token]) -> set[Text]:
    return {one for token in tokens for one in token if one is not None}


@dataclass(frozen=True, slots=True)
class Together:
    """What is carried in the activities that something is said of. What is theirs in one is told, if it is in any."""

    held: tuple[Carried, ...]

    def hides(self, word: Text) -> bool:
        """Whether data or people are only others', or data only of people who are."""
        listed = [named for one in self.held for named in one.items.get(word, ())]
        return self._only_others(word) or (
            bool(listed) and all(self.subjects(word, named) is None for named in listed)
        )

    def _only_others(self, word: Text) -> bool:
        return any(word in one.others for one in self.held) and not any(word in one.own for one in self.held)

    def subjects(self, kind: Text, named: tuple[Text, ...]) -> tuple[Text, ...] | None:
        """Whose a kind of data is, of those named for it (none: of everybody); None where only others'."""
        everybody = tuple(dict.fromkeys(one for each in self.held for one in each.people))
        shown = tuple(one for one in everybody if not self._only_others(one))
        whose = tuple(
            one for one in named or shown if not self._only_others(one) and not self._apart((kind, one))
        )
        if not whose and (named or shown):
            return None
        return () if not named and whose == shown else whose

    def flow(self, flow: object, field: str) -> Names:
        """What a flow names that it carries for the customer."""
        return frozenset().union(*(one.flows.get((id(flow), field), frozenset()) for one in self.held))

    def _apart(self, token: Token) -> bool:
        return any(token in one.apart for one in self.held) and not any(
            token in one.mine for one in self.held
        )
