"""A shop, its host, and two parties behind the host: one reached from India, one in the United States."""

from __future__ import annotations

from datetime import date
from typing import Any

from ropa.model import Register

ON = date(2026, 11, 21)

SHOP: dict[str, Any] = {
    "language": "nl",
    "holder": "shop",
    "parties": [
        {"key": "shop", "name": "Winkel BV", "country": "NL", "supervisory_authority": "AP"},
        {
            "key": "host",
            "name": "Wolkenrek BV",
            "country": "NL",
            "registration": {"scheme": "kvk", "number": "12 34 56 78"},
        },
        {"key": "desk", "name": "HelpDesk Ltd", "country": "IN"},
        {
            "key": "mail",
            "name": "Mailer Inc",
            "country": "US",
            "certifications": {"scheme": "eu-us-dpf", "valid_from": "2024-01-01"},
        },
        {"key": "police", "name": "Politie"},
        {"key": "seller", "name": "Adressenhandel"},
    ],
    "agreements": [
        {
            "key": "dpa",
            "kind": "processing-agreement",
            "between": ["shop", "host"],
            "signed": "2024-03-01",
            "regions": "EEA",
        },
        {
            "key": "scc",
            "kind": "standard-contractual-clauses",
            "decision": "2021/914",
            "module": "3",
            "between": ["host", "desk"],
            "signed": "2024-03-01",
        },
    ],
    "activities": [
        {
            "key": "orders",
            "name": "Bestellingen",
            "data_subjects": [{"kind": "customers", "number": "5000", "children": True}],
            "personal_data": ["name", "bank-account", "health-data"],
            "flows": [
                {"recipient": "host", "role": "processor", "countries": "NL"},
                {
                    "sender": "host",
                    "recipient": "desk",
                    "role": "processor",
                    "countries": "NL",
                    "access_from": "IN",
                    "personal_data": "name",
                },
                {
                    "sender": "host",
                    "recipient": "mail",
                    "role": "processor",
                    "countries": "US",
                    "personal_data": ["name", "bank-account"],
                },
                {"sender": "desk", "recipient": "mail", "role": "processor", "countries": "US"},
                {
                    "recipient": "police",
                    "role": "authority-inquiry",
                    "personal_data": "name",
                    "possible": True,
                },
                {"sender": "seller", "recipient": "shop", "personal_data": "name"},
            ],
        },
        {
            "key": "wages",
            "name": "Lonen",
            "data_subjects": "employees",
            "personal_data": "salary",
            "flows": {"recipient": "mail", "role": "controller", "countries": "NL"},
        },
    ],
}


def shop() -> Register:
    """The register of the shop."""
    return Register.of(SHOP)
