"""Transfers that came, went or stand otherwise on a day: what follows from flows, agreements, listings and the law."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from ropa.changes.kind import ChangeKind
from ropa.changes.rename import Renames
from ropa.law import Tables
from ropa.model import Register
from ropa.transfer import Judged, Standing, judged

Way = tuple[str, str, str, bool]
"""Activity, recipient, country, and whether it is reached from there: keys of the new register."""
Stated = tuple[int, str, bool]
"""A country in the list of a flow: told by itself when it comes or goes."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Transfers of one flow that changed alike."""

    kind: ChangeKind
    was: Judged | None
    now: Judged | None
    countries: tuple[str, ...]

    @property
    def one(self) -> Judged:
        """The transfer as it is, or as it was."""
        found = self.now or self.was
        assert found is not None
        return found

    @property
    def before(self) -> Standing | None:
        """How it stood."""
        return self.was.verdict.standing if self.was else None

    @property
    def after(self) -> Standing | None:
        """How it stands."""
        return self.now.verdict.standing if self.now else None


def moved(
    old: Register,
    new: Register,
    renames: Renames,
    on: date,
    told: Collection[Stated],
    tables: Tables | None = None,
) -> Iterator[Moved]:
    """The transfers that are not as they were, those of one flow together. `told` are countries told already.

    `tables` are dated tables with rows of your own; the library's where none are given.
    """
    before, after = _ways(old, on, renames, tables), _ways(new, on, Renames({}), tables)
    found: dict[tuple[object, ...], list[Moved]] = defaultdict(list)
    for way in dict.fromkeys((*after, *before)):
        was, now = before.get(way), after.get(way)
        if kind := _kind(was, now, told):
            one = Moved(kind, was, now, (way[2],) if way[2] else ())
            found[one.one.transfer.path, way[1], kind, one.before, one.after].append(one)
    for same in found.values():
        countries = tuple(dict.fromkeys(code for one in same for code in one.countries))
        yield Moved(same[0].kind, same[0].was, same[0].now, countries)


def _kind(was: Judged | None, now: Judged | None, told: Collection[Stated]) -> ChangeKind | None:
    if was and now:
        then, today = was.verdict.standing, now.verdict.standing
        if then == today:
            return None
        return ChangeKind.GROUND_WEAKENED if today > then else ChangeKind.GROUND_STRENGTHENED
    one = now or was
    if one is None or stated(one) in told or one.transfer.hop is None:
        return None  # what is stated without a flow is an entry of the register, and told as one
    return ChangeKind.TRANSFER_ADDED if now else ChangeKind.TRANSFER_REMOVED


def stated(one: Judged) -> Stated:
    """Where the register states the country of a transfer."""
    return id(one.transfer.hop.flow) if one.transfer.hop else 0, one.transfer.country, one.transfer.reached


def _ways(register: Register, on: date, renames: Renames, tables: Tables | None) -> dict[Way, Judged]:
    """Each way out of the EEA with the weakest that goes along it."""
    found: dict[Way, Judged] = {}
    for one in judged(register, on=on, tables=tables):
        move = one.transfer
        activity, recipient = renames.key("activity", move.activity), renames.key("party", move.recipient)
        way = (activity, recipient, move.country, move.reached)
        if way not in found or found[way].verdict.standing < one.verdict.standing:
            found[way] = one
    return found
