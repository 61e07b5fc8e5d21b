"""A personal data breach at a party: what it may touch, and who tells whom (Articles 33 and 34).

Nothing here decides. Whether a breach is notified turns on the risk, which a person weighs; the register only shows
what there is to be weighed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ropa.law import Role
from ropa.model import PEOPLE, Register
from ropa.model.data import BROUGHT
from ropa.sharing.answer import parties_of
from ropa.sharing.holders import Holding, held_in
from ropa.sharing.impact.result import Impact, Indicator, Notification, Touched
from ropa.sharing.impact.whom import party_called
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread
from ropa.sharing.walk import before

ON_ITS_OWN = {Role.CONTROLLER, Role.JOINT_CONTROLLER}
AUTHORITY = "supervisory-authority"
PROCESSOR_TELLS, CONTROLLER_TELLS, PEOPLE_ARE_TOLD = "33(2)", "33(1)", "34"


def breach_at(register: Register, party: str, on: date) -> Impact:
    """What a breach at a party touches on a day: whatever it may hold, in each activity and for each controller."""
    key = party_called(register, party)
    reach = Reach.of(register, on)
    touched: list[Touched] = []
    told: dict[tuple[str, str], None] = {}
    weighed: dict[str, dict[Indicator, None]] = {}
    for activity in reach.by_party.get(key, ()):
        spread = reach[activity]
        held = next(held_in(spread, spread.everything, key), None)
        if held is None:
            continue
        upward = tuple(_upward(spread, key))
        told.update(dict.fromkeys(upward))
        answers = _answer_for(held)
        signs = tuple(_indicators(reach, activity, held))
        for controller in answers:
            weighed.setdefault(controller, {}).update(dict.fromkeys(signs))
        between = (one for pair in upward for one in pair)
        concerned = tuple(one for one in dict.fromkeys((*between, *answers)) if one != key)
        touched.append(
            Touched(
                activity,
                concerned,
                held.tokens,
                held.customers,
                parties_of(held.path) or (key,),
                held.possible,
            )
        )
    notices = [Notification(who, whom, PROCESSOR_TELLS) for who, whom in told]
    notices += _controllers(register, weighed)
    return Impact(register, on, {"breach": key}, tuple(touched), tuple(notices))


def _upward(spread: Spread, party: str) -> Iterator[tuple[str, str]]:
    """Who tells whom on the way back to the controllers: every processor whoever sent it the data."""
    here = {at: spread.possible.at[at] for at in spread.possible.of(party)}
    seen: dict[tuple[str, str], None] = {}
    for way in before(spread, here, spread.possible):
        if not way.hop.is_processor:
            continue
        senders = way.hop.controllers if way.hop.sender == PEOPLE else (way.hop.sender,)
        seen.update(((way.hop.recipient, sender), None) for sender in senders)
    # a processor's chain ends where a controller on its own account got the data
    waiting, reached = [party], {party}
    for who in waiting:
        for one, whom in seen:
            if one == who:
                yield one, whom
                if whom not in reached:
                    reached.add(whom)
                    waiting.append(whom)


def _answer_for(held: Holding) -> tuple[str, ...]:
    """The controllers that assess: those on whose behalf it is held; a recipient that is a controller, itself."""
    hop = held.hop
    if held.controls or (hop is not None and hop.role and set(hop.role) <= ON_ITS_OWN):
        return (held.party,)
    return held.customers


def _indicators(reach: Reach, activity: str, held: Holding) -> Iterator[Indicator]:
    """What of the activity stands out among what is held: kinds of data, and people."""
    seen = reach.seen.get(activity)
    if seen is None:
        return
    items, people = ({one for pair in held.tokens for one in pair[place : place + 1]} for place in (0, 1))
    for item in seen.values("personal_data", reach.on):
        for field in BROUGHT if item.kind in items else ():
            value = item.says(field)
            if value:
                yield Indicator(field, item.kind, value.value if hasattr(value, "value") else "")
    for one in seen.values("data_subjects", reach.on):
        if one.kind in people:
            yield from (
                Indicator(field, one.kind) for field in ("children", "vulnerable") if getattr(one, field)
            )
            if one.number:
                yield Indicator("number", one.kind, one.number)


def _controllers(register: Register, weighed: dict[str, dict[Indicator, None]]) -> Iterable[Notification]:
    for controller, signs in weighed.items():
        authority = register.party(controller).supervisory_authority
        yield Notification(controller, AUTHORITY, CONTROLLER_TELLS, tuple(signs), authority)
    for controller, signs in weighed.items():
        yield Notification(controller, PEOPLE, PEOPLE_ARE_TOLD, tuple(signs))
