"""Makes registers of any size for measuring, the same every time: one of many activities, one of long chains."""

from __future__ import annotations

from typing import Any

COUNTRIES = ("BE", "NL", "DE", "FR", "US", "IN", "IE", "GB")
DATA = (
    "name",
    "bank-account",
    "salary",
    "address",
    "email",
    "phone",
    "national-id",
    "health",
    "photo",
    "location",
)
BASES = ("contract", "legal-obligation", "consent", "legitimate-interests")
SERVICES = ("hosting-provider", "software-provider", "payment-provider", "analytics")


def register_data(activities: int) -> dict[str, Any]:
    """Plain data of a register with that many activities, a party for every ten of them, and three flows each.

    >>> data = register_data(10)
    >>> len(data["activities"]), sum(len(one["flows"]) for one in data["activities"])
    (10, 30)
    """
    parties = max(4, activities // 10)
    return {
        "ropa": 1,
        "language": "en",
        "holder": "party-0",
        "parties": [_party(number) for number in range(parties)],
        "agreements": [_agreement(number) for number in range(1, parties)],
        "activities": [_activity(number, parties) for number in range(activities)],
    }


def _party(number: int) -> dict[str, Any]:
    return {
        "key": f"party-{number}",
        "name": f"Company number {number}",
        "country": COUNTRIES[number % len(COUNTRIES)],
        "services": [SERVICES[number % len(SERVICES)]],
        "registration": [{"scheme": "kbo", "number": f"0{number:09d}"}],
        "contact": {"email": f"privacy-{number}@example.org", "address": f"Street {number}, Town"},
    }


def _agreement(number: int) -> dict[str, Any]:
    return {
        "key": f"paper-{number}",
        "kind": "processing-agreement",
        "between": ["party-0", f"party-{number}"],
        "signed": f"20{number % 20 + 10}-0{number % 9 + 1}-15",
        "sub_processors": "general-authorisation",
        "notice_days": "30",
    }


def _activity(number: int, parties: int) -> dict[str, Any]:
    data = [DATA[(number + place) % len(DATA)] for place in range(5)]
    first, second, third = (f"party-{1 + (number + step) % (parties - 1)}" for step in range(3))
    return {
        "key": f"activity-{number}",
        "name": f"Activity number {number}",
        "description": f"What happens in activity {number}, told in a sentence of some length.",
        "status": "active",
        "owner": f"department-{number % 20}",
        "purposes": [
            {
                "text": f"Purpose {number}",
                "legal_bases": [{"basis": BASES[number % len(BASES)], "law": "Some act, art. 3"}],
            },
            {"text": f"Second purpose {number}", "legal_bases": [BASES[(number + 1) % len(BASES)]]},
        ],
        "data_subjects": ["employees", "customers", {"kind": "applicants", "number": "100"}],
        "personal_data": [*data, {"kind": f"file-{number}", "required": "true"}],
        "flows": [
            _flow(None, first, data[:2], number),
            _flow(first, second, data[:1], number + 1),
            _flow(None, third, data[1:3], number + 2),
        ],
        "retention": [
            {
                "period": "P7Y",
                "starts": "end-of-contract",
                "covers": data[:2],
                "law": "Some act",
                "then": ["erase"],
            },
            {"criterion": "as long as the contract lasts", "covers": data[2:4]},
        ],
        "security": ["encryption", "access-control", {"text": "training", "objective": ["b"]}],
        "rights": {
            "exercise": [{"right": ["access", "erasure"], "channels": ["email"]}],
            "complaint": "The authority",
        },
        "storage": [{"countries": ["BE"], "access_from": ["BE", "NL"]}],
        "dpia": {"required": "no", "reference": f"DPIA-{number}"},
        "absences": {"transfers": "none"},
        "reviewed": "2024-05-01",
        "evidence": [f"L{number}"],
    }


def _flow(sender: str | None, recipient: str, data: list[str], number: int) -> dict[str, Any]:
    flow = {
        "recipient": recipient,
        "role": "processor",
        "processing": ["hosting", "support-access"][number % 2],
        "personal_data": data,
        "countries": [COUNTRIES[number % len(COUNTRIES)]],
    }
    return flow if sender is None else {"sender": sender, **flow}


PARTIES = 10
"""Parties for each activity of a register of chains; each receives about three flows."""


ON_PAPER = {"agreements": ["paper-of-all"], "grounds": ["standard-contractual-clauses"]}
"""What each flow of an orderly register rests on."""


def sharing_data(activities: int, *, orderly: bool = False) -> dict[str, Any]:
    """Plain data of a register of chains: ten parties and thirty flows for each activity, diamonds and ways back in it.

    Nearly every flow lacks something; in an `orderly` register each has its contract, its leave and its ground.

    >>> data = sharing_data(20)
    >>> len(data["parties"]), sum(len(one["flows"]) for one in data["activities"])
    (202, 600)
    """
    parties = max(1, activities) * PARTIES
    keys = ["holder", "host", *(f"party-{number}" for number in range(parties))]
    return {
        "ropa": 1,
        "holder": "holder",
        "parties": [
            {"key": key, "name": f"Company {key}", "country": COUNTRIES[number % len(COUNTRIES)]}
            for number, key in enumerate(keys)
        ],
        "agreements": [_paper_of_all(keys)] if orderly else [_contract(number) for number in range(parties)],
        "activities": [
            _chained(number, parties, ON_PAPER if orderly else {}) for number in range(activities)
        ],
    }


def _paper_of_all(keys: list[str]) -> dict[str, Any]:
    return {
        "key": "paper-of-all",
        "kind": "processing-agreement",
        "between": keys,
        "sub_processors": "general-authorisation",
    }


def _contract(number: int) -> dict[str, Any]:
    return {
        "key": f"paper-{number}",
        "kind": "processing-agreement",
        "between": ["host", f"party-{number}"],
        "sub_processors": "general-authorisation",
        "notice_days": str(number % 60),
    }


def _chained(number: int, parties: int, paper: dict[str, Any]) -> dict[str, Any]:
    """The holder to its host, from there to eleven others, and between those eighteen flows and one way back."""
    near = [f"party-{(number * PARTIES + step * step) % parties}" for step in range(11)]
    flows = [_flow(None, "host", list(DATA[:6]), number)]
    flows += [_flow("host", one, list(DATA[: 1 + step % 5]), number + step) for step, one in enumerate(near)]
    flows += [
        _flow(near[step % 10], near[(step * 3 + 1) % 11], list(DATA[: 1 + step % 3]), step)
        for step in range(17)
    ]
    flows += [_flow(near[9], near[0], list(DATA[:2]), number)]
    return {
        "key": f"activity-{number}",
        "name": f"Activity number {number}",
        "data_subjects": ["employees", "customers"],
        "personal_data": list(DATA[:6]),
        "flows": [{"key": f"flow-{place}", **flow, **paper} for place, flow in enumerate(flows)],
    }
