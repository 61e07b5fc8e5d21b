"""Something Article 30 asks for stands nowhere in the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ropa.fields import FieldCard, cards
from ropa.law import Certainty, Duty
from ropa.model import Absence, Activity, Entry, Party, Register
from ropa.records import (
    ControllerEntry,
    ControllerRecord,
    ProcessorRecord,
)
from ropa.rules.awaited import said as awaited, variant
from ropa.rules.naming import Fact, entry as called, named
from ropa.rules.recorded import as_controller, as_processor
from ropa.rules.rule import Place, rule

ASKED = (Duty.SHALL, Duty.WHERE_POSSIBLE)


@rule("ROPA001", article="30(1)", duty=Duty.SHALL)
def item_missing(register: Register, on: date) -> Iterator[Place]:
    """Something that Article 30 asks for is neither given nor declared absent. One finding for each field card.

    As a processor: the processor and each controller it works for, what it does, and its measures.

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
    found: dict[tuple[str, str], Place] = {}
    for place in _places(register, on):  # the same party may stand in both records: it is told once
        found.setdefault((place.at, place.of), place)
    yield from found.values()


def _places(register: Register, on: date) -> Iterator[Place]:
    if register.holder is None:
        yield from _missing(register, ("holder",), Register)
        return
    if not register.activities:
        yield from _missing(register, ("activities",), Register)
    for record in as_controller(register, on):
        yield from _of_controller(register, record)
    for processed in as_processor(register, on):
        if processed.rows:
            yield from _of_processor(register, processed)


def _of_controller(register: Register, record: ControllerRecord) -> Iterator[Place]:
    if record.entries or not register.activities:
        yield from _of(register, f"parties.{record.party.key}", record.party, "30(1)")
    for joint in {party.key: party for entry in record.entries for party in entry.joint_with}.values():
        yield from _of(register, f"parties.{joint.key}", joint, "30(1)(a)")
    guarded = any(one.holds(record.on) for one in record.party.security)  # in everything it does
    for entry in record.entries:
        said = {key: one for _, general in entry.seen.generals for key, one in general.absences.items()}
        said |= entry.activity.absences
        given = tuple(
            card.key
            for card in cards(Activity)
            if _given(entry, card) or (guarded and card.article == "30(1)(g)" and card.key not in said)
        )
        yield from _of(register, entry.seen.path, entry.activity, "30(1)", given, said)


def _of_processor(register: Register, record: ProcessorRecord) -> Iterator[Place]:
    """(a) who processes, and for whom; (b) what is done; (d) the measures."""
    for one in (record.party, *_controllers(register, record)):
        for place in _of(register, f"parties.{one.key}", one, "30(1)(a)"):
            yield replace(place, article="30(2)(a)")
    for row in record.rows:
        for path in row.paths if row.category is None else ():
            yield from _of(register, path, _flow(register, path), "30(2)(b)")
    bare = [path for row in record.rows if not row.security for path in row.paths]
    if bare:
        whole = all(not row.security for row in record.rows)
        for place in _of(register, f"parties.{record.party.key}", record.party, "30(2)(d)", holding=False):
            yield place if whole else replace(place, facts={**place.facts, "what": _each(register, bare)})


def _controllers(register: Register, record: ProcessorRecord) -> tuple[Party, ...]:
    """On whose behalf, by name: of a category its known members, as another rule tells where there is none."""
    found: dict[str, None] = {}
    for one in (row.controller for row in record.rows):
        found |= dict.fromkeys(one.members if one.named is False else (one.key,))
    return tuple(register.party(key) for key in found)


def _each(register: Register, paths: Sequence[str]) -> Fact:
    """The flows at these paths."""
    return lambda language: named(register, [called(register, path)(language) for path in paths])(language)


def _given(entry: ControllerEntry, card: FieldCard) -> bool:
    """Whether an activity answers a field: flows that only bring data in name no recipient."""
    return bool(entry.recipients if card.key == "flows" else entry.seen.values(card.attribute, entry.on))


def _flow(register: Register, path: str) -> Entry:
    found = register.entry(path)
    assert isinstance(found, Entry)
    return found


def _of(
    register: Register,
    path: str,
    entry: Entry,
    article: str,
    given: tuple[str, ...] = (),
    absences: Mapping[str, Absence] | None = None,
    *,
    holding: bool = True,
) -> Iterator[Place]:
    """What the fields of an entry that answer a provision lack; `holding`: what the entry itself gives counts."""
    declared = entry.absences if absences is None else absences
    for card in cards(type(entry)):
        if card.duty not in ASKED or not card.article.startswith(article) or card.key in given:
            continue
        if holding and not isinstance(entry, Activity) and getattr(entry, card.attribute, None):
            continue
        absence = declared.get(card.key) or (declared.get("recipients") if card.key == "flows" else None)
        if absence is None or absence.state == "unknown":
            yield _place(register, path, card, absence)


def _missing(register: Register, keys: tuple[str, ...], owner: type) -> Iterator[Place]:
    yield from (_place(register, "", card, None) for card in cards(owner) if card.key in keys)


def _place(register: Register, path: str, card: FieldCard, absence: Absence | None) -> Place:
    return Place(
        path,
        {
            "field": card.label,
            "key": card.key,
            "what": called(register, path),
            "absence": awaited(register, absence),
        },
        article=card.article,
        duty=card.duty,
        certainty=Certainty.RECORDED if absence is None else Certainty.LIKELY,
        of=card.key,
        variant=variant(absence),
    )
