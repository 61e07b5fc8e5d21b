"""Processors that data leave the EEA to, or are reached from, without a recorded ground in force: Article 44."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.model import PEOPLE, Hop
from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named
from ropa.transfer import Judged, Standing, judged


def without_ground(look: Look) -> Iterator[Gap]:
    """Every flow to a processor or sub-processor outside the EEA for which the register records no ground in force."""
    bare: dict[int, tuple[Hop, list[Judged]]] = {}
    for one in judged(look.register, on=look.on, tables=look.tables):
        hop = one.transfer.hop
        if hop is not None and hop.is_processor and _is_bare(one):
            bare.setdefault(id(hop), (hop, []))[1].append(one)
    for hop, open_ in bare.values():
        for decisions, countries in _apart(open_).items():
            yield Gap(
                kind=GapKind.NO_GROUND,
                how=_how(hop),
                at=(hop.path,),
                article="44",
                activities=named(hop.activity),
                sender=hop.sender,
                recipient=hop.recipient,
                countries=tuple(dict.fromkeys(countries)),
                decisions=decisions,
                possible=hop.flow.possible is True,
            )


def _is_bare(one: Judged) -> bool:
    """Whether no ground is recorded, or none of those that are is in force."""
    return not one.transfer.has_ground or (not one.verdict.stands and one.verdict.not_that_day)


def _how(hop: Hop) -> str:
    if hop.sender == PEOPLE:
        return "from-people"
    return "onward" if hop.sub_processor else "first"


def _apart(open_: list[Judged]) -> dict[tuple[str, ...], list[str]]:
    """The countries that no decision reaches, and those that one reaches without being stated (Article 45)."""
    found: dict[tuple[str, ...], list[str]] = {}
    for one in open_:
        adequate = one.verdict.standing is Standing.ADEQUATE
        places = found.setdefault((one.verdict.decision,) if adequate else (), [])
        places += [one.transfer.country] if one.transfer.country else []
    return found
