"""Questions to the dated tables, asked of the library's own rows unless others are given."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from ropa.law.adequacy import Decision
from ropa.law.age import Age
from ropa.law.authority import Authority
from ropa.law.clause import Clauses
from ropa.law.dpia_list import ListedType
from ropa.law.role import Role
from ropa.law.standard import given
from ropa.law.statutory import StatutoryTerm
from ropa.law.tables import Tables

WITH_MODULES = "2021/914"
"""The clauses that have modules."""


def decisions(tables: Tables | None = None) -> tuple[Decision, ...]:
    """Every adequacy decision, current and past, in the order of the table.

    >>> [row.number for row in decisions() if "US" in row.countries]
    ['2023/1795', '2000/520', '2016/1250']
    """
    return given(tables).decisions


def decision(number: str, tables: Tables | None = None) -> Decision:
    """The adequacy decision of that number, however it is cited; `UnknownEntry` with the nearest where there is none.

    >>> decision("(EU) 2016/1250").until
    datetime.date(2020, 7, 15)
    """
    return given(tables).decision(number)


def adequate(country: str, on: date, tables: Tables | None = None) -> tuple[Decision, ...]:
    """The adequacy decisions about a country that can be relied on that day, whatever they are limited to.

    >>> [row.number for row in adequate("GB", date(2025, 12, 27))]
    ['2021/1772']
    >>> [row.number for row in adequate("GB", date(2025, 12, 28))]
    ['2025/2574']
    """
    return given(tables).adequate(country, on)


def clause_sets(tables: Tables | None = None) -> tuple[Clauses, ...]:
    """Every generation of standard contractual clauses, in the order of the table.

    >>> [row.number for row in clause_sets() if not row.transfer_tool]
    ['2021/915']
    """
    return given(tables).clause_sets


def clauses(number: str, tables: Tables | None = None) -> Clauses:
    """The clauses of that decision; `UnknownEntry` with the nearest where there are none.

    >>> clauses("2010/87/EU").until
    datetime.date(2022, 12, 27)
    """
    return given(tables).clauses(number)


def module_for(sender: Role, recipient: Role, tables: Tables | None = None) -> str | None:
    """The module of the clauses of 2021/914 for those two roles; None where none is.

    >>> module_for(Role.CONTROLLER, Role.PROCESSOR), module_for(Role.PROCESSOR, Role.PROCESSOR)
    ('2', '3')
    """
    fit = given(tables).clauses(WITH_MODULES).fit(sender, recipient)
    return fit.module if fit else None


def age_of(country: str, on: date, tables: Tables | None = None) -> Age | None:
    """From which age a child consents alone to an online service there on a day (Article 8); None where not listed.

    >>> age_of("NL", date(2026, 1, 1)).age, age_of("US", date(2026, 1, 1))
    (16, None)
    """
    return given(tables).age_of(country, on)


def in_eea(code: str, on: date, tables: Tables | None = None) -> bool:
    """Whether a country (or `EU`, `EEA`) counts as inside the EEA on a day.

    >>> in_eea("GB", date(2020, 12, 31)), in_eea("GB", date(2021, 1, 1)), in_eea("EEA", date(2021, 1, 1))
    (True, False, True)
    """
    return given(tables).eea.inside(code, on)


def outside_eea(codes: Iterable[str], on: date, tables: Tables | None = None) -> tuple[str, ...]:
    """Those of the codes that lie outside the EEA on a day, in the order given.

    >>> outside_eea(["NL", "US", "NO"], date(2024, 1, 1))
    ('US',)
    """
    return given(tables).eea.outside(codes, on)


def authority_of(country: str, on: date | None = None, tables: Tables | None = None) -> tuple[Authority, ...]:
    """The authorities of a country, those for the whole of it first (None: whenever); none for a country not listed.

    >>> authority_of("NL")[0].web
    ('autoriteitpersoonsgegevens.nl',)
    >>> [one.names["en"] for one in authority_of("GB", date(2026, 10, 1))]
    ['Information Commission']
    """
    return given(tables).authorities.of(country, on)


def authorities_in(
    text: str, tables: Tables | None = None, *, certain: bool = False
) -> tuple[Authority, ...]:
    """The authorities a text names: by a name, an abbreviation as it is written, or an address on the web.

    `certain`: only by what no other authority is called.

    >>> [one.country for one in authorities_in("U kunt klagen bij de AP (autoriteitpersoonsgegevens.nl).")]
    ['NL']
    >>> authorities_in("the competent supervisory authority")
    ()
    """
    return given(tables).authorities.named_in(text, certain=certain)


def terms_of(
    country: str, on: date, services: Collection[object] = (), tables: Tables | None = None
) -> tuple[StatutoryTerm, ...]:
    """The verified terms of retention of a country on a day, for a holder with these services.

    >>> [one.minimum for one in terms_of("DE", date(2026, 1, 1), ["bank"])]
    ['P10Y']
    """
    return given(tables).retention.of(country, on, services)


def listed_in(country: str, on: date, tables: Tables | None = None) -> tuple[ListedType, ...]:
    """The verified entries of a country's list of impact assessments on a day.

    >>> listed_in("NL", date(2019, 11, 26))
    ()
    >>> listed_in("NL", date(2019, 11, 27))[1].name
    'Zwarte lijsten'
    """
    return given(tables).dpia_lists.of(country, on)
