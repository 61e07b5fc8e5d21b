"""Questions that follow from the findings of a check: each finding that concerns a vendor is one to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from ropa.letters.dealings import Dealings
from ropa.letters.of_gaps import OF_GAPS, of_gap
from ropa.letters.point import Point
from ropa.model import PEOPLE, Hop
from ropa.model.hop import between
from ropa.rules import Finding
from ropa.rules.controlled import controlled
from ropa.rules.guarded import certified, guarded
from ropa.rules.recipients.place_not_recorded import ASIDE
from ropa.sharing.engagement import binds

GROUND = (
    "transfer-without-ground",
    "adequacy-not-in-force",
    "listing-not-recorded",
    "listing-without-staff-data",
    "outside-scope-of-decision",
    "privacy-shield-after-its-end",
    "safe-harbour-after-its-end",
    "clauses-out-of-use",
    "article-28-clauses-as-ground",
    "binding-rules-beyond-group",
    "grounds-undecided",
)
"""Rules about transfers whose ground is open, or does not hold as it is recorded."""
OF_FLOWS: Mapping[str, str] = {
    "role-open": "role",
    "processor-role-doubtful": "role-doubtful",
    "processor-without-agreement": "agreement",
    "agreement-silent-on-processing": "agreement",
    "joint-controllers-without-arrangement": "arrangement",
    "onward-transfer-open": "places",
    "destination-not-identified": "places",
    **dict.fromkeys(GROUND, "ground"),
    "clauses-not-identified": "clauses",
    "clauses-not-fitting": "clauses",
    "safeguard-without-document": "paper",
    "transfer-not-assessed": "assessment",
}
"""Rules about flows, and what a vendor is asked for each."""
OF_AGREEMENTS: Mapping[str, str] = {
    "agreement-ended": "agreement-ended",
    "agreement-undated": "agreement-undated",
    "contract-on-condition": "agreement-on-condition",
    "sub-processing-not-regulated": "sub-processors",
    "authorisation-without-notice": "notice",
    **{name: topic for name, topic in OF_FLOWS.items() if topic in ("ground", "clauses", "assessment")},
}
"""Rules about agreements."""
SILENT = ("place-not-recorded", "transfer-not-excluded")
"""Rules about where the data are: told once for several flows."""
MEASURES = "measures-of-processors-not-recorded"
PLACES = ("countries", "access_from")
"""Fields of a flow that say where its data are."""


def points(dealings: Dealings, finding: Finding) -> Iterator[Point]:
    """What a finding makes us ask, and whom; nothing where it is no vendor's to answer."""
    if finding.name in SILENT:
        yield from _places(dealings, finding)
    elif finding.name == MEASURES:
        yield from _measures(dealings, finding)
    elif finding.where.startswith("agreements.") and finding.name in OF_AGREEMENTS:
        yield from _paper(dealings, finding)
    elif finding.name in OF_GAPS:
        yield from of_gap(dealings, finding)
    elif finding.name in OF_FLOWS:
        topic = OF_FLOWS[finding.name]
        for hop in dealings.by_path.get(finding.where, ()):
            if topic == "agreement":
                yield from _contract(dealings, hop, finding.article)
            elif _fits(dealings, topic, hop):
                yield from dealings.point(hop, topic, finding.article)
        if topic == "arrangement":
            yield from _joint(dealings, finding)


def _contract(dealings: Dealings, hop: Hop, article: str) -> Iterator[Point]:
    """One question for each party that engages the processor and has no contract with it: one entry may be several."""
    register, holder = dealings.register, dealings.register.holder
    for engager in hop.controllers if hop.sender == PEOPLE else (hop.sender,):
        papers = hop.agreements
        if hop.sender == PEOPLE:
            papers = hop.flow.agreements or between(register, engager, hop.recipient, hop.activity)
        if any(binds(paper) and paper.holds(dealings.on) for paper in map(register.agreement, papers)):
            continue
        for one in dealings.point(hop, "agreement", article):
            if one.about:
                yield replace(one, article="28(4)")
            else:
                yield replace(one, engager="" if holder in (engager, hop.recipient) else engager)


def _fits(dealings: Dealings, topic: str, hop: Hop) -> bool:
    """Whether a finding at a path is about this flow: one entry may be several flows."""
    holder = dealings.register.holder
    tests: Mapping[str, Callable[[], bool]] = {
        "role": lambda: (
            len(hop.role) != 1 and not hop.returned and hop.recipient != holder and not _is_said(hop, "role")
        ),
        "role-doubtful": lambda: hop.is_processor and hop.recipient != holder,
        "places": lambda: _is_silent(hop),
    }
    return tests.get(topic, lambda: True)()


def _places(dealings: Dealings, finding: Finding) -> Iterator[Point]:
    kind, _, key = finding.where.partition(".")
    for hop in dealings.by_end.get((kind, key), ()):
        back = hop.source or hop.returned
        aside = back or hop.recipient == dealings.register.holder or ASIDE & set(hop.role)
        if hop.activity and not aside and _is_silent(hop):
            yield from dealings.point(hop, "places", finding.article)


def _is_silent(hop: Hop) -> bool:
    """Whether the register says nothing of where the data are, not even that there is nothing to say."""
    return not any(getattr(hop.flow, field) or _is_said(hop, field) for field in PLACES)


def _is_said(hop: Hop, field: str) -> bool:
    absence = hop.flow.absences.get(field)
    return absence is not None and absence.state != "unknown"


def _paper(dealings: Dealings, finding: Finding) -> Iterator[Point]:
    """A question about an agreement, to whoever of its parties deals with us; about the other where we are none."""
    register, topic = dealings.register, OF_AGREEMENTS[finding.name]
    key = finding.where.partition(".")[2]
    paper = register.agreement(key)
    flows = [hop for hop in register.flows() if key in hop.agreements and hop.activity]
    make = partial(
        Point,
        topic=topic,
        article=finding.article,
        subject=key,
        activities=tuple(dict.fromkeys((*(hop.activity for hop in flows), *paper.covers))),
        paths=(finding.where,),
    )
    others = [one for one in dict.fromkeys(paper.between) if one != register.holder]
    if register.holder in paper.between:
        yield from (make(to=one) for one in others if dealings.can_be_asked(one))
        return
    for hop in {(hop.sender, hop.recipient): hop for hop in flows}.values():
        for one in dealings.point(hop, topic, finding.article):
            yield make(to=one.to, about=one.about)


def _joint(dealings: Dealings, finding: Finding) -> Iterator[Point]:
    """Joint controllers of an activity: each of the others is asked."""
    for one in dealings.register.activities:
        if finding.where == f"activities.{one.key}":
            for key in dealings.register.controllers_of(one):
                if dealings.can_be_asked(key):
                    yield Point(
                        to=key,
                        topic="arrangement",
                        article=finding.article,
                        activities=(one.key,),
                        paths=(finding.where,),
                    )


def _measures(dealings: Dealings, finding: Finding) -> Iterator[Point]:
    """Each processor of ours of which neither a measure nor a certificate is on record."""
    register, on = dealings.register, dealings.on
    theirs = {measure.by for one in guarded(register, on) for _, measure in one.measures}
    own = {one.key for one in controlled(register, on).activities}
    for hop in dealings.hops:
        if not hop.is_processor or hop.sub_processor or hop.activity not in own or hop.recipient in theirs:
            continue
        party = register.party(hop.recipient)
        if not (certified(party, on) or any(one.holds(on) for one in party.security)):
            yield from dealings.point(hop, "measures", finding.article)
