"""One card per field: declared once, in the order of the model, found by article."""

from __future__ import annotations

import pytest

from ropa.errors import UnknownEntry, UnknownLanguage
from ropa.fields import answering, called, card, cards, declaring, every_card
from ropa.law import Duty
from ropa.model import (
    Activity,
    Agreement,
    Contact,
    Evidence,
    Flow,
    Item,
    Part,
    Party,
    Register,
    SharedMeasure,
)
from ropa.model.spec import parts, specs

PARTS = parts(Register)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_has_a_card_for_every_field_in_its_order(part: type[Part]) -> None:
    """The cards follow the model and leave nothing out."""
    assert [one.key for one in cards(part)] == list(specs(part))


def test_every_declared_field_has_one_card() -> None:
    """A field that thirty parts inherit is one fact with one label."""
    declared = [(one.owner, one.key) for one in every_card()]

    assert len(declared) == len(set(declared))
    assert set(declared) == {(one.owner, one.key) for part in PARTS for one in cards(part)}


def test_a_card_knows_where_its_field_appears() -> None:
    """The parts named on a card are those whose cards hold it."""
    for one in every_card():
        assert one.parts == tuple(part.__name__ for part in PARTS if one in cards(part)), (one.owner, one.key)


@pytest.mark.parametrize(
    ("part", "key", "owner"),
    [
        (Activity, "purposes", "Facts"),
        (Activity, "name", "Activity"),
        (Party, "key", "Entry"),
        (Flow, "evidence", "Entry"),
        (SharedMeasure, "text", "Measure"),
        (SharedMeasure, "key", "Entry"),
        (Evidence, "for", "Evidence"),
    ],
)
def test_the_label_stands_where_the_field_is_first_declared(part: type[Part], key: str, owner: str) -> None:
    """A class that only makes a field stricter, as `Keyed` does, is not its home."""
    assert card(part, key).owner == owner
    assert declaring(part, card(part, key).attribute).__name__ == owner


def test_a_card_joins_what_the_field_says() -> None:
    """Type, provision, duty, vocabulary and references come from the annotation of the field."""
    recipient = card(Flow, "recipient")
    special = card(Item, "special")
    quoted = card(Evidence, "for")

    assert (recipient.article, recipient.duty, recipient.refers, recipient.many) == (
        "30(1)(d)",
        Duty.SHALL,
        "party",
        True,
    )
    assert (special.vocabulary, special.article, special.duty) == ("special-categories", "", None)
    assert (quoted.key, quoted.attribute) == ("for", "for_")
    assert (card(Party, "contact").part, card(Contact, "email").part) == ("Contact", None)
    assert card(Agreement, "signed").sentence == "The day it was signed."


def test_the_letters_of_article_30_are_answered() -> None:
    """Each letter of both records has at least one field."""
    letters = [f"30(1)({letter})" for letter in "abcdefg"] + ["30(2)(b)", "30(2)(d)"]

    assert [letter for letter in letters if not answering(letter)] == []
    assert [(one.owner, one.key) for one in answering("30(1)(g)")] == [("Facts", "security")]
    assert answering("99") == ()


def test_cards_are_made_once() -> None:
    """They do not change, so every caller gets the same."""
    assert card(Activity, "flows") is card(Activity, "flows")
    assert every_card() is every_card()


def test_a_mistyped_field_is_told_with_the_nearest() -> None:
    """What is asked by a wrong name is an error of ours."""
    with pytest.raises(UnknownEntry, match="Activity has no field 'purpose'; did you mean 'purposes'"):
        card(Activity, "purpose")


def test_a_language_without_labels_is_told() -> None:
    """The error names the languages there are."""
    with pytest.raises(UnknownLanguage, match="en, nl, fr, de"):
        card(Activity, "purposes").label("es")
    with pytest.raises(UnknownLanguage):
        called(Activity, "es")
