"""What a difference is called: one table for the fields that have a name of their own, and one rule for all others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ropa.changes.kind import ChangeKind as K
from ropa.changes.walk import Difference


class Names(NamedTuple):
    """What it is called when a field is filled, emptied, changed, or changed further in."""

    added: K
    removed: K
    changed: K
    within: K | None = None


def _list(added: K, removed: K, changed: K | None = None) -> Names:
    return Names(added, removed, changed or K.FIELD_CHANGED, changed)


def _one(changed: K, within: bool = False) -> Names:
    return Names(changed, changed, changed, changed if within else None)


_BASES = Names(K.BASIS_ADDED, K.BASIS_REMOVED, K.BASIS_CHANGED)
_SPECIAL_GROUNDS = Names(K.SPECIAL_GROUND_ADDED, K.SPECIAL_GROUND_REMOVED, K.SPECIAL_GROUND_CHANGED)
_MEASURES = _list(K.MEASURE_ADDED, K.MEASURE_REMOVED, K.MEASURE_CHANGED)
_GROUNDS = Names(K.GROUND_ADDED, K.GROUND_REMOVED, K.GROUND_CHANGED)

NAMED: Mapping[tuple[str, str], Names] = {
    ("Register", "holder"): _one(K.HOLDER_CHANGED),
    ("Register", "activities"): _list(K.ACTIVITY_ADDED, K.ACTIVITY_REMOVED),
    ("Register", "parties"): _list(K.PARTY_ADDED, K.PARTY_REMOVED),
    ("Register", "general"): _list(K.GENERAL_ADDED, K.GENERAL_REMOVED),
    ("Register", "agreements"): _list(K.AGREEMENT_ADDED, K.AGREEMENT_REMOVED),
    ("Register", "measures"): _MEASURES,
    ("Register", "notices"): _list(K.NOTICE_ADDED, K.NOTICE_REMOVED, K.NOTICE_CHANGED),
    ("Register", "waivers"): _list(K.WAIVER_ADDED, K.WAIVER_REMOVED, K.WAIVER_CHANGED),
    ("Activity", "controllers"): Names(K.CONTROLLER_ADDED, K.CONTROLLER_REMOVED, K.CONTROLLER_CHANGED),
    ("Activity", "joint"): _one(K.JOINT_CHANGED),
    ("Activity", "name"): _one(K.ACTIVITY_RENAMED),
    ("Activity", "dpia"): _list(K.DPIA_ADDED, K.DPIA_REMOVED, K.DPIA_CHANGED),
    ("Activity", "automated_decisions"): _list(K.DECISIONS_ADDED, K.DECISIONS_REMOVED, K.DECISIONS_CHANGED),
    ("Party", "name"): _one(K.PARTY_RENAMED),
    ("Party", "country"): Names(K.FIELD_ADDED, K.FIELD_REMOVED, K.PARTY_MOVED),
    ("Party", "contact"): _one(K.CONTACT_CHANGED, within=True),
    ("Party", "representative"): _one(K.REPRESENTATIVE_CHANGED, within=True),
    ("Party", "dpo"): _one(K.DPO_CHANGED, within=True),
    ("Party", "certifications"): _list(K.CERTIFICATE_ADDED, K.CERTIFICATE_REMOVED, K.CERTIFICATE_CHANGED),
    ("Party", "security"): _MEASURES,
    ("Agreement", "signed"): _one(K.AGREEMENT_SIGNED),
    ("Agreement", "ends"): _one(K.AGREEMENT_TERM_CHANGED),
    ("Agreement", "sub_processors"): _one(K.PERMISSION_CHANGED),
    ("Agreement", "authorised"): _one(K.PERMISSION_CHANGED),
    ("Agreement", "notice_days"): _one(K.PERMISSION_CHANGED),
    ("Facts", "purposes"): _list(K.PURPOSE_ADDED, K.PURPOSE_REMOVED),
    ("Purpose", "text"): _one(K.PURPOSE_REWORDED),
    ("Facts", "data_subjects"): _list(K.PEOPLE_ADDED, K.PEOPLE_REMOVED),
    ("Facts", "personal_data"): _list(K.DATA_ADDED, K.DATA_REMOVED),
    ("Facts", "transfers"): _list(K.TRANSFER_ADDED, K.TRANSFER_REMOVED),
    ("Facts", "storage"): _list(K.STORAGE_ADDED, K.STORAGE_REMOVED, K.STORAGE_CHANGED),
    ("Facts", "retention"): _list(K.RETENTION_ADDED, K.RETENTION_REMOVED, K.RETENTION_CHANGED),
    ("Retention", "criterion"): _one(K.CRITERION_CHANGED),
    ("Facts", "security"): _MEASURES,
    ("Facts", "rights"): _list(K.RIGHT_ADDED, K.RIGHT_REMOVED, K.RIGHT_CHANGED),
    ("Rights", "exercise"): _list(K.RIGHT_ADDED, K.RIGHT_REMOVED, K.RIGHT_CHANGED),
    ("Exercise", "right"): _list(K.RIGHT_ADDED, K.RIGHT_REMOVED, K.RIGHT_CHANGED),
    ("Facts", "cookies"): _list(K.COOKIE_ADDED, K.COOKIE_REMOVED, K.COOKIE_CHANGED),
    ("Facts", "commitments"): _list(K.COMMITMENT_ADDED, K.COMMITMENT_REMOVED, K.COMMITMENT_CHANGED),
    ("General", "legal_bases"): _BASES,
    ("General", "legal_bases_any_of"): _BASES,
    ("Purpose", "legal_bases"): _BASES,
    ("Purpose", "legal_bases_any_of"): _BASES,
    ("Flow", "legal_bases"): _BASES,
    ("LegalBasis", "basis"): _one(K.BASIS_CHANGED),
    ("General", "special_grounds"): _SPECIAL_GROUNDS,
    ("General", "special_grounds_any_of"): _SPECIAL_GROUNDS,
    ("Purpose", "special_grounds"): _SPECIAL_GROUNDS,
    ("Purpose", "special_grounds_any_of"): _SPECIAL_GROUNDS,
    ("SpecialGround", "ground"): _one(K.SPECIAL_GROUND_CHANGED),
    ("Item", "special"): _one(K.SPECIAL_DATA_CHANGED),
    ("Item", "reveals"): _one(K.SPECIAL_DATA_CHANGED),
    ("Item", "criminal"): _one(K.SPECIAL_DATA_CHANGED),
    ("Flow", "sender"): _one(K.SENDER_CHANGED),
    ("Flow", "role"): _one(K.ROLE_CHANGED),
    ("Flow", "personal_data"): _one(K.SHARED_DATA_CHANGED),
    ("Flow", "data_subjects"): _one(K.SHARED_DATA_CHANGED),
    ("Flow", "countries"): Names(K.COUNTRY_ADDED, K.COUNTRY_REMOVED, K.COUNTRY_CHANGED),
    ("Flow", "access_from"): Names(K.ACCESS_ADDED, K.ACCESS_REMOVED, K.ACCESS_CHANGED),
    ("Flow", "grounds"): _GROUNDS,
    ("Flow", "grounds_any_of"): _one(K.GROUND_CHANGED),
    ("DeclaredTransfer", "countries"): Names(K.COUNTRY_ADDED, K.COUNTRY_REMOVED, K.COUNTRY_CHANGED),
    ("DeclaredTransfer", "grounds"): _GROUNDS,
    ("DeclaredTransfer", "grounds_any_of"): _one(K.GROUND_CHANGED),
    ("Entry", "evidence"): _one(K.EVIDENCE_CHANGED),
    ("Entry", "absences"): _one(K.STATE_CHANGED),
    ("Entry", "key"): _one(K.ENTRY_RENAMED),
    ("Keyed", "key"): _one(K.ENTRY_RENAMED),
}
"""By the class that declares a field and its key: what a change in it is called."""

ANY = Names(K.FIELD_ADDED, K.FIELD_REMOVED, K.FIELD_CHANGED)
"""What a change is called in any other field."""


def named(one: Difference) -> K:
    """What a difference is called: by its field, else by the nearest entry around it whose changes have a name."""
    own = NAMED.get((one.card.owner, one.card.key)) if one.card else None
    if own is None:
        around = (NAMED.get((step.card.owner, step.card.key)) for step in reversed(one.trail))
        within = next((names.within for names in around if names and names.within), None)
        own = _one(within) if within else ANY
    if one.before is None:
        return own.added
    return own.removed if one.after is None else own.changed
