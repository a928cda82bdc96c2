"""phaen link: where an operation plan's projects come from in the development plan."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.compare import check_output, give
from pipeline.cli.paths import FILE, STANDARD_STREAM
from pipeline.cli.progress import shown
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.wording import vocabulary_option
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.link import Form

_FORMS: "dict[str, Form]" = {".txt": "text", ".json": "json", ".html": "html", ".xlsx": "xlsx"}
"""The ending of a file's name, and the form that it asks for."""


@click.command("link", cls=SpokenCommand)
@click.argument("action_plan", type=FILE)
@click.argument("development_plan", type=FILE)
@click.option("-o", "--output", metavar="FILE", type=FILE, default=STANDARD_STREAM)
@click.option("--format", "form", type=click.Choice(tuple(_FORMS.values())), metavar="FORM")
@vocabulary_option
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    action_plan: Path,
    development_plan: Path,
    output: Path,
    form: "Form | None",
    vocabulary: Path | None,
) -> None:
    """The origins are the data of this command."""
    from pipeline.link import link_files
    from pipeline.vocabulary import own_wording

    check_output(output, _FORMS, (action_plan, development_plan))
    form = form or _FORMS.get(output.suffix.lower(), "text")
    with own_wording(vocabulary), shown(settings.language) as progress:
        result = link_files(
            action_plan, development_plan, form, settings.environment, settings.language, progress
        )
    give(result, output, settings.language)
