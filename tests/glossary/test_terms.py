"""The known terms: complete in four languages, unambiguous, and marked with words the law knows."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from ropa.glossary import LANGUAGES
from ropa.law import COUNTRIES, SpecialCategory

GLOSSARY = files("ropa.glossary")
VOCABULARIES = sorted(one.name.removesuffix(".toml") for one in (GLOSSARY / "terms").iterdir())
LABELLED = [name for name in VOCABULARIES if name != "periods"]

BESIDES_LABELS = {
    "personal-data": {"dpv", "special", "reveals", "criminal", "national_id"},
    "data-subjects": {"dpv", "children", "vulnerable"},
    "rights": {"dpv", "article"},
    "agreements": {"dpv", "article"},
    "measures": {"dpv", "objective"},
    "schemes": {"dpv", "transfers"},
}
"""What a block may say besides its labels; in a vocabulary not named here, only a DPV identifier."""

NOT_KEBAB = {"special-grounds"}
"""Its words are provisions, such as 9(2)(a)."""

PROPER_NAMES = {"schemes", "grounds"}
"""Their labels hold names of registers and schemes, which keep their capitals."""

CLOSED = {
    "party-kinds": {"organisation", "person", "international-organisation"},
    "statuses": {"draft", "planned", "active", "adopted", "ended"},
    "readings": {"stated", "inferred", "contradicted"},
    "dpia-criteria": {
        "evaluation-or-scoring",
        "automated-decision",
        "systematic-monitoring",
        "sensitive-data",
        "large-scale",
        "matching-datasets",
        "vulnerable-data-subjects",
        "innovative-technology",
        "prevents-rights",
    },
    "periods": {"years", "months", "weeks", "days"},
}


def words(vocabulary: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((GLOSSARY / "terms" / f"{vocabulary}.toml").read_text("utf-8"))


def labels(vocabulary: str, language: str) -> Iterator[str]:
    return (block[language] for block in words(vocabulary).values())


@pytest.mark.parametrize("vocabulary", LABELLED)
def test_every_term_has_a_label_in_four_languages(vocabulary: str) -> None:
    """A label is one line of text, without spaces around it."""
    faulty = [
        (word, language)
        for word, block in words(vocabulary).items()
        for language in LANGUAGES
        if not isinstance(label := block.get(language), str) or not label or label != " ".join(label.split())
    ]

    assert faulty == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("vocabulary", LABELLED)
def test_no_two_terms_of_a_vocabulary_read_alike(vocabulary: str, language: str) -> None:
    """A reader of a printed register can tell any two terms apart; there are no exceptions."""
    count = Counter(label.casefold() for label in labels(vocabulary, language))

    assert [label for label, times in count.items() if times > 1] == []


@pytest.mark.parametrize("vocabulary", [name for name in VOCABULARIES if name not in NOT_KEBAB])
def test_words_are_kebab_case(vocabulary: str) -> None:
    """Machine words are lower-case English joined by hyphens, like keys."""
    assert [word for word in words(vocabulary) if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", word)] == []


@pytest.mark.parametrize("vocabulary", LABELLED)
def test_blocks_say_nothing_unknown(vocabulary: str) -> None:
    """A misspelt marking is noticed here, because the loader would pass over it in silence."""
    allowed = {*LANGUAGES, *BESIDES_LABELS.get(vocabulary, {"dpv"})}

    assert {word: extra for word, block in words(vocabulary).items() if (extra := set(block) - allowed)} == {}


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
@pytest.mark.parametrize("vocabulary", [name for name in LABELLED if name not in PROPER_NAMES])
def test_labels_are_written_as_in_running_text(vocabulary: str, language: str) -> None:
    """A label begins with a small letter, unless its first word is an abbreviation such as IP."""
    capitalised = [
        label
        for label in labels(vocabulary, language)
        if label[0].isupper() and not re.match(r"[A-Z]{2}", label)
    ]

    assert capitalised == []


@pytest.mark.parametrize("marking", ["special", "reveals"])
def test_personal_data_are_marked_with_categories_of_article_9(marking: str) -> None:
    """What a known datum brings with it is one of the eight categories of Article 9(1)."""
    marked = {block[marking] for block in words("personal-data").values() if marking in block}

    assert marked
    assert marked <= {str(one) for one in SpecialCategory}


def test_every_special_category_has_a_known_datum() -> None:
    """Each of the eight categories can be named with a known term."""
    marked = {block.get("special") for block in words("personal-data").values()}

    assert {str(one) for one in SpecialCategory} <= marked


@pytest.mark.parametrize("marking", ["criminal", "national_id"])
def test_articles_10_and_87_are_marked_true_or_not_at_all(marking: str) -> None:
    """Absent means: not always so."""
    marked = [block[marking] for block in words("personal-data").values() if marking in block]

    assert marked
    assert all(one is True for one in marked)


@pytest.mark.parametrize("marking", ["children", "vulnerable"])
def test_people_are_marked_true_or_not_at_all(marking: str) -> None:
    """A term whose people only may be so says nothing."""
    marked = [block[marking] for block in words("data-subjects").values() if marking in block]

    assert marked
    assert all(one is True for one in marked)


def test_no_datum_both_is_and_reveals_a_category() -> None:
    """A datum that belongs to a category has no need to reveal it."""
    assert [
        word for word, block in words("personal-data").items() if {"special", "reveals"} <= set(block)
    ] == []


def test_every_right_has_its_provision() -> None:
    """Each right cites the article that grants it."""
    cited = {word: block.get("article", "") for word, block in words("rights").items()}

    assert [word for word, article in cited.items() if not is_provision(article)] == []
    assert (cited["access"], cited["erasure"], cited["complaint"]) == ("15", "17", "77")


def test_agreements_cite_provisions() -> None:
    """An article stands only where the Regulation asks for the agreement."""
    cited = {word: block["article"] for word, block in words("agreements").items() if "article" in block}

    assert [word for word, article in cited.items() if not is_provision(article)] == []
    assert (cited["processing-agreement"], cited["joint-controller-arrangement"]) == ("28(3)", "26")


def test_every_measure_serves_a_letter_of_article_32() -> None:
    """Together the measures cover the four letters of Article 32(1)."""
    assert {"a", "b", "c", "d"} == {block.get("objective") for block in words("measures").values()}


@pytest.mark.parametrize("vocabulary", LABELLED)
def test_dpv_identifiers_are_prefixed_names(vocabulary: str) -> None:
    """The shape only; that they exist in DPV was checked when they were written down."""
    shape = re.compile(r"(dpv|pd|eu-gdpr|tech):[A-Z][A-Za-z0-9-]*")

    found = [block["dpv"] for block in words(vocabulary).values() if "dpv" in block]

    assert [one for one in found if not shape.fullmatch(one)] == []


@pytest.mark.parametrize("vocabulary", CLOSED)
def test_closed_vocabularies_hold_exactly_their_words(vocabulary: str) -> None:
    """These lists are the model's own or the authorities', and free text is not among them."""
    assert CLOSED[vocabulary] == set(words(vocabulary))


def test_period_words_are_lower_case_lists_in_four_languages() -> None:
    """Every unit has at least one accepted word in each language, and its ISO 8601 letter."""
    units = words("periods")

    assert {"Y", "M", "W", "D"} == {block["iso"] for block in units.values()}
    for block in units.values():
        assert {*LANGUAGES, "iso"} == set(block)
        assert all(block[language] for language in LANGUAGES)
        assert all(one == one.lower().strip() for language in LANGUAGES for one in block[language])


def test_a_period_word_means_one_unit_in_any_language() -> None:
    """Text can be read without knowing its language."""
    units = words("periods")
    meaning = {
        (one, unit) for unit, block in units.items() for language in LANGUAGES for one in block[language]
    }

    assert [one for one, times in Counter(one for one, _ in meaning).items() if times > 1] == []


def test_every_country_has_its_names() -> None:
    """The names stand for exactly the codes the law floor knows, EU and EEA included."""
    names = tomllib.loads((GLOSSARY / "countries.toml").read_text("utf-8"))

    assert set(names) == set(COUNTRIES)
    assert len(names) == 251
    assert [
        code for code, block in names.items() if set(block) != set(LANGUAGES) or not all(block.values())
    ] == []
    assert names["NL"] == {"en": "Netherlands", "nl": "Nederland", "fr": "Pays-Bas", "de": "Niederlande"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_countries_have_one_name(language: str) -> None:
    """A printed country leads back to one code."""
    names = tomllib.loads((GLOSSARY / "countries.toml").read_text("utf-8"))

    assert len(names) == len({block[language] for block in names.values()})


def is_provision(article: str) -> bool:
    """Whether a text is an article with its paragraph and letter, such as 46(2)(c)."""
    return re.fullmatch(r"\d{1,2}(\(\d\)(\([a-z]\))?)?", article) is not None
