"""phaen render: a plan file into a fresh plan."""

from pathlib import Path

import click

from pipeline.cli.looks import looks_options
from pipeline.cli.paths import FILE
from pipeline.cli.progress import shown
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import talk
from pipeline.cli.words import words
from pipeline.settings import Settings


@click.command("render", cls=SpokenCommand)
@click.argument("plan", type=FILE)
@click.option("-o", "--output", metavar="FRESH", type=FILE, required=True)
@looks_options
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    plan: Path,
    output: Path,
    font: str | None,
    numerals: str,
    narrative: str,
    appendix: bool,
) -> None:
    """Like convert, for a plan that a person has seen and mended."""
    from pipeline.convert import convert_file
    from pipeline.render import book_style

    with shown(settings.language) as progress:
        style = book_style(font, numerals, narrative)
        convert_file(plan, output, style, settings.environment, progress, with_appendix=appendix)
    talk(words(settings.language, "talk.written", name=output))
