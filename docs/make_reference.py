"""Writes docs/reference, docs/chains and docs/pictures from the library; `--check` only tells which are out of date.

python docs/make_reference.py
python docs/make_reference.py --check
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from importlib import import_module
from importlib.resources import files
from inspect import cleandoc
from pathlib import Path
from typing import Any

import click

import ropa
from ropa.cli import ropa as command_line
from ropa.cli.show import one_line
from ropa.fields import FieldCard, called, every_card
from ropa.formats.limits import LIMITS
from ropa.formats.svg import write as drawn
from ropa.glossary import LANGUAGES, citation, phrase
from ropa.law import level
from ropa.model import Part, Register
from ropa.model.dump import plain
from ropa.model.spec import parts

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
GALLERY = ("qlix", "qlinx", "qooqie", "proximus-ict", "wolq")
"""The organisations whose statements were read; their pictures are in the language of those statements."""
DAY = date(2026, 6, 1)
"""The day of the pictures: a fixed one, so that they only change when a register or the drawing does."""

SPOKEN = {"en": "English", "nl": "Nederlands", "fr": "Français", "de": "Deutsch"}
"""The headings under which a page says the same in every language."""

MADE = "<!-- Made by docs/make_reference.py; do not edit. -->\n\n"
PLAIN = {"Day": "day", "Flag": "true or false", "Key": "key", "Text": "text", "Plain": "text"}
"""What the definitions of the schema are called in a table; every other value is a text."""
VALUES = {
    "FORMATS": "The formats that `ropa.export` writes, by name.",
    "RULES": "Every rule of the library, in the order of their codes.",
}
"""What is offered that is neither a class nor a function: a value has no words of its own, so they stand here."""
ABSENCES = (
    "`absences` maps a field of the entry to why it has no value: `none` (there is none), `{not_applicable: why}`, or "
    "`{unknown: why, owner: who finds out, due: 2026-09-01}`. Where there are `flows`, `recipients` may stand there for them, and `transfers` for what leaves the EEA. "
    "A field has a value or an absence, never both.\n"
)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table. A bar in a cell is escaped; a line break becomes a blank."""
    lines = [list(heads)]
    lines += [["---"] * len(lines[0]), *(list(row) for row in rows)]
    return "\n".join("| " + " | ".join(_cell(one) for one in line) + " |" for line in lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


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


def rules() -> str:
    """Every rule: what it is called, what it rests on, and its two examples."""
    text = [
        MADE + "# Rules\n",
        "What `ropa check` looks for. A rule is named after the fault. Its *duty* is the law's own word; its *certainty* "
        "is `recorded` where the fault stands in the register, and `likely` where a person must look. The level follows "
        "from the two. A single finding can differ from its rule where a field has a provision of its own.\n",
    ]
    for rule in ropa.RULES:
        loudness = level(rule.duty, rule.certainty).value
        about = f"{citation(rule.article, 'en')} · {rule.duty.value} · {rule.certainty.value} · {loudness}"
        title = phrase(f"rules.{rule.name}.title", "en")
        text += [
            f"## {rule.code} {rule.name}\n",
            f"{title[0].upper()}{title[1:]}. {about} · theme *{rule.theme}*, profile *{rule.profile}*\n",
        ]
        text.append(cleandoc(rule.doc) + "\n")
    return "\n".join(text)


def terms() -> str:
    """Every known term, in the languages of the glossary."""
    text = [
        MADE + "# Known terms\n",
        "The words the glossary can say in every language. Lists that the law closes (legal bases, roles, grounds, "
        "special categories) take these and nothing else, and so do a few short lists; most take free text as well. "
        "`ropa schema` says which. Countries are ISO 3166-1 codes (`GB`, not UK), `EU` or `EEA`.\n",
    ]
    for file in sorted((files("ropa.glossary") / "terms").iterdir(), key=lambda one: one.name):
        name = file.name.removesuffix(".toml")
        blocks = tomllib.loads(file.read_text("utf-8"))
        rows = (
            (f"`{word}`", *(_said(block[one]) for one in LANGUAGES), _brings(block))
            for word, block in blocks.items()
        )
        text += [f"## {name}\n", table(("term", *LANGUAGES, "brings"), rows)]
    return "\n".join(text)


def _said(words: str | list[str]) -> str:
    return words if isinstance(words, str) else ", ".join(words)


def _brings(block: dict[str, Any]) -> str:
    """What a term says besides its labels."""
    return ", ".join(
        f"{key}: {str(value).lower() if value is True else value}"
        for key, value in block.items()
        if key not in LANGUAGES
    )


def commands() -> str:
    """The help of every command."""
    text = [
        MADE + "# Commands\n",
        "Exit status: 0 fine; 1 findings at or above `--fail-on`, a trace that is not complete, or a `mirror` that found a "
        "difference; 2 the input or the call is wrong; 3 could not write; 130 interrupted.\n",
    ]
    root = click.Context(command_line, info_name="ropa", terminal_width=88)
    text.append(_help(root))
    for name in command_line.list_commands(root):
        command = command_line.get_command(root, name)
        assert command is not None
        text += [
            f"## ropa {name}\n",
            _help(click.Context(command, parent=root, info_name=name, terminal_width=88)),
        ]
    return "\n".join(text)


def _help(context: click.Context) -> str:
    return f"```text\n{context.get_help().rstrip()}\n```\n"


def formats() -> str:
    """Every format and every limit."""
    rows = (
        (
            f"`{one.name}`",
            " ".join(f"`{suffix}`" for suffix in one.suffixes),
            f"`{one.filename}`",
            "no" if one.precious else "yes",
        )
        for one in ropa.FORMATS.values()
    )
    limits = ((f"`{name}`", f"{getattr(LIMITS, name):,}") for name in LIMITS.__slots__)
    return "\n".join(
        [
            MADE + "# Formats\n",
            "The suffix of a file chooses the format; `--as` (in Python: `as_=`) names it. With `--into` a register gets "
            "a folder, and its files the names below. `ropa.load` reads YAML, JSON and folders.\n",
            table(("name", "suffixes", "file with --into", "written over without --force"), rows),
            "## Limits\n",
            "How much of a file is read before it is refused: pass a `ropa.Limits` of your own to `ropa.load` to "
            "change them. A single text has at most 100,000 characters.\n",
            table(("limit", "default"), limits),
        ]
    )


def python() -> str:
    """Every public name, grouped by the room it is at home in."""
    rooms: dict[str, list[str]] = {}
    for name in ropa.__all__:
        home = ropa._HOME_OF[name]
        rooms.setdefault(".".join(home.split(".")[:2]), []).append(name)
    text = [
        MADE + "# Python\n",
        "Everything `import ropa` offers. What is not listed here may change without notice. `help(ropa.load)` tells "
        "the rest of each; the fields of the parts of a register are on a [page of their own](fields.md).\n",
    ]
    for room, names in sorted(rooms.items()):
        about = cleandoc(import_module(room).__doc__ or "").splitlines()[0]
        rows = ((f"`ropa.{name}`", _first_sentence(name)) for name in names)
        text += [f"## {room}\n", f"{about}\n", table(("name", "what it is"), rows)]
    return "\n".join(text)


def _first_sentence(name: str) -> str:
    """What a name says of itself, up to the first full stop."""
    said = cleandoc(VALUES.get(name) or getattr(ropa, name).__doc__ or "").partition("\n\n")[0]
    return re.split(r"(?<=\.)\s", " ".join(said.split()))[0]


def chains() -> dict[str, Callable[[], str]]:
    """The chains of the gallery, a page for each organisation, in every language of the glossary."""
    return {f"chains/{name}.md": partial(_chain, name) for name in GALLERY}


def _chain(name: str) -> str:
    file = f"examples/{name}/register.yaml"
    register = ropa.load(HERE.parent / file)
    holder = register.party(register.holder or "")
    found = ropa.chain(register, holder.key, on=DAY)
    text = [
        MADE + f"# The chain of {plain(holder.name)}\n",
        "Everybody below it, activity by activity, as its public statement says it, in four languages. Names and titles "
        "stay in the language of the register. The [gallery](../gallery.md) tells more about the register; "
        "[Ask the chain](../how-to/questions-to-the-chain.md) tells how to read it.\n",
    ]
    for language in LANGUAGES:
        text += [
            f"## {SPOKEN[language]}\n",
            f"```sh\nropa chain {file} --on {DAY} --language {language}\n```\n",
            "\n".join(("```text", str(DAY), *map(one_line, found.tree(language)), "```\n")),
        ]
    return "\n".join(text)


def pictures() -> dict[str, Callable[[], str]]:
    """The bakery in English, as the README shows it, and the gallery."""
    languages = {"bakery": "en", **dict.fromkeys(GALLERY, "nl")}
    return {f"pictures/{name}.svg": partial(_picture, name, language) for name, language in languages.items()}


def _picture(name: str, language: str) -> str:
    graph = ropa.sharing_graph(ropa.load(EXAMPLES / name / "register.yaml"), on=DAY)
    return drawn(graph, language=language, on=DAY)


PAGES: dict[str, Callable[[], str]] = {
    "reference/fields.md": fields,
    "reference/rules.md": rules,
    "reference/terms.md": terms,
    "reference/commands.md": commands,
    "reference/formats.md": formats,
    "reference/python.md": python,
    **chains(),
    **pictures(),
}


def stale() -> Iterator[tuple[Path, str]]:
    """The pages whose file is not what it should be, with what should stand there."""
    for name, make in PAGES.items():
        page, text = HERE / name, make()
        if not page.exists() or page.read_text("utf-8") != text:
            yield page, text


def main(arguments: list[str]) -> int:
    """Writes the pages, or with `--check` exits with 1 where one is out of date."""
    pages = list(stale())
    for page, text in pages:
        print(page.relative_to(HERE.parent))
        if "--check" not in arguments:
            page.parent.mkdir(exist_ok=True)
            page.write_text(text, "utf-8", newline="\n")
    return 1 if pages and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
