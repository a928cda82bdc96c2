"""phaen collect: the form for projects, and what units and agencies hand in merged into a draft."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.compare import check_output
from pipeline.cli.looks import look_of_office, profile_option, tell
from pipeline.cli.paths import FILE
from pipeline.cli.progress import shown
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import data, talk
from pipeline.cli.usage import Refusal
from pipeline.cli.wording import vocabulary_option
from pipeline.cli.words import words
from pipeline.settings import Language, Settings

if TYPE_CHECKING:
    from outputs.forms.model import Collection
    from pipeline.look import Look
    from pipeline.progress import Progress

_FORM_SUFFIXES = (".xlsx",)
_REPORTS = {".txt": "text", ".json": "json", ".xlsx": "xlsx"}
EXIT_TO_MEND = 1


@click.command("collect", cls=SpokenCommand)
@click.argument("folder", type=FILE, required=False)
@click.option("--into", "draft", metavar="DRAFT", type=FILE)
@click.option("--form", is_flag=True)
@click.option("--plan", metavar="PLAN", type=FILE)
@click.option("-o", "--output", metavar="FILE", type=FILE, required=True)
@click.option("--report", metavar="FILE", type=FILE)
@profile_option
@vocabulary_option
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    folder: Path | None,
    draft: Path | None,
    form: bool,
    plan: Path | None,
    output: Path,
    report: Path | None,
    profile: Path | None,
    vocabulary: Path | None,
) -> int:
    """The report is the data of this command, unless it goes to a file."""
    from pipeline.files import check_target
    from pipeline.vocabulary import own_wording

    if form:
        if folder or draft or report:
            raise Refusal(words(settings.language, "usage.collect_form"))
        check_target(output, _FORM_SUFFIXES, source=plan)
        look = look_of_office(settings.language, profile=profile)
        with own_wording(vocabulary), shown(settings.language) as progress:
            _write_form(settings, plan, output, look, progress)
        return 0
    if folder is None or draft is None or plan:
        raise Refusal(words(settings.language, "usage.collect_into"))
    with own_wording(vocabulary):
        return _collect(settings, folder, draft, output, report, profile)


def _write_form(
    settings: Settings, plan: Path | None, output: Path, look: "Look", progress: "Progress"
) -> None:
    from pipeline.collect.run import make_form
    from pipeline.files import write_output

    form = make_form(plan, settings.environment, progress, look.profile)
    write_output(output, form.data)
    tell(form.findings, settings.language)
    talk(words(settings.language, "talk.written", name=output))


def _collect(
    settings: Settings, folder: Path, draft: Path, output: Path, report: Path | None, profile: Path | None
) -> int:
    """Write the merged plan and the report; 1 where something has to be mended before all is in."""
    from pipeline.collect.run import collect_files
    from pipeline.files import check_target, write_output
    from pipeline.render import SUFFIXES, render_plan

    check_target(output, SUFFIXES)
    if report:
        check_output(report, _REPORTS, (draft, output))
    look = look_of_office(settings.language, profile=profile)
    with shown(settings.language) as progress:
        leave = (output, report) if report else (output,)
        plan, told = collect_files(folder, draft, settings.environment, leave, progress, look.profile)
        written = render_plan(plan, output.suffix.lower(), look.style, settings.environment)
    write_output(output, written)
    talk(words(settings.language, "talk.written", name=output))
    _give_report(told, report, settings.language)
    return EXIT_TO_MEND if any(finding.severity == "error" for finding in told.findings) else 0


def _give_report(told: "Collection", report: Path | None, language: Language) -> None:
    from outputs.forms.report import as_json, as_text, as_workbook
    from pipeline.files import write_output

    if report is None:
        data(as_text(told, language))
        return
    writers = {
        "text": lambda: as_text(told, language).encode() + b"\n",
        "json": lambda: as_json(told, language),
        "xlsx": lambda: as_workbook(told, language),
    }
    write_output(report, writers[_REPORTS[report.suffix.lower()]]())
    talk(words(language, "talk.written", name=report))
