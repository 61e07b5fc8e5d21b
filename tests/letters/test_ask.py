"""Letters: whom they go to, what they ask, and what they never ask."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from tests.strategies import registers, thorough

from ropa.errors import NotUnderstood, UnknownEntry, UnknownLanguage
from ropa.formats.native import load, loads
from ropa.glossary import LANGUAGES
from ropa.glossary.book import _file
from ropa.letters import Letter, ask
from ropa.letters.faults import OF_AGREEMENTS, OF_FLOWS, SILENT
from ropa.letters.point import TOPICS
from ropa.letters.unknowns import TOPIC_OF
from ropa.model import Register
from ropa.rules import RULES

ON = date(2026, 10, 8)
EXAMPLES = Path(__file__).parents[2] / "examples"
CHAIN = """
ropa: 1
holder: us
parties:
  - {key: us, name: Us}
  - {key: host, name: Host, contact: {email: a@host}, dpo: {email: b@host}}
  - {key: sub, name: Sub, contact: {email: a@sub}, dpo: {email: b@sub}}
agreements:
  - {key: dpa, kind: processing-agreement, between: [us, host], signed: 2024-01-01, sub_processors: specific-authorisation}
activities:
  - key: a
    name: Orders
    owner: Sales
    flows:
      - {recipient: host, role: processor, countries: NL}
      - {sender: host, recipient: sub, role: processor}
    security: {text: encryption, by: host}
