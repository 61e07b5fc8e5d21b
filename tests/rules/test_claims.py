"""What messages claim: that something is not recorded, and of what words only suggest, that it seems so."""

from __future__ import annotations

import pytest
from tests.rules.asking import asked
from tests.rules.test_rules import day, examples, findings

from ropa.glossary import LANGUAGES
from ropa.rules import RULES
from ropa.rules.rule import Rule

RECORDED = {"en": "recorded", "nl": "vastgelegd", "fr": "consigné", "de": "verzeichnet"}
SEEMS = {
    "en": ("appears", "looks like", "points to", "possibly", "may "),
    "nl": ("lijkt", "wijst op", "misschien", "kunnen"),
    "fr": ("semble", "laisse penser", "peut-être", "peuvent"),
    "de": ("scheint", "sieht nach", "deutet", "möglicherweise", "können"),
}
OF_WHAT_IS_SAID = (
    *(f"ROPA{number}" for number in range(229, 240)), "ROPA252", "ROPA269", "ROPA276", "ROPA296",
)  # fmt: skip
"""Rules about what is said and what is left unsaid."""
OF_WHAT_IS_MEANT = ("ROPA229", "ROPA230", "ROPA233", "ROPA234", "ROPA237", "ROPA238")
"""Those that take words for something that may be otherwise."""


def messages(one: Rule, language: str) -> list[str]:

    (_, flagged), _ = examples(one)
    return [found.message(language) for found in findings(flagged, one, on=day(one, 0))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", OF_WHAT_IS_SAID)
def test_what_is_not_there_is_not_recorded(code: str, language: str) -> None:
    """A register shows what stands in it; whether it is so elsewhere it can't."""
    (one,) = (rule for rule in RULES if rule.code == code)
    found = messages(one, language)

    assert found
    assert all(RECORDED[language] in said for said in found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", OF_WHAT_IS_MEANT)
def test_what_words_suggest_only_seems_so(code: str, language: str) -> None:
    """Whether it is so is for a person to see."""
    (one,) = (rule for rule in RULES if rule.code == code)

    assert all(any(seems in said for seems in SEEMS[language]) for said in messages(one, language))


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "“Automatische incasso” appears to be a collection by direct debit; no bank or payment provider is recorded among the recipients (Article 30(1)(d))."),
        ("nl", "“Automatische incasso” lijkt een automatische incasso te zijn; een bank of betaaldienst is niet als ontvanger vastgelegd (artikel 30, lid 1, onder d))."),
        ("fr", "«\xa0Automatische incasso\xa0» semble correspondre à un prélèvement\xa0; aucune banque ni aucun prestataire de paiement n’est consigné parmi les destinataires (article 30, paragraphe 1, point d))."),
        ("de", "„Automatische incasso“ scheint einen Einzug per Lastschrift zu betreffen; weder eine Bank noch ein Zahlungsdienst ist als Empfänger verzeichnet (Artikel 30 Absatz 1 Buchstabe d)."),
    ],
)  # fmt: skip
def test_a_direct_debit(language: str, message: str) -> None:
    """May be collected by who is no party of this register."""
    activity = {"key": "a", "purposes": [{"text": "Automatische incasso"}]}
    (found,) = asked("direct-debit-without-bank", parties=[{"key": "bakery"}], activities=[activity])

    assert found.message(language) == message
