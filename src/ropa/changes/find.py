"""What changed from one register to another, as an officer would name it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ropa.changes.begun import by_its_days, on_its_day, turned
from ropa.changes.change import Change, Changes
from ropa.changes.engaged import Engaged, kind_of_flow, party
from ropa.changes.gravity import Gravity
from ropa.changes.kind import ChangeKind as K
from ropa.changes.made import change, of_evidence
from ropa.changes.moved import Moved, Stated, moved, stated
from ropa.changes.named import named
from ropa.changes.refine import refined
from ropa.changes.rename import Renames, renamed
from ropa.changes.together import together
from ropa.changes.walk import Difference, Step, Walk
from ropa.errors import NotUnderstood, Problem
from ropa.fields import card
from ropa.law import Tables
from ropa.model import Activity, Facts, Flow, Hop, Part, Register
from ropa.model.asked import one_register
from ropa.model.pause import no_collecting
from ropa.model.text import as_day
from ropa.transfer import Standing, judged

LIST_OF_ACTIVITIES = [*Register.model_fields].index("activities")
"""Where activities stand among the lists of a register."""

Days = tuple[date | None, date | None]
"""The day of the old register and that of the new one."""


@no_collecting()
def diff(
    old: Register,
    new: Register,
    *,
    on: date | None = None,
    since: date | None = None,
    tables: Tables | None = None,
) -> Changes:
    """What changed from `old` to `new`: a change for everything that is not the same, and none for what is.

    With a day (`on`) it also tells what leaves the EEA that day, which grounds of transfers became weaker or stronger, and
    what has ended by then. The order in which lists name things is no change.

    Who was planned on the day of the old register and is engaged on that of the new one is told too. The new one is looked at
    on `on`, the old one on `since`; without it, on the day it was adopted, where the new one was adopted later or not yet,
    and else on `on` as well. `tables` are dated tables with rows of your own; the library's where none are given.

    `NotUnderstood` where a day is none, or `since` is given without `on`.

    >>> old = Register(holder="shop", parties=[{"key": "shop", "name": "The Shop", "country": "NL"}])
    >>> print(diff(old, old.replace("shop", country="BE")))
    The Shop: moved to another country: Netherlands → Belgium
    """
    one_register(old, tables)
    one_register(new, tables)
    day = as_day(on) if on is not None else None
    finding = _Finding(old, new, _days(old, new, day, since), tables)
    gravity = Gravity(finding.before, finding.after, day, tables)
    return Changes(
        register=new, on=day, old=old, changes=gravity.in_order(together(finding.every(), new.holder))
    )


class _Finding:
    """One comparison of two registers."""

    def __init__(self, old: Register, new: Register, days: Days, tables: Tables | None) -> None:
        (then, on), self.tables = days, tables
        self.old, self.new, self.on = old, new, on
        self.renames = renamed(old, new)
        self.before, self.after = Engaged(old, self.renames, then), Engaged(new, Renames({}), on)
        self.standing: dict[Stated, Standing] = (
            {stated(one): one.verdict.standing for one in judged(new, on=on, tables=tables)} if on else {}
        )
        self.told: set[Stated] = set()
        self.engaged: set[tuple[str, str, K]] = set()
        """Who is told by what stands in the entries, and as what: so that it is not told again."""
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
            yield of_evidence(several)
        yield from self._sources()
        yield from self._further_down()
        yield from self._turned()
        if self.on:
            for move in moved(self.old, self.new, self.renames, self.on, self.told, self.tables):
                yield self._moved(move)

    def _changes(self, one: Difference) -> Iterator[Change]:
        if one.card and one.card.owner == "Facts" and one.card.key == "flows":
            yield from self._flow(one)
        elif one.card and one.card.owner == "Flow" and one.card.key == "recipient":
            yield self._recipient(one)
        else:
            yield change(one, self._kind(one), standing=self._standing(one))

    def _kind(self, one: Difference) -> K:
        found = by_its_days(one, self.before, self.after)
        if found is None:
            kind = refined(named(one), one, self.on, self.tables)
            return K.SPECIAL_DATA_SHARED if kind is K.SHARED_DATA_CHANGED and self._shares_more(one) else kind
        self.engaged |= found[1]
        return found[0]

    def _shares_more(self, one: Difference) -> bool:
        """Whether a flow brings data of Articles 9 or 10 to somebody who had them by none."""
        flow = one.trail[-1].after
        return isinstance(flow, Flow) and bool(self.after.newly_carried(self.before, self.after.of(flow)))

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
            kind = on_its_day(kind, hops, mine) if comes else kind
            yield change(one, kind, hop=hop, party=party(hop) if hop else key)

    def _recipient(self, one: Difference) -> Change:
        """A recipient that came to a flow, or went from it."""
        comes = one.before is None
        mine, other = (self.after, self.before) if comes else (self.before, self.after)
        flow = one.trail[-1].after if comes else one.trail[-1].before
        hops = mine.of(flow, one.after or one.before) if isinstance(flow, Flow) else []
        kind = kind_of_flow(hops, mine, other, comes=comes)
        self.engaged |= {(mine.activity(hop), mine.party(hop), kind) for hop in hops}
        kind = on_its_day(kind, hops, mine) if comes else kind
        found = change(one, kind, party=one.after or one.before, hop=hops[0] if hops else None)
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
                    yield self._of_hop(kind, hop, comes=new, new=new)

    def _turned(self) -> Iterator[Change]:
        """Who began or ended between the days of the two registers, though nothing was written."""
        for kind, hop, begins in turned(self.before, self.after):
            if (hop.activity, party(hop), kind) not in self.engaged:
                yield self._of_hop(kind, hop, comes=begins, new=True)

    def _of_hop(self, kind: K, hop: Hop, *, comes: bool, new: bool) -> Change:
        """The change of somebody who comes or goes without an entry that says so; `new`: placed in the new register."""
        return Change(
            kind=kind, where=hop.path, before=None if comes else hop.flow, after=hop.flow if comes else None,
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


def _days(old: Register, new: Register, on: date | None, since: date | None) -> Days:
    """The day each register is looked at on. When the old one was adopted counts where the new one came after it."""
    if since is not None:
        if on is None:
            raise NotUnderstood([Problem("since", "a day for the old register only", "give `on` as well")])
        return as_day(since), on
    if on is None or old.adopted is None or (new.adopted is not None and new.adopted <= old.adopted):
        return on, on
    return min(old.adopted, on), on
