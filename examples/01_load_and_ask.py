"""Load a register and ask it things. Run from the top folder: python examples/01_load_and_ask.py"""

from datetime import date

import ropa

DAY = date(2026, 6, 1)

register = ropa.load("examples/bakery/register.yaml")
holder = register.party(register.holder or "")
print(f"{holder.name}: {len(register.activities)} activities, {len(register.parties)} parties")

print("\nWhat it does as controller, and how long it keeps what:")
[record] = ropa.controller_records(register, register.holder, on=DAY)
for entry in record.entries:
    periods = [limit.value.period or limit.value.criterion for limit in entry.said("retention")]
    print(f"  {entry.activity.key}: {', '.join(periods) or 'not recorded'}")

print("\nWhat leaves the EEA:")
for transfer in ropa.transfers(register, on=DAY):
    how = "can be reached from" if transfer.reached else "is processed in"
    grounds = ", ".join(ground.value for ground in transfer.grounds) or "no ground recorded"
    print(f"  {transfer.activity} {how} {transfer.country} by {transfer.recipient}: {grounds}")

print("\nWhat an auditor would ask about first:")
for finding in ropa.check(register, on=DAY).findings:
    if finding.level is ropa.Level.ERROR:
        print(f"  {finding.message('en')}")
