"""The record of Article 30(2): what a party does as processor, one row per controller and category of processing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ropa.law import Tables
from ropa.model import Absence, Hop, Measure, Party, Register, Said, Seen
from ropa.model.asked import one_register
from ropa.model.spot import segments
from ropa.model.text import Text, as_day
from ropa.records.behalf import Held, by_activity
from ropa.sharing.further_up import Spot, spot
from ropa.transfer import Transfer, transfers


@dataclass(frozen=True, slots=True)
class ProcessorShare:
    """What one activity has in a row: a controller may have the same done in several."""

    activity: str
    """The key of the activity; empty where a flow is said in general and none is covered."""
    transfers: tuple[Transfer, ...]
    security: tuple[Said, ...]
    paths: tuple[str, ...]
    no_transfers: Absence | None = None
    """What is said where there are none: of the flows, else of the activity, else in general."""


@dataclass(frozen=True, slots=True)
class ProcessorRow:
    """A category of processing carried out on behalf of one controller. Purposes are the controller's, not shown."""

    controller: Party
    """(a) on whose behalf."""
    category: Text | None
    """(b) what is done; None where it is not stated."""
    transfers: tuple[Transfer, ...]
    """(c) to which third countries, on the day."""
    security: tuple[Said, ...]
    """(d) the processor's own measures."""
    paths: tuple[str, ...]
    """The flows this row is drawn from."""
    shares: tuple[ProcessorShare, ...]
    """The same by activity, in the order of the register."""


@dataclass(frozen=True, slots=True)
class ProcessorRecord:
    """The record of all categories of processing of one processor on a day (Article 30(2))."""

    party: Party
    """(a) the processor, its contact, representative and data protection officer."""
    on: date
    rows: tuple[ProcessorRow, ...]
    """Those of one controller stand together."""


def processor_records(
    register: Register, party: str | None = None, *, on: date, tables: Tables | None = None
) -> tuple[ProcessorRecord, ...]:
    """The 30(2) record of a party, or of every processor of the register, the holder first.

    Only what a party receives *as processor*, and nothing else it might be, makes a row; a controller of whose data a flow
    is known to have none has no part in it. `tables` are dated tables with
    rows of your own; the library's where none are given.
    """
    one_register(register, tables)
    whose = by_activity(register, register.flows(on=as_day(on)), on)
    by_processor: dict[str, list[Held]] = {}
    for held in whose.values():
        for hop, controllers in held:
            if hop.is_processor:
                by_processor.setdefault(hop.recipient, []).append((hop, controllers))
    if party is not None:
        register.party(party)
        keys = [party]
    else:
        keys = sorted(by_processor, key=lambda key: key != register.holder)
    around = _Around.of(register, on, whose, tables)
    return tuple(
        ProcessorRecord(register.party(key), on, tuple(_rows(around, key, by_processor.get(key, []))))
        for key in keys
    )


@dataclass(frozen=True, slots=True)
class _Around:
    register: Register
    on: date
    seen: dict[str, Seen]
    sent: dict[tuple[str, str], list[Held]]
    """The flows by activity and sender."""
    moved: dict[tuple[str, Spot], list[Transfer]]
    """The transfers that each flow makes: a flow far down is in the rows of all above it."""

    def made_by(self, hop: Hop) -> Sequence[Transfer]:
        """The transfers that a flow makes."""
        return self.moved.get((hop.activity, spot(hop)), ())

    @classmethod
    def of(cls, register: Register, on: date, whose: dict[str, list[Held]], tables: Tables | None) -> _Around:
        sent: dict[tuple[str, str], list[Held]] = {}
        for activity, held in whose.items():
            for one in held:
                sent.setdefault((activity, one[0].sender), []).append(one)
        moved: dict[tuple[str, Spot], list[Transfer]] = {}
        for made in transfers(register, on=on, tables=tables):
            if made.hop is not None:
                moved.setdefault((made.activity, spot(made.hop)), []).append(made)
        return cls(register, on, {one.activity.key: one for one in register.seen()}, sent, moved)


def _rows(around: _Around, processor: str, received: list[Held]) -> Iterator[ProcessorRow]:
    grouped: dict[tuple[str, object], list[Hop]] = {}
    words: dict[object, Text | None] = {}
    for hop, controllers in received:
        for category in hop.flow.processing or (None,):
            name: object = (
                category if isinstance(category, str) or category is None else tuple(sorted(category.items()))
            )
            words[name] = category
            for controller in controllers:
                grouped.setdefault((controller, name), []).append(hop)
    first: dict[str, int] = {}
    for controller, _ in grouped:
        first.setdefault(controller, len(first))
    for (controller, name), held in sorted(grouped.items(), key=lambda item: first[item[0][0]]):
        shares = tuple(_shares(around, processor, controller, held))
        yield ProcessorRow(
            controller=around.register.party(controller),
            category=words[name],
            transfers=tuple(dict.fromkeys(moved for one in shares for moved in one.transfers)),
            security=_once(said for one in shares for said in one.security),
            paths=tuple(dict.fromkeys(hop.path for hop in held)),
            shares=shares,
        )


def _shares(around: _Around, processor: str, controller: str, held: list[Hop]) -> Iterator[ProcessorShare]:
    by_activity: dict[str, list[Hop]] = {}
    for hop in held:
        by_activity.setdefault(hop.activity, []).append(hop)
    for activity, hops in by_activity.items():
        moved = tuple(dict.fromkeys(_transfers(around, processor, controller, hops)))
        yield ProcessorShare(
            activity,
            moved,
            _once(said for hop in hops for said in _security(around, processor, hop)),
            tuple(dict.fromkeys(hop.path for hop in hops)),
            None if moved else next(_silences(around, hops), None),
        )


def _once(every: Iterable[Said]) -> tuple[Said, ...]:
    return tuple({id(said.value): said for said in every}.values())


def _silences(around: _Around, hops: list[Hop]) -> Iterator[Absence]:
    """What is said of transfers where there are none to be seen, or else of where the data are."""
    seen = around.seen.get(hops[0].activity)
    told = (seen.activity, *(general for _, general in seen.at(around.on).generals)) if seen else ()
    flows = [hop.flow for hop in hops]
    said = (one.absences.get("transfers") for one in (*flows, *told))
    yield from (one for one in (*said, *(flow.absences.get("countries") for flow in flows)) if one)


def _transfers(around: _Around, processor: str, controller: str, hops: list[Hop]) -> Iterator[Transfer]:
    """What comes in from outside, and what the processor and those below it send on for that controller."""
    for hop in hops:
        yield from around.made_by(hop)
        todo, met = [processor], {processor}
        while todo:
            for onward, controllers in around.sent.get((hop.activity, todo.pop()), ()):
                if controller not in controllers:
                    continue
                yield from around.made_by(onward)
                if onward.is_processor and onward.recipient not in met:
                    met.add(onward.recipient)
                    todo.append(onward.recipient)


def _security(around: _Around, processor: str, hop: Hop) -> Iterator[Said]:
    """The processor's measures: those of its own entry, and those of the activity that are its."""
    party = around.register.party(processor)
    for measure, end in zip(party.security, segments(party.security), strict=True):
        if measure.holds(around.on) and around.register.measure(measure).holds(around.on):
            yield Said(measure, f"parties.{processor}.security.{end}", False)
    seen = around.seen.get(hop.activity)
    for said in seen.said("security", around.on) if seen else ():
        own: Measure = around.register.measure(said.value)
        owner = own.by or (around.register.holder if processor == around.register.holder else None)
        if owner == processor:
            yield said
