"""A law by its name is one; words that fit every law are none, in four languages."""

from __future__ import annotations

import pytest
from tests.rules.asking import places

from ropa.rules.unnamed import names_no_law

NONE = [
    "legal accounting requirement", "Statutory requirement", "legal requirements", "required by law",
    "gesetzliche Aufbewahrungspflichten", "gesetzliche Vorgaben", "rechtliche Verpflichtung", "Gesetz",
    "handels- und steuerrechtliche Aufbewahrungsfristen", "obligations légales", "obligation légale", "obligations comptables",
    "la législation applicable en matière fiscale", "wettelijke verplichting", "Wettelijke bewaarplicht", "de wet",
    "fiscale bewaarplicht", "geldende wet- en regelgeving", "a duty, not further specified",
]  # fmt: skip
NAMED = [
    "AWR art. 52", "§ 147 AO, § 257 HGB", "Companies Act 1 s. 2", "Code du travail, art. L1221", "Code de commerce",
    "Wet op de sociale zekerheid", "Wet van 21 maart 2007", "Loi sur la protection des données", "VAT Code, article 60",
    "arrêté du 8 mars 2019", "Grundgesetz", "Data Protection Act 2018",
]  # fmt: skip


@pytest.mark.parametrize("law", NONE)
def test_no_law(law: str) -> None:
    """It does not explain keeping for ever, and it is told that no law is named."""
    assert names_no_law(law)
    activity = {"key": "a", "retention": {"criterion": "Kept indefinitely", "law": law}}
    for name in ("retention-unlimited", "statutory-period-without-law"):
        assert places(name, activities=[activity]) == [("activities.a.retention.1", "warning")]


@pytest.mark.parametrize("law", NAMED)
def test_a_law(law: str) -> None:
    """By its name, its number or its day."""
    assert not names_no_law(law)
    activity = {"key": "a", "retention": {"criterion": "Kept indefinitely", "law": law}}
    for name in ("retention-unlimited", "statutory-period-without-law"):
        assert places(name, activities=[activity]) == []
