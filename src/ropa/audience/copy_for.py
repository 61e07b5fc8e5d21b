"""A copy of a register for somebody who may not see all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import StringConstraints

from ropa.audience.customer import mine
from ropa.audience.cut import Cut, told_apart
from ropa.audience.others import over_others
from ropa.audience.reader import Reader, reader
from ropa.audience.veil import Veil
from ropa.errors import UnknownEntry
from ropa.glossary import known
from ropa.model import Contact, Register
from ropa.model.asked import one_register
from ropa.model.change import fields
from ropa.model.index import collections
from ropa.model.part import Part
from ropa.model.spec import Spec, specs
from ropa.model.text import Translations


@dataclass(frozen=True, slots=True)
class Copy:
    """A register as one reader sees it."""

    register: Register
    reader: Reader
    customer: str | None = None
    """The customer it shows, by its key in this copy."""


def copy_for(register: Register, name: str = "internal", customer: str | None = None) -> Copy:
    """A register for one kind of reader: `internal`, `authority`, `customer` or `public`.

    A `customer`'s copy holds what is recorded on its behalf, and nothing of any other customer: activities, flows,
    papers and data of others go (what no flow tells apart stays: unknown is not none), and where a text or key names one
    of them, the name is hidden. The `public` one has no contacts and no measures. An `authority` gets all but the
    holder's own remarks. `UnknownEntry` for another reader, and for a customer on whose behalf nothing is recorded.

    >>> parties = [{"key": "host"}, {"key": "acme", "name": "Acme"}, {"key": "beta", "name": "Beta"}]
    >>> flow = {"recipient": "host", "role": "processor", "processing": "hosting", "when": "as for Beta"}
    >>> of = {"key": "sites", "controllers": ["acme", "beta"], "flows": [flow]}
    >>> copy = copy_for(Register(holder="host", parties=parties, activities=[of]), "customer", "acme")
    >>> [party.key for party in copy.register.parties], copy.register.flows()[0].flow.when
    (['host', 'acme'], 'as for […]')
    """
    one_register(register)
    chosen = reader(name)
    if chosen.one_customer is not (customer is not None):
        raise UnknownEntry(
            "say whose copy it is: give the key of the customer"
            if chosen.one_customer
            else f"a copy for {chosen.name!r} shows no single customer; leave the customer out"
        )
    if customer is None:
        return Copy(_cut(register, chosen), chosen)
    own = mine(register, customer)
    cut = Cut(chosen, own).register(register)
    veil = over_others(register, {one.key for one in cut.parties} | {cut.holder or ""}, own.hidden)
    return Copy(Register.of(_Veiled(veil, cut).fields(cut)), chosen, veil.key(customer))


def _cut(register: Register, chosen: Reader) -> Register:
    """The register for a reader of any customer; where contacts are left out, so are addresses of e-mail in texts."""
    if chosen.everything:
        return register
    cut = Cut(chosen).register(register)
    return Register.of(_Veiled(Veil({}, mails=True), cut).fields(cut)) if chosen.leaves(Contact) else cut


@dataclass(frozen=True, slots=True)
class _Veiled:
    """Writes a register again under a veil: keys that give a name away change, texts lose it."""

    veil: Veil
    register: Register

    def fields(self, part: Part) -> dict[str, Any]:
        """The fields of a part, with no hidden name in them."""
        found = dict(fields(part))
        for spec in specs(type(part)).values():
            if spec.name in found:
                found[spec.name] = self._value(found[spec.name], spec)
        return found

    def _value(self, value: Any, spec: Spec) -> Any:
        if isinstance(value, Part):
            return self.fields(value)
        if isinstance(value, tuple):
            new = [self._value(one, spec) for one in value]
            parts = spec.part is not None and all(isinstance(one, Part) for one in value)
            return tuple(told_apart(new, spec.part) if parts and spec.part else new)
        if isinstance(value, Mapping) and not isinstance(value, Translations):
            return {self._word(word, spec): self._value(one, spec) for word, one in value.items()}
        if isinstance(value, Translations):
            return {language: self.veil.text(said) for language, said in value.items()}
        return self._text(value, spec) if isinstance(value, str) else value

    def _word(self, word: str, spec: Spec) -> str:
        """A word of a mapping: a field, a known duty, or one of the holder's own."""
        own = spec.known is not None and word not in known(spec.known.vocabulary)
        return self.veil.text(word) if own else word

    def _text(self, text: str, spec: Spec) -> str:
        if spec.name == "key" or spec.refers or text in self.veil.renamed:
            return self.veil.key(text) if self._is_key(text, spec) else self.veil.text(text)
        if not _words(spec) or (spec.known and text in known(spec.known.vocabulary)):
            return text
        return self.veil.text(text)

    def _is_key(self, text: str, spec: Spec) -> bool:
        """Whether it is a key, where a text could stand as well."""
        if not (spec.refers and spec.refers.or_text):
            return True
        shared = collections(type(self.register)).items()
        return any(
            text == one.key
            for name, kind in shared
            if getattr(kind, "noun", None) == spec.refers.kind
            for one in getattr(self.register, name)
        )


@cache
def _words(spec: Spec) -> bool:
    """Whether a field takes free words, and not only what has a shape of its own."""
    return any(
        isinstance(one, StringConstraints) and one.pattern is None
        for info in (spec.owner.model_fields[spec.name],)
        for one in (*info.metadata, *_marks(info.annotation))
    )


def _marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        if not isinstance(inner, str):
            yield from _marks(inner)
