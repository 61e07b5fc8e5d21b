"""Rules about who answers for the register, and about the register as a whole."""
