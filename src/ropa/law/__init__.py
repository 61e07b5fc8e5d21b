"""What the Regulation says: its closed lists as enums that know their provision, and its dated tables.

A provision is written as the Regulation is cited in English, without the word "Article": `30(1)(b)`, `9(2)(d)`.
"""

from ropa.law.adequacy import Decision, Kind, Scope
from ropa.law.age import Age
from ropa.law.basis import Basis
from ropa.law.clause import Clauses
from ropa.law.country import COUNTRIES, WHOLE_EEA, in_eea, outside_eea
from ropa.law.duty import Certainty, Duty, Level, level
from ropa.law.ground import Ground
from ropa.law.lookup import adequate, age_of, clause_sets, clauses, decision, decisions, module_for
from ropa.law.role import Role
from ropa.law.special_category import CONDITIONS, SpecialCategory
from ropa.law.tables import Tables, standard

__all__ = [
    "CONDITIONS",
    "COUNTRIES",
    "WHOLE_EEA",
    "Age",
    "Basis",
    "Certainty",
    "Clauses",
    "Decision",
    "Duty",
    "Ground",
    "Kind",
    "Level",
    "Role",
    "Scope",
    "SpecialCategory",
    "Tables",
    "adequate",
    "age_of",
    "clause_sets",
    "clauses",
    "decision",
    "decisions",
    "in_eea",
    "level",
    "module_for",
    "outside_eea",
    "standard",
]
