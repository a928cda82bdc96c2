"""phaen archive list and show: what the archive has."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.archive import ArchiveCommand
from pipeline.cli.archive_options import (
    all_option,
    archive_option,
    format_option,
    give_json,
    opened,
    which_of,
    which_options,
)
from pipeline.cli.archive_text import entry_line, money
from pipeline.cli.paths import FILE
from pipeline.cli.spoken import shared_options
from pipeline.cli.talk import data, talk
from pipeline.cli.words import words
from pipeline.settings import Language, Settings

if TYPE_CHECKING:
    from pipeline.archive.listing import Whole
    from schemas.findings import Finding

_SUFFIXES = (".json",)


@click.command("list", cls=ArchiveCommand)
@which_options
@all_option
@archive_option
@format_option
@shared_options
@click.pass_obj
def list_command(settings: Settings, /, address: str | None, form: str, **options: Any) -> None:
    """The plans are the data of this command."""
    with opened(settings, address) as archive:
        from pipeline.archive.listing import entries

        found = entries(archive, which_of(options))
    if form == "json":
        give_json(list(found))
        return
    for entry in found:
        data(entry_line(entry, settings.language))
    talk(words(settings.language, "archive.plans", count=len(found)))


@click.command("show", cls=ArchiveCommand)
@click.argument("number", type=click.IntRange(1))
@click.option("-o", "--output", metavar="PLAN.json", type=FILE)
@archive_option
@format_option
@shared_options
@click.pass_obj
def show_command(
    settings: Settings, number: int, output: Path | None, address: str | None, form: str
) -> None:
    """With -o the plan is written as a plan file, which all other commands read."""
    from pipeline.files import check_target, write_output

    if output is not None:
        check_target(output, _SUFFIXES)
    with opened(settings, address) as archive:
        from pipeline.archive.listing import whole

        found = whole(archive, number)
    if output is not None:
        from outputs import plan_json

        write_output(output, plan_json.render(found.plan))
        talk(words(settings.language, "talk.written", name=output))
    elif form == "json":
        give_json(found)
    else:
        data("\n".join(_lines(found, settings.language)))


def _lines(found: "Whole", language: Language) -> Iterator[str]:
    from pipeline.archive.project_rows import shown_name

    yield entry_line(found.entry, language)
    if found.entry.replaced_by is not None:
        yield words(language, "archive.behind", number=found.entry.replaced_by)
    yield f"\n{words(language, 'archive.sources')}"
    for source in found.sources:
        yield words(language, "archive.source", **source.model_dump())
    yield f"\n{words(language, 'archive.projects')}"
    for position, project in enumerate(found.plan.projects, 1):
        yield f"  {found.entry.id}/{position}  {shown_name(project)}  {money(project)}".rstrip()
    if found.findings:
        yield f"\n{words(language, 'archive.findings')}"
    for finding in found.findings:
        yield f"  {_told(finding, language)}"
    if found.decisions:
        yield f"\n{words(language, 'archive.decisions')}"
    for decided in found.decisions:
        yield f"  {decided.code} {decided.decision} {decided.project} {decided.value}".rstrip()


def _told(finding: "Finding", language: Language) -> str:
    """The finding in words; its code alone where an earlier phaen made it and this one does not know it."""
    from pipeline.archive.listing import can_tell

    if not can_tell(finding):
        return finding.code
    return f"{finding.code} {words(language, f'severity.{finding.severity}')}: {finding.message(language)}"
