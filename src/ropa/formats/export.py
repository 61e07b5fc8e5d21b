"""Which formats there are, and how a register is written to each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ropa.errors import UnknownFormat
from ropa.formats.safe_file import write_atomic
from ropa.glossary import require, spoken
from ropa.glossary.book import nearest
from ropa.model import Register
from ropa.model.text import as_day

if TYPE_CHECKING:
    from ropa.sharing import SharingGraph


@dataclass(frozen=True, slots=True)
class Asked:
    """What an export is asked to be."""

    language: str
    on: date
    party: str | None = None
    suffix: str = ""
    """The suffix of the file, for a format that has several forms."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way for a register to leave: its name, its suffixes, and the function that writes it.

    An existing `precious` file is never written over without being told to.
    """

    name: str
    filename: str
    """What the file is called where a folder is filled with several."""
    suffixes: tuple[str, ...]
    """Those that stand for it; without any it must be asked for by name."""
    write: Callable[[Register, Asked], bytes]
    precious: bool = False


def _yaml(register: Register, asked: Asked) -> bytes:
    from ropa.formats.native import dumps

    return dumps(register).encode()


def _json(register: Register, asked: Asked) -> bytes:
    from ropa.formats.native import dumps

    return dumps(register, json=True).encode()


def _excel(register: Register, asked: Asked) -> bytes:
    from ropa.formats import excel
    from ropa.outline import workbook

    return excel.write(workbook(register, language=asked.language, on=asked.on, party=asked.party))


def _pdf(register: Register, asked: Asked) -> bytes:
    from ropa.drawing import picture
    from ropa.formats import pdf
    from ropa.outline import report

    return pdf.write(
        report(register, language=asked.language, on=asked.on, party=asked.party),
        pictures=lambda figure, width: picture(
            figure.graph, language=figure.language, on=figure.on, width=width
        ),
    )


def _sharing(register: Register, asked: Asked) -> bytes:
    from ropa.formats import page, svg

    if asked.suffix == ".html":
        return page.write(register, language=asked.language, on=asked.on, party=asked.party).encode()
    return svg.write(_flows(register, asked), language=asked.language, on=asked.on).encode()


def _flows(register: Register, asked: Asked) -> SharingGraph:
    """The whole sharing graph for the holder; for somebody else only what that party sends or receives."""
    from ropa.sharing import flows_of, sharing_graph

    graph = sharing_graph(register, asked.on)
    return graph if asked.party in (None, register.holder) else flows_of(graph, str(asked.party))


def _graph(form: str) -> Callable[[Register, Asked], bytes]:
    def write(register: Register, asked: Asked) -> bytes:
        from ropa.formats.graph import form as forms

        return forms.write(_flows(register, asked), form, language=asked.language).encode()

    return write


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        one.name: one
        for one in (
            Format("yaml", "register.yaml", (".yaml", ".yml"), _yaml, precious=True),
            Format("json", "register.json", (".json",), _json, precious=True),
            Format("workbook", "register.xlsx", (".xlsx",), _excel),
            Format("report", "report.pdf", (".pdf",), _pdf),
            Format("sharing", "sharing.svg", (".svg",), _sharing),
            Format("graphml", "sharing.graphml", (".graphml",), _graph("graphml")),
            Format("node-link", "sharing.node-link.json", (), _graph("node-link")),
            Format("cytoscape", "sharing.cyjs", (".cyjs",), _graph("cytoscape")),
            Format("dot", "sharing.dot", (".dot", ".gv"), _graph("dot")),
            Format("mermaid", "sharing.mmd", (".mmd",), _graph("mermaid")),
        )
    }
)
"""Every format by its name."""


def format_of(path: Path, as_: str | None = None) -> Format:
    """The format of that name, or the one the suffix stands for; `UnknownFormat` with what there is."""
    if as_ is not None:
        if as_ in FORMATS:
            return FORMATS[as_]
        hint = nearest(as_, FORMATS)
        also = f"did you mean {hint!r}?" if hint else f"there are {', '.join(FORMATS)}"
        raise UnknownFormat(f"there is no format {as_[:40]!r}; {also}")
    for one in FORMATS.values():
        if path.suffix.lower() in one.suffixes:
            return one
    known = ", ".join(suffix for one in FORMATS.values() for suffix in one.suffixes)
    raise UnknownFormat(f"{path.name!r}: no format goes by that suffix; there are {known}")


def _register_file(where: Path) -> bool:
    return any(one.precious and where.suffix.lower() in one.suffixes for one in FORMATS.values())


def export(
    register: Register,
    path: str | Path,
    *,
    language: str | None = None,
    on: date | None = None,
    as_: str | None = None,
    party: str | None = None,
    force: bool = False,
) -> Path:
    """Writes a register as the suffix of the path (or `as_`) says, and gives the path back.

    `language` is the register's own where it is not given, `on` today. The same register, date and language give the
    same bytes. A register file that exists is only written over with `force`. Raises `UnknownFormat`,
    `UnknownLanguage`, `UnknownEntry` (for `party`) and `CouldNotWrite`; what stood at the path before stays whole.
    """
    where = Path(path)
    chosen = format_of(where, as_)
    if party is not None:
        register.party(party)
    asked = Asked(
        require(language or spoken(register.language)),
        date.today() if on is None else as_day(on),
        party,
        where.suffix.lower(),
    )
    # a picture under the name of a register file would cost the register just the same
    kept = chosen.precious or (where.name != chosen.filename and _register_file(where))
    write_atomic(where, chosen.write(register, asked), force=force or not kept)
    return where
