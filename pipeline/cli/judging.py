"""The options that say how a plan is judged: an office's settings, and what people decided already."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from pipeline.cli.paths import FILE
from pipeline.cli.talk import talk
from pipeline.cli.words import words
from pipeline.settings import Language

if TYPE_CHECKING:
    from pipeline.extract import Extraction
    from schemas.corrections import Corrections
    from schemas.findings.severities import OwnSeverity

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])


def judging_options(command: _Decorated) -> _Decorated:
    """The options --corrections and --settings, as the arguments `corrections` and `settings_file`."""
    own = click.option("--settings", "settings_file", metavar="FILE", type=FILE)(command)
    return click.option("--corrections", metavar="FILE", type=FILE)(own)


class Judging(NamedTuple):
    """How a plan is judged: severities by code, and decisions."""

    severities: "dict[str, OwnSeverity]"
    corrections: "Corrections"


def judging(plan: Path, corrections: Path | None, settings_file: Path | None) -> Judging:
    """What the options say, and phaen.toml beside the plan; fails as the readers of these files do."""
    from pipeline.correction_file import read_corrections
    from pipeline.settings_file import read_severities

    return Judging(dict(read_severities(plan, settings_file)), read_corrections(corrections))


def tell_decisions(extraction: "Extraction", language: Language) -> None:
    """Say how many decisions are in the plan, where there are any."""
    if extraction.corrected or extraction.approved:
        facts = {"corrected": extraction.corrected, "approved": extraction.approved}
        talk(words(language, "talk.decided", **facts))
