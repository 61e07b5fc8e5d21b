"""Put two registers into one and ask both at once. Run from the top folder: python examples/07_join_two.py"""

from datetime import date

import ropa

number = {"scheme": "kvk", "number": "12345678"}
bakery = ropa.load("examples/bakery/register.yaml").replace("wolkenrek", "party", registration=number)
host = ropa.Register(
    language="nl",
    holder="wij",
    parties=[
        {"key": "wij", "name": "Wolkenrek BV", "registration": {"scheme": "kvk", "number": "12 34 56 78"}},
        {"key": "kluis", "name": "Datakluis AS", "country": "NO"},
        {"key": "postduif", "name": "Postduif BV"},
    ],
    activities=[
        {
            "key": "klanten",
            "name": "Klanten van Wolkenrek",
            "flows": [{"recipient": "kluis", "role": "processor"}, {"recipient": "postduif"}],
        }
    ],
)

# One number, one firm, whatever each register calls it. The same name alone is told, and stays two.
joined = ropa.join(bakery, host)
for one in joined.united:
    print(f"{one.key}: {' and '.join(place.key for place in one.places)} are one")
for one in joined.left:
    print(f"{one.name}: {' and '.join(one.keys)} are not ({one.why})")

both, on = joined.register, date(2026, 6, 1)
print(f"{len(bakery.parties)} and {len(host.parties)} parties make {len(both.parties)}.")
for hop in both.flows(party="wolkenrek", on=on):
    sender, recipient = both.party(hop.sender).name, both.party(hop.recipient).name
    print(f"  {sender} → {recipient} ({hop.activity})")
for record in ropa.controller_records(both, on=on):
    print(f"{record.party.name} is controller of {len(record.entries)}.")
