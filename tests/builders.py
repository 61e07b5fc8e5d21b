"""Registers to begin a test with: valid, small, and changed only where the test says so."""

from __future__ import annotations

from typing import Any

import pytest

from ropa.errors import FileNotUnderstood, Problem
from ropa.formats.native import loads
from ropa.model import Register

BAKERY = """\
# The register of a bakery
ropa: 1
language: nl   # Dutch
holder: korenaar

# --- Who ---
parties:
  # ourselves
  - {key: korenaar, name: Bakkerij De Korenaar BV, country: BE, registration: {scheme: kbo, number: "0123.456.749"}}  # main seat
  # wages
  - key: loonwijzer   # since 2020
    name: Loonwijzer NV
    # in Gent
    country: BE
    services: payroll

  # HOSTING

  # the cloud
  - {key: wolkenrek, name: Wolkenrek BV,
     country: NL, services: hosting-provider}
agreements:
  - {key: dpa-loonwijzer, kind: processing-agreement, between: [korenaar, loonwijzer], signed: 2024-03-01,
     sub_processors: general-authorisation, notice_days: 30, regions: EEA}
general:
  - rights: {exercise: [{right: [access, rectification, erasure], channels: [email], free: true}], complaint: Autoriteit}
activities:
  # about wages
  - key: loonadministratie
    name: Loonadministratie
    purposes:
      - {text: Lonen berekenen}   # written long
      - text: Verzekeren
        legal_bases: [contract, {basis: legal-obligation, law: Wet van 12 april 1965}]  # why
    data_subjects: employees
    personal_data: [name, bank-account,   salary, {kind: national-id, required: true}]
    flows:
      # to the office
      - {recipient: loonwijzer, role: processor, processing: payroll, countries: BE}   # one
      # and on
      - {sender: loonwijzer, recipient: wolkenrek, role: processor, processing: hosting, countries: NL}  # two
    retention:
      - {period: 10 jaar, starts: end-of-tax-year, covers: salary, law: WIB 92 art. 315, then: erase}
    absences: {transfers: none}
# the end
"""
"""The bakery as a person would write it: with comments, long and short forms, both styles."""


def bakery_text(old: str = "", new: str = "") -> str:
    """The bakery with one passage in other words."""
    assert old in BAKERY
    return BAKERY.replace(old, new, 1) if old else BAKERY


def a_register(**fields: Any) -> Register:
    """A register of `bakery` with two more parties, and the fields a test is about."""
    return Register(
        **{"holder": "bakery", "parties": [{"key": "bakery"}, {"key": "host"}, {"key": "desk"}], **fields}
    )


def problems_in(text: str | bytes, **how: Any) -> tuple[Problem, ...]:
    """Everything that is wrong with a text that must not be understood."""
    with pytest.raises(FileNotUnderstood) as caught:
        loads(text, **how)
    return caught.value.problems
