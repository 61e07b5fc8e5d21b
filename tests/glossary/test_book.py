"""Looking words up: labels, phrases, terms, texts in the reader's language, and provisions as readers cite them."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from ropa.errors import UnknownLanguage
from ropa.glossary import LANGUAGES, citation, known, phrase, require, term, text
from ropa.glossary.book import nearest


class TestLanguage:
    """Four of them."""

    def test_known(self) -> None:
        """Each is given back."""
        assert [require(language) for language in LANGUAGES] == list(LANGUAGES)

    @pytest.mark.parametrize("language", ["la", "", "EN", "nl-BE", "q" * 10_000])
    def test_unknown(self, language: str) -> None:
        """Others are told, shortly."""
        with pytest.raises(UnknownLanguage, match="there are en, nl, fr, de") as caught:
            require(language)
        assert len(str(caught.value)) < 100


class TestPhrase:
    """Sentences of the library's own."""

    def test_gaps(self) -> None:
        """Are filled in; braces in what fills them are left alone."""
        assert phrase("check.as-of", "en", on="{0}") == "as of {0}"

    def test_without_values_is_left_as_it_stands(self) -> None:
        """So that a printer can fill it in later."""
        assert phrase("report.page", "en") == "page {page} of {pages}"

    def test_unknown(self) -> None:
        """A language nobody speaks is told; a phrase that is not there is a mistake of ours."""
        with pytest.raises(UnknownLanguage):
            phrase("report.title", "la")
        with pytest.raises(KeyError):
            phrase("report.no-such-thing", "en")


class TestText:
    """Texts of a register."""

    def test_order_of_preference(self) -> None:
        """The reader's language, the register's own, ours in their order, any."""
        words = {"pt": "p", "de": "d", "fr": "f"}

        assert text(words, "de", "fr") == "d"
        assert text(words, "nl", "fr") == "f"
        assert text(words, "nl", "la") == "f"
        assert text({"pt": "p"}, "nl", "la") == "p"
        assert text("plain", "nl") == "plain"

    def test_terms(self) -> None:
        """A known term by its label, another as it was written, a text by its language."""
        assert term("roles", "processor", "de") == "Auftragsverarbeiter"
        assert term("roles", "en", "nl") == "en"
        assert term("services", {"nl": "kapper"}, "de") == "kapper"

    @given(st.text())
    def test_words_of_strangers(self, word: str) -> None:
        """Any text is itself, unless it is a term."""
        assert term("services", word, "en") == word or word in known("services")


def test_nearest() -> None:
    """The word most like a mistyped one; none where nothing comes near, however long."""
    assert nearest("purpses", ["purposes", "parties"]) == "purposes"
    assert nearest("zzz", ["purposes"]) is None
    assert nearest("q" * 10**6, ["purposes"]) is None
    assert nearest("a", []) is None


class TestCitation:
    """Provisions as readers cite them."""

    @pytest.mark.parametrize(
        ("provision", "en", "nl", "fr", "de"),
        [
            ("30", "Article 30", "artikel 30", "article 30", "Artikel 30"),
            (
                "30(1)",
                "Article 30(1)",
                "artikel 30, lid 1",
                "article 30, paragraphe 1",
                "Artikel 30 Absatz 1",
            ),
            (
                "9(2)(j)",
                "Article 9(2)(j)",
                "artikel 9, lid 2, onder j)",
                "article 9, paragraphe 2, point j)",
                "Artikel 9 Absatz 2 Buchstabe j",
            ),
            (
                "49(1) second subparagraph",
                "Article 49(1), second subparagraph",
                "artikel 49, lid 1, tweede alinea",
                "article 49, paragraphe 1, deuxième alinéa",
                "Artikel 49 Absatz 1 Unterabsatz 2",
            ),
        ],
    )
    def test_forms(self, provision: str, en: str, nl: str, fr: str, de: str) -> None:
        """Article, paragraph and point, in the order and words of the language."""
        assert [en, nl, fr, de] == [citation(provision, language) for language in ("en", "nl", "fr", "de")]

    def test_what_is_no_provision(self) -> None:
        """Is given back as it stands."""
        assert citation("ePrivacy 5(3)", "nl") == "ePrivacy 5(3)"
