"""Where words may be broken: by the patterns of a language, and at the marks within an address."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pyphen
import pytest
from hypothesis import given, strategies as st

from ropa.typeface import atoms, width, wrap
from ropa.typeface.syllables import FIRST, LAST, points

WORDS = {
    "nl": "verwerkingsverantwoordelijke persoonsgegevens klanttevredenheidsonderzoek geïnteresseerden",
    "de": "Auftragsverarbeiter Datenschutzbeauftragter Zuständigkeitsbereich Aufbewahrungsfristen Schifffahrt",
    "fr": "responsable conservation proportionnalité pseudonymisation traitements",
    "en": "controller organisational pseudonymisation establishment",
}


@pytest.mark.parametrize("language", WORDS)
def test_every_place_is_one_of_those_that_pyphen_finds(language: str) -> None:
    """Ours are pyphen's, less those too near an end and those that would leave a letter alone."""
    theirs = pyphen.Pyphen(lang=language)

    for word in WORDS[language].split():
        ours = points(word, language)
        all_of_them = [at for at in theirs.positions(word) if FIRST <= at <= len(word) - LAST]
        assert ours
        assert set(ours) <= set(all_of_them)
        lonely = {at for at in all_of_them if at + 1 in all_of_them}
        assert set(all_of_them) - set(ours) <= lonely


def test_of_two_places_beside_each_other_the_later_one_counts() -> None:
    """The German patterns would leave the a of Arbeit alone."""
    theirs = pyphen.Pyphen(lang="de").positions("Verarbeitung")

    assert {3, 4, 5} <= set(theirs)
    assert points("Verarbeitung", "de") == (3, 5, 8)


@pytest.mark.parametrize("word", [word for words in WORDS.values() for word in words.split()])
def test_every_piece_of_a_parted_word_fits_with_its_hyphen(word: str) -> None:
    """However wide the line is."""
    for tenths in range(250, 1500):
        lines = wrap(word, tenths / 10, 9, language="nl", hyphen="\u00ad")
        assert all(width(line, 9) <= tenths / 10 + 1e-6 for line in lines)


@given(st.text(st.characters(categories=["L"]), max_size=70), st.sampled_from(["nl", "fr", "en"]))
def test_no_letter_stands_alone(word: str, language: str) -> None:
    """Whatever the word, three letters stand at either end and two between hyphens."""
    found = points(word, language)

    assert all(FIRST <= at <= len(word) - LAST for at in found)
    assert all(after - at > 1 for at, after in pairwise(found))


@pytest.mark.parametrize("language", ["", "xx", "../../etc/passwd", "nl\x00", "NL", "nl-BE", "nl_BE"])
def test_a_language_is_known_or_not_but_never_a_fault(language: str) -> None:
    """A region is left aside; without a language nothing is parted."""
    known = language.lower().startswith("nl") and "\x00" not in language

    assert bool(points("persoonsgegevens", language)) == known


def test_importing_the_room_and_breaking_short_words_reads_no_dictionary() -> None:
    """pyphen is imported when the first word does not fit."""
    code = (
        "import sys; from ropa.typeface import wrap; wrap('short words fit', 200, 9, language='nl');"
        "a = 'pyphen' in sys.modules; wrap('verwerkingsverantwoordelijke', 60, 9, language='nl');"
        "sys.exit(a or 'pyphen' not in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_hyphen_is_the_one_asked_for() -> None:
    """A hyphen in sight on a screen, a soft one in a PDF; none without a language."""
    word = "verwerkingsverantwoordelijke"

    assert wrap(word, 100, 9, language="nl") == ("verwerkingsverant-", "woordelijke")
    assert wrap(word, 100, 9, language="nl", hyphen="\u00ad") == ("verwerkingsverant\u00ad", "woordelijke")
    assert "-" not in "".join(wrap(word, 100, 9))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("2026-01-02", ["2026-01-02"]),
        ("dpa-2026", ["dpa-", "2026"]),
        ("e-mail", ["e-", "mail"]),
        ("a.b@c.example", ["a", ".b", "@c", ".example"]),
        ("12:30", ["12:30"]),
        ("https://x.example/a/b?c=1", ["https://", "x", ".example/", "a/", "b", "?c", "=1"]),
        ("einde.", ["einde."]),
        ("", [""]),
    ],
)
def test_marks_within_a_word(word: str, parts: list[str]) -> None:
    """Slashes and dashes end a part, dots and the like begin one; dates and times have none."""
    assert atoms(word) == parts


@given(st.text(st.sampled_from("abdeghiklnorstuvwz0123456789/.-@_ "), max_size=200), st.floats(25, 200))
def test_lines_fit_with_their_hyphens_and_lose_nothing(text: str, room: float) -> None:
    """Each line fits, hyphen included; without the hyphens the text is as it was."""
    lines = wrap(text, room, 8, language="nl", hyphen="\u00ad")

    assert all(width(line, 8) <= room + 1e-6 for line in lines)
    assert not any(line.endswith("\u00ad") for line in lines[-1:])
    assert "".join(text.split()) == "".join("".join(lines).replace("\u00ad", "").split())


@given(st.integers(1, 400), st.floats(20, 300))
def test_what_has_no_place_to_break_is_broken_evenly(length: int, room: float) -> None:
    """All parts but the last are of one size, and the last is not much shorter."""
    sizes = [len(line) for line in wrap("8" * length, room, 8)]

    assert len(set(sizes[:-1])) <= 1
    assert sizes[-1] > sizes[0] - len(sizes)


def test_a_word_of_40_000_letters_is_broken_in_any_language() -> None:
    """A run of letters that is no word is not looked up."""
    assert "".join(wrap("a" * 40_000, 100, 10, language="de")) == "a" * 40_000
