"""Check digits of register numbers."""

from __future__ import annotations

import pytest

from ropa.model import Registration
from ropa.model.check_digits import fits
from ropa.model.number import number_of

RIGHT = [
    ("kbo", "0403.019.261"), ("kbo", "BE 428759497"), ("vat", "BE 0733.002.175"),
    ("lei", "213800KUD8LAJWSQ9D15"), ("lei", "5493001KJTIIGC8Y1R12"),
    ("siren", "404833048"), ("siren", "732 829 320 00074"), ("vat", "FR 40 303 265 045"),
    ("vat", "FR 53 000009987"), ("vat", "NL 0012.34.567.B01"), ("kvk", "12345678"),
]  # fmt: skip


@pytest.mark.parametrize(("scheme", "number"), RIGHT)
def test_right(scheme: str, number: str) -> None:
    found = number_of(Registration(scheme=scheme, number=number))  # type: ignore[arg-type]
    assert found is not None
    assert fits(found)


@pytest.mark.parametrize(("scheme", "number"), [one for one in RIGHT if one[0] in ("kbo", "lei", "siren")])
def test_any_figure_mistyped(scheme: str, number: str) -> None:
    """Tells itself, wherever it stands."""
    found = number_of(Registration(scheme=scheme, number=number))  # type: ignore[arg-type]
    assert found is not None
    for at in range(1, len(found[1])):
        if found[1][at].isdigit():
            other = f"{found[1][:at]}{(int(found[1][at]) + 1) % 10}{found[1][at + 1 :]}"
            assert not fits((scheme, other))
