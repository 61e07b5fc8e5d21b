"""The forms in which the sharing graph leaves: what stands in each, and that nothing a stranger wrote is more than text."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from tests.formats.graph.hostile import every_text, graphs, story
from tests.strategies import thorough

from ropa.errors import UnknownLanguage
from ropa.formats.graph import cytoscape, dot, form, graphml, mermaid, node_link
from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.sharing import around, sharing_graph

WRITERS = {"graphml": graphml, "node-link": node_link, "cytoscape": cytoscape, "dot": dot, "mermaid": mermaid}
Graph = nx.MultiDiGraph  # of text


def holdable(text: str) -> str:
    """What XML 1.0 leaves of a text, by its own definition."""
    kept = "\t\n\r"
    return "".join(
        one
        if one in kept or (" " <= one <= "\ufffd" and not "\ud800" <= one <= "\udfff") or one > "\uffff"
        else "\ufffd"
        for one in text
    )


def as_text(value: Any) -> Any:
    """A value as GraphML has it."""
    return (
        value if isinstance(value, bool) else holdable(value if isinstance(value, str) else json.dumps(value))
    )


def same(value: Any, read: Any) -> bool:
    """Whether an attribute came back: text as it was, the rest as the same JSON."""
    if isinstance(value, (str, bool)):
        return bool(as_text(value) == read)
    return bool(json.loads(read) == value)


def read_graphml(text: str) -> Any:
    return nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)


class TestEveryForm:
    """What holds for all."""

    @pytest.mark.parametrize("name", WRITERS)
    def test_is_deterministic_and_utf8(self, name: str) -> None:
        """The same graph gives the same text, and a file can hold it."""
        write = WRITERS[name].write

        assert write(every_text(), language="nl").encode() == write(every_text(), language="nl").encode()

    @pytest.mark.parametrize("name", WRITERS)
    def test_speaks_to_its_reader(self, name: str) -> None:
        """Labels are in the language asked for; node-link JSON has none; no form speaks what the glossary does not."""
        said = {WRITERS[name].write(story(), language=one) for one in LANGUAGES}

        assert len(said) == (1 if name == "node-link" else len(LANGUAGES))
        with pytest.raises(UnknownLanguage):
            WRITERS[name].write(story(), language="pt")

    @pytest.mark.parametrize("name", WRITERS)
    @pytest.mark.parametrize("data", [{}, {"holder": "us"}], ids=["nothing", "holder"])
    def test_almost_nothing(self, name: str, data: dict[str, Any]) -> None:
        """A register that says nothing has a graph too."""
        assert form.write(sharing_graph(Register.of(data), date(2026, 11, 22)), name, language="en").endswith(
            "\n"
        )

    @pytest.mark.parametrize("name", ["dot", "mermaid", "node-link", "cytoscape"])
    def test_nothing_acts_unseen(self, name: str) -> None:
        """No control character, no mark of direction and no lone surrogate stands bare in a file."""
        text = WRITERS[name].write(every_text(), language="en")

        assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text) == []

    def test_a_part(self, bakery: Register, on: date) -> None:
        """One party's flows, one activity, one kind of data; pictures leave out who takes no part."""

        def parties(name: str, **how: Any) -> int:
            return form.write(around(bakery, on=on, **how), name, language="en").count('"id": "party:')

        assert parties("node-link") == 11
        assert parties("node-link", party="postduif") == 2
        assert parties("node-link", activity="nieuwsbrief") == 2
        idle = Register.of({"holder": "us", "parties": [{"key": "us"}, {"key": "idle"}]})
        assert "idle" in form.write(sharing_graph(idle, on), "graphml", language="en")
        assert "idle" not in form.write(sharing_graph(idle, on), "dot", language="en")


class TestNodeLink:
    """JSON of networkx."""

    @thorough
    @given(graphs())
    def test_comes_back(self, made: Graph) -> None:
        """An equal graph: nodes, edges, keys, attributes and all."""
        read = nx.node_link_graph(json.loads(node_link.write(made, language="en")), edges="edges")

        assert nx.utils.graphs_equal(read, made)
        assert read.graph == made.graph

    def test_the_bakery(self, graph_of_bakery: Graph) -> None:
        """A real register's graph comes back equal, day and holder too."""
        read = nx.node_link_graph(json.loads(node_link.write(graph_of_bakery, language="en")), edges="edges")

        assert nx.utils.graphs_equal(read, graph_of_bakery)
        assert read.graph["on"] == "2026-11-21"


