"""A personal data breach at a party: what it may touch, and who tells whom (Articles 33 and 34).

Nothing here decides. Whether a breach is notified turns on the risk, which a person weighs; the register only shows
what there is to be weighed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from ropa.law import Role
from ropa.model import PEOPLE, Register
from ropa.model.data import BROUGHT
from ropa.sharing.answer import parties_of
from ropa.sharing.holders import Holding, held_in
from ropa.sharing.impact.result import Impact, Indicator, Notification, Touched
from ropa.sharing.impact.whom import party_called
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread, Way
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
    told: dict[tuple[str, str], str] = {}
    weighed: dict[str, _Weighed] = {}
    for named, activity in _where(register, reach, key):
        spread = reach[activity]
        held = next(held_in(spread, spread.everything, named), None)
        if held is None:
            continue

        def own(of: Iterable[str], named: str = named) -> tuple[str, ...]:
            return tuple([key if one == named else one for one in of])  # a member acts by itself

        upward: list[tuple[str, str]] = []
        for pair, turns_on in _upward(spread, held).items():
            who, whom, *if_who = own((*pair, turns_on))
            if who != whom:
                upward.append((who, whom))
                told[who, whom] = (
                    told.get((who, whom), if_who[0]) and if_who[0]
                )  # sure in one activity is sure
        received = _received_as(spread, held)
        itself = _answers_itself(held, received)
        answers = own(_answer_for(held, received, itself))
        signs = tuple(_indicators(reach, activity, held))
        for controller in answers:
            is_sure = controller != key or itself is not None
            weighed.setdefault(controller, _Weighed()).add(signs, is_sure=is_sure)
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
                role_open=itself is None,
            )
        )
    notices = [
        Notification(
            who, whom, PROCESSOR_TELLS, if_role=Role.PROCESSOR if turns_on else None, if_who=turns_on
        )
        for (who, whom), turns_on in told.items()
    ]
    notices += _controllers(register, weighed)
    return Impact(register, on, {"breach": key}, tuple(touched), tuple(notices))


def _where(register: Register, reach: Reach, key: str) -> Iterator[tuple[str, str]]:
    """Under which name a party may hold something in which activity: its own, or that of a category it is one of."""
    categories = [one.key for one in register.parties if key in one.members and one.key != key]
    for named in (key, *categories):
        yield from ((named, activity) for activity in reach.by_party.get(named, ()))


def _upward(spread: Spread, held: Holding) -> dict[tuple[str, str], str]:
    """Who tells whom on the way back to the controllers: every processor whoever sent it the data.

    With each on whose being a processor it turns, where that is open; nothing where it is sure.
    """
    here = {at: spread.possible.at[at] for at in spread.possible.of(held.party)}
    behalf, tells = frozenset(held.customers), dict[str, dict[str, bool]]()
    for way in before(spread, here, spread.possible):
        if not _may_be_processor(spread, way):
            continue
        senders = way.hop.controllers if way.hop.sender == PEOPLE else (way.hop.sender,)
        for whom in (one for sender in senders for one in _meant(spread, held, behalf, sender)):
            if whom != way.hop.recipient:
                those = tells.setdefault(way.hop.recipient, {})
                those[whom] = those.get(whom, False) or way.hop.is_processor
    # a processor's chain ends where a controller on its own account got the data
    found: dict[tuple[str, str], str] = {}
    waiting, reached = [held.party], {held.party: ""}
    for who in waiting:
        for whom, is_sure in tells.get(who, {}).items():
            found[who, whom] = reached[who] or ("" if is_sure else who)
            if whom not in reached:
                reached[whom] = found[who, whom]
                waiting.append(whom)
    return found


def _may_be_processor(spread: Spread, way: Way) -> bool:
    if way.hop.is_processor:
        return True
    is_open = not way.hop.role or Role.PROCESSOR in way.hop.role
    return is_open and way.hop.recipient not in spread.matter.among


def _meant(spread: Spread, held: Holding, behalf: Collection[str], sender: str) -> tuple[str, ...]:
    """Who a sender is for what is held: of a category of controllers, those for whom it is held."""
    matter = spread.matter
    if sender not in matter.among or sender in behalf:
        return (sender,)
    return matter.narrowed(held.customers, matter.tag(sender)) or (sender,)


def _received_as(spread: Spread, held: Holding) -> tuple[Sequence[Role], ...]:
    """As what it gets the data by each flow that brings some: one role, several (undecided) or none (not stated)."""
    return tuple(
        way.hop.role for way in spread.ways if way.hop.recipient == held.party and spread.carried(way)
    )


def _answers_itself(held: Holding, received: Collection[Sequence[Role]]) -> bool | None:
    """Whether it answers for what it holds; None where it is open what it is."""
    if held.controls or any(roles and ON_ITS_OWN.issuperset(roles) for roles in received):
        return True
    return False if all(roles and ON_BEHALF.issuperset(roles) for roles in received) else None


def _answer_for(held: Holding, received: Collection[Sequence[Role]], itself: bool | None) -> tuple[str, ...]:
    """The controllers that assess: those on whose behalf it is held, and whoever receives it for itself.

    Where it is open what the recipient is, both: it may be either.
    """
    if held.controls:
        return held.customers
    for_others = not received or any(not roles or set(roles) - ON_ITS_OWN for roles in received)
    return (*(() if itself is False else (held.party,)), *(held.customers if for_others else ()))


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


class _Weighed:
    """What is there to be weighed by one controller, and whether it surely is one."""

    def __init__(self) -> None:
        self.signs: dict[Indicator, None] = {}
        self.is_sure = False

    def add(self, signs: Iterable[Indicator], *, is_sure: bool) -> None:
        self.signs.update(dict.fromkeys(signs))
        self.is_sure = self.is_sure or is_sure


def _controllers(register: Register, weighed: Mapping[str, _Weighed]) -> Iterable[Notification]:
    for controller, one in weighed.items():
        authority = register.party(controller).supervisory_authority
        role = None if one.is_sure else Role.CONTROLLER
        turns_on = "" if one.is_sure else controller
        yield Notification(
            controller, AUTHORITY, CONTROLLER_TELLS, tuple(one.signs), authority, role, turns_on
        )
    for controller, one in weighed.items():
        role = None if one.is_sure else Role.CONTROLLER
        turns_on = "" if one.is_sure else controller
        yield Notification(
            controller, PEOPLE, PEOPLE_ARE_TOLD, tuple(one.signs), if_role=role, if_who=turns_on
        )
