"""How letters read: days as they are written, one pair of quotation marks in another, and questions that ask."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ropa.formats.native import load, loads
from ropa.glossary import LANGUAGES, has_phrase, quoted
from ropa.glossary.book import known_phrases
from ropa.letters import Document, Letter, ask, cover, documents_in
from ropa.model import Register
from ropa.rules import RULES

ON = date(2026, 11, 22)
EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("bakery", "proximus-ict", "qlinx", "qlix", "qooqie", "wolq")
READERS = ("authority", "customer", "public", "internal")
REGISTER = """
ropa: 1
holder: atelier
parties:
  - {key: atelier, name: AtelierCloud, country: FR, contact: {email: a@atelier.example}}
  - {key: host, name: Octave SAS, country: FR}
  - {key: lab, name: Étoile Inc, country: US}
  - {key: sub, name: Horizon « Nord », country: IN}
agreements:
  - {key: dpa, kind: processing-agreement, between: [atelier, host], signed: 2024-03-01, ends: 2025-03-01}
  - {key: sub, name: Contrat « cadre », kind: processing-agreement, between: [host, sub], sub_processors: general-authorisation}
activities:
  - key: paie
    name: Paie « 2026 »
    owner: Alice Élan
    data_subjects: employees
    personal_data: [name, health-data, national-id]
    purposes: [{text: Payer}]
    automated_decisions: {exists: true}
    flows:
      - {recipient: host, role: processor}
      - {sender: host, recipient: sub, role: processor}
      - {recipient: lab, role: [processor, controller], countries: US}
  - key: offres
    name: Offres
    owner: Alice Élan
    data_subjects: customers
    personal_data: [name]
    absences:
      retention: {unknown: "La direction « décide »", owner: Alice Élan, due: 2026-12-01}
      security: {unknown: "Bientôt", due: 2025-12-01}
