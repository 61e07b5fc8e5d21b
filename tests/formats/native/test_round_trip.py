"""What is written is read again as the same register, and other readers of YAML take every text for a text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from tests.builders import BAKERY, a_register
from tests.strategies import TRICKY, registers, thorough

from ropa.formats.native import dumps, load, loads, save
from ropa.model import Register


@thorough
@given(registers())
def test_yaml_and_json_give_back_what_went_in(register: Register) -> None:
    """load(save(register)) == register, for every field of the model."""
    assert register == loads(dumps(register))
    assert register == loads(dumps(register, json=True), json=True)


@thorough
@given(registers())
def test_writing_twice_writes_the_same(register: Register) -> None:
    """The text depends on the register only."""
    text = dumps(register)

    assert text == dumps(loads(text))


@pytest.mark.parametrize("text", TRICKY)
def test_other_readers_take_a_text_for_a_text(text: str) -> None:
    """PyYAML with all its rules of YAML 1.1 reads the same words."""
    written = yaml.safe_load(
        dumps(a_register(adopted_by=text, reference=text, **{"x-own": [text, {"k": text}]}))
    )

    assert [text, text] == [written["adopted_by"], written["reference"]]
    assert [text, {"k": text}] == written["x-own"]


@pytest.mark.parametrize("text", TRICKY)
def test_a_tricky_text_survives_where_texts_stand(text: str) -> None:
    """In a row of words, in an entry on one line, in a block, as a key, as a translation."""
    register = a_register(
        adopted_by={"nl": text},
        parties=[{"key": "bakery", "services": ["a", text]}, {"key": "b", "name": text, "note": "x" * 120}],
        agreements=[{"key": "a", "duties": {text: "bakery"}}],
        activities=[{"key": "p", "purposes": [text], "personal_data": [{"kind": text, "possible": True}]}],
    )

    assert register == loads(dumps(register))
    assert register == loads(dumps(register, json=True), json=True)


def test_small_entries_stand_on_a_line() -> None:
    """Words in a row, small entries on one line, larger ones below, a name first and remarks last."""
    register = a_register(
        activities=[
            {
                "note": "later",
                "key": "pay",
                "purposes": [{"text": "Pay wages", "legal_bases": ["contract"]}],
                "name": "Wages",
                "flows": [{"recipient": "host", "role": "processor", "countries": ["BE"]}],
                "valid_from": "2024-01-01",
                "description": "first\nsecond\n",
            }
        ],
    )

    assert dumps(register).partition("activities:\n")[2] == (
        "  - key: pay\n"
        "    name: Wages\n"
        "    description: |\n"
        "      first\n"
        "      second\n"
        "    purposes:\n"
        "      - {text: Pay wages, legal_bases: contract}\n"
        "    flows:\n"
        "      - {recipient: host, role: processor, countries: BE}\n"
        "    note: later\n"
        "    valid_from: 2024-01-01\n"
    )


def test_no_line_of_words_is_longer_than_a_screen() -> None:
    """A long row of words goes on below."""
    register = a_register(
        activities=[{"key": "a", "personal_data": [f"word-{number}" for number in range(200)]}]
    )
    text = dumps(register)

    assert register == loads(text)
    assert max(len(line) for line in text.splitlines()) <= 110


def test_keys_of_ones_own_keep_their_types() -> None:
    """Under x- keys numbers are numbers and texts that look like them are texts, as the writing says."""
    own = {"n": 30, "t": "30", "f": 1.5, "v": "1.50", "yes": True, "no": "no", "none": None, "l": [], "m": {}}

    assert own == loads(dumps(a_register(**{"x-own": own}))).__pydantic_extra__["x-own"]  # type: ignore[index]
    assert loads("ropa: 1\nx-a: {a: 1.10, b: 2}").__pydantic_extra__["x-a"] == {"a": "1.10", "b": 2}  # type: ignore[index]


def test_files_of_both_kinds(tmp_path: Path) -> None:
    """The suffix says which."""
    register = loads(BAKERY)
    for name in ("r.yaml", "r.json"):
        save(register, tmp_path / name)

        assert register == load(tmp_path / name)
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["holder"] == "korenaar"
