"""`ropa export`: registers into workbooks, reports and pictures, one by one or a folder full."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ropa.audience import served_by_name
from ropa.cli.progress import progress
from ropa.cli.settings import settings_for
from ropa.cli.show import on_option, one_line, say
from ropa.cli.targets import refuse_registers
from ropa.cli.unprinted import makes_pdf, warn
from ropa.formats.asked import Options
from ropa.formats.export import FORMATS, PAPERS, export, format_of, refused
from ropa.formats.hand_over import BUNDLED, bundle, export_all
from ropa.formats.native import load
from ropa.formats.safe_file import make_folder
from ropa.glossary import phrase, require, spoken, text
from ropa.law import Tables

PUBLIC = "public"
NAMES_NOBODY = {"sub-processors"}
"""What names no customer, whoever it is for."""


class _Readers(click.Command):
    """Takes `--for customer KEY` in two words as well as in one."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        joined: list[str] = []
        for word in args:
            if joined[-2:] == ["--for", "customer"] or joined[-1:] == ["--for=customer"]:
                joined[-1] = f"{joined[-1]}:{word}"
            else:
                joined.append(word)
        return super().parse_args(ctx, joined)


@click.command("export", cls=_Readers)
@click.argument(
    "paths", nargs=-1, required=True, metavar="REGISTER FILE... | REGISTER... --into DIR --as NAME[,NAME]"
)
@click.option(
    "--into",
    type=click.Path(file_okay=False),
    default=None,
    help="Fill this folder, made if it is missing: one folder a register.",
)
@click.option(
    "--bundle", "bundled", type=click.Path(dir_okay=False), default=None, help="The same in one zip file."
)
@click.option(
    "--as", "as_", default=None, help=f"Format: {', '.join([*FORMATS, *PAPERS])}; several with commas."
)
@click.option("--party", default=None, help="Show this party's records (default: the holder's).")
@click.option(
    "--for",
    "for_",
    default="internal",
    metavar="READER",
    help="Who will read it: internal (default), authority, public, or customer KEY. A public copy of a processor's "
    "record still names its customers; you are told how many.",
)
@click.option("--since", default=None, metavar="REGISTER", help="An earlier register: show what changed.")
@click.option("--archival", is_flag=True, help="Make a PDF to be kept for years (PDF/A).")
@click.option(
    "--attach", is_flag=True, help="Put the register itself into the PDF, as its reader may see it."
)
@click.option("--agreement", default=None, metavar="KEY", help="The agreement that an annex belongs to.")
@click.option(
    "--config",
    metavar="FILE",
    default=None,
    help="Settings with rows of your own for the dated tables (default: ropa.toml beside the register).",
)
@click.option("--no-config", is_flag=True, help="Take no rows from a ropa.toml beside the register.")
@on_option
@click.option(
    "--language",
    default=None,
    help="The reader's language (default: the register's); with --into and --bundle several with commas.",
)
@click.option("--force", is_flag=True, help="Write over a register file that exists.")
def command(
    paths: tuple[str, ...],
    into: str | None,
    bundled: str | None,
    as_: str | None,
    party: str | None,
    for_: str,
    since: str | None,
    archival: bool,
    attach: bool,
    agreement: str | None,
    config: str | None,
    no_config: bool,
    on: date | None,
    language: str | None,
    force: bool,
) -> int:
    """Write registers as workbooks, reports, pictures or register files."""
    day = on or date.today()
    reader, _, customer = for_.partition(":")
    names = tuple(as_.split(",")) if as_ else ()
    languages = tuple(require(one) for one in language.split(",")) if language else ()
    if into is not None and bundled is not None:
        raise click.UsageError("--into fills a folder and --bundle a zip file; choose one")
    if into is not None and not names:
        raise click.UsageError("--into needs --as: for example --as workbook,report,sharing")
    options: Options = {
        "on": day,
        "party": party,
        "for_": reader,
        "customer": customer or None,
        "archival": archival,
        "attach": attach,
        "agreement": agreement,
    }
    registers = paths if into is not None or bundled is not None else paths[:1]
    tables = {} if no_config else _tables(registers, config)
    if into is None and bundled is None:
        options["tables"] = tables.get(paths[0])
        _one_by_one(paths, names, languages, since, force, options)
    else:
        many = len(paths) * max(1, len(languages)) * len(names or BUNDLED)
        with progress(many) as steps:
            if into is not None:
                export_all(
                    paths,
                    into,
                    as_=names,
                    languages=languages,
                    since=since,
                    tables_of=tables,
                    force=force,
                    **steps._asdict(),
                    **options,
                )
            else:
                bundle(
                    paths,
                    str(bundled),
                    as_=names or BUNDLED,
                    languages=languages,
                    since=since,
                    tables_of=tables,
                    **steps._asdict(),
                    **options,
                )
    targets = [Path(one) for one in paths[1:]] if into is None and bundled is None else []
    if makes_pdf(targets, names if targets else names or BUNDLED):
        warn(registers, languages[0] if languages else None)
    if reader == PUBLIC and set(names) != NAMES_NOBODY:
        _told_of_customers(registers, languages)
    say(day.isoformat(), dim=True)
    return 0


def _told_of_customers(registers: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Says of each register that was made public how many customers it names."""
    for path in registers:
        register = load(path)
        named = served_by_name(register)
        if named:
            language = languages[0] if languages else spoken(register.language)
            holder = (
                text(register.party(register.holder).name or register.holder, language)
                if register.holder
                else ""
            )
            told = phrase("copied.names-customers", language, register=path, number=len(named), holder=holder)
            click.echo(one_line(told), err=True)


def _tables(registers: tuple[str, ...], config: str | None) -> dict[str, Tables]:
    """The dated tables of each register that has rows of its own, as `ropa check` takes them."""
    found = {one: settings_for(one, config).dated_tables() for one in registers}
    return {one: tables for one, tables in found.items() if tables}


def _one_by_one(
    paths: tuple[str, ...],
    names: tuple[str, ...],
    languages: tuple[str, ...],
    since: str | None,
    force: bool,
    options: Options,
) -> None:
    if len(languages) > 1:
        raise click.UsageError("several languages at once need --into DIR")
    if len(paths) < 2:
        raise click.UsageError("say where to: ropa export REGISTER FILE, or --into DIR --as NAME")
    if len(names) > 1:
        raise click.UsageError("several formats at once need --into DIR")
    name = names[0] if names else None
    targets = [Path(one) for one in paths[1:]]
    register, before = load(paths[0]), load(since) if since else None
    refuse_registers(targets, register)
    for target in targets:
        refused(target, format_of(target, name), force=force)
    with progress(len(targets)) as steps:
        for target in targets:
            make_folder(target.parent)
            spoken = languages[0] if languages else None
            export(register, target, language=spoken, as_=name, since=before, force=force, **options)
            steps.making(str(target))
            steps.step(str(target))
