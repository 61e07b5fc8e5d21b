"""Write the audit file of a register. Run from the top folder: python examples/05_export_one.py"""

import tempfile
from datetime import date
from hashlib import sha256
from pathlib import Path

import ropa

register = ropa.load("examples/qooqie/register.yaml")
on = date(2026, 6, 1)

with tempfile.TemporaryDirectory() as folder:
    for language in ("nl", "fr"):
        for name in ("register.xlsx", "report.pdf", "sharing.svg"):
            path = ropa.export(register, Path(folder, f"{language}-{name}"), language=language, on=on)
            again = ropa.export(register, Path(folder, f"again-{name}"), language=language, on=on)
            same = sha256(path.read_bytes()).digest() == sha256(again.read_bytes()).digest()
            print(f"{path.name}: written twice, {'the same bytes' if same else 'different bytes'}")
