"""What kinds of change there are, as an officer names them: each with its provision, and how soon to look at it."""

from __future__ import annotations

from enum import StrEnum

FIRST, NEXT, THEN, LAST = 1, 2, 3, 4


class ChangeKind(StrEnum):
    """A kind of change. `weight` tells how soon to look at it, from 1 (first) to 4 (what only keeps the register).

    >>> ChangeKind.SUB_PROCESSOR_ADDED.article, ChangeKind.SUB_PROCESSOR_ADDED.weight
    ('28(2)', 1)
    """

    article: str
    weight: int

    def __new__(cls, word: str, weight: int, article: str = "") -> ChangeKind:
        one = str.__new__(cls, word)
        one._value_ = word
        one.weight = weight
        one.article = article
        return one

    HOLDER_CHANGED = "holder-changed", FIRST, "30(1)(a)"
    ACTIVITY_ADDED = "activity-added", FIRST, "30(1)"
    ACTIVITY_REMOVED = "activity-removed", NEXT, "30(1)"
    ACTIVITY_ENDED = "activity-ended", NEXT, "30(1)"
    ACTIVITY_BEGUN = "activity-begun", FIRST, "30(1)"
    ACTIVITY_RENAMED = "activity-renamed", LAST
    CONTROLLER_ADDED = "controller-added", FIRST, "30(1)(a)"
    CONTROLLER_REMOVED = "controller-removed", FIRST, "30(1)(a)"
    CONTROLLER_CHANGED = "controller-changed", FIRST, "30(1)(a)"
    JOINT_CHANGED = "joint-changed", FIRST, "26"

    GENERAL_ADDED = "general-added", NEXT, "30(1)"
    GENERAL_REMOVED = "general-removed", NEXT, "30(1)"

    PARTY_ADDED = "party-added", THEN
    PARTY_REMOVED = "party-removed", THEN
    PARTY_RENAMED = "party-renamed", THEN, "30(1)(a)"
    PARTY_MOVED = "party-moved", NEXT, "27"
    CONTACT_CHANGED = "contact-changed", THEN, "30(1)(a)"
    DPO_CHANGED = "dpo-changed", THEN, "37(7)"
    REPRESENTATIVE_CHANGED = "representative-changed", THEN, "27"
    CERTIFICATE_ADDED = "certificate-added", THEN
    CERTIFICATE_REMOVED = "certificate-removed", NEXT
    CERTIFICATE_CHANGED = "certificate-changed", NEXT

    SUB_PROCESSOR_ADDED = "sub-processor-added", FIRST, "28(2)"
    SUB_PROCESSOR_REMOVED = "sub-processor-removed", NEXT, "28(2)"
    SUB_PROCESSOR_PLANNED = "sub-processor-planned", FIRST, "28(2)"
    SUB_PROCESSOR_PAST = "sub-processor-past", NEXT, "28(2)"
    SUB_PROCESSOR_BEGUN = "sub-processor-begun", FIRST, "28(2)"
    SUB_PROCESSOR_CONTINUED = "sub-processor-continued", NEXT, "28(2)"
    SUB_PROCESSOR_ENDED = "sub-processor-ended", NEXT, "28(2)"
    PROCESSOR_ADDED = "processor-added", FIRST, "28"
    PROCESSOR_REMOVED = "processor-removed", NEXT, "28"
    PROCESSOR_PLANNED = "processor-planned", FIRST, "28"
    PROCESSOR_PAST = "processor-past", NEXT, "28"
    PROCESSOR_BEGUN = "processor-begun", FIRST, "28"
    PROCESSOR_CONTINUED = "processor-continued", NEXT, "28"
    PROCESSOR_ENDED = "processor-ended", NEXT, "28"
    RECIPIENT_ADDED = "recipient-added", FIRST, "30(1)(d)"
    RECIPIENT_REMOVED = "recipient-removed", NEXT, "30(1)(d)"
    RECIPIENT_PLANNED = "recipient-planned", FIRST, "30(1)(d)"
    RECIPIENT_PAST = "recipient-past", NEXT, "30(1)(d)"
    RECIPIENT_BEGUN = "recipient-begun", FIRST, "30(1)(d)"
    RECIPIENT_CONTINUED = "recipient-continued", NEXT, "30(1)(d)"
    RECIPIENT_ENDED = "recipient-ended", NEXT, "30(1)(d)"
    SOURCE_ADDED = "source-added", NEXT, "14(2)(f)"
    SOURCE_REMOVED = "source-removed", THEN, "14(2)(f)"
    FLOW_ADDED = "flow-added", NEXT, "30(1)(d)"
    FLOW_REMOVED = "flow-removed", NEXT, "30(1)(d)"
    ROLE_CHANGED = "role-changed", FIRST, "30(1)(d)"
    SENDER_CHANGED = "sender-changed", NEXT, "30(1)(d)"
    SHARED_DATA_CHANGED = "shared-data-changed", NEXT, "30(1)(d)"
    SPECIAL_DATA_SHARED = "special-data-shared", FIRST, "9(1)"

    TRANSFER_ADDED = "transfer-added", FIRST, "44"
    TRANSFER_REMOVED = "transfer-removed", THEN, "44"
    OUTSIDE_EEA = "outside-eea", FIRST, "44"
    ACCESS_OUTSIDE_EEA = "access-outside-eea", FIRST, "44"
    COUNTRY_ADDED = "country-added", NEXT, "30(1)(e)"
    COUNTRY_REMOVED = "country-removed", NEXT, "30(1)(e)"
    COUNTRY_CHANGED = "country-changed", NEXT, "30(1)(e)"
    ACCESS_ADDED = "access-added", NEXT, "30(1)(e)"
    ACCESS_REMOVED = "access-removed", NEXT, "30(1)(e)"
    ACCESS_CHANGED = "access-changed", NEXT, "30(1)(e)"
    GROUND_ADDED = "ground-added", NEXT, "30(1)(e)"
    GROUND_REMOVED = "ground-removed", NEXT, "30(1)(e)"
    GROUND_CHANGED = "ground-changed", NEXT, "30(1)(e)"
    GROUND_WEAKENED = "ground-weakened", FIRST, "44"
    GROUND_STRENGTHENED = "ground-strengthened", THEN, "44"

    AGREEMENT_ADDED = "agreement-added", THEN
    AGREEMENT_REMOVED = "agreement-removed", FIRST
    AGREEMENT_ENDED = "agreement-ended", FIRST
    AGREEMENT_TERM_CHANGED = "agreement-term-changed", NEXT
    AGREEMENT_SIGNED = "agreement-signed", THEN
    PERMISSION_CHANGED = "permission-changed", FIRST, "28(2)"

    PURPOSE_ADDED = "purpose-added", FIRST, "30(1)(b)"
    PURPOSE_REMOVED = "purpose-removed", NEXT, "30(1)(b)"
    PURPOSE_REWORDED = "purpose-reworded", NEXT, "30(1)(b)"
    BASIS_ADDED = "basis-added", NEXT, "6(1)"
    BASIS_REMOVED = "basis-removed", FIRST, "6(1)"
    BASIS_CHANGED = "basis-changed", FIRST, "6(1)"
    SPECIAL_GROUND_ADDED = "special-ground-added", NEXT, "9(2)"
    SPECIAL_GROUND_REMOVED = "special-ground-removed", FIRST, "9(2)"
    SPECIAL_GROUND_CHANGED = "special-ground-changed", FIRST, "9(2)"
    PEOPLE_ADDED = "people-added", FIRST, "30(1)(c)"
    PEOPLE_REMOVED = "people-removed", NEXT, "30(1)(c)"
    DATA_ADDED = "data-added", FIRST, "30(1)(c)"
    DATA_REMOVED = "data-removed", NEXT, "30(1)(c)"
    SPECIAL_DATA_ADDED = "special-data-added", FIRST, "9(1)"
    SPECIAL_DATA_REMOVED = "special-data-removed", NEXT, "9(1)"
    SPECIAL_DATA_CHANGED = "special-data-changed", FIRST, "9(1)"

    RETENTION_ADDED = "retention-added", NEXT, "30(1)(f)"
    RETENTION_REMOVED = "retention-removed", FIRST, "30(1)(f)"
    RETENTION_LENGTHENED = "retention-lengthened", FIRST, "30(1)(f)"
    RETENTION_SHORTENED = "retention-shortened", NEXT, "30(1)(f)"
    CRITERION_CHANGED = "criterion-changed", NEXT, "30(1)(f)"
    RETENTION_CHANGED = "retention-changed", NEXT, "30(1)(f)"
    STORAGE_ADDED = "storage-added", NEXT, "44"
    STORAGE_REMOVED = "storage-removed", NEXT, "44"
    STORAGE_CHANGED = "storage-changed", NEXT, "44"
    MEASURE_ADDED = "measure-added", THEN, "30(1)(g)"
    MEASURE_REMOVED = "measure-removed", FIRST, "30(1)(g)"
    MEASURE_CHANGED = "measure-changed", NEXT, "30(1)(g)"
    DPIA_ADDED = "dpia-added", THEN, "35"
    DPIA_REMOVED = "dpia-removed", NEXT, "35"
    DPIA_CHANGED = "dpia-changed", NEXT, "35"
    DECISIONS_ADDED = "decisions-added", FIRST, "22"
    DECISIONS_REMOVED = "decisions-removed", NEXT, "22"
    DECISIONS_CHANGED = "decisions-changed", FIRST, "22"

    RIGHT_ADDED = "right-added", THEN, "12"
    RIGHT_REMOVED = "right-removed", FIRST, "12"
    RIGHT_CHANGED = "right-changed", NEXT, "12"
    COMMITMENT_ADDED = "commitment-added", THEN
    COMMITMENT_REMOVED = "commitment-removed", NEXT
    COMMITMENT_CHANGED = "commitment-changed", NEXT
    COOKIE_ADDED = "cookie-added", NEXT
    COOKIE_REMOVED = "cookie-removed", THEN
    COOKIE_CHANGED = "cookie-changed", THEN
    NOTICE_ADDED = "notice-added", THEN, "13"
    NOTICE_REMOVED = "notice-removed", THEN, "13"
    NOTICE_CHANGED = "notice-changed", THEN, "13"
    STATE_CHANGED = "state-changed", THEN
    WAIVER_ADDED = "waiver-added", NEXT
    WAIVER_REMOVED = "waiver-removed", THEN
    WAIVER_CHANGED = "waiver-changed", THEN

    ENTRY_RENAMED = "entry-renamed", LAST
    FIELD_ADDED = "field-added", THEN
    FIELD_REMOVED = "field-removed", THEN
    FIELD_CHANGED = "field-changed", THEN
    FIRST_SOURCE_CHANGED = "first-source-changed", LAST
    EVIDENCE_CHANGED = "evidence-changed", LAST