"""


def letters(language: str) -> tuple[Letter, ...]:
    return ask(loads(REGISTER), on=ON, language=language)


def owner(language: str) -> Letter:
    (found,) = ask(loads(REGISTER), on=ON, language=language, to="Alice Élan")
    return found


def covers(language: str) -> tuple[Letter, ...]:
    held = (Document("report.pdf", "0" * 64),)
    return tuple(cover(loads(REGISTER), held, on=ON, reader=reader, language=language) for reader in READERS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_are_written(language: str) -> None:
    """At the head, in the questions and in the letter that goes with documents: no letter has 2026-11-22 in it."""
    head = {
        "en": "22 November 2026",
        "nl": "22 november 2026",
        "fr": "22 novembre 2026",
        "de": "22. November 2026",
    }

    for one in (*letters(language), *covers(language)):
        lines = one.text().splitlines()
        assert lines[0] == one.sender
        assert lines[2] == head[language] == one.day
        assert not re.search(r"\d{4}-\d\d-\d\d", one.text()), one.text()
    assert head[language] in covers(language)[0].paragraphs[1]


def test_what_holds_of_all_activities() -> None:
    """Is not asked with a list of them, where they are many; it is where one of them is no part of it."""
    parties = [
        {"key": "shop", "name": "Shop", "contact": {"address": "High Street 1", "phone": "1"}},
        {"key": "host"},
    ]
    flow = {"recipient": "host", "role": "processor"}
    many = [{"key": f"a{number}", "name": f"Work {number}", "flows": flow} for number in range(6)]
    told = Register(holder="shop", parties=parties, activities=many)
    all_but_one = Register(holder="shop", parties=parties, activities=[*many, {"key": "own", "name": "Own"}])

    (letter,) = ask(told, on=ON, to="host", language="nl")
    assert any("Dit betreft alle verwerkingsactiviteiten; zie" in one.text for one in letter.questions)
    assert "Work" not in letter.text()
    assert letter.sender == "Shop · High Street 1 · 1"
    (letter,) = ask(all_but_one, on=ON, to="host")
    assert "“Work 5”" in letter.text()


def test_what_a_document_is() -> None:
    """Stands beside its name, and the mark of it is found all the same."""
    held = (
        Document("register.xlsx", "0" * 64, format="workbook"),
        Document("x.pdf", "1" * 64, format="scc-annex"),
    )
    text = cover(loads(REGISTER), held, on=ON, language="en").text()

    assert "register.xlsx (the register as a workbook) — SHA-256" in text
    assert documents_in(text) == {"register.xlsx": "0" * 64, "x.pdf": "1" * 64}


def test_the_first_of_a_month() -> None:
    """Has a form of its own in French; a day that is past is not asked for."""
    text = owner("fr").text()

    assert "au plus tard le 1er décembre 2026" in text
    assert "La réponse était attendue pour le 1er décembre 2025" in text
    assert "The answer was expected by 1 December 2025" in owner("en").text()
    assert any("du 1er mars 2024" in one.text() for one in letters("fr"))


def test_no_article_before_a_name_in_french() -> None:
    """A name may begin with a vowel: no sentence has `de`, `que` or the like right before one."""
    elided = re.compile(
        r"\b(de|que|le|la|jusque|lorsque|puisque|quoique|si) (AtelierCloud|Octave|Étoile|Horizon|Alice)", re.I
    )

    for one in (*letters("fr"), *covers("fr")):
        assert not elided.search(one.text()), one.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotations_within_quotations(language: str) -> None:
    """A name with quotation marks of its own gets others within those of the letter; nothing is quoted twice."""
    inner = {"en": "“Say ‘yes’”", "nl": "“Say ‘yes’”", "fr": "«\u00a0Say “yes”\u00a0»", "de": "„Say ‚yes‘“"}
    asked = {"en": "Say “yes”", "nl": "Say “yes”", "fr": "Say « yes »", "de": "Say „yes“"}
    text = "\n".join(one.text() for one in letters(language))

    assert quoted(asked[language], language) == inner[language]
    assert not re.search(r"«\s*«|»\s*»|““|””|„„", text)


def test_french_blanks_hold() -> None:
    """No line ends within quotation marks or before a colon, in the words of a finding as well."""
    text = owner("fr").text()

    assert "«\u00a0Paie “2026”\u00a0»" in text
    assert not re.search("« | »| :| ;| \\?", text)


def test_of_the_regulation() -> None:
    """Set apart by a comma in French and Dutch where the provision is more than an article."""
    said = {language: covers(language)[0].paragraphs[0] for language in LANGUAGES}
    whole = {language: covers(language)[3].paragraphs[0] for language in LANGUAGES}

    assert "(article 30, paragraphe 4, du règlement" in said["fr"]
    assert "(artikel 30, lid 4, van de" in said["nl"]
    assert "(Artikel 30 Absatz 4 der" in said["de"]
    assert "(Article 30(4) of the" in said["en"]
    assert "(article 30 du règlement" in whole["fr"]
    assert "(artikel 30 van de" in whole["nl"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_point_of_an_owner_asks(language: str) -> None:
    """A question mark, and never only what is not recorded."""
    letter = owner(language)

    assert len(letter.questions) > 10
    assert all("?" in one.text for one in letter.questions)


def test_what_is_asked() -> None:
    """A field by its question, a rule by its own or by the one for all others."""
    questions = owner("nl").questions
    said = {(one.topic, one.activities): one.text for one in questions}

    assert [one.activities for one in questions if "hoe lang bewaart u deze gegevens" in one.text] == [
        ("offres",),
        ("paie",),
    ]
    assert said["legal-basis-not-recorded", ("paie",)].endswith(
        "Waarop steunt u dit: toestemming, een overeenkomst, een wet, een gerechtvaardigd belang?"
    )
    assert said["automated-decision-on-special-data", ("paie",)].endswith(
        "waarom het niet van toepassing is?"
    )


def test_a_field_is_asked_once() -> None:
    """What somebody is to find out is not asked again as missing."""
    asked = [
        one for one in owner("en").questions if "Envisaged time limits" in one.text and "“Offres”" in one.text
    ]

    assert [one.topic for one in asked] == ["unknown"]


def test_how_to_reach_a_party_is_no_matter_of_an_activity() -> None:
    """The question names none."""
    found = ask(load(EXAMPLES / "bakery"), on=ON, language="en", to="postduif")[0].questions[-1]

    assert found.text.endswith("if you have designated one. See Article 33(2).")
    assert found.activities == ("nieuwsbrief",)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_examples(name: str, language: str) -> None:
    """No day in figures, no quotation twice, no elision left out."""
    for one in ask(load(EXAMPLES / name), on=ON, language=language):
        assert not re.search(r"\d{4}-\d\d-\d\d|«\s*«|““", one.text())
        if language == "fr":
            assert not re.search(r"\b(de|que) [AEIOUHÉÈ]\w+", one.subject + one.paragraphs[0])


def test_every_request_is_of_a_rule() -> None:
    """No request stands for a rule that is none."""
    rules = {key for key in known_phrases("asked")["rule"] if key != "rest"}  # type: ignore[attr-defined]

    assert rules <= {one.name for one in RULES}
    assert has_phrase("asked.rule.rest")
