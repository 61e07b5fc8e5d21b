"""Build a register in Python and save it. Run from the top folder: python examples/02_build_a_register.py"""

from datetime import date
from pathlib import Path

import ropa

DAY = date(2026, 6, 1)

library = {"key": "library", "name": "Village Library", "contact": {"email": "desk@library.example"}}
shop = ropa.Party(key="shelfware", name="Shelfware BV", country="NL", services="software-provider")
register = ropa.Register(language="en", holder="library", parties=[library, shop])
loans = ropa.Activity(
    key="loans",
    name="Lending books",
    purposes=[ropa.Purpose(text="Knowing who has which book", legal_bases=["contract"])],
    data_subjects=["members"],
    personal_data=["name", "address"],
    flows=[ropa.Flow(recipient="shelfware", role="processor", processing="hosting", countries="NL")],
    retention=ropa.Retention(period="P1Y", starts="last-activity", then="erase"),
)
register = register.put(loans)
print("errors:", [one.name for one in ropa.check(register, on=DAY).findings if one.level is ropa.Level.ERROR])

contract = ropa.Agreement(key="dpa", kind="processing-agreement", between=["library", "shelfware"])
register = register.put(contract).replace("loans", security="Staff log in with two factors")
print("errors:", [one.name for one in ropa.check(register, on=DAY).findings if one.level is ropa.Level.ERROR])

try:
    register.put(ropa.Activity(key="events", flows=ropa.Flow(recipient="shelfwear")))
except ropa.NotUnderstood as wrong:
    print(wrong)

file = Path("out/library.yaml")
file.parent.mkdir(exist_ok=True)
ropa.save(register, file)
print("saved, and the same when read again:", ropa.load(file) == register)