class TestGraphML:
    """XML that networkx reads."""

    @thorough
    @given(graphs())
    def test_comes_back(self, made: Graph) -> None:
        """The same nodes, edges and keys; every attribute as its text, its truth or its JSON."""
        read = read_graphml(graphml.write(made, language="en"))

        assert len(read) == len(made)
        whole = [key for key in made if holdable(key) == key]
        assert set(whole) <= set(read)
        for (key, facts), (got_key, got) in zip(made.nodes(data=True), read.nodes(data=True), strict=True):
            assert got_key == key or key not in whole
            assert {name for name, value in facts.items() if value is not None} | {"label"} == set(got)
            assert all(same(value, got[name]) for name, value in facts.items() if value is not None)
        flows = sorted(made.edges(keys=True, data=True), key=lambda one: json.dumps(one))
        for start, end, key, facts in flows:
            if {start, end} <= set(whole) and holdable(key) == key:
                got = read.edges[start, end, key]
                assert all(same(value, got[name]) for name, value in facts.items())
        assert read.number_of_edges() == len({(start, end, holdable(key)) for start, end, key, _ in flows})

    def test_types(self, graph_of_bakery: Graph) -> None:
        """Flags are boolean, everything else is string; every key is declared once for what has it."""
        root = ET.fromstring(graphml.write(graph_of_bakery, language="en"))
        space = "{http://graphml.graphdrawing.org/xmlns}"
        types = {
            (one.get("for"), one.get("attr.name")): one.get("attr.type") for one in root.iter(f"{space}key")
        }
        flags = {
            "named",
            "public_body",
            "begins",
            "sub_processor",
            "possible",
            "general",
            "is_source",
            "is_return",
        }

        assert {name for (_, name), kind in types.items() if kind == "boolean"} == flags
        assert set(types.values()) == {"boolean", "string"}
        assert len(types) == len(list(root.iter(f"{space}key")))

    def test_nodes_that_would_be_one_stay_two(self) -> None:
        """What XML cannot hold becomes U+FFFD, and a number where two keys would become the same."""
        made: Graph = nx.MultiDiGraph()
        made.add_nodes_from(["people:\x00", "people:\x01", "people:\ufffd"], kind="people")

        assert set(read_graphml(graphml.write(made, language="en"))) == {
            "people:\ufffd", "people:\ufffd#2", "people:\ufffd#3"
        }  # fmt: skip


class TestCytoscape:
    """Elements."""

    @thorough
    @given(graphs())
    def test_elements(self, made: Graph) -> None:
        """Every id once; every edge between nodes there are; every attribute of the graph unchanged."""
        elements = json.loads(cytoscape.write(made, language="en"))["elements"]
        nodes = {one["data"]["id"]: one["data"] for one in elements["nodes"]}
        edges = {one["data"]["id"]: one["data"] for one in elements["edges"]}

        assert list(nodes) == list(made)
        assert len(edges) == len(elements["edges"]) == made.number_of_edges()
        assert nodes.keys().isdisjoint(edges)
        for key, facts in made.nodes(data=True):
            assert {name: nodes[key][name] for name in facts} == facts
        for one in edges.values():
            facts = made.edges[one["source"], one["target"], one["key"]]
            assert {name: one[name] for name in facts} == facts

    def test_classes(self) -> None:
        """Roles and marks can be styled."""
        elements = json.loads(cytoscape.write(story(), language="en"))["elements"]
        classes = {one["data"]["target"]: one["classes"] for one in elements["edges"]}

        assert classes["party:print"] == "processor controller possible open"
        assert classes["party:help"] == "sub-processor leaves"
        assert {"people", "controller", "sub-processor"} <= {one["classes"] for one in elements["nodes"]}


