"""What is there to be weighed by each controller after a breach, and the two assessments that it makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ropa.law import Role
from ropa.model import PEOPLE, Register
from ropa.model.data import BROUGHT
from ropa.model.text import Text
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
    whose: dict[Text | None, set[Text | None]] = {}
    for kind, person in tokens:
        whose.setdefault(kind, set()).add(person)
    people = {person for _, person in tokens}
    for item in seen.values("personal_data", reach.on):
        there = whose.get(item.kind, set())
        # the same kind may be said of others in another way: those of whom this is not said do not bring it
        is_among = there and (not item.subjects or None in there or not there.isdisjoint(item.subjects))
        for field in BROUGHT if is_among else ():
            value = item.says(field)
            if value:
                yield Indicator(field, item.kind, value.value if hasattr(value, "value") else "")
    for one in seen.values("data_subjects", reach.on):
        if one.kind in people:
            yield from (Indicator(field, one.kind) for field in ("children", "vulnerable") if one.says(field))
            if one.number:
                yield Indicator("number", one.kind, one.number)


class Weighed:
    """What is there to be weighed by one controller, whether it surely is one, and whether data surely are there."""

    def __init__(self) -> None:
        self._signs: dict[Indicator, bool] = {}
        self.is_sure = False
        self.is_held = False

    def add(self, signs: Iterable[Indicator], *, is_sure: bool, is_held: bool) -> None:
        """What stands out among data, and whether these surely are there: what some data surely say, is sure."""
        for sign in signs:
            self._signs[sign] = self._signs.get(sign, False) or is_held
        self.is_sure = self.is_sure or is_sure
        self.is_held = self.is_held or is_held

    @property
    def signs(self) -> tuple[Indicator, ...]:
        """All of it; what is said by data that may not be there is marked."""
        return tuple(replace(sign, possible=not is_held) for sign, is_held in self._signs.items())


def assessments(register: Register, weighed: Mapping[str, Weighed]) -> Iterator[Notification]:
    """Each controller assesses whether to notify the authority, and whether people are told."""
    for whom, article in ((AUTHORITY, CONTROLLER_TELLS), (PEOPLE, PEOPLE_ARE_TOLD)):
        for controller, one in weighed.items():
            yield Notification(
                controller,
                whom,
                article,
                one.signs,
                register.party(controller).supervisory_authority if whom == AUTHORITY else None,
                if_role=None if one.is_sure else Role.CONTROLLER,
                if_who="" if one.is_sure else controller,
                possible=not one.is_held,
            )
