"""Several registers as one: parties united by their numbers, and nothing said that none of them says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ropa.errors import NotUnderstood, Problem, UnknownEntry
from ropa.glossary.book import nearest
from ropa.model import Keyed, Observation, Register, Waiver
from ropa.model.change import fields
from ropa.model.index import collections
from ropa.model.part import Entry
from ropa.model.spec import specs
from ropa.unite.covering import write_covered
from ropa.unite.group import Group, alike
from ropa.unite.itself import of_registers, sources_made, twice
from ropa.unite.joined import Joined, Made, NotUnited, Place, United
from ropa.unite.merge import NOTHING, Conflict, merged
from ropa.unite.name import Named, Renamed, named
from ropa.unite.path import Paths, is_list
from ropa.unite.rewrite import distinct, told
from ropa.unite.same_work import same_work
from ropa.unite.side import Side, complete, relies_on_holder, side_of, write_out


def join(*registers: Register, by_name: bool = False, holder: str | None = None) -> Joined:
    """Puts registers together: parties with the same number (KvK, KBO, SIREN, LEI, VAT) become one.

    `by_name` also unites parties of the same name, where no number contradicts. The language is the first register's;
    so is the holder (`holder` names another party, by its key in the joined register, and also stands in for whoever
    holds a register that names nobody). Where two registers say different things of one party the first is kept and
    `conflicts` tells the other. Of two entries with one key the later gets another, and whatever names it follows.
    What a register leaves to its holder is written out, and which activities an agreement covers, so that every entry
    means what it meant.
    Raises `UnknownEntry` where no party has the key of `holder`, `NotUnderstood` where there is nothing to join or
    something else than a register.

    >>> bakery = Register(holder="us", parties=[{"key": "us"}, {"key": "host", "registration": {"scheme": "kvk", "number": "12345678"}}])
    >>> other = Register(holder="wolk", parties=[{"key": "wolk", "registration": {"scheme": "kvk", "number": "12 34 56 78"}}])
    >>> [party.key for party in join(bakery, other).register.parties]
    ['us', 'host']
    """
    if not registers:
        raise NotUnderstood([Problem("", "there is nothing to join", "give one register or more")])
    if not all(isinstance(one, Register) for one in registers):
        raise NotUnderstood([Problem("", "a register is wanted here", "give each register by itself")])
    whole = complete(registers)
    language = whole[0].language
    plan = named(whole, by_name=by_name, language=language)
    whose = _holder(whole, plan, holder)
    sides = [
        side_of(register, rewriter, holder) for register, rewriter in zip(whole, plan.rewriters, strict=True)
    ]
    taken = {key for side in sides for key in side.rewriter.keys["activity"].values()}
    homes = write_out(sides, whose, taken)
    wider = write_covered(sides)
    made = _Whole(whole, plan, sides, language)
    register = made.register(whose)
    holders = tuple(
        side.rewriter.keys["party"].get(one.holder or "") for side, one in zip(sides, whole, strict=True)
    )
    return Joined(
        register=register,
        on=None,
        united=tuple(made.united()),
        left=tuple(made.left()),
        conflicts=(*of_registers(whole), *made.conflicts),
        renamed=(*plan.renamed, *made.renamed),
        made=(
            *sources_made(registers, sides),
            *(Made("activity", key, number + 1) for number, key in homes),
        ),
        wider=tuple(Made("agreement", key, number + 1) for number, key in wider),
        same=tuple(twice(registers)),
        holders=holders,
        same_work=tuple(same_work(register, made.origins(), holders)),
    )


def _holder(registers: Sequence[Register], plan: Named, asked: str | None) -> str | None:
    """Whose the joined register is: the first register's holder, nobody where that would answer for what is nobody's."""
    known = {key for one in plan.rewriters for key in one.keys["party"].values()}
    if asked is not None:
        if asked not in known:
            hint = nearest(asked, known)
            raise UnknownEntry(
                f"no party of the joined register has the key {asked!r}"
                + (f"; did you mean {hint!r}?" if hint else "")
            )
        return asked
    if any(one.holder is None and relies_on_holder(one) for one in registers):
        return None
    found = (
        rewriter.keys["party"].get(one.holder, one.holder)
        for one, rewriter in zip(registers, plan.rewriters, strict=True)
        if one.holder
    )
    return next(found, None)


class _Whole:
    """The joined register in the making."""

    def __init__(
        self, registers: Sequence[Register], plan: Named, sides: Sequence[Side], language: str
    ) -> None:
        self.registers, self.plan, self.sides, self.language = registers, plan, sides, language
        self.conflicts: list[Conflict] = []
        self.renamed: list[Renamed] = []
        self.places: list[dict[tuple[str, int], int]] = [{} for _ in registers]
        self.lists = {name: self._list(name) for name in collections(Register)}
        if len(registers) > 1:
            self._point()

    def register(self, holder: str | None) -> Register:
        data = {**fields(self.registers[0]), "language": self.language, "holder": holder}
        for one in self.registers[1:]:
            data = {**(one.__pydantic_extra__ or {}), **data}
        for name, entries in self.lists.items():
            if entries or name in data:
                data[name] = entries
        return Register.of(data)

    def origins(self) -> dict[str, int]:
        """From which register each activity is, counted from one."""
        return {
            self.lists[name][at].key: number + 1
            for number, places in enumerate(self.places)
            for (name, _), at in places.items()
            if name == "activities"
        }

    def _list(self, name: str) -> tuple[Any, ...]:
        if name in self.plan.groups:
            return self._keyed(name)
        entries: list[Any] = []
        before: list[Any] = []
        for number, side in enumerate(self.sides):
            for at, one in enumerate(side.lists[name]):
                self.places[number][name, at] = len(entries)
                entries.append(one)
                before.append(number)
        found = distinct(tuple(entries), before)
        self.renamed += (
            Renamed(name, number + 1, was.key, now.key)
            for was, now, number in zip(entries, found, before, strict=True)
            if isinstance(was, Entry) and was.key and was.key != now.key
        )
        return found

    def _keyed(self, name: str) -> tuple[Any, ...]:
        at_home = [
            {id(one): at for at, one in enumerate(getattr(register, name))} for register in self.registers
        ]
        found: list[Any] = []
        for group in self.plan.groups[name]:
            held = []
            for number, entry in group.members:
                at = at_home[number][id(entry)]
                self.places[number][name, at] = len(found)
                held.append((number, self.sides[number].lists[name][at]))
            found.append(self._one(held))
        for number, side in enumerate(self.sides):  # what was made for it
            for at in range(len(at_home[number]), len(side.lists[name])):
                self.places[number][name, at] = len(found)
                found.append(side.lists[name][at])
        return tuple(found)

    def _one(self, members: Sequence[tuple[int, Keyed]]) -> Keyed:
        [(_, kept), *others] = members
        for number, other in others:
            if kept == other:
                continue
            kept, found = merged(kept, other, number + 1, self.language)
            before = [(at + 1, one) for at, one in members if at < number]
            self.conflicts += (
                replace(one, kind=kept.noun, key=kept.key, registers=(_says(before, one.field), number + 1))
                for one in found
            )
        return kept

    def united(self) -> Iterator[United]:
        """What became one."""
        for name in ("parties", "sources"):
            for group in self.plan.groups[name]:
                if len(group.members) > 1:
                    kind = group.members[0][1].noun
                    yield United(kind, self._key(group), _places(group), group.shared, group.by_name)

    def left(self) -> Iterator[NotUnited]:
        """What bears one name and did not become one."""
        if len(self.registers) > 1:
            for one in alike(self.plan.groups["parties"]):
                places = tuple(place for group in one.groups for place in _places(group))
                yield NotUnited(one.name, tuple(self._key(group) for group in one.groups), places, one.why)

    def _key(self, group: Group) -> str:
        number, entry = group.members[0]
        return self.sides[number].rewriter.keys[entry.noun][entry.key]

    def _point(self) -> None:
        """Makes waivers and observations point at the same entries as before."""
        observations: list[Observation] = []
        waivers: list[Waiver] = []
        ends: dict[str, tuple[str, ...]] = {}
        for register, side, places in zip(self.registers, self.sides, self.places, strict=True):
            paths = Paths(register, side.lists, self.lists, places, ends)
            observations += (_moved(one, paths) for one in self._own("observations", side, places))
            waivers += (made for one in self._own("waivers", side, places) for made in _spread(one, paths))
        self.lists["observations"] = tuple(observations)
        self.lists["waivers"] = distinct(tuple(waivers), range(len(waivers)))

    def _own(self, name: str, side: Side, places: dict[tuple[str, int], int]) -> Iterator[Any]:
        for at in range(len(side.lists[name])):
            yield self.lists[name][places[name, at]]


def _moved(one: Any, paths: Paths) -> Any:
    return told(one, at=paths.moved(one.at)) if one.at else one


def _spread(one: Waiver, paths: Paths) -> Iterator[Waiver]:
    """A waiver for all of one register is one for each of its entries beside those of others."""
    if one.at is None:
        yield from (told(one, at=path) for path in paths.everywhere())
    elif is_list(one.at):
        yield from (told(one, at=path) for path in paths.all_of(one.at))
    else:
        yield _moved(one, paths)


def _says(members: Sequence[tuple[int, Keyed]], field: str) -> int:
    """The number of the first register that says something of a field."""
    name = field.split(".")[0]
    for number, one in members:
        spec = specs(type(one)).get(name)
        value = getattr(one, spec.name) if spec else (one.__pydantic_extra__ or {}).get(name)
        if value not in NOTHING or name in one.absences:
            return number
    return members[0][0]


def _places(group: Group) -> tuple[Place, ...]:
    return tuple(Place(number + 1, entry.key) for number, entry in group.members)
