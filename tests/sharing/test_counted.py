"""How many flows a graph shows: each as the register states it."""

from __future__ import annotations

from datetime import date

from ropa.model import PEOPLE, Register
from ropa.sharing import sharing_graph
from ropa.sharing.counted import stated
from ropa.sharing.folding import fold

ON = date(2026, 6, 1)


def test_one_flow_of_two_groups_of_people_is_one() -> None:
    """Also where both groups are one box; and what has no flow at all is none."""
    given = {"sender": PEOPLE, "recipient": "shop"}
    groups = ["customers", "employees"]
    works = [
        {"key": "orders", "data_subjects": groups, "personal_data": "name", "flows": given},
        {"key": "wages", "data_subjects": groups, "personal_data": "name"},
    ]
    graph = sharing_graph(Register(holder="shop", parties=[{"key": "shop"}], activities=works), ON)

    for one in (graph, fold(graph, people=True)):
        assert len(stated(one.edges(keys=True, data=True))) == 1
