"""Whether a safeguard of Article 46 or a derogation of Article 49 holds, as far as the register records it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ropa.errors import UnknownEntry
from ropa.law import Clauses, Ground, Role
from ropa.law.clause import AS_CONTROLLER
from ropa.model import Agreement
from ropa.transfer.case import Case
from ropa.transfer.paper import called, in_force, out_of_force
from ropa.transfer.verdict import Standing, Verdict

BETWEEN_PUBLIC_BODIES = (Ground.PUBLIC_INSTRUMENT, Ground.ADMINISTRATIVE_ARRANGEMENT)
AUTHORISED = (Ground.AD_HOC_CLAUSES, Ground.ADMINISTRATIVE_ARRANGEMENT)
"""Safeguards that a supervisory authority authorises first (Article 46(3))."""
ASSESSED = (Ground.BINDING_CORPORATE_RULES, Ground.AD_HOC_CLAUSES)
"""Safeguards beside clauses that an assessment goes with (EDPB Recommendations 01/2020)."""
NOT_FOR_PUBLIC_POWERS = (
    Ground.DEROGATION_CONSENT,
    Ground.DEROGATION_CONTRACT,
    Ground.DEROGATION_CONTRACT_IN_INTEREST,
    Ground.DEROGATION_COMPELLING_INTERESTS,
)
"""Derogations closed to a public authority in the exercise of its public powers (Article 49(3))."""

_MODULES = {"c2c": "1", "c2p": "2", "p2p": "3", "p2c": "4"}
_MODULE = re.compile(r"\b(?:[1-4]|[cp]2[cp])\b", re.IGNORECASE)


def clauses(case: Case) -> Iterator[Verdict]:
    """A verdict for each agreement with standard clauses: those in force, else those that are not, else that there is none."""
    ground = Ground.STANDARD_CONTRACTUAL_CLAUSES
    yield from (
        [_clauses(case, paper) for paper in in_force(case, ground)]
        or list(out_of_force(case, ground))
        or [case.verdict(Standing.DEPENDS, "paper-not-recorded", ground=ground)]
    )


def safeguard(case: Case, ground: Ground) -> Iterator[Verdict]:
    """Any other safeguard of Article 46; a verdict for each of its agreements where none of them is in force."""
    paper = next(in_force(case, ground), None)
    gone = () if paper else tuple(out_of_force(case, ground))
    yield from gone or (_safeguard(case, ground, paper),)


def _safeguard(case: Case, ground: Ground, paper: Agreement | None) -> Verdict:
    if ground in BETWEEN_PUBLIC_BODIES and False in (case.sender.public_body, case.recipient.public_body):
        return case.verdict(Standing.FALLEN, "not-public", ground=ground)
    if ground is Ground.BINDING_CORPORATE_RULES and _same_group(case) is False:
        return case.verdict(Standing.FALLEN, "not-in-group", ground=ground)
    doubts = tuple(_doubts(case, ground, paper))
    facts: dict[str, Any] = called(paper) if paper else {"agreement": ""}
    if doubts:
        return case.verdict(Standing.DEPENDS, *doubts, ground=ground, **facts)
    return case.verdict(Standing.SAFEGUARDED, "safeguard", ground=ground, **facts)


def derogation(case: Case, ground: Ground) -> Verdict:
    """A derogation of Article 49."""
    if case.sender.public_body and ground in NOT_FOR_PUBLIC_POWERS:
        return case.verdict(Standing.DEPENDS, "public-powers", ground=ground)
    return case.verdict(Standing.DEROGATION, "derogation", ground=ground)


def _doubts(case: Case, ground: Ground, paper: Agreement | None) -> Iterator[str]:
    if ground in BETWEEN_PUBLIC_BODIES and None in (case.sender.public_body, case.recipient.public_body):
        yield "public-body-not-recorded"
    if ground is Ground.BINDING_CORPORATE_RULES and _same_group(case) is None:
        yield "group-not-recorded"
    if paper is None:
        yield "paper-not-recorded"
    if ground in AUTHORISED and not (paper and paper.decision):
        yield "authorisation-not-recorded"
    if ground in ASSESSED and paper and not _assessed(case, paper):
        yield "assessment-not-recorded"


def _same_group(case: Case) -> bool | None:
    """Whether both belong to one group of undertakings; None where the register does not say."""
    one, other = (
        party.group or (party.key if party.members else "") for party in (case.sender, case.recipient)
    )
    if one and other:
        return one == other
    ends = {case.transfer.sender, case.transfer.recipient}
    named = [case.register.party(key) for key in (one, other) if key]
    return True if any(ends <= {*party.members, party.key} for party in named) else None


def _assessed(case: Case, paper: Agreement) -> bool:
    return case.on < case.tables.assessed_since or paper.transfer_impact_assessment is not None


def _clauses(case: Case, paper: Agreement) -> Verdict:
    ground = Ground.STANDARD_CONTRACTUAL_CLAUSES
    facts: dict[str, Any] = {
        **called(paper),
        "signed": paper.signed or "",
        "module": paper.module or "",
        "cited": paper.decision or "",
    }
    if not paper.decision:
        standing, reason = _by_day(case, paper)
        return case.verdict(standing, reason, ground=ground, **facts)
    try:
        row = case.tables.clauses(paper.decision)
    except UnknownEntry:
        return case.verdict(Standing.DEPENDS, "clauses-unknown", ground=ground, **facts)
    fit = _fit(case, row)
    facts |= {
        "since": row.since,
        "until": row.until or "",
        "new_until": row.new_until or "",
        "ended_by": row.ended_by,
        "expected": fit or "",
    }
    fault = _fault(case, row, paper)
    if fault:
        return case.verdict(Standing.FALLEN, fault, ground=ground, decision=row.number, **facts)
    doubts = tuple(_clause_doubts(case, row, paper, fit))
    standing = Standing.DEPENDS if doubts else Standing.SAFEGUARDED
    return case.verdict(standing, *(doubts or ("clauses",)), ground=ground, decision=row.number, **facts)


def _by_day(case: Case, paper: Agreement) -> tuple[Standing, str]:
    """What the day of signature leaves open where the decision is not recorded."""
    usable = (
        row
        for row in case.tables.clause_sets
        if row.transfer_tool
        and paper.signed
        and row.adopted <= paper.signed
        and (row.new_until is None or paper.signed <= row.new_until)
        and (row.until is None or case.on <= row.until)
    )
    if paper.signed and not any(usable):
        return Standing.FALLEN, "clauses-too-old"
    return Standing.DEPENDS, "decision-not-recorded"


def _fault(case: Case, row: Clauses, paper: Agreement) -> str:
    if not row.transfer_tool:
        return "not-a-transfer-tool"
    if row.number in case.revoked:
        return "revoked"
    if row.until and case.on > row.until:
        return "clauses-ended"
    if row.new_until and paper.signed and paper.signed > row.new_until:
        return "clauses-signed-late"
    return "not-yet" if case.on < row.adopted else ""


def _clause_doubts(case: Case, row: Clauses, paper: Agreement, fit: str | None) -> Iterator[str]:
    past = row.new_until is not None and case.on > row.new_until
    if past and row.until is None:
        yield "clauses-not-verified"
    if past and not paper.signed:
        yield "signed-not-recorded"
    if paper.signed and paper.signed < row.adopted:
        yield "signed-before-decision"
    yield from _role_doubts(case, row, paper, fit)
    if not _assessed(case, paper):
        yield "assessment-not-recorded"


def _role_doubts(case: Case, row: Clauses, paper: Agreement, fit: str | None) -> Iterator[str]:
    if row.modules and not paper.module:
        yield "module-not-recorded"
    if case.sender_role is None or case.recipient_role is None:
        yield "role-open"
    elif fit is None:
        yield "clauses-not-for-roles"
    elif fit and paper.module and fit not in _modules(paper.module):
        yield "module-differs"


def _modules(said: str) -> set[str]:
    found = _MODULE.findall(said[:1000])
    return {_MODULES.get(one.lower(), one) for one in found}


def _fit(case: Case, row: Clauses) -> str | None:
    """The module for the two roles (empty where the set has none); None where it is not for them."""
    sender, recipient, hop = case.sender_role, case.recipient_role, case.transfer.hop
    if sender is None or recipient is None or hop is None:
        return None
    if sender is Role.PROCESSOR and recipient in AS_CONTROLLER and hop.recipient not in hop.controllers:
        return None  # a processor sends to its own customer, not to any controller
    fit = row.fit(sender, recipient)
    return fit.module if fit else None
