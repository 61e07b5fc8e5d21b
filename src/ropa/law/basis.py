"""The six legal bases of Article 6(1)."""

from ropa.law.provided import Provided


class Basis(Provided):
    """A legal basis for processing.

    >>> Basis("legal-obligation").provision
    '6(1)(c)'
    """

    CONSENT = "consent", "6(1)(a)"
    CONTRACT = "contract", "6(1)(b)"
    LEGAL_OBLIGATION = "legal-obligation", "6(1)(c)"
    VITAL_INTERESTS = "vital-interests", "6(1)(d)"
    PUBLIC_TASK = "public-task", "6(1)(e)"
    LEGITIMATE_INTERESTS = "legitimate-interests", "6(1)(f)"
