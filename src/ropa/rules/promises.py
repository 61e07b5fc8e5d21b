"""Commitments that something in the register goes against: what was promised, and what speaks against it.

Only what the register states counts: that nothing else is recorded breaks no promise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from ropa.law import Basis, Role, Tables
from ropa.model import PEOPLE, Commitment, Hop, Register
from ropa.model.spot import segments
from ropa.model.text import Text
from ropa.rules.controlled import Aim, Controlled, controlled, item_of
from ropa.rules.lexicon import lexicon
from ropa.rules.minors import minors
from ropa.rules.naming import Fact, named
from ropa.transfer import Transfer, transfers

METADATA = (
    "metadata", "ip-address", "mac-address", "device-id", "device-data", "log-data", "usage-data", "location",
    "traffic-data", "call-metadata", "browsing-behaviour", "click-behaviour", "visitor-statistics", "email-opens",
)  # fmt: skip
PLACES = ("location", "travel-data")
PROFILES = ("marketing-profile", "credit-score")
OWN_USE = {"advertising", "media", "data-management-platform", "data-broker", "analytics", "social-network"}
"""Services of parties that as a rule use data for more than their sender asked."""
FOR_ADVERTISING = {"advertising", "media", "data-management-platform", "data-broker"}
INSIDE = {Role.PROCESSOR, Role.OWN_STAFF, Role.AUTHORITY_INQUIRY}
"""Who is no third party, or no recipient."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A commitment, and what goes against it."""

    path: str
    kind: str
    against: Fact


@dataclass(frozen=True, slots=True)
class Scene:
    """What a commitment covers: its activities, with what moves in them."""

    register: Register
    activities: Sequence[Controlled]
    hops: Mapping[str, Sequence[Hop]]
    transfers: Callable[[], Mapping[str, Sequence[Transfer]]]
    qualified: bool = False
    """Whether the commitment has words of its own, which may hold exceptions."""

    def sent(self) -> Iterator[Hop]:
        """What goes to parties who are not a processor, staff or an inquiring authority, as far as that is said."""
        for one in self.activities:
            for hop in self.hops.get(one.key, ()):
                inside = bool(hop.role) and INSIDE.issuperset(hop.role)
                if hop.sender != PEOPLE and not (hop.source or hop.returned or inside):
                    yield hop

    def serves(self, hop: Hop, services: set[str]) -> bool:
        """Whether the recipient offers one of these services."""
        return any(one in services for one in self.register.party(hop.recipient).services)


Against = Callable[[Scene], Fact | None]


def broken(register: Register, on: date, tables: Tables) -> Iterator[Broken]:
    """Each kind of commitment once for each activity or general entry that makes it."""
    ledger = controlled(register, on)
    mine = {one.key for one in ledger.activities}
    hops: dict[str, list[Hop]] = {}
    for hop in register.flows(on=on):
        if hop.activity in mine:
            hops.setdefault(hop.activity, []).append(hop)
    away = cache(lambda: _by_activity(register, on, tables))
    covered: dict[str, list[Controlled]] = {}
    for activity in ledger.activities:
        for said in activity.said:
            covered.setdefault(said.path, []).append(activity)
    holders = [(one.path, one.seen.activity.commitments, [one]) for one in ledger.activities]
    holders += [(one.path, one.general.commitments, covered.get(one.path, [])) for one in ledger.said]
    for path, commitments, activities in holders:
        if commitments:
            yield from _of(path, commitments, Scene(register, activities, hops, away), on)


def _by_activity(register: Register, on: date, tables: Tables) -> Mapping[str, Sequence[Transfer]]:
    found: dict[str, list[Transfer]] = {}
    for one in transfers(register, on=on, tables=tables):
        found.setdefault(one.activity, []).append(one)
    return found


def _of(path: str, commitments: Sequence[Commitment], scene: Scene, on: date) -> Iterator[Broken]:
    told = set()
    for end, one in zip(segments(commitments), commitments, strict=True):
        kind = one.kind if isinstance(one.kind, str) else ""
        if kind not in AGAINST or kind in told or not one.holds(on):
            continue
        against = AGAINST[kind](
            Scene(scene.register, scene.activities, scene.hops, scene.transfers, bool(one.text))
        )
        if against:
            told.add(kind)
            yield Broken(f"{path}.commitments.{end}", kind, against)


def _parties(scene: Scene, hops: Sequence[Hop]) -> Fact | None:
    names = [scene.register.party(hop.recipient).name or hop.recipient for hop in hops]
    return named(scene.register, names) if names else None


