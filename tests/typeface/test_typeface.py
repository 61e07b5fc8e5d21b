"""The typeface: what it holds, how wide words are, what can be shown, how lines are broken."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import pytest
from hypothesis import given, strategies as st

from ropa.typeface import BOLD, REGULAR, printable, register, width, wrap
from ropa.typeface.face import widths

ALPHABETS = {
    "Bulgarian": "абвгдежзийклмнопрстуфхцчшщъьюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ",
    "Croatian": "čćđšžČĆĐŠŽ",
    "Czech": "áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ",
    "Danish": "æøåÆØÅ",
    "Estonian": "äõöüšžÄÕÖÜŠŽ",
    "French": "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»’",
    "German": "äöüßÄÖÜẞ„“",
    "Greek": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ",
    "Hungarian": "áéíóöőúüűÁÉÍÓÖŐÚÜŰ",
    "Irish": "áéíóúÁÉÍÓÚḃċḋḟġṁṗṡṫ",
    "Latvian": "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ",
    "Lithuanian": "ąčęėįšųūžĄČĘĖĮŠŲŪŽ",
    "Maltese": "ċġħżĊĠĦŻ",
    "Polish": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "Romanian": "ăâîșțşţĂÂÎȘȚ",
    "Spanish": "áéíñóúü¿¡ÁÉÍÑÓÚÜ",
    "signs": "–—…•·€£§©®°×→←↑↓✓✔✗✘☐☑☒■□▲△●○│─\u00a0\ufffd",
}


@pytest.mark.parametrize("alphabet", ALPHABETS.values(), ids=ALPHABETS.keys())
@pytest.mark.parametrize("bold", [False, True])
def test_both_faces_hold_every_official_language(alphabet: str, bold: bool) -> None:
    """Every letter of every official language of the Union has a glyph."""
    assert [letter for letter in alphabet if letter not in widths(bold)] == []


def test_the_licence_stands_beside_the_faces() -> None:
    """The licence of the faces is shipped with them, the notice of both rights holders included."""
    licence = (files("ropa.typeface") / "LICENSE.txt").read_text("utf-8")

    assert "Copyright (c) 2003 by Bitstream, Inc." in licence
    assert "Copyright (c) 2006 by Tavmjong Bah" in licence


def test_importing_the_room_imports_no_heavy_library() -> None:
    """reportlab is imported when the first width is asked for, not before."""
    code = "import sys, ropa.typeface; sys.exit('reportlab' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_registering_twice_is_registering_once() -> None:
    """The faces are known to reportlab under their names, and stay the same objects."""
    from reportlab.pdfbase import pdfmetrics

    register()
    first = pdfmetrics.getFont(REGULAR)
    register()

    assert first is pdfmetrics.getFont(REGULAR)
    assert {REGULAR, BOLD} <= set(pdfmetrics.getRegisteredFontNames())


@pytest.mark.parametrize(("name", "bold"), [(REGULAR, False), (BOLD, True)])
def test_widths_are_those_that_reportlab_sets(name: str, bold: bool) -> None:
    """A text is as wide as reportlab will set it."""
    from reportlab.pdfbase import pdfmetrics

    register()

    for text in ("Register van verwerkingsactiviteiten", "Αθήνα – София, Łódź (✓)", ""):
        assert width(text, 9.5, bold) == pytest.approx(pdfmetrics.stringWidth(text, name, 9.5))


@given(st.text(), st.text())
def test_width_adds_up(one: str, other: str) -> None:
    """Text is as wide as its parts, whatever it holds."""
    assert width(one + other, 10) == pytest.approx(width(one, 10) + width(other, 10))


@given(st.text(st.characters(exclude_categories=[])))
def test_what_is_printable_has_a_glyph_and_stays_so(text: str) -> None:
    """Nothing without a glyph is left, and a second look changes nothing."""
    shown = printable(text)

    assert all(character in widths() for character in shown)
    assert shown == printable(shown)


@given(st.text(st.characters(exclude_categories=[])))
def test_any_script_is_fit_for_files(text: str) -> None:
    """What other media get holds no control character, no surrogate and no bidi control."""
    shown = printable(text, any_script=True, keep_lines=True)

    shown.encode("utf-8")
    assert not [c for c in shown if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0)]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1 <b>&amp;", "=1+1 <b>&amp;"),
        ("a\r\nb\rc\nd\te", "a b c d e"),
        ("x\u2028y\x0bz\x85", "x y z "),
        ("\x00\x1b[31m\x7f", "\ufffd\ufffd[31m\ufffd"),
        ("\ud800", "\ufffd"),
        ("gpj.\u202egnp", "gpj.\ufffdgnp"),
        ("so\u00adft\u200b\ufeff", "soft"),
        ("e\u0301", "é"),
        ("漢字", "\ufffd\ufffd"),
        ("a\u3000b", "a b"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    """Each kind of character is shown, made a blank, left out or replaced."""
    assert shown == printable(text)


def test_lines_are_kept_when_asked() -> None:
    """Every kind of line break is one newline then."""
    assert printable("a\r\nb\u2029c\td", keep_lines=True) == "a\nb\nc d"


words = st.text(st.sampled_from("abcdefgiklmW- \n"), max_size=200)


@given(words, st.floats(5, 200), st.booleans())
def test_lines_fit_and_lose_nothing(text: str, room: float, bold: bool) -> None:
    """Each line fits, unless it is a single character; together they hold every character that is not a blank."""
    lines = wrap(text, room, 8, bold)

    assert all(width(line, 8, bold) <= room + 1e-6 or len(line) == 1 for line in lines)
    assert "".join(text.split()) == "".join("".join(lines).split())


@given(words, st.floats(20, 200), st.integers(1, 4))
def test_most_lines(text: str, room: float, most: int) -> None:
    """No more lines than wanted; an ellipsis if and only if something is left out."""
    lines, whole = wrap(text, room, 8, most=most), wrap(text, room, 8)

    assert len(lines) <= most
    assert (len(whole) > most) == bool(lines and lines[-1].endswith("…"))
    assert lines[:-1] == whole[: max(0, len(lines) - 1)]
    assert all(width(line, 8) <= room + 1e-6 for line in lines)


def test_words_stay_whole_where_they_fit() -> None:
    """Lines break between words; a no-break space is not between words."""
    assert wrap("art.\u00a030 AVG", 45, 10) == ("art.\u00a030", "AVG")
    assert wrap(" \n ", 45, 10) == ()
    assert wrap("a\n\nb", 45, 10) == ("a", "", "b")


def test_a_word_of_40_000_characters_is_broken() -> None:
    """Text from strangers may have no blanks."""
    lines = wrap("x" * 40_000, 100, 10)

    assert sum(map(len, lines)) == 40_000
    assert len(wrap("x" * 40_000, 100, 10, most=2)) == 2
