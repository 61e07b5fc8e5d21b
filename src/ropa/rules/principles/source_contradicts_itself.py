"""A source says two things that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Entry, Part, Register
from ropa.model.spot import segments
from ropa.rules.controlled import controlled
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule

CONTRADICTED = "contradicted"


@rule("ROPA123", article="5(1)(a)", duty=Duty.GOOD_PRACTICE, theme="principles", profile="accountability")
def source_contradicts_itself(register: Register, on: date) -> Iterator[Place]:
    """What stands in the register is contradicted by the very source it was drawn from.

    One finding for each activity or general entry, with the places in it.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    sources: [{key: statement, title: Privacy statement}]
    activities:
      - {key: orders, personal_data: {kind: email, required: true, evidence: {at: L12, for: required, reading: contradicted}}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    sources: [{key: statement, title: Privacy statement}]
    activities: [{key: orders, personal_data: {kind: email, required: true, evidence: L12}}]
    ```
    """
    if not register.sources:
        return
    ledger = controlled(register, on)
    for one in ledger.activities:
        yield from _of(register, one.path, one.seen.activity, on)
    for said in ledger.said:
        yield from _of(register, said.path, said.general, on)


def _of(register: Register, path: str, entry: Entry, on: date) -> Iterator[Place]:
    found = list(_contradicted(entry, "", on))
    if found:
        yield Place(path, {"places": named(register, [one or path for one in found])})


def _contradicted(part: Part, path: str, on: date) -> Iterator[str]:
    """Where in an entry a source contradicts what is said, by the path within it."""
    todo: list[tuple[Part, str]] = [(part, path)]
    while todo:
        one, at = todo.pop()
        if isinstance(one, Entry):
            if not one.holds(on):
                continue
            if any(evidence.reading == CONTRADICTED for evidence in one.evidence):
                yield at
        todo += reversed(list(_within(one, at)))


def _within(part: Part, path: str) -> Iterator[tuple[Part, str]]:
    for name, value in part:
        if isinstance(value, Part):
            yield value, f"{path}.{name}".lstrip(".")
        elif isinstance(value, tuple) and value and name != "evidence" and isinstance(value[0], Part):
            ends = segments(value)
            yield from (
                (one, f"{path}.{name}.{end}".lstrip(".")) for end, one in zip(ends, value, strict=True)
            )
