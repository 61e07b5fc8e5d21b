"""`ropa explain`: rules, provisions, decisions, countries, fields, tables and known terms, in four languages from the same lines."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from ropa.errors import NotUnderstood, UnknownLanguage
from ropa.explaining import Explanation, explain
from ropa.explaining.article import asking
from ropa.explaining.ask import told
from ropa.explaining.listing import LISTED, TABLES
from ropa.explaining.number import known_numbers
from ropa.explaining.words import left_out
from ropa.fields import card, every_card
from ropa.glossary import LANGUAGES, citation, noted, phrase, term
from ropa.glossary.book import known_phrases
from ropa.law import COUNTRIES, standard
from ropa.model import Activity
from ropa.rules import RULES, Rule

ON = date(2026, 11, 22)


def said(word: str, language: str = "en") -> str:
    return "\n".join(line for _, line in told(word, language, standard(), ON))


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("ROPA002", ["processor without agreement", "error · Article 28(3) · shall", "Flagged:", "Accepted:"]),
        ("processor-without-agreement", ["ROPA002"]),
        ("2023/1795", ["adequacy decision · United States", "from 2023-07-10", "Only for organisations on the list", "Source: "]),
        ("(EU) 2016/1250", ["2016/1250", "until 2020-07-15", "C-311/18"]),
        ("2021/914", ["standard contractual clauses", "Module 3: processor → processor"]),
        ("2021/915", ["no transfer can rest on them"]),
        ("GB", ["United Kingdom · outside the EEA", "until 2020-12-31", "2025/2574"]),
        ("NL", ["Netherlands · in the EEA"]),
        ("purposes", ["Facts.purposes", "Article 30(1)(b) · shall"]),
        ("Flow.role", ["What the recipient is here", "roles: processor, controller"]),
        ("legal-obligation", ["legal obligation · Article 6(1)(c)"]),
        ("health-data", ["personal-data, special: health"]),
        ("access", ["Article 15"]),
        ("30(1)(d)", ["Article 30(1)(d)", "ROPA003 role-open", "ROPA001 item-missing", "Flow.recipient: ", "· shall"]),
        ("6(1)(f)", ["ROPA104", "ROPA100", "legitimate-interests: legitimate interests · Article 6(1)(f)"]),
        ("30", ["ROPA001", "ROPA163", "Facts.retention"]),
        ("40", ["Article 40", "No rule and no field rests on it."]),
        ("ages", ["Article 8(1)", "DK: Denmark · 15 years · databeskyttelsesloven", "NO: Norway · 13 years · not verified", "[[age]]"]),
        ("clauses", ["2021/914: standard contractual clauses · from 2021-06-27", "2010/87", "[[clauses]]"]),
        ("eea", ["GB: United Kingdom · from 2018-05-25 until 2020-12-31", "IS: Iceland"]),
        ("tables", ["ages: From which age", "dpia-lists: "]),
        ("DK", ["13 years · until 2023-12-31", "15 years", "Datatilsynet", "Source: "]),
        ("BE", ["at least 10 years", "Gegevensbeschermingsautoriteit", "Vlaamse Toezichtcommissie", "for public bodies"]),
        ("DE", ["only for: bank", "not for: bank"]),
    ],
)  # fmt: skip
def test_each_kind_of_word(word: str, lines: list[str]) -> None:
    """What it is called, what it rests on, and by which days."""
    for line in lines:
        assert line in said(word)


def test_everything_in_every_language() -> None:
    """Each rule, decision, country and field has lines in each language, as many in each, without an open gap."""
    words = [
        *(one.code for one in RULES),
        *known_numbers(),
        *COUNTRIES,
        *(f"{one.owner}.{one.key}" for one in every_card()),
        *LISTED,
        TABLES,
        *{one.article for one in RULES if one.article[0].isdigit()},
        *map(str, range(1, 100)),
    ]
    for word in words:
        told = {language: said(word, language) for language in LANGUAGES}
        assert all(told.values()), word
        assert not any(
            re.search(r"\{\w+\}$", one, re.MULTILINE) for one in told.values() if "yaml" not in one
        ), word
        if word.startswith("ROPA"):
            for language, one in told.items():
                assert all(phrase(f"explain.{mark}", language) in one for mark in ("flagged", "accepted"))
        else:
            assert len({one.count("\n") for one in told.values()}) == 1, word


def test_in_the_readers_language() -> None:
    """The words are the glossary's."""
    assert "artikel 45" in said("2023/1795", "nl")
    assert "außerhalb des EWR" in said("US", "de")
    assert phrase("rules.item-missing.title", "fr") in said("item-missing", "fr")
    assert "Something that Article 30" not in said("item-missing", "fr")
    assert "Gemeld:" in said("item-missing", "nl")
    assert "Alter" in said("ages", "de")
    assert "mindestens 10 Jahre" in said("BE", "de")
    assert "Staat in: Algemene vermelding, Verwerkingsactiviteit" in said("Facts.purposes", "nl")
    assert "Champs qui y répondent" in said("30(1)(c)", "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_provision_as_each_language_cites_it(language: str) -> None:
    """Whoever cites it in their own way reads the same."""
    ways = [
        "30(1)(f)",
        "article:30(1)(f)",
        "Art. 30(1)(f)",
        citation("30(1)(f)", language),
        citation("30(1)(f)", language).upper(),
    ]

    assert len({said(way, language) for way in ways}) == 1
    assert citation("30(1)(f)", language) in said(ways[0], language)
    assert "Facts.retention" in said(ways[0], language)


@pytest.mark.parametrize(
    "word",
    [
        "artikel 30, lid 1, onder d",
        "artikel 30 lid 1 onder d)",
        "Artikel 30 Absatz 1 Buchstabe d",
        "article 30, paragraphe 1, point d",
    ],
)
def test_a_provision_without_its_commas_and_bracket(word: str) -> None:
    """As people write it."""
    assert said(word) == said("30(1)(d)")


def test_other_forms_of_the_name_of_an_authority_are_shown() -> None:
    """A remark about one of them has something to be about."""
    for row in standard().authorities:
        for language in LANGUAGES:
            also = phrase("explain.also", language, names=" / ".join(row.also))
            assert not row.also or also in said(row.country, language)
    told = said("Belgium", "fr")
    assert "s’écrit aussi : Gegevensbeschermingautoriteit".replace(" :", "\u00a0:") in told
    assert "L’autre graphie est une faute d’orthographe courante." in told
    assert "`" not in told


@pytest.mark.parametrize(
    "word", ["0", "100", "030", "30(", "30(1)(", "30(1)(aa)", "2023/1795", "30(1)(d) or so"]
)
def test_what_is_no_provision(word: str) -> None:
    """Is not taken for one."""
    assert phrase("explain.provision", "en") not in said(word)


def test_every_rule_under_its_provision() -> None:
    """And every field."""
    for rule in RULES:
        if rule.article[0].isdigit():
            assert f"{rule.code} {rule.name}: " in said(rule.article), rule.code
    for one in every_card():
        if one.article:
            assert f"{one.owner}.{one.key}: " in said(one.article)


def test_which_rules_ask_about_a_field() -> None:
    """`item-missing` asks for what Article 30 makes a duty; a field without a provision is asked for by none."""
    assert [one.name for one in asking(card(Activity, "purposes"))] == ["item-missing"]
    assert "transfer-without-ground" in [one.name for one in asking(card(Activity, "storage"))]
    assert asking(card(Activity, "note")) == ()
    assert "ROPA001 item-missing" in said("Facts.purposes")


def test_every_dated_table_has_a_name() -> None:
    """A table that is added to the law can be asked for."""
    assert set(LISTED) == {
        one.name.removesuffix(".toml") for one in files("ropa.law").iterdir() if one.name.endswith(".toml")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ages_in_every_language(language: str) -> None:
    """Each row once, under the table and under its country."""
    listed = said("ages", language)
    for row in standard().ages:
        age = phrase("explain.age", language, age=row.age)
        assert f"{row.country}: {term('countries', row.country, language)} · {age}" in listed
        assert age in said(row.country, language)
        assert row.source in said(row.country, language)
    assert listed.count(phrase("explain.unverified", language)) == sum(
        not row.verified for row in standard().ages
    )


def test_in_python() -> None:
    """A rule comes as itself, with a language as its lines; everything else as lines that can be printed and shown."""
    assert explain("ROPA046") is explain("transfer-without-ground")
    assert isinstance(explain("ROPA046"), Rule)
    told = explain("ROPA046", language="nl")
    assert isinstance(told, Explanation)
    assert str(told).startswith("ROPA046 transfer-without-ground: ")
    assert explain("ages") == explain("ages", language="en")
    assert "&lt;" not in explain("ages", language="en")._repr_html_()
    title = (
        "ages: Vanaf welke leeftijd een kind zelf toestemming geeft voor onlinediensten · artikel 8, lid 1"
    )
    assert str(explain("ages", language="nl")).splitlines()[0] == title
    assert explain("ages", language="nl")._repr_html_().startswith(f"<p><strong>{title}</strong></p>")


@pytest.mark.parametrize("word", [None, 3, b"ages", ["ages"]])
def test_what_is_no_word(word: object) -> None:
    """Is an error of ours."""
    with pytest.raises(NotUnderstood):
        explain(word)  # type: ignore[call-overload]


def test_a_language_there_is_not() -> None:
    """Likewise."""
    with pytest.raises(UnknownLanguage):
        explain("ages", language="it")


def test_own_rows_in_every_table(tmp_path: Path) -> None:
    """Under the table and under the country, beside ours."""
    foot = 'source = "read by ourselves"\nchecked_on = 2026-03-02\n'
    (tmp_path / "rows.toml").write_text(
        f'[[membership]]\ncountries = ["ME"]\nfrom = 2026-01-01\n{foot}'
        f'[[authority]]\ncountry = "ME"\nnames = {{ en = "Our Supervisor" }}\nnote = "A note of ours."\n{foot}'
        f'[[retention]]\ncountry = "ME"\nlaw = "Our Act"\nkinds = ["invoices"]\nminimum = "P3Y"\n{foot}'
        f'[[dpia]]\ncountry = "ME"\nnumber = "1"\nname = "Our type"\nkinds = ["location"]\n{foot}'
        f'[[age]]\ncountry = "ME"\nage = 14\n{foot}',
        "utf-8",
    )
    tables = standard().with_file(tmp_path / "rows.toml")
    words = {
        "eea": "Montenegro",
        "authorities": "Our Supervisor",
        "retention": "Our Act",
        "dpia-lists": "Our type",
        "ages": "14 years",
    }
    country = str(explain("Montenegro", language="en", on=ON, tables=tables))
    for table, line in words.items():
        assert line in str(explain(table, language="en", tables=tables))
        assert line in country
    assert "inside the EEA" in country
    assert "A note of ours." in str(explain("ME", language="de", on=ON, tables=tables))
    assert "Our Act" not in str(explain("Montenegro", language="en", on=ON))


def test_every_remark_of_ours_is_in_four_languages() -> None:
    """A remark that is added to a row has its words in the glossary, and none stands there that no row has."""
    rows = standard()
    every = (
        *rows.decisions,
        *rows.clause_sets,
        *rows.ages,
        *rows.thresholds,
        *rows.eea,
        *rows.authorities,
        *rows.retention,
        *rows.dpia_lists,
    )
    notes = {row.note for row in every if row.note}
    assert notes == {block["en"] for block in known_phrases("notes").values()}
    for note in notes:
        assert len({noted(note, language) for language in LANGUAGES}) == len(LANGUAGES), note
    assert "nicht überprüft" in str(explain("NO", language="de")).lower()


def test_what_decisions_leave_out_is_said_in_words() -> None:
    """Every machine word of our rows has its words."""
    for word in {word for row in standard().decisions for word in row.excludes}:
        assert word not in {left_out([word], language) for language in LANGUAGES[1:]}, word
    assert left_out(["our own word"], "de") == "our own word"
    assert "Universitäten" in str(explain("JP", language="de", on=ON))
