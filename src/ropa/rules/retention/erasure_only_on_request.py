"""Data that are no longer needed go only when somebody asks."""

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


@rule(
    "ROPA252",
    article="5(1)(e)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="retention",
    profile="accountability",
)
def erasure_only_on_request(register: Register, on: date) -> Iterator[Place]:
    """Something ends, and from then on data are erased only if the person asks for it or does it: without that they stay.

    It is no fault where another time limit of the activity ends without anybody asking.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, retention: {starts: end-of-contract, when: At the request of the customer, then: erase}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, retention: {starts: end-of-contract, period: P1Y, then: erase}}]
    ```
    """
    for one in stated(register, on, "retention"):
        if _waits_for_a_request(one.value) and not all(_ends_by_itself(each, on) for each in one.activities):
            words = [one.value.when or one.value.criterion or ""]
            facts = {
                "starts": named(register, [one.value.starts or ""], "events"),
                "words": named(register, words),
            }
            yield Place(one.path, facts)


def _waits_for_a_request(said: Retention) -> bool:
    if said.period is not None or said.starts is None:
        return False
    return any(lexicon("retention", "on-request").finds(text) for text in (said.when, said.criterion))


def _ends_by_itself(one: Controlled, on: date) -> bool:
    limits = (said.value for said in one.seen.said("retention", on))
    return any(
        said.period is not None or (said.starts and said.then and not _waits_for_a_request(said))
        for said in limits
    )
