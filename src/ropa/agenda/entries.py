"""What the entries of a register put on an agenda: terms, ends, and what is to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ropa.agenda.dated import Dated, dated
from ropa.agenda.item import Due, DueKind
from ropa.agenda.span import Intervals, later
from ropa.agenda.walk import Met, is_over, walk
from ropa.fields import cards
from ropa.glossary import known
from ropa.model import Absence, Activity, Agreement, Certification, Part, Party, Register, System, Waiver
from ropa.rules.recipients.agreement_ended import agreement_ended
from ropa.transfer import PRIVACY_FRAMEWORK

ACCOUNTABILITY = "5(2)"
"""By which to look at what no other provision asks for."""
ARTICLES = {
    DueKind.TRANSFER_ASSESSMENT: "46(1)",
    DueKind.ASSESSMENT: "35(11)",
    DueKind.REVIEW: "24(1)",
    DueKind.END: "30(1)",
}
FOLLOWED = {DueKind.UNKNOWN, DueKind.WAIVER}
"""Kinds that stay open when their day has passed."""


@dataclass(frozen=True)
class Entries:
    """The entries of a register on a day, asked for everything that falls due up to a last day."""

    register: Register
    on: date
    last: date
    intervals: Intervals

    def __iter__(self) -> Iterator[Due]:
        if self.register.status == "ended":
            return
        for met in walk(self.register, self.on):
            for kind, found in _by_kind(dated(met.part)).items():
                one = self._due(met, kind, found)
                if one is not None and one.day <= self.last:
                    yield one

    def _due(self, met: Met, kind: DueKind, found: list[Dated]) -> Due | None:
        if not found[0].done:
            day = min(one.day for one in found)
            open_still = day >= self.on or kind in FOLLOWED or self._is_relied_on(met)
            return self._made(met, kind, day, None) if open_still else None
        days = [one.day for one in found if one.day <= self.on]
        if not days or is_over(met.part, self.on) or self._is_fresher(met, max(days)):
            return None
        return self._made(met, kind, later(max(days), self._months(kind)), max(days))

    def _months(self, kind: DueKind) -> int:
        months: int = getattr(self.intervals, kind.value.replace("-", "_"))
        return months

    def _made(self, met: Met, kind: DueKind, day: date, since: date | None) -> Due:
        return Due(
            day=day,
            kind=kind,
            path=met.path,
            article=_article(met, kind),
            overdue=day < self.on,
            since=since,
            **_told(met),
        )

    def _is_fresher(self, met: Met, day: date) -> bool:
        """Whether a later look at the whole register, or at each of its activities, stands in for this one."""
        if isinstance(met.part, Activity):
            adopted = self.register.adopted
            return adopted is not None and day < adopted <= self.on
        if isinstance(met.part, Register):
            held = [one for one in met.part.activities if one.holds(self.on)]
            return bool(held) and all(one.reviewed and day < one.reviewed <= self.on for one in held)
        return False

    def _is_relied_on(self, met: Met) -> bool:
        """Whether what ended is still leaned on: what nobody leans on any longer is history, and not overdue."""
        if isinstance(met.part, Agreement):
            return met.path in self._ended
        if isinstance(met.part, Certification) and met.within and isinstance(met.within.part, Party):
            return met.within.part.key in self._active and not any(
                other.scheme == met.part.scheme and other.holds(self.on)
                for other in met.within.part.certifications
            )
        if isinstance(met.part, Party):
            return met.part.key in self._active
        return isinstance(met.part, System) and met.part.key in self._used

    @cached_property
    def _ended(self) -> frozenset[str]:
        """The agreements that ended while what they were made for goes on, as the check has it."""
        return frozenset(place.at for place in agreement_ended(self.register, self.on))

    @cached_property
    def _active(self) -> frozenset[str]:
        flows = self.register.flows(on=self.on)
        return frozenset(key for hop in flows for key in (hop.sender, hop.recipient))

    @cached_property
    def _used(self) -> frozenset[str]:
        held = (one for one in self.register.seen() if not is_over(one.activity, self.on))
        return frozenset(key for one in held for key in one.values("systems", self.on))


def _by_kind(found: Iterable[Dated]) -> dict[DueKind, list[Dated]]:
    kinds: dict[DueKind, list[Dated]] = {}
    for one in found:
        kinds.setdefault(one.kind, []).append(one)
    return kinds


def _article(met: Met, kind: DueKind) -> str:
    part = met.part
    if isinstance(part, Absence) and met.within is not None:
        return _of_field(type(met.within.part), met.name) or ACCOUNTABILITY
    if isinstance(part, Agreement) and kind is DueKind.AGREEMENT:
        block = known("agreements").get(part.kind, {}) if isinstance(part.kind, str) else {}
        return str(block.get("article", ACCOUNTABILITY))
    if isinstance(part, Certification) and part.scheme == PRIVACY_FRAMEWORK:
        return "45"
    return ARTICLES.get(kind, ACCOUNTABILITY)


def _of_field(owner: type[Part], key: str) -> str:
    """The provision that a field answers; what a record says of recipients is answered by its flows."""
    key = {"recipients": "flows"}.get(key, key)
    return next((one.article for one in cards(owner) if one.key == key), "")


def _told(met: Met) -> dict[str, Any]:
    """What the entry itself says of it."""
    part = met.part
    if isinstance(part, Absence):
        return {"subject": met.name, "owner": part.owner, "why": part.unknown}
    if isinstance(part, Waiver):
        return {"subject": part.rule, "owner": part.by, "why": part.reason}
    if isinstance(part, Agreement):
        return {"parties": part.between}
    return {}
