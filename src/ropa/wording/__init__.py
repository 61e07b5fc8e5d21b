"""How what a register says reads in a language: values, flows, parties, countries."""

from ropa.wording.hop import origin_line, recipient_line, role_of
from ropa.wording.value import ASIDE, Wording, in_reading_order

__all__ = ["ASIDE", "Wording", "in_reading_order", "origin_line", "recipient_line", "role_of"]
