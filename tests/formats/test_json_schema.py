"""The JSON Schema: accepts what the reader accepts, refuses what it can, and changes only on purpose."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from ropa.errors import FileNotUnderstood
from ropa.fields import called, card, cards
from ropa.formats.json_schema import schema
from ropa.formats.native import dumps, loads
from ropa.glossary import known
from ropa.model import Part, Register
from ropa.model.spec import parts, specs

jsonschema = pytest.importorskip("jsonschema", reason="the judge of schemas is not installed")

SNAPSHOT = Path(__file__).parent / "register-1.schema.json"
REFRESH = (
    "PYTHONPATH=src python -c 'import json; from ropa.formats.json_schema import schema; "
    "print(json.dumps(schema(), ensure_ascii=False, indent=1))' > tests/formats/register-1.schema.json"
)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/register.yaml"))
PARTS = parts(Register)

BAKERY = """\
ropa: 1
language: nl
holder: korenaar
version: 1.10
parties:
  - {key: korenaar, name: Bakkerij De Korenaar BV, country: BE, registration: {scheme: kbo, number: "0123.456.749"}}
  - {key: loonwijzer, name: Loonwijzer NV, country: BE, services: payroll}
  - {key: wolkenrek, name: Wolkenrek BV, country: NO, services: hosting-provider, x-colour: blue}
agreements:
  - {key: dpa-loonwijzer, kind: processing-agreement, between: [korenaar, loonwijzer], signed: 2024-03-01,
     sub_processors: general-authorisation, notice_days: 30, regions: EEA}
general:
  - rights: {exercise: [{right: [access, rectification, erasure], channels: [email], free: true}], complaint: GBA}
activities:
  - key: loonadministratie
    name: {nl: Loonadministratie, fr: Paie}
    purposes:
      - {text: Lonen berekenen, legal_bases: [contract, {basis: legal-obligation, law: Wet van 12 april 1965}],
         special_grounds: 87}
    data_subjects: employees
    personal_data: [name, bank-account, salary, {kind: national-id, required: yes}]
    flows:
      - {recipient: loonwijzer, role: processor, processing: payroll, countries: BE, evidence: L42}
      - {sender: loonwijzer, recipient: wolkenrek, role: processor, processing: hosting, countries: "NO"}
    retention:
      - {period: P10Y, starts: end-of-tax-year, covers: salary, law: WIB 92 art. 315, then: erase}
    absences: {transfers: none, storage: {unknown: nobody asked, due: 2025-01-01}}
"""

WRONG = {
    "no version": ("ropa: 1\nlanguage: nl", "language: nl"),
    "another version": ("ropa: 1", "ropa: 2"),
    "an unknown key": ("notice_days:", "notice_day:"),
    "a word outside a closed list": ("role: processor", "role: proccessor"),
    "a word outside a closed short list": ("general-authorisation", "general"),
    "a legal basis that does not exist": ("[contract,", "[agreement,"),
    "a country that does not exist": ("country: BE", "country: UK"),
    "a day that is no day": ("2024-03-01", "1 March 2024"),
    "a key in capitals": ("key: korenaar", "key: Korenaar"),
    "an entry without a key": ("{key: loonwijzer, name", "{name"),
    "a list where words are wanted": ("complaint: GBA", "complaint: [GBA]"),
    "a mapping where a key is wanted": ("holder: korenaar", "holder: {key: korenaar}"),
    "a language that is no code": ("{nl: Loon", "{Dutch: Loon"),
    "neither yes nor no": ("free: true", "free: maybe"),
    "no number of days": ("notice_days: 30", "notice_days: thirty"),
    "a shared measure without a key": ("activities:", "measures: encryption\nactivities:"),
    "an absence of a fourth kind": ("transfers: none", "transfers: nothing"),
    "a ground outside Articles 9, 10 and 87": ("special_grounds: 87", "special_grounds: 88"),
}

CANDIDATES: tuple[Any, ...] = (
    "bakery", "2024", "1.10", "true", "yes", "No", "FALSE", "2024-03-01", "P7Y", "7 jaar", "30", "30.0", "none",
    "NO", "EEA", "consent", "processor", "health", "adequacy", "kbo", "a", "9(2)(a)", "10", "87", "draft", "stated",
    "organisation", "undecided", "specific-authorisation", "L42-L45", "two words", "", "nl", "data-subjects",
    None, 1, True, [], {}, ["bakery"], ["name", "salary"], ["BE", "NO"], ["contract", "consent"], [None], ["2024"],
    {"nl": "lonen"}, {"nl": "2024", "fr-BE": "true"}, {"x-own": {"anything": [1]}}, {"transfers": "none"},
    {"name": {"unknown": "why", "due": "2024-03-01"}}, {"key": "bakery"}, {"at": "L42"}, [{"nl": "lonen"}, "salary"],
    {"text": "lonen"}, {"kind": "name"}, {"basis": "contract", "when": "2024"}, {"criterion": "7 jaar"}, [[]], 1.5,
)  # fmt: skip
"""What somebody might write in any field. The reader decides which of it is right where."""


@cache
def drawn() -> Any:
    """The schema, drawn once for all tests."""
    return schema()


@cache
def judge(name: str = "") -> Any:
    """A validator of whole registers, or of one part."""
    whole = drawn()
    return jsonschema.Draft202012Validator(
        {"$ref": f"#/$defs/{name}", "$defs": whole["$defs"]} if name else whole
    )


def as_an_editor_reads(value: Any) -> Any:
    """The same data after YAML 1.2 has given scalars a type: 1.10 a number, true a boolean."""
    if isinstance(value, dict):
        return {key: as_an_editor_reads(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_an_editor_reads(one) for one in value]
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value


def faults(text: str) -> list[str]:
    data = as_an_editor_reads(yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader)))
    return [error.message for error in judge().iter_errors(data)]


def test_it_is_a_schema() -> None:
    """The draft's own schema accepts it, every reference leads somewhere, and it is plain JSON."""
    jsonschema.Draft202012Validator.check_schema(drawn())
    text = json.dumps(drawn())
    named = {one.partition('"')[0] for one in text.split('"#/$defs/')[1:]}

    assert json.loads(text) == schema(), "a second call gives the same"
    assert named - set(drawn()["$defs"]) == set()
    assert "http" not in text.replace(drawn()["$schema"], "")


