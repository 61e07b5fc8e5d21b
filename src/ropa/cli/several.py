"""One question asked of several registers: a block for each, and one that cannot be read does not end the run."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from ropa.cli import BAD_CALL
from ropa.cli.show import language_for, one_line, safe, say
from ropa.errors import NotUnderstood, UnknownEntry
from ropa.formats.native import load
from ropa.glossary import LANGUAGES, phrase
from ropa.model import Register
from ropa.sharing.answer import Answer
from ropa.sharing.saying import saying

if TYPE_CHECKING:
    from ropa.unite.meant import Meant

SAID_OF_A_PROBLEM = ("at", "wrong", "instead", "file", "line")


@dataclass(frozen=True)
class Asked:
    """What became of the question in one register: an answer, that it is strange there, or why it is not read."""

    path: str
    register: Register | None = None
    unread: NotUnderstood | None = None
    meant: Meant | None = None
    """Who the party asked for is there, where several registers are asked."""
    answer: Answer | None = None
    strange: UnknownEntry | None = None
    same_as: str = ""
    """Where an earlier register stands that says exactly the same."""

    @property
    def note(self) -> dict[str, Any]:
        """Who is meant, as plain data; nothing where one register is asked, or the question is about no party."""
        same = {"same_as": self.same_as} if self.same_as else {}
        return {**same, "meant": self.meant.as_json()} if self.meant else same


@dataclass(frozen=True)
class Absent:
    """What stands for the answer of a register that knows nothing of what is asked, as another one does."""

    phrase: str
    plain: Mapping[str, Any] = field(default_factory=dict)


def ask_each(
    paths: tuple[str, ...],
    ask: Callable[..., Answer],
    on: date | None,
    language: str | None,
    form: str,
    absent: Absent | None = None,
    party: str | None = None,
) -> int:
    """Asks each register and prints the answers, each under the name of its file; as JSON a list of several.

    The question gets the register, the day and where the register stands: beside it there may be settings. With
    `party` it is about one party in all of them, and also gets what that is called there; see `meant_in`.
    With `absent` a register may not know what is asked, as long as another one does; `UnknownEntry` where none does.
    """
    day = on or date.today()
    read = _told_apart([_read(path) for path in paths])
    if party is not None:
        read = _meaning(read, party)
    asked = [_ask(one, ask, day, party) for one in read]
    strange = [one.strange for one in asked if one.strange]
    if strange and (absent is None or len(strange) == len(paths)):
        raise next((one for one in strange if "did you mean" in str(one)), strange[0])
    plain = [_shown(one, day, language, form, absent or Absent("")) for one in asked]
    if form == "json":
        click.echo(json.dumps(plain[0] if len(plain) == 1 else plain, ensure_ascii=False, indent=2))
    return BAD_CALL if any(one.unread for one in asked) else 0


def _read(path: str) -> Asked:
    try:
        return Asked(path, load(path))
    except NotUnderstood as error:
        return Asked(path, unread=error)


def _told_apart(read: Sequence[Asked]) -> list[Asked]:
    """The registers, each that says exactly what an earlier one says marked as such: one file may be given twice."""
    found: list[Asked] = []
    for one in read:
        same = (other.path for other in found if one.register is not None and other.register == one.register)
        found.append(replace(one, same_as=next(same, "")))
    return found


def _meaning(read: Sequence[Asked], party: str) -> list[Asked]:
    """The registers with who is meant in each; one alone needs no other to be understood."""
    from ropa.unite.meant import meant_in

    registers = [one.register for one in read if one.register is not None]
    found = iter(meant_in(registers, party) if len(registers) > 1 else ())
    return [replace(one, meant=next(found, None)) if one.register else one for one in read]


def _ask(one: Asked, ask: Callable[..., Answer], day: date, party: str | None) -> Asked:
    if one.register is None:
        return one
    key = one.meant.key if one.meant else None
    try:
        about = () if party is None else (key or party,)
        return replace(one, answer=ask(one.register, day, one.path, *about))
    except UnknownEntry as error:
        return replace(one, strange=error)


def _shown(one: Asked, day: date, language: str | None, form: str, absent: Absent) -> Mapping[str, Any]:
    """The plain data of one register; printed as text where that is the form."""
    if one.unread is not None:
        click.echo(safe(str(one.unread)), err=True)
        problems = [{name: getattr(it, name) for name in SAID_OF_A_PROBLEM} for it in one.unread.problems]
        return {"register": one.path, "problems": problems}
    speaks = language_for(one.register, language) if one.register else LANGUAGES[0]
    if form != "json":
        say(one_line(f"{one.path} · {phrase('check.as-of', speaks, on=day.isoformat())}"), bold=True)
        for line in _lines(one, speaks, absent):
            say(one_line(line))
        return {}
    return {"register": one.path, **one.note, **(one.answer.as_json() if one.answer else absent.plain)}


def _lines(one: Asked, language: str, absent: Absent) -> Iterator[str]:
    """Whether it is told for the second time, who is meant, where that has to be said, and the answer."""
    if one.same_as:
        yield phrase("unite.same-as", language, path=one.same_as)
    if one.meant and one.register:
        yield from one.meant.sentences(saying(one.register, language))
    if one.answer:
        yield from one.answer.sentences(language)
    elif not one.meant:
        yield phrase(absent.phrase, language)
