"""The verdicts on the transfers of a register, for the rules that tell them: a reason at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import count
from operator import itemgetter

from ropa.law import Certainty, Ground, Tables
from ropa.model import PEOPLE, Register
from ropa.rules.rule import Place
from ropa.transfer import Judged, Transfer, Verdict, judged

Reasoned = tuple[int, Transfer, Verdict]
"""A transfer and a verdict with one reason, numbered in the order of the register."""


def verdicts(register: Register, on: date, tables: Tables) -> Mapping[str, tuple[Reasoned, ...]]:
    """Every transfer of a day with its verdict and with what has fallen, by the reason: one asks for a few of many."""
    found: Mapping[str, tuple[Reasoned, ...]] = register.kept(
        ("ropa.rules", "verdicts", on, tables), lambda: _by_reason(register, on, tables)
    )
    return found


def _by_reason(register: Register, on: date, tables: Tables) -> Mapping[str, tuple[Reasoned, ...]]:
    number = count()
    found: dict[str, list[Reasoned]] = {}
    for one in judged(register, on=on, tables=tables):
        for verdict, reason in _each(one):
            alone = replace(verdict, reason=reason, also=()) if verdict.also else verdict
            found.setdefault(reason, []).append((next(number), one.transfer, alone))
    return {reason: tuple(held) for reason, held in found.items()}


def _each(one: Judged) -> Iterator[tuple[Verdict, str]]:
    """Each reason of a verdict and of what has fallen; a verdict that repeats why something fell does not count twice."""
    if all(one.verdict is not held for held in one.fallen):
        told = {reason for held in one.fallen for reason in held.reasons}
        yield from ((one.verdict, reason) for reason in one.verdict.reasons if reason not in told)
    for held in one.fallen:
        yield from ((held, reason) for reason in held.reasons)


def because(
    register: Register,
    on: date,
    tables: Tables,
    reasons: Collection[str],
    *,
    look: Collection[str] = (),
    grounds: Collection[Ground] | None = None,
    but: Collection[Ground] = (),
) -> Iterator[Place]:
    """A place for each transfer with one of the reasons: for those in `look` a person has to look.

    With `grounds` only for those, and never for those in `but`. A transfer that only may happen is never certain, nor
    is one of several grounds between which the register does not choose, nor what people send themselves: whether that
    is a transfer at all is to be looked at.
    """
    held = verdicts(register, on, tables)
    asked = (one for reason in dict.fromkeys(reasons) for one in held.get(reason, ()))
    for _, transfer, verdict in sorted(asked, key=itemgetter(0)):
        if verdict.ground in but:
            continue
        if grounds is not None and verdict.ground not in grounds:
            continue
        perhaps = transfer.possible or transfer.sender == PEOPLE
        open_ = perhaps or (
            verdict.ground in transfer.grounds_any_of and verdict.ground not in transfer.grounds
        )
        likely = open_ or verdict.reason in look
        yield Place(
            where(register, transfer, verdict),
            {"why": why(verdict)},
            certainty=Certainty.LIKELY if likely else None,
            variant=verdict.reason,
        )


def why(verdict: Verdict) -> Callable[[str], str]:
    """The reason of a verdict in words, without its full stop: a message goes on behind it."""
    return lambda language: verdict.message(language).removesuffix(".")


def where(register: Register, transfer: Transfer, verdict: Verdict) -> str:
    """The agreement that a reason is about, else the transfer: an agreement is one fault in however many flows."""
    named = verdict.facts.get("agreement")
    for key in transfer.hop.agreements if named and transfer.hop else ():
        paper = register.agreement(key)
        if named in (paper.name, paper.key):
            return f"agreements.{key}"
    return transfer.path
