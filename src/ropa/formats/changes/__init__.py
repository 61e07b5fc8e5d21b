"""What changed between two registers, written for other programs and pages."""
