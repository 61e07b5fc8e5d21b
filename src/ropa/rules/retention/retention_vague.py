"""How long data are kept is said in words that fit any data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register, Retention
from ropa.rules.controlled import Controlled
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule
from ropa.rules.stated import stated


@rule("ROPA240", article="30(1)(f)", duty=Duty.WHERE_POSSIBLE, certainty=Certainty.LIKELY, theme="retention")
def retention_vague(register: Register, on: date) -> Iterator[Place]:
    """A time limit is given as "as long as necessary" or the like: no period, and no criterion that somebody could apply.

    What is said so in general is no fault where every activity it covers has a limit of its own besides.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, retention: We keep orders no longer than necessary}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, retention: [Until the cake has been eaten, {period: P2Y, starts: delivery}]}]
    ```
    """
    for one in stated(register, on, "retention"):
        if _is_vague(one.value) and not (
            one.general and all(_has_its_own(activity, on) for activity in one.activities)
        ):
            yield Place(one.path, {"criterion": named(register, [one.value.criterion])})


def _is_vague(said: Retention) -> bool:
    return said.period is None and lexicon("retention", "vague", "purpose-met").finds(said.criterion)


def _has_its_own(activity: Controlled, on: date) -> bool:
    """Whether an activity has a limit besides what is said in general: one of its own, or a period."""
    return any(
        said.value.period is not None or not (said.general or _is_vague(said.value))
        for said in activity.seen.said("retention", on)
    )
