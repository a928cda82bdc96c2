"""phaen draft: last year's plan as the draft of a new year's, and the committee's decisions on it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.looks import look_of_office, profile_option, tell
from pipeline.cli.paths import FILE
from pipeline.cli.progress import shown
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import data, talk
from pipeline.cli.usage import Refusal
from pipeline.cli.verdict import fail_on_option, verdict
from pipeline.cli.wording import vocabulary_option
from pipeline.cli.words import words
from pipeline.settings import Language, Settings

if TYPE_CHECKING:
    from outputs.docx import BookStyle
    from pipeline.draft import Drafted

_FIRST_YEAR, _LAST_YEAR = 2400, 2700


@click.command("draft", cls=SpokenCommand)
@click.argument("last", type=FILE, required=False)
@click.option("--year", metavar="YEAR")
@click.option("-o", "--output", "outputs", metavar="DRAFT", type=FILE, multiple=True, required=True)
@click.option("--keep", metavar="CHOICE", default="recurring")
@click.option("--history", metavar="DIR", type=FILE)
@click.option("--adjust", metavar="PERCENT", default="0%")
@click.option("--decisions", metavar="FILE", type=FILE)
@click.option("--changes", metavar="FILE", type=FILE)
@fail_on_option("warning")
@profile_option
@vocabulary_option
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    last: Path | None,
    year: str | None,
    outputs: tuple[Path, ...],
    keep: str,
    history: Path | None,
    adjust: str,
    decisions: Path | None,
    changes: Path | None,
    fail_on: str,
    profile: Path | None,
    vocabulary: Path | None,
) -> int:
    """The summary is data here: the drafts go to files."""
    from outputs.draft.report import summary
    from pipeline.draft import Asked, decide_file, draft_file, in_office, render_changes
    from pipeline.vocabulary import own_wording

    source = _only_source(last, decisions, settings.language)
    _check_targets(outputs, changes, source)
    look = look_of_office(settings.language, profile=profile)
    with own_wording(vocabulary), shown(settings.language) as progress:
        if decisions is not None:
            drafted = decide_file(decisions)
        else:
            asked = Asked(_year(year, settings.language), keep, history, adjust)
            drafted = draft_file(source, asked, settings.environment, progress)
        drafted = in_office(drafted, look.profile)
        written = _rendered(drafted, outputs, look.style)
        if changes is not None:
            written.append((changes, render_changes(drafted, changes.suffix.lower(), settings.language)))
    _write(written, settings.language)
    tell(drafted.findings, settings.language)
    data(summary(drafted.draft, settings.language))
    return verdict(drafted.findings, fail_on)


def _only_source(last: Path | None, decisions: Path | None, language: Language) -> Path:
    """The plan or the filled workbook: one of them, as a workbook holds the whole draft."""
    if last is not None and decisions is not None:
        raise Refusal(words(language, "usage.draft_both"))
    source = last or decisions
    if source is None:
        raise Refusal(words(language, "usage.draft_neither"))
    return source


def _year(text: str | None, language: Language) -> int:
    from parsers.thai import read_int

    year = read_int(text or "")
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Refusal(words(language, "usage.draft_year"))
    return year


def _check_targets(outputs: tuple[Path, ...], changes: Path | None, source: Path) -> None:
    from pipeline.draft import CHANGES_SUFFIXES, SUFFIXES
    from pipeline.files import check_target

    for output in outputs:
        check_target(output, SUFFIXES, source=source)
    if changes is not None:
        check_target(changes, CHANGES_SUFFIXES, source=source)


def _rendered(drafted: "Drafted", outputs: tuple[Path, ...], style: "BookStyle") -> list[tuple[Path, bytes]]:
    """All drafts' bytes before the first is written: what cannot be rendered leaves nothing behind."""
    from pipeline.draft import render_draft

    return [(output, render_draft(drafted.draft, output.suffix.lower(), style)) for output in outputs]


def _write(written: list[tuple[Path, bytes]], language: Language) -> None:
    from pipeline.files import write_output

    for target, content in written:
        write_output(target, content)
        talk(words(language, "talk.written", name=target))