class TestDot:
    """Text for Graphviz."""

    STRING = re.compile(r'"(?:[^"\\]|\\.)*"(?: \+ "(?:[^"\\]|\\.)*")*', re.DOTALL)

    @thorough
    @given(graphs())
    def test_is_a_line_for_each_thing(self, made: Graph) -> None:
        """Outside of quoted strings nothing stands but our own words; no line is begun or ended by a stranger."""
        text = dot.write(made, language="en")
        bare = {self.STRING.sub('""', line) for line in text.splitlines()[4:-1]}

        assert text.count("\n") == 5 + len(made) + made.number_of_edges()
        assert all(re.fullmatch(r'  ""( -> "")? \[(\w+="", )*\w+=""\];', line) for line in bare)
        assert (
            re.findall(
                r"&(?!amp;)", re.sub(r'^  "(?:[^"\\]|\\.)*"( -> "(?:[^"\\]|\\.)*")?', "", text, flags=re.M)
            )
            == []
        )

    def test_marks(self) -> None:
        """Shapes by role, dashes for what may happen, an open head for an open role, weight for what leaves the EEA."""
        lines = dot.write(story(), language="en").splitlines()

        def line(start: str) -> str:
            (found,) = (one for one in lines if one.strip().startswith(start))
            return found

        assert 'shape="ellipse"' in line('"people:employees" [')
        assert 'peripheries="2"' in line('"party:cloud" [')
        assert 'style="filled,dashed"' in line('"party:print" [')
        assert 'style="dashed"' in line('"party:a" -> "party:bank"')
        assert 'style="dashed"' not in line('"party:a" -> "party:pay"')
        assert 'arrowhead="onormal"' in line('"party:a" -> "party:agent"')
        assert 'penwidth="2.4"' in line('"party:cloud" -> "party:help"')
        assert 'rankdir="LR"' in lines[1]


class TestMermaid:
    """A flowchart."""

    LINE = re.compile(
        r"  (n\d+(\(\[|\[\[?|\(|\{\{)\"[^\"]*\"(\]\)|\]\]?|\)|\}\})"
        r"|n\d+ (-->|-\.->)(\|\"[^\"]*\"\|)? n\d+"
        r"|classDef [\w-]+ [\w:#.,\- ]+|class n\d+(,n\d+)* [\w-]+|linkStyle [\d,]+ [\w:#.,-]+)"
    )

    @thorough
    @given(graphs())
    def test_is_a_line_for_each_thing(self, made: Graph) -> None:
        """Nothing but our own statements; in a label no character of Mermaid's, Markdown's or HTML's but in an entity."""
        lines = mermaid.write(made, language="en").splitlines()

        assert [*lines[::2][:2], lines[3]] == ["---", "---", "flowchart LR"]
        assert json.loads(lines[1].removeprefix("title: "))
        assert [line for line in lines[4:] if not self.LINE.fullmatch(line)] == []
        for label in re.findall(r'"(.*?)"', "\n".join(lines[4:])):
            rest = re.sub(r"#\d+;|<br/>", "", label)
            assert not set(rest) & set('#&;<>`*_[]{}|\\"%@:$!~^=?')

    def test_marks(self) -> None:
        """Shapes and classes by role, dots for what may happen, weight for what leaves the EEA."""
        text = mermaid.write(story(), language="en")

        assert re.search(r'n\d+\(\["employees<br/>data subjects"\]\)', text)
        assert re.search(r'n\d+\[\["cloud<br/>', text)
        assert text.count("-.->") == 2
        assert re.search(r"class (n\d+,?)+ sub-processor", text)
        assert re.search(r"linkStyle \d+,\d+ stroke:#9c1c1c", text)

    @pytest.mark.parametrize("write", [mermaid.write, dot.write], ids=["mermaid", "dot"])
    def test_a_plain_name_stays_readable(self, write: Callable[..., str]) -> None:
        """Escapes are for what needs them."""
        made = story()
        made.nodes["party:pay"]["name"] = "Loonwijzer (Gent) N.V., 't Zand"

        assert "Loonwijzer (Gent) N.V., 't" in write(made, language="nl")
