"""The dated tables that come with the library, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from ropa.errors import NotUnderstood, Problem
from ropa.law.adequacy import Decision, Kind, Scope
from ropa.law.age import Age
from ropa.law.authority import Authorities, Authority
from ropa.law.clause import Clauses, Fit
from ropa.law.country import Membership, Memberships
from ropa.law.dpia_list import ListedType, ListedTypes
from ropa.law.ground import Ground
from ropa.law.role import Role
from ropa.law.rows import read, rows
from ropa.law.statutory import StatutoryTerm, StatutoryTerms
from ropa.law.tables import Tables
from ropa.law.threshold import Threshold


@cache
def standard() -> Tables:
    """The tables that come with the library.

    >>> standard().eea.by_country["GB"][0].until
    datetime.date(2020, 12, 31)
    """
    return Tables(
        tuple(_decision(row) for row in rows("adequacy.toml", "decision")),
        tuple(_clauses(row) for row in rows("clauses.toml", "clauses")),
        read("clauses.toml")["assessment"]["from"],
        tuple(Age(**row) for row in rows("ages.toml", "age")),
        tuple(Threshold(**row) for row in rows("thresholds.toml", "threshold")),
        Memberships().added(Membership(**row) for row in rows("eea.toml", "membership")),
        Authorities(tuple(Authority(**row) for row in rows("authorities.toml", "authority"))),
        StatutoryTerms(tuple(StatutoryTerm(**row) for row in rows("retention.toml", "retention"))),
        ListedTypes(tuple(ListedType(**row) for row in rows("dpia-lists.toml", "dpia"))),
    )


def given(tables: object) -> Tables:
    """The tables somebody gives, the library's where that is None; `NotUnderstood` for the path of a file, or anything else."""
    if tables is None:
        return standard()
    if isinstance(tables, Tables):
        return tables
    instead = "add the rows of a file to the library's: ropa.law.standard().with_file(path)"
    raise NotUnderstood([Problem("tables", "dated tables are wanted here", instead)])


WORDS: tuple[tuple[str, Any], ...] = (("scope", Scope), ("kind", Kind), ("ground", Ground))


def _decision(row: Mapping[str, Any]) -> Decision:
    return Decision(**{**row, **{name: kind(row[name]) for name, kind in WORDS if name in row}})


def _clauses(row: Mapping[str, Any]) -> Clauses:
    role: Any = Role
    parties = tuple(
        Fit(sender=role(one["sender"]), recipient=role(one["recipient"]), module=one.get("module", ""))
        for one in row["parties"]
    )
    return Clauses(**{**row, "parties": parties})
