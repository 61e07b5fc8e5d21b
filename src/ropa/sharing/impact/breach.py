"""A personal data breach at a party: what it may touch, and who tells whom (Articles 33 and 34).

Nothing here decides. Whether a breach is notified turns on the risk, which a person weighs; the register only shows
what there is to be weighed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
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

ON_ITS_OWN = {Role.CONTROLLER, Role.JOINT_CONTROLLER, Role.AUTHORITY_INQUIRY}
"""Recipients that answer for what they hold themselves."""
ON_BEHALF = {Role.PROCESSOR, Role.OWN_STAFF}
AUTHORITY = "supervisory-authority"
PROCESSOR_TELLS, CONTROLLER_TELLS, PEOPLE_ARE_TOLD = "33(2)", "33(1)", "34"


def breach_at(register: Register, party: str, on: date) -> Impact:
    """What a breach at a party touches on a day: whatever it may hold, in each activity and for each controller.

    Of a known member of a category it also is what the category holds. Which part of that is the member's own is not
    recorded, so all of it is only possible.
    """
    key = party_called(register, party)
    reach = Reach.of(register, on)
    touched: list[Touched] = []
    told: dict[tuple[str, str], None] = {}
    weighed: dict[str, dict[Indicator, None]] = {}
    for named, activity in _where(register, reach, key):
        spread = reach[activity]
        held = next(held_in(spread, spread.everything, named), None)
        if held is None:
            continue

        def own(of: Iterable[str], named: str = named) -> tuple[str, ...]:
            return tuple([key if one == named else one for one in of])  # a member acts by itself

        upward = tuple([(who, whom) for who, whom in map(own, _upward(spread, held)) if who != whom])
        told.update(dict.fromkeys(upward))
        answers = own(_answer_for(spread, held))
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
                answers,
                parties_of(held.path) or (key,),
                held.possible or named != key,
                member_of=named if named != key else "",
            )
        )
    notices = [Notification(who, whom, PROCESSOR_TELLS) for who, whom in told]
    notices += _controllers(register, weighed)
    return Impact(register, on, {"breach": key}, tuple(touched), tuple(notices))


def _where(register: Register, reach: Reach, key: str) -> Iterator[tuple[str, str]]:
    """Under which name a party may hold something in which activity: its own, or that of a category it is one of."""
    categories = [one.key for one in register.parties if key in one.members and one.key != key]
    for named in (key, *categories):
        yield from ((named, activity) for activity in reach.by_party.get(named, ()))


def _upward(spread: Spread, held: Holding) -> Iterator[tuple[str, str]]:
    """Who tells whom on the way back to the controllers: every processor whoever sent it the data."""
    here = {at: spread.possible.at[at] for at in spread.possible.of(held.party)}
    behalf, tells = frozenset(held.customers), dict[str, dict[str, None]]()
    for way in before(spread, here, spread.possible):
        if not way.hop.is_processor:
            continue
        senders = way.hop.controllers if way.hop.sender == PEOPLE else (way.hop.sender,)
        for whom in (one for sender in senders for one in _meant(spread, held, behalf, sender)):
            if whom != way.hop.recipient:
                tells.setdefault(way.hop.recipient, {})[whom] = None
    # a processor's chain ends where a controller on its own account got the data
    waiting, reached = [held.party], {held.party}
    for who in waiting:
        for whom in tells.get(who, ()):
            yield who, whom
            if whom not in reached:
                reached.add(whom)
                waiting.append(whom)


def _meant(spread: Spread, held: Holding, behalf: Collection[str], sender: str) -> tuple[str, ...]:
    """Who a sender is for what is held: of a category of controllers, those for whom it is held."""
    matter = spread.matter
    if sender not in matter.among or sender in behalf:
        return (sender,)
    return matter.narrowed(held.customers, matter.tag(sender)) or (sender,)


def _answer_for(spread: Spread, held: Holding) -> tuple[str, ...]:
    """The controllers that assess: those on whose behalf it is held, and whoever receives it for itself.

    Where it is open what the recipient is, both: it may be either.
    """
    if held.controls:
        return held.customers
    ways = (way for way in spread.ways if way.hop.recipient == held.party and spread.carried(way))
    roles = [way.hop.role or (None,) for way in ways]
    said = {one for role in roles for one in role}
    itself = (held.party,) if said - ON_BEHALF else ()
    return (*itself, *(one for one in held.customers if not said or said - ON_ITS_OWN))


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
