"""A waiver does not say why, who answers for it, or until when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ropa.fields import FieldCard, cards
from ropa.law import Duty
from ropa.model import Register, Waiver
from ropa.model.spot import segments
from ropa.rules.rule import Place, rule


@rule("ROPA303", article="5(2)", duty=Duty.GOOD_PRACTICE, theme="waivers", profile="accountability")
def waiver_incomplete(register: Register, on: date) -> Iterator[Place]:
    """A waiver without a reason, without anybody who answers for it, or without a last day.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    waivers: [{rule: item-missing, reason: The lawyers have it}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    waivers: [{rule: item-missing, reason: The lawyers have it, by: An, until: 2027-01-31}]
    ```
    """
    for end, one in zip(segments(register.waivers), register.waivers, strict=True):
        lacking = tuple(card for card in cards(Waiver) if card.key in _lacking(one))
        if lacking and one.holds(on):
            keys = ", ".join(card.key for card in lacking)
            yield Place(f"waivers.{end}", {"rule": one.rule, "fields": _labels(lacking), "keys": keys})


def _lacking(one: Waiver) -> set[str]:
    last = one.until or one.valid_until
    return {name for name, said in (("reason", one.reason), ("by", one.by), ("until", last)) if not said}


def _labels(lacking: tuple[FieldCard, ...]) -> Callable[[str], str]:
    return lambda language: ", ".join(card.label(language) for card in lacking)
