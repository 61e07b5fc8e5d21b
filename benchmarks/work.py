"""The work that is timed: ours, and the bare library doing the same. Run as a program it times one piece of it.

Every piece gets what it needs beforehand (`prepare`) and is timed alone, in CPU seconds, in an interpreter of its own.
Heavy libraries are imported where they are used, so that no piece pays for another's.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

Body = Callable[[], object]
"""What is timed."""

ON = date(2026, 11, 21)
"""The day everything is looked at."""


def _register(size: int) -> Any:
    from made import register_data

    from ropa.model import Register

    return Register.of(register_data(size))


def load_yaml(size: int, files: Path) -> Body:
    """Ours: a YAML file to a register."""
    import ropa

    ropa.load(files / "warm.yaml")
    return lambda: ropa.load(files / f"{size}.yaml")


def load_yaml_floor(size: int, files: Path) -> Body:
    """Bare: libyaml gives its events to nobody, and pydantic-core builds the models from plain data."""
    from yaml._yaml import CParser

    from ropa.formats.native import yaml_text
    from ropa.model import Register

    text = (files / f"{size}.yaml").read_text("utf-8")
    data = yaml_text.read(text).data
    validate = Register.__pydantic_validator__.validate_python
    validate({})

    def work() -> object:
        get = CParser(text).get_event
        while get() is not None:
            pass
        return validate(data)

    return work


def load_json(size: int, files: Path) -> Body:
    """Ours: a JSON file to a register."""
    import ropa

    ropa.load(files / "warm.json")
    return lambda: ropa.load(files / f"{size}.json")


def load_json_floor(size: int, files: Path) -> Body:
    """Bare: pydantic-core from bytes to models, which forgives a key that stands twice and a dangling reference."""
    from ropa.model import Register

    file = files / f"{size}.json"
    validate = Register.__pydantic_validator__.validate_json
    validate(b"{}")
    return lambda: validate(file.read_bytes())


def workbook(size: int, files: Path) -> Body:
    """Ours: an outline as a styled workbook."""
    from ropa import outline
    from ropa.formats import excel

    made = outline.workbook(_register(size), language="en", on=ON)
    excel.write(outline.workbook(_register(1), language="en", on=ON))
    return lambda: excel.write(made)


def workbook_floor(size: int, files: Path) -> Body:
    """Bare: openpyxl appends the same values to plain sheets, without a style, a link, a filter or a guard."""
    from io import BytesIO

    from openpyxl import Workbook

    from ropa import outline

    sheets = _bare_rows(outline.workbook(_register(size), language="en", on=ON))

    def work() -> object:
        book = Workbook(write_only=True)
        for rows in sheets:
            sheet = book.create_sheet()
            for row in rows:
                sheet.append(row)
        file = BytesIO()
        book.save(file)
        return file

    return work


def _bare_rows(outline: Any) -> list[list[list[Any]]]:
    """The values of every table of an outline: single ones as they are, several as one text."""
    from ropa.outline import Table

    def value(field: Any) -> Any:
        if len(field) == 1:
            return field[0].value
        return "\n".join(str(cell.value) for cell in field) or None

    tables = [block for _, section in outline.walk() for block in section.blocks if isinstance(block, Table)]
    return [
        [[column.label for column in table.columns], *([value(field) for field in row] for row in table.rows)]
        for table in tables
    ]


def whole_workbook(size: int, files: Path) -> Body:
    """Ours: a register to a file that opens in a spreadsheet."""
    import ropa

    made = _register(size)
    return lambda: ropa.export(made, files / "whole.xlsx", on=ON)


def outline_workbook(size: int, files: Path) -> Body:
    """Ours: a register to the outline of its workbook."""
    from ropa import outline

    made = _register(size)
    outline.workbook(_register(1), language="en", on=ON)
    return lambda: outline.workbook(made, language="en", on=ON)


def outline_report(size: int, files: Path) -> Body:
    """Ours: a register to the outline of its report, nothing checked."""
    from ropa import outline

    made = _register(size)
    outline.report(_register(1), language="en", on=ON, findings=False)
    return lambda: outline.report(made, language="en", on=ON, findings=False)


def outline_checked(size: int, files: Path) -> Body:
    """Ours: the same with the register checked, and what is found in it."""
    from ropa import outline

    made = _register(size)
    _report(1)
    return lambda: outline.report(made, language="en", on=ON)


def _report(size: int) -> Any:
    from ropa import outline

    return outline.report(_register(size), language="en", on=ON)


def report(size: int, files: Path) -> Body:
    """Ours: an outline with its pictures ready as a tagged PDF with contents, bookmarks and links."""
    from peers import pictures

    from ropa.formats import pdf

    made, warm = _report(size), _report(1)
    pdf.write(warm, pictures=pictures(warm))
    ready = pictures(made)
    return lambda: pdf.write(made, pictures=ready)


def report_floor(size: int, files: Path) -> Body:
    """Bare: the same words in reportlab's tables of paragraphs, in the same typeface, without contents, tags or links.

    A table is begun anew every 25 rows: one long one would take time that grows with its square.
    """
    from bare_pdf import build, parts

    made = parts(_report(size))
    build(parts(_report(1)))
    return lambda: build(made)


def report_typst(size: int, files: Path) -> Body:
    """Typst: the same words and pictures as its markup, with contents, bookmarks, links and tags."""
    from peers import typst

    typst(_report(1), files)()
    return typst(_report(size), files)


def report_weasyprint(size: int, files: Path) -> Body:
    """WeasyPrint: our own page of the same outline, with its contents, links and pictures."""
    from peers import weasyprint

    weasyprint(_report(1))()
    return weasyprint(_report(size))


def report_untagged(size: int, files: Path) -> Body:
    """Ours without tags: what is left when nothing is said of what is a heading, a table or a list."""
    from untagged import Untagged

    from ropa.formats.pdf import draw

    draw.Tags = Untagged  # type: ignore[misc,assignment]
    return report(size, files)


def report_unnumbered(size: int, files: Path) -> Body:
    """Ours laid out and drawn with contents that leave the page numbers out."""
    from peers import pictures

    from ropa.formats.pdf import draw, lay_out

    made = _report(size)
    ready = pictures(made)

    def work() -> bytes:
        book = lay_out(made, pictures=ready)
        return draw.draw(made, book.setter, book.pages, {})

    report(1, files)
    return work


def report_html(size: int, files: Path) -> Body:
    """Ours: the same outline as one page of HTML."""
    from peers import pictures

    from ropa.formats import html

    made, warm = _report(size), _report(1)
    html.write(warm, pictures=pictures(warm))
    ready = pictures(made)
    return lambda: html.write(made, pictures=ready)


def whole_report(size: int, files: Path) -> Body:
    """Ours: a register to a PDF, its check and its pictures included."""
    import ropa

    made = _register(size)
    return lambda: ropa.export(made, files / "whole.pdf", on=ON)


def graph(size: int, files: Path) -> Body:
    """Ours: the sharing graph of a register of chains whose flows of the day, and what they carry, are known."""
    return _graph(_shared(size))


def graph_floor(size: int, files: Path) -> Body:
    """Bare: networkx is given the same nodes and edges with their attributes ready."""
    return _bare_graph(_shared(size))


def graph_of_few(size: int, files: Path) -> Body:
    """Ours: the same of a register of a hundred parties."""
    return _graph(_register(size))


def graph_of_few_floor(size: int, files: Path) -> Body:
    """Bare: the same of a register of a hundred parties."""
    return _bare_graph(_register(size))


def whole_graph(size: int, files: Path) -> Body:
    """Ours: the sharing graph of a register of chains nothing has been asked of before."""
    from ropa import sharing_graph

    made = _shared(size)
    sharing_graph(_shared(1), on=ON)
    return lambda: sharing_graph(made, on=ON)


def _graph(made: Any) -> Body:
    from ropa import sharing_graph
    from ropa.sharing.carried import loads

    sharing_graph(_shared(1), on=ON)  # reads the tables of the law
    loads(made, ON)  # asks for the flows of the day, and for the closure of every activity
    return lambda: sharing_graph(made, on=ON)


def _bare_graph(register: Any) -> Body:
    import networkx as nx

    from ropa import sharing_graph

    made: Any = sharing_graph(register, on=ON)
    nodes, edges = list(made.nodes(data=True)), list(made.edges(keys=True, data=True))

    def work() -> object:
        found: Any = nx.MultiDiGraph()
        found.add_nodes_from(nodes)
        found.add_edges_from(edges)
        return found

    return work


def _shared(size: int) -> Any:
    """A register with chains of processors: ten times as many parties as activities, and three flows for each party."""
    from made import sharing_data

    from ropa.model import Register

    return Register.of(sharing_data(size))


def _asked(size: int) -> Any:
    """The same with the closure of every activity made and who engages whom: what every question begins with, once."""
    made = _shared(size)
    _closures(made)
    return made


def _closures(register: Any) -> None:
    from ropa.sharing.reach import Reach

    reach = Reach.of(register, ON)
    for activity in reach:
        reach[activity].possible.parties()
        reach[activity].certain.parties()
        reach.engaged(activity).of  # noqa: B018


def closures(size: int, files: Path) -> Body:
    """Ours: the flows of the day, and where the data of every activity get by them."""
    made = _shared(size)
    return lambda: _closures(made)


def holders(size: int, files: Path) -> Body:
    """Ours: who may hold a kind of data, by which path."""
    from ropa import sharing

    made = _asked(size)
    return lambda: sharing.holders(made, "bank-account", on=ON)


def holders_floor(size: int, files: Path) -> Body:
    """Bare: in each activity the parties that the flows lead to, breadth first, whatever it is that they carry."""
    from collections import deque

    made = _shared(size)
    every: dict[str, tuple[set[str], dict[str, list[str]]]] = {}
    for activity in made.activities:
        every[activity.key] = set(made.controllers_of(activity)), {}
    for hop in made.flows(on=ON):
        begin, onward = every[hop.activity]
        if hop.sender == "data-subjects":
            begin.add(hop.recipient)
        onward.setdefault(hop.sender, []).append(hop.recipient)

    def work() -> object:
        found = {}
        for activity, (begin, onward) in every.items():
            came: dict[str, str | None] = dict.fromkeys(begin)
            waiting = deque(begin)
            while waiting:
                party = waiting.popleft()
                for to in onward.get(party, ()):
                    if to not in came:
                        came[to] = party
                        waiting.append(to)
            found[activity] = came
        return found

    return work


def _impact(size: int, **asked: Any) -> Body:
    from ropa import sharing

    made = _asked(size)
    return lambda: sharing.impact(made, on=ON, **asked)


def impact_breach(size: int, files: Path) -> Body:
    """Ours: a breach at the processor that is in every activity."""
    return _impact(size, breach="host")


def impact_remove(size: int, files: Path) -> Body:
    """Ours: the processor that is in every activity goes."""
    return _impact(size, remove="host")


def impact_revoke(size: int, files: Path) -> Body:
    """Ours: the decision falls that a quarter of the flows can rest on."""
    return _impact(size, revoke="2025/2574")


def gaps(size: int, files: Path) -> Body:
    """Ours: every gap."""
    from ropa import sharing

    made = _asked(size)
    return lambda: sharing.gaps(made, on=ON)


def gaps_of_few(size: int, files: Path) -> Body:
    """Ours: every gap of a register whose flows have their contract, their leave and their ground."""
    from made import sharing_data

    from ropa import sharing
    from ropa.model import Register

    made = Register.of(sharing_data(size, orderly=True))
    _closures(made)
    return lambda: sharing.gaps(made, on=ON)


def chains(size: int, files: Path) -> Body:
    """Ours: the chain of every activity, one by one."""
    from ropa import sharing

    made = _asked(size)
    return lambda: [sharing.chain(made, f"activities.{one.key}", on=ON) for one in made.activities]


def concentration(size: int, files: Path) -> Body:
    """Ours: on how few everything rests."""
    from ropa import sharing

    made = _asked(size)
    return lambda: sharing.concentration(made, on=ON)


def picture(size: int, files: Path) -> Body:
    """Ours: the picture of 40 parties and the 600 flows between them."""
    from ropa import sharing_graph
    from ropa.formats import svg

    made = _register(min(size, 400))
    return lambda: svg.write(sharing_graph(made, ON), language="en", on=ON)


def check(size: int, files: Path) -> Body:
    """Ours: every rule on every activity."""
    import ropa

    made = _register(size)
    ropa.check(_register(1), on=ON)
    return lambda: ropa.check(made, on=ON)


def controller_records(size: int, files: Path) -> Body:
    """Ours: the records of Article 30(1)."""
    import ropa

    made = _register(size)
    return lambda: ropa.controller_records(made, on=ON)


def processor_records(size: int, files: Path) -> Body:
    """Ours: the records of Article 30(2), of every processor."""
    import ropa

    made = _register(size)
    return lambda: ropa.processor_records(made, on=ON)


def trace(size: int, files: Path) -> Body:
    """Ours: a source with a line for each activity held against the register."""
    import ropa

    made = _register(size)
    text = "\n".join(f"What line {at} says of an activity." for at in range(size))
    return lambda: ropa.trace(made, text)


WORK: dict[str, Callable[[int, Path], Body]] = {
    one.__name__: one
    for one in (
        load_yaml, load_yaml_floor, load_json, load_json_floor, outline_workbook, workbook, workbook_floor,
        whole_workbook, outline_report, outline_checked, report, report_floor, report_typst, report_weasyprint,
        report_untagged, report_unnumbered, whole_report, report_html, graph, graph_floor, graph_of_few, graph_of_few_floor, whole_graph, closures, holders, holders_floor, impact_breach,
        impact_remove, impact_revoke, gaps, gaps_of_few, chains, concentration, picture, check, controller_records,
        processor_records, trace,
    )
}  # fmt: skip


def seconds(name: str, size: int, files: Path) -> float:
    """The CPU seconds of one piece of work, without those of what it was given."""
    body = WORK[name](size, files)
    gc.collect()
    gc.freeze()  # what was prepared is nothing the collector should walk through on the clock
    start = time.process_time()
    made = body()
    taken = time.process_time() - start
    del made  # to take apart what was made is no part of making it
    return taken


def memory(name: str, size: int, files: Path) -> float:
    """The peak of memory in KiB of an interpreter that does one piece of work, with what it was given."""
    import resource  # not on every system

    WORK[name](size, files)()
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


if __name__ == "__main__":
    measure = memory if sys.argv[4:] == ["memory"] else seconds
    print(measure(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])))
