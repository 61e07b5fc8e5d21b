"""Who a word means in each of several registers."""

from __future__ import annotations

from typing import Any

import pytest

from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.sharing.saying import saying
from ropa.unite.meant import Meant, meant_in

LEI = {"scheme": "lei", "number": "5493001KJTIIGC8Y1R12"}
KBO = {"scheme": "kbo", "number": "0123.456.749"}
VAT = {"scheme": "vat", "number": "BE 123.456.749"}
OTHER = {"scheme": "kbo", "number": "0987.654.394"}


def of(*parties: tuple[str, str, Any]) -> Register:
    """A register of parties: key, name and numbers."""
    return Register.of(
        {"parties": [{"key": key, "name": name, "registration": held} for key, name, held in parties]}
    )


def keys(word: str, *registers: Register) -> list[tuple[str, ...]]:
    """Who is meant in each."""
    return [one.keys for one in meant_in(registers, word)]


def told(one: Meant, register: Register, language: str = "en") -> str:
    """How it is told."""
    return "\n".join(one.sentences(saying(register, language)))


def test_what_one_register_knows_by_key_or_name_another_knows_by_number() -> None:
    """Whichever of them stands first."""
    first, second = of(("chartly", "Chartly, Inc.", LEI)), of(("chart", "Chartly Incorporated", LEI))
    assert keys("chartly", first, second) == [("chartly",), ("chart",)]
    assert keys("Chartly, Inc.", second, first) == [("chart",), ("chartly",)]
    by_number = meant_in([first, second], "chartly")[1]
    assert not by_number.called
    assert "Chartly Incorporated (chart)" in told(by_number, second)
    assert "5493001KJTIIGC8Y1R12" in told(by_number, second)
    assert told(meant_in([first, second], "chartly")[0], first) == ""


def test_numbers_lead_from_register_to_register() -> None:
    """By its LEI to a register that has its VAT number too, and by that to one with the KBO number behind it."""
    registers = of(("a", "A", LEI)), of(("b", "B", [LEI, VAT])), of(("c", "C", KBO))
    assert keys("a", *registers) == [("a",), ("b",), ("c",)]
    assert keys("a", *reversed(registers)) == [("c",), ("b",), ("a",)]


def test_a_number_that_contradicts_leads_no_further() -> None:
    """Two KBO numbers are two organisations, whatever LEI stands with both."""
    registers = of(("a", "A", [LEI, KBO])), of(("b", "B", [LEI, OTHER])), of(("c", "C", OTHER))
    assert keys("a", *registers)[2] == ()


def test_that_nobody_is_found_says_what_was_looked_for() -> None:
    """A party of another name and without a number cannot be found, and that is said."""
    known, empty = of(("chartly", "Chartly", LEI)), of(("us", "Us", ()))
    assert "none has its numbers" in told(meant_in([known, empty], "chartly")[1], empty)
    assert "5493001KJTIIGC8Y1R12" in told(meant_in([known, empty], "chartly")[1], empty)
    bare = of(("chartly", "Chartly", ()))
    assert "may stand here under another name" in told(meant_in([bare, empty], "chartly")[1], empty)


def test_a_name_of_several() -> None:
    """Is the one whose number is known; else it is open, and they are named."""
    known, both = of(("host", "Host", KBO)), of(("one", "Host", KBO), ("two", "Host", OTHER))
    assert keys("Host", known, both)[1] == ("one",)
    found = meant_in([of(("us", "Us", ())), both], "Host")[1]
    assert (found.key, found.keys) == (None, ("one", "two"))
    assert "Host (one) and Host (two)" in told(found, both)


def test_one_key_for_two_organisations() -> None:
    """Each is answered as it is called, and the reader is told that they are not one."""
    mine, theirs = of(("host", "Host", KBO)), of(("host", "Another", OTHER), ("hw", "Host too", KBO))
    first, second = meant_in([mine, theirs], "host")
    assert (first.key, second.key) == ("host", "host")
    assert first.contradicts
    assert second.contradicts
    assert second.others == ("hw",)
    assert "not one organisation" in told(second, theirs)
    assert "Host too (hw)" in told(second, theirs)


def test_a_key_alone_or_a_name_alone_is_told() -> None:
    """The one whose number most registers have is the one meant; who shares no number with it is found by less."""
    registers = (
        of(("nimbus", "Nimbus Removals", OTHER)),
        of(("nimbus", "Nimbus Cloud", LEI)),
        of(("cloud", "Nimbus cloud", LEI)),
        of(("nimbus", "nimbus  CLOUD", ())),
        of(("nimbus", "Nimbus Shoes", ())),
    )
    found = meant_in(registers, "nimbus")
    assert [one.only for one in found] == ["key", "", "", "name", "key"]
    assert found[0].other == "Nimbus Cloud"
    assert "only the key of Nimbus Removals (nimbus; " in told(found[0], registers[0])
    assert "0987.654.394" in told(found[0], registers[0])
    assert "5493001KJTIIGC8Y1R12" in told(found[0], registers[0])
    for language in LANGUAGES:
        assert "Nimbus Cloud" in told(found[3], registers[3], language)
    assert found[0].as_json()["only"] == "key"


def test_who_is_asked_by_number_is_found_by_number() -> None:
    """Whatever its name and key are elsewhere."""
    registers = of(("a", "A", KBO)), of(("b", "B", VAT)), of(("c", "C", KBO))
    assert [one.only for one in meant_in(registers, "0123.456.749")] == ["", "", ""]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", ["0123.456.749", "Host", "hw"])
def test_a_namesake_without_a_number_is_pointed_at(word: str, language: str) -> None:
    """In a register where nobody has the number: a breach must not pass it by."""
    known = of(("host", "Host", KBO)), of(("hw", "Host BV", KBO))
    bare, other = of(("lots", "host bv", ())), of(("lots", "Host BV", OTHER))
    found = meant_in([*known, bare, other], word)
    assert [one.alike for one in found] == [(), (), ("lots",), ()]
    assert "host bv (lots)" in told(found[2], bare, language)
    assert found[2].key is None
    assert found[2].as_json()["alike"] == ["lots"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language(language: str) -> None:
    """Names, keys and numbers stand in the sentence."""
    first, second = of(("chartly", "Chartly", LEI)), of(("chart", "Chart", LEI))
    said = told(meant_in([first, second], "chartly")[1], second, language)
    assert all(word in said for word in ("chartly", "Chart (chart)", "5493001KJTIIGC8Y1R12"))
