"""phaen convert: an old plan into a fresh one."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.judging import judging, judging_options, tell_decisions
from pipeline.cli.looks import looks_options, tell
from pipeline.cli.paths import FILE
from pipeline.cli.progress import shown
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import data
from pipeline.cli.verdict import fail_on_option, verdict
from pipeline.cli.wording import vocabulary_option
from pipeline.cli.words import words
from pipeline.settings import Language, Settings

if TYPE_CHECKING:
    from pipeline.extract import Extraction
    from pipeline.look import AskedLook


@click.command("convert", cls=SpokenCommand)
@click.argument("old", type=FILE)
@click.option("-o", "--output", metavar="FRESH", type=FILE, required=True)
@looks_options
@fail_on_option("never")
@judging_options
@vocabulary_option
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    old: Path,
    output: Path,
    asked: "AskedLook",
    fail_on: str,
    vocabulary: Path | None,
    corrections: Path | None,
    settings_file: Path | None,
) -> int:
    """The summary is data here: the plan itself goes to a file."""
    from pipeline.convert import convert_file
    from pipeline.look import look_of
    from pipeline.vocabulary import own_wording

    how, look = judging(old, corrections, settings_file), look_of(asked)
    with own_wording(vocabulary), shown(settings.language) as progress:
        extraction = convert_file(
            old, output, look.style, settings.environment, progress, how.corrections, how.severities,
            look.has_appendix, look.profile,
        )  # fmt: skip
    tell(look.findings, settings.language)
    tell_decisions(extraction, settings.language)
    data(_account(extraction, old, output, settings.language))
    return verdict(extraction.findings, fail_on)


def _account(extraction: "Extraction", old: Path, fresh: Path, language: Language) -> str:
    from outputs.report import summary

    lines = [summary(extraction.plan, extraction.findings, language).rstrip("\n")]
    if extraction.findings:
        lines.append(words(language, "talk.look_closer", name=old))
    lines.append(words(language, "talk.written", name=fresh))
    return "\n".join(lines)
