"""Everything wrong with a file is told at once: where, what, and what to write instead; never what a person wrote."""

from __future__ import annotations

import json

import pytest
from tests.builders import bakery_text, problems_in

from ropa.errors import SHOWN, FileNotUnderstood
from ropa.formats.native import load, loads

SECRET = "jan.peeters@example.org"


@pytest.mark.parametrize(
    ("old", "new", "line", "at", "wrong", "instead"),
    [
        ("ropa: 1\n", "", 1, "ropa", "version of the format is missing", "ropa: 1"),
        ("ropa: 1", "ropa: 2", 2, "ropa", "reads format version 1", ""),
        ("holder: korenaar", "holder: korenar", 4, "holder", "no party 'korenar'", "did you mean 'korenaar'"),
        ("    name: Loonwijzer", "    nmae: Loonwijzer", 12, "parties.loonwijzer.nmae", "not known here", "did you mean 'name'"),
        ("country: BE\n", "country: Belgium\n", 14, "parties.loonwijzer.country", "ISO 3166", ""),
        ("signed: 2024-03-01", "signed: 2024-02-30", 23, "agreements.dpa-loonwijzer.signed", "no such day", ""),
        ("signed: 2024-03-01", "signed: 01/03/2024", 23, "agreements.dpa-loonwijzer.signed", "year-month-day", ""),
        ("notice_days: 30", "notice_days: x", 24, "agreements.dpa-loonwijzer.notice_days", "whole number", "digits"),
        ("general-auth", "genral-auth", 24, "agreements.dpa-loonwijzer.sub_processors", "not one of", "'general-auth"),
        ("free: true", "free: maybe", 26, "general.1.rights.exercise.1.free", "true or false", ""),
        ("legal_bases: [contract", "legal_bases: [contrat", 34, "activities.loonadministratie.purposes.2.legal_bases.1", "not one of", "contract"),
        ("{sender: loonwijzer", "{sender: loonwijser", 41, "activities.loonadministratie.flows.2.sender", "no party", "'loonwijzer'"),
        ("role: processor, processing: payroll", "role: [processer]", 39, "activities.loonadministratie.flows.1.role", "not one of", "processor"),
        ("covers: salary", "covers: salry", 43, "activities.loonadministratie.retention.1.covers", "does not list", "'salary'"),
        ("{transfers: none}", "{transfer: none}", 44, "activities.loonadministratie.absences.transfer", "not a field", "'transfers'"),
        ("{transfers: none}", "{flows: none}", 44, "activities.loonadministratie.absences.flows", "a value and an absence", "keep one"),
        ("  - key: loonwijzer ", "  - key: Loonwijzer ", 11, "parties.Loonwijzer.key", "not a key", "lower-case"),
        ("  - {key: wolkenrek", "  - {key: loonwijzer", 20, "parties.loonwijzer.key", "the same key as the one in register:11", "its own"),
        ("      - text: Verzekeren", "      - text: Lonen berekenen", 33, "activities.loonadministratie.purposes.2", "has the same text as entry 1", "key"),
        ("    data_subjects: employees", "    data_subjects: {}", 35, "activities.loonadministratie.data_subjects", "missing", ""),
        ("    services: payroll", "    country: NL", 15, "", "'country' stands twice in one entry, first on line 14", "keep one"),
    ],
)  # fmt: skip
def test_each_mistake_has_line_path_and_remedy(
    old: str, new: str, line: int, at: str, wrong: str, instead: str
) -> None:
    """The line is that of the mistake, the path is what a reader would say, the remedy is the nearest right word."""
    problems = [
        one for one in problems_in(bakery_text(old, new)) if one.at.startswith(at) and one.line == line
    ]

    assert problems
    assert any(wrong in one.wrong and instead in one.instead for one in problems)


def test_several_mistakes_are_told_together() -> None:
    """One run, one list, in the order of the file. Of a key that stands twice the last is looked at."""
    text = "ropa: 1\nholder: x\nparties: [{key: a, nam: b}, {key: a}]\nactivities:\n  - key: p\n    joint: perhaps\n    x: 1\n    x: 2\n"
    problems = problems_in(text)

    assert [one.line for one in problems] == [2, 3, 3, 6, 8, 8]


