"""The command line: `ropa check`, `export`, `graph`, `trace`, `explain`, `new` and `schema`."""

from __future__ import annotations

import sys

import click

from ropa.errors import CouldNotWrite, RopaError

BAD_CALL, COULD_NOT_WRITE, INTERRUPTED = 2, 3, 130
HOMES = {
    "check": "ropa.cli.check",
    "export": "ropa.cli.export",
    "explain": "ropa.cli.explain",
    "graph": "ropa.cli.graph",
    "new": "ropa.cli.new",
    "schema": "ropa.cli.schema",
    "trace": "ropa.cli.trace",
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

        if args and args[0] not in HOMES and not args[0].startswith("-") and (hint := nearest(args[0], HOMES)):
            raise click.UsageError(f"no such command {args[0][:40]!r}; did you mean {hint!r}?", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ropa-register", prog_name="ropa")
def ropa() -> None:
    """Keep, check and show a GDPR Article 30 record of processing activities."""


def main() -> None:
    """The `ropa` command. Exits with 0, 1 (findings), 2 (input or call), 3 (could not write) or 130."""
    from ropa.cli.show import safe

    try:
        sys.exit(ropa.main(standalone_mode=False) or 0)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(BAD_CALL)
    except (KeyboardInterrupt, click.exceptions.Abort):
        sys.exit(INTERRUPTED)
    except CouldNotWrite as error:
        click.echo(safe(str(error)), err=True)
        sys.exit(COULD_NOT_WRITE)
    except RopaError as error:
        click.echo(safe(str(error)), err=True)
        sys.exit(BAD_CALL)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
