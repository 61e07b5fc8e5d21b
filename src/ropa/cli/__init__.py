"""The command line: `ropa check`, `export`, `graph`, `trace`, `explain`, `new` and `schema`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

import click

from ropa.errors import CouldNotWrite, RopaError

BAD_CALL, COULD_NOT_WRITE, INTERRUPTED = 2, 3, 130
HOMES = {
    "ask": "ropa.cli.ask",
    "chain": "ropa.cli.chain",
    "check": "ropa.cli.check",
    "concentration": "ropa.cli.concentration",
    "diff": "ropa.cli.diff",
    "due": "ropa.cli.due",
    "export": "ropa.cli.export",
    "explain": "ropa.cli.explain",
    "gaps": "ropa.cli.gaps",
    "graph": "ropa.cli.graph",
    "holders": "ropa.cli.holders",
    "impact": "ropa.cli.impact",
    "join": "ropa.cli.join",
    "mirror": "ropa.cli.mirror",
    "new": "ropa.cli.new",
    "path": "ropa.cli.path",
    "schema": "ropa.cli.schema",
    "trace": "ropa.cli.trace",
    "verify": "ropa.cli.verify",
}


class _Commands(click.Group):
    """Commands that are imported when they are asked for: `ropa check` does not load a spreadsheet library."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from importlib import import_module

        if cmd_name not in HOMES:
            return None
        command: click.Command = import_module(HOMES[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from ropa.glossary.book import nearest

        if (
            args
            and args[0] not in HOMES
            and not args[0].startswith("-")
            and (hint := nearest(args[0], HOMES))
        ):
            raise click.UsageError(f"no such command {args[0][:40]!r}; did you mean {hint!r}?", ctx)
        return super().resolve_command(ctx, args)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("ropa-register")
    except PackageNotFoundError:
        return "not installed"


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(_version(), prog_name="ropa")
def ropa() -> None:
    """Keep, check and show a GDPR Article 30 record of processing activities."""


def main() -> None:
    """The `ropa` command. Exits with 0, 1 (findings), 2 (input or call), 3 (could not write) or 130."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(
                errors="backslashreplace"
            )  # an old terminal knows few letters: show the others by number
    sys.exit(_status())


def _status() -> int:
    try:
        status = ropa.main(standalone_mode=False) or 0
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        return _told(_wrong_call(error), BAD_CALL)
    except (KeyboardInterrupt, click.exceptions.Abort):
        return INTERRUPTED
    except CouldNotWrite as error:
        return _told(str(error), COULD_NOT_WRITE)
    except RopaError as error:
        return _told(str(error), BAD_CALL)
    except OSError as error:
        _let_go(sys.stdout)
        return (
            1 if isinstance(error, BrokenPipeError) else _told(error.strerror or str(error), COULD_NOT_WRITE)
        )
    return int(status)


def _wrong_call(error: click.ClickException) -> str:
    """How to call the command, and what was wrong with this call."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()  # the whole help, and nothing was wrong but that nothing was said
    context = error.ctx if isinstance(error, click.UsageError) else None
    usage = f"{context.get_usage()}\n" if context else ""
    return f"{usage}Error: {error.format_message()}"


def _told(message: str, status: int) -> int:
    from ropa.cli.show import safe

    click.echo(safe(message), err=True)
    return status


def _let_go(stream: TextIO | None) -> None:
    """Whoever read this is gone: what is still waiting to be written must not complain on the way out."""
    if stream is not None:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
