"""The labels of the fields: complete in four languages, no orphans, and two of one part never read alike."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, Literal, get_args, get_origin

import pytest

from ropa.fields import FieldCard, called, cards, every_card
from ropa.glossary import LANGUAGES, known
from ropa.law import CONDITIONS, Basis, Ground, Role, SpecialCategory
from ropa.model import Part, Register
from ropa.model.spec import parts, specs

GLOSSARY = files("ropa.glossary")
LABELS: dict[str, dict[str, dict[str, str]]] = tomllib.loads((GLOSSARY / "fields.toml").read_text("utf-8"))
NOUNS = ("nouns", "nouns-many")
PARTS = parts(Register)

CLOSED: dict[str, tuple[str, ...]] = {
    "legal-bases": tuple(Basis),
    "roles": tuple(Role),
    "grounds": tuple(Ground),
    "special-categories": tuple(SpecialCategory),
    "special-grounds": CONDITIONS,
}
"""The closed lists of the law and the vocabulary that has their labels."""

BESIDES_FIELDS = {"periods", "origins"}
"""Vocabularies that no field names: units of time inside a period, and the words that stand in place of a party."""


def wanted() -> set[tuple[str, str]]:
    fields = {(card.owner, card.key) for card in every_card()}
    return fields | {(noun, part.__name__) for noun in NOUNS for part in PARTS}


def block(owner: str, key: str) -> str:
    return "\n".join([f"[{owner}.{key}]", *(f'{language} = ""' for language in LANGUAGES)])


def literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from (word for word in get_args(annotation) if isinstance(word, str))
    else:
        for inner in get_args(annotation):
            yield from literals(inner)


def test_every_field_and_part_has_a_label_in_four_languages() -> None:
    """What is missing is printed as the block to paste into `fields.toml`."""
    missing = [
        block(owner, key)
        for owner, key in sorted(wanted())
        if set(LABELS.get(owner, {}).get(key, {})) != set(LANGUAGES)
    ]

    assert not missing, "paste into src/ropa/glossary/fields.toml:\n\n" + "\n\n".join(missing)


def test_no_label_is_an_orphan() -> None:
    """A field that is renamed or dropped takes its label with it."""
    found = {(owner, key) for owner, block in LABELS.items() for key in block}

    assert sorted(found - wanted()) == []


def test_labels_head_a_column() -> None:
    """One line that begins with a capital and is at most 60 characters long."""
    faulty = [
        (owner, key, language, label)
        for owner, fields in LABELS.items()
        for key, labels in fields.items()
        for language, label in labels.items()
        if label != " ".join(label.split()) or not label[:1].isupper() or len(label) > 60
    ]

    assert faulty == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_no_two_fields_of_a_part_read_alike(part: type[Part], language: str) -> None:
    """A reader of a sheet can tell its columns apart."""
    count = Counter(card.label(language).casefold() for card in cards(part))

    assert [label for label, times in count.items() if times > 1] == []


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_parts_are_called_alike(language: str, many: bool) -> None:
    """A reader can tell the parts of a register apart."""
    count = Counter(called(part, language, many=many).casefold() for part in PARTS)

    assert [name for name, times in count.items() if times > 1] == []


def test_article_30_is_worded_as_the_regulation_has_it() -> None:
    """Letters (b), (c), (f) and (g) in the four official wordings."""
    said = {key: tuple(LABELS["Facts"][key].values()) for key in ("purposes", "data_subjects", "retention")}

    assert said == {
        "purposes": (
            "Purposes of the processing",
            "Verwerkingsdoeleinden",
            "Finalités du traitement",
            "Zwecke der Verarbeitung",
        ),
        "data_subjects": (
            "Categories of data subjects",
            "Categorieën van betrokkenen",
            "Catégories de personnes concernées",
            "Kategorien betroffener Personen",
        ),
        "retention": (
            "Envisaged time limits for erasure",
            "Beoogde termijnen voor wissing",
            "Délais prévus pour l'effacement",
            "Vorgesehene Fristen für die Löschung",
        ),
    }


def test_vocabularies_and_fields_know_each_other() -> None:
    """Every vocabulary a field names has its terms, and every file of terms is named by a field."""
    there = {
        one.name.removesuffix(".toml") for one in (GLOSSARY / "terms").iterdir() if one.name.endswith(".toml")
    }
    named = {card.vocabulary for card in every_card() if card.vocabulary}

    assert sorted(named - there - {"countries"}) == []
    assert sorted(there - named - BESIDES_FIELDS) == []


@pytest.mark.parametrize("vocabulary", CLOSED)
def test_every_word_of_the_law_has_a_label(vocabulary: str) -> None:
    """A closed list of the law can be shown to a reader in four languages."""
    blocks = known(vocabulary)
    missing = [
        (str(word), language)
        for word in CLOSED[vocabulary]
        for language in LANGUAGES
        if not blocks.get(str(word), {}).get(language)
    ]

    assert missing == []


def test_every_closed_word_of_the_model_has_a_label() -> None:
    """A field that takes a few words only names a vocabulary that has them all."""
    found = [
        (part.__name__, spec.key, word, spec.known.vocabulary if spec.known else None)
        for part in PARTS
        for spec in specs(part).values()
        for word in literals(part.model_fields[spec.name].annotation)
    ]
    missing = [
        (part, key, word)
        for part, key, word, vocabulary in found
        if vocabulary is None or not set(LANGUAGES) <= set(known(vocabulary).get(word, {}))
    ]

    assert ("Dpia", "required", "undecided", "answers") in found
    assert missing == []


def test_provisions_look_like_provisions() -> None:
    """An article, with its paragraph and letter where it has them: 30(1)(b)."""
    cited = {(card.owner, card.key): card.article for card in every_card() if card.article}
    shape = re.compile(r"[1-9]\d?(\([1-9]\d?\)(\([a-z]\))?)?")

    assert len(cited) > 30
    assert {field: article for field, article in cited.items() if not shape.fullmatch(article)} == {}


class TestSentences:
    """What each field means, in four languages."""

    @pytest.mark.parametrize("one", every_card(), ids=lambda one: f"{one.owner}.{one.key}")
    def test_the_english_is_the_sentence_on_the_field(self, one: FieldCard) -> None:
        """Where the field says something else now, the other three are to be translated again."""
        assert one.meaning("en") == one.sentence

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_each_says_something_and_ends(self, language: str) -> None:
        said = [one.meaning(language) for one in every_card()]
        assert [one for one in said if not one.strip() or one[-1] not in ".…"] == []

    def test_none_is_left_of_a_field_that_went(self) -> None:
        held = tomllib.loads((files("ropa.glossary") / "sentences.toml").read_text("utf-8"))["sentences"]
        known = {(one.owner, one.key) for one in every_card()}
        assert {(owner, key) for owner, block in held.items() for key in block} == known
