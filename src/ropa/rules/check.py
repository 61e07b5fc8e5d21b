"""Reads a register as an inspector would, on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ropa.fields import FieldCard, cards
from ropa.glossary import LANGUAGES, markup, phrase
from ropa.model import Activity, Observation, Register, Waiver
from ropa.model.text import as_day
from ropa.records import ControllerEntry, controller_records
from ropa.rules.finding import Finding
from ropa.rules.found import RULES
from ropa.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding somebody answers for."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the holder's 30(1) record answers one provision: in how many activities, and how."""

    article: str
    given: int = 0
    general: int = 0
    """Said in general only, where it is asked of each category."""
    declared: int = 0
    """Declared that there is none, or that it does not apply."""
    unknown: int = 0
    blank: int = 0


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check gives. Observations are a person's and stand apart from what rules found."""

    on: date
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    observations: tuple[Observation, ...]
    coverage: tuple[Coverage, ...]
    language: str = LANGUAGES[0]
    """The language of the register, for whoever looks at the report without asking for one."""

    def _repr_html_(self) -> str:
        said = [
            f"{one.level.value} {one.code} {one.where}: {one.message(self.language)}" for one in self.findings
        ]
        more = phrase("notebook.more", self.language, number=len(said) - markup.MOST)
        return markup.heading(self.on.isoformat()) + markup.lines(said, more)


def check(register: Register, *, on: date, rules: Iterable[Rule] = RULES) -> CheckReport:
    """Findings in the order of the rules and the register, waived ones apart, and coverage per letter."""
    on = as_day(on)
    findings: list[Finding] = []
    waived: list[Waived] = []
    waivers = _Waivers(register, on)
    for one in rules:
        seen = (Finding(one, place) for place in one(register, on))
        # what is said in general is met in every activity it covers; it is one fault all the same
        for finding in {(found.where, found.article, found.message()): found for found in seen}.values():
            waiver = waivers.of(finding)
            if waiver:
                waived.append(Waived(finding, waiver))
            else:
                findings.append(finding)
    speaks = register.language if register.language in LANGUAGES else LANGUAGES[0]
    answered = coverage(register, on=on)
    return CheckReport(on, tuple(findings), tuple(waived), register.observations, answered, speaks)


class _Waivers:
    """The waivers that hold on a day, found by rule and place; where several cover a finding, the first does."""

    def __init__(self, register: Register, on: date) -> None:
        self.all = register.waivers
        self.first: dict[tuple[str, str | None], int] = {}
        for number, one in enumerate(self.all):
            if one.holds(on) and not (one.until and one.until < on):
                self.first.setdefault((one.rule, one.at), number)

    def of(self, finding: Finding) -> Waiver | None:
        """The waiver that covers a finding, if any."""
        if not self.first:
            return None
        asked = ((rule, at) for at in _covering(finding.where) for rule in (finding.code, finding.name))
        found = [self.first[one] for one in asked if one in self.first]
        return self.all[min(found)] if found else None


def _covering(where: str) -> Iterator[str | None]:
    """The paths a waiver may name to cover a place: none, every entry the place stands in, the place itself."""
    yield None
    yield from (where[:end] for end, mark in enumerate(where) if mark == ".")
    yield where


def coverage(register: Register, *, on: date) -> tuple[Coverage, ...]:
    """For every provision of Article 30(1) an activity answers: given, declared absent, unknown or blank."""
    counts: dict[str, dict[str, int]] = {}
    records = controller_records(register, register.holder, on=on) if register.holder else ()
    entries = [entry for record in records for entry in record.entries]
    asked = [card for card in cards(Activity) if card.article.startswith("30(1)(")]
    for card in asked:
        counts.setdefault(
            card.article, dict.fromkeys(("given", "general", "declared", "unknown", "blank"), 0)
        )
    for entry in entries:
        for article, held in counts.items():
            states = {_state(entry, card) for card in asked if card.article == article}
            worst = next(
                state for state in ("blank", "unknown", "declared", "general", "given") if state in states
            )
            held[worst] += 1
    return tuple(Coverage(article, **held) for article, held in counts.items())


def _state(entry: ControllerEntry, card: FieldCard) -> str:
    key = card.key
    absence = entry.absence(key)
    said = tuple(one for one in entry.said(card.attribute) if not (card.each and one.general))
    given = entry.recipients if key == "flows" else said
    if given or (key == "transfers" and entry.transfers):
        return "given"
    if key == "flows" and absence is None:
        absence = entry.absence("recipients")
    if absence is None:
        return "general" if entry.said(card.attribute) and card.each else "blank"
    return "unknown" if absence.state == "unknown" else "declared"
