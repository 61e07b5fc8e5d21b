"""Where a recipient processes the data is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Role, Tables, in_eea
from ropa.model import Hop, Register, Seen
from ropa.rules.rule import Place, rule
from ropa.rules.told import activities, parties

PROMISES = {"no-transfer-outside-eea", "no-transfer-outside-eu"}
AUTHORITIES = {
    "authority",
    "supervisory-authority",
    "court",
    "police",
    "tax-authority",
    "social-security",
    "labour-inspectorate",
    "municipality",
    "company-register",
}
ASIDE = {Role.OWN_STAFF, Role.AUTHORITY_INQUIRY}


@rule(
    "ROPA173",
    article="30(1)(e)",
    duty=Duty.WHERE_APPLICABLE,
    certainty=Certainty.LIKELY,
    theme="recipients",
    profile="art30-strict",
)
def place_not_recorded(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """It is recorded neither where a recipient processes the data nor from where it reaches them, nor that nothing leaves the EEA.

    One finding for each recipient; for all of them together where they have one activity only. Asked of organisations and of
    processors; of categories of recipients in an open role where the register says nothing at all of places and transfers.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Host, country: NL}]
    activities: [{key: shop, name: Shop, flows: {recipient: host, role: processor}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Host, country: NL}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: NL}}
      - {key: wages, name: Wages, flows: {recipient: host, role: processor}, absences: {transfers: none}}
    ```
    """
    answered = {seen.activity.key for seen in register.seen() if _is_answered(seen, on)}
    placed = {one.operated_by for one in register.systems if one.countries}
    found: dict[str, dict[str, None]] = {}
    for hop in register.flows(on=on):
        silent = not (hop.flow.countries or hop.flow.access_from) and hop.activity not in answered
        if silent and hop.recipient not in placed and _concerns(register, hop, on, tables):
            found.setdefault(hop.recipient, {})[hop.activity] = None
    together: dict[tuple[str, ...], list[str]] = {}
    for key, held in found.items():
        together.setdefault((*held,) if len(held) == 1 else (*held, key), []).append(key)
    for about, keys in together.items():
        where = [one for one in about if one not in keys]
        at = f"activities.{where[0]}" if len(where) == 1 else f"parties.{keys[0]}"
        yield Place(at, {"recipient": parties(register, keys), "activities": activities(register, where)})
    if not found and not answered and not _is_told(register, on):
        open_ = [hop for hop in register.flows(on=on) if not hop.role and _may_leave(register, hop)]
        if open_:
            keys = [*dict.fromkeys(hop.recipient for hop in open_)]
            where = [*dict.fromkeys(hop.activity for hop in open_)]
            at = f"activities.{where[0]}" if len(where) == 1 else ""
            yield Place(at, {"recipient": parties(register, keys), "activities": activities(register, where)})


def _is_told(register: Register, on: date) -> bool:
    """Whether the register says anything of where data are, or of transfers."""
    return any(hop.flow.countries or hop.flow.access_from for hop in register.flows(on=on)) or any(
        seen.values("transfers", on) for seen in register.seen()
    )


def _may_leave(register: Register, hop: Hop) -> bool:
    one = register.party(hop.recipient)
    return bool(hop.activity) and not hop.source and one.named is False and one.country is None


def _is_answered(seen: Seen, on: date) -> bool:
    """Whether the activity declares that nothing leaves the EEA, or that this is being looked into."""
    said = [seen.activity.absences, *(general.absences for _, general in seen.at(on).generals)]
    promised = {one.kind for one in seen.values("commitments", on)}
    return any("transfers" in held for held in said) or bool(promised & PROMISES)


def _concerns(register: Register, hop: Hop, on: date, tables: Tables) -> bool:
    """Whether somebody would ask where: of one organisation, or of whoever is a processor."""
    one = register.party(hop.recipient)
    if hop.recipient in register.international_organisations:
        return False  # identified as Article 30(1)(e) asks: it is a destination itself
    if hop.source or hop.returned or hop.recipient == register.holder:
        return False
    if not hop.activity or ASIDE & set(hop.role):
        return False
    if one.public_body or AUTHORITIES & {word for word in one.services if isinstance(word, str)}:
        return False
    abroad = one.country is not None and not in_eea(one.country, on, tables)
    return not abroad and (one.named is not False or hop.is_processor)
