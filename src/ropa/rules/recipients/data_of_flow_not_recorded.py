"""Which data a party gets, or gives, is recorded as not known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Role
from ropa.model import PEOPLE, Hop, Register
from ropa.rules.controlled import controlled
from ropa.rules.rule import Place, rule
from ropa.rules.told import parties

ASIDE = (Role.OWN_STAFF, Role.AUTHORITY_INQUIRY)


@rule(
    "ROPA231",
    article="30(1)(d)",
    duty=Duty.GOOD_PRACTICE,
    theme="recipients",
    profile="accountability",
)
def data_of_flow_not_recorded(register: Register, on: date) -> Iterator[Place]:
    """A flow says itself that its data are not known: what a recipient gets, or what a source gives (Article 14(1)(d)).

    One finding for the flows to recipients that stand together, one for those from sources.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: helper}]
    activities:
      - {key: orders, flows: [{recipient: helper, absences: {personal_data: {unknown: "Part of them, we are told"}}}]}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: helper}]
    activities: [{key: orders, personal_data: [name, address], flows: [{recipient: helper, personal_data: name}]}]
    ```
    """
    mine = {one.key for one in controlled(register, on).activities}
    found: dict[tuple[str, bool], list[Hop]] = {}
    for hop in register.flows(on=on):
        if hop.activity in mine and _is_unknown(hop):
            found.setdefault((hop.path.rpartition(".flows.")[0], hop.source), []).append(hop)
    for (around, source), hops in found.items():
        paths = {hop.path for hop in hops}
        at = paths.pop() if len(paths) == 1 else around
        names = parties(register, [hop.sender if source else hop.recipient for hop in hops])
        if source:
            yield Place(
                at,
                {"party": names},
                article="14(1)(d)",
                duty=Duty.SHALL,
                certainty=Certainty.LIKELY,
                of="source",
            )
        else:
            yield Place(at, {"party": names})


def _is_unknown(hop: Hop) -> bool:
    absence = hop.flow.absences.get("personal_data")
    aside = bool(hop.role) and set(ASIDE).issuperset(hop.role)
    return absence is not None and absence.state == "unknown" and hop.sender != PEOPLE and not aside
