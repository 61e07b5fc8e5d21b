"""`ropa graph`: who shares what with whom, as a list, a picture, node-link JSON or a file for another program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ropa.cli.settings import tables_for
from ropa.cli.show import language_for, language_option, on_option, one_line, say
from ropa.cli.whom import party_meant
from ropa.errors import UnknownFormat
from ropa.formats.export import FORMATS
from ropa.formats.native import load
from ropa.formats.safe_file import write_atomic
from ropa.model import PEOPLE

if TYPE_CHECKING:
    from ropa.law import Tables
    from ropa.sharing import SharingGraph


PICTURE = ".svg"


@click.command("graph")
@click.argument("register")
@click.argument("file", required=False)
@click.option("--party", default=None, help="Only what reaches this party or starts from it.")
@click.option("--activity", default=None, help="Only this activity.")
@click.option("--data", default=None, help="Only flows that carry this kind of personal data.")
@click.option(
    "--depth",
    type=click.IntRange(0),
    default=0,
    help="With --party: so many steps around it (0: its whole chain).",
)
@click.option(
    "--view",
    type=click.Choice(["parties", "countries"]),
    default="parties",
    show_default=True,
    help="In a picture (.svg): every party, or only the countries that data go to.",
)
@click.option(
    "--by",
    type=click.Choice(["country", "kind", "group"]),
    default="country",
    show_default=True,
    help="In a picture (.svg) of too many parties: what those that are drawn as one have in common.",
)
@click.option(
    "--most",
    type=click.IntRange(1),
    default=60,
    show_default=True,
    help="Of more parties than this, a picture (.svg) draws those as one that have --by in common.",
)
@on_option
@language_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(
    context: click.Context,
    register: str,
    file: str | None,
    party: str | None,
    activity: str | None,
    data: str | None,
    depth: int,
    view: str,
    by: str,
    most: int,
    on: date | None,
    language: str | None,
    form: str,
) -> int:
    """Show who shares data with whom; with FILE as a picture (.svg) or for another program (.graphml, .dot, .gv, .mmd, .cyjs)."""
    _refuse_what_does_nothing(context, file)
    held = load(register)
    day = on or date.today()
    speaks = language_for(held, language)
    if party is not None:
        party = party_meant(held, party)
    if activity is not None:
        held.activity(activity)
    from ropa.sharing import around
    from ropa.sharing.graph import party_node

    tables = tables_for(register)
    graph = around(held, on=day, party=party, activity=activity, data=data, depth=depth, tables=tables)
    if file is not None:
        write = _writer(
            Path(file),
            tables,
            view=view,
            by=by,
            most=most,
            keep=[party_node(party)] if party else [],
        )
        write_atomic(Path(file), write(graph, language=speaks, on=day).encode())
        say(file)
        return 0
    if form == "json":
        from ropa.formats.graph import node_link

        click.echo(node_link.write(graph, language=speaks), nl=False)
        return 0
    from ropa.glossary import phrase
    from ropa.wording import Wording, recipient_line

    words = Wording(held, speaks)
    say(day.isoformat(), dim=True)
    activities = {one.key: one for one in held.activities}
    shown = {
        (facts["activity"], facts["path"], start if start.startswith("party:") else PEOPLE, end)
        for start, end, facts in graph.edges(data=True)
    }
    if not shown:
        say(phrase("drawing.empty", speaks))
    for hop in held.flows(on=day):
        sender = PEOPLE if hop.sender == PEOPLE else party_node(hop.sender)
        if (hop.activity, hop.path, sender, party_node(hop.recipient)) in shown:
            name = activities.get(hop.activity)
            title = words.text(name.name) or name.key if name else ""
            say(
                one_line(
                    f"{title}: {words.party(hop.sender)} → {recipient_line(words, hop, sender_told=True)}"
                )
            )
    return 0


def _refuse_what_does_nothing(context: click.Context, file: str | None) -> None:
    """An option that would change nothing was given in error: whoever gave it is told."""
    given = {
        name
        for name in context.params
        if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
    }
    if "depth" in given and context.params["party"] is None:
        raise click.UsageError("--depth counts the steps around a party: give --party too")
    folding = [f"--{name}" for name in ("view", "by", "most") if name in given]
    if folding and (file is None or Path(file).suffix.lower() != PICTURE):
        raise click.UsageError(f"{folding[0]} is for a picture: give a FILE that ends in {PICTURE}")
    if len(folding) > 1 and context.params["view"] == "countries":
        raise click.UsageError(f"--view countries draws no parties: leave out {folding[1]}")


def _writer(file: Path, tables: Tables | None, **folded: Any) -> Callable[..., str]:
    """What writes the graph as the suffix of a file says."""
    from ropa.formats import svg
    from ropa.formats.graph import form

    def picture(graph: SharingGraph, *, language: str, on: date) -> str:
        return svg.write(graph, language=language, on=on, tables=tables, **folded)

    def other(name: str) -> Callable[..., str]:
        return lambda graph, *, language, on: form.write(graph, name, language=language, tables=tables)

    writers = {"sharing": picture} | {name: other(name) for name in form.FORMS}
    suffixes = {
        suffix: writers[name] for name in writers for suffix in FORMATS[name].suffixes if suffix != ".html"
    }
    if file.suffix.lower() not in suffixes:
        raise UnknownFormat(f"{file.name!r}: a graph is written as {', '.join(suffixes)}")
    found: Callable[..., str] = suffixes[file.suffix.lower()]
    return found
