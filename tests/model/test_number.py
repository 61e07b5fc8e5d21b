"""Registration numbers: one number, however it is written; and nothing concluded that is not certain."""

from __future__ import annotations

import pytest

from ropa.model import Party, Registration
from ropa.model.number import contradict, number_of, numbers_of, numbers_written


def read(scheme: str, number: str) -> tuple[str, str] | None:
    return number_of(Registration(scheme=scheme, number=number))


@pytest.mark.parametrize(
    ("scheme", "written", "found"),
    [
        ("kvk", "55996029", ("kvk", "55996029")),
        ("kvk", "55 99 60 29", ("kvk", "55996029")),
        ("kvk", "０1234567", ("kvk", "01234567")),
        ("kbo", "0123.456.749", ("kbo", "0123456749")),
        ("kbo", "BE 0123 456 749", ("kbo", "0123456749")),
        ("kbo", "123.456.749", ("kbo", "0123456749")),
        ("vat", "BE0123456749", ("kbo", "0123456749")),
        ("vat", "be 123.456.749", ("kbo", "0123456749")),
        ("siren", "732 829 320", ("siren", "732829320")),
        ("siren", "732 829 320 00074", ("siren", "732829320")),
        ("vat", "FR 44 732829320", ("siren", "732829320")),
        ("vat", "FRK7399859412", ("siren", "399859412")),
        ("vat", "NL001234567B01", ("vat-NL", "NL001234567B01")),
        ("vat", "GR123456789", ("vat-EL", "EL123456789")),
        ("vat", "CHE-123.456.789 MWST", ("vat-CH", "CHE123456789")),
        ("vat", "CHE-123.456.789 TVA", ("vat-CH", "CHE123456789")),
        ("lei", "7245 00xxxxxxxxxxxx 12", ("lei", "724500XXXXXXXXXXXX12")),
    ],
)
def test_one_number_however_it_is_written(scheme: str, written: str, found: tuple[str, str]) -> None:
    """Points, spaces, small letters and the country before it do not matter."""
    assert read(scheme, written) == found


@pytest.mark.parametrize(
    ("scheme", "written"),
    [
        ("kvk", "5599602"),
        ("kvk", "000012345678"),
        ("kvk", "KvK Amsterdam"),
        ("kbo", "2.123.456.789"),
        ("vat", "0123456749"),
        ("vat", "BE 0123"),
        ("siren", "12345678"),
        ("lei", "7245"),
        ("other", "55996029"),
        ("kvk", ""),
        ("kvk", "5" * 40_000),
    ],
)
def test_what_is_not_certain_is_no_number(scheme: str, written: str) -> None:
    """A number too short, an establishment's, a VAT number without its country, a register nobody names."""
    assert read(scheme, written) is None


def test_a_dutch_vat_number_is_no_kvk_number() -> None:
    """The one does not follow from the other."""
    party = Party(key="a", registration=[{"scheme": "vat", "number": "NL001234567B01"}])

    assert {scheme for scheme, _ in numbers_of(party)} == {"vat-NL"}


def test_two_numbers_in_one_register_are_two_organisations() -> None:
    """But not where one number is common, nor for VAT where something better speaks for it."""
    one, other = [("kvk", "11111111"), ("vat-NL", "NL1")], [("kvk", "22222222")]

    assert contradict([one, other])
    assert not contradict([one, [*other, ("kvk", "11111111")]])
    assert not contradict([one, [("vat-NL", "NL2")]])
    assert contradict([one, [("vat-NL", "NL2")]], name_only=True)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("BE0123456749", {("kbo", "0123456749")}),
        ("55996029", {("kvk", "55996029")}),
        ("FR 44 732829320", {("siren", "732829320")}),
        ("732829320", {("siren", "732829320"), ("kbo", "0732829320")}),  # it can be either
        ("Payroll Ltd", set()),
        ("9" * 1000, set()),
    ],
)
def test_a_word_is_every_number_it_can_be(written: str, found: set[tuple[str, str]]) -> None:
    assert numbers_written(written) == found
