"""phaen render: plan files into fresh plans."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.judging import judging, judging_options, tell_decisions
from pipeline.cli.looks import look_of_office, looks_options, tell
from pipeline.cli.paths import FILE
from pipeline.cli.progress import shown
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import talk
from pipeline.cli.usage import Refusal
from pipeline.cli.words import words
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.extract import Extraction
    from pipeline.look import AskedLook, Look

_Decided = tuple[Path | None, Path | None]
"""The options --corrections and --settings."""
_FORMATS = ("docx", "pdf", "html", "xlsx", "csv", "sqlite", "zip", "data-package", "json")
_USUAL_FORMAT = "docx"
_AS_FOLDER = "data-package"
_TOLD_HERE = frozenset({"OUT005", "OUT008"})
"""Findings of writing: those of a plan are told by extract and check."""
_UNMATCHED = frozenset({"COR001", "COR002"})
"""Decisions that met no finding: of several plans each decision is for one of them."""


@click.command("render", cls=SpokenCommand)
@click.argument("plans", metavar="PLAN...", type=FILE, nargs=-1, required=True)
@click.option("-o", "--output", metavar="FRESH", type=FILE, required=True)
@click.option("--to", "formats", metavar="FORMAT", type=click.Choice(_FORMATS), multiple=True)
@looks_options
@judging_options
@shared_options
@click.pass_obj
def command(
    settings: Settings, /, plans: tuple[Path, ...], output: Path, asked: "AskedLook", **options: Any
) -> None:
    """Like convert, for plans that a person has seen and mended."""
    formats: tuple[str, ...] = options["formats"]
    into_folder = bool(formats) or len(plans) > 1 or output.is_dir()
    _check(settings, output, into_folder=into_folder)
    look = look_of_office(settings.language, **asked._asdict())
    decided = (options["corrections"], options["settings_file"])
    if into_folder:
        _into_folder(settings, plans, output, formats or (_USUAL_FORMAT,), look, decided)
    else:
        _into_file(settings, plans[0], output, look, decided)


def _check(settings: Settings, output: Path, *, into_folder: bool) -> None:
    """Refuse a file's name where a folder is meant, and a folder's where nothing says what shall stand in it."""
    is_file = output.is_file() or output.suffix.lower().removeprefix(".") in _FORMATS
    if into_folder and is_file:
        key = "usage.render_is_folder" if output.is_dir() else "usage.render_folder"
        raise Refusal(words(settings.language, key, what=output))
    if not into_folder and not output.suffix:
        raise Refusal(words(settings.language, "usage.render_format", what=output))


def _into_file(settings: Settings, plan: Path, output: Path, look: "Look", decided: _Decided) -> None:
    from pipeline.convert import convert_file

    how = judging(plan, *decided)
    with shown(settings.language) as progress:
        told = convert_file(
            plan, output, look.style, settings.environment, progress, how.corrections, how.severities,
            look.has_appendix, look.profile,
        )  # fmt: skip
    _account(settings, [told], [output])


def _into_folder(
    settings: Settings,
    plans: tuple[Path, ...],
    folder: Path,
    formats: tuple[str, ...],
    look: "Look",
    decided: _Decided,
) -> None:
    from pipeline.render_files import PACKAGE_FOLDER, render_files

    suffixes = tuple(dict.fromkeys(PACKAGE_FOLDER if name == _AS_FOLDER else f".{name}" for name in formats))
    judged = [judging(plan, *decided) for plan in plans]
    with shown(settings.language) as progress:
        rendered = render_files(plans, folder, suffixes, look, settings.environment, progress, judged)
    targets = (target for each in rendered for target in each.targets)
    _account(settings, [each.extraction for each in rendered], targets)


def _account(settings: Settings, told: "Sequence[Extraction]", targets: Iterable[Path]) -> None:
    shown_here = _TOLD_HERE | _UNMATCHED if len(told) == 1 else _TOLD_HERE
    tell((found for each in told for found in each.findings if found.code in shown_here), settings.language)
    for each in told:
        tell_decisions(each, settings.language)
    for target in targets:
        talk(words(settings.language, "talk.written", name=target))
