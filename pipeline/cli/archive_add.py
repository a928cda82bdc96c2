"""phaen archive add: read plans, and keep them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.archive import ArchiveCommand
from pipeline.cli.archive_options import archive_option, opened
from pipeline.cli.judging import judging, judging_options
from pipeline.cli.paths import FILE
from pipeline.cli.progress import shown
from pipeline.cli.spoken import shared_options
from pipeline.cli.talk import data, talk
from pipeline.cli.wording import vocabulary_option
from pipeline.cli.words import words
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.archive.adding import Added
    from pipeline.archive.reading import Reading
    from pipeline.archive.store import Archive

EXIT_SOME_FAILED = 10


@click.command("add", cls=ArchiveCommand)
@click.argument("plans", type=FILE, nargs=-1, required=True)
@archive_option
@judging_options
@vocabulary_option
@shared_options
@click.pass_obj
def add_command(settings: Settings, /, plans: tuple[Path, ...], address: str | None, **options: Any) -> int:
    """What became of each file is the data of this command."""
    from pipeline.archive.plan_files import plan_files
    from pipeline.vocabulary import own_wording

    files = plan_files(plans)
    is_single = files == plans and len(files) == 1
    with own_wording(options["vocabulary"]), opened(settings, address, create=True) as archive:
        if is_single:
            _add(settings, archive, files[0], options)
            return 0
        failed = sum(not _tried(settings, archive, file, options) for file in files)
    talk(words(settings.language, "archive.account", files=len(files), failed=failed))
    return EXIT_SOME_FAILED if failed else 0


def _tried(settings: Settings, archive: "Archive", file: Path, options: dict[str, Any]) -> bool:
    """Whether the file is in the archive now; one that cannot be read is told of, and does not stop the others."""
    from schemas.failures import InputFailure, MissingProgram

    try:
        reading = _read(settings, file, options)
    except (InputFailure, MissingProgram) as failure:
        talk(f"{file}: {failure.code}: {failure.message(settings.language)}")
        return False
    _put(settings, archive, file, reading)
    return True


def _add(settings: Settings, archive: "Archive", file: Path, options: dict[str, Any]) -> None:
    _put(settings, archive, file, _read(settings, file, options))


def _read(settings: Settings, file: Path, options: dict[str, Any]) -> "Reading":
    from pipeline.archive.reading import reading_of
    from pipeline.extract import extract_file
    from pipeline.version import phaen_version

    how = judging(file, options["corrections"], options["settings_file"])
    with shown(settings.language) as progress:
        extraction = extract_file(file, settings.environment, progress, how.corrections, how.severities)
    is_plan_file = file.suffix.lower() == ".json"
    return reading_of(extraction, how.corrections, phaen_version(), is_plan_file=is_plan_file)


def _put(settings: Settings, archive: "Archive", file: Path, reading: "Reading") -> None:
    from pipeline.archive.adding import add

    data(_outcome(settings, file, add(archive, reading)))


def _outcome(settings: Settings, file: Path, added: "Added") -> str:
    sentence = words(settings.language, f"archive.{added.outcome}", name=file, number=added.plan_id)
    if not added.replaced:
        return sentence
    numbers = ", ".join(map(str, added.replaced))
    return sentence + words(settings.language, "archive.replaces", numbers=numbers)