"""


def topics(letters: tuple[Letter, ...]) -> dict[str, list[str]]:
    """What each is asked about."""
    return {one.to: [it.topic for it in one.questions] for one in letters}


@pytest.fixture
def chain() -> Register:
    """A processor with a sub-processor of which little is recorded."""
    return loads(CHAIN)


def test_the_bakery() -> None:
    """Three processors and one who would find something out; nobody else has anything to answer."""
    assert {
        "loonwijzer": ["measures", "contact-and-officer"],
        "toonbank": ["measures", "contact-and-officer"],
        "postduif": ["agreement", "measures", "contact-and-officer"],
        "An Meelmans": ["unknown"],
    } == topics(ask(load(EXAMPLES / "bakery"), on=ON))


def test_a_holder_that_is_a_processor_asks_its_customers_too() -> None:
    """For leave to engage its host; what may happen only needs no contract yet. Third parties in general are asked nothing."""
    found = topics(ask(load(EXAMPLES / "qlinx"), on=ON))

    assert ["opdrachtgevers", "spango", "google"] == [*found]
    assert ["permission"] == found["opdrachtgevers"]
    assert ["role", "places", "contact-and-officer"] == found["google"]


def test_categories_are_asked_once_each() -> None:
    """Only those whose members are not named, and to which data go in fact."""
    found = ask(load(EXAMPLES / "proximus-ict"), on=ON, language="en")

    assert {"agenten": ["role"], "contractanten": ["role"], "communicatiepartner": ["role"]} == topics(found)
    assert all("only as a category" in one.text() for one in found)


def test_a_processor_answers_for_whom_it_engages(chain: Register) -> None:
    """The sub-processor gets no letter of its own; the questions about it name it."""
    found = ask(chain, on=ON)
    (host,) = (one for one in found if one.to == "host")

    assert "sub" not in topics(found)
    assert ["agreement", "authorisation", "places"] == [one.topic for one in host.questions]
    assert all("Sub" in one.text and "“Orders”" in one.text for one in host.questions)
    assert ["28(4)", "28(2)", "30(1)(e)"] == [one.article for one in host.questions]


def test_what_is_recorded_is_not_asked(chain: Register) -> None:
    """Each answer takes its question away; with the last one the letter goes."""
    flows = chain.activity("a").flows
    placed = chain.replace(
        "a", flows=[flows[0], {"sender": "host", "recipient": "sub", "role": "processor", "countries": "NL"}]
    )
    papered = placed.put(
        *loads(CHAIN).replace("dpa", authorised=["sub"]).agreements,
        *loads(
            "ropa: 1\nholder: us\nparties: [{key: host}, {key: sub}, {key: us}]\n"
            "agreements: [{key: under, kind: sub-processing-agreement, between: [host, sub], signed: 2024-01-01}]"
        ).agreements,
    )

    assert ["agreement", "authorisation"] == topics(ask(placed, on=ON))["host"]
    assert "host" not in topics(ask(papered, on=ON))


def test_what_does_not_apply_is_not_asked() -> None:
    """An absence that is an answer is one."""
    flow = {"recipient": "host", "role": "controller"}
    register = Register(
        holder="us",
        parties=[{"key": "us"}, {"key": "host", "contact": {"email": "x@y"}, "absences": {"dpo": "none"}}],
        activities=[{"key": "a", "flows": flow}],
    )
    said = register.replace("a", flows=({**flow, "absences": {"countries": {"not_applicable": "On paper"}}},))
    open_ = register.replace(
        "a", flows=({**flow, "countries": "NL", "absences": {"personal_data": {"unknown": "?"}}},)
    )

    assert {"host": ["places"]} == topics(ask(register, on=ON))
    assert {} == topics(ask(said, on=ON))
    assert {"host": ["data"]} == topics(ask(open_, on=ON))


def test_what_is_waived_is_not_asked(chain: Register) -> None:
    """Somebody answers for it."""
    waivers = [{"rule": "processor-without-agreement", "reason": "x", "by": "y"}]

    assert "agreement" not in topics(ask(chain.model_copy(update={"waivers": waivers}), on=ON))["host"]


def test_an_owner_is_asked_what_no_vendor_can_answer(chain: Register) -> None:
    """The findings of its activity, by the name of the activity and not by its path."""
    (sales,) = ask(chain, on=ON, to="Sales")

    assert "item-missing" in [one.topic for one in sales.questions]
    assert not {"processor-without-agreement", "place-not-recorded"} & {one.topic for one in sales.questions}
    assert all("“Orders”" in one.text and "activities.a" not in one.text for one in sales.questions)
    assert all(one.text.count("Orders") == 1 for one in sales.questions if one.topic == "item-missing")
    assert sales.closing[1] == "Kind regards,"  # somebody of the house is greeted in another way than a firm
    assert sales.salutation == "Dear Sales,"


def test_an_unknown_with_an_owner_is_the_owners(chain: Register) -> None:
    """And not the vendor's; one without is asked of the vendor, by its label."""
    absences = {
        "authorised": {"unknown": "Ask Kim", "owner": "Kim", "due": "2026-12-01"},
        "name": {"unknown": "Odd"},
    }
    found = {one.to: one for one in ask(chain.replace("dpa", absences=absences), on=ON, language="en")}

    assert ["unknown"] == [one.topic for one in found["Kim"].questions]
    assert "by 1 December 2026" in found["Kim"].questions[0].text
    assert "“Ask Kim”" in found["Kim"].text()
    assert "“Odd”" in found["host"].text()
    assert "Ask Kim" not in found["host"].text()


def test_one_letter(chain: Register) -> None:
    """To a party or an owner; none where nothing is open; a name nobody has is told with the nearest."""
    assert ["host"] == [one.to for one in ask(chain, on=ON, to="host")]
    assert () == ask(chain, on=ON, to="sub")
    with pytest.raises(UnknownEntry, match="did you mean 'host'"):
        ask(chain, on=ON, to="hots")


def test_wrong_calls(chain: Register) -> None:
    """A day that is none, a language without words."""
    with pytest.raises(NotUnderstood):
        ask(chain, on="2026-10-08")  # type: ignore[arg-type]
    with pytest.raises(UnknownLanguage):
        ask(chain, on=ON, language="it")


