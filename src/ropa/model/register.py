"""The register: one value that holds everything an organisation records, and answers look-ups.

Look-ups, changes and the private indices behind them stand together because they are one class.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ValidationError
from pydantic_core import PydanticCustomError

from ropa.errors import NotUnderstood, Problem
from ropa.model.activity import Activity, General
from ropa.model.agreement import Agreement
from ropa.model.change import fields, on_day, with_entries
from ropa.model.flow import System
from ropa.model.hop import Hop
from ropa.model.index import Index
from ropa.model.marks import Known, Refers, good_practice, shall
from ropa.model.named import told_once
from ropa.model.part import Keyed, Part
from ropa.model.party import Party
from ropa.model.problem import placed, problems_of
from ropa.model.security import Measure
from ropa.model.seen import Seen
from ropa.model.shape import shape_problems
from ropa.model.shown import shown
from ropa.model.source import Interest, LeftOut, Notice, Observation, Source, Waiver
from ropa.model.spot import entry_at
from ropa.model.text import Day, Key, Language, Many, Plain, Text
from ropa.model.wanted import a_key


class SharedMeasure(Keyed, Measure):
    """A security measure that activities and parties share by its key."""

    noun = "measure"


def _version(value: object) -> object:
    if value in (1, "1") and not isinstance(value, bool):
        return 1
    raise PydanticCustomError("version", "this library reads format version 1; write ropa: 1")


class Register(Part):
    """A record of processing activities, as one organisation keeps it (Article 30).

    It is a value: `put`, `without` and `replace` give a new one. What is wrong with its shape raises
    `NotUnderstood`; what is missing by law is told by `ropa.check` and never raises.

    >>> register = Register(holder="bakery", parties=[{"key": "bakery", "name": "The Bakery"}])
    >>> register.party("bakery").name
    'The Bakery'
    """

    ropa: Annotated[Literal[1], BeforeValidator(_version)] = 1
    """Version of the format."""
    language: Language = "en"
    """Language of the plain texts."""
    holder: Annotated[Key | None, Refers("party"), shall("30(1)(a)")] = None
    """Whose register this is."""
    reference: Plain | None = None
    """The holder's own reference for this register."""
    version: Plain | None = None
    """Version of this register."""
    status: Annotated[Literal["draft", "adopted", "ended"] | None, Known("statuses")] = None
    """Where it stands."""
    adopted: Annotated[Day | None, good_practice("30(3)")] = None
    """When it was adopted."""
    adopted_by: Text | None = None
    """By whom."""
    sources: Many[Source] = ()
    """The documents it was drawn from."""
    parties: Many[Party] = ()
    """The parties."""
    agreements: Many[Agreement] = ()
    """The agreements between them."""
    systems: Many[System] = ()
    """Applications, sites and archives."""
    measures: Many[SharedMeasure] = ()
    """Security measures that are shared."""
    interests: Many[Interest] = ()
    """Legitimate interests that are shared."""
    general: Many[General] = ()
    """What is said once for many activities."""
    activities: Annotated[Many[Activity], shall("30(1)")] = ()
    """The processing activities."""
    notices: Many[Notice] = ()
    """Privacy statements published."""
    observations: Many[Observation] = ()
    """Findings written by a person."""
    waivers: Many[Waiver] = ()
    """Findings somebody answers for."""
    left_out: Many[LeftOut] = ()
    """Passages of the sources that say nothing for the register."""

    @classmethod
    def of(cls, data: object) -> Self:
        """A register from plain data. `NotUnderstood` lists everything wrong with it at once."""
        if not isinstance(data, (Mapping, Register)):
            raise NotUnderstood([_not_a_register(data)])
        problems = shape_problems(data, cls)
        try:
            register: Self = cls.__pydantic_validator__.validate_python(data)
        except ValidationError as error:
            problems = told_once(problems_of(error, data, cls), problems)
        if problems:
            raise NotUnderstood(placed(problems, data))
        return register

    @classmethod
    def model_validate(cls, obj: Any, **_: Any) -> Self:
        """The same as `of`: pydantic's own name for it."""
        return cls.of(obj)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A register with other fields of its own, checked like any other; without changes the very same value.

        >>> Register(holder="bakery").model_copy(update={"status": "adopted"}).status
        'adopted'
        """
        return self._with(update) if update else self

    def party(self, key: str) -> Party:
        """The party of that key; `UnknownEntry` where there is none."""
        if not self.parties and a_key(key) == self.holder:
            return Party(key=key)
        found: Party = self._index.look_up("party", key)
        return found

    def activity(self, key: str) -> Activity:
        """The activity of that key; `UnknownEntry` where there is none."""
        found: Activity = self._index.look_up("activity", key)
        return found

    def agreement(self, key: str) -> Agreement:
        """The agreement of that key; `UnknownEntry` where there is none."""
        found: Agreement = self._index.look_up("agreement", key)
        return found

    def named(self, noun: str, key: str) -> Keyed:
        """The entry of a kind (`party`, `agreement`, `system`, …) and key; `UnknownEntry` where there is none."""
        found: Keyed = self.party(key) if noun == "party" else self._index.look_up(noun, key)
        return found

    @property
    def party_keys(self) -> frozenset[str]:
        """The keys of all parties, and the holder's."""
        return self._index.party_keys

    @property
    def international_organisations(self) -> frozenset[str]:
        """The keys of the parties that are international organisations (Article 4(26))."""
        return self._index.international_organisations

    def measure(self, measure: Measure) -> Measure:
        """The shared measure that this one refers to by key, or the measure itself."""
        key = measure.text if isinstance(measure.text, str) else ""
        shared: Measure | None = self._index.by_noun["measure"].get(key)
        return shared or measure

    def interest(self, said: Text) -> Text:
        """The words of a legitimate interest, given its key or the words themselves."""
        shared: Interest | None = self._index.by_noun["interest"].get(said) if isinstance(said, str) else None
        return shared.text if shared else said

    def entry(self, path: str) -> Part:
        """What a path points at: `activities.payroll.flows.loonwijzer`. `UnknownEntry` where it is nothing."""
        return entry_at(self, path)

    def at(self, on: date) -> Self:
        """The register as it stood on a day: what does not hold is left out.

        Parties, systems and whatever else is named by others stay: their own days say when they hold.
        """
        return type(self).of(on_day(self, on))

    def seen(self) -> tuple[Seen, ...]:
        """Every activity with what is said in general added to it."""
        return self._index.seen

    def flows(
        self,
        *,
        activity: str | None = None,
        party: str | None = None,
        country: str | None = None,
        role: str | None = None,
        on: date | None = None,
    ) -> tuple[Hop, ...]:
        """Every flow, general ones included, defaults filled in: one for each sender and recipient.

        `country` asks where data are processed or from where they can be reached; `party` is either end.
        `on=None` gives every flow, whenever it is valid; on a day it has the agreements in force and no others.
        `UnknownEntry` with the nearest for an activity, a party, a country or a role that there is not.
        """
        self._index.ask(activity=activity, party=party, country=country, role=role)
        every = self._index.hops_on(on)
        if activity is party is country is role is None:
            return every
        return tuple(
            hop
            for hop in every
            if (activity is None or hop.activity == activity)
            and (party is None or party in (hop.sender, hop.recipient))
            and (country is None or country in hop.flow.countries or country in hop.flow.access_from)
            and (role is None or role in hop.flow.role)
        )

    def controllers_of(self, activity: Activity) -> tuple[str, ...]:
        """The controllers of an activity: the holder where it names none."""
        return tuple(dict.fromkeys(activity.controllers)) or ((self.holder,) if self.holder else ())

    def are_joint(self, activity: Activity, *, on: date | None = None) -> bool:
        """Whether the controllers are joint: it says so, or an Article 26 arrangement covers them (None: whenever)."""
        together = set(self.controllers_of(activity))
        return len(together) > 1 and (
            activity.joint is True
            or any(
                len(together & set(paper.between)) > 1
                and (not paper.covers or activity.key in paper.covers)
                and paper.holds(on)
                for paper in self._index.arrangements_with(together)
            )
        )

    def put(self, *entries: Part) -> Self:
        """A new register with the entries added, each in place of the one of its kind and key.

        `UnknownEntry` where a register does not hold such an entry by itself.
        """
        return self._with(with_entries(self, entries))

    def without(self, key: str, kind: str | None = None) -> Self:
        """A new register without the entry of that key; `kind` where several kinds use it."""
        name = self._index.list_of(key, kind)
        return self._with({name: [one for one in getattr(self, name) if one.key != key]})

    def replace(self, key: str, kind: str | None = None, **changes: Any) -> Self:
        """A new register in which the entry of that key has other values."""
        name = self._index.list_of(key, kind)
        held = getattr(self, name)
        return self._with({name: [{**fields(one), **changes} if one.key == key else one for one in held]})

    def _with(self, changed: Mapping[str, Any]) -> Self:
        return type(self).of({**fields(self), **changed})

    def _repr_html_(self) -> str:
        return shown(self)

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What was worked out from this register under that key, made when first asked for.

        For rooms that ask the same of a register again and again. The last few are kept; a register never changes,
        so what is worked out from it stays right.
        """
        return self._index.kept(key, make)

    @cached_property
    def _index(self) -> Index:
        return Index(self)


def _not_a_register(data: object) -> Problem:
    found = "a list" if isinstance(data, (list, tuple)) else "nothing" if data is None else "a single value"
    return Problem(
        "", f"a register is a mapping of its fields; this is {found}", "begin with ropa: 1 and holder: …"
    )
