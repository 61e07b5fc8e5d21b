"""The JSON Schema of the register's file, so that an editor completes and checks while somebody types.

It accepts every register the reader accepts. What a schema cannot say, the reader still tells: references to
entries that do not exist, a key used twice, a value beside an absence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from ropa.fields import called, card
from ropa.glossary import citation, known
from ropa.model import Absence, Part, Register
from ropa.model.spec import Spec, parts, specs
from ropa.model.text import Day, Flag, Key, Plain, Text

Json = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = "urn:ropa:register:1"

_SCALAR = ["string", "number", "boolean"]
"""What an editor may take a text for: it reads `version: 1.10` as a number where our reader keeps what was typed."""

_NAMED: dict[str, Any] = {"Text": Text, "Key": Key, "Day": Day, "Flag": Flag, "Plain": Plain}
_YES_OR_NO = (
    "^("
    + "|".join("".join(f"[{c}{c.upper()}]" for c in word) for word in ("true", "false", "yes", "no"))
    + ")$"
)
_WHOLE = r"^\s*[+-]?[0-9][0-9_]*(\.0*)?\s*$"
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_BACKTRACKS = re.compile(r"\*\)[*+{]")
"""A repetition that ends in a repetition: an editor's matcher may never come back from it, so it is left out."""

_NOTHING: Json = {"type": "null"}


def schema() -> Json:
    """The JSON Schema (draft 2020-12) of a register in one file: equal at every call, and the caller's own.

    It draws the shape of each part from the model, field by field, and adds the short forms the reader understands.

    >>> schema()["$id"], schema()["properties"]["holder"]["title"]
    ('urn:ropa:register:1', 'Record kept by')
    """
    drawn = Register.model_json_schema()
    definitions = {**drawn["$defs"], Register.__name__: drawn}
    shapes = {
        part.__name__: _part(part, definitions[part.__name__]["properties"]) for part in parts(Register)
    }
    register = shapes.pop(Register.__name__)
    register["required"] = ["ropa", *register.get("required", ())]
    lists = {name: _closed(one) for name, one in definitions.items() if "enum" in one}
    written = json.dumps([register, shapes])
    small = {**lists, **_values(), **_vocabularies()}
    used = {
        name: one
        for name, one in small.items()
        if json.dumps(_ref(name)["$ref"]) in written or name in _NAMED
    }
    return {"$schema": DIALECT, "$id": ID, **register, "$defs": {**shapes, **used}}


def _part(part: type[Part], drawn: Json) -> Json:
    """The shape of a part: a mapping of its fields, or its short form."""
    fields = specs(part)
    named = {"title": called(part, "en"), "description": _first_sentences(part.__doc__)}
    mapping: Json = {
        "type": "object",
        "properties": {key: _field(spec, drawn[key]) for key, spec in fields.items()},
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }
    if required := [key for key, spec in fields.items() if spec.required]:
        mapping["required"] = required
    short = _short(part, drawn)
    return {**named, "anyOf": [short, mapping]} if short else {**named, **mapping}


def _short(part: type[Part], drawn: Json) -> Json | None:
    """What may stand in place of the mapping: the bare text of a part, or the word for an absence."""
    if part is Absence:
        return {"const": "none"}
    if part.bare is None or any(spec.required and key != part.bare for key, spec in specs(part).items()):
        return None
    spec = specs(part)[part.bare]
    raw = drawn[spec.key]
    value = _value(raw["items"] if spec.many else raw, spec)
    said = next(one for one in value.get("anyOf", [value]) if one != _NOTHING)
    if spec.known and said == _ref(spec.known.vocabulary):
        return {**_ref("Plain"), "examples": list(known(spec.known.vocabulary))}
    return _ref("Plain") if said == _ref("Text") else said


def _field(spec: Spec, drawn: Json) -> Json:
    """What may stand in a field, with its label, its sentence and what the law asks of it."""
    about = card(spec.owner, spec.key)
    asked = f" ({citation(about.article, 'en')}, {about.duty})" if about.article else ""
    named = {"title": about.label("en"), "description": f"{about.sentence}{asked}"}
    if not spec.many:
        return {**named, **_value(drawn, spec)}
    one = _value(drawn["items"], spec)
    return {**named, "anyOf": [one, {"type": "array", "items": one}, _NOTHING]}


