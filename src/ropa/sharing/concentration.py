"""On how few parties, countries and groups everything rests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.glossary import phrase
from ropa.model import Register
from ropa.model.asked import one_register
from ropa.model.dump import plain
from ropa.model.pause import no_collecting
from ropa.model.text import as_day
from ropa.sharing.answer import Answer
from ropa.sharing.cover import cover
from ropa.sharing.reach import Reach
from ropa.sharing.saying import Saying
from ropa.sharing.unsaid import Unsaid, tell_unsaid, unsaid
from ropa.sharing.weight import Weight, by_country, by_party, groups, held, place_open, together

SHOWN = 10
"""How many of each are told in sentences; the answer itself has all."""


@dataclass(frozen=True)
class Concentration(Answer):
    """How much of a register rests on whom and on where, counted in activities. A controller counts where it holds those of another."""

    activities: tuple[str, ...]
    """All activities of the day."""
    shared: tuple[str, ...]
    """Those in which somebody else than a controller holds data."""
    parties: tuple[Weight, ...]
    countries: tuple[Weight, ...]
    groups: tuple[Weight, ...]
    """Groups of undertakings: their parties counted as one."""
    services: tuple[Weight, ...]
    """Kinds of service: the parties that offer it counted as one."""
    half: tuple[str, ...]
    """Few parties that together touch half of the shared activities, chosen one by one: perhaps not the very fewest."""
    all: tuple[str, ...]
    """The same for all shared activities."""
    place_open: tuple[str, ...]
    """Activities with a flow of which it is not stated where the data are."""
    perhaps: tuple[str, ...] = ()
    """Those of the shared activities in which others only may hold data."""
    apart: tuple[str, ...] = ()
    """Own staff and authorities in an inquiry, which hold data and are not counted (Article 4(9) and (10))."""
    unsaid: tuple[Unsaid, ...] = ()
    """Activities without recorded recipients, or of which not all are known."""

    def _say(self, words: Saying) -> Iterator[str]:
        total, shared = len(self.activities), len(self.shared)
        only = ("overall-one" if shared else "overall-one-none") if total == 1 else "overall"
        told = _part(words, only, shared=shared, total=total, parties=len(self.parties))
        yield told + (_part(words, "overall-perhaps", number=len(self.perhaps)) if self.perhaps else "")
        if self.apart:
            yield _part(
                words, "apart", names=words.few(self.apart, words.party, SHOWN), number=len(self.apart)
            )
        if shared == 1:
            yield _part(words, "all-one", names=self._names(words, self.all))
        elif shared:
            for name, keys in (("half", self.half), ("all", self.all)):
                yield _part(words, name, number=len(keys), shared=shared, names=self._names(words, keys))
        yield from self._list(words, "party", self.parties, lambda one: _party(words, str(one.key)))
        yield from self._list(words, "country", self.countries, lambda one: words.country(str(one.key)))
        if self.place_open:
            yield _part(words, "place-open", number=len(self.place_open), total=total)
        yield from tell_unsaid(words, self.unsaid)
        yield from self._list(words, "group", self.groups, lambda one: _joined(words, "group", one))
        yield from self._list(words, "service", self.services, lambda one: _joined(words, "service", one))

    def _names(self, words: Saying, keys: tuple[str, ...]) -> str:
        """Parties in a row; what data only may get to is no certain touch, and says so."""
        open_in = {one.key: len(one.perhaps) for one in self.parties}
        said = [_party(words, key) for key in keys[:SHOWN]]
        marked = [
            _part(words, "name-perhaps", name=name, number=open_in[key]) if open_in.get(key) else name
            for key, name in zip(keys, said, strict=False)
        ]
        return words.row(marked) if len(keys) <= SHOWN else f"{words.row(marked)}, …"

    def _list(
        self, words: Saying, kind: str, weights: tuple[Weight, ...], name: Callable[[Weight], str]
    ) -> Iterator[str]:
        """The first of each; of others than countries only those in several activities, where there are any."""
        several = [one for one in weights if len(one.activities) > 1 or kind == "country"]
        told = (several or list(weights))[:SHOWN]
        for one in told:
            said = name(one)
            yield _part(
                words,
                "row-one" if len(self.activities) == 1 else "row",
                name=said[:1].upper() + said[1:],
                number=len(one.activities),
                total=len(self.activities),
                percent=round(100 * one.share),
            ) + "".join(_aside(words, one))
        if len(weights) > len(told):
            yield _part(words, f"more-{kind}", number=len(weights) - len(told))

    def _plain(self) -> dict[str, Any]:
        return {
            "activities": len(self.activities),
            "shared": len(self.shared),
            "shared_perhaps": [*self.perhaps],
            "not_counted": [*self.apart],
            "half": [*self.half],
            "all": [*self.all],
            "parties": [_plain(one) for one in self.parties],
            "countries": [_plain(one) for one in self.countries],
            "place_not_stated": [*self.place_open],
            "groups": [_plain(one) for one in self.groups],
            "services": [_plain(one) for one in self.services],
            "recipients_not_stated": [one.as_json() for one in self.unsaid],
        }


def _plain(one: Weight) -> dict[str, Any]:
    said = {name: getattr(one, name) for name in ("parties", "as_processor", "perhaps", "reached_only")}
    return {
        "key": plain(one.key),
        "activities": [*one.activities],
        "share": round(one.share, 4),
        **{name: [*value] for name, value in said.items() if value},
    }


def _part(words: Saying, key: str, **values: object) -> str:
    return phrase(f"concentration.{key}", words.language, **values)


def _aside(words: Saying, one: Weight) -> Iterator[str]:
    if one.as_processor:
        yield _part(words, "as-processor", number=len(one.as_processor))
    if one.perhaps:
        yield _part(words, "perhaps", number=len(one.perhaps))
    if one.reached_only:
        yield _part(words, "reached-only", number=len(one.reached_only))


def _party(words: Saying, key: str) -> str:
    """A party by name; a category of parties is no single one, and says so."""
    name = words.party(key)
    return _part(words, "category", name=name) if words.register.party(key).named is False else name


def _joined(words: Saying, kind: str, one: Weight) -> str:
    name = words.party(str(one.key)) if kind == "group" else words.term("services", one.key)
    return _part(words, kind, name=name, parties=len(one.parties))


@no_collecting()
def concentration(register: Register, *, on: date | None) -> Concentration:
    """On how few parties, countries, groups and kinds of service the activities of a day (None: all) rest.

    A party counts in an activity where data of it reach it; own staff and authorities in an inquiry do not count.
    """
    one_register(register)
    reach = Reach.of(register, None if on is None else as_day(on))
    activities = tuple(reach)
    total = max(len(activities), 1)
    found = held(reach)
    touched = {party: tuple(where) for party, where in found.activities.items()}
    shared = {key for where in touched.values() for key in where}
    sure = {key for where in found.surely.values() for key in where}
    top = groups(register)
    return Concentration(
        register,
        on,
        activities=activities,
        shared=tuple(key for key in activities if key in shared),
        parties=by_party(found, total),
        countries=by_country(reach, total),
        groups=together(found, total, lambda party: (top[party],) if party in top else ()),
        services=together(found, total, lambda party: dict.fromkeys(register.party(party).services)),
        half=cover(touched, (len(shared) + 1) // 2),
        all=cover(touched, len(shared)),
        place_open=place_open(reach),
        perhaps=tuple(key for key in activities if key in shared - sure),
        apart=tuple(one for one in found.apart if one not in found.activities),
        unsaid=unsaid(reach, activities),
    )
