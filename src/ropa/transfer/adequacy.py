"""Whether an adequacy decision reaches a transfer: by law, or because the register says so (Article 45)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ropa.law import Decision, Ground, Kind, Scope
from ropa.model import Certification
from ropa.transfer.case import Case
from ropa.transfer.verdict import Standing, Verdict

FOR_ADEQUACY = (Ground.ADEQUACY, Ground.DPF_LISTED, Ground.SAFE_HARBOUR, Ground.PRIVACY_SHIELD)
"""Grounds that stand or fall with an adequacy decision."""

FOR_THE_PUBLIC = {"public-security", "defence", "criminal-investigation"}
"""Exclusions that a public body among the recipients may meet."""


def stated(case: Case, ground: Ground) -> Verdict:
    """How a stated adequacy decision stands, or a stated listing under one."""
    rows = _meant(case, ground)
    if not case.place_known and ground is Ground.ADEQUACY:
        return case.verdict(Standing.DEPENDS, "country-not-recorded", ground=ground)
    elsewhere = [row for row in rows if case.place_known and row not in case.rows]
    if elsewhere:
        return case.about(elsewhere[0], Standing.FALLEN, "not-for-place", ground)
    holding = [row for row in rows if row.in_force(case.on) and not case.struck(row)]
    if not holding:
        return _ended(case, ground, rows)
    return min((_reach(case, row, ground) for row in holding), key=lambda one: one.standing)


def by_law(case: Case) -> Verdict | None:
    """A decision that reaches the transfer although the register does not state it; None where none does."""
    if not case.holding or any(ground in FOR_ADEQUACY for ground in case.transfer.grounds):
        return None
    reason = "covered-besides" if case.transfer.has_ground else "covered-unstated"
    found = [
        _reach(case, row, row.ground)
        for row in case.holding
        if row.scope is not Scope.LISTED or _listed(case, row)
    ]
    best = min(found, key=lambda one: one.standing, default=None)
    if best is None or best.standing is Standing.FALLEN:
        return None
    return replace(best, reason=reason) if best.reason == "covered" else best


def ended_listings(case: Case) -> Iterator[Verdict]:
    """Listings of the recipient that would be a ground, and are not valid that day, whatever is taken as struck down."""
    for row in case.rows:
        if row.scope is not Scope.LISTED or not row.in_force(case.on):
            continue
        if _held(case, row) and not _listed(case, row):
            yield case.about(row, Standing.FALLEN, "listing-ended")


def missing(case: Case) -> Verdict:
    """The verdict where nothing is recorded and no decision reaches: with the one that nearly does."""
    if case.open_whether:
        return case.verdict(Standing.DEPENDS, case.open_whether)
    for row in case.holding:
        listed = row.scope is Scope.LISTED
        reason = "no-ground-unless-listed" if listed else "no-ground-out-of-scope"
        return case.nothing(row, reason)
    for row in reversed(case.rows):
        if row.in_force(case.on) and case.struck(row):
            return case.nothing(row, "no-ground-revoked")
    ended = _last_ended(case, [row for row in case.rows if row.scope is not Scope.LISTED])
    if ended:
        return case.nothing(ended, "no-ground-ended")
    return case.verdict(Standing.MISSING, "no-ground" if case.place_known else "no-ground-no-country")


def _meant(case: Case, ground: Ground) -> list[Decision]:
    """The decisions a stated ground means: a scheme has its own, adequacy is whatever there is for the place."""
    if ground is Ground.ADEQUACY:
        return list(case.rows)
    return [row for row in case.tables.decisions if row.ground is ground]


def _ended(case: Case, ground: Ground, rows: list[Decision]) -> Verdict:
    struck = [row for row in rows if row.in_force(case.on)]
    if struck:
        return case.about(struck[0], Standing.FALLEN, "revoked", ground)
    ended = _last_ended(case, rows)
    if ended:
        reason = "ended" if ended.ended_by else "expired"
        return case.about(ended, Standing.FALLEN, reason, ground)
    if rows:
        return case.about(min(rows, key=lambda row: row.since), Standing.FALLEN, "not-yet", ground)
    return case.verdict(Standing.FALLEN, "no-decision", ground=ground)


def _last_ended(case: Case, rows: list[Decision]) -> Decision | None:
    ended = [row for row in rows if row.until and row.until < case.on]
    return max(ended, key=lambda row: (row.until, row.number), default=None)


def _reach(case: Case, row: Decision, ground: Ground) -> Verdict:
    """Whether a decision in force reaches this recipient and these data, as far as the register says."""
    if row.scope is Scope.LISTED:
        return _listing(case, row, ground)
    if row.scope in (Scope.COMMERCIAL, Scope.BUSINESS) and case.recipient.public_body:
        return case.about(row, Standing.FALLEN, "scope-does-not-reach", ground)
    doubt = _doubt(case, row)
    if doubt:
        return case.about(row, Standing.DEPENDS, doubt, ground)
    return case.about(row, Standing.ADEQUATE, "bridge" if row.kind is Kind.BRIDGE else "covered", ground)


def _doubt(case: Case, row: Decision) -> str:
    """What a person must look at before relying on a decision; empty where there is nothing."""
    if row.scope is Scope.COMMERCIAL and case.about_workers:
        return "scope-employment"
    if row.scope is Scope.COMMERCIAL and case.recipient.public_body is None:
        return "scope-not-recorded"
    if case.recipient.public_body and FOR_THE_PUBLIC & set(row.excludes):
        return "scope-public"
    if case.sender.country in row.unknown_for:
        return "exporter-not-known"
    return "" if row.verified else "not-verified"


def _held(case: Case, row: Decision) -> list[Certification]:
    """The listings of the recipient under the scheme of a decision, whenever they are valid."""
    return [one for one in case.recipient.certifications if one.scheme == row.scheme]


def _listed(case: Case, row: Decision) -> bool:
    return any(one.holds(case.on) for one in _held(case, row))


def _listing(case: Case, row: Decision, ground: Ground) -> Verdict:
    held = _held(case, row)
    valid = [one for one in held if one.holds(case.on)]
    if not valid:
        standing, reason = (
            (Standing.FALLEN, "listing-ended") if held else (Standing.DEPENDS, "listing-not-recorded")
        )
        return case.about(row, standing, reason, ground)
    if row.hr_apart and case.about_workers and not any(one.covers_hr for one in valid):
        refused = all(one.covers_hr is False for one in valid)
        standing, reason = (
            (Standing.FALLEN, "hr-not-covered") if refused else (Standing.DEPENDS, "hr-not-recorded")
        )
        return case.about(row, standing, reason, ground)
    return case.about(row, Standing.ADEQUATE, "covered-listed", ground)
