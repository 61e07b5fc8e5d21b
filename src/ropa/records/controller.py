"""The record of Article 30(1): what a party does as controller, letter by letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ropa.law import Role, Tables
from ropa.model import Absence, Activity, Hop, Party, Register, Said, Seen
from ropa.model.asked import one_register
from ropa.model.hop_day import in_force
from ropa.model.text import as_day
from ropa.records.behalf import Held, by_activity
from ropa.transfer import Transfer, transfers

APART = (Role.AUTHORITY_INQUIRY, Role.OWN_STAFF)
"""Roles that are not recipients in the sense of Article 4(9) and (10): shown apart."""


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
        own = self.activity.absences.get(field)
        said = (general.absences.get(field) for _, general in self.seen.generals)
        return own or next((one for one in said if one), None)


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
    by_controller: dict[str, list[Seen]] = {}
    for seen in register.seen():
        for key in register.controllers_of(seen.activity):
            by_controller.setdefault(key, []).append(seen)
    if party is not None:
        register.party(party)
        keys = [party]
    else:
        keys = sorted(by_controller, key=lambda key: key != register.holder)
    moved = _by_activity(register, as_day(on), tables)
    return tuple(
        ControllerRecord(
            register.party(key),
            on,
            tuple(
                _entry(register, key, seen.at(on), on, moved)
                for seen in by_controller.get(key, ())
                if seen.activity.holds(on)
            ),
        )
        for key in keys
    )


@dataclass(frozen=True, slots=True)
class _Moved:
    """What moves in each activity: every flow with the controllers it is for, and the transfers of the day."""

    hops: dict[str, list[Held]]
    transfers: dict[str, list[Transfer]]


def _by_activity(register: Register, on: date, tables: Tables | None) -> _Moved:
    # past and planned flows too: to whom data have been or will be disclosed
    hops = in_force(register, (hop for hop in register.flows() if hop.is_said(on)), on)
    moved = _Moved(by_activity(register, hops, on), {})
    for transfer in transfers(register, on=on, tables=tables):
        moved.transfers.setdefault(transfer.activity, []).append(transfer)
    return moved


def _entry(register: Register, controller: str, seen: Seen, on: date, moved: _Moved) -> ControllerEntry:
    activity = seen.activity
    everyone = register.controllers_of(activity)
    joint = register.are_joint(activity, on=on)
    held = moved.hops.get(activity.key, ())
    hops = [hop for hop, keys in held if controller in keys]
    away = [hop for hop in hops if hop.recipient != controller]
    paths = {(hop.path, hop.sender) for hop in hops}
    return ControllerEntry(
        activity=activity,
        seen=seen,
        on=on,
        joint_with=tuple(register.party(key) for key in everyone if key != controller) if joint else (),
        recipients=tuple(hop for hop in away if not _is_apart(hop)),
        not_recipients=tuple(hop for hop in away if _is_apart(hop)),
        sources=tuple(hop for hop, _ in held if hop.recipient == controller),
        transfers=tuple(
            one
            for one in moved.transfers.get(activity.key, ())
            if not one.recipient or (one.path, one.sender) in paths
        ),
    )


def _is_apart(hop: Hop) -> bool:
    return bool(hop.role) and all(role in APART for role in hop.role)
