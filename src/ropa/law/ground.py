"""On what a transfer to a third country can rest: Articles 45, 46 and 49, and what once could."""

from ropa.law.provided import Provided


class Ground(Provided):
    """A ground for a transfer, as stated by the register. Whether it holds on a date is judged elsewhere.

    >>> Ground("standard-contractual-clauses").provision
    '46(2)(c)'
    """

    ADEQUACY = "adequacy", "45(3)"
    DPF_LISTED = "dpf-listed", "45(3)"
    PUBLIC_INSTRUMENT = "public-instrument", "46(2)(a)"
    BINDING_CORPORATE_RULES = "binding-corporate-rules", "46(2)(b)"
    STANDARD_CONTRACTUAL_CLAUSES = "standard-contractual-clauses", "46(2)(c)"
    AUTHORITY_CLAUSES = "authority-clauses", "46(2)(d)"
    CODE_OF_CONDUCT = "code-of-conduct", "46(2)(e)"
    CERTIFICATION = "certification", "46(2)(f)"
    AD_HOC_CLAUSES = "ad-hoc-clauses", "46(3)(a)"
    ADMINISTRATIVE_ARRANGEMENT = "administrative-arrangement", "46(3)(b)"
    DEROGATION_CONSENT = "derogation-consent", "49(1)(a)"
    DEROGATION_CONTRACT = "derogation-contract", "49(1)(b)"
    DEROGATION_CONTRACT_IN_INTEREST = "derogation-contract-in-interest", "49(1)(c)"
    DEROGATION_PUBLIC_INTEREST = "derogation-public-interest", "49(1)(d)"
    DEROGATION_LEGAL_CLAIMS = "derogation-legal-claims", "49(1)(e)"
    DEROGATION_VITAL_INTERESTS = "derogation-vital-interests", "49(1)(f)"
    DEROGATION_PUBLIC_REGISTER = "derogation-public-register", "49(1)(g)"
    DEROGATION_COMPELLING_INTERESTS = "derogation-compelling-interests", "49(1) second subparagraph"
    SAFE_HARBOUR = "safe-harbour", "45(3)"
    PRIVACY_SHIELD = "privacy-shield", "45(3)"
