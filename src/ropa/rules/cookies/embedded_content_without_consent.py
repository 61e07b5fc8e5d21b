"""Visitors' data go to platforms whose content is embedded, and no consent is on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import PEOPLE, Hop, Register
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.rule import Place, rule
from ropa.rules.told import parties

EMBEDDED = frozenset({"video-platform", "social-network", "advertising"})
"""Services whose content on a site sets cookies of its own."""
VISITORS = frozenset({"website-visitors", "app-users"})


@rule(
    "ROPA287",
    article="ePrivacy Directive 5(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="cookies",
    profile="accountability",
)
def embedded_content_without_consent(register: Register, on: date) -> Iterator[Place]:
    """Data go from visitors to a video, social or advertising platform, with no cookie and no consent to it on record.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: films, services: video-platform}]
    activities:
      - {key: site, data_subjects: website-visitors, flows: {sender: data-subjects, recipient: films, role: controller}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: films, services: video-platform}]
    activities:
      - key: site
        data_subjects: website-visitors
        flows: {sender: data-subjects, recipient: films, role: controller, legal_bases: consent}
    ```
    """
    sites = {one.key: one for one in controlled(register, on).activities if VISITORS & _words(one)}
    found: dict[str, list[str]] = {}
    for hop in register.flows(on=on):
        site = sites.get(hop.activity)
        if site and _is_embedded(register, hop) and not _is_consented(hop, site, on):
            found.setdefault(hop.path, []).append(hop.recipient)
    for path, keys in found.items():
        yield Place(path, {"parties": parties(register, keys)})


def _words(one: Controlled) -> set[str]:
    return {kind for kind in one.kinds if isinstance(kind, str)}


def _is_embedded(register: Register, hop: Hop) -> bool:
    offers = any(one in EMBEDDED for one in register.party(hop.recipient).services)
    return hop.sender == PEOPLE and not hop.is_processor and not hop.source and offers


def _is_consented(hop: Hop, site: Controlled, on: date) -> bool:
    """Whether consent is on record for the flow or the activity, or a cookie of that party, which has a rule of its own."""
    bases = [*hop.flow.legal_bases, *(at.value for at in site.bases())]
    cookies = site.seen.values("cookies", on)
    return any(one.basis is Basis.CONSENT for one in bases) or any(
        hop.recipient in (*cookie.set_by, *cookie.read_by) for cookie in cookies
    )
