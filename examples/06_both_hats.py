"""One firm, two records: controller and processor. Run from the top folder: python examples/06_both_hats.py"""

from datetime import date

import ropa

register = ropa.load("examples/qlinx/register.yaml")
on = date(2026, 6, 1)

(record,) = ropa.controller_records(register, register.holder, on=on)
print(f"{record.party.name} as controller:")
for entry in record.entries:
    purposes = entry.said("purposes")
    print(f"  {entry.activity.name}: {len(purposes)} purposes, {len(entry.recipients)} lines on recipients")

for processed in ropa.processor_records(register, on=on):
    print(f"{processed.party.name} as processor:")
    for row in processed.rows:
        print(f"  for {row.controller.name}: {row.category}, measures of its own: {len(row.security)}")

print("What nobody says there:")
for finding in ropa.check(register, on=on).findings:
    if finding.level is ropa.Level.ERROR:
        print(f"  {finding.message('en')}")