def test_json_has_lines_too() -> None:
    """Also with tabs, with escapes that YAML has not, and with a key twice."""
    text = '{\n\t"ropa": 1,\n\t"holder": "x",\n\t"adopted_by": "\\ud83d\\ude00",\n\t"holder": "y",\n\t"parties": [\n\t\t{"key": "a", "nmae": 1}\n\t]\n}'
    problems = problems_in(text, json=True)

    assert [
        (one.line, said) for one, said in zip(problems, ("'holder' stands twice in one entry, first on line 3", "no party 'y'", "not known here"), strict=True)
        if said in one.wrong
    ] == [(5, "'holder' stands twice in one entry, first on line 3"), (5, "no party 'y'"), (7, "not known here")]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"holder: {SECRET}",
        f"parties: [{{key: {SECRET}}}]",
        f"parties: [{{key: a, country: {SECRET}}}]",
        f"parties: [{{key: a, kind: {SECRET}}}]",
        f"parties: [{{key: a, named: {SECRET}}}]",
        f"parties: {SECRET}",
        f"activities: [{{key: a, status: [{SECRET}], flows: [{SECRET}]}}]",
        f"activities: [{{key: a, flows: [{{recipient: {SECRET}, role: {SECRET}, personal_data: {SECRET}}}]}}]",
        f"activities: [{{key: a, valid_from: {SECRET}, related: {SECRET}}}]",
        f"agreements: [{{key: a, notice_days: {SECRET}, between: [{SECRET}]}}]",
        f"adopted: {SECRET}",
        f"language: {SECRET}",
        f"status: {SECRET}",
        f"sources: [{{key: s, published: {SECRET}, evidence: [{{at: L1, source: {SECRET}, reading: {SECRET}}}]}}]",
    ],
)
def test_a_value_in_a_wrong_place_is_not_repeated(text: str) -> None:
    """Messages end up in logs; an address written in the wrong place must not."""
    with pytest.raises(FileNotUnderstood) as caught:
        loads("ropa: 1\n" + text)

    assert "jan.peeters" not in str(caught.value)


def test_the_first_are_shown_and_all_are_counted() -> None:
    """A long list ends with the number of what is not shown."""
    text = "ropa: 1\nactivities:\n" + "".join(
        f"  - {{key: a{number}, nmae: x}}\n" for number in range(SHOWN + 50)
    )
    with pytest.raises(FileNotUnderstood) as caught:
        loads(text)

    assert SHOWN + 50 == caught.value.total == len(caught.value.problems)
    assert f"… and 50 more ({SHOWN + 50} problems in all)" == str(caught.value).splitlines()[-1]


def test_many_thousands_of_problems_are_still_a_list() -> None:
    """Each of 20,000 entries with several mistakes, in JSON and in YAML."""
    entry = {"nmae": "x", "flows": [{"recipient": "nobody", "role": "procesor"}], "related": "none-such"}
    data = {"ropa": 1, "activities": [{"key": f"a{number}", **entry} for number in range(20_000)]}
    with pytest.raises(FileNotUnderstood) as caught:
        loads(json.dumps(data), json=True)

    assert caught.value.total == 80_000
    assert caught.value.problems[0].line == 1


def test_a_name_no_file_can_have() -> None:
    """Told like any other file that is not there."""
    with pytest.raises(FileNotUnderstood):
        load("a\0.yaml")


def test_what_is_missing_is_named_once() -> None:
    """The path ends with the field that is not there."""
    problems = problems_in("ropa: 1\nparties:\n  - {name: x}\nactivities: {key: p, purposes: {when: ever}}\n")

    assert [(one.line, one.at) for one in problems] == [
        (3, "parties.1.key"),
        (4, "activities.p.purposes.text"),
    ]


def test_a_key_of_ones_own_twice() -> None:
    """Also below a key that begins with x-, where no schema looks: neither of the two values is lost without a word."""
    problems = problems_in("ropa: 1\nx-mine:\n  - {a: 1,\n     a: 2}\n")

    assert [(one.line, "twice" in one.wrong) for one in problems] == [(4, True)]


def test_a_name_in_the_place_of_a_key() -> None:
    """One problem a place, and it says which key is meant; of a word that is nobody's it is said once that it is no key."""
    text = "ropa: 1\nholder: X  bv\nparties: [{key: a, name: X BV}, {key: b, name: {nl: twee, en: Two}}]\nactivities:\n  - {key: p, flows: [{sender: two, recipient: X BV}]}\n  - {key: q, flows: {recipient: Nobody Ltd}}\n"
    found = [(one.line, one.at, one.wrong, one.instead) for one in problems_in(text)]

    wanted = "a key is wanted here, not a name"
    assert found[:3] == [
        (2, "holder", wanted, "did you mean 'a'?"),
        (5, "activities.p.flows.1.recipient", wanted, "did you mean 'a'?"),
        (5, "activities.p.flows.1.sender", wanted, "did you mean 'b'?"),
    ]
    assert [one[:3] for one in found[3:]] == [(6, "activities.q.flows.recipient", "this is not a key")]


def test_a_name_that_several_have() -> None:
    """Nobody knows which is meant."""
    text = "ropa: 1\nholder: X BV\nparties: [{key: a, name: X BV}, {key: b, name: X BV}]\n"

    assert [one.wrong for one in problems_in(text)] == ["this is not a key"]
