"""How a run ends badly: one sentence in the user's language, and an exit code.

The one place of the command line that catches failures.
"""

import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.cli.talk import talk
from pipeline.cli.usage import usage_sentence
from pipeline.cli.words import words
from pipeline.settings import Settings

EXIT_DEFECT = 70  # EX_SOFTWARE of sysexits.h
EXIT_INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def end_of(error: Exception, settings: Settings, asked: Sequence[str]) -> int:
    """Say what ended the run, on standard error, and give the exit code: 2 to 5, 130, or 70 for a defect."""
    from schemas.failures import PhaenFailure

    if settings.debug:
        traceback.print_exception(error)
    match error:
        case PhaenFailure():
            talk(f"phaen: {error.code}: {error.message(settings.language)}")
            return error.exit_code
        case click.Abort():
            talk(words(settings.language, "talk.interrupted"))
            return EXIT_INTERRUPTED
        case click.UsageError():
            talk(usage_sentence(error, settings.language))
            return error.exit_code
        case _:
            talk(_defect_sentence(error, settings, asked))
            return EXIT_DEFECT


def _defect_sentence(error: Exception, settings: Settings, asked: Sequence[str]) -> str:
    name = next((word for word in asked if Path(word).is_file()), None)
    file = words(settings.language, "talk.bug_file", name=name) if name else ""
    return words(settings.language, "talk.bug", kind=type(error).__name__, file=file)
