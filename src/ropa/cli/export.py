"""`ropa export`: registers into workbooks, reports and pictures, one by one or a folder full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from ropa.cli.progress import progress
from ropa.cli.show import on_option, say
from ropa.formats.asked import Wish
from ropa.formats.bundle import bundle
from ropa.formats.export import FORMATS, export, format_of, put
from ropa.formats.manifest import NAME, Output
from ropa.formats.native import load
from ropa.formats.safe_file import make_folder, write_atomic
from ropa.formats.several import Job, jobs, make, manifest
from ropa.glossary import require

BUNDLED = "workbook,report,sharing,yaml"
"""What a bundle holds where nothing else is asked."""


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
    "--into", type=click.Path(file_okay=False), default=None, help="Fill this folder, one folder a register."
)
@click.option(
    "--bundle", "bundled", type=click.Path(dir_okay=False), default=None, help="The same in one zip file."
)
@click.option("--as", "as_", default=None, help=f"Format: {', '.join(FORMATS)}; several with commas.")
@click.option("--party", default=None, help="Show this party's records (default: the holder's).")
@click.option(
    "--for",
    "for_",
    default="internal",
    metavar="READER",
    help="Who will read it: internal (default), authority, public, or customer KEY.",
)
@click.option("--since", default=None, metavar="REGISTER", help="An earlier register: show what changed.")
@click.option("--archival", is_flag=True, help="Make a PDF to be kept for years (PDF/A).")
@click.option("--attach", is_flag=True, help="Put the register itself into the PDF, as its reader may see it.")
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
    on: date | None,
    language: str | None,
    force: bool,
) -> int:
    """Write registers as workbooks, reports, pictures or register files."""
    day = on or date.today()
    reader, _, customer = for_.partition(":")
    before = load(since) if since else None
    wish = Wish(None, day, party, reader, customer or None, before, archival, attach)
    names = tuple(as_.split(",")) if as_ else ()
    languages: tuple[str | None, ...] = (
        tuple(require(one) for one in language.split(",")) if language else (None,)
    )
    if into is not None and bundled is not None:
        raise click.UsageError("--into fills a folder and --bundle a zip file; choose one")
    if into is not None or bundled is not None:
        if into is not None and not names:
            raise click.UsageError("--into needs --as: for example --as workbook,report,sharing")
        every = jobs(paths, names or tuple(BUNDLED.split(",")), languages, wish)
        run = _Run(every, Path(since) if since else None, day, force)
        _fill(run, Path(into)) if into is not None else _bundle(run, Path(str(bundled)))
    else:
        _one_by_one(paths, names, languages, wish, force)
    say(day.isoformat(), dim=True)
    return 0


def _one_by_one(
    paths: tuple[str, ...],
    names: tuple[str, ...],
    languages: tuple[str | None, ...],
    wish: Wish,
    force: bool,
) -> None:
    if len(languages) > 1:
        raise click.UsageError("several languages at once need --into DIR")
    if len(paths) < 2:
        raise click.UsageError("say where to: ropa export REGISTER FILE, or --into DIR --as NAME")
    if len(names) > 1:
        raise click.UsageError("several formats at once need --into DIR")
    name = names[0] if names else None
    targets = [Path(one) for one in paths[1:]]
    for target in targets:
        format_of(target, name)
    register = load(paths[0])
    with progress(len(targets)) as step:
        for target in targets:
            make_folder(target.parent)
            export(
                register,
                target,
                language=languages[0],
                on=wish.on,
                as_=name,
                party=wish.party,
                for_=wish.for_,
                customer=wish.customer,
                since=wish.since,
                archival=wish.archival,
                attach=wish.attach,
                force=force,
            )
            step(str(target))


@dataclass(frozen=True)
class _Run:
    """The files to make, and what each needs."""

    jobs: tuple[Job, ...]
    since: Path | None
    on: date
    force: bool

    def sources(self) -> list[Path]:
        """Every register that is read."""
        return [*(one.source for one in self.jobs), *([self.since] if self.since else [])]


def _fill(run: _Run, folder: Path) -> None:
    """The files in a folder, with a manifest beside them."""
    outputs: list[Output] = []
    with progress(len(run.jobs)) as step:
        for made in make(run.jobs, folder, run.since):
            target = folder / made.target
            make_folder(target.parent)
            put(made.data, target, made.format, force=run.force)
            outputs.append(made.output)
            step(str(target))
    text = manifest(run.on.isoformat(), run.sources(), outputs, folder).text()
    write_atomic(folder / NAME, text.encode())
    say(str(folder / NAME))


def _bundle(run: _Run, where: Path) -> None:
    """The files, the letters that go with them and their manifest in one zip file."""
    every = []
    with progress(len(run.jobs)) as step:
        for made in make(run.jobs, None, run.since, letters=True):
            every.append(made)
            step(str(made.target))
    text = manifest(run.on.isoformat(), run.sources(), [one.output for one in every], None).text()
    make_folder(where.parent)
    write_atomic(where, bundle([(NAME, text.encode()), *((str(one.target), one.data) for one in every)]))
    say(str(where))
