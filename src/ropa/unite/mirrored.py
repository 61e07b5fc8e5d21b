"""What differs between a customer's register and its processor's: typed, in words, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ropa.fields import FieldCard, card
from ropa.glossary import phrase
from ropa.glossary.quoting import quoted
from ropa.model import Agreement, Flow, Party, Register
from ropa.model.dump import plain
from ropa.sharing.answer import Answer
from ropa.sharing.saying import Saying

CUSTOMER, VENDOR = "customer", "vendor"
BEHIND = "sub-processor-"
"""Before the name of a field: what the two say differently of a processor behind the vendor."""
NAMESAKE = "namesake-"
"""Before the name of a field of an agreement: both name a party of one name there, and no number tells that it is one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the two registers do not say alike.

    `kind` is `party`, `country` (of one of the two), `row`, `receipt` (what the vendor gets from the customer otherwise
    than as its processor), `role`, `agreement`, `sub-processor`, `namesake` (one of the same name is recorded, and no
    number tells that it is the same), `transfer`, `transfer-only` (on one side, without a ground), or the field that differs: `personal_data`, `countries`, `signed` …;
    for one processor behind the vendor, whom both record, `sub-processor-countries` or `sub-processor-access_from`; for
    a party that an agreement names, and that is a namesake, `namesake-authorised`.
    """

    kind: str
    customer: tuple[Any, ...] = ()
    """What only the customer records; empty where it records nothing."""
    vendor: tuple[Any, ...] = ()
    """What only the vendor records."""
    activities: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """The keys of the activities, the customer's and the vendor's."""
    paths: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """The flows or agreements compared, the customer's and the vendor's."""
    subject: str = ""
    """The country of a transfer; the kind of an agreement; the customer's key of a processor behind the vendor.

    Of a holder that is not found in the other's register: the key of a party of its name there.
    """
    behalf: tuple[str, ...] = ()
    """Of work that only the vendor records: for which controllers, by the keys they have with the customer."""


@dataclass(frozen=True, slots=True)
class Called:
    """Another name under which one of the two stands in the other's register."""

    whom: str
    """`customer` or `vendor`: whose name it is."""
    name: str


