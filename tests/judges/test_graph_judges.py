"""Each form of the sharing graph is read back by the program it is for: Graphviz, Mermaid, Cytoscape, and an XML parser.

networkx reads its two forms in `tests/formats/graph`, since it is always there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from tests.formats.graph.hostile import HOSTILE, every_text, graphs, story
from tests.judges.browser import PROGRAMS, WEB, Seen, needs_browser, node, open_page

from ropa.formats.graph import cytoscape, dot, graphml, mermaid
from ropa.formats.graph.told import told
from ropa.typeface import printable

SVG = "{http://www.w3.org/2000/svg}"
LIVE = "svg script, svg a, svg i, svg img, svg b, svg em, svg strong, svg code, svg ul, svg ol, svg iframe"
"""What a stranger's text could have become in a drawing."""
Graph = nx.MultiDiGraph  # of text


def needs(program: str) -> pytest.MarkDecorator:
    absent = shutil.which(program) is None and os.environ.get("ROPA_JUDGES") != "required"
    return pytest.mark.skipif(absent, reason=f"{program} is not installed")


def bare(text: str) -> str:
    """A text without white space, as lines are broken differently everywhere."""
    return "".join(text.split())


def run(*command: str, said: str) -> str:
    done = subprocess.run(command, input=said, capture_output=True, encoding="utf-8", check=False)

    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def strange() -> Graph:
    """A graph of every hostile text that shows something."""
    return every_text()


def shown(text: str) -> str:
    """What a drawing shows of a hostile name: it is shortened, and what cannot be shown is U+FFFD."""
    text = printable(text, any_script=True)
    return bare(text if len(text) <= 120 else f"{text[:119]}…")


class TestGraphviz:
    """`dot` draws it."""

    @needs("dot")
    def test_draws_every_text(self, strange: Graph) -> None:
        """Without a complaint; each party's name stands in its node, letter for letter, and nothing became markup."""
        drawing = ET.fromstring(run("dot", "-Tsvg", said=dot.write(strange, language="en")))
        words = {
            one.findtext(f"{SVG}title"): bare(
                "".join("".join(line.itertext()) for line in one.iter(f"{SVG}text"))
            )
            for one in drawing.iter(f"{SVG}g")
            if one.get("class") == "node"
        }

        assert len(words) == len(strange)
        for number, text in enumerate(HOSTILE):
            assert words[f"party:p{number}"].startswith(shown(text))
        assert {one.tag.removeprefix(SVG) for one in drawing.iter()} <= {
            "svg", "g", "title", "polygon", "ellipse", "path", "text", "a",
        }  # fmt: skip
        assert {name for one in drawing.iter(f"{SVG}a") for name in one.attrib if "href" in name} == set()

    @needs("dot")
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(graphs())
    def test_reads_what_was_written(self, made: Graph) -> None:
        """As many nodes and edges as the graph has, each edge between its own two nodes, and every attribute once."""
        read = json.loads(run("dot", "-Tdot_json", said=dot.write(made, language="fr")))
        names = [one["name"] for one in read.get("objects", ())]

        assert len(set(names)) == len(names) == len(made)
        place = {key: at for at, key in enumerate(made)}
        ends = [(one["tail"], one["head"]) for one in read.get("edges", ())]
        assert sorted(ends) == sorted((place[start], place[end]) for start, end, _ in made.edges(keys=True))
        assert read["rankdir"] == "LR"

    @needs("dot")
    def test_keys_are_kept(self) -> None:
        """A plain graph comes back with its keys."""
        read = json.loads(run("dot", "-Tdot_json", said=dot.write(story(), language="en")))

        assert [one["name"] for one in read["objects"]] == list(story())


@needs("xmllint")
def test_xmllint_accepts_the_graphml(strange: Graph) -> None:
    """Well-formed, whatever stands in it."""
    assert (
        run("xmllint", "--noout", "--nonet", "--huge", "-", said=graphml.write(strange, language="de")) == ""
    )


