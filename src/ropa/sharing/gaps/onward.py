"""Processors that data leave the EEA to, or are reached from, without a recorded ground: Article 44."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.law import standard
from ropa.model import Hop
from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named
from ropa.transfer import Standing, Transfer, judge, transfers


def without_ground(look: Look) -> Iterator[Gap]:
    """Every flow to a processor or sub-processor outside the EEA for which the register records no ground."""
    bare: dict[int, tuple[Hop, list[Transfer]]] = {}
    for one in transfers(look.register, on=look.on, tables=look.tables):
        if one.hop is not None and one.hop.is_processor and not one.has_ground:
            bare.setdefault(id(one.hop), (one.hop, []))[1].append(one)
    for hop, open_ in bare.values():
        for decisions, countries in _apart(look, open_).items():
            yield Gap(
                kind=GapKind.NO_GROUND,
                how="onward" if hop.sub_processor else "first",
                at=(hop.path,),
                article="44",
                activities=named(hop.activity),
                sender=hop.sender,
                recipient=hop.recipient,
                countries=tuple(dict.fromkeys(countries)),
                decisions=decisions,
                possible=hop.flow.possible is True,
            )


def _apart(look: Look, open_: list[Transfer]) -> dict[tuple[str, ...], list[str]]:
    """The countries that no decision reaches, and those that one reaches without being stated (Article 45)."""
    tables = look.tables or standard()
    found: dict[tuple[str, ...], list[str]] = {}
    for one in open_:
        decision = ""
        if not one.country or tables.adequate(one.country, look.on):
            verdict = judge(look.register, one, on=look.on, tables=tables)
            decision = verdict.decision if verdict.standing is Standing.ADEQUATE else ""
        places = found.setdefault((decision,) if decision else (), [])
        places += [one.country] if one.country else []
    return found
