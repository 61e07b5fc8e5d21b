"""The picture: everything is in it, marked as it is, in the reader's words."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from tests.drawing.graphs import bakery, graph, node
from tests.drawing.test_layout import Rect, overlap

from ropa.drawing import Box, Curve, Group, Picture, Polygon, Words, picture
from ropa.drawing.frame import BADGE
from ropa.drawing.ink import DASH_DOTTED, DASHED, DOTTED, PAPER, UNNAMED
from ropa.glossary import LANGUAGES
from ropa.sharing import countries, fold
from ropa.typeface import width

ON = date(2026, 5, 3)


def drawn(*flows: tuple[str, str, dict[str, Any]], language: str = "en", on: date | None = ON) -> Picture:
    """The picture of a few flows."""
    return picture(graph(*flows), language=language, on=on)


def group(made: Picture, key: str) -> Group:
    """The one group of that key; of a flow the beginning is enough."""
    (found,) = [
        one for one in made.groups if one.key == key or (key.startswith("flow:") and one.key.startswith(key))
    ]
    return found


def words(one: Group) -> str:
    """All that is written in a group."""
    return " ".join(shape.text for shape in one.shapes if isinstance(shape, Words))


def line(one: Group) -> Curve:
    """The line of a flow."""
    return next(shape for shape in one.shapes if isinstance(shape, Curve))


def frames(made: Picture) -> list[Rect]:
    """The outer frames of parties and the paper of labels."""
    found = []
    for one in made.groups:
        if one.key.startswith(("party:", "people:")):
            if isinstance(box := one.shapes[0], Polygon):
                xs, ys = zip(*box.points, strict=True)
                found.append((min(xs), min(ys), max(xs), max(ys)))
            else:
                assert isinstance(box, Box)
                found.append((box.x, box.y, box.x + box.width, box.y + box.height))
        elif one.key.startswith("flow:"):
            found += [
                (s.x, s.y, s.x + s.width, s.y + s.height)
                for s in one.shapes
                if isinstance(s, Box) and s.fill == PAPER and s.height != BADGE
            ]
    return found


HOSTILE = st.text(st.characters(exclude_categories=[]), max_size=60)
NAMES = (
    st.sampled_from(["Loonwijzer NV", "Verwerkingsmaatschappij Salarisadministratie", "=1+1", "<b>&"])
    | HOSTILE
)


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    """A picture of a graph with whatever may stand in one."""
    keys = draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, unique=True))
    ends = st.sampled_from([f"party:{key}" for key in keys])
    roles = st.lists(
        st.sampled_from(["processor", "controller", "joint-controller", "own-staff"]), max_size=2, unique=True
    )
    facts = st.fixed_dictionaries(
        {
            "role": roles,
            "possible": st.booleans(),
            "processing": st.lists(st.sampled_from(["hosting", "backup", "payroll"]) | HOSTILE, max_size=4),
            "countries": st.lists(st.sampled_from(["NL", "US", "EEA", "IN", "CH"]), max_size=3, unique=True),
            "access_from": st.lists(st.sampled_from(["NL", "IN"]), max_size=2, unique=True),
            "grounds": st.lists(st.sampled_from(["adequacy", "standard-contractual-clauses"]), max_size=1),
            "when": st.just("") | HOSTILE,
            "activity_name": NAMES,
        }
    )
    made = graph(*draw(st.lists(st.tuples(ends, ends, facts), max_size=12)))
    for key in keys:
        node(made, f"party:{key}", name=draw(NAMES), named=draw(st.booleans()))
    return picture(made, language=draw(st.sampled_from(LANGUAGES)), on=ON)


@settings(deadline=None, max_examples=60)
@given(pictures())
def test_nothing_overlaps_and_all_is_on_the_paper(made: Picture) -> None:
    """Boxes and labels keep their room to themselves; every text lies within the picture."""
    everything = frames(made)

    assert [pair for pair in combinations(everything, 2) if overlap(*pair)] == []
    for shape in (shape for one in made.groups for shape in one.shapes if isinstance(shape, Words)):
        wide = width(shape.text, shape.size, shape.bold)
        left = shape.x - {"start": 0.0, "middle": wide / 2, "end": wide}[shape.anchor]

        assert left >= 0
        assert left + wide <= made.width
        assert 0 <= shape.y <= made.height


@settings(deadline=None, max_examples=40)
@given(pictures())
def test_texts_stay_inside_their_boxes(made: Picture) -> None:
    """No word of a party sticks out of its box."""
    for one in made.groups:
        if one.key.startswith("party:") and isinstance(box := one.shapes[0], Box):
            for shape in one.shapes:
                if isinstance(shape, Words):
                    wide = width(shape.text, shape.size, shape.bold)
                    left = shape.x - {"start": 0, "middle": wide / 2, "end": wide}[shape.anchor]

                    assert box.x <= left
                    assert left + wide <= box.x + box.width
                    assert box.y <= shape.y - shape.size * 0.6
                    assert shape.y <= box.y + box.height


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_party_and_every_flow_is_drawn(language: str) -> None:
    """Each node has its group, each flow its line with a head, each in words too; keys are unique."""
    made = picture(bakery(), language=language, on=ON)
    keys = [one.key for one in made.groups]

    assert len(set(keys)) == len(keys)
    assert set(bakery().nodes) <= set(keys)
    for sender, recipient in bakery().edges():
        flow = group(made, f"flow:{sender}>{recipient}#")
        assert line(flow)
        assert any(isinstance(shape, Polygon) for shape in flow.shapes)
        assert flow.description
        assert flow.description in made.description


def test_the_same_graph_gives_the_same_picture() -> None:
    """Nothing is left to chance."""
    assert picture(bakery(), language="fr", on=ON) == picture(bakery(), language="fr", on=ON)


def test_people_stand_left_and_sub_processors_right() -> None:
    """The picture is read from left to right along the chain."""
    made = picture(bakery(), language="nl", on=ON)
    lefts = []
    for key in ("people:employees", "party:a", "party:pay", "party:cloud", "party:help"):
        box = group(made, key).shapes[0]
        assert isinstance(box, Box)
        lefts.append(box.x)

    assert sorted(lefts) == lefts


def test_like_flows_are_one_line() -> None:
    """Flows between the same two in the same role are one line that tells all they do; other roles are others."""
    made = drawn(
        ("party:a", "party:b", {"processing": ["payroll"], "activity": "x"}),
        ("party:a", "party:b", {"processing": ["hosting"], "activity": "y"}),
        ("party:a", "party:b", {"role": ["controller"]}),
    )
    label = words(group(made, "flow:party:a>party:b#processor"))

    assert len([one for one in made.groups if one.key.startswith("flow:")]) == 2
    assert "payroll" in label
    assert "hosting" in label


def test_what_does_not_fit_a_label_is_counted() -> None:
    """A long list is cut with a count, and told in full in the description."""
    deeds = [f"deed number {number} of many" for number in range(30)]
    one = group(drawn(("party:a", "party:b", {"processing": deeds})), "flow:")

    shown = sum(deed in words(one) for deed in deeds)
    assert f"+ {30 - shown} more" in words(one)
    assert all(deed in one.description for deed in deeds)


def test_activities_are_counted_where_no_processing_is_stated() -> None:
    """One activity is named, several are counted."""
    one = ("party:a", "party:b", {"activity_name": "Lonen"})
    two = ("party:a", "party:b", {"activity_name": "Leden"})

    assert "Lonen" in words(group(drawn(one), "flow:"))
    assert "2 activities" in words(group(drawn(one, two), "flow:"))


def test_a_flow_that_leaves_the_eea_is_marked() -> None:
    """A thicker line, two bars, the country and its ground; one that stays has none of these."""
    stays = group(drawn(("party:a", "party:b", {"countries": ["NL", "EEA"]})), "flow:")
    leaves = group(
        drawn(("party:a", "party:b", {"countries": ["NL"], "access_from": ["IN"], "grounds": ["adequacy"]})),
        "flow:",
    )

    assert line(leaves).line > line(stays).line
    assert sum(isinstance(shape, Polygon) for shape in stays.shapes) == 1
    assert sum(isinstance(shape, Polygon) for shape in leaves.shapes) == 3
    assert "IN: adequacy decision" in words(leaves)
    assert "NL:" not in words(stays)


def test_the_day_decides_what_is_outside() -> None:
    """Data in the United Kingdom left the EEA with the end of the transition period."""
    flow = ("party:a", "party:b", {"countries": ["GB"]})

    assert "GB:" not in words(group(drawn(flow, on=date(2020, 12, 31)), "flow:"))
    assert "GB: no ground stated" in words(group(drawn(flow, on=date(2021, 1, 1)), "flow:"))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "All flows, whenever they apply"),
        ("nl", "Alle gegevensstromen, ongeacht wanneer ze gelden"),
        ("fr", "Tous les flux, quelle que soit la période à laquelle ils s’appliquent"),
        ("de", "Alle Datenflüsse, gleich für welchen Zeitraum sie gelten"),
    ],
)
def test_without_a_day_every_flow_is_shown_and_none_is_past(language: str, said: str) -> None:
    """The picture says so in the place of its date; who left the EEA is outside, whenever that was."""
    past = ("party:a", "party:b", {"valid_until": "2019-12-31", "countries": ["GB"]})
    later = ("party:a", "party:c", {"valid_from": "2120-01-01"})
    made = drawn(past, later, language=language, on=None)

    assert words(group(made, "title")).replace("\n", " ").count(said) == 1
    assert {one.key for one in made.groups if one.key.startswith("flow:")} == {
        "flow:party:a>party:b#processor/leaves",
        "flow:party:a>party:c#processor",
    }
    assert "2120" not in made.description
    assert "2019" not in made.description


def test_a_contract_is_no_ground() -> None:
    """A contract with a processor or a resale hides no missing ground; clauses, which are one, are a ground of the edge."""
    contract = ("party:a", "party:b", {"countries": ["US"], "agreements": ["dpa"]})
    clauses = (
        "party:a",
        "party:b",
        {"countries": ["US"], "agreements": ["scc"], "grounds": ["standard-contractual-clauses"]},
    )

    assert "US: no ground stated" in words(group(drawn(contract), "flow:"))
    assert "no ground stated" not in words(group(drawn(clauses), "flow:"))


def test_undecided_grounds_are_told_as_such() -> None:
    """One of these is not all of these."""
    flow = ("party:a", "party:b", {"countries": ["US"], "grounds_any_of": ["adequacy", "derogation-consent"]})

    assert "one of: adequacy decision or" in group(drawn(flow), "flow:").description


@pytest.mark.parametrize(
    ("facts", "dash", "said"),
    [
        ({}, (), "processor"),
        ({"role": []}, DASHED, "role not stated"),
        ({"role": ["processor", "controller"]}, DASHED, "processor or controller"),
        ({"possible": True}, DOTTED, "may happen"),
        ({"role": [], "possible": True}, DASH_DOTTED, "may happen"),
        ({"sub_processor": True}, (), "sub-processor"),
        ({"is_source": True, "role": []}, (), "source of the data"),
        ({"is_source": True, "role": ["controller"]}, (), "controller"),
        ({"is_return": True, "role": []}, (), "back to the engaging party"),
        ({"valid_from": "2027-01-01"}, (), "planned from 2027-01-01"),
        ({"valid_until": "2025-12-31"}, (), "ended on 2025-12-31"),
    ],
)
def test_lines_and_words_tell_the_same(facts: dict[str, Any], dash: tuple[float, ...], said: str) -> None:
    """What a line shows its label says."""
    one = group(drawn(("party:a", "party:b", facts)), "flow:")

    assert dash == line(one).dash
    assert said in words(one)
    assert said == "source of the data" or "source" not in words(one)


def test_a_flow_that_is_valid_on_the_day_has_no_dates() -> None:
    """Only what is planned or has ended is dated; the first and the last day are days of the flow."""
    label = words(
        group(
            drawn(("party:a", "party:b", {"valid_from": "2026-05-03", "valid_until": "2026-05-03"})), "flow:"
        )
    )

    assert "2026" not in label


def test_where_data_begin_no_role_is_missed() -> None:
    """The line from people is plain and bare, unless the register states a role there too."""
    plain = group(
        drawn(("people:employees", "party:a", {"role": [], "begins": True, "is_source": True})), "flow:"
    )
    stated = group(
        drawn(
            ("people:employees", "party:a", {"begins": True, "is_source": True, "processing": ["surveys"]})
        ),
        "flow:",
    )

    assert (words(plain), line(plain).dash) == ("", ())
    assert "processor" in words(stated)
    assert "surveys" in words(stated)


def test_countries_come_from_the_flows() -> None:
    """A box shows where data that flow to it are processed or reached, never a head office, never 'not stated'."""
    made = graph(
        ("party:a", "party:b", {"countries": ["NL"], "access_from": ["IN"]}), ("party:a", "party:c", {})
    )
    made.nodes["party:c"]["country"] = "US"
    shown = picture(made, language="en", on=ON)

    assert "b NL access: IN" in words(group(shown, "party:b"))
    assert "US" not in words(group(shown, "party:c"))


def test_a_category_without_names_is_dashed() -> None:
    """Its outline is dashed and its description says so."""
    made = picture(bakery(), language="en", on=ON)
    frame = group(made, "party:print").shapes[0]

    assert isinstance(frame, Box)
    assert frame.dash == UNNAMED
    assert "not named" in group(made, "party:print").description


def test_the_legend_explains_what_is_used_and_nothing_else() -> None:
    """No transfer, no word about transfers."""
    plain = words(group(drawn(("party:a", "party:b", {})), "legend"))
    whole = words(group(picture(bakery(), language="en", on=ON), "legend"))

    for meaning in (
        "leaves the European",
        "may happen",
        "not named",
        "data subjects",
        "outside the EEA",
        "accessed",
    ):
        assert meaning in whole
        assert meaning not in plain
    assert "IN = India" in whole


def test_keys_stay_when_others_come() -> None:
    """A script that remembers a flow finds it again in a larger register."""
    one = ("party:a", "party:b", {})
    other = ("party:a", "party:b", {"role": ["controller"]})
    few, many = drawn(one), drawn(other, ("party:c", "party:a", {}), one)

    assert {g.key for g in few.groups} <= {g.key for g in many.groups}


def test_an_empty_register_is_told_in_words() -> None:
    """Without flows there is a picture that says so, with its title and its date."""
    made = drawn(language="nl")

    assert "geen stromen" in words(group(made, "empty"))
    assert "2026-05-03" in words(group(made, "title"))
    assert "Bakkerij" in made.title


def test_the_reader_gets_their_own_language() -> None:
    """A name in several languages is shown in the reader's; a known term in theirs too."""
    made = graph(("party:a", "party:b", {"role": ["controller"], "processing": ["hosting"]}))
    made.nodes["party:b"]["name"] = {"nl": "Rijk", "fr": "État"}

    assert "État" in words(group(picture(made, language="fr", on=ON), "party:b"))
    assert "responsable du traitement" in words(group(picture(made, language="fr", on=ON), "flow:"))
    assert "Rijk" in words(group(picture(made, language="de", on=ON), "party:b"))


