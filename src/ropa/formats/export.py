"""Writes a register as a workbook, a report, a picture or a register file, whole, for whoever is to read it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ropa.formats.asked import Wish, asked
from ropa.formats.forms import FORMATS, PAPERS, Format, format_of
from ropa.formats.safe_file import a_path, refuse, write_atomic
from ropa.law import Tables
from ropa.model import Register
from ropa.model.asked import one_register

__all__ = ["FORMATS", "PAPERS", "Format", "export", "format_of", "put", "refused"]


def export(
    register: Register,
    path: str | Path,
    *,
    language: str | None = None,
    on: date | None = None,
    as_: str | None = None,
    party: str | None = None,
    for_: str = "internal",
    customer: str | None = None,
    since: Register | None = None,
    archival: bool = False,
    attach: bool = False,
    agreement: str | None = None,
    tables: Tables | None = None,
    force: bool = False,
) -> Path:
    """Writes a register as the suffix of the path (or `as_`) says, and gives the path back.

    `language` is the register's own where it is not given, `on` today. `for_` says who will read it: `internal`,
    `authority`, `public`, or the `customer` of that key. `since` is an earlier register: what changed since is shown.
    `archival` makes a PDF that can be kept for years (PDF/A), `attach` puts the register itself into it.
    `agreement` is the key of the one that an annex (`processing-annex`, `scc-annex`) belongs to.
    `tables` are dated tables with rows of your own, as `check` takes them; the library's where none are given. The same register, date and language give the same
    bytes. A register file that exists is only written over with `force`. Raises `UnknownFormat`, `UnknownLanguage`,
    `UnknownEntry` (for `party`, `for_`, `customer` and `agreement`) and `CouldNotWrite`; what stood at the path before stays whole.
    """
    one_register(register, tables)
    where = a_path(path)
    chosen = format_of(where, as_)
    wish = Wish(language, on, party, for_, customer, since, archival, attach, agreement, tables)
    return put(chosen.write(asked(register, wish, where.suffix.lower())), where, chosen, force=force)


def put(data: bytes, where: Path, chosen: Format | None, *, force: bool) -> Path:
    """Puts a file where it belongs; `CouldNotWrite` over a register file that exists, unless `force` is given."""
    write_atomic(where, data, force=force or not _kept(where, chosen))
    return where


def refused(where: Path, chosen: Format | None, *, force: bool) -> None:
    """Raises the `CouldNotWrite` that `put` would end in, before anything is made or written."""
    refuse(where, force=force or not _kept(where, chosen))


def _kept(where: Path, chosen: Format | None) -> bool:
    """Whether what stands there is not written over unasked."""
    # a picture under the name of a register file would cost the register just the same
    return chosen is None or chosen.precious or (where.name != chosen.filename and _register_file(where))


def _register_file(where: Path) -> bool:
    return any(one.precious and where.suffix.lower() in one.suffixes for one in FORMATS.values())
