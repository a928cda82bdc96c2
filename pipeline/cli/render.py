"""phaen render: plan files into fresh plans."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.looks import looks_options, tell
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

_FORMATS = ("docx", "pdf", "html", "xlsx", "csv", "sqlite", "zip", "json")
_USUAL_FORMAT = "docx"
_TOLD_HERE = frozenset({"OUT005", "OUT008"})
"""Findings of writing: those of a plan are told by extract and check."""


@click.command("render", cls=SpokenCommand)
@click.argument("plans", metavar="PLAN...", type=FILE, nargs=-1, required=True)
@click.option("-o", "--output", metavar="FRESH", type=FILE, required=True)
@click.option("--to", "formats", metavar="FORMAT", type=click.Choice(_FORMATS), multiple=True)
@looks_options
@shared_options
@click.pass_obj
def command(
    settings: Settings, plans: tuple[Path, ...], output: Path, formats: tuple[str, ...], asked: "AskedLook"
) -> None:
    """Like convert, for plans that a person has seen and mended."""
    from pipeline.look import look_of

    into_folder = bool(formats) or len(plans) > 1 or output.is_dir()
    if into_folder and (output.is_file() or output.suffix.lower().removeprefix(".") in _FORMATS):
        raise Refusal(words(settings.language, "usage.render_folder", what=output))
    look = look_of(asked)
    tell(look.findings, settings.language)
    if into_folder:
        _into_folder(settings, plans, output, formats or (_USUAL_FORMAT,), look)
    else:
        _into_file(settings, plans[0], output, look)


def _into_file(settings: Settings, plan: Path, output: Path, look: "Look") -> None:
    from pipeline.convert import convert_file

    with shown(settings.language) as progress:
        told = convert_file(
            plan, output, look.style, settings.environment, progress,
            with_appendix=look.has_appendix, profile=look.profile,
        )  # fmt: skip
    _account(settings, [told], [output])


def _into_folder(
    settings: Settings, plans: tuple[Path, ...], folder: Path, formats: tuple[str, ...], look: "Look"
) -> None:
    from pipeline.render_files import render_files

    suffixes = tuple(dict.fromkeys(f".{name}" for name in formats))
    with shown(settings.language) as progress:
        rendered = render_files(plans, folder, suffixes, look, settings.environment, progress)
    targets = (target for each in rendered for target in each.targets)
    _account(settings, (each.extraction for each in rendered), targets)


def _account(settings: Settings, told: "Iterable[Extraction]", targets: Iterable[Path]) -> None:
    findings = (finding for each in told for finding in each.findings if finding.code in _TOLD_HERE)
    tell(findings, settings.language)
    for target in targets:
        talk(words(settings.language, "talk.written", name=target))
