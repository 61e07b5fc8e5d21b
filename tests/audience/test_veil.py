"""Names in texts: hidden by all that somebody is called, and nobody else with them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, strategies as st

from ropa.audience.called import form_after, ordinary, without_form, words_of
from ropa.audience.veil import HIDDEN, Veil

PARTIES = [
    "AZ Sint-Godelieve VZW",
    "Transport De Rijcke NV",
    "Bakkerij Vandermeulen BV",
    "Quasarium Software SRL",
    "Gemeente Oosterhove",
    "Payroll NV",
    "KBC NV",
    "Stichting Zonnehof",
    "Müller & Söhne GmbH & Co. KG",
]
KEYS = ["zieken", "rijcke", "bakker", "quasar"]


def veil(beside: Sequence[str] = ()) -> Veil:
    return Veil.over(KEYS, parties=PARTIES, beside=beside)


@pytest.mark.parametrize(
    "said",
    [
        "AZ Sint-Godelieve", "az sint godelieve", "AZ Sint-Godelieve vzw", "AZ Sint-Godelieve V.Z.W", "AZ Sint-Godelieve ASBL",
        "Transport De Rijcke", "Transport De Rijcke N.V", "TRANSPORT DE RIJCKE BV", "Bakkerij Vandermeulen", "Vandermeulen",
        "Vandermeulen BV", "Vandermeulens", "Quasarium", "Quasarium Software", "Oosterhove", "Gemeente Oosterhove", "Zonnehof",
        "Payroll N.V", "NV Payroll", "KBC", "Müller & Söhne", "Muller en Sohne".replace(" en ", " & "), "Mu\u0308ller & So\u0308hne GmbH",
    ],
)  # fmt: skip
def test_whatever_somebody_is_called_is_hidden(said: str) -> None:
    """The whole of it, in one: neither its other half nor its legal form is left."""
    told = veil().text(f"as for {said}; and others")
    assert told in (f"as for {HIDDEN}; and others", f"as for NV {HIDDEN}; and others"), told


@pytest.mark.parametrize(
    "said",
    [
        "the payroll of a bakkerij", "transport by road", "Software as a service", "een gemeente", "kbc-code", "Stichting en vereniging",
        "oosters", "a muller",
    ],
)  # fmt: skip
def test_ordinary_words_are_nobodys(said: str) -> None:
    assert veil().text(said) == said


def test_a_form_is_taken_along_only_where_it_is_one() -> None:
    """`as` and `co` are words as well."""
    assert Veil.over([], parties=["Betaware NV"]).text("for Betaware as agreed") == f"for {HIDDEN} as agreed"


def test_who_is_shown_keeps_all_of_its_name() -> None:
    """Of two in one group one is shown: what both are called hides neither."""
    shown = "Vandermeulen Transport BV"
    assert (
        Veil.over([], parties=PARTIES, beside=[shown]).text(f"{shown} and Oosterhove")
        == f"{shown} and {HIDDEN}"
    )


def test_a_key_gives_nobody_away_by_a_part_of_the_name() -> None:
    """There are no capitals in keys."""
    assert veil().key("vo-vandermeulen") == "entry-1"
    assert veil().key("bakkerij-mailing") == "bakkerij-mailing"


@given(
    st.sampled_from(PARTIES),
    st.sampled_from(["NV", "B.V.", "vzw", "A.S.B.L.", "GmbH", "S.à r.l.", "Ltd.", "e.V."]),
)
def test_a_name_without_its_form_is_the_same_with_any(name: str, form: str) -> None:
    short = without_form(words_of(name))
    assert without_form((*short, *words_of(form))) == short
    assert form_after(words_of(form)) == len(words_of(form))


def test_the_terms_of_a_register_are_ordinary_words() -> None:
    assert {"payroll", "hosting", "klanten", "bakkerij"} <= ordinary()
    assert not {"vandermeulen", "quasarium", "godelieve"} & ordinary()
