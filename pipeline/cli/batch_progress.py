"""How a batch tells of its progress: a bar for people at a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pipeline.cli.talk import talk
from pipeline.cli.words import words
from pipeline.settings import Language

if TYPE_CHECKING:
    from pipeline.batch.run import Standing, Watch

_LINE_SECONDS = 30.0
_MINUTE_SECONDS = 60.0


@contextmanager
def watched(language: Language, *, is_quiet: bool) -> "Iterator[Watch]":
    """A callback for the standing of a run; it says nothing where it is quiet."""
    if is_quiet:
        yield _silent
    elif sys.stderr.isatty():
        with _bar(language) as watch:
            yield watch
    else:
        yield _lines(language)


def _silent(_standing: "Standing") -> None:
    """Tell nobody."""


def pace(standing: "Standing", seconds: float) -> tuple[float, float]:
    """Files per minute so far, and the seconds that are left by the share of all work that is done."""
    if not standing.share or not seconds:
        return 0.0, 0.0
    return standing.done * _MINUTE_SECONDS / seconds, seconds * (1 - standing.share) / standing.share


def _facts(standing: "Standing", seconds: float) -> dict[str, object]:
    rate, left = pace(standing, seconds)
    minutes, rest = divmod(round(left), round(_MINUTE_SECONDS))
    return {
        "done": standing.done,
        "total": standing.total,
        "failed": standing.failed,
        "rate": f"{rate:.0f}",
        "left": f"{minutes}:{rest:02d}",
    }


def _lines(language: Language, clock: Callable[[], float] = time.monotonic) -> "Watch":
    """A plain line at the beginning, at the end, and each half minute between."""
    started = clock()
    told = [started - _LINE_SECONDS]

    def watch(standing: "Standing") -> None:
        now = clock()
        if now - told[0] >= _LINE_SECONDS or standing.done == standing.total:
            told[0] = now
            talk(words(language, "batch.line", **_facts(standing, now - started)))

    return watch


@contextmanager
def _bar(language: Language) -> "Iterator[Watch]":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TextColumn("{task.description}"))
    started = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=1.0)

        def watch(standing: "Standing") -> None:
            sentence = words(language, "batch.line", **_facts(standing, time.monotonic() - started))
            progress.update(task, completed=standing.share, description=sentence)

        yield watch
