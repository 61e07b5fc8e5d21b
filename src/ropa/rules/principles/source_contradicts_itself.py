"""A source says two things that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.fields import cards
from ropa.law import Duty
from ropa.model import Activity, Entry, General, Part, Register
from ropa.rules.controlled import controlled
from ropa.rules.naming import Fact, named
from ropa.rules.rule import Place, rule
from ropa.wording import Wording

CONTRADICTED = "contradicted"


@rule("ROPA123", article="5(1)(a)", duty=Duty.GOOD_PRACTICE, theme="principles", profile="accountability")
def source_contradicts_itself(register: Register, on: date) -> Iterator[Place]:
    """What stands in the register is contradicted by the very source it was drawn from.

    One finding for each activity or general entry, with what is contradicted in it.

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
    found = list(_contradicted(entry, on))
    if found:
        yield Place(path, {"places": _together(register, found)})


def _contradicted(part: Part, on: date) -> Iterator[Entry]:
    """What in an entry a source contradicts."""
    todo = [part]
    while todo:
        one = todo.pop()
        if isinstance(one, Entry):
            if not one.holds(on):
                continue
            if any(evidence.reading == CONTRADICTED for evidence in one.evidence):
                yield one
        todo += reversed(list(_within(one)))


def _within(part: Part) -> Iterator[Part]:
    for name, value in part:
        if isinstance(value, Part):
            yield value
        elif isinstance(value, tuple) and name != "evidence":
            yield from (one for one in value if isinstance(one, Part))


def _together(register: Register, found: list[Entry]) -> Fact:
    def said(language: str) -> str:
        words = Wording(register, language)
        return named(register, [_told(words, one) for one in found])(language)

    return said


def _told(words: Wording, one: Entry) -> str:
    """What an entry is, and what of it the source contradicts; an activity or a general entry only that."""
    doubted = {
        name for evidence in one.evidence if evidence.reading == CONTRADICTED for name in evidence.for_
    }
    told = (
        doubted or {"name"}
        if isinstance(one, (Activity, General))
        else {*one.headline, *one.identity, *doubted}
    )
    return words.part(one, leave=frozenset(card.key for card in cards(type(one))) - told - {one.bare})
