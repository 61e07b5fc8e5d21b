"""SVG: well formed whatever the text, alone, accessible, the same each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from xml.etree import ElementTree

from hypothesis import given, settings
from tests.drawing.graphs import bakery
from tests.drawing.test_picture import pictures

from ropa.drawing import Box, Group, Picture, Words, picture, svg

ON = date(2026, 5, 3)
NS = "{http://www.w3.org/2000/svg}"


def shown(text: str) -> Picture:
    """A picture with one text everywhere."""
    return Picture(10, 10, text, text, "nl", (Group(text, text, (Words(1, 2, text, 8),)),))


@settings(deadline=None, max_examples=40)
@given(pictures())
def test_every_picture_is_well_formed(made: Picture) -> None:
    """Each shape is one element, each group one group with its key."""
    root = ElementTree.fromstring(svg(made))
    groups = root.findall(f"{NS}g")

    assert [one.key for one in made.groups] == [one.get("data-key") for one in groups]
    for one, element in zip(made.groups, groups, strict=True):
        assert len(one.shapes) == len([child for child in element if child.tag != f"{NS}title"])


def test_a_flow_names_the_edges_it_stands_for() -> None:
    """As a JSON list, whatever their keys are."""
    made = Picture(1, 1, "", "", "en", (Group("flow:x", "", (), ('a"<', "b c")),))
    (element,) = ElementTree.fromstring(svg(made)).findall(f"{NS}g")

    assert ['a"<', "b c"] == json.loads(str(element.get("data-edges")))


def test_hostile_text_stays_text() -> None:
    """Markup is escaped, what XML cannot hold is replaced, other scripts are kept."""
    text = "\"'<script>alert(1)</script>&amp;]]>\x00\ud800\u202e漢字"
    root = ElementTree.fromstring(svg(shown(text)))
    kept = "\"'<script>alert(1)</script>&amp;]]>\ufffd\ufffd\ufffd漢字"

    assert [kept] == [element.text for element in root.iter(f"{NS}text")]
    assert list(root.iter(f"{NS}script")) == []
    assert kept == root.find(f"{NS}g").get("data-key")  # type: ignore[union-attr]


def test_it_runs_nothing_and_fetches_nothing() -> None:
    """Only drawing elements; no style, link, event or address."""
    root = ElementTree.fromstring(svg(picture(bakery(), language="fr", on=ON)))
    names = {element.tag.removeprefix(NS) for element in root.iter()}
    attributes = {name for element in root.iter() for name in element.attrib}

    assert names <= {"svg", "g", "title", "desc", "rect", "path", "polygon", "text"}
    assert not [name for name in attributes if name.startswith("on") or "href" in name or name == "style"]


def test_it_can_be_read_aloud() -> None:
    """The root is an image with a name, a description and a language; each party and flow has its title."""
    made = picture(bakery(), language="nl", on=ON)
    root = ElementTree.fromstring(svg(made))
    title, description = root.findall(f"{NS}title")[0], root.findall(f"{NS}desc")[0]

    assert root.get("role") == "img"
    assert root.get("lang") == "nl"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert made.title == title.text
    assert "werknemers" in str(description.text)
    for element in root.findall(f"{NS}g"):
        if element.get("class") in {"party", "people", "flow", "legend"}:
            assert element.find(f"{NS}title") is not None


def test_numbers_are_short() -> None:
    """Two decimals, no zeros to no purpose."""
    box = Box(0.123456, -0.0001, 10.0, 1 / 3, fill="#ffffff")

    assert '<rect x="0.12" y="0" width="10" height="0.33" fill="#ffffff"/>' in svg(
        Picture(1, 1, "", "", "en", (Group("k", "", (box,)),))
    )


def test_the_same_picture_gives_the_same_text_in_every_run() -> None:
    """The order of sets must not leak into the file."""
    code = (
        "import sys; sys.path.insert(0, '.')\n"
        "from datetime import date\n"
        "from ropa.drawing import picture, svg\n"
        "from tests.drawing.graphs import bakery\n"
        "sys.stdout.buffer.write(svg(picture(bakery(), language='de', on=date(2026, 5, 3))).encode())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert runs[0]
    assert runs[0] == runs[1]
