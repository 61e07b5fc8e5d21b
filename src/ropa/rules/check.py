"""Reads a register as an inspector would, on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ropa.glossary import LANGUAGES, markup, spoken
from ropa.law import Tables
from ropa.model import Observation, Register, Waiver
from ropa.model.asked import one_register
from ropa.model.pause import no_collecting
from ropa.model.text import as_day
from ropa.rules.coverage import Coverage, coverage
from ropa.rules.finding import Finding
from ropa.rules.found import RULES
from ropa.rules.rule import Place, Rule
from ropa.rules.select import Selection, selection

__all__ = ["CheckReport", "Coverage", "Waived", "check", "coverage"]


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding somebody answers for."""

    finding: Finding
    waiver: Waiver


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
    rules: tuple[Rule, ...] = ()
    """The rules that were asked, in their order."""

    def _repr_html_(self) -> str:
        said = [
            f"{one.level.value} {one.code} {one.where}: {one.message(self.language)}" for one in self.findings
        ]
        return markup.listing(self.on.isoformat(), said, self.language)


@no_collecting()
def check(
    register: Register,
    *,
    on: date,
    rules: Iterable[Rule] = RULES,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    tables: Tables | None = None,
) -> CheckReport:
    """Findings in the order of the rules and the register, waived ones apart, and coverage per provision.

    `select` and `ignore` hold codes or names of rules, `article:46`, `theme:transfers`, `profile:art30-strict`,
    `certainty:recorded` or `level:error`: what `select` means and `ignore` does not is told. `UnknownEntry` for a word
    that means nothing. `tables` are dated tables with rows of your own; the library's where none are given.
    """
    one_register(register, tables)
    on = as_day(on)
    every = tuple(rules)
    chosen = selection(select, ignore, every)
    asked = tuple(one for one in every if chosen.runs(one))
    known = frozenset(word for one in every for word in (one.code, one.name))
    findings: list[Finding] = []
    waived: list[Waived] = []
    waivers = _Waivers(register, on)
    for one in asked:
        for finding in _found(one(register, on, tables), one, chosen, known):
            waiver = waivers.of(finding)
            if waiver:
                waived.append(Waived(finding, waiver))
            else:
                findings.append(finding)
    speaks = spoken(register.language)
    answered = coverage(register, on=on)
    return CheckReport(
        on, tuple(findings), tuple(waived), register.observations, answered, speaks, rules=asked
    )


def _found(
    places: Iterable[Place], rule: Rule, chosen: Selection, known: frozenset[str]
) -> Iterable[Finding]:
    """What a rule finds of what is asked for, each fault once."""
    seen = (Finding(rule, place) for place in places if place.unless not in known)
    found = [one for one in seen if chosen.keeps(one)]
    # what is said in general is met in every activity it covers; it is one fault all the same
    at = Counter((one.where, one.article) for one in found)
    return {
        (one.where, one.article, one.message() if at[one.where, one.article] > 1 else ""): one
        for one in found
    }.values()


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
        rules = [finding.code, finding.name]
        if finding.place.of:
            rules += [f"{rule}:{finding.place.of}" for rule in rules]
        asked = ((rule, at) for at in _covering(finding.where) for rule in rules)
        found = [self.first[one] for one in asked if one in self.first]
        return self.all[min(found)] if found else None


def _covering(where: str) -> Iterator[str | None]:
    """The paths a waiver may name to cover a place: none, every entry the place stands in, the place itself."""
    yield None
    yield from (where[:end] for end, mark in enumerate(where) if mark == ".")
    yield where
