"""A waiver names a rule that there is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.model.spot import segments
from ropa.rules.rule import Place, rule


@rule("ROPA301", article="5(2)", duty=Duty.GOOD_PRACTICE, theme="waivers", profile="accountability")
def waiver_of_unknown_rule(register: Register, on: date) -> Iterator[Place]:
    """A waiver for a rule that goes by no such code or name: it covers nothing. A rule of one's own in the check counts.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    waivers: [{rule: items-missing, reason: The lawyers have it, by: An, until: 2027-01-31}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    waivers: [{rule: item-missing, reason: The lawyers have it, by: An, until: 2027-01-31}]
    ```
    """
    from ropa.rules.found import RULES  # of which this is one

    known = {word for one in RULES for word in (one.code, one.name)}
    for end, one in zip(segments(register.waivers), register.waivers, strict=True):
        word = one.rule.partition(":")[0]  # behind it may stand which fault of the rule
        if word not in known and one.holds(on):
            yield Place(f"waivers.{end}", {"rule": one.rule}, unless=word)
