"""phaen profile: an office's profile, made to be filled in, and checked."""

from pathlib import Path

import click

from pipeline.cli.paths import FILE
from pipeline.cli.progress import shown
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import talk
from pipeline.cli.usage import Refusal
from pipeline.cli.words import words
from pipeline.settings import Settings

_ACTIONS = ("init", "check")
_SUFFIXES = (".toml",)


@click.command("profile", cls=SpokenCommand)
@click.argument("action", type=click.Choice(_ACTIONS), metavar="init|check")
@click.argument("file", type=FILE, required=False)
@click.option("-o", "--output", metavar="PROFILE", type=FILE)
@shared_options
@click.pass_obj
def command(settings: Settings, action: str, file: Path | None, output: Path | None) -> None:
    """init: FILE is a plan, or nothing; check: FILE is a profile."""
    if action == "check":
        if file is None or output is not None:
            raise Refusal(words(settings.language, "usage.profile_check"))
        _check(settings, file)
        return
    if output is None:
        raise Refusal(words(settings.language, "usage.profile_init"))
    _init(settings, file, output)


def _init(settings: Settings, plan: Path | None, output: Path) -> None:
    from outputs.profile import profile_form
    from pipeline.extract import extract_file
    from pipeline.files import check_target, write_output

    check_target(output, _SUFFIXES, source=plan)
    if output.exists():
        raise Refusal(words(settings.language, "usage.profile_exists", what=output))
    with shown(settings.language) as progress:
        read = extract_file(plan, settings.environment, progress).plan if plan else None
    write_output(output, profile_form(read, output.name).encode())
    talk(words(settings.language, "talk.written", name=output))


def _check(settings: Settings, profile: Path) -> None:
    """Reads all that a book with this profile would, its files too."""
    from pipeline.cli.looks import tell
    from pipeline.look import AskedLook, look_of

    look = look_of(AskedLook(profile=profile))
    tell(look.findings, settings.language)
    talk(words(settings.language, "talk.profile_good", name=profile))
