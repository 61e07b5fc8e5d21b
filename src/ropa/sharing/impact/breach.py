"""A personal data breach at a party: what it may touch, and who tells whom (Articles 33 and 34).

Nothing here decides. Whether a breach is notified turns on the risk, which a person weighs; the register only shows
what there is to be weighed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ropa.law import Role
from ropa.model import PEOPLE, Register
from ropa.sharing.impact.arranged import arranged
from ropa.sharing.impact.inquiry import on_inquiry
from ropa.sharing.impact.membership import categories_of, holding_members
from ropa.sharing.impact.notification import Notification
from ropa.sharing.impact.other_days import other_days
from ropa.sharing.impact.result import Impact
from ropa.sharing.impact.row import rows
from ropa.sharing.impact.touched import Touched
from ropa.sharing.impact.upward import Tells, upward
from ropa.sharing.impact.weighed import Weighed, assessments, indicators
from ropa.sharing.impact.whom import party_called
from ropa.sharing.reach import Reach

PROCESSOR_TELLS = "33(2)"


def breach_at(register: Register, party: str, on: date) -> Impact:
    """What a breach at a party touches on a day: whatever it may hold, in each activity and for each controller.

    A row for each path: its data came by that path for those controllers, and only they are weighed by these. Of a
    known member of a category it also is what the category holds. Which part of that is the member's own is not
    recorded, so all of it is only possible.
    """
    key = party_called(register, party)
    reach = Reach.of(register, on)
    touched: list[Touched] = []
    told: dict[tuple[str, str], Tells] = {}
    weighed: dict[str, Weighed] = {}
    for named, activity in _where(register, reach, key):
        spread = reach[activity]

        def own(of: Iterable[str], named: str = named) -> tuple[str, ...]:
            return tuple([key if one == named else one for one in of])  # a member acts by itself

        for pair, turns_on in upward(spread, named).items():
            who, whom, if_who = own((*pair, turns_on.if_who))
            if who != whom:
                tells = Tells(if_who, turns_on.possible or named != key)
                told[who, whom] = told.get((who, whom), tells).or_else(tells)
        for one in rows(spread, named):
            answers, undecided = own(one.answer), own(one.undecided)
            signs = tuple(indicators(reach, activity, one.tokens))
            for controller in answers:
                weighed.setdefault(controller, Weighed()).add(
                    signs, is_sure=controller not in undecided, is_held=not (one.possible or named != key)
                )
            passed = (end for end in reversed(own(one.path)) if end != PEOPLE)
            touched.append(
                Touched(
                    activity,
                    tuple(end for end in dict.fromkeys((*passed, *answers)) if end != key),
                    one.tokens,
                    answers,
                    one.path,
                    one.possible or named != key,
                    member_of=named if named != key else "",
                    holding_open=one.holding_open or (named != key and not one.possible),
                    open_roles=undecided,
                    not_simply=one.not_simply,
                )
            )
    notices = [
        Notification(
            who,
            whom,
            PROCESSOR_TELLS,
            if_role=Role.PROCESSOR if turns_on.if_who else None,
            if_who=turns_on.if_who,
            possible=turns_on.possible,
        )
        for (who, whom), turns_on in told.items()
    ]
    answering: dict[str, list[str]] = {}
    for part in touched:
        answering.setdefault(part.activity, []).extend(part.customers)
    return Impact(
        register,
        on,
        {"breach": key},
        tuple(touched),
        (*notices, *assessments(register, weighed)),
        other_days=tuple(other_days(register, key, on, answering)),
        arranged=tuple(arranged(register, on, answering)),
        members=holding_members(register, reach, key),
        law_enforcement=on_inquiry(reach, key, touched),
    )


def _where(register: Register, reach: Reach, key: str) -> Iterator[tuple[str, str]]:
    """Under which name a party may hold something in which activity: its own, or that of a category it is one of."""
    for named in (key, *categories_of(register, key)):
        yield from ((named, activity) for activity in reach.by_party.get(named, ()))
