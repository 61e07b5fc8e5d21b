"""One known defect in a clean register: what is changed, what must be found then and where.

The defects stand in `defects/planted`, what only looks like one in `defects/innocent.yaml`, the days on which something
changes in `defects/days.yaml`: plain files. A path in them goes by keys, by the recipient of a flow, or by numbers from
one, as the paths of findings do; `*` is every entry.
A defect with texts in four languages is planted in a register of each language, one with `wordings` once for each of them
(`$wording`), any other in one register.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from clean import HERE, LANGUAGES, Data, Ground, clean, kinds, places, read, said, words_of

ONE_A_LANGUAGE = ("NL", "BE-fr", "DE", "IE")
EDITS = ("copy", "drop", "set", "add")
"""What can be done to a register, in this order."""
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Case:
    """A register as plain data, with what must be found in it on a day, and nothing else."""

    name: str
    data: Data
    on: date
    language: str
    kind: str
    expected: tuple[tuple[str, str], ...] = ()
    """Code and place of each."""
    also: tuple[Mapping[str, str], ...] = ()
    """What another rule rightly says besides of the same fault, and why."""
    decisions: Mapping[str, str] = field(default_factory=dict)
    """By the place of a transfer: the decision on which it rests that day."""


def cases(on: date, seed: int) -> Iterator[Case]:
    """All of them: the clean registers, the planted ones, and the days on which something changes."""
    for kind in kinds():
        for place in places():
            yield _case(f"clean-{kind}-{place}", Ground(kind, place, seed, on), {})
    for turn, defect in enumerate(planted()):
        name = f"{defect['rule']}-{defect['in']}-{defect['number']}"
        if "wordings" in defect:
            yield from _worded(name, defect, on, seed)
            continue
        for ground in _grounds(defect, turn, on, seed):
            yield _case(f"{name}-{ground.place}", ground, defect)
    for turn, case in enumerate(read("innocent")):
        for ground in _grounds(case, turn, on, seed):
            yield _case(f"innocent-{case['name']}-{ground.place}", ground, case)
    for change in read("days"):
        for day, found in change["days"].items():
            ground = Ground(change["in"], change.get("place", "IE"), seed, day)
            yield _case(f"{change['name']}-{day}", ground, {**change, **found})


def planted() -> Iterator[Data]:
    """Every defect on file, with its number among those of its rule."""
    counted: dict[str, int] = {}
    for file in sorted((HERE / "planted").glob("*.yaml")):
        for defect in read(f"planted/{file.stem}"):
            counted[defect["rule"]] = counted.get(defect["rule"], 0) + 1
            yield {**defect, "number": counted[defect["rule"]]}


def _grounds(defect: Data, turn: int, on: date, seed: int) -> Iterator[Ground]:
    """In which registers a defect is planted."""
    if "place" in defect:
        chosen = [defect["place"]]
    elif any(map(_speaks, (defect.get(edit) for edit in EDITS))):
        chosen = list(ONE_A_LANGUAGE)
    else:
        chosen = [ONE_A_LANGUAGE[turn % len(ONE_A_LANGUAGE)]]
    for place in chosen:
        yield Ground(defect["in"], place, seed, defect.get("day", on))


def _worded(name: str, defect: Data, on: date, seed: int) -> Iterator[Case]:
    """A defect once for each of its wordings, in a register of that language."""
    for place in ONE_A_LANGUAGE:
        ground = Ground(defect["in"], place, seed, on)
        wordings = defect["wordings"].get(words_of(ground)["language"], ())
        for turn, wording in enumerate(wordings, start=1):
            yield _case(f"{name}-{place}-{turn}", ground, defect, {"wording": wording})


def _speaks(value: Any) -> bool:
    if isinstance(value, dict):
        return LANGUAGES == set(value) or any(map(_speaks, value.values()))
    return isinstance(value, list) and any(map(_speaks, value))


def _case(name: str, ground: Ground, defect: Data, besides: Mapping[str, str] = NOTHING) -> Case:
    data = clean(ground)
    words = {**words_of(ground), **besides}
    for edit in EDITS:
        if edit in defect:
            _DO[edit](data, said(defect[edit], words))
    return Case(
        name,
        data,
        ground.on,
        str(words["language"]),
        ground.kind,
        _expected(defect),
        tuple(defect.get("also", ())),
        defect.get("decisions", {}),
    )


def _expected(defect: Data) -> tuple[tuple[str, str], ...]:
    """Code and place of what a defect shows as; on a day of change, of all that is found."""
    if "at" in defect:
        return ((defect["rule"], defect["at"]),)
    return tuple(defect.get("found", {}).items())


def _set(data: Data, edits: Mapping[str, Any]) -> None:
    for path, value in edits.items():
        for around, word in _ends(data, path):
            around[word] = deepcopy(value)


def _add(data: Data, edits: Mapping[str, Any]) -> None:
    for path, values in edits.items():
        for around, word in _ends(data, path):
            around[word] = [
                *_list(around.get(word, []) if isinstance(around, dict) else around[word]),
                *values,
            ]


def _drop(data: Data, paths: list[str]) -> None:
    for path in paths:
        for around, word in _ends(data, path):
            del around[word]


def _copy(data: Data, edits: Mapping[str, str]) -> None:
    for path, key in edits.items():
        for around, word in _ends(data, path):
            around.append({**deepcopy(around[word]), "key": key})


_DO: Mapping[str, Any] = {"copy": _copy, "drop": _drop, "set": _set, "add": _add}


def _ends(data: Data, path: str) -> list[tuple[Any, Any]]:
    """What a path leads to, as the mapping or list around it and the word or number in it."""
    *way, last = path.split(".")
    around: list[Any] = [data]
    for word in way:
        around = [held[step] for held in around for step in _steps(held, word)]
    found = [(held, step) for held in around for step in _steps(held, last, new=True)]
    if not found:
        raise ValueError(f"nothing stands at {path!r}: the defect cannot be planted")
    return found


def _steps(held: Any, word: str, *, new: bool = False) -> list[Any]:
    """The word or number by which a step goes: an entry by its key, a flow by its recipient, others by number from one."""
    if isinstance(held, list):
        if word == "*":
            return list(range(len(held)))
        named = [at for at, one in enumerate(held) if word in _names(one)]
        return named[:1] or [int(word) - 1]
    if word == "*" and not new:
        return []
    return [word] if new or word in held else []


def _names(one: Any) -> tuple[Any, ...]:
    return (one.get("key"), one.get("recipient")) if isinstance(one, dict) else ()


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
