"""Rules about how long data are kept: Articles 5(1)(e) and 30(1)(f)."""
