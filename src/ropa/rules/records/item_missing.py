"""Something Article 30 asks for stands nowhere in the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ropa.fields import FieldCard, cards
from ropa.glossary import phrase
from ropa.law import Certainty, Duty
from ropa.model import Absence, Activity, Entry, Register
from ropa.records import (
    ControllerEntry,
    ControllerRecord,
    ProcessorRecord,
)
from ropa.rules.recorded import as_controller, as_processor
from ropa.rules.rule import Place, rule

ASKED = (Duty.SHALL, Duty.WHERE_POSSIBLE)


@rule("ROPA001", article="30(1)", duty=Duty.SHALL)
def item_missing(register: Register, on: date) -> Iterator[Place]:
    """Something that Article 30 asks for is neither given nor declared absent. One finding for each field card.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, contact: {email: info@bakery.example}}]
    activities:
      - {key: wages, name: Wages, data_subjects: employees, personal_data: salary, absences: {flows: none}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, contact: {email: info@bakery.example}}]
    activities:
      - key: wages
        name: Wages
        purposes: Paying wages
        data_subjects: employees
        personal_data: salary
        retention: {period: P7Y, starts: end-of-employment}
        security: Only the owner has access
        absences: {flows: none}
    ```
    """
    if register.holder is None:
        yield from _missing("", register, ("holder",), Register)
        return
    if not register.activities:
        yield from _missing("", register, ("activities",), Register)
    for record in as_controller(register, on):
        yield from _of_controller(record, bool(register.activities))
    for processed in as_processor(register, on):
        yield from _of_processor(register, processed)


def _of_controller(record: ControllerRecord, has_activities: bool) -> Iterator[Place]:
    if record.entries or not has_activities:
        yield from _of(f"parties.{record.party.key}", record.party, "30(1)")
    for joint in {party.key: party for entry in record.entries for party in entry.joint_with}.values():
        yield from _of(f"parties.{joint.key}", joint, "30(1)(a)")
    for entry in record.entries:
        given = tuple(card.key for card in cards(Activity) if _given(entry, card))
        said = {key: one for _, general in entry.seen.generals for key, one in general.absences.items()}
        yield from _of(entry.seen.path, entry.activity, "30(1)", given, {**said, **entry.activity.absences})


def _of_processor(register: Register, record: ProcessorRecord) -> Iterator[Place]:
    if record.rows:
        yield from _of(f"parties.{record.party.key}", record.party, "30(1)(a)")
    for row in record.rows:
        if row.category is None:
            yield from (place for path in row.paths for place in _of(path, _flow(register, path), "30(2)(b)"))


def _given(entry: ControllerEntry, card: FieldCard) -> bool:
    """Whether an activity answers a field: flows that only bring data in name no recipient."""
    return bool(entry.recipients if card.key == "flows" else entry.seen.values(card.attribute, entry.on))


def _flow(register: Register, path: str) -> Entry:
    found = register.entry(path)
    assert isinstance(found, Entry)
    return found


def _of(
    path: str,
    entry: Entry,
    article: str,
    given: tuple[str, ...] = (),
    absences: Mapping[str, Absence] | None = None,
) -> Iterator[Place]:
    declared = entry.absences if absences is None else absences
    for card in cards(type(entry)):
        if card.duty not in ASKED or not card.article.startswith(article) or card.key in given:
            continue
        if not isinstance(entry, Activity) and getattr(entry, card.attribute, None):
            continue
        absence = declared.get(card.key) or (declared.get("recipients") if card.key == "flows" else None)
        if absence is None or absence.state == "unknown":
            yield _place(path, card, Certainty.RECORDED if absence is None else Certainty.LIKELY)


def _missing(path: str, register: Register, keys: tuple[str, ...], owner: type) -> Iterator[Place]:
    yield from (_place(path, card, Certainty.RECORDED) for card in cards(owner) if card.key in keys)


def _place(path: str, card: FieldCard, certainty: Certainty) -> Place:
    return Place(
        path,
        {"field": card.label, "key": card.key, "what": path or _the_register},
        article=card.article,
        duty=card.duty,
        certainty=certainty,
        of=card.key,
    )


def _the_register(language: str) -> str:
    return phrase("rules.words.register", language)
