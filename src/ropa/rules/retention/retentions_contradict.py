"""Two time limits for the same data say different things."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register, Retention
from ropa.model.seen import Said
from ropa.rules.controlled import controlled
from ropa.rules.lexicon import lexicon
from ropa.rules.rule import Place, rule
from ropa.rules.span import days, period


@rule(
    "ROPA251",
    article="30(1)(f)",
    duty=Duty.WHERE_POSSIBLE,
    certainty=Certainty.LIKELY,
    theme="retention",
)
def retentions_contradict(register: Register, on: date) -> Iterator[Place]:
    """For the same data, from the same event, under the same condition and to the same end, two periods differ.

    Two that the register itself marks as contradicted are left alone: it says so already. So are those of which the words
    say "up to", "respectively" or on what it depends.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: orders
        personal_data: [name, email]
        retention: [{period: P2Y, starts: delivery, covers: name}, {period: P5Y, starts: delivery, covers: [name, email]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: orders
        retention:
          - {key: first, period: P2Y, starts: delivery, then: pseudonymise}
          - {key: last, period: P5Y, starts: delivery, then: erase}
    ```
    """
    for one in controlled(register, on).activities:
        first: dict[object, Said] = {}
        for said in one.seen.said("retention", on):
            if said.value.period is None or _is_marked(said.value) or _is_one_of_several(said.value):
                continue
            for sort in _sorts(said.value):
                before = first.setdefault(sort, said)
                if days(before.value.period) != days(said.value.period):
                    facts = {
                        "one": period(register, before.value.period),
                        "other": period(register, said.value.period),
                    }
                    yield Place(said.path, facts, variant="" if said.value.starts else "unstarted")
                    break


def _is_marked(said: Retention) -> bool:
    return any(one.reading == "contradicted" for one in said.evidence)


def _is_one_of_several(said: Retention) -> bool:
    """Whether its words say that it is a longest one, or one of several that depend on something."""
    return any(lexicon("retention", "one-of-several").finds(words) for words in (said.criterion, said.when))


def _sorts(said: Retention) -> Iterator[object]:
    """For each kind of data: all that must be the same for two periods to contradict."""
    for kind in said.covers or (None,):
        yield kind, said.starts, said.when, said.where, frozenset(said.then), said.possible, said.then_for
