"""What is there to be weighed by each controller after a breach, and the two assessments that it makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ropa.law import Role
from ropa.model import PEOPLE, Register
from ropa.model.data import BROUGHT
from ropa.sharing.impact.notification import Indicator, Notification
from ropa.sharing.reach import Reach
from ropa.sharing.tokens import Token

AUTHORITY = "supervisory-authority"
CONTROLLER_TELLS, PEOPLE_ARE_TOLD = "33(1)", "34"


def indicators(reach: Reach, activity: str, tokens: tuple[Token, ...]) -> Iterator[Indicator]:
    """What of the activity stands out among these tokens: kinds of data, and people."""
    seen = reach.seen.get(activity)
    if seen is None:
        return
    items, people = ({one for pair in tokens for one in pair[place : place + 1]} for place in (0, 1))
    for item in seen.values("personal_data", reach.on):
        for field in BROUGHT if item.kind in items else ():
            value = item.says(field)
            if value:
                yield Indicator(field, item.kind, value.value if hasattr(value, "value") else "")
    for one in seen.values("data_subjects", reach.on):
        if one.kind in people:
            yield from (Indicator(field, one.kind) for field in ("children", "vulnerable") if one.says(field))
            if one.number:
                yield Indicator("number", one.kind, one.number)


class Weighed:
    """What is there to be weighed by one controller, and whether it surely is one."""

    def __init__(self) -> None:
        self.signs: dict[Indicator, None] = {}
        self.is_sure = False

    def add(self, signs: Iterable[Indicator], *, is_sure: bool) -> None:
        self.signs.update(dict.fromkeys(signs))
        self.is_sure = self.is_sure or is_sure


def assessments(register: Register, weighed: Mapping[str, Weighed]) -> Iterator[Notification]:
    """Each controller assesses whether to notify the authority, and whether people are told."""
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
