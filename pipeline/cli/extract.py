"""phaen extract: an old plan into a plan file."""

from pathlib import Path

import click

from pipeline.cli.judging import judging, judging_options, tell_decisions
from pipeline.cli.paths import FILE, STANDARD_STREAM
from pipeline.cli.progress import shown
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import data, talk
from pipeline.cli.verdict import fail_on_option, verdict
from pipeline.cli.wording import vocabulary_option
from pipeline.settings import Settings


@click.command("extract", cls=SpokenCommand)
@click.argument("old", type=FILE)
@click.option("-o", "--output", metavar="PLAN", type=FILE, default=STANDARD_STREAM)
@fail_on_option("never")
@judging_options
@vocabulary_option
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    old: Path,
    output: Path,
    fail_on: str,
    vocabulary: Path | None,
    corrections: Path | None,
    settings_file: Path | None,
) -> int:
    """Standard output holds the plan file and nothing else."""
    from outputs.plan_json import render
    from outputs.report import summary
    from pipeline.extract import extract_file
    from pipeline.files import check_target, write_output
    from pipeline.vocabulary import own_wording

    if output != STANDARD_STREAM:
        check_target(output, (".json",), source=old)
    how = judging(old, corrections, settings_file)
    with own_wording(vocabulary), shown(settings.language) as progress:
        extraction = extract_file(old, settings.environment, progress, how.corrections, how.severities)
    plan_file = render(extraction.plan)
    if output == STANDARD_STREAM:
        data(plan_file)
    else:
        write_output(output, plan_file)
    tell_decisions(extraction, settings.language)
    talk(summary(extraction.plan, extraction.findings, settings.language).rstrip("\n"))
    return verdict(extraction.findings, fail_on)
