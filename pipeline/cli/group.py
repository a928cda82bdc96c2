"""Groups of commands that are found lazily, so that help is quick."""

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module

import click

from pipeline.cli.spoken import SpokenCommand, language_of
from pipeline.cli.usage import Refusal
from pipeline.cli.words import words


class Group(SpokenCommand, click.Group):
    """A group whose commands' modules are imported only when they run or show their own help."""

    commands_key: str
    """Where the words of its commands stand, each under its name."""

    def places(self) -> Mapping[str, tuple[str, str]]:
        """The module of pipeline.cli and the name in it for each command, in the order of the help."""
        raise NotImplementedError

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the help."""
        return list(self.places())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None where there is none."""
        if cmd_name not in self.places():
            return None
        module, attribute = self.places()[cmd_name]
        command: click.Command = getattr(import_module(f"pipeline.cli.{module}"), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; Refusal, with the names that are near, for a command that there is not."""
        if args[0] not in self.places():
            raise Refusal(_no_command(ctx, args[0], self.list_commands(ctx)), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with what each does in a few words."""
        language = language_of(ctx)
        with formatter.section("Commands"):
            rows = [(name, words(language, f"{self.commands_key}.{name}.short")) for name in self.places()]
            formatter.write_dl(rows)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and behind them the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


def _no_command(context: click.Context, name: str, names: list[str]) -> str:
    near = get_close_matches(name, names)
    language = language_of(context)
    hint = words(language, "usage.near", names=", ".join(near)) if near else ""
    return words(language, "usage.no_command", what=name) + hint
