"""How a register enters and leaves: one room per format."""
