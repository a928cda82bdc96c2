"""The command `phaen`: ends each run in one place."""

import logging
import os
import sys
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import click

from pipeline.cli.endings import end_of
from pipeline.cli.group import Group
from pipeline.cli.spoken import shared_options
from pipeline.cli.words import command_names
from pipeline.settings import read_settings

NAME = "phaen"


class Phaen(Group):
    """The group of all commands."""

    words_key = "help"
    commands_key = "commands"

    def places(self) -> Mapping[str, tuple[str, str]]:
        """A module for each command, which is called `command` in it."""
        return {name: (name.replace("-", "_"), "command") for name in command_names()}

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
