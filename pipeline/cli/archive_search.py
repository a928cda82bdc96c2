"""phaen archive search and history: projects over all plans of the archive."""

import re
from decimal import Decimal
from typing import Any

import click

from pipeline.cli.archive import ArchiveCommand
from pipeline.cli.archive_options import (
    archive_option,
    format_option,
    give_json,
    opened,
    which_of,
    which_options,
)
from pipeline.cli.archive_text import hit_lines, office, stage_lines, years
from pipeline.cli.spoken import shared_options
from pipeline.cli.talk import data, talk
from pipeline.cli.words import words
from pipeline.settings import Settings

_REFERENCE = re.compile(r"(\d{1,18})/(\d{1,9})")
_USUAL_LIMIT = 50
_MOST_BAHT = 10**15
_MONEY = click.FloatRange(0, _MOST_BAHT)


@click.command("search", cls=ArchiveCommand)
@click.argument("words_asked", metavar="[WORDS]", nargs=-1)
@click.option("--place", metavar="WORDS")
@click.option("--unit", metavar="NAME")
@click.option("--min", "least", metavar="BAHT", type=_MONEY)
@click.option("--max", "most", metavar="BAHT", type=_MONEY)
@which_options
@click.option("--limit", metavar="N", type=click.IntRange(1, 100_000), default=_USUAL_LIMIT)
@archive_option
@format_option
@shared_options
@click.pass_obj
def search_command(
    settings: Settings, /, words_asked: tuple[str, ...], address: str | None, form: str, **options: Any
) -> None:
    """The projects that fit are the data of this command, the best first."""
    with opened(settings, address) as archive:
        from pipeline.archive.search import Question, search

        question = Question(
            words=" ".join(words_asked),
            place=options["place"],
            unit=options["unit"],
            least_baht=_baht(options["least"]),
            most_baht=_baht(options["most"]),
            which=which_of(options),
            limit=options["limit"],
        )
        answer = search(archive, question)
    if form == "json":
        give_json(answer)
        return
    for hit in answer.hits:
        data(hit_lines(hit, settings.language))
    talk(words(settings.language, "archive.hits", count=answer.count, shown=len(answer.hits)))


def _baht(amount: float | None) -> Decimal | None:
    return None if amount is None else Decimal(str(amount))


@click.command("history", cls=ArchiveCommand)
@click.argument("project", nargs=-1, required=True)
@which_options
@archive_option
@format_option
@shared_options
@click.pass_obj
def history_command(
    settings: Settings, /, project: tuple[str, ...], address: str | None, form: str, **options: Any
) -> None:
    """The project's stages are the data of this command; the plans without it are told besides."""
    with opened(settings, address) as archive:
        from pipeline.archive.history import find_project, history

        asked = " ".join(project)
        numbered = _REFERENCE.fullmatch(asked)
        if numbered:
            plan_id, position = int(numbered[1]), int(numbered[2])
        else:
            plan_id, position = find_project(archive, asked, which_of(options))
        found = history(archive, plan_id, position)
    if form == "json":
        give_json(found)
        return
    data(office(found.stages[0].entry.organization, settings.language))
    for stage in found.stages:
        data(stage_lines(stage, settings.language))
    if found.without:
        without = ", ".join(years(entry) for entry in found.without)
        talk(words(settings.language, "archive.without", years=without))
