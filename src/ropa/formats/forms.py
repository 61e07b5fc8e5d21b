"""Which formats there are, and how a register is written to each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ropa.errors import UnknownFormat
from ropa.formats.asked import Asked
from ropa.formats.papers import printed, processing_annex, scc_annex, sub_processors
from ropa.glossary.book import nearest

if TYPE_CHECKING:
    from ropa.drawing.shape import Picture
    from ropa.rules import Finding
    from ropa.sharing import SharingGraph


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
    write: Callable[[Asked], bytes]
    precious: bool = False
    compares: bool = False
    """Whether it shows what changed since an earlier register."""


def _yaml(asked: Asked) -> bytes:
    from ropa.formats.native import dumps

    return dumps(asked.register).encode()


def _json(asked: Asked) -> bytes:
    from ropa.formats.native import dumps

    return dumps(asked.register, json=True).encode()


def _told(asked: Asked) -> dict[str, Any]:
    """What an outline is given, whatever it is printed on."""
    return {
        "language": asked.language,
        "on": asked.on,
        "party": asked.party,
        "checked": asked.checked,
        "findings": asked.copy.reader.findings,
        "digest": asked.content,
        "reader": asked.copy.reader,
        "customer": asked.copy.customer,
        "changes": asked.changes,
        "tables": asked.tables,
    }


def _excel(asked: Asked) -> bytes:
    from ropa.formats import excel
    from ropa.outline import workbook

    return excel.write(workbook(asked.register, **_told(asked)))


def _found(asked: Asked) -> tuple[Finding, ...]:
    """What a picture marks."""
    return asked.checked.findings if asked.checked else ()


def _pictures(asked: Asked) -> Callable[..., Picture]:
    """How the figures of a document are drawn, in the width there is for them."""
    from ropa.drawing import picture

    return lambda figure, width=None: picture(
        figure.graph,
        language=figure.language,
        on=figure.on,
        width=width,
        findings=_found(asked),
        tables=asked.tables,
        judged=asked.judged,
    )


def _pdf(asked: Asked) -> bytes:
    from ropa.formats import pdf
    from ropa.outline import report

    return pdf.write(
        report(asked.register, **_told(asked)),
        pictures=_pictures(asked),
        archival=asked.archival,
        listed_from=pdf.LISTED_FROM,
        attached=[pdf.Attachment("register.yaml", _yaml(asked), "application/yaml")] if asked.attach else [],
    )


def _html(asked: Asked) -> bytes:
    from ropa.formats import html
    from ropa.outline import report

    return html.write(
        report(asked.register, **_told(asked)), pictures=_pictures(asked), page=_page(asked)
    ).encode()


def _page(asked: Asked) -> str:
    from ropa.formats import page

    return page.write(
        asked.register,
        language=asked.language,
        on=asked.on,
        party=asked.party,
        report=asked.checked,
        tables=asked.tables,
        judged=asked.judged,
    )


def _report(asked: Asked) -> bytes:
    return _html(asked) if asked.suffix == ".html" else _pdf(asked)


def _sharing(asked: Asked) -> bytes:
    from ropa.formats import svg

    if asked.suffix == ".html":
        return _page(asked).encode()
    return svg.write(
        _flows(asked),
        language=asked.language,
        on=asked.on,
        findings=_found(asked),
        tables=asked.tables,
        judged=asked.judged,
    ).encode()


def _flows(asked: Asked) -> SharingGraph:
    """The whole sharing graph for the holder; for somebody else only what that party sends or receives."""
    from ropa.sharing import flows_of, sharing_graph

    graph = sharing_graph(asked.register, asked.on, asked.tables)
    return graph if asked.party in (None, asked.register.holder) else flows_of(graph, str(asked.party))


def _graph(form: str) -> Callable[[Asked], bytes]:
    def write(asked: Asked) -> bytes:
        from ropa.formats.graph import form as forms

        return forms.write(
            _flows(asked), form, language=asked.language, tables=asked.tables, judged=asked.judged
        ).encode()

    return write


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        one.name: one
        for one in (
            Format("yaml", "register.yaml", (".yaml", ".yml"), _yaml, precious=True),
            Format("json", "register.json", (".json",), _json, precious=True),
            Format("workbook", "register.xlsx", (".xlsx",), _excel, compares=True),
            Format("report", "report.pdf", (".pdf", ".html"), _report, compares=True),
            Format("sharing", "sharing.svg", (".svg",), _sharing),
            Format("graphml", "sharing.graphml", (".graphml",), _graph("graphml")),
            Format("node-link", "sharing.node-link.json", (), _graph("node-link")),
            Format("cytoscape", "sharing.cyjs", (".cyjs",), _graph("cytoscape")),
            Format("dot", "sharing.dot", (".dot", ".gv"), _graph("dot")),
            Format("mermaid", "sharing.mmd", (".mmd",), _graph("mermaid")),
        )
    }
)
"""Every format by its name. Any register can be written in each of them."""

PAPERS: Mapping[str, Format] = MappingProxyType(
    {
        one.name: one
        for one in (
            Format("sub-processors", "sub-processors.pdf", (), printed(sub_processors)),
            Format("processing-annex", "processing-annex.pdf", (), printed(processing_annex)),
            Format("scc-annex", "scc-annex.pdf", (), printed(scc_annex)),
        )
    }
)
"""Documents about contracts, asked for by name. Not every register has what they are about: then `UnknownEntry` says so."""


def format_of(path: Path, as_: str | None = None) -> Format:
    """The format of that name, or the one the suffix stands for; `UnknownFormat` with what there is."""
    if as_ is not None:
        every = {**FORMATS, **PAPERS}
        if as_ in every:
            return every[as_]
        hint = nearest(as_, every)
        also = f"did you mean {hint!r}?" if hint else f"there are {', '.join(every)}"
        raise UnknownFormat(f"there is no format {as_[:40]!r}; {also}")
    for one in FORMATS.values():
        if path.suffix.lower() in one.suffixes:
            return one
    known = ", ".join(suffix for one in FORMATS.values() for suffix in one.suffixes)
    raise UnknownFormat(f"{path.name!r}: no format goes by that suffix; there are {known}")
