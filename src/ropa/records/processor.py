"""The record of Article 30(2): what a party does as processor, one row per controller and category of processing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ropa.law import Tables
from ropa.model import Hop, Measure, Party, Register, Said, Seen
from ropa.model.asked import one_register
from ropa.model.spot import segments
from ropa.model.text import Text, as_day
from ropa.records.behalf import Held, by_activity
from ropa.transfer import Transfer, transfers_of


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


@dataclass(frozen=True, slots=True)
class ProcessorRecord:
    """The record of all categories of processing of one processor on a day (Article 30(2))."""

    party: Party
    """(a) the processor, its contact, representative and data protection officer."""
    on: date
    rows: tuple[ProcessorRow, ...]


def processor_records(
    register: Register, party: str | None = None, *, on: date, tables: Tables | None = None
) -> tuple[ProcessorRecord, ...]:
    """The 30(2) record of a party, or of every processor of the register, the holder first.

    Only what a party receives *as processor*, and nothing else it might be, makes a row; a controller of whose data a flow
    is known to have none has no part in it. `tables` are dated tables with
    rows of your own; the library's where none are given.
    """
    one_register(register)
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
    tables: Tables | None

    @classmethod
    def of(cls, register: Register, on: date, whose: dict[str, list[Held]], tables: Tables | None) -> _Around:
        sent: dict[tuple[str, str], list[Held]] = {}
        for activity, held in whose.items():
            for one in held:
                sent.setdefault((activity, one[0].sender), []).append(one)
        return cls(register, on, {one.activity.key: one for one in register.seen()}, sent, tables)


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
    for (controller, name), held in grouped.items():
        yield ProcessorRow(
            controller=around.register.party(controller),
            category=words[name],
            transfers=tuple(dict.fromkeys(_transfers(around, processor, controller, held))),
            security=tuple(
                {id(said.value): said for hop in held for said in _security(around, processor, hop)}.values()
            ),
            paths=tuple(dict.fromkeys(hop.path for hop in held)),
        )


def _transfers(around: _Around, processor: str, controller: str, hops: list[Hop]) -> Iterator[Transfer]:
    """What comes in from outside, and what the processor and those below it send on for that controller."""
    for hop in hops:
        yield from transfers_of(around.register, hop, on=around.on, tables=around.tables)
        todo, met = [processor], {processor}
        while todo:
            for onward, controllers in around.sent.get((hop.activity, todo.pop()), ()):
                if controller not in controllers:
                    continue
                yield from transfers_of(around.register, onward, on=around.on, tables=around.tables)
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
