"""phaen archive: plans of many local governments and years in one place."""

from collections.abc import Mapping

import click

from pipeline.cli.group import Group
from pipeline.cli.spoken import SpokenCommand, shared_options

_KEY = "commands.archive"
_MODULES = {
    "add": "archive_add",
    "list": "archive_list",
    "show": "archive_list",
    "search": "archive_search",
    "history": "archive_search",
    "export": "archive_export",
}


class Archive(Group):
    """The group of what can be done with an archive."""

    commands_key = _KEY

    def places(self) -> Mapping[str, tuple[str, str]]:
        """The module of each command; in it the command is called by its name and `_command`."""
        return {name: (module, f"{name}_command") for name, module in _MODULES.items()}


class ArchiveCommand(SpokenCommand):
    """One of them; its words stand under those of the group."""

    def _key(self) -> str:
        return f"{_KEY}.{self.name}"


@click.command("archive", cls=Archive)
@shared_options
def command() -> None:
    """See words.toml: the help is there, in both languages."""
