"""Whether what `ropa export` is to write would take the place of a register that was meant to be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import click

from ropa.cli.show import one_line
from ropa.errors import NotUnderstood
from ropa.formats.export import FORMATS
from ropa.formats.limits import LIMITS
from ropa.formats.native import load
from ropa.formats.safe_file import read_bytes
from ropa.model import Register
from ropa.model.number import numbers_of
from ropa.model.text import sayings

SEVERAL = "several registers? use --into DIR --as NAME"
_HEAD = re.compile(rb'^[{\s\xef\xbb\xbf]*"?ropa"?\s*:', re.MULTILINE)
"""How a file begins that is a register, also where the rest cannot be read."""


def refuse_registers(targets: Sequence[Path], register: Register) -> None:
    """Refuses to write over another register, with `--force` too: `clients/*.yaml` names registers, not copies to make.

    Among several files none may be a register that is there. One file by itself may be, where it is of the same holder:
    an earlier copy.
    """
    for target in targets:
        if not _is_native(target):
            continue
        if len(targets) > 1:
            raise click.UsageError(one_line(f"{target} is a register that is there already; {SEVERAL}"))
        if not _of_same_holder(target, register):
            raise click.UsageError(one_line(f"{target} is a register of another holder; {SEVERAL}"))


def _is_native(path: Path) -> bool:
    """Whether a register stands there, even one that cannot be read."""
    if not path.is_file() or not any(
        path.suffix.lower() in one.suffixes for one in FORMATS.values() if one.precious
    ):
        return False
    try:
        return bool(_HEAD.search(read_bytes(path, LIMITS.size)))
    except NotUnderstood:
        return False


def _of_same_holder(path: Path, register: Register) -> bool:
    """Whether the register there is of the same organisation; one that cannot be read may be anybody's."""
    from ropa.changes.holder import of_others

    try:
        there = load(path)
    except NotUnderstood:
        return False
    if there.holder is None or register.holder is None:
        return there.holder == register.holder
    if of_others(there, register):
        return False
    old, new = there.party(there.holder), register.party(register.holder)
    was, is_ = set(sayings(old.name)), set(sayings(new.name))
    # a key is a word for one file: a consultant may call each client `client`
    return not (was and is_) or not was.isdisjoint(is_) or not numbers_of(old).isdisjoint(numbers_of(new))
