"""What the Regulation says: its closed lists as enums that know their provision, and its dated tables.

A provision is written as the Regulation is cited in English, without the word "Article": `30(1)(b)`, `9(2)(d)`.
"""

from ropa.law.adequacy import Decision, Kind, Scope
from ropa.law.age import Age
from ropa.law.authority import Authority
from ropa.law.basis import Basis
from ropa.law.clause import Clauses
from ropa.law.country import COUNTRIES, OTHER_CODES, WHOLE_EEA, Membership, Memberships
from ropa.law.dated import APPLIES
from ropa.law.dpia_list import ListedType
from ropa.law.duty import Certainty, Duty, Level, level
from ropa.law.ground import Ground
from ropa.law.lookup import (
    adequate,
    age_of,
    authorities_in,
    authority_of,
    clause_sets,
    clauses,
    decision,
    decisions,
    in_eea,
    listed_in,
    module_for,
    outside_eea,
    terms_of,
)
from ropa.law.role import Role
from ropa.law.special_category import CONDITIONS, SpecialCategory
from ropa.law.standard import standard
from ropa.law.statutory import StatutoryTerm
from ropa.law.tables import Tables
from ropa.law.threshold import Threshold

__all__ = [
    "APPLIES",
    "CONDITIONS",
    "COUNTRIES",
    "OTHER_CODES",
    "WHOLE_EEA",
    "Age",
    "Authority",
    "Basis",
    "Certainty",
    "Clauses",
    "Decision",
    "Duty",
    "Ground",
    "Kind",
    "Level",
    "ListedType",
    "Membership",
    "Memberships",
    "Role",
    "Scope",
    "SpecialCategory",
    "StatutoryTerm",
    "Tables",
    "Threshold",
    "adequate",
    "age_of",
    "authorities_in",
    "authority_of",
    "clause_sets",
    "clauses",
    "decision",
    "decisions",
    "in_eea",
    "level",
    "listed_in",
    "module_for",
    "outside_eea",
    "standard",
    "terms_of",
]
