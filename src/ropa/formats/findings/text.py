"""Findings as a person reads them: by the place they are about, each with its line and what to do, then how much is answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from ropa.fields import called
from ropa.formats.findings.told import LOUDNESS, Checked, Told
from ropa.glossary import citation, phrase
from ropa.law import Level
from ropa.model import Observation, Register
from ropa.model.spot import segments
from ropa.rules import Coverage

At = tuple[str, str]
"""A list of the register and the key of an entry in it; both empty for the register itself."""


class Line(NamedTuple):
    """A line and what kind it is: `head`, `group`, `error`, `warning`, `note`, `said`, `aside` or `sum`."""

    kind: str
    text: str


def lines(checked: Checked) -> Iterator[Line]:
    """Everything there is to say of one register, line by line. Whoever prints them makes them harmless first."""
    yield Line("head", f"{checked.name} · {_says(checked, 'as-of', on=checked.report.on.isoformat())}")
    if checked.settings:
        yield Line("aside", _says(checked, "settings", file=checked.settings))
    for heading, found in _groups(checked):
        yield Line("group", heading)
        for told in found:
            yield from _finding(told)
    yield from _aside(checked)
    yield from _coverage(checked)
    counts = Counter(told.finding.level for told in checked.acted_upon)
    yield Line("sum", ", ".join(_says(checked, f"count-{one.value}", number=counts[one]) for one in Level))


def _groups(checked: Checked) -> list[tuple[str, list[Told]]]:
    """The findings by the entry they stand in, in the order of the register; the loudest of an entry first."""
    entries = _entries(checked.register)
    groups: dict[At, list[Told]] = {}
    for told in checked.acted_upon:
        groups.setdefault(_entry(told.finding.where, entries), []).append(told)
    last = (len(entries), None)
    return [
        (_called(checked, at, entries), sorted(groups[at], key=lambda told: LOUDNESS[told.finding.level]))
        for at in sorted(groups, key=lambda at: (entries.get(at, last)[0], at))
    ]


def _entries(register: Register) -> dict[At, tuple[int, Any]]:
    """The entries of a register by list and key, or number: each with its rank, the register itself first."""
    found: dict[At, tuple[int, Any]] = {("", ""): (0, None)}
    for name in type(register).model_fields:
        held = getattr(register, name)
        found[(name, "")] = (len(found), None)
        for one, end in zip(held, segments(held), strict=True) if isinstance(held, tuple) else ():
            found[(name, end)] = (len(found), one)
    return found


def _entry(where: str, entries: dict[At, tuple[int, Any]]) -> At:
    """The entry a path begins with: a key may have dots in it, and the longest that fits is meant."""
    name, *words = where.split(".")
    ends = (".".join(words[:many]) for many in range(len(words), -1, -1))
    return next(((name, end) for end in ends if (name, end) in entries), ("", ""))


def _called(checked: Checked, at: At, entries: dict[At, tuple[int, Any]]) -> str:
    """What a reader calls an entry: its name where it has one, and its path."""
    path = ".".join(filter(None, at))
    name = checked.words(getattr(entries[at][1], "name", None))
    return f"{name} ({path})" if name else path or _says(checked, "register")


def _finding(told: Told) -> Iterator[Line]:
    one = told.finding
    place = f"{told.file}:{told.line}" if told.line else told.file
    said = f"{place}: {one.level.value} {one.code} {one.name} {one.where}".rstrip()
    exact = f" ({one.word})" if one.place.of else ""  # as a waiver may call it
    yield Line(one.level.value, said + exact)
    yield Line("said", f"    {told.message}")
    if told.remedy:
        yield Line("aside", f"    → {told.remedy}")


def _aside(checked: Checked) -> Iterator[Line]:
    """What is not for the reader to act upon: waived and known findings, and what a person observed."""
    for told in checked.told:
        one = told.finding
        if told.waiver:
            said = ", ".join(filter(None, checked.waived(told.waiver).values()))
            yield Line("aside", f"{_says(checked, 'waived')}: {one.code} {one.where}: {said}")
        elif told.known:
            yield Line("aside", f"{_says(checked, 'known')}: {one.code} {one.where}")
    for seen in map(checked.observed, checked.report.observations):
        beside = ", ".join(str(word) for word in (*seen["articles"], seen["by"], seen["on"]) if word)  # type: ignore[misc]
        said = (
            (f"{seen['at']}: " if seen["at"] else "") + str(seen["text"]) + (f" ({beside})" if beside else "")
        )
        yield Line("said", f"{called(Observation, checked.language)}: {said}")


def _coverage(checked: Checked) -> Iterator[Line]:
    for one in checked.report.coverage:
        if one.asked or one.article.startswith("30(1)"):
            yield Line(
                "said",
                f"{citation(one.article, checked.language)} · {one.label(checked.language)}: {_states(checked, one)}",
            )


def _states(checked: Checked, one: Coverage) -> str:
    said = [_says(checked, state, number=getattr(one, state)) for state in one.STATES if getattr(one, state)]
    return ", ".join(said) or _says(checked, "no-activity")


def _says(checked: Checked, word: str, **values: object) -> str:
    return phrase(f"check.{word}", checked.language, **values)
