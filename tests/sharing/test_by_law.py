"""What is judged once for flows that are alike is what each of them is judged to be."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st

from ropa.model import Register
from ropa.sharing import sharing_graph
from ropa.transfer import Standing, transfers, unstated

ON = date(2026, 6, 1)
CODES = ("JP", "CA", "US", "GB")
DPF = {"scheme": "data-privacy-framework", "valid_from": "2024-01-01"}


@st.composite
def registers(draw: Any) -> Register:
    parties: list[dict[str, Any]] = [{"key": "us", "country": draw(st.sampled_from(("NL", "SE", "CH")))}]
    for number in range(3):
        one: dict[str, Any] = {"key": f"p{number}"}
        if (public := draw(st.sampled_from((None, True, False)))) is not None:
            one["public_body"] = public
        if draw(st.integers(0, 3)) == 0:
            one["certifications"] = [DPF]
        parties.append(one)
    flows = [
        {
            "key": f"f{number}",
            "recipient": draw(st.sampled_from(("p0", "p1", "p2"))),
            "sender": draw(st.sampled_from(("us", "p0", "data-subjects"))),
            "countries": draw(st.lists(st.sampled_from(CODES), unique=True, max_size=2)),
            "access_from": draw(st.lists(st.sampled_from(CODES), unique=True, max_size=1)),
            "grounds": draw(st.sampled_from(([], [], ["adequacy"], ["derogation-consent"]))),
            "data_subjects": draw(st.sampled_from(("customers", "employees"))),
        }
        for number in range(draw(st.integers(3, 8)))
    ]
    work = {
        "key": "work",
        "data_subjects": ["customers", "employees"],
        "personal_data": "name",
        "flows": flows,
    }
    return Register.of({"holder": "us", "parties": parties, "activities": [work]})


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(registers())
def test_each_flow_as_if_it_were_alone(register: Register) -> None:
    found: dict[str, tuple[set[str], set[str]]] = {}
    for one in transfers(register, on=ON):
        verdict = None if one.has_ground else unstated(register, one, on=ON)
        if verdict is not None:
            held = found.setdefault(one.path, (set(), set()))
            held[verdict.standing is not Standing.ADEQUATE].add(one.country)
    for _, _, facts in sharing_graph(register, ON).edges(data=True):
        if not facts["path"].endswith("work"):
            told = set(facts["adequate"]), set(facts["adequate_if"])
            assert told == found.get(facts["path"], (set(), set()))
