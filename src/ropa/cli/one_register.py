"""Commands that look into one register: told so when a shell has put several in the place of a `*`."""

from __future__ import annotations

from pathlib import Path

import click

from ropa.cli.show import one_line

SUFFIXES = (".yaml", ".yml", ".json")


class OneRegister(click.Command):
    """A command that takes one register first, and no other one in the place of a party or a term."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        given = [*args]
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError:
            self._refuse_several(ctx, given)
            raise
        words = [ctx.params.get(one.name or "") for one in self.params if isinstance(one, click.Argument)]
        self._refuse_several(ctx, [one for one in words if isinstance(one, str)])
        return rest

    def _refuse_several(self, ctx: click.Context, words: list[str]) -> None:
        files = [one for one in words if _is_file(one)]
        if len(files) > 1:
            told = f"ropa {self.name} takes one register; {files[1]} is a file too"
            raise click.UsageError(one_line(told), ctx)


def _is_file(word: str) -> bool:
    path = Path(word)
    return path.suffix.lower() in SUFFIXES and path.is_file()
