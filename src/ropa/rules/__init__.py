"""What the law asks of a register, as findings. Nothing here raises for what is missing by law."""

from ropa.rules.check import CheckReport, Coverage, Waived, check
from ropa.rules.finding import Finding
from ropa.rules.found import RULES, explain
from ropa.rules.rule import Place, Rule, rule

__all__ = [
    "RULES",
    "CheckReport",
    "Coverage",
    "Finding",
    "Place",
    "Rule",
    "Waived",
    "check",
    "explain",
    "rule",
]