def test_the_same_letters_each_time(chain: Register) -> None:
    """They are values."""
    assert ask(chain, on=ON) == ask(loads(CHAIN), on=ON)
    assert () == ask(Register(), on=ON)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["bakery", "qlinx", "proximus-ict", "qlix", "qooqie", "wolq"])
def test_every_example_in_every_language(name: str, language: str) -> None:
    """Whole sentences: nothing left open, each question with its provision."""
    for one in ask(load(EXAMPLES / name), on=ON, language=language):
        assert "{" not in one.text()
        assert ".." not in one.text().replace("…", "")
        assert all(it.article and it.text.endswith(".") for it in one.questions)


def test_every_word_is_there() -> None:
    """Each topic has its sentences, with the same gaps in every language; each rule named is one."""
    asked = _file("letters")["letters"]["question"]
    gaps = {
        (topic, how): [
            {gap for _, gap, _, _ in Formatter().parse(words[language]) if gap} for language in LANGUAGES
        ]
        for topic, several in asked.items()
        for how, words in several.items()
    }

    assert set(TOPICS) == set(asked)
    assert all(held[0] == one for held in gaps.values() for one in held)
    assert {*OF_FLOWS.values(), *OF_AGREEMENTS.values(), *TOPIC_OF.values()} <= set(TOPICS)
    assert {*OF_FLOWS, *OF_AGREEMENTS, *SILENT} <= {one.name for one in RULES}


def test_each_controller_has_its_own_contract(chain: Register) -> None:
    """What is missing is that of the other controller, and the question says so; what has ended is asked once."""
    other = {"key": "other", "name": "Other", "public_body": True}
    joint = chain.model_copy(update={"parties": [*chain.parties, other]}).replace(
        "a",
        controllers=["us", "other"],
        flows=[{"recipient": "host", "role": "processor", "countries": "NL"}],
    )
    (host,) = ask(joint, on=ON, to="host")
    ended = joint.replace("a", controllers=()).replace("dpa", ends="2026-01-01")

    assert ["agreement"] == [one.topic for one in host.questions]
    assert "between you and Other is recorded" in host.questions[0].text
    assert {"host": ["agreement-ended"]} == topics(ask(ended, on=ON, to="host"))


def test_hostile_names() -> None:
    """A name is one line of text, in text and in Markdown."""
    name = "Evil\n\n# Heading\n[click](http://x) <b>\u2028**"
    register = Register(
        holder="us",
        parties=[{"key": "us", "name": name}, {"key": "host", "name": name}],
        activities=[{"key": "a", "name": name, "flows": {"recipient": "host", "role": "processor"}}],
    )
    (letter,) = ask(register, on=ON)

    assert not [line for line in letter.text().splitlines() if line.startswith("# ")]
    assert "[click]" not in letter.markdown()
    assert "<b>" not in letter.markdown()
    assert "<b>" not in letter._repr_html_()


def test_plain_data_and_markdown(chain: Register) -> None:
    """The same letter in two more forms."""
    (letter,) = ask(chain, on=ON, to="host")
    data = letter.as_json()

    assert ("host", "Host", "2026-10-08", "en") == (data["to"], data["name"], data["on"], data["language"])
    assert [one.text for one in letter.questions] == [one["text"] for one in data["questions"]]
    assert "\n\n1. No contract between you and Sub" in letter.markdown()
    assert letter.text() == str(letter)


@thorough
@given(registers())
def test_any_register(register: Register) -> None:
    """Letters go to others, ask something, and are whole; nobody gets two."""
    letters = ask(register, on=ON, language="fr")

    assert all(one.questions for one in letters)
    assert all(
        one.to != register.holder or one.to == one.name for one in letters
    )  # an owner may be called so
    # an owner may be called as the key of a party: its letter is another one
    assert len(letters) == len({(one.to, one.subject) for one in letters})
    assert all(one.text() and one.markdown() and one.as_json() for one in letters)