def _value(drawn: Json, spec: Spec) -> Json:
    """What pydantic says of a value, with the ways of writing it that our reader understands."""
    if "anyOf" in drawn:
        return _union(drawn["anyOf"], spec)
    return _plain(drawn, spec.known.vocabulary if spec.known else None)


def _union(members: list[Json], spec: Spec) -> Json:
    said = [one for one in members if one != _NOTHING]
    whole = said[0] if len(said) == 1 else {"anyOf": said}
    vocabulary = spec.known.vocabulary if spec.known else None
    if len(said) == 1 or _name_of(whole):
        found = [_plain(whole, vocabulary)]
    else:
        found = [_plain(one, vocabulary) for one in said]
    if _NOTHING in members:
        found.append(_NOTHING)
    return found[0] if len(found) == 1 else {"anyOf": found}


def _plain(drawn: Json, vocabulary: str | None = None) -> Json:
    """One value that is no union of others, save for the named ones."""
    if vocabulary == "countries":
        return _ref(vocabulary)
    if name := _name_of(drawn):
        return _ref(vocabulary if vocabulary and name == "Text" else name)
    return _ref(drawn["$ref"].rpartition("/")[2]) if "$ref" in drawn else _widened(drawn)


def _widened(drawn: Json) -> Json:
    """A value as an editor meets it."""
    if "enum" in drawn:
        return _closed(drawn)
    if "const" in drawn:
        return {"enum": [drawn["const"], str(drawn["const"])]}
    kind = drawn.get("type")
    if drawn.get("format") == "date":
        return {**drawn, "pattern": _DAY}
    if kind == "boolean":
        return {"type": ["boolean", "string"], "pattern": _YES_OR_NO}
    if kind == "integer":
        return {"type": ["integer", "string"], "pattern": _WHOLE}
    if kind == "object":
        return _mapping(drawn)
    return {"type": _SCALAR, **dict(_bounds(drawn))}


def _mapping(drawn: Json) -> Json:
    """Words mapped to values: any words, or only those of a pattern."""
    if "patternProperties" in drawn:
        inner = {pattern: _plain(one) for pattern, one in drawn["patternProperties"].items()}
        return {**drawn, "patternProperties": inner, "additionalProperties": False}
    return {"type": "object", "additionalProperties": _plain(drawn["additionalProperties"])}


def _bounds(drawn: Json) -> Iterator[tuple[str, Any]]:
    if "maxLength" in drawn:
        yield "maxLength", drawn["maxLength"]
    if "pattern" in drawn and not _BACKTRACKS.search(drawn["pattern"]):
        yield "pattern", drawn["pattern"]


def _closed(drawn: Json) -> Json:
    """A closed list. Its words of digits may come as numbers: Article 10 is written `10`."""
    return {"enum": [*drawn["enum"], *(int(word) for word in drawn["enum"] if word.isdigit())]}


@cache
def _drawn(name: str) -> Json:
    return TypeAdapter[Any](_NAMED[name]).json_schema()


def _name_of(drawn: Json) -> str | None:
    bare = {key: one for key, one in drawn.items() if key not in ("title", "description", "default")}
    return next((name for name in _NAMED if _drawn(name) == bare), None)


def _values() -> Json:
    """The small values everything is made of."""
    found = {name: _widened(_drawn(name)) for name in _NAMED if name != "Text"}
    return {**found, "Text": {"anyOf": [_plain(one) for one in _drawn("Text")["anyOf"]]}}


def _vocabularies() -> Json:
    """The known terms: of an open list they are examples, for free text is as good."""
    named = {spec.known.vocabulary for part in parts(Register) for spec in specs(part).values() if spec.known}
    found: Json = {
        name: {**_ref("Text"), "examples": list(known(name))} for name in sorted(named - {"countries"})
    }
    return {**found, "countries": {"enum": list(known("countries"))}}


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def _first_sentences(docstring: str | None) -> str:
    """The first paragraph of a docstring."""
    return " ".join((docstring or "").strip().partition("\n\n")[0].split())
