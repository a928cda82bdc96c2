"""phaen render: a plan file into a fresh plan."""

from pathlib import Path

import click

from pipeline.cli.paths import FILE
from pipeline.cli.progress import shown
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import talk
from pipeline.cli.words import words
from pipeline.settings import Settings


@click.command("render", cls=SpokenCommand)
@click.argument("plan", type=FILE)
@click.option("-o", "--output", metavar="FRESH", type=FILE, required=True)
@click.option("--font", metavar="NAME")
@shared_options
@click.pass_obj
def command(settings: Settings, plan: Path, output: Path, font: str | None) -> None:
    """Like convert, for a plan that a person has seen and mended."""
    from pipeline.convert import convert_file
    from pipeline.render import book_style

    with shown(settings.language) as progress:
        convert_file(plan, output, book_style(font), settings.environment, progress)
    talk(words(settings.language, "talk.written", name=output))
