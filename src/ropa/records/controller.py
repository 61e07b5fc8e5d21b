"""The record of Article 30(1): what a party does as controller, letter by letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ropa.law import Tables
from ropa.model import Absence, Activity, Hop, Party, Register, Said, Seen
from ropa.model.asked import one_register
from ropa.model.hop_day import in_force
from ropa.model.text import as_day
from ropa.records.behalf import Held, by_activity
from ropa.sharing.apart import is_apart
from ropa.transfer import Transfer, transfers


@dataclass(frozen=True, slots=True)
class ControllerEntry:
    """One activity in the record of a controller. What is said in general is in it, and marked so."""

    activity: Activity
    seen: Seen
    """The activity with the general entries that hold on the day."""
    on: date
    joint_with: tuple[Party, ...]
    """(a) the joint controllers, where there are any."""
    recipients: tuple[Hop, ...]
    """(d) to whom the data have been or will be disclosed; past and planned ones have days of validity."""
    not_recipients: tuple[Hop, ...]
    """Authorities in a particular inquiry and own staff (4(9), 4(10))."""
    sources: tuple[Hop, ...]
    """Flows to the controller: where data come from."""
    transfers: tuple[Transfer, ...]
    """(e) to which third countries, on the day."""

    def said(self, field: str) -> tuple[Said, ...]:
        """Every value of a field of the activity that holds on the day, its own first, then those said in general."""
        return self.seen.said(field, self.on)

    def absence(self, field: str) -> Absence | None:
        """What the activity says where a field has no value, or else what is said in general."""
        return self.seen.absence(field, self.on)


@dataclass(frozen=True, slots=True)
class ControllerRecord:
    """The record of processing activities of one controller on a day (Article 30(1))."""

    party: Party
    """(a) the controller, its contact, representative and data protection officer."""
    on: date
    entries: tuple[ControllerEntry, ...]


def controller_records(
    register: Register, party: str | None = None, *, on: date, tables: Tables | None = None
) -> tuple[ControllerRecord, ...]:
    """The 30(1) record of a party, or of every controller of the register, the holder first.

    A party that is controller of nothing has a record without entries if it is asked for by name.
    `tables` are dated tables with rows of your own; the library's where none are given. `UnknownEntry` where there is
    no such party.
    """
    one_register(register, tables)
    on = as_day(on)
    by_controller: dict[str, list[Seen]] = {}
    for seen in register.seen():
        for key in register.controllers_of(seen.activity):
            by_controller.setdefault(key, []).append(seen)
    if party is not None:
        register.party(party)
        keys = [party]
    else:
        keys = sorted(by_controller, key=lambda key: key != register.holder)
    around = _around(register, on, tables)
    return tuple(
        ControllerRecord(
            register.party(key),
            on,
            tuple(
                _entry(around[seen.activity.key], key, seen.at(on), on)
                for seen in by_controller.get(key, ())
                if seen.activity.holds(on)
            ),
        )
        for key in keys
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """What the controllers of one activity have in it, looked up by controller: there may be thousands."""

    controllers: tuple[Party, ...]
    place: Mapping[str, int]
    joint: bool
    recipients: Mapping[str, list[Hop]]
    not_recipients: Mapping[str, list[Hop]]
    sources: Mapping[str, list[Hop]]
    transfers: Sequence[Transfer]
    makers: Mapping[tuple[str, str], frozenset[str]]
    """For which controllers the flows with a path and sender that make transfers go."""

    @classmethod
    def of(
        cls, register: Register, activity: Activity, held: Iterable[Held], made: Sequence[Transfer], on: date
    ) -> _Around:
        everyone = register.controllers_of(activity)
        to: dict[str, list[Hop]] = {}
        apart: dict[str, list[Hop]] = {}
        sources: dict[str, list[Hop]] = {}
        making = {(one.path, one.sender) for one in made}
        makers: dict[tuple[str, str], set[str]] = {}
        for hop, keys in held:
            here = apart if is_apart(hop) else to
            for key in keys:
                if key != hop.recipient:
                    here.setdefault(key, []).append(hop)
            sources.setdefault(hop.recipient, []).append(hop)
            if (hop.path, hop.sender) in making:
                makers.setdefault((hop.path, hop.sender), set()).update(keys)
        return cls(
            controllers=tuple(register.party(key) for key in everyone),
            place={key: at for at, key in enumerate(everyone)},
            joint=register.are_joint(activity, on=on),
            recipients=to,
            not_recipients=apart,
            sources=sources,
            transfers=made,
            makers={maker: frozenset(keys) for maker, keys in makers.items()},
        )

    def joint_with(self, controller: str) -> tuple[Party, ...]:
        """The other controllers, where they are joint."""
        at = self.place[controller]
        return self.controllers[:at] + self.controllers[at + 1 :] if self.joint else ()

    def concerns(self, one: Transfer, controller: str) -> bool:
        """Whether a transfer is made by a flow that goes for a controller, or by none."""
        return not one.recipient or controller in self.makers.get((one.path, one.sender), ())


def _around(register: Register, on: date, tables: Tables | None) -> Mapping[str, _Around]:
    # past and planned flows too: to whom data have been or will be disclosed
    hops = in_force(register, (hop for hop in register.flows() if hop.is_said(on)), on)
    whose = by_activity(register, hops, on)
    moved: dict[str, list[Transfer]] = {}
    for transfer in transfers(register, on=on, tables=tables):
        moved.setdefault(transfer.activity, []).append(transfer)
    return {
        one.key: _Around.of(register, one, whose.get(one.key, ()), moved.get(one.key, ()), on)
        for one in register.activities
        if one.holds(on)
    }


def _entry(around: _Around, controller: str, seen: Seen, on: date) -> ControllerEntry:
    return ControllerEntry(
        activity=seen.activity,
        seen=seen,
        on=on,
        joint_with=around.joint_with(controller),
        recipients=tuple(around.recipients.get(controller, ())),
        not_recipients=tuple(around.not_recipients.get(controller, ())),
        sources=tuple(around.sources.get(controller, ())),
        transfers=tuple(one for one in around.transfers if around.concerns(one, controller)),
    )
