"""What a register is made of: one frozen value per noun, in the Regulation's words."""

from ropa.model.activity import Activity, Facts, General
from ropa.model.agreement import Agreement, TransferImpactAssessment
from ropa.model.data import Item, Subjects
from ropa.model.dump import plain
from ropa.model.flow import DeclaredTransfer, Flow, Storage, System
from ropa.model.hop import Hop
from ropa.model.marks import PEOPLE
from ropa.model.part import Absence, Entry, Evidence, Keyed, Part
from ropa.model.party import Certification, Contact, Party, Registration
from ropa.model.purpose import LegalBasis, Purpose, SpecialGround
from ropa.model.register import Register, SharedMeasure
from ropa.model.retention import Retention
from ropa.model.rights import AutomatedDecisions, Commitment, Cookie, Dpia, Exercise, Rights
from ropa.model.security import Measure
from ropa.model.seen import Said, Seen
from ropa.model.source import Interest, LeftOut, Notice, Observation, Source, Waiver
from ropa.model.text import Translations

__all__ = [
    "PEOPLE",
    "Absence",
    "Activity",
    "Agreement",
    "AutomatedDecisions",
    "Certification",
    "Commitment",
    "Contact",
    "Cookie",
    "DeclaredTransfer",
    "Dpia",
    "Entry",
    "Evidence",
    "Exercise",
    "Facts",
    "Flow",
    "General",
    "Hop",
    "Interest",
    "Item",
    "Keyed",
    "LeftOut",
    "LegalBasis",
    "Measure",
    "Notice",
    "Observation",
    "Part",
    "Party",
    "Purpose",
    "Register",
    "Registration",
    "Retention",
    "Rights",
    "Said",
    "Seen",
    "SharedMeasure",
    "Source",
    "SpecialGround",
    "Storage",
    "Subjects",
    "System",
    "TransferImpactAssessment",
    "Translations",
    "Waiver",
    "plain",
]
