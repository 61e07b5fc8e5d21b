"""A register is a value: looked up, changed into another one, compared, copied, pickled."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from tests.builders import BAKERY, a_register, problems_in
from tests.strategies import registers, thorough

from ropa.errors import NotUnderstood, UnknownEntry
from ropa.formats.native import loads
from ropa.model import Activity, Entry, Flow, Part, Party, Register
from ropa.model.spec import specs
from ropa.model.spot import loc_of, segments


def test_the_same_problems_from_python_as_from_a_file() -> None:
    """A script is told what a file is told, without lines."""
    data: dict[str, Any] = {
        "holder": "nobody",
        "parties": [{"key": "a", "nmae": "x"}, {"key": "a"}],
        "activities": [{"key": "p", "flows": [{"recipient": "b", "role": "procesor"}], "joint": "perhaps"}],
    }
    with pytest.raises(NotUnderstood) as from_python:
        Register(**data)
    from_file = problems_in(json.dumps({"ropa": 1, **data}), json=True)

    said = {(one.at, one.instead) for one in from_python.value.problems}
    assert said == {(one.at, one.instead) for one in from_file}
    assert from_python.value.total == 6
    with pytest.raises(NotUnderstood):
        Register.model_validate(data)
    with pytest.raises(NotUnderstood):
        Register.model_validate_json(json.dumps(data))


def test_put_adds_and_replaces() -> None:
    """In place of the entry of its kind and key; otherwise at the end. The old register is what it was."""
    old = a_register()
    new = old.put(Party(key="host", name="Host"), Party(key="new"), Activity(key="p"))

    assert [one.key for one in new.parties] == ["bakery", "host", "desk", "new"]
    assert new.party("host").name == "Host"
    assert new.activity("p").key == "p"
    assert old == a_register()
    with pytest.raises(NotUnderstood, match="no party 'nobody'"):
        old.put(Activity(key="p", controllers="nobody"))
    with pytest.raises(UnknownEntry, match="holds no Flow by itself"):
        old.put(Flow(recipient="host"))


def test_without_and_replace() -> None:
    """Checked like everything else: what is referred to cannot go."""
    register = a_register(activities=[{"key": "p", "flows": [{"recipient": "host"}]}])

    assert [one.key for one in register.without("desk").parties] == ["bakery", "host"]
    assert register.replace("host", name="H").party("host").name == "H"
    with pytest.raises(NotUnderstood, match=r"did you mean|add it to parties"):
        register.without("host")
    with pytest.raises(NotUnderstood, match="nmae"):
        register.replace("host", nmae="H")
    with pytest.raises(UnknownEntry):
        register.without("nothing")


def test_a_key_of_two_kinds_wants_the_kind() -> None:
    """A party and a system may share a key."""
    register = a_register(systems=[{"key": "desk"}])

    with pytest.raises(UnknownEntry, match="parties, systems"):
        register.without("desk")
    assert register.without("desk", "system").systems == ()
    assert register.replace("desk", "systems", name="x").systems[0].name == "x"


def test_at_a_day_only_what_holds_is_there() -> None:
    """At any depth; both days are inclusive."""
    flow = {"recipient": "host", "valid_from": "2024-01-01", "valid_until": "2024-12-31"}
    register = a_register(
        activities=[{"key": "p", "flows": [flow]}, {"key": "q", "valid_from": "2025-01-01"}]
    )

    for day, flows, activities in (
        (date(2023, 12, 31), 0, 1),
        (date(2024, 1, 1), 1, 1),
        (date(2024, 12, 31), 1, 1),
        (date(2025, 1, 1), 0, 2),
    ):
        then = register.at(day)
        assert (flows, activities) == (len(then.activity("p").flows), len(then.activities))


def test_at_a_day_a_named_agreement_stays() -> None:
    """A flow that names an agreement that ended does not come to rest on another."""
    two = ["bakery", "host"]
    papers = [
        {"key": "named", "between": two, "ends": "2019-12-31"},
        {"key": "other", "between": two},
        {"key": "old", "between": two, "ends": "2019-12-31"},
    ]
    flows = [
        {"recipient": "host", "agreements": "named"},
        {"recipient": "desk", "agreements": "old", "valid_until": "2019-12-31"},
    ]
    then = a_register(agreements=papers, activities=[{"key": "p", "flows": flows}]).at(date(2026, 11, 21))

    assert [one.key for one in then.agreements] == ["named", "other"]
    assert [hop.agreements for hop in then.flows()] == [("named",)]
    assert [hop.agreements for hop in then.flows(on=date(2026, 11, 21))] == [()]


def test_at_a_day_single_values_are_dated_too() -> None:
    """One that does not hold is left out, and so is what does not hold inside one that does."""
    ended = {"valid_until": "2019-12-31"}
    rights = {"exercise": [{"right": "access", **ended}, {"right": "erasure"}]}
    activity = {
        "key": "p",
        "rights": rights,
        "dpia": {"required": "no", **ended},
        "automated_decisions": {"exists": False, **ended},
    }
    register = a_register(activities=[activity])
    now, then = (register.at(date(year, 1, 1)).activity("p") for year in (2026, 2019))

    assert (now.dpia, now.automated_decisions) == (None, None)
    assert now.rights is not None
    assert [one.right for one in now.rights.exercise] == [("erasure",)]
    assert then == register.activity("p")


def standing_at(part: Any, loc: tuple[str | int, ...]) -> Any:
    """What stands at a place, by keys of the file and numbers from zero."""
    for step in loc:
        part = part[step] if isinstance(step, int) else getattr(part, specs(type(part))[step].name)
    return part


@thorough
@given(registers())
def test_every_path_resolves(register: Register) -> None:
    """Every entry, at any depth, is found again by the path that leads to it."""

    def walk(part: Part, path: str) -> None:
        for key, spec in specs(type(part)).items():
            value = getattr(part, spec.name)
            if not isinstance(value, tuple) or not all(isinstance(one, Entry) for one in value):
                continue
            for end, one in zip(segments(value), value, strict=True):
                here = f"{path}.{key}.{end}".lstrip(".")
                assert one == register.entry(here)
                assert standing_at(register, loc_of(register, here)) == one
                walk(one, here)

    walk(register, "")


def test_keys_with_dots_and_numbers_resolve() -> None:
    """A dot in a key is no step, a number that is a key is no place."""
    flows = [
        {"recipient": "host"},
        {"recipient": "desk", "key": "1"},
        {"recipient": "desk", "role": "processor"},
    ]
    register = a_register(activities=[{"key": "a.b", "flows": flows}, {"key": "a"}])

    assert register.activities[0] is register.entry("activities.a.b")
    assert register.activities[1] is register.entry("activities.a")
    assert [
        register.entry(f"activities.a.b.flows.{end}") for end in segments(register.activities[0].flows)
    ] == list(register.activities[0].flows)
    assert loc_of(register, "activities.a.b.flows.3.role") == ("activities", 0, "flows", 2, "role")
    for path in ("nothing", "activities.c", "activities.a.b.flows.9", "holder", "activities.a.name.x"):
        with pytest.raises(UnknownEntry):
            register.entry(path)


def test_what_a_register_remembers_is_no_part_of_it() -> None:
    """Indices and origin do not count for equality, and survive copies and pickles."""
    register, other = loads(BAKERY), loads(BAKERY)
    register.flows()
    register.entry("parties.korenaar")
    register.seen()

    assert register == other
    assert (
        other
        == pickle.loads(pickle.dumps(register))
        == copy.deepcopy(register)
        == copy.copy(register)
        == register.model_copy()
    )
    assert register.model_dump() == other.model_dump()
    assert pickle.loads(pickle.dumps(register)).flows() == other.flows()


def test_a_copy_with_other_fields_is_checked_and_forgets() -> None:
    """No old index answers for a new register."""
    register = a_register()
    register.party("host")
    copied = register.model_copy(update={"parties": [{"key": "bakery", "name": "B"}]})

    assert copied.party("bakery").name == "B"
    with pytest.raises(UnknownEntry):
        copied.party("host")
    with pytest.raises(NotUnderstood):
        register.model_copy(update={"holder": "nobody"})


def test_problems_survive_a_pickle() -> None:
    """Errors come back whole from another process."""
    with pytest.raises(NotUnderstood) as caught:
        Register(holder="Not a key")

    assert caught.value.problems == pickle.loads(pickle.dumps(caught.value)).problems


def test_keys_of_ones_own_are_kept() -> None:
    """Anywhere, through every change."""
    register = a_register(activities=[{"key": "p", "x-cost": 3}], **{"x-ours": {"a": [1]}})
    later = register.replace("p", name="P").put(Party(key="n"))

    assert later.__pydantic_extra__ == {"x-ours": {"a": [1]}}
    assert later.activity("p").__pydantic_extra__ == {"x-cost": 3}


def test_a_holder_without_parties() -> None:
    """A register that has no parties yet has a holder nevertheless; as soon as it has some, the holder is one."""
    assert Register(holder="bakery").party("bakery").key == "bakery"
    with pytest.raises(NotUnderstood, match="holder: there is no party 'bakery'"):
        Register(holder="bakery", parties=[{"key": "other"}])


def test_mappings_do_not_change_and_entries_can_be_counted() -> None:
    """What is given is as frozen as what is not: no absence slips in behind the checks, and a value can stand in a set."""
    register = a_register(
        agreements=[{"key": "art26", "duties": {"contact": "bakery"}}],
        activities=[{"key": "p", "absences": {"flows": "none"}}],
    )

    for mapping in (
        register.activity("p").absences,
        register.agreement("art26").duties,
        Activity(key="q").absences,
    ):
        with pytest.raises(TypeError):
            mapping["transfers"] = "none"  # type: ignore[index]
    assert hash(register) == hash(pickle.loads(pickle.dumps(register)))
    assert {*register.activities} == {register.activity("p")}


def test_a_value_without_its_name_is_refused() -> None:
    """Python's own error, as for every call that no signature takes: never a register with nothing in it."""
    with pytest.raises(TypeError):
        Register({"holder": "bakery"})  # type: ignore[call-arg]
