"""What changed from one register to another, as an officer would name it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ropa.changes.change import Change, Changes
from ropa.changes.engaged import Engaged, kind_of_flow, party
from ropa.changes.kind import ChangeKind as K
from ropa.changes.moved import Moved, Stated, moved, stated
from ropa.changes.named import NAMED, named
from ropa.changes.refine import refined
from ropa.changes.rename import Renames, renamed
from ropa.changes.together import together
from ropa.changes.walk import Difference, Step, Walk
from ropa.fields import card
from ropa.model import Activity, Facts, Flow, Hop, Part, Party, Register
from ropa.model.pause import no_collecting
from ropa.model.text import as_day
from ropa.transfer import Standing, judged

OPEN_FIELD = frozenset({K.PERMISSION_CHANGED, K.SPECIAL_DATA_CHANGED, K.STATE_CHANGED, K.SHARED_DATA_CHANGED})
"""Kinds that several fields share: the field is told with them."""
LIST_OF_ACTIVITIES = [*Register.model_fields].index("activities")
"""Where activities stand among the lists of a register."""


@no_collecting()
def diff(old: Register, new: Register, *, on: date | None = None) -> Changes:
    """What changed from `old` to `new`: a change for everything that is not the same, and none for what is.

    With a day (`on`) it also tells what leaves the EEA that day, which grounds of transfers became weaker or stronger, and
    what has ended by then. The order in which lists name things is no change.

    >>> old = Register(holder="shop", parties=[{"key": "shop", "name": "The Shop", "country": "NL"}])
    >>> print(diff(old, old.replace("shop", country="BE")))
    The Shop: moved to another country: Netherlands → Belgium
    """
    day = as_day(on) if on is not None else None
    finding = _Finding(old, new, day)
    found = sorted(together(finding.every()), key=lambda one: (one.weight, one.rank))
    return Changes(register=new, on=day, old=old, changes=tuple(found))


class _Finding:
    """One comparison of two registers."""

    def __init__(self, old: Register, new: Register, on: date | None) -> None:
        self.old, self.new, self.on = old, new, on
        self.renames = renamed(old, new)
        self.before, self.after = Engaged(old, self.renames), Engaged(new, Renames({}))
        self.standing: dict[Stated, Standing] = (
            {stated(one): one.verdict.standing for one in judged(new, on=on)} if on else {}
        )
        self.told: set[Stated] = set()
        self.engaged: set[tuple[str, str, K]] = set()
        self.places = [{one.key: at for at, one in enumerate(held.activities)} for held in (old, new)]

    def every(self) -> Iterator[Change]:
        """Every change: what the entries say, which source comes first, and what follows for transfers."""
        evidence: dict[tuple[int, int], list[Difference]] = {}
        for one in Walk(self.renames).registers(self.old, self.new):
            if one.card and one.card.key == "evidence":
                evidence.setdefault(one.rank, []).append(one)
            else:
                yield from self._changes(one)
        for several in evidence.values():
            yield _evidence(several)
        yield from self._sources()
        yield from self._further_down()
        if self.on:
            for move in moved(self.old, self.new, self.renames, self.on, self.told):
                yield self._moved(move)

    def _changes(self, one: Difference) -> Iterator[Change]:
        if one.card and one.card.owner == "Facts" and one.card.key == "flows":
            yield from self._flow(one)
        elif one.card and one.card.owner == "Flow" and one.card.key == "recipient":
            yield self._recipient(one)
        else:
            kind = refined(named(one), one, self.on)
            yield _change(one, kind, standing=self._standing(one))

    def _flow(self, one: Difference) -> Iterator[Change]:
        """A flow that came or went: a change for each party it brings in or lets go."""
        comes = one.before is None
        mine, other = (self.after, self.before) if comes else (self.before, self.after)
        flow = one.after if comes else one.before
        for key in dict.fromkeys(flow.recipient) or [None]:
            hops = mine.of(flow, key)
            kind = kind_of_flow(hops, mine, other, comes=comes)
            self.engaged |= {(mine.activity(hop), mine.party(hop), kind) for hop in hops}
            hop = hops[0] if hops else None
            yield _change(one, kind, hop=hop, party=party(hop) if hop else key)

    def _recipient(self, one: Difference) -> Change:
        """A recipient that came to a flow, or went from it."""
        comes = one.before is None
        mine, other = (self.after, self.before) if comes else (self.before, self.after)
        flow = one.trail[-1].after if comes else one.trail[-1].before
        hops = mine.of(flow, one.after or one.before) if isinstance(flow, Flow) else []
        kind = kind_of_flow(hops, mine, other, comes=comes)
        self.engaged |= {(mine.activity(hop), mine.party(hop), kind) for hop in hops}
        found = _change(one, kind, party=one.after or one.before, hop=hops[0] if hops else None)
        return replace(found, trail=one.trail[:-1])

    def _standing(self, one: Difference) -> Standing | None:
        """How the transfer stands that a country makes; the country is marked as told."""
        if not one.card or one.card.key not in ("countries", "access_from") or not one.trail:
            return None
        step, reached = one.trail[-1], one.card.key == "access_from"
        self.told |= {
            (id(part), code, reached) for part, code in ((step.before, one.before), (step.after, one.after))
        }
        return self.standing.get((id(step.after), one.after, reached))

    def _sources(self) -> Iterator[Change]:
        """Evidence without a source means the first one: another first source is another meaning."""
        first = [one.sources[0].key if one.sources else "" for one in (self.old, self.new)]
        if all(first) and self.renames.key("source", first[0]) != first[1]:
            of = card(Register, "sources")
            yield Change(
                kind=K.FIRST_SOURCE_CHANGED, where="", field=of.key, before=self.old.sources[0],
                after=self.new.sources[0], weight=K.FIRST_SOURCE_CHANGED.weight, card=of,
            )  # fmt: skip

    def _further_down(self) -> Iterator[Change]:
        """Who became a sub-processor, or is none any more, because of what changed around its flow."""
        for mine, other, kind in (
            (self.after, self.before, K.SUB_PROCESSOR_ADDED),
            (self.before, self.after, K.SUB_PROCESSOR_REMOVED),
        ):
            new = mine is self.after
            for hop in mine.only_here_below(other):
                if (mine.activity(hop), mine.party(hop), kind) not in self.engaged:
                    yield Change(
                        kind=kind, where=hop.path, before=None if new else hop.flow, after=hop.flow if new else None,
                        activity=hop.activity, party=hop.recipient, article=kind.article, weight=kind.weight, hop=hop,
                        card=card(Activity, "flows"), trail=self._trail(None, hop.activity, new=new),
                        rank=self._rank(hop.activity, new=new),
                    )  # fmt: skip

    def _moved(self, one: Moved) -> Change:
        move = one.one.transfer
        came = one.kind in (K.TRANSFER_ADDED, K.TRANSFER_REMOVED)
        trail = self._trail(move.hop, move.activity, new=one.now is not None)
        return Change(
            kind=one.kind,
            where=move.path,
            before=(one.countries if one.was else None) if came else one.before,
            after=(one.countries if one.now else None) if came else one.after,
            activity="" if move.general else move.activity,
            party=move.recipient,
            article=one.kind.article,
            weight=one.kind.weight,
            standing=one.after if one.kind is K.TRANSFER_ADDED else None,
            countries=() if came else one.countries,
            card=card(Flow, "countries"),
            trail=trail,
            rank=self._rank(move.activity, new=one.now is not None),
        )

    def _trail(self, hop: Hop | None, activity: str, *, new: bool) -> tuple[Step, ...]:
        register = self.new if new else self.old
        parts: list[tuple[str, Facts | Flow]] = []
        if activity and not (hop and hop.general):
            parts.append(("activities", register.activity(activity)))
        if hop:
            parts.append(("flows", hop.flow))
        owner: dict[str, type[Part]] = {"activities": Register, "flows": Activity}
        return tuple(
            Step(card(owner[key], key), None if new else part, part if new else None, "", "")
            for key, part in parts
        )

    def _rank(self, activity: str, *, new: bool) -> tuple[int, int]:
        at = self.places[new].get(activity, 0)
        return LIST_OF_ACTIVITIES, at if new else at + len(self.new.activities)


def _change(
    one: Difference,
    kind: K,
    *,
    standing: Standing | None = None,
    hop: Hop | None = None,
    party: str | None = None,
) -> Change:
    own = NAMED.get((one.card.owner, one.card.key)) if one.card else None
    around = one.trail[0].part if one.trail else None
    cards_around = (one.card, *(step.card for step in reversed(one.trail)))
    article = kind.article or next((of.article for of in cards_around if of and of.article), "")
    return Change(
        kind=kind,
        where=one.where,
        field=one.name,
        before=one.before,
        after=one.after,
        activity=around.key if isinstance(around, Activity) else "",
        party=party or _party(one),
        article=article,
        weight=kind.weight,
        standing=standing,
        tells_field=kind in OPEN_FIELD or (own is None and kind is named(one)),
        card=one.card,
        trail=one.trail,
        rank=one.rank,
        hop=hop,
    )


def _party(one: Difference) -> str:
    """The key of the party a difference is about: who receives the data, or the party it stands in."""
    for step in reversed(one.trail):
        if isinstance(step.part, Flow) and len(step.part.recipient) == 1:
            return step.part.recipient[0]
        if isinstance(step.part, Party):
            return step.part.key
    entry = one.before if one.after is None else one.after
    return entry.key if isinstance(entry, Party) else ""


def _evidence(several: list[Difference]) -> Change:
    """What changed in where an entry of the register, and all that stands in it, is said: one change."""
    first = several[0]
    before, after = (
        tuple(each for one in several for each in (one.before if then else one.after) or ()) or None
        for then in (True, False)
    )
    top = first.trail[:1]
    told = Difference(top, first.card, first.name, before, after, top[0].where if top else "", first.rank)
    return _change(told, K.EVIDENCE_CHANGED)