def _items(scene: Scene, kinds: Sequence[Text]) -> Fact | None:
    return named(scene.register, kinds, "personal-data") if kinds else None


def _aims(scene: Scene, aims: Sequence[Aim]) -> Fact | None:
    return named(scene.register, [one.words for one in aims]) if aims else None


def _leaving(scene: Scene) -> Fact | None:
    found = [away for one in scene.activities for away in scene.transfers().get(one.key, ())]
    countries = [away.country for away in found if away.country]
    if countries:
        return named(scene.register, countries, "countries")
    return (
        named(scene.register, [away.when for away in found if away.when])
        if any(away.when for away in found)
        else None
    )


def _shared(scene: Scene) -> Fact | None:
    """To whom data go: all that are controllers, or, where exceptions are made, those who use it for themselves."""
    found = [
        hop
        for hop in scene.sent()
        if _for_itself(scene, hop)
        or (not scene.qualified and Role.CONTROLLER in hop.role and not (hop.flow.when or hop.flow.possible))
    ]
    return _parties(scene, [hop for hop in found if not scene.register.party(hop.recipient).public_body])


def _for_itself(scene: Scene, hop: Hop) -> bool:
    return bool(hop.flow.purposes) or scene.serves(hop, OWN_USE)


def _shared_without(*bases: Basis) -> Against:
    def against(scene: Scene) -> Fact | None:
        return _parties(
            scene,
            [
                hop
                for hop in scene.sent()
                if _for_itself(scene, hop) and not any(one.basis in bases for one in hop.flow.legal_bases)
            ],
        )

    return against


def _served_by(services: set[str]) -> Against:
    return lambda scene: _parties(scene, [hop for hop in scene.sent() if scene.serves(hop, services)])


def _for_other_purposes(scene: Scene) -> Fact | None:
    return _parties(scene, [hop for hop in scene.sent() if hop.flow.purposes])


def _held(kinds: Sequence[str]) -> Against:
    return lambda scene: _items(
        scene, [item_of(at).kind for one in scene.activities for at in one.items if item_of(at).kind in kinds]
    )


def _special(scene: Scene) -> Fact | None:
    items = [item_of(at) for one in scene.activities for at in one.items]
    return _items(scene, [item.kind for item in items if item.says("special") or item.says("reveals")])


def _children(scene: Scene) -> Fact | None:
    found = [kind for one in scene.activities for kind in minors(one)]
    return named(scene.register, found, "data-subjects") if found else None


def _deciding(scene: Scene) -> Fact | None:
    found = [one.seen.activity for one in scene.activities]
    names = [
        one.name or one.key for one in found if one.automated_decisions and one.automated_decisions.exists
    ]
    return named(scene.register, names) if names else None


def _marketing(scene: Scene) -> list[Aim]:
    words = lexicon("principles", "marketing")
    return [aim for one in scene.activities for aim in one.aims if words.finds(aim.words)]


def _marketing_without_consent(scene: Scene) -> Fact | None:
    found = [aim for aim in _marketing(scene) if aim.bases and not aim.rests_on(Basis.CONSENT)]
    return _aims(scene, found)


def _measured_by_others(scene: Scene) -> Fact | None:
    if not any(scene.serves(hop, {"analytics"}) for hop in scene.sent()):
        return None
    return _held(("visitor-statistics", "usage-data", "browsing-behaviour"))(scene)


AGAINST: Mapping[str, Against] = {
    "no-transfer-outside-eea": _leaving,
    "no-transfer-outside-eu": _leaving,
    "no-sale": _served_by({"data-broker"}),
    "no-rental": _served_by({"data-broker"}),
    "no-disclosure": _shared,
    "disclosure-only-if-needed": _served_by(FOR_ADVERTISING),
    "disclosure-only-with-consent": _shared_without(Basis.CONSENT),
    "disclosure-only-if-required": _shared_without(Basis.LEGAL_OBLIGATION),
    "no-other-purpose": _for_other_purposes,
    "only-on-instructions": _for_other_purposes,
    "no-metadata": _held(METADATA),
    "no-location-data": _held(PLACES),
    "no-special-categories": _special,
    "no-children": _children,
    "no-profiling": _held(PROFILES),
    "no-automated-decisions": _deciding,
    "no-direct-marketing": lambda scene: _aims(scene, _marketing(scene)),
    "no-advertising": _served_by({"advertising"}),
    "marketing-only-with-consent": _marketing_without_consent,
    "anonymous-statistics": _measured_by_others,
}
"""What goes against each kind of commitment."""
