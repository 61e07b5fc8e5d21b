"""Letters: those that ask for what a register does not record, and the one that goes with what is handed over."""

from ropa.letters.ask import ask
from ropa.letters.cover import Document, cover, documents_in
from ropa.letters.letter import Letter, Question

__all__ = ["Document", "Letter", "Question", "ask", "cover", "documents_in"]
