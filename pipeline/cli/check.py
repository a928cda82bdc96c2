"""phaen check: the findings in a plan."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.codes import finding_codes
from pipeline.cli.judging import judging, judging_options, tell_decisions
from pipeline.cli.paths import FILE, STANDARD_STREAM
from pipeline.cli.progress import shown
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import data, talk
from pipeline.cli.verdict import fail_on_option, verdict
from pipeline.cli.wording import vocabulary_option
from pipeline.cli.words import words
from pipeline.settings import Language, Settings

if TYPE_CHECKING:
    from outputs.findings import FindingsFormat
    from pipeline.extract import Extraction
    from schemas.findings.severities import OwnSeverity

_FORMS: "dict[str, FindingsFormat]" = {
    ".txt": "text",
    ".json": "json",
    ".sarif": "sarif",
    ".csv": "csv",
    ".html": "html",
}
"""The ending of a file's name, and the form that it asks for."""


@click.command("check", cls=SpokenCommand)
@click.argument("plan", type=FILE)
@click.option("-o", "--output", metavar="FILE", type=FILE, default=STANDARD_STREAM)
@click.option("--format", "form", type=click.Choice(tuple(_FORMS.values())), metavar="FORM")
@fail_on_option("error")
@click.option("--ignore", metavar="CODE", multiple=True)
@judging_options
@click.option("--write-corrections", "decisions", metavar="FILE", type=FILE)
@vocabulary_option
@shared_options
@click.pass_context
def command(context: click.Context, /, plan: Path, fail_on: str, **options: Any) -> int:
    """The findings are the data of this command."""
    settings: Settings = context.obj
    output: Path = options["output"]
    _check_targets(plan, output, options["decisions"])
    extraction = _judged(context, plan, options)
    form = options["form"] or _FORMS.get(output.suffix.lower(), "text")
    _give(extraction, output, form, settings.language)
    tell_decisions(extraction, settings.language)
    if options["decisions"]:
        _list_decisions(options["decisions"], plan, extraction, settings.language)
    return verdict(extraction.findings, fail_on)


def _check_targets(plan: Path, output: Path, decisions: Path | None) -> None:
    """Refuse what cannot be written before the long work."""
    from pipeline.decisions import SUFFIX
    from pipeline.files import check_target

    if output != STANDARD_STREAM:
        check_target(output, tuple(_FORMS), source=plan)
    if decisions:
        check_target(decisions, (SUFFIX,), source=plan)


def _judged(context: click.Context, plan: Path, options: dict[str, Any]) -> "Extraction":
    from pipeline.extract import extract_file
    from pipeline.vocabulary import own_wording

    settings: Settings = context.obj
    ignored: Sequence[str] = finding_codes(options["ignore"], context)
    how = judging(plan, options["corrections"], options["settings_file"])
    severities: dict[str, OwnSeverity] = {**how.severities, **dict.fromkeys(ignored, "ignore")}
    with own_wording(options["vocabulary"]), shown(settings.language) as progress:
        return extract_file(plan, settings.environment, progress, how.corrections, severities)


def _give(extraction: "Extraction", output: Path, form: "FindingsFormat", language: Language) -> None:
    from outputs.findings import render
    from pipeline.files import write_output
    from pipeline.version import phaen_version

    content = render(form, extraction.plan, extraction.findings, language, phaen_version())
    if output == STANDARD_STREAM:
        data(content if form == "csv" else content.decode().removesuffix("\n"))
    else:
        write_output(output, content)
        talk(words(language, "talk.written", name=output))


def _list_decisions(target: Path, plan: Path, extraction: "Extraction", language: Language) -> None:
    from pipeline.decisions import write_decisions

    listed = write_decisions(target, plan, extraction, language)
    talk(words(language, "talk.listed", name=target, entries=listed.entries, open=listed.open))
