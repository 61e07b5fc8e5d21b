"""Ask the graph who ends up with whose data. Run from the top folder: python examples/03_who_receives_what.py"""

from datetime import date

import ropa

DAY = date(2026, 6, 1)

register = ropa.load("examples/bakery/register.yaml")
names = {party.key: party.name for party in register.parties}

print("Who may hold a bank account number, and by which way it came:")
for one in ropa.holders(register, "bank-account", on=DAY).holdings:
    print(f"  {names[one.party]}: {' → '.join(hop.recipient for hop in one.path) or 'it begins here'}")

print("\nThe chain behind the web shop:")
for link in ropa.chain(register, "toonbank", on=DAY).links:
    where = ", ".join((*link.countries, *(f"reached from {one}" for one in link.access_from)))
    print(f"  rank {link.rank}: {names[link.recipient]} ({where})")

print("\nThe weakest step from the bakery to the helpdesk:")
weakest = ropa.path_safeguards(register, "korenaar", "hulplijn", on=DAY).weakest
print(f"  {names[weakest.hop.sender]} → {names[weakest.hop.recipient]}: {weakest.strength.name.lower()}")

print("\nIf personal data are breached at the host:")
breach = ropa.impact(register, breach="wolkenrek", on=DAY)
for notice in breach.notify:
    print(f"  Article {notice.article}: {notice.who} → {notice.whom}")

print("\nWhat would lose its ground if the clauses of 2021 fell:")
for change in ropa.impact(register, revoke="2021/914", on=DAY).transfers:
    print(f"  {change.transfer.sender} → {change.transfer.recipient}: {change.after.standing.value}")

print("\nWhat is missing:")
for gap in ropa.gaps(register, on=DAY).gaps:
    print(f"  {gap.kind.value}: {gap.sender} → {gap.recipient}")

print("\nAnd every answer speaks Dutch, French and German:")
print(f"  {breach.sentences('nl')[0]}")
