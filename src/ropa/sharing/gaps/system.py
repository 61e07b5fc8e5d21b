"""Systems that another party runs and to which no flow goes: it holds data that the chain does not show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from ropa.model import Hop, Register, System
from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named


def without_flow(look: Look) -> Iterator[Gap]:
    """Every system in use that is run by a party which is no controller of the activity and receives nothing in it.

    A system that no activity names is looked at too: some flow of the register has to reach whoever runs it.
    """
    systems = {one.key: one for one in look.register.systems if one.operated_by and one.holds(look.on)}
    if not systems:
        return
    used: set[str] = set()
    for activity, seen in look.reach.seen.items():
        here = [(said.value, said.path) for said in seen.said("systems", look.on)]
        here += [(key, one.path) for one in seen.said("storage", look.on) for key in one.value.systems]
        used.update(key for key, _ in here)
        held = {
            *look.reach.matter_controllers(activity),
            *_receiving(look.register, look.reach.hops[activity]),
        }
        for key, path in here:
            if key in systems and systems[key].operated_by not in held:
                yield _gap(systems[key], path, activity)
    left = [one for key, one in systems.items() if key not in used]
    held = {look.register.holder or "", *_receiving(look.register, look.hops())} if left else set()
    yield from (_gap(one, f"systems.{one.key}", "") for one in left if one.operated_by not in held)


def _receiving(register: Register, hops: Iterable[Hop]) -> Iterator[str]:
    """Whoever receives something, the known members of a category included."""
    recipients = dict.fromkeys(hop.recipient for hop in hops)
    return chain(recipients, *(register.party(one).members for one in recipients))


def _gap(system: System, path: str, activity: str) -> Gap:
    return Gap(
        kind=GapKind.SYSTEM_WITHOUT_FLOW,
        at=(path,),
        article="30(1)(d)",
        activities=named(activity),
        recipient=system.operated_by or "",
        system=system.key,
    )