@dataclass(frozen=True)
class Mirror(Answer):
    """A customer's 30(1) record held against its vendor's 30(2) record. `register` is the customer's."""

    vendor: Register = field(repr=False, compare=False)
    controller: str
    """Whose work it is about: the key of a controller in the customer's register, mostly its holder."""
    vendor_is: str | None
    """What the customer calls the vendor: its key in the customer's register; None where it is not found."""
    customer_is: str | None
    """What the vendor calls the customer."""
    compared: int
    """How many activities of the two were held against each other."""
    differences: tuple[Difference, ...]
    called: tuple[Called, ...] = ()
    """Other names under which the two know each other: no difference by itself."""
    uncompared: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Activities of the customer and of the vendor that were held against nothing: one of the two is not found."""
    by_name: bool = False
    """Whether a name was enough to be found."""

    @property
    def is_empty(self) -> bool:
        """Whether the two know each other and neither records anything that the vendor gets from the customer.

        Perhaps the registers were given in the wrong order.
        """
        known = self.vendor_is is not None and self.customer_is is not None
        return known and not self.compared and all(one.kind != "row" for one in self.differences)

    def _say(self, words: Saying) -> Iterator[str]:
        telling = _Telling(self, words, Saying(self.vendor, words.language))
        if self.is_empty:
            yield telling.phrase("empty")
        for named in self.called:
            yield telling.phrase(f"called.{named.whom}", name=quoted(named.name, words.language))
        for one in self.differences:
            yield from telling.difference(one)
        yield from telling.uncompared()
        if not self.differences and not self.is_empty:
            yield telling.phrase("nothing", number=self.compared)

    def _plain(self) -> dict[str, Any]:
        return {
            "question": {"mirror": {"customer": self.controller, "vendor": self.vendor.holder}},
            "vendor_is": self.vendor_is or "",
            "customer_is": self.customer_is or "",
            "compared": self.compared,
            "empty": self.is_empty,
            "called": [{"whom": one.whom, "name": one.name} for one in self.called],
            "not_compared": dict(zip((CUSTOMER, VENDOR), map(list, self.uncompared), strict=True)),
            "differences": [_plain(one) for one in self.differences],
        }


def _plain(one: Difference) -> dict[str, Any]:
    sides = zip((CUSTOMER, VENDOR), (one.customer, one.vendor), one.activities, one.paths, strict=True)
    told = {
        side: {"only": [_json(value) for value in values], "activities": list(keys), "paths": list(paths)}
        for side, values, keys, paths in sides
    }
    return {"kind": one.kind, "subject": one.subject, "behalf": list(one.behalf), **told}


def _json(value: Any) -> Any:
    found = plain(value)
    return found.isoformat() if hasattr(found, "isoformat") else found


class _Telling:
    """Sentences about differences: each side's words are read in its own register."""

    def __init__(self, mirror: Mirror, mine: Saying, theirs: Saying) -> None:
        self.mirror, self.mine, self.theirs = mirror, mine, theirs
        self.names = {
            "customer": mine.party(mirror.controller),
            "vendor": theirs.party(mirror.vendor.holder or ""),
        }

    def phrase(self, key: str, **values: object) -> str:
        """A sentence."""
        return phrase(f"mirror.{key}", self.mine.language, **{**self.names, **values})

    def difference(self, one: Difference) -> Iterator[str]:
        """One difference in a sentence, or in two where each side records something of its own."""
        if one.kind == "party":
            yield self._missing(one)
        elif one.kind == "row":
            whose = {"customers": self.mine.parties(one.behalf) or self.names[CUSTOMER]}
            yield self.phrase(
                f"row-missing.{CUSTOMER if one.vendor else VENDOR}", where=self._where(one), **whose
            )
        elif one.kind in ("sub-processor", "namesake"):
            side, who = (
                (VENDOR, self.theirs.parties(one.vendor))
                if one.vendor
                else (CUSTOMER, self.mine.parties(one.customer))
            )
            key = one.kind if one.kind == "namesake" else f"{one.kind}.{side}"
            yield self.phrase(key, where=self._where(one), who=who)
        elif one.kind == "transfer-only":
            side, country = VENDOR if one.vendor else CUSTOMER, self.mine.country(one.subject)
            yield self.phrase(f"transfer-only.{side}", where=self._where(one), country=country)
        elif one.kind == "agreement":
            side = VENDOR if one.vendor else CUSTOMER
            yield self.phrase(f"agreement.{side}", what=self._paper(one))
        else:
            yield from self._values(one)

    def uncompared(self) -> Iterator[str]:
        """The activities that were held against nothing."""
        sides = zip((CUSTOMER, VENDOR), (self.mine, self.theirs), self.mirror.uncompared, strict=True)
        for side, words, keys in sides:
            if keys:
                yield self.phrase(f"not-compared.{side}", where=words.row(map(words.activity, keys)))

    def _missing(self, one: Difference) -> str:
        """That one of the two is not found with the other, or only somebody of its name."""
        side, words = (CUSTOMER, self.mine) if one.vendor else (VENDOR, self.theirs)
        if one.subject:
            return self.phrase(
                f"party-alike.{side}",
                who=words.party(one.subject).removesuffix(f" ({one.subject})"),
                there=one.subject,
            )
        by = self.phrase("by.name" if self.mirror.by_name else "by.number")
        return self.phrase(f"party-missing.{side}", by=by)

    def _values(self, one: Difference) -> Iterator[str]:
        of = _card(one.kind)
        mine, theirs = (
            words.say(values, of) for words, values in ((self.mine, one.customer), (self.theirs, one.vendor))
        )
        none = self.phrase("not-recorded")
        what, where = of.label(self.mine.language), self._where(one)
        if one.kind == "role":
            yield self.phrase("role", where=where, mine=mine or none, theirs=theirs or none)
        elif one.kind == "receipt":
            yield self.phrase("receipt", where=where, role=theirs or none)
        elif one.kind == "country":
            yield self.phrase(
                "value", where=self.mine.party(one.subject), what=what, mine=mine, theirs=theirs
            )
        elif one.kind == "transfer":
            country = self.mine.country(one.subject)
            yield self.phrase(
                "transfer", where=where, country=country, what=what, mine=mine or none, theirs=theirs or none
            )
        elif one.kind.startswith(NAMESAKE):
            yield self.phrase("namesake-named", where=self._paper(one), what=what, who=mine)
        elif one.kind.startswith(BEHIND):
            who = self.mine.party(one.subject)
            yield self.phrase(
                "behind", where=where, who=who, what=what, mine=mine or none, theirs=theirs or none
            )
        elif one.subject:
            yield self.phrase(
                "value", where=self._paper(one), what=what, mine=mine or none, theirs=theirs or none
            )
        else:
            for side, said in ((CUSTOMER, mine), (VENDOR, theirs)):
                if said:
                    yield self.phrase(f"only.{side}", where=where, what=what, said=said)

    def _paper(self, one: Difference) -> str:
        said = self.mine.term("agreements", one.subject) or self.phrase("paper")
        return said[:1].upper() + said[1:]

    def _where(self, one: Difference) -> str:
        named = [
            words.row(words.activity(key) for key in keys)
            for words, keys in zip((self.mine, self.theirs), one.activities, strict=True)
            if keys
        ]
        return " ↔ ".join(dict.fromkeys(named))


def _card(kind: str) -> FieldCard:
    """The field a difference is about."""
    if kind == "country":
        return card(Party, kind)
    name = {"transfer": "grounds", "receipt": "role"}.get(
        kind, kind.removeprefix(BEHIND).removeprefix(NAMESAKE)
    )
    return card(Flow if name in Flow.model_fields else Agreement, name)