@pytest.mark.parametrize("room", [300.0, 700.0, 5000.0])
def test_a_picture_fits_the_room_it_is_given(room: float) -> None:
    """It becomes narrower or smaller as needed, never larger."""
    natural = picture(bakery(), language="de", on=ON)
    fitted = picture(bakery(), language="de", on=ON, width=room)

    assert fitted.width <= min(room, natural.width) + 1e-6
    assert fitted.title == natural.title
    assert [one.key for one in fitted.groups] == [one.key for one in natural.groups]


def test_a_title_of_ones_own() -> None:
    """A title that is given is used."""
    assert picture(bakery(), language="de", on=ON, title="Kette").title == "Kette"


def test_a_name_of_40_000_characters() -> None:
    """A box shows its beginning; the description has it all."""
    made = graph(("party:a", "party:b", {}))
    made.nodes["party:b"]["name"] = "x" * 40_000
    one = group(picture(made, language="en", on=ON), "party:b")

    assert len(words(one)) < 300
    assert "x" * 40_000 in one.description


@pytest.mark.parametrize(
    ("facts", "fill"),
    [({}, "#2b6b3a"), ({"role": []}, PAPER), ({"role": ["processor", "controller"]}, PAPER)],
)
def test_an_open_role_has_a_hollow_head(facts: dict[str, Any], fill: str) -> None:
    """What is not known is told by a shape as well."""
    (head,) = [
        s for s in group(drawn(("party:a", "party:b", facts)), "flow:").shapes if isinstance(s, Polygon)
    ]

    assert fill == head.fill


