"""phaen follow-up: the sheet of a plan's year, and its evaluation when the sheet is filled in."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.compare import check_output
from pipeline.cli.looks import NUMERALS, look_of_office, profile_option, tell
from pipeline.cli.paths import FILE
from pipeline.cli.progress import shown
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import talk
from pipeline.cli.wording import vocabulary_option
from pipeline.cli.words import words
from pipeline.settings import Settings

if TYPE_CHECKING:
    from outputs.follow_up.model import Evaluation
    from pipeline.follow_up.run import Form
    from pipeline.look import Look
    from pipeline.progress import Progress

_SHEET = {".xlsx": "sheet"}
_EVALUATIONS: "dict[str, Form]" = {".docx": "docx", ".xlsx": "xlsx", ".json": "json", ".txt": "text"}
EXIT_TO_MEND = 1


@click.command("follow-up", cls=SpokenCommand)
@click.argument("plan", type=FILE)
@click.option("-o", "--output", metavar="FILE", type=FILE, required=True)
@click.option("--filled", metavar="FILE", type=FILE)
@click.option("--year", metavar="YEAR", type=int)
@click.option("--font", metavar="NAME")
@click.option("--numerals", metavar="POLICY", type=click.Choice(NUMERALS))
@profile_option
@vocabulary_option
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    plan: Path,
    output: Path,
    filled: Path | None,
    year: int | None,
    font: str | None,
    numerals: str | None,
    profile: Path | None,
    vocabulary: Path | None,
) -> int:
    """What to look at in a filled sheet is told on standard error."""
    from pipeline.vocabulary import own_wording

    with own_wording(vocabulary):
        if filled is None:
            check_output(output, _SHEET, (plan,))
            look = look_of_office(settings.language, profile=profile)
            with shown(settings.language) as progress:
                _write_sheet(settings, plan, output, year, look, progress)
            return 0
        check_output(output, _EVALUATIONS, (plan, filled))
        look = look_of_office(settings.language, profile=profile, font=font, numerals=numerals)
        with shown(settings.language) as progress:
            evaluation = _evaluate(settings, plan, filled, year, look, progress)
        return _write(settings, evaluation, output, look)


def _write_sheet(
    settings: Settings, plan: Path, output: Path, year: int | None, look: "Look", progress: "Progress"
) -> None:
    from pipeline.files import write_output
    from pipeline.follow_up.run import make_sheet

    sheet = make_sheet(plan, settings.environment, year, progress, look.profile)
    write_output(output, sheet.data)
    tell(sheet.findings, settings.language)
    talk(words(settings.language, "talk.written", name=output))


def _evaluate(
    settings: Settings, plan: Path, filled: Path, year: int | None, look: "Look", progress: "Progress"
) -> "Evaluation":
    from pipeline.follow_up.run import evaluate_files

    return evaluate_files(plan, filled, settings.environment, year, progress, look.profile)


def _write(settings: Settings, evaluation: "Evaluation", output: Path, look: "Look") -> int:
    """Write the evaluation; 1 where cells have to be mended before its figures are whole."""
    from outputs.follow_up.text import look_lines
    from pipeline.files import write_output
    from pipeline.follow_up.run import write_evaluation

    form = _EVALUATIONS[output.suffix.lower()]
    write_output(output, write_evaluation(evaluation, form, look.style, settings.language))
    talk(words(settings.language, "talk.written", name=output))
    for line in look_lines(evaluation, settings.language):
        talk(line)
    return EXIT_TO_MEND if any(each.severity == "error" for each in evaluation.findings) else 0
