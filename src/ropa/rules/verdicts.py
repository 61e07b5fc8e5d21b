"""The verdicts on the transfers of a register, for the rules that tell them: a reason at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date

from ropa.law import Certainty, Ground
from ropa.model import Register
from ropa.rules.rule import Place
from ropa.transfer import Transfer, Verdict, judged


def verdicts(register: Register, on: date) -> Iterator[tuple[Transfer, Verdict]]:
    """Every transfer of a day with its verdict and with what has fallen, each with one reason."""
    for one in judged(register, on=on):
        for verdict in dict.fromkeys((id(held), held) for held in (one.verdict, *one.fallen)):
            for reason in verdict[1].reasons:
                yield one.transfer, replace(verdict[1], reason=reason, also=())


def because(
    register: Register,
    on: date,
    reasons: Collection[str],
    *,
    look: Collection[str] = (),
    grounds: Collection[Ground] | None = None,
    but: Collection[Ground] = (),
) -> Iterator[Place]:
    """A place for each transfer with one of the reasons: for those in `look` a person has to look.

    With `grounds` only for those, and never for those in `but`. A transfer that only may happen is never certain, nor
    is one of several grounds between which the register does not choose.
    """
    for transfer, verdict in verdicts(register, on):
        if verdict.reason not in reasons or verdict.ground in but:
            continue
        if grounds is not None and verdict.ground not in grounds:
            continue
        open_ = transfer.possible or (verdict.ground is not None and verdict.ground not in transfer.grounds)
        likely = open_ or verdict.reason in look
        yield Place(
            where(register, transfer, verdict),
            {"why": why(verdict)},
            certainty=Certainty.LIKELY if likely else None,
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
