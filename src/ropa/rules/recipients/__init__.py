"""Rules about who receives data, as what, and on which paper."""
