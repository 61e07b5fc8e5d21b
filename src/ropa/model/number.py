"""Numbers of public registers in one way of writing: what tells that two entries are the same organisation.

Only what is certain is concluded. A Belgian VAT number is the enterprise number behind `BE`, a French one ends in the
SIREN number; a Dutch one does not give the KvK number. What is not written like a number of its register is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ropa.model.party import Party, Registration

Number = tuple[str, str]
"""In which register, and the number there: `("kbo", "0123456749")`. VAT numbers stand by country: `("vat-NL", …)`."""

ONE_EACH = frozenset({"kvk", "kbo", "siren", "lei"})
"""Registers in which an organisation has one number: two numbers there are two organisations."""

_SHAPES = {
    "kvk": re.compile(r"[0-9]{8}"),
    "kbo": re.compile(r"[01][0-9]{9}"),
    "siren": re.compile(r"[0-9]{9}"),
    "lei": re.compile(r"[0-9A-Z]{18}[0-9]{2}"),
    "vat": re.compile(r"[A-Z]{2}[0-9A-Z]{2,15}"),
}
_SEPARATORS = re.compile(r"[\s.\-/_]+")
_SWISS = re.compile(r"(CHE[0-9]{9})(?:MWST|TVA|IVA)")
_LONGEST = 40
"""Characters of the longest thing that can be a number: more is prose."""


def number_of(one: Registration) -> Number | None:
    """A number in one way of writing; None where the register is not one of those known, or it is no such number.

    >>> number_of(Registration(scheme="kbo", number="0123.456.749"))
    ('kbo', '0123456749')
    >>> number_of(Registration(scheme="vat", number="BE 123.456.749"))
    ('kbo', '0123456749')
    >>> number_of(Registration(scheme="vat", number="fr 12 732 829 320"))
    ('siren', '732829320')
    >>> number_of(Registration(scheme="vat", number="NL 0012.34.567.B01"))
    ('vat-NL', 'NL001234567B01')
    >>> number_of(Registration(scheme="kvk", number="about 55996029")) is None
    True
    """
    return _number(one.scheme, bare(one.number)) if len(one.number) <= _LONGEST else None


def numbers_written(word: str) -> frozenset[Number]:
    """Every number of a known register that a word can be, where nobody says of which.

    >>> sorted(numbers_written("BE 0123.456.749"))
    [('kbo', '0123456749')]
    """
    if len(word) > _LONGEST or not any(one.isdigit() for one in word):
        return frozenset()
    return frozenset(found for scheme in _SHAPES if (found := _number(scheme, bare(word))) is not None)


def bare(word: str) -> str:
    """A number without what is written between its figures.

    >>> bare("be 0123.456-749")
    'BE0123456749'
    """
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", word)).upper()


def _number(scheme: str, written: str) -> Number | None:
    if scheme == "vat":
        return _vat(written)
    known = _SHORTER.get(scheme, str)(written)
    shape = _SHAPES.get(scheme)
    return (scheme, known) if shape and shape.fullmatch(known) else None


def _enterprise(written: str) -> str:
    """A Belgian enterprise number, also with the country before it or in the nine figures of before 2005."""
    bare = written.removeprefix("BE")
    return f"0{bare}" if re.fullmatch(r"[0-9]{9}", bare) else bare


def _siren(written: str) -> str:
    """A SIREN number; the fourteen figures of an establishment (SIRET) begin with it."""
    return written[:9] if re.fullmatch(r"[0-9]{14}", written) else written


_SHORTER = {"kbo": _enterprise, "siren": _siren}


def _vat(written: str) -> Number | None:
    if not _SHAPES["vat"].fullmatch(written):
        return None
    country, rest = written[:2], written[2:]
    if country == "BE":
        bare = _enterprise(rest)
        return ("kbo", bare) if _SHAPES["kbo"].fullmatch(bare) else None
    if country == "FR":
        return ("siren", rest[2:]) if re.fullmatch(r"[0-9A-Z]{2}[0-9]{9}", rest) else None
    if country in ("GR", "EL"):
        return "vat-EL", f"EL{rest}"
    swiss = _SWISS.fullmatch(written)
    return f"vat-{country}", swiss[1] if swiss else written


def numbers_of(party: Party) -> frozenset[Number]:
    """Every number of a party that can be compared."""
    return frozenset(found for one in party.registration if (found := number_of(one)) is not None)


def contradict(sets: Iterable[Iterable[Number]], *, name_only: bool = False) -> bool:
    """Whether sets of numbers are of different organisations: in some register several have numbers, and none in common.

    VAT numbers count where only a name speaks for uniting (`name_only`): an organisation may have had several.

    >>> contradict([[("kvk", "11111111")], [("kvk", "22222222"), ("lei", "…")]])
    True
    >>> contradict([[("kvk", "11111111")], [("kbo", "0123456749")]])
    False
    """
    common: dict[str, set[str]] = {}
    for numbers in sets:
        for scheme, held in _by_register(numbers).items():
            common[scheme] = common.get(scheme, held) & held
    return any(not common[scheme] for scheme in common if name_only or scheme in ONE_EACH)


def _by_register(numbers: Iterable[Number]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for scheme, number in numbers:
        found.setdefault(scheme, set()).add(number)
    return found


def written(numbers: Iterable[Number]) -> Iterator[str]:
    """Numbers as they are told: the register's name stays a machine word."""
    yield from (f"{scheme} {number}" for scheme, number in sorted(numbers))
