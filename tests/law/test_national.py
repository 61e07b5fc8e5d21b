"""The national tables: authorities, terms of retention and lists of assessments, sourced row by row."""

from __future__ import annotations

from datetime import date

import pytest

from ropa.glossary import known
from ropa.law import (
    COUNTRIES,
    Authority,
    ListedType,
    StatutoryTerm,
    authorities_in,
    authority_of,
    listed_in,
    standard,
    terms_of,
)
from ropa.model.period import as_period

ON = date(2026, 11, 21)
TERRITORIES = {"AX", "GF", "GP", "MF", "MQ", "RE", "YT"}
"""Codes of territories of Finland and France."""
ROWS: tuple[Authority | StatutoryTerm | ListedType, ...] = (
    *standard().authorities,
    *standard().retention,
    *standard().dpia_lists,
)


@pytest.mark.parametrize("row", ROWS, ids=repr)
def test_is_sourced(row: Authority | StatutoryTerm | ListedType) -> None:
    """Source and day of checking; memory is called that; a country that there is."""
    assert row.source
    assert date(2026, 9, 1) <= row.checked_on <= ON
    assert row.country in COUNTRIES
    if not row.verified:
        assert "not verified" in (row.source + row.note).lower()


class TestAuthorities:
    """One for every country of the EEA at least, told by what it calls itself."""

    def test_every_country(self) -> None:
        """Each state has one for the whole of it that is there today, and an address; its territories have that one."""
        for country in set(standard().eea.by_country) - TERRITORIES:
            first = authority_of(country, ON)[0]
            assert not first.region
            assert first.web

    def test_day(self) -> None:
        """The British one has another name since 30 September 2026."""
        for on, name in (
            (date(2026, 9, 29), "Information Commissioner"),
            (date(2026, 9, 30), "Information Commission"),
        ):
            (one,) = authority_of("GB", on)
            assert one.names["en"] == name

    @pytest.mark.parametrize("one", tuple(standard().authorities), ids=repr)
    def test_is_found_by_every_form(self, one: Authority) -> None:
        """By each name, abbreviation and address in a sentence."""
        for form in (*one.names.values(), *one.also, *one.short, *one.common, *one.web):
            assert one in authorities_in(f"Complain to {form}, please.")

    def test_only_as_a_word(self) -> None:
        """An abbreviation is as it is written, and no part of a word."""
        for text in ("map", "APart", "ap", "the data protection authority", "", "x" * 40_000):
            assert authorities_in(text) == ()

    def test_common_names(self) -> None:
        """What is a word of the language, or another's abbreviation, tells no country."""
        assert authorities_in("die Datenschutzbehörde", certain=True) == ()
        assert [one.country for one in authorities_in("CNPD", certain=True)] == ["LU", "PT"]


class TestTerms:
    """Terms of retention."""

    @pytest.mark.parametrize("row", tuple(standard().retention), ids=repr)
    def test_shape(self, row: StatutoryTerm) -> None:
        """A minimum or a maximum, as a period; known kinds, people and events; a guideline sets no minimum."""
        assert bool(row.minimum) != bool(row.maximum)
        assert all(as_period(one) == one for one in (row.minimum, row.maximum, row.with_consent) if one)
        assert set(row.kinds) <= set(known("personal-data"))
        assert set(row.subjects) <= set(known("data-subjects"))
        assert not row.starts or row.starts in known("events")
        assert set(row.services) | set(row.not_services) <= set(known("services"))
        assert row.kinds or row.subjects
        assert not (row.guideline and row.minimum)

    def test_day_and_services(self) -> None:
        """By the day and by what the holder does; what is not verified is left out."""
        assert [one.minimum for one in terms_of("BE", date(2022, 12, 31)) if one.minimum] == ["P7Y"]
        assert [one.minimum for one in terms_of("BE", date(2023, 1, 1)) if one.minimum] == ["P10Y"]
        assert [one.minimum for one in terms_of("DE", ON, ["bakery"])] == ["P8Y"]
        assert all(one.verified for country in COUNTRIES for one in terms_of(country, ON))


class TestLists:
    """Lists of Article 35(4)."""

    @pytest.mark.parametrize("row", tuple(standard().dpia_lists), ids=repr)
    def test_shape(self, row: ListedType) -> None:
        """Known kinds and criteria; something to match."""
        assert set(row.kinds) <= set(known("personal-data"))
        assert set(row.needs) <= set(known("dpia-criteria"))
        assert row.kinds or row.words

    def test_first_day(self) -> None:
        """A list says nothing before it applies."""
        assert listed_in("BE", date(2019, 3, 31)) == ()
        assert {one.number for one in listed_in("BE", date(2019, 4, 1))} == {"4", "7"}