def test_a_drawn_flow_knows_its_edges() -> None:
    """The keys of the edges it stands for, and no other group has any."""
    made = drawn(("party:a", "party:b", {}), ("party:a", "party:b", {}), ("party:b", "party:c", {}))

    assert {("0", "1"), ("2",)} == {one.edges for one in made.groups if one.key.startswith("flow:")}
    assert not any(one.edges for one in made.groups if not one.key.startswith("flow:"))


def large(count: int) -> Any:
    """A holder, its processors and theirs, in a few countries, one line in four with another sender too."""
    flows = [
        (
            f"party:{'a' if at < count // 3 else f'p{at // 3}'}",
            f"party:p{at}",
            {"countries": [["NL"], ["US"], ["IE"]][at % 3]},
        )
        for at in range(count - 1)
    ]
    flows += [(f"party:p{at}", f"party:p{at + count // 3}", {}) for at in range(0, count // 3, 4)]
    made = graph(*flows)
    for at in range(count - 1):
        made.nodes[f"party:p{at}"].update(
            name=f"Loonwijzer Salaris NV {at}", country=["NL", "US", "IE", ""][at % 4]
        )
    for _, _, facts in made.edges(data=True):
        facts.update(general=False, customers=[], path="x")
    return made


def test_sixty_parties_can_be_read_on_a_sheet() -> None:
    """Printed on A3, whichever way fits better, no text is smaller than 5.5 points."""
    made = picture(large(60), language="nl", on=ON)
    smallest = min(s.size for one in made.groups for s in one.shapes if isinstance(s, Words))
    scale = max(min(1.0, w / made.width, h / made.height) for w, h in ((1150.0, 802.0), (802.0, 1150.0)))

    assert smallest * scale >= 5.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_parties_that_stand_together_are_told(language: str) -> None:
    """The subtitle says how many, the box says how many and of what, its description names them all."""
    folded = fold(large(90), "country")
    made = picture(folded, language=language, on=ON)
    names = folded.nodes["fold:country:US"]["names"]

    together = sum(len(facts.get("folded", [])) for _, facts in folded.nodes(data=True))
    title, box = (words(group(made, key)).replace("\u00a0", " ") for key in ("title", "fold:country:US"))
    assert f" {together} " in title
    assert f": {len(names)}" in box
    assert all(name in group(made, "fold:country:US").description for name in names)
    pile = group(made, "fold:country:IE").shapes
    assert 3 == sum(isinstance(shape, Box) and shape.width > 100 for shape in pile)


def test_one_party_is_no_stack() -> None:
    """A country with one party is one frame; and a flow between countries keeps the role of its recipient."""
    flow = ("party:a", "party:b", {"countries": ["DE"], "general": False, "customers": [], "path": "x"})
    made = picture(countries(graph(flow)), language="en", on=ON)

    assert 1 == sum(isinstance(one, Box) and one.width > 100 for one in group(made, "fold:place:DE").shapes)
    assert "several parties" not in words(group(made, "legend"))
    assert "processor" in words(group(made, "flow:"))


def test_a_country_outside_the_eea_looks_different() -> None:
    """On the map of countries those outside have cut corners, and the legend says so."""
    made = picture(countries(large(20)), language="en", on=ON)

    assert isinstance(group(made, "fold:place:US").shapes[0], Polygon)
    assert isinstance(group(made, "fold:place:IE").shapes[0], Box)
    assert "several parties shown as one" in words(group(made, "legend"))
    assert "undecided" not in words(group(made, "legend"))


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 25), st.sampled_from(LANGUAGES))
def test_nothing_overlaps_where_parties_stand_together(count: int, language: str) -> None:
    """Piles keep to their room like boxes do."""
    for made in (countries(large(count)), fold(large(count), most=3)):
        shown = picture(made, language=language, on=ON)
        boxes = []
        for one in shown.groups:
            if one.key.startswith(("party:", "fold:")):
                found = [s for s in one.shapes if isinstance(s, Box)]
                corners = [p for s in one.shapes if isinstance(s, Polygon) for p in s.points]
                corners += [
                    (s.x + dx * s.width, s.y + dy * s.height) for s in found for dx in (0, 1) for dy in (0, 1)
                ]
                xs, ys = zip(*corners, strict=True)
                boxes.append((min(xs), min(ys), max(xs), max(ys)))
        assert [
            pair
            for pair in combinations([*boxes, *frames(shown)], 2)
            if overlap(*pair) and pair[0] != pair[1]
        ] == []