def test_it_accepts_a_register_in_short_and_long_forms() -> None:
    """What a person wrote, what `save` writes, and what JSON says."""
    register = loads(BAKERY)

    assert faults(BAKERY) == []
    assert faults(dumps(register)) == []
    assert list(judge().iter_errors(json.loads(dumps(register, json=True)))) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.parent.name)
def test_it_accepts_the_examples(example: Path) -> None:
    """Nobody opens an example in an editor and sees a mistake."""
    assert faults(example.read_text("utf-8")) == []


@pytest.mark.parametrize("wrong", WRONG)
def test_it_refuses_what_the_reader_refuses(wrong: str) -> None:
    """An editor shows the mistake while it is made."""
    old, new = WRONG[wrong]
    text = BAKERY.replace(old, new, 1)

    assert text != BAKERY
    with pytest.raises(FileNotUnderstood):
        loads(text)
    assert faults(text) != []


@cache
def required_of(part: type[Part]) -> dict[str, Any]:
    """The least a part must say, found by trying."""
    return {
        key: next(one for one in CANDIDATES if reads(part, key, one))
        for key, spec in specs(part).items()
        if spec.required
    }


def reads(part: type[Part], key: str, value: Any) -> bool:
    """Whether the reader finds nothing wrong with a value in a field; without a key, in place of the part."""
    try:
        part.__pydantic_validator__.validate_python({key: value} if key else value)
    except ValidationError as error:
        return bool(key) and all(one["loc"][:1] != (key,) for one in error.errors(include_url=False))
    return True


@pytest.mark.parametrize("part", PARTS)
def test_it_accepts_every_value_the_reader_accepts(part: type[Part]) -> None:
    """Every field where it is first met, with everything somebody might write in it, in quotes and without."""
    judged = judge("" if part is Register else part.__name__)
    least = {"ropa": 1} if part is Register else required_of(part)
    refused, accepted = [], 0
    declared = [one.key for one in cards(part) if one.parts[0] == part.__name__ or one.key == "key"]
    for key in declared:
        for value in CANDIDATES:
            if isinstance(value, bool) and key == "notice_days":
                continue  # pydantic takes true for 1; nobody writes that
            if reads(part, key, value):
                accepted += 1
                typed = as_an_editor_reads(value)
                ways = [value] if typed is value else [value, typed]
                refused += [(key, one) for one in ways if not judged.is_valid({**least, key: one})]

    assert refused == []
    assert accepted >= len(declared) > 0


@pytest.mark.parametrize("part", [part for part in PARTS if part.bare])
def test_bare_texts_are_accepted_where_the_reader_takes_them(part: type[Part]) -> None:
    """The short form of a part: `purposes: Lonen betalen`."""
    judged = judge(part.__name__)
    for value in CANDIDATES:
        if isinstance(value, str) and reads(part, "", value):
            assert judged.is_valid(value), value
            assert judged.is_valid(as_an_editor_reads(value)), value


def test_keys_of_ones_own_are_accepted_everywhere() -> None:
    """Whatever begins with `x-` may hold anything; nothing else may be added."""
    for part in PARTS:
        least = {"ropa": 1} if part is Register else required_of(part)
        judged = judge("" if part is Register else part.__name__)

        assert judged.is_valid({**least, "x-own": [{"deep": None}]}), part
        assert not judged.is_valid({**least, "own": "value"}), part


def test_what_is_known_is_offered_and_free_text_is_allowed() -> None:
    """An open list gives examples, a closed one its words."""
    assert drawn()["$defs"]["personal-data"]["examples"] == list(known("personal-data"))
    assert judge("personal-data").is_valid("shoe size")
    assert not judge("Basis").is_valid("because we can")


def test_every_part_and_field_says_what_it_is() -> None:
    """Titles are the English labels, descriptions the sentences of the model with the provision they answer."""
    whole = drawn()
    for part in PARTS:
        shape = whole if part is Register else whole["$defs"][part.__name__]
        mapping = shape if "properties" in shape else shape["anyOf"][1]

        assert (shape["title"], list(mapping["properties"])) == (called(part, "en"), list(specs(part)))
        for key, field in mapping["properties"].items():
            assert field["title"] == card(part, key).label("en")
            assert field["description"].startswith(card(part, key).sentence)
    purposes = whole["$defs"]["Activity"]["properties"]["purposes"]
    assert purposes["description"] == "The purposes of the processing. (Article 30(1)(b), shall)"


def test_no_pattern_makes_an_editor_hang() -> None:
    """No repetition ends in a repetition: matching a long text is over at once."""
    assert re.findall(r"\*\)[*+{]", json.dumps(drawn())) == []


def test_it_changes_only_on_purpose() -> None:
    """The schema is a promise to whoever checks files with it. What it is now stands beside this test."""
    now = json.dumps(drawn(), ensure_ascii=False, indent=1) + "\n"

    assert now == SNAPSHOT.read_text("utf-8"), f"if the change is meant:\n  {REFRESH}"
