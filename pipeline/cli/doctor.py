"""phaen doctor: what this machine has and lacks."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import data
from pipeline.cli.verdict import EXIT_CLEAN
from pipeline.cli.words import words
from pipeline.settings import Language, Settings

if TYPE_CHECKING:
    from pipeline.doctor import Check

EXIT_INCOMPLETE = 4
_NAME_WIDTH = 12


@click.command("doctor", cls=SpokenCommand)
@shared_options
@click.pass_obj
def command(settings: Settings) -> int:
    """Only what all work needs is missed; the rest is told."""
    from pipeline.doctor import examine

    checks = examine(settings.environment)
    lines = [_line(check, settings.language) for check in checks]
    data("\n".join([*lines, "", words(settings.language, f"doctor.{_state(checks)}")]))
    return EXIT_INCOMPLETE if _state(checks) == "unready" else EXIT_CLEAN


def _state(checks: Iterable["Check"]) -> str:
    missing = {check.purpose for check in checks if check.found is None}
    if "all_work" in missing:
        return "unready"
    return "ready" if missing - {"read_damaged_pdf"} else "ready_for_all"


def _line(check: "Check", language: Language) -> str:
    purpose = words(language, "doctor.purpose", what=words(language, f"doctor.{check.purpose}"))
    if check.found is not None:
        return f"{check.name:{_NAME_WIDTH}} {words(language, 'doctor.found')} {check.found} ({purpose})"
    how = words(language, "doctor.install", how=check.install)
    return f"{check.name:{_NAME_WIDTH}} {words(language, 'doctor.absent')} ({purpose}) {how}"
