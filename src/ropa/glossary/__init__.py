"""What everything is called, in every language the library speaks.

Words for readers live in the TOML files beside this module, four languages side by side; nowhere else.
"""

from ropa.glossary.book import LANGUAGES, has_phrase, known, names_field, phrase, require, spoken, term, text
from ropa.glossary.citation import citation, of_regulation
from ropa.glossary.day import day_in_words
from ropa.glossary.quoting import quoted
from ropa.glossary.remark import noted

__all__ = [
    "LANGUAGES",
    "citation",
    "day_in_words",
    "has_phrase",
    "known",
    "names_field",
    "noted",
    "of_regulation",
    "phrase",
    "quoted",
    "require",
    "spoken",
    "term",
    "text",
]
