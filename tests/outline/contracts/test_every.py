"""What holds for all of them: in four languages, of any register, with nobody in it who does not belong there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.outline.contracts.deals import ON, everything, leads, office, shop
from tests.strategies import registers, thorough

from ropa.errors import UnknownEntry
from ropa.formats import html, pdf
from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.outline import Outline
from ropa.outline.contracts import processing_annex, scc_annex, sub_processors

Make = Callable[..., Outline]
ASKED: tuple[tuple[str, Make, Register, dict[str, Any]], ...] = (
    ("sub-processors", sub_processors, office(), {}),
    ("processors", sub_processors, shop(), {"apart": True}),
    ("agreement", processing_annex, shop(), {"agreement": "dpa"}),
    ("customer", processing_annex, office(), {"customer": "baker"}),
    ("clauses", scc_annex, shop(), {"agreement": "scc"}),
)
every = pytest.mark.parametrize(
    ("make", "register", "asked"), [one[1:] for one in ASKED], ids=[one[0] for one in ASKED]
)


@every
class TestEach:
    """Of the hand-made registers."""

    def test_in_four_languages(self, make: Make, register: Register, asked: dict[str, Any]) -> None:
        """Other words, the same sections."""
        made = [make(register, language=language, on=ON, **asked) for language in LANGUAGES]

        assert len({one.title for one in made}) == len(LANGUAGES)
        assert len({tuple(section.key for _, section in one.walk()) for one in made}) == 1

    def test_prints(self, make: Make, register: Register, asked: dict[str, Any]) -> None:
        """On paper and on screen, the same bytes twice."""
        out = make(register, language="fr", on=ON, **asked)
        pages = pdf.write(out, pictures=None)  # type: ignore[arg-type]

        assert pages.startswith(b"%PDF")
        assert pages == pdf.write(out, pictures=None)  # type: ignore[arg-type]
        assert out.title.replace("'", "&#39;") in html.write(out, pictures=None).replace("&#x27;", "&#39;")  # type: ignore[arg-type]

    def test_links_lead_somewhere(self, make: Make, register: Register, asked: dict[str, Any]) -> None:
        """Within the document; keys are unique."""
        out = make(register, language="en", on=ON, **asked)
        keys = [section.key for _, section in out.walk()]

        assert len(set(keys)) == len(keys)
        assert set(leads(out)) <= set(keys)

    def test_says_the_digest(self, make: Make, register: Register, asked: dict[str, Any]) -> None:
        """Where it is given."""
        assert "abc123" in everything(make(register, language="en", on=ON, digest="abc123", **asked))


FOUR = ("a", "b", "c", "d", "e", "f")
flows = st.lists(
    st.builds(
        lambda ends, role, customers, country: {
            "sender": ends[0], "recipient": ends[1], "role": role, "customers": customers, "countries": country,
        },
        st.tuples(st.sampled_from(FOUR), st.sampled_from(FOUR)),
        st.sampled_from(["processor", "processor", "controller", ["processor", "controller"]]),
        st.sampled_from([[], [], ["a"], ["b"]]),
        st.sampled_from(["NL", "US", []]),
    ),
    max_size=8,
    unique_by=lambda flow: (flow["sender"], flow["recipient"], str(flow["role"])),
)  # fmt: skip


@st.composite
def chained(draw: st.DrawFn) -> Register:
    """Six parties with names nobody mistakes, two customers, papers between all of them."""
    papers = [
        {"key": f"{kind[:3]}-{one}-{other}", "kind": kind, "between": [one, other], "sub_processors": "general-authorisation"}
        for kind in ("processing-agreement", "standard-contractual-clauses")
        for one in "ab"
        for other in "cd"
    ]  # fmt: skip
    activities = [
        {"key": key, "controllers": controllers, "personal_data": "name", "flows": draw(flows)}
        for key, controllers in (("one", ["a", "b"]), ("two", ["c"]))
    ]
    parties = [{"key": key, "name": f"Party <{key}>"} for key in FOUR]
    return Register.of({"holder": "c", "parties": parties, "agreements": papers, "activities": activities})


def named(out: Outline) -> set[str]:
    """Whose names stand in an outline, beside where it was drawn from."""
    told = everything(Outline(out.title, out.subtitle, out.language, out.on, (), "", out.sections))
    return {key for key in FOUR if f"Party <{key}>" in told}


def engaged(register: Register, party: str) -> set[str]:
    """Whoever is or may be engaged below a party as a processor, in any activity: a plain walk over the flows."""
    found: set[str] = set()
    waiting = [party]
    while waiting:
        sender = waiting.pop()
        new = {
            hop.recipient for hop in register.flows() if hop.sender == sender and "processor" in hop.role
        } - found
        found |= new
        waiting += new
    return found


class TestOfAnyChain:
    """Nobody appears who is not in it."""

    @thorough
    @given(chained())
    def test_a_list_names_only_the_chain(self, register: Register) -> None:
        """The party and who is below it at some time; a processor's list names nobody for whom it works."""
        for party in FOUR:
            out = sub_processors(register, language="en", on=ON, party=party)

            assert named(out) <= {party} | engaged(register, party)

    @thorough
    @given(chained())
    def test_an_annex_names_only_its_parties_and_below(self, register: Register) -> None:
        """Both ends of the agreement, and the processors below them."""
        for paper in register.agreements:
            for make in (processing_annex, scc_annex):
                try:
                    out = make(register, language="en", on=ON, agreement=paper.key)
                except UnknownEntry:
                    continue
                assert named(out) <= set(paper.between).union(
                    *(engaged(register, key) for key in paper.between)
                )

    @thorough
    @given(chained())
    def test_an_annex_for_one_customer_does_not_name_the_other(self, register: Register) -> None:
        """Unless that is itself a processor below."""
        for customer, other in (("a", "b"), ("b", "a")):
            try:
                out = processing_annex(register, language="en", on=ON, customer=customer)
            except UnknownEntry:
                continue

            assert other not in named(out) - engaged(register, "c")

    @thorough
    @given(registers())
    def test_any_register_at_all(self, register: Register) -> None:
        """Is printed, or it is told that there is no such thing."""
        asked: list[tuple[Make, dict[str, Any]]] = [
            (sub_processors, {"party": one.key}) for one in register.parties
        ]
        asked += [(processing_annex, {"customer": one.key}) for one in register.parties]
        asked += [
            (make, {"agreement": one.key})
            for make in (processing_annex, scc_annex)
            for one in register.agreements
        ]
        for make, how in asked:
            try:
                assert make(register, language="de", on=ON, **how).sections
            except UnknownEntry:
                continue
