"""A progress bar on standard error, for people only."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from pipeline.cli.words import words
from pipeline.progress import Progress, Stage, silent
from pipeline.settings import Language


@contextmanager
def shown(language: Language) -> Iterator[Progress]:
    """A progress callback that draws a bar while it is open; nothing is drawn where nobody watches."""
    if not sys.stderr.isatty():
        yield silent
        return
    with click.progressbar(length=1, file=sys.stderr, show_eta=False, show_percent=False) as bar:

        def tell(stage: Stage, done: int, total: int) -> None:
            bar.length, bar.label = total, words(language, f"stages.{stage}")
            bar.update(done - bar.pos)
            bar.render_progress()

        yield tell
        bar.update((bar.length or 0) - bar.pos)
