"""What holds of any two registers: nothing is silent, nothing is told of what is the same, and back is as far as there."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import assume, given, settings, strategies as st
from tests.strategies import registers, thorough

from ropa.changes import diff
from ropa.errors import NotUnderstood
from ropa.glossary import LANGUAGES
from ropa.model import Part, Register
from ropa.model.spot import segments

ON = date(2026, 6, 1)
few = settings(thorough, max_examples=25)


def content(value: Any, top: bool = True) -> Any:
    """What a register says with every list in one order: made here anew, so that the library is not asked about itself."""
    if isinstance(value, Part):
        fields = {name: content(getattr(value, name), False) for name in type(value).model_fields}
        fields |= {name: repr(one) for name, one in (value.__pydantic_extra__ or {}).items()}
        if top and isinstance(value, Register):
            fields["first"] = value.sources[0].key if value.sources else None
        return {name: one for name, one in fields.items() if one not in (None, [], {})}
    if isinstance(value, tuple):
        return sorted((content(one, False) for one in value), key=repr)
    if isinstance(value, dict):
        return {name: content(one, False) for name, one in sorted(value.items())}
    return value


def in_another_order(value: Any) -> Any:
    """The same register with every list the other way round; the first source stays first."""
    if isinstance(value, Part):
        found = {name: in_another_order(getattr(value, name)) for name in type(value).model_fields}
        if isinstance(value, Register):
            found["sources"] = value.sources[:1] + value.sources[1:][::-1]
        return value.model_copy(update=found)
    if isinstance(value, tuple):
        return tuple(in_another_order(one) for one in value[::-1])
    return value


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where each single value of plain data stands."""
    if isinstance(value, dict):
        return [leaf for key, one in value.items() for leaf in leaves(one, (*path, key))]
    if isinstance(value, list):
        return [leaf for at, one in enumerate(value) for leaf in leaves(one, (*path, at))]
    return [path]


@few
@given(registers())
def test_the_same_register_is_not_changed(register: Register) -> None:
    """Neither by itself, nor as another value, nor in another order."""
    again = Register.of(register.model_dump(by_alias=True))

    assert list(diff(register, register, on=ON)) == []
    assert list(diff(register, again, on=ON)) == []
    assert [one.as_json() for one in diff(register, in_another_order(register), on=ON)] == []


@few
@given(registers(), registers())
def test_nothing_is_told_exactly_where_nothing_differs(old: Register, new: Register) -> None:
    """And there are as many changes back as there."""
    there, back = diff(old, new), diff(new, old)

    assert bool(there) == (content(old) != content(new))
    assert len(there) == len(back), (there, back)
    assert len(diff(old, new, on=ON, since=ON)) == len(diff(new, old, on=ON, since=ON))


@few
@given(registers(), registers())
def test_every_change_reads_in_four_languages(old: Register, new: Register) -> None:
    """As sentences, as cells and as JSON; the first to look at come first."""
    found = diff(old, new, on=ON)

    assert json.loads(json.dumps(found.as_json()))["on"] == "2026-06-01"
    assert [one.weight for one in found] == sorted(one.weight for one in found)
    for language in LANGUAGES:
        assert all(said.strip() for said in found.sentences(language))
        assert len(found.rows(language)) == len(found)


@few
@given(st.data())
def test_every_changed_value_is_covered(data: st.DataObject) -> None:
    """One value goes: a change is told of the entry it stood in, whatever field it was."""
    register = data.draw(registers())
    plain = json.loads(json.dumps(register.model_dump(by_alias=True, mode="json", exclude_unset=True)))
    places = [path for path in leaves(plain) if len(path) > 1]
    assume(places)
    path = data.draw(st.sampled_from(places))
    held = plain
    for step in path[:-1]:
        held = held[step]
    del held[path[-1]]
    try:
        changed = Register.of(plain)
    except NotUnderstood:
        assume(False)
    assume(content(register) != content(changed))

    found = diff(register, changed)

    around = {
        f"{path[0]}.{end}" for one in (register, changed) for end in _end(getattr(one, path[0], ()), path[1])
    }
    assert any(one.where.startswith(tuple(around)) or one.field == path[0] for one in found), (path, found)


def _end(entries: Any, at: Any) -> tuple[str, ...]:
    """The last step of the path of an entry: its name; all of them where it is not known which."""
    several = isinstance(entries, tuple) and isinstance(at, int)
    return segments(entries)[at : at + 1] if several else ("",)
