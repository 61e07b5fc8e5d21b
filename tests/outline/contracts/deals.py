"""A shop with a helpdesk in America, and a payroll office with two customers: registers to make annexes of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.outline.dump import texts

from ropa.model import Register
from ropa.outline import Cell, Lines, Outline, Section, Table

ON = date(2026, 11, 21)


def shop(**changes: Any) -> Register:
    """A controller: the helpdesk is its processor, a cloud and people in India are the helpdesk's."""
    return Register.of(
        {
            "holder": "shop",
            "parties": [
                {
                    "key": "shop",
                    "name": "The Shop",
                    "country": "NL",
                    "registration": {"scheme": "kvk", "number": "12345678", "note": "a remark for ourselves"},
                    "contact": {"name": "Ann", "address": "Mill Lane 1", "email": "ann@shop.example"},
                },
                {
                    "key": "desk",
                    "name": "Desk Inc.",
                    "country": "US",
                    "contact": {"email": "desk@desk.example"},
                    "security": [
                        {"text": "encryption-in-transit", "objective": "a", "note": "a remark for ourselves"},
                        {"text": "Two people only", "covers": "health-data", "objective": "b"},
                    ],
                },
                {"key": "cloud", "name": "Cloud LLC", "country": "US", "registration": {"scheme": "other", "number": "77"}},
                {"key": "india", "name": "India Ops", "country": "IN", "contact": {"email": "ops@india.example"}},
                {"key": "next", "name": "Next Host", "country": "FR"},
                {"key": "bank", "name": "The Bank", "country": "NL"},
            ],
            "agreements": [
                {"key": "scc", "kind": "standard-contractual-clauses", "between": ["shop", "desk"], "signed": "2024-02-01",
                 "decision": "2021/914", "module": "2", "sub_processors": "general-authorisation", "notice_days": 30,
                 "transfer_impact_assessment": {"reference": "TIA 4"}, "note": "a remark for ourselves"},
                {"key": "dpa", "kind": "processing-agreement", "between": ["shop", "desk"], "signed": "2024-02-01",
                 "sub_processors": "general-authorisation", "notice_days": 30, "regions": "EEA"},
                {"key": "sub", "kind": "sub-processing-agreement", "between": ["desk", "cloud"], "signed": "2024-01-01"},
                {"key": "old", "kind": "standard-contractual-clauses", "between": ["shop", "bank"], "decision": "2010/87"},
                {"key": "art-28", "kind": "standard-contractual-clauses", "between": ["shop", "desk"], "decision": "2021/915"},
                {"key": "resale", "kind": "resale", "between": ["shop", "bank"]},
            ],
            "activities": [
                {
                    "key": "help",
                    "name": "Helping customers",
                    "purposes": {"text": "Answering questions", "legal_bases": "contract"},
                    "data_subjects": "customers",
                    "personal_data": ["name", "email", {"kind": "health-data", "possible": True}],
                    "flows": [
                        {"recipient": "desk", "role": "processor", "processing": "support-access", "countries": "US"},
                        {"sender": "desk", "recipient": "cloud", "role": "processor", "processing": "hosting",
                         "countries": "US", "valid_from": "2024-02-01", "valid_until": "2026-12-31"},
                        {"sender": "desk", "recipient": "next", "role": "processor", "processing": "hosting",
                         "countries": "FR", "valid_from": "2027-01-01"},
                        {"sender": "desk", "recipient": "india", "role": "processor", "personal_data": ["name"],
                         "countries": "US", "access_from": "IN"},
                        {"recipient": "bank", "role": "controller"},
                    ],
                    "retention": [
                        {"period": "P2Y", "starts": "last-activity", "then": ["erase", "return"], "note": "a remark for ourselves"}
                    ],
                }
            ],
            **changes,
        }
    )  # fmt: skip


def office(**changes: Any) -> Register:
    """A processor with two customers, each with its own paper; one of them has a mail house of its own."""
    return Register.of(
        {
            "holder": "office",
            "parties": [
                {"key": key, "name": name, "country": country}
                for key, name, country in (
                    ("office", "Pay Office", "BE"),
                    ("baker", "The Baker", "BE"),
                    ("brewer", "The Brewer", "BE"),
                    ("host", "Some Host", "NL"),
                    ("mail", "Mail House", "BE"),
                    ("auditor", "The Auditor", "BE"),
                )
            ],
            "agreements": [
                {"key": "baker-dpa", "kind": "processing-agreement", "between": ["baker", "office"],
                 "sub_processors": "general-authorisation", "notice_days": 14},
                {"key": "brewer-dpa", "kind": "processing-agreement", "between": ["brewer", "office"],
                 "sub_processors": "specific-authorisation", "authorised": "host", "notice_days": 60},
            ],
            "activities": [
                {
                    "key": "wages",
                    "name": "Wages",
                    "controllers": ["baker", "brewer"],
                    "data_subjects": "employees",
                    "personal_data": ["name", "salary"],
                    "flows": [
                        {"recipient": "office", "role": "processor", "processing": "payroll", "countries": "BE"},
                        {"sender": "office", "recipient": "host", "role": "processor", "processing": "hosting", "countries": "NL"},
                        {"sender": "office", "recipient": "mail", "role": "processor", "processing": "printing",
                         "countries": "BE", "customers": "brewer"},
                    ],
                    "security": ["locked-storage"],
                },
                {"key": "books", "name": "Own books", "flows": {"recipient": "auditor", "role": "processor", "countries": "BE"}},
            ],
            **changes,
        }
    )  # fmt: skip


def everything(out: Outline) -> str:
    """All that an outline says."""
    return "\n".join(texts(out))


def found(out: Outline, key: str) -> Section:
    """A section by its key."""
    return next(one for _, one in out.walk() if one.key == key)


def keys(out: Outline) -> list[str]:
    """The sections in reading order."""
    return [one.key for _, one in out.walk()]


def said(cells: tuple[Cell, ...]) -> str:
    """What cells say."""
    return " ¶ ".join(str(cell.value) for cell in cells)


def rows(out: Outline, key: str) -> list[dict[str, str]]:
    """The rows of the first table of a section by the labels of its columns."""
    table = next(block for block in found(out, key).blocks if isinstance(block, Table))
    heads = [column.label for column in table.columns]
    return [dict(zip(heads, map(said, row), strict=True)) for row in table.rows]


def line(out: Outline, key: str, label: str) -> str:
    """What a line of a section says; the first of that label."""
    every = (one for block in found(out, key).blocks if isinstance(block, Lines) for one in block.lines)
    return said(next(one for one in every if one.label == label).cells)


def leads(out: Outline) -> Iterator[str]:
    """Where cells lead."""
    for _, section in out.walk():
        for block in section.blocks:
            if isinstance(block, Lines):
                yield from (cell.target for one in block.lines for cell in one.cells if cell.target)
            elif isinstance(block, Table):
                yield from (
                    cell.target for row in block.rows for cells in row for cell in cells if cell.target
                )
