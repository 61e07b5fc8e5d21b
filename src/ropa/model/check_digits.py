"""Whether the check digits of a register number fit the rest of it: one figure mistyped, and they do not.

The Belgian enterprise number (KBO, and VAT behind `BE`): what precedes the last two figures and these add up to a
multiple of 97. The LEI: ISO 17442, by ISO 7064 MOD 97-10. The SIREN number: the Luhn formula. A KvK number has none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ropa.model.number import Number


def fits(number: Number) -> bool:
    """Whether its check digits fit, or it has none that are known here.

    >>> fits(("kbo", "0123456749")), fits(("kbo", "0123456794"))
    (True, False)
    >>> fits(("lei", "5493001KJTIIGC8Y1R12")), fits(("lei", "5493001KJTIIGC8Y1R21"))
    (True, False)
    >>> fits(("siren", "732829320")), fits(("siren", "732829230"))
    (True, False)
    >>> fits(("kvk", "12345678"))
    True
    """
    scheme, figures = number
    check = _CHECKS.get(scheme)
    return check is None or check(figures)


def _kbo(figures: str) -> bool:
    return (int(figures[:-2]) + int(figures[-2:])) % 97 == 0


def _lei(figures: str) -> bool:
    return int("".join(str(int(one, 36)) for one in figures)) % 97 == 1


def _siren(figures: str) -> bool:
    """By Luhn. What begins with three noughts is of Monaco: behind a French VAT number stands no SIREN number there."""
    if figures.startswith("000"):
        return True
    doubled = (int(one) * (1 + at % 2) for at, one in enumerate(reversed(figures)))
    return sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0


_CHECKS: Mapping[str, Callable[[str], bool]] = {"kbo": _kbo, "lei": _lei, "siren": _siren}
