"""What is not certain is not drawn as certain, and what is said of some flows is not said of all that share a line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.drawing.graphs import graph, node
from tests.drawing.test_picture import group, line, words

from ropa import Register, sharing_graph
from ropa.drawing import Group, Picture, Words, picture
from ropa.drawing.flows import flows
from ropa.drawing.ink import DASH_DOTTED, DASHED, DOTTED, IN_COLUMN
from ropa.drawing.label import compose
from ropa.drawing.voice import Voice
from ropa.glossary import LANGUAGES
from ropa.sharing import countries, fold
from ropa.typeface import width

ON = date(2026, 6, 1)
Edge = tuple[str, str, dict[str, Any]]


def lines(made: Picture) -> list[Group]:
    """The flows of a picture."""
    return [one for one in made.groups if one.key.startswith("flow:")]


def read(one: Group) -> list[str]:
    """The lines of a label, with plain blanks."""
    return [shape.text.replace("\u00a0", " ") for shape in one.shapes if isinstance(shape, Words)]


def whole(*flows: Edge) -> Any:
    """A graph whose edges have all that folding asks for."""
    made = graph(*flows)
    for _, _, facts in made.edges(data=True):
        facts.update({"general": False, "customers": [], "path": "x"} | facts)
    return made


def drawn(*flows: Edge, language: str = "en") -> Picture:
    """The picture of a few flows."""
    return picture(graph(*flows), language=language, on=ON)


def by_country(*flows: dict[str, Any], language: str = "en") -> Picture:
    """The countries that these flows from a firm in the Netherlands go to."""
    made = whole(*(("party:a", f"party:to{at}", facts) for at, facts in enumerate(flows)))
    made.nodes["party:a"].update(country="NL", controller_of=["payroll"])
    return picture(countries(made), language=language, on=ON)


@pytest.mark.parametrize(
    ("language", "possible"),
    [("en", "may happen"), ("nl", "kan voorkomen"), ("fr", "peut se produire"), ("de", "kann vorkommen")],
)
def test_what_may_happen_is_a_line_of_its_own_between_countries(language: str, possible: str) -> None:
    """Dotted, and said in the label, in the description and in the legend; beside it a flow that does happen."""
    made = by_country({"countries": ["US"]}, {"countries": ["US"], "possible": True}, language=language)
    sure, maybe = lines(made)

    assert ((), DOTTED) == (line(sure).dash, line(maybe).dash)
    assert [possible in words(one) for one in (sure, maybe)] == [False, True]
    assert [possible in one.description for one in (sure, maybe)] == [False, True]
    assert {DOTTED, ()} <= {line.dash for line in group(made, "legend").shapes if hasattr(line, "dash")}


def test_an_open_role_is_a_line_of_its_own_between_countries() -> None:
    """A flow of which the role is open does not look settled because it shares countries with one that is."""
    made = by_country(
        {"countries": ["US"], "role": []},
        {"countries": ["US"], "role": ["processor", "controller"]},
        {"countries": ["US"]},
        {"countries": ["US"], "role": [], "possible": True},
    )

    assert [DASHED, (), DASH_DOTTED] == [line(one).dash for one in lines(made)]
    assert "role not stated, processor or controller" in words(lines(made)[0])
    assert 3 == len({one.key for one in lines(made)})


def test_a_source_leaves_no_role_open_between_countries() -> None:
    """Nobody asks for the role of who gets data from their source."""
    (one,) = lines(by_country({"countries": ["US"], "role": [], "is_source": True}))

    assert () == line(one).dash


def test_what_is_planned_is_told_between_countries() -> None:
    """With its date, apart from what holds today."""
    made = by_country({"countries": ["US"]}, {"countries": ["US"], "valid_from": "2027-01-01"})

    assert ["planned" in words(one) for one in lines(made)] == [False, True]


def test_either_of_two_countries_is_not_both() -> None:
    """A host in one or the other: no line of the map is certain, nor one by which the data go on from there."""
    flows: list[dict[str, Any]] = [
        {"key": code.lower(), "recipient": "host", "countries": code, "possible": True, "role": "processor"}
        for code in ("IE", "US")
    ]
    flows.append({"sender": "host", "recipient": "backup", "role": "processor", "countries": "DE"})
    held = Register(
        holder="shop",
        parties=[{"key": "shop", "country": "NL"}, {"key": "host"}, {"key": "backup"}],
        activities=[{"key": "orders", "data_subjects": "customers", "flows": flows}],
    )
    made = picture(countries(sharing_graph(held, ON)), language="en", on=ON)
    certain = [one.key for one in lines(made) if not line(one).dash]

    assert 5 == len(lines(made))
    assert ["flow:fold:people:>fold:place:NL#mixed"] == certain


def test_no_ground_for_one_is_not_said_of_both() -> None:
    """Nor does it vanish behind the ground of the other."""
    made = by_country(
        {"countries": ["US"], "grounds": ["standard-contractual-clauses"]}, {"countries": ["US"]}
    )

    assert "US: standard contractual clauses; in part: no ground stated" in lines(made)[0].description


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "stated in general"),
        ("nl", "in het algemeen vermeld"),
        ("fr", "indiqué de manière générale"),
        ("de", "allgemein angegeben"),
    ],
)
def test_what_is_stated_in_general_is_marked(language: str, said: str) -> None:
    """As in a chain: nobody said it of this activity."""
    (plain,) = lines(drawn(("party:a", "party:b", {}), language=language))
    (one,) = lines(drawn(("party:a", "party:b", {"general": True}), language=language))

    assert said not in words(plain).replace("\u00a0", " ")
    assert said in " ".join(read(one))
    assert said in one.description


def test_what_some_flows_of_a_line_have_is_not_said_of_all() -> None:
    """General, inferred, on a condition, for a customer: of a line where one flow is so it says in part."""
    so = {"general": True, "inferred": ["flow"], "when": "sometimes", "customers": ["b"]}
    (some,) = lines(drawn(("party:a", "party:b", so), ("party:a", "party:b", {})))
    (each,) = lines(drawn(("party:a", "party:b", so), ("party:a", "party:b", so)))
    label = " ".join(read(some))

    assert "in part: stated in general; [inferred]; sometimes" in label
    assert "in part: for b" in label
    for said in ("stated in general", "[inferred]", "sometimes", "for b"):
        assert f"in part: {said}" in some.description
        assert said in each.description
    assert "in part" not in words(each) + each.description


def test_parties_that_stand_together_say_what_some_of_them_have() -> None:
    """An edge that stands for two flows, one of them in general, is not one in general."""
    made = whole(("party:a", "party:b", {"general": True}), ("party:a", "party:c", {}))
    node(made, "party:b", country="NL")
    node(made, "party:c", country="NL")
    (one,) = lines(picture(fold(made, most=1), language="en", on=ON))

    assert "in part: stated in general" in " ".join(read(one))


def behalf(*flows: Edge, language: str = "en", **names: str) -> Group:
    """The first flow of a picture that knows these names."""
    made = graph(*flows)
    for key, name in names.items():
        node(made, f"party:{key}", name=name)
    return lines(picture(made, language=language, on=ON))[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_whose_behalf_is_told(language: str) -> None:
    """By name, in the label and in the description; a flow that names nobody says nothing."""
    named = behalf(("party:p", "party:s", {"customers": ["k", "m"]}), language=language, k="Koper", m="Meer")
    plain = behalf(("party:p", "party:s", {}), language=language, k="Koper", m="Meer")
    said = {"en": "for", "nl": "voor", "fr": "pour", "de": "für"}[language]

    assert f"{said} Koper · Meer" in read(named)
    assert f"{said} Koper · Meer" in named.description
    assert "Koper" not in words(plain) + plain.description


def test_who_is_no_processor_receives_from_their_processing() -> None:
    """It acts on nobody's behalf."""
    one = behalf(("party:p", "party:s", {"customers": ["k"], "role": ["controller"]}), k="Koper")

    assert "from the processing of Koper" in one.description


