"""phaen archive export: many plans as data."""

from pathlib import Path
from typing import Any

import click

from pipeline.cli.archive import ArchiveCommand
from pipeline.cli.archive_options import all_option, archive_option, opened, which_of, which_options
from pipeline.cli.paths import FILE
from pipeline.cli.spoken import shared_options
from pipeline.cli.talk import talk
from pipeline.cli.words import words
from pipeline.settings import Settings

_SUFFIXES = (".csv", ".parquet", ".zip")


@click.command("export", cls=ArchiveCommand)
@click.option("-o", "--output", metavar="FILE", type=FILE, required=True)
@which_options
@all_option
@archive_option
@shared_options
@click.pass_obj
def export_command(settings: Settings, /, output: Path, address: str | None, **options: Any) -> None:
    """How much was written is told on standard error."""
    from pipeline.files import check_target

    check_target(output, _SUFFIXES)
    with opened(settings, address) as archive:
        from pipeline.archive.export import export

        written = export(archive, which_of(options), output)
    talk(words(settings.language, "archive.exported", name=output, **written._asdict()))
