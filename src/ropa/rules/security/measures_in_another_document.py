"""The security measures stand in a document that the register does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Measure, Register
from ropa.model.text import sayings
from ropa.rules.guarded import guarded
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule("ROPA254", article="30(1)(g)", duty=Duty.WHERE_POSSIBLE, certainty=Certainty.LIKELY, theme="security")
def measures_in_another_document(register: Register, on: date) -> Iterator[Place]:
    """For the measures themselves the register points to a policy that is not among its sources, and says no other.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, security: As described in our information security policy}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    sources: [{key: policy, title: Information security policy}]
    parties: [{key: bakery}]
    activities: [{key: orders, security: As described in our information security policy}]
    ```
    """
    titles = [title.casefold() for one in register.sources for title in sayings(one.title)]
    for one in guarded(register, on):
        if one.measures and all(_is_elsewhere(measure, titles) for _, measure in one.measures):
            first, _ = one.measures[0]
            said = [measure.text for _, measure in one.measures]
            yield Place(first, {"document": named(register, said)}, article=one.article)


def _is_elsewhere(measure: Measure, titles: list[str]) -> bool:
    if not lexicon("security", "elsewhere").finds(measure.text):
        return False
    return not any(title in said.casefold() for said in sayings(measure.text) for title in titles if title)
