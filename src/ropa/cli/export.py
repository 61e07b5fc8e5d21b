"""`ropa export`: registers into workbooks, reports and pictures."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from itertools import count
from pathlib import Path

import click

from ropa.cli.show import on_option, say
from ropa.formats.export import FORMATS, export, format_of
from ropa.formats.native import load
from ropa.formats.safe_file import make_folder
from ropa.glossary import require


@click.command("export")
@click.argument(
    "paths", nargs=-1, required=True, metavar="REGISTER FILE... | REGISTER... --into DIR --as NAME[,NAME]"
)
@click.option(
    "--into", type=click.Path(file_okay=False), default=None, help="Fill this folder, one folder a register."
)
@click.option("--as", "as_", default=None, help=f"Format: {', '.join(FORMATS)}; several with commas.")
@click.option("--party", default=None, help="Show this party's records (default: the holder's).")
@on_option
@click.option(
    "--language",
    default=None,
    help="The reader's language (default: the register's); with --into several with commas.",
)
@click.option("--force", is_flag=True, help="Write over a register file that exists.")
def command(
    paths: tuple[str, ...],
    into: str | None,
    as_: str | None,
    party: str | None,
    on: date | None,
    language: str | None,
    force: bool,
) -> int:
    """Write registers as workbooks, reports, pictures or register files."""
    names = tuple(as_.split(",")) if as_ else ()
    languages = tuple(require(one) for one in language.split(",")) if language else (None,)
    if into is not None:
        if not names:
            raise click.UsageError("--into needs --as: for example --as workbook,report,sharing")
        pairs: list[tuple[str, Path, str | None]] = list(_filled(paths, Path(into), names))
    elif len(languages) > 1:
        raise click.UsageError("several languages at once need --into DIR")
    else:
        if len(paths) < 2:
            raise click.UsageError("say where to: ropa export REGISTER FILE, or --into DIR --as NAME")
        if len(names) > 1:
            raise click.UsageError("several formats at once need --into DIR")
        pairs = [(paths[0], Path(target), names[0] if names else None) for target in paths[1:]]
    for _, target, name in pairs:
        format_of(target, name)
    day = on or date.today()
    held: dict[str, object] = {}
    with _progress(len(pairs) * len(languages)) as step:
        for source, where, name in pairs:
            if source not in held:
                held = {source: load(source)}
            for spoken in languages:
                target = (
                    where if len(languages) == 1 else where.with_name(f"{where.stem}.{spoken}{where.suffix}")
                )
                make_folder(target.parent)
                export(held[source], target, language=spoken, on=day, as_=name, party=party, force=force)  # type: ignore[arg-type]
                say(str(target)) if step is None else step(str(target))
    say(day.isoformat(), dim=True)
    return 0


def _filled(
    paths: tuple[str, ...], into: Path, names: tuple[str, ...]
) -> Iterator[tuple[str, Path, str | None]]:
    """Where each register goes: `register.yaml` goes by the name of its folder. Two of one name are told apart."""
    used: set[str] = set()
    for path in paths:
        where = Path(path).resolve()
        own = where.parent.name if where.stem == "register" else where.stem
        folder = next(
            one
            for number in count(1)
            if (one := own if number == 1 else f"{own}-{number}").lower() not in used
        )
        used.add(folder.lower())
        for name in names:
            yield path, into / folder / format_of(Path("x"), name).filename, name


def _progress(total: int):  # type: ignore[no-untyped-def]
    """A progress bar on a terminal; nothing in a pipe."""
    if total < 4 or not sys.stderr.isatty():
        return nullcontext(None)
    from contextlib import contextmanager

    from rich.console import Console
    from rich.progress import Progress

    @contextmanager
    def shown():  # type: ignore[no-untyped-def]
        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("", total=total)

            def step(name: str) -> None:
                bar.advance(task)
                bar.console.out(name, highlight=False)

            yield step

    return shown()
