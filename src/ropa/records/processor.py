"""The record of Article 30(2): what a party does as processor, one row per controller and category of processing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter

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
    on = as_day(on)
    whose = by_activity(register, register.flows(on=on), on)
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
    alike: Mapping[str, int]
    """Of which kind each controller is: those of one kind have part in the same flows, so their rows say the same."""
    sent: dict[tuple[str, str, int], list[Hop]]
    """The flows by activity, sender and kind of controllers they are for."""
    moved: dict[tuple[str, Spot], list[Transfer]]
    """The transfers that each flow makes: a flow far down is in the rows of all above it."""
    measures: dict[tuple[str, str], tuple[Said, ...]]
    """The measures of each processor in each activity, as far as they were asked for."""

    def made_by(self, hop: Hop) -> Sequence[Transfer]:
        """The transfers that a flow makes."""
        return self.moved.get((hop.activity, spot(hop)), ())

    def security(self, processor: str, activity: str) -> tuple[Said, ...]:
        """The processor's measures in an activity."""
        asked = processor, activity
        if asked not in self.measures:
            self.measures[asked] = _once(_security(self, processor, activity))
        return self.measures[asked]

    @classmethod
    def of(cls, register: Register, on: date, whose: dict[str, list[Held]], tables: Tables | None) -> _Around:
        together = dict.fromkeys(keys for held in whose.values() for _, keys in held)
        alike = _alike(together)
        kinds = {keys: tuple(dict.fromkeys(alike[key] for key in keys)) for keys in together}
        sent: dict[tuple[str, str, int], list[Hop]] = {}
        for activity, held in whose.items():
            for hop, keys in held:
                for kind in kinds[keys]:
                    sent.setdefault((activity, hop.sender, kind), []).append(hop)
        moved: dict[tuple[str, Spot], list[Transfer]] = {}
        for made in transfers(register, on=on, tables=tables):
            if made.hop is not None:
                moved.setdefault((made.activity, spot(made.hop)), []).append(made)
        seen = {one.activity.key: one for one in register.seen()}
        return cls(register, on, seen, alike, sent, moved, {})


def _alike(together: Iterable[tuple[str, ...]]) -> Mapping[str, int]:
    """Tells controllers apart by the rows in which they stand: of one kind are those that are always together."""
    among: dict[str, list[int]] = {}
    for number, keys in enumerate(together):
        for key in keys:
            among.setdefault(key, []).append(number)
    kinds: dict[tuple[int, ...], int] = {}
    return {key: kinds.setdefault(tuple(numbers), len(kinds)) for key, numbers in among.items()}


def _rows(around: _Around, processor: str, received: list[Held]) -> Iterator[ProcessorRow]:
    together: dict[tuple[str, ...], list[tuple[int, Hop]]] = {}
    for place, (hop, controllers) in enumerate(received):
        together.setdefault(controllers, []).append((place, hop))
    by_kind: dict[int, list[tuple[int, Hop]]] = {}
    for controllers, several in together.items():
        for kind in dict.fromkeys(around.alike[key] for key in controllers):
            by_kind.setdefault(kind, []).extend(several)
    rows: dict[int, tuple[ProcessorRow, ...]] = {}
    for controller in dict.fromkeys(key for controllers in together for key in controllers):
        kind, party = around.alike[controller], around.register.party(controller)
        if kind not in rows:
            held = [hop for _, hop in sorted(by_kind[kind], key=itemgetter(0))]
            rows[kind] = tuple(_of_one(around, processor, party, held))
        yield from (replace(row, controller=party) for row in rows[kind])


def _of_one(
    around: _Around, processor: str, controller: Party, received: list[Hop]
) -> Iterator[ProcessorRow]:
    """The rows of one controller, from the flows that go for it."""
    grouped: dict[object, list[Hop]] = {}
    words: dict[object, Text | None] = {}
    for hop in received:
        for category in hop.flow.processing or (None,):
            name: object = (
                category if isinstance(category, str) or category is None else tuple(sorted(category.items()))
            )
            words[name] = category
            grouped.setdefault(name, []).append(hop)
    for name, held in grouped.items():
        shares = tuple(_shares(around, processor, around.alike[controller.key], held))
        yield ProcessorRow(
            controller=controller,
            category=words[name],
            transfers=tuple(dict.fromkeys(moved for one in shares for moved in one.transfers)),
            security=_once(said for one in shares for said in one.security),
            paths=tuple(dict.fromkeys(hop.path for hop in held)),
            shares=shares,
        )


def _shares(around: _Around, processor: str, kind: int, held: list[Hop]) -> Iterator[ProcessorShare]:
    by_activity: dict[str, list[Hop]] = {}
    for hop in held:
        by_activity.setdefault(hop.activity, []).append(hop)
    for activity, hops in by_activity.items():
        moved = tuple(dict.fromkeys(_transfers(around, processor, kind, hops)))
        yield ProcessorShare(
            activity,
            moved,
            around.security(processor, activity),
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


def _transfers(around: _Around, processor: str, kind: int, hops: list[Hop]) -> Iterator[Transfer]:
    """What comes in from outside, and what the processor and those below it send on for these controllers."""
    yield from around.made_by(hops[0])
    activity, todo, met = hops[0].activity, [processor], {processor}
    while todo:
        for onward in around.sent.get((activity, todo.pop(), kind), ()):
            yield from around.made_by(onward)
            if onward.is_processor and onward.recipient not in met:
                met.add(onward.recipient)
                todo.append(onward.recipient)
    for hop in hops[1:]:
        yield from around.made_by(hop)


def _security(around: _Around, processor: str, activity: str) -> Iterator[Said]:
    """The processor's measures: those of its own entry, and those of the activity that are its."""
    party = around.register.party(processor)
    for measure, end in zip(party.security, segments(party.security), strict=True):
        if measure.holds(around.on) and around.register.measure(measure).holds(around.on):
            yield Said(measure, f"parties.{processor}.security.{end}", False)
    seen = around.seen.get(activity)
    for said in seen.said("security", around.on) if seen else ():
        own: Measure = around.register.measure(said.value)
        owner = own.by or (around.register.holder if processor == around.register.holder else None)
        if owner == processor:
            yield said
