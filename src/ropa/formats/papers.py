"""Documents about contracts: what each is, and how it is printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ropa.errors import UnknownEntry, UnknownFormat
from ropa.formats.asked import Asked

if TYPE_CHECKING:
    from ropa.outline.page import Outline


def printed(make: Callable[[Asked, bool], Outline]) -> Callable[[Asked], bytes]:
    """A document about contracts: as a PDF, a page, or tables in which each fact has a column of its own."""

    def write(asked: Asked) -> bytes:
        from ropa.formats import excel, html, pdf

        told = make(asked, asked.suffix == ".xlsx")
        if asked.suffix == ".xlsx":
            return excel.write(told)
        if asked.suffix == ".html":
            return html.write(told, pictures=_no_picture).encode()
        return pdf.write(told, pictures=_no_picture, archival=asked.archival, listed_from=pdf.LISTED_FROM)

    return write


def _no_picture(*_: object) -> Any:
    raise LookupError("documents about contracts have no pictures")


def sub_processors(asked: Asked, apart: bool) -> Outline:
    """Who is engaged, at any depth."""
    from ropa.outline import contracts

    return contracts.sub_processors(
        asked.register,
        language=asked.language,
        on=asked.on,
        party=asked.party,
        digest=asked.content,
        tables=asked.tables,
        apart=apart,
        reader=asked.copy.reader,
    )


def processing_annex(asked: Asked, apart: bool) -> Outline:
    """The annex of one contract with a processor."""
    from ropa.outline import contracts

    _for_its_parties(asked)
    return contracts.processing_annex(
        asked.register,
        language=asked.language,
        on=asked.on,
        agreement=asked.agreement,
        customer=asked.copy.customer,
        digest=asked.content,
        tables=asked.tables,
    )


def scc_annex(asked: Asked, apart: bool) -> Outline:
    """The annexes of clauses; `UnknownEntry` where it is not said of which."""
    from ropa.outline import contracts

    _for_its_parties(asked)
    if asked.agreement is None:
        raise UnknownEntry("say to which clauses the annex belongs: give the key of the agreement")
    return contracts.scc_annex(
        asked.register,
        language=asked.language,
        on=asked.on,
        agreement=asked.agreement,
        digest=asked.content,
        tables=asked.tables,
    )


def _for_its_parties(asked: Asked) -> None:
    """`UnknownFormat` for a reader who may not see what is agreed: half of an annex would say that it is not stated."""
    if not asked.judged:
        raise UnknownFormat(
            "an annex to a contract is for its parties, and there is none for this reader; "
            "the list of sub-processors can be published (sub-processors)"
        )
