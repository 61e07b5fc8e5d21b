"""Put two registers into one and ask both at once. Run from the top folder: python examples/07_join_two.py"""

from datetime import date

import ropa

bakery = ropa.load("examples/bakery/register.yaml")
host = ropa.Register(
    holder="wolkenrek",
    parties=[
        {"key": "wolkenrek", "name": "Wolkenrek BV"},
        {"key": "kluis", "name": "Datakluis AS", "country": "NO"},
    ],
    activities=[
        {
            "key": "klanten",
            "name": "Klanten van Wolkenrek",
            "flows": {"recipient": "kluis", "role": "processor"},
        }
    ],
)

# The same firm under one key is one party. Each activity keeps its own controller, whoever holds the whole.
new = [party for party in host.parties if party.key not in bakery.party_keys]
owned = [
    activity.model_copy(update={"controllers": host.controllers_of(activity)}) for activity in host.activities
]
both = bakery.put(*new, *owned)

on = date(2026, 6, 1)
print(f"{len(bakery.parties)} and {len(host.parties)} parties make {len(both.parties)}.")
for hop in both.flows(party="wolkenrek", on=on):
    sender, recipient = both.party(hop.sender).name, both.party(hop.recipient).name
    print(f"  {sender} → {recipient} ({hop.activity})")
for record in ropa.controller_records(both, on=on):
    print(f"{record.party.name} is controller of {len(record.entries)}.")
