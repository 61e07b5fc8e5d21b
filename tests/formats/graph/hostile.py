"""Sharing graphs in which every text is a stranger's: for the tests of the forms, and for their outside judges."""

from __future__ import annotations

from typing import Any

import networkx as nx
from hypothesis import strategies as st
from tests.drawing.graphs import bakery, graph, node
from tests.strategies import TRICKY

HOSTILE = (
    *TRICKY,
    "%%{init: {'theme': 'dark'}}%%", "%% hidden", "end", "subgraph", "direction LR", "a direction TB", "style a:b#c; d", "classDef x:#f;",
    '"] --> n1; click n1 href "javascript:alert(1)"', "click n1 callback", "@{ shape: x }", ":::people", "n1 --> n2", "fa:fa-car", "mdi:car",
    "`**b**`", "1. first", "2) second", "- [ ] to do", "* b", "+ c", "===", "# head", "> said", "    code", "```js", "| a | b |", "__init__", "~~e~~",
    "www.example.org/a", "https://example.org", "a@b.example", "![x](y) [z](javascript:1)", "$$x^2$$", "ﬂ°°60¶ß",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<br/>", "</data>", "]]>", "<!-- -->", "&nbsp;&#60;", "#60; #quot;",
    '"', '\\"', "\\N \\G \\E \\T \\l \\r", "a\\", "C:\\new", '"]; evil [label="', "<<b>x</b>>", "/* x", "// x", "\\\n", "node", "digraph {", "{a|<b> c}",
    "\ud800", "\udfff\ud800", "\uffff", "\x0b", "\x7f\x9b", "\u2066x", "x" * 40_000,
)  # fmt: skip
"""Texts that some medium takes for something else than text."""

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=12),
    st.text(st.sampled_from('"\\<>&#;:%`[](){}|*_-+.1nN \n\r\t'), max_size=12),
)
in_languages = texts | st.dictionaries(st.sampled_from(["nl", "fr"]), texts, min_size=1, max_size=2)
_words = st.lists(in_languages, max_size=2)
_roles = st.lists(st.sampled_from(["processor", "controller", "own-staff"]), unique=True, max_size=2)
_codes = st.lists(st.sampled_from(["NL", "US", "IN"]), unique=True, max_size=2)
_days = st.sampled_from(["", "2020-01-01", "2030-01-01"])
_facts = st.fixed_dictionaries(
    {
        "activity": texts,
        "activity_name": in_languages,
        "personal_data": _words,
        "data_subjects": _words,
        "role": _roles,
        "sub_processor": st.booleans(),
        "processing": _words,
        "countries": _codes,
        "access_from": _codes,
        "possible": st.booleans(),
        "when": in_languages,
        "valid_from": _days,
        "valid_until": _days,
        "is_source": st.booleans(),
        "is_return": st.booleans(),
    }
)
_nodes = st.lists(
    st.tuples(st.sampled_from(["party", "people"]), texts, in_languages), min_size=1, max_size=4
)


@st.composite
def graphs(draw: st.DrawFn) -> nx.MultiDiGraph[str]:
    """A few nodes and flows; keys, names and words are anything at all."""
    made = graph(register=draw(texts))
    made.graph["on"] = draw(st.sampled_from(["", "2026-11-22"]))
    for kind, key, name in draw(_nodes):
        node(made, f"{kind}:{key}", name=name, **({"named": draw(st.booleans())} if kind == "party" else {}))
    known = list(made)
    for key in draw(st.lists(texts, max_size=5)):
        ends = draw(st.sampled_from(known)), draw(st.sampled_from(known))
        made.add_edge(*ends, key=key, **_flow(**draw(_facts)))
    return made


def _flow(**changes: Any) -> dict[str, Any]:
    from tests.drawing.graphs import FLOW

    return FLOW | {"begins": False} | changes


def every_text(day: str = "2026-11-22") -> nx.MultiDiGraph[str]:
    """A chain in which each hostile text is a party, a group of people, and the label of a flow."""
    made = graph(register="".join(HOSTILE[:40]))
    made.graph["on"] = day
    for number, text in enumerate(HOSTILE):
        node(made, f"party:p{number}", name=text)
        node(made, f"people:{text}", name=text)
        made.add_edge(
            f"people:{text}", f"party:p{number}", key=text, **_flow(begins=True, role=[], activity_name=text)
        )
        if number:
            ends = f"party:p{number - 1}", f"party:p{number}"
            made.add_edge(
                *ends, key=text, **_flow(processing=[text], possible=True, when=text, activity=text)
            )
    return made


def story() -> nx.MultiDiGraph[str]:
    """The small story with every mark in it, on a day."""
    made = bakery()
    made.graph["on"] = "2026-05-03"
    return made
