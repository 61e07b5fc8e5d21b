"""Days as they are written in a sentence."""

from __future__ import annotations

from datetime import date

from ropa.glossary.book import phrase


def day_in_words(day: date, language: str) -> str:
    """A day as people write it in a letter.

    >>> [day_in_words(date(2026, 11, 22), language) for language in ("en", "nl", "fr", "de")]
    ['22 November 2026', '22 november 2026', '22 novembre 2026', '22. November 2026']
    >>> day_in_words(date(2026, 8, 1), "fr")
    '1er août 2026'
    """
    month = phrase(f"days.month-{day.month}", language)
    key = "days.first-day" if day.day == 1 else "days.day"
    return phrase(key, language, day=day.day, month=month, year=day.year)