class TestCytoscape:
    """Cytoscape.js takes the elements."""

    @needs_browser
    def test_in_node(self, strange: Graph) -> None:
        """Without a screen: every node and edge, its data as they were written."""
        text = cytoscape.write(strange, language="nl")
        read = json.loads(node(WEB / "cytoscape.mjs", text, str(PROGRAMS)))
        written = json.loads(text)["elements"]

        for kind in ("nodes", "edges"):
            assert read[kind] == [{**one["data"], "classes": one["classes"]} for one in written[kind]]
            assert len(read[kind]) >= len(HOSTILE)

    @needs_browser
    def test_in_a_page(self) -> None:
        """Laid out and drawn in Chromium, styled by its classes, without a complaint or a request."""
        script = """
            await load("cytoscape/dist/cytoscape.min.js");
            return await page.evaluate((told) => {
                document.body.innerHTML = '<div id="here" style="width: 900px; height: 600px"></div>';
                const graph = cytoscape({
                    container: document.getElementById("here"),
                    elements: told.elements,
                    layout: { name: "breadthfirst", directed: true },
                    style: [
                        { selector: "node", style: { label: "data(label)" } },
                        { selector: ".possible", style: { "line-style": "dashed" } },
                    ],
                });
                return {
                    nodes: graph.nodes().map((one) => [one.id(), one.style("label")]),
                    dashed: graph.edges().filter((one) => one.style("line-style") === "dashed").length,
                    boxes: graph.nodes().filter((one) => one.renderedWidth() > 0).length,
                    path: graph.elements().aStar({ root: graph.getElementById("party:a"),
                        goal: graph.getElementById("party:help"), directed: true }).path.map((one) => one.id()),
                };
            }, given);
        """
        written = json.loads(cytoscape.write(story(), language="nl"))
        seen = open_page(None, script, given=written)

        assert quiet(seen)
        assert seen.result["nodes"] == [
            [one["data"]["id"], one["data"]["label"]] for one in written["elements"]["nodes"]
        ]
        assert (seen.result["dashed"], seen.result["boxes"]) == (2, len(story()))
        assert seen.result["path"][::2] == ["party:a", "party:pay", "party:cloud", "party:help"]


def quiet(seen: Seen) -> bool:
    assert (seen.complaints, seen.requests) == ((), ())
    return True


DRAW = """
    await load("mermaid/dist/mermaid.min.js");
    return await page.evaluate(async ({ texts, live }) => {
        mermaid.initialize({ startOnLoad: false, maxTextSize: 1e7, maxEdges: 1e5 });
        const drawn = [];
        for (const text of texts) {
            const { diagramType } = await mermaid.parse(text);
            const { svg } = await mermaid.render(`drawn${drawn.length}`, text);
            document.body.innerHTML = svg;
            const words = (what) => [...document.querySelectorAll(what)].map((one) => one.textContent);
            drawn.push({ diagramType, nodes: words("g.node"), edges: words("g.edgeLabel"), title:
                words(".flowchartTitleText"), live: [...document.querySelectorAll(live)].map((one) => one.outerHTML) });
        }
        return drawn;
    }, given);
"""


def mermaids(*texts: str) -> list[dict[str, Any]]:
    seen = open_page(None, DRAW, given={"texts": texts, "live": LIVE})
    assert quiet(seen)
    drawn: list[dict[str, Any]] = seen.result
    return drawn


@needs_browser
class TestMermaid:
    """Mermaid draws it in Chromium."""

    def test_a_story(self) -> None:
        """A flowchart with its title, every party, and a label at every flow."""
        made = story()
        (drawn,) = mermaids(mermaid.write(made, language="en"))

        assert drawn["diagramType"].startswith("flowchart")
        assert drawn["title"] == ["Bakkerij: who shares personal data with whom · As at 2026-05-03"]
        assert len(drawn["nodes"]) == len(made)
        assert len([one for one in drawn["edges"] if one]) == made.number_of_edges()
        assert "cloudsub-processorNL" in drawn["nodes"]

    def test_every_text(self, strange: Graph) -> None:
        """Each name is shown letter for letter, and none has become markup, a link, an icon, a list or a statement."""
        (drawn,) = mermaids(mermaid.write(strange, language="en"))
        parties = [bare(one) for one in drawn["nodes"] if "data subjects" not in one]
        names = [shown(text).replace("ﬂ°", "fl°") for text in HOSTILE]

        assert drawn["live"] == []
        assert bare(drawn["title"][0]) == bare(told(strange, "en").title)
        assert len(drawn["nodes"]) == len(strange)
        assert [one for one, name in zip(parties, names, strict=True) if not one.startswith(name)] == []

    def test_any_graph(self) -> None:
        """Thirty graphs of anything at all, with as many nodes and edges drawn as there are."""
        made: list[Graph] = []

        @settings(
            max_examples=30,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(graphs())
        def gather(one: Graph) -> None:
            made.append(one)

        gather()
        drawn = mermaids(*(mermaid.write(one, language="fr") for one in made))

        assert len(made) >= 20
        assert [len(one["nodes"]) for one in drawn] == [len(one) for one in made]
        assert [one["live"] for one in drawn if one["live"]] == []


@needs_browser
def test_the_judges_can_say_no(tmp_path: Path) -> None:
    """The browser tells of errors, of requests, and of what becomes markup: a silent one would pass everything."""
    page = tmp_path / "page.html"
    page.write_text('<title>x</title><img src="http://example.org/a.png"><script>throw Error("no")</script>')
    seen = open_page(page, 'await load("axe-core/axe.min.js"); return await page.evaluate(() => axe.run())')
    drawn = open_page(None, DRAW, given={"texts": ['flowchart LR\n  n1["<b>b</b>"]'], "live": LIVE})

    assert seen.requests == ("http://example.org/a.png",)
    assert any("no" in one for one in seen.complaints)
    assert "image-alt" in {one["id"] for one in seen.result["violations"]}
    assert drawn.result[0]["live"] == ["<b>b</b>"]
