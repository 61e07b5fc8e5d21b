"""The special categories of Article 9(1), and the conditions that lift their prohibition."""

from ropa.law.provided import Provided


class SpecialCategory(Provided):
    """A special category of personal data.

    >>> SpecialCategory.HEALTH.provision
    '9(1)'
    """

    RACIAL_OR_ETHNIC_ORIGIN = "racial-or-ethnic-origin", "9(1)"
    POLITICAL_OPINIONS = "political-opinions", "9(1)"
    RELIGIOUS_OR_PHILOSOPHICAL_BELIEFS = "religious-or-philosophical-beliefs", "9(1)"
    TRADE_UNION_MEMBERSHIP = "trade-union-membership", "9(1)"
    GENETIC_DATA = "genetic-data", "9(1)"
    BIOMETRIC_DATA = "biometric-data", "9(1)"
    HEALTH = "health", "9(1)"
    SEX_LIFE_OR_SEXUAL_ORIENTATION = "sex-life-or-sexual-orientation", "9(1)"


CONDITIONS = (*(f"9(2)({letter})" for letter in "abcdefghij"), "10", "87")
"""What a `SpecialGround` may cite: the conditions of Article 9(2), and Articles 10 and 87 for their own data."""
