"""The page of every field of a register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from inspect import cleandoc
from typing import Any

import ropa
from reference_pages.markdown import MADE, table
from ropa.fields import FieldCard, called, every_card
from ropa.glossary import LANGUAGES
from ropa.model import Part, Register
from ropa.model.spec import parts

PLAIN = {"Day": "day", "Flag": "true or false", "Key": "key", "Text": "text", "Plain": "text"}
"""What the definitions of the schema are called in a table; every other value is a text."""
ABSENCES = (
    "`absences` maps a field of the entry to why it has no value: `none` (there is none), `{not_applicable: why}`, or "
    "`{unknown: why, owner: who finds out, due: 2026-09-01}`. Where there are `flows`, `recipients` may stand there for them, and `transfers` for what leaves the EEA. "
    "A field has a value or an absence, never both.\n"
)


def fields() -> str:
    """Every field of a register, under the part that declares it."""
    by_owner: dict[str, list[FieldCard]] = {}
    for card in every_card():
        by_owner.setdefault(card.owner, []).append(card)
    properties = _properties()
    text = [
        MADE + "# Fields\n",
        "Every field a register can have, each once, under the part that first declares it. The key is what stands in "
        "the file; it is also the name in Python (`for` is `for_` there). *List* means none, one or several: one may "
        "be written bare. What **Entry** has, every part in its list has too; what **Facts** has, an activity and a "
        "general entry have.\n",
        "Where a field holds [known terms](terms.md), the table leads to their list; some lists are closed, most take "
        "free text as well. A country is an ISO 3166-1 code (`NL`; `GB`, not UK), or `EU` or `EEA` where a "
        "source says no more than that.\n",
    ]
    for owner, held in by_owner.items():
        text.append(f"## {owner}\n")
        text += [_introduced(owner, held[0]), *_short(owner), *_mappings(held, properties)]
        text.append(
            table(
                ("key", "label", "holds", "provision", "meaning"),
                (
                    (f"`{one.key}`", one.label("en"), _holds(one, properties), _asked(one), one.sentence)
                    for one in held
                ),
            )
        )
    return "\n".join(text)


def _introduced(owner: str, first: FieldCard) -> str:
    kinds: dict[str, type[Part]] = {part.__name__: part for part in parts(Register)}
    if owner in kinds:
        nouns = ", ".join(called(kinds[owner], language) for language in LANGUAGES)
        return f"{cleandoc(kinds[owner].__doc__ or '').splitlines()[0]} ({nouns})\n"
    return (
        "Stands in: "
        + ", ".join(f"[{name}](#{_heading(name).lower()})" for name in first.parts if name != owner)
        + ".\n"
    )


def _short(owner: str) -> Iterator[str]:
    """What a bare text means, where a part may be written as one; `Absence` has a single word."""
    short = next((part.bare for part in parts(Register) if part.__name__ == owner), None)
    if short:
        yield f"A bare text means: `{short}`.\n"


def _mappings(held: Iterable[FieldCard], properties: dict[str, dict[str, Any]]) -> Iterator[str]:
    """How the fields that map one thing to another are written."""
    for card in held:
        if not _is_mapping(card, properties):
            continue
        if card.part:
            yield ABSENCES
        else:
            words = f"[a duty](terms.md#{card.vocabulary})" if card.vocabulary else "a word"
            yield f"`{card.key}` maps {words} to the key of a {card.refers}: `{{information: florist}}`.\n"


def _is_mapping(card: FieldCard, properties: dict[str, dict[str, Any]]) -> bool:
    return "additionalProperties" in properties[card.parts[0]].get(card.key, {}) and not card.many


def _heading(name: str) -> str:
    """Under which heading a part stands: one that adds no field of its own stands under what it is a kind of."""
    owners = {card.owner for card in every_card()}
    part = next(part for part in parts(Register) if part.__name__ == name)
    return next(kind.__name__ for kind in part.__mro__ if kind.__name__ in owners)


def _properties() -> dict[str, dict[str, Any]]:
    schema = ropa.schema()
    return {
        name: _object(shape).get("properties", {})
        for name, shape in {**schema["$defs"], "Register": schema}.items()
    }


def _object(shape: dict[str, Any]) -> dict[str, Any]:
    """The mapping form of a part, which may stand beside a short form."""
    return next((one for one in shape.get("anyOf", ()) if "properties" in one), shape)


def _holds(card: FieldCard, properties: dict[str, dict[str, Any]]) -> str:
    if _is_mapping(card, properties):
        return f"mapping: {_mapped(card)}"
    if card.part:
        one = f"[{card.part}](#{_heading(card.part).lower()})"
    elif card.refers:
        one = f"key of {'an' if card.refers[0] in 'aeiou' else 'a'} {card.refers}"
    elif card.vocabulary == "countries":
        one = "country code, `EU` or `EEA`"
    elif card.vocabulary:
        one = f"[{card.vocabulary}](terms.md#{card.vocabulary})"
    else:
        one = _plain(str(properties[card.parts[0]].get(card.key)))
    return f"list: {one}" if card.many else one


def _mapped(card: FieldCard) -> str:
    if card.part:
        return f"field → [{card.part}](#{card.part.lower()})"
    return f"[{card.vocabulary}](terms.md#{card.vocabulary}) → key of a {card.refers}"


def _plain(shape: str) -> str:
    named = next((word for name, word in PLAIN.items() if f"#/$defs/{name}'" in shape), "")
    return named or ("number" if "integer" in shape or "'enum': [1" in shape else "text")


def _asked(card: FieldCard) -> str:
    return f"{card.article}, {card.duty.value}" if card.article and card.duty else card.article
