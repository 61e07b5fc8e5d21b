"""Rules about privacy statements and what they tell: Articles 12 to 14."""
