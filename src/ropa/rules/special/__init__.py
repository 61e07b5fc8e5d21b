"""Rules about special data, criminal data, national numbers, children and decisions by machine."""
