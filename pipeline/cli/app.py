"""The command `phaen`: finds its commands lazily, so that help is quick, and ends each run in one place."""

import logging
import os
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from pipeline.cli.endings import end_of
from pipeline.cli.spoken import SpokenCommand, language_of, shared_options
from pipeline.cli.usage import Refusal
from pipeline.cli.words import command_names, words
from pipeline.settings import read_settings

NAME = "phaen"


class Phaen(SpokenCommand, click.Group):
    """The group of all commands; a command's module is imported only when it runs or shows its own help."""

    words_key = "help"

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(command_names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in command_names():
            return None
        command: click.Command = import_module(f"pipeline.cli.{cmd_name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in command_names():
            raise Refusal(_no_command(ctx, args[0]), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        language = language_of(ctx)
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, words(language, f"commands.{name}.short")) for name in command_names()]
            )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    # click overloads this by standalone_mode, which is not the caller's to choose here.
    def main(self, args: Sequence[str] | None = None, **extra: Any) -> Any:  # type: ignore[override]
        """Run the command line and leave the process with its exit code (see pipeline.cli.endings)."""
        asked = list(sys.argv[1:] if args is None else args)
        settings = read_settings(asked, os.environ)
        _survive_narrow_terminals()
        if not settings.debug:
            _hush_libraries()
        extra |= {"prog_name": NAME, "standalone_mode": False, "obj": settings}
        try:
            code = super().main(args, **extra) or 0
        except Exception as error:
            code = end_of(error, settings, asked)
        sys.exit(code)


def _no_command(context: click.Context, name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, command_names())
    language = language_of(context)
    hint = words(language, "usage.near", names=", ".join(near)) if near else ""
    return words(language, "usage.no_command", what=name) + hint


def _survive_narrow_terminals() -> None:
    """A terminal that cannot show Thai (an old code page) gets escapes, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _hush_libraries() -> None:
    """What a library warns of (pdfminer does, of each odd operator) is no talk to a planning officer."""
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


@click.command(NAME, cls=Phaen)
@shared_options
@click.version_option(package_name=NAME)
def main() -> None:
    """See words.toml: the help is there, in both languages."""
