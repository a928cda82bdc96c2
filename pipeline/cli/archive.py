"""phaen archive: plans of many local governments and years in one place."""

from difflib import get_close_matches
from importlib import import_module

import click

from pipeline.cli.spoken import SpokenCommand, language_of, shared_options
from pipeline.cli.usage import Refusal
from pipeline.cli.words import words

_KEY = "commands.archive"
_MODULES = {
    "add": "archive_add",
    "list": "archive_list",
    "show": "archive_list",
    "search": "archive_search",
    "history": "archive_search",
    "export": "archive_export",
}


class Archive(SpokenCommand, click.Group):
    """The group of what can be done with an archive; a command's module is imported when it runs."""

    # click hands these methods more than they need.
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _MODULES:
            return None
        module = import_module(f"pipeline.cli.{_MODULES[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _MODULES:
            language = language_of(ctx)
            near = get_close_matches(args[0], _MODULES)
            hint = words(language, "usage.near", names=", ".join(near)) if near else ""
            raise Refusal(words(language, "usage.no_command", what=args[0]) + hint, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        language = language_of(ctx)
        with formatter.section("Commands"):
            formatter.write_dl([(name, words(language, f"{_KEY}.{name}.short")) for name in _MODULES])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


class ArchiveCommand(SpokenCommand):
    """One of them; its words stand under those of the group."""

    def _key(self) -> str:
        return f"{_KEY}.{self.name}"


@click.command("archive", cls=Archive)
@shared_options
def command() -> None:
    """See words.toml: the help is there, in both languages."""
