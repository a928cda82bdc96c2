"""phaen compare: what became of one plan's projects in another."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.paths import FILE, STANDARD_STREAM
from pipeline.cli.progress import shown
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import data, talk
from pipeline.cli.usage import Refusal
from pipeline.cli.wording import vocabulary_option
from pipeline.cli.words import words
from pipeline.settings import Language, Settings

if TYPE_CHECKING:
    from pipeline.compare import Form

_FORMS: "dict[str, Form]" = {
    ".txt": "text",
    ".json": "json",
    ".html": "html",
    ".xlsx": "xlsx",
    ".docx": "docx",
}
"""The ending of a file's name, and the form that it asks for."""


@click.command("compare", cls=SpokenCommand)
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option("-o", "--output", metavar="FILE", type=FILE, default=STANDARD_STREAM)
@click.option("--format", "form", type=click.Choice(tuple(_FORMS.values())), metavar="FORM")
@click.option("--redline", is_flag=True)
@vocabulary_option
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    old: Path,
    new: Path,
    output: Path,
    form: "Form | None",
    redline: bool,
    vocabulary: Path | None,
) -> None:
    """The comparison is the data of this command."""
    from pipeline.compare import compare_files
    from pipeline.vocabulary import own_wording

    check_output(output, _FORMS, (old, new))
    form = form or _FORMS.get(output.suffix.lower()) or ("docx" if redline else "text")
    if redline and form != "docx":
        raise Refusal(words(settings.language, "usage.redline_docx"))
    with own_wording(vocabulary), shown(settings.language) as progress:
        result = compare_files(old, new, form, settings.environment, settings.language, redline, progress)
    give(result, output, settings.language)


def check_output(output: Path, forms: Mapping[str, str], sources: tuple[Path, ...]) -> None:
    """Refuse a target before the long work: as `pipeline.files.check_target`, for several sources."""
    from pipeline.files import check_target

    for source in sources if output != STANDARD_STREAM else ():
        check_target(output, tuple(forms), source=source)


def give(result: bytes, output: Path, language: Language) -> None:
    """Write the result where it was asked for, and say so where that is a file."""
    from pipeline.files import write_output

    if output == STANDARD_STREAM:
        data(result)
    else:
        write_output(output, result)
        talk(words(language, "talk.written", name=output))
