"""The workbook printer: an outline as an Excel file, one sheet per section behind a cover.

Text is data here: nothing a register says becomes a formula, a link address or an error value, and nothing
is cut. The same outline always gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ropa.model.pause import no_collecting

if TYPE_CHECKING:
    from ropa.outline.page import Outline

__all__ = ["write"]


def write(outline: Outline) -> bytes:
    """The outline as the bytes of an `.xlsx` file. Figures have no place on a sheet and are left out."""
    # openpyxl takes a fifth of a second to import; who never prints a workbook never pays for it.
    from ropa.formats.excel.package import bound
    from ropa.formats.excel.page import filled

    with no_collecting():
        return bound(filled(outline), outline)