def test_many_customers_are_counted() -> None:
    """The label names the first and counts the others; the description names them all."""
    names = {f"k{at}": f"Customer {at}" for at in range(40)}
    one = behalf(("party:p", "party:s", {"customers": [*names]}), **names)
    label = " ".join(read(one))

    shown = sum(f"{name} ·" in label or f"{name} +" in label for name in names.values())
    assert 0 < shown < 40
    assert f"+ {40 - shown} more" in label
    assert all(name in one.description for name in names.values())


def test_a_customer_keeps_its_name_where_it_is_not_drawn_by_itself() -> None:
    """On the map of countries a customer stands in the box of its own."""
    made = whole(
        ("party:k", "party:p", {"countries": ["NL"]}),
        ("party:p", "party:s", {"customers": ["k"], "countries": ["IN"]}),
    )
    node(made, "party:k", name="Koper BV")
    shown = picture(countries(made), language="en", on=ON)

    assert ["for Koper BV" in words(one).replace("\u00a0", " ") for one in lines(shown)] == [False, True]


def test_customers_of_one_name_are_told_apart() -> None:
    """By their keys, as their boxes are."""
    one = behalf(("party:p", "party:s", {"customers": ["k"]}), k="Koper", m="Koper")

    assert "for Koper (k)" in one.description


MARKED = {
    "possible": True,
    "general": True,
    "inferred": ["role"],
    "when": "Wanneer de klant daar uitdrukkelijk om vraagt of de wet het verlangt, en dan alleen in dat geval",
}


@pytest.mark.parametrize("room", [None, 300.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_a_label_begins_with_a_dot(language: str, room: float | None) -> None:
    """Neither the first thing said nor another: a dot is there to set two things apart."""
    made = graph(("party:a", "party:b", MARKED), ("party:a", "party:c", {"inferred": ["flow"]}))
    told = lines(picture(made, language=language, on=ON, width=room))

    assert [text for one in told for text in read(one) if text.startswith("·")] == []
    assert "·" not in " ".join(read(told[1]))
    assert " · [" in " ".join(read(told[0]))


@pytest.mark.parametrize(
    ("language", "role", "said"),
    [
        ("de", "processor", "Auftragsverarbeiter"),
        ("de", "authority-inquiry", "Untersuchungsauftrags"),
        ("fr", "authority-inquiry", "particulière"),
    ],
)
def test_a_role_is_not_broken_within_a_word_where_room_is_short(language: str, role: str, said: str) -> None:
    """It is a word of the law: the label of a narrow picture becomes a little wider; one that is far too long is broken."""
    (flow,) = flows(graph(("party:a", "party:b", {"role": [role]})), ON)
    narrow = IN_COLUMN[2]
    made = compose(flow, Voice(language, "nl"), narrow, ON)
    tiny = compose(flow, Voice(language, "nl"), replace(narrow, label=40.0), ON)

    assert made
    assert tiny
    assert any(one.text.endswith(said) for one in made.lines)
    assert tiny.size[0] <= 40


def test_marks_are_not_cut_with_a_long_condition() -> None:
    """A condition is, and its description has all of it."""
    (one,) = lines(drawn(("party:a", "party:b", MARKED | {"when": "x " * 500})))
    label = " ".join(read(one))

    assert "may happen · stated in general · [inferred] · x x" in label
    assert label.endswith("…")
    assert max(width(text, 7.2) for text in read(one)) < 160
