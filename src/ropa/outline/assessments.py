"""The data protection impact assessments: which criteria an activity meets, whether one is needed, when it was done."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.glossary import citation
from ropa.model import Dpia
from ropa.outline.cells import Cells
from ropa.outline.entries import spread_table
from ropa.outline.page import Paragraph, Section
from ropa.outline.scope import Scope

FIELD = "dpia"


def assessments_section(words: Cells, scope: Scope) -> Iterator[Section]:
    """A row for each activity whose assessment the register speaks of; no section where it speaks of none."""
    table = spread_table(words, scope, Dpia, FIELD)
    if table.rows:
        silent = sum(1 for one in words.register.activities if not getattr(one, FIELD))
        said = words.brief("assessments-silent", number=silent, article=citation("35", words.language))
        blocks = (Paragraph(said), table) if silent else (table,)
        yield Section(FIELD, words.brief("assessments"), blocks)
