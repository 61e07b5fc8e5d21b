"""What a question is asked of: one register. Several of them, or a file's path, are told so in a sentence."""

from __future__ import annotations

from ropa.errors import NotUnderstood, Problem
from ropa.law.standard import given as tables_given
from ropa.model.register import Register


def one_register(given: object, tables: object = None) -> Register:
    """The register that a question is asked of; `NotUnderstood` for several of them, or for anything else.

    The same where the dated tables it is judged by are given and are none.

    >>> one_register([Register(), Register()])
    Traceback (most recent call last):
        ...
    ropa.errors.NotUnderstood: one register is wanted here; ask each of them by itself, or unite them with ropa.join
    """
    if isinstance(given, Register):
        tables_given(tables)
        return given
    instead = "load it with ropa.load"
    if isinstance(given, (list, tuple, set, frozenset)):
        instead = "ask each of them by itself, or unite them with ropa.join"
    raise NotUnderstood([Problem("", "one register is wanted here", instead)])
