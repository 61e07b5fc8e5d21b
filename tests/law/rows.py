"""Rows of one's own, as a user writes them: one for each of some tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Write = Callable[[str], Path]
"""Makes a file with that text."""
FOOT = 'source = "read by ourselves"\nchecked_on = 2026-03-02\n'
TERM = f'[[retention]]\ncountry = "NL"\nkinds = ["invoices", "transactions"]\nlaw = "AWR, artikel 52"\n{FOOT}'
DPIA = f'[[dpia]]\ncountry = "NL"\nnumber = "2"\nname = "Zwarte lijsten"\nwords = ["eye tracking"]\nfrom = 2019-11-27\n{FOOT}'
AUTHORITY = f'[[authority]]\ncountry = "BE"\nnames = {{ nl = "Het Nieuwe Toezicht", en = "The New Supervisor" }}\n{FOOT}'
JOINS = f'[[membership]]\ncountries = ["ME", "CH"]\nfrom = 2026-01-01\n{FOOT}'
