"""What happens to the data is told by somebody else's statement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.model.text import Text
from ropa.rules.controlled import controlled
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule
from ropa.rules.stated import stated


@rule(
    "ROPA276",
    article="13(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="notices",
    profile="accountability",
)
def information_left_to_others(register: Register, on: date) -> Iterator[Place]:
    """For what a cookie or a recipient does with the data, people are sent to a statement of that party: it is not told here.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: counters}]
    activities: [{key: site, flows: {recipient: counters, note: "For what they do with it, see their privacy statement."}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: counters}]
    activities: [{key: site, flows: {recipient: counters, note: They count visits.}}]
    ```
    """
    for one in stated(register, on, "cookies"):
        if _sends_away(one.value.note):
            yield Place(one.path, {"words": named(register, [one.value.note])})
    mine = {one.key for one in controlled(register, on).activities}
    told: set[str] = set()
    for hop in register.flows(on=on):
        if hop.activity in mine and hop.path not in told and _sends_away(hop.flow.note):
            told.add(hop.path)
            yield Place(hop.path, {"words": named(register, [hop.flow.note or ""])})


def _sends_away(note: Text | None) -> bool:
    return lexicon("notices", "statement-of-another").finds(note)
