"""Rules about impact assessments, and the systems they look at: Articles 32, 35 and 36."""
