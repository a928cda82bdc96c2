"""phaen batch: the plans of a whole folder into one tree, and a summary of them."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.looks import NARRATIVES, NUMERALS, look_of_office, profile_option
from pipeline.cli.paths import FILE
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import data
from pipeline.cli.usage import Refusal
from pipeline.cli.wording import vocabulary_option
from pipeline.cli.words import words
from pipeline.settings import Language, Settings

if TYPE_CHECKING:
    from pipeline.batch.ledger import Ledger
    from pipeline.batch.orders import Job
    from pipeline.batch.run import BatchRun, OpenPool, Pool

EXIT_SOME_FAILED = 10
_MEGABYTE_BYTES = 1024 * 1024
_LOOKS = ("template", "font", "numerals", "narrative", "appendix")
_MORE_SUFFIXES = ("pdf", "json", "xlsx")


@click.command("batch", cls=SpokenCommand)
@click.argument("folder", type=FILE)
@click.option("-o", "--output", metavar="OUT_DIR", type=FILE, required=True)
@click.option("--pdf", is_flag=True)
@click.option("--json", is_flag=True)
@click.option("--xlsx", is_flag=True)
@profile_option
@click.option("--template", metavar="OFFICE.docx", type=FILE)
@click.option("--font", metavar="NAME")
@click.option("--numerals", type=click.Choice(NUMERALS), metavar="DIGITS")
@click.option("--narrative", type=click.Choice(NARRATIVES), metavar="TEXTS")
@click.option("--appendix", is_flag=True)
@click.option("--retry", type=click.Choice(("failed",)), metavar="WHAT")
@click.option("--workers", type=click.IntRange(min=1), metavar="N")
@click.option("--time-limit", type=click.FloatRange(min=1), metavar="SECONDS", default=600.0)
@click.option("--memory-limit", type=click.IntRange(min=256), metavar="MB", default=2048)
@click.option("--executor", type=click.Choice(("local", "dask")), default="local", metavar="WHERE")
@click.option("--scheduler", metavar="ADDRESS")
@click.option("--ship", is_flag=True)
@click.option("--expected", metavar="LIST", type=FILE)
@click.option("--corrections", metavar="FILE", type=FILE)
@click.option("--settings", "settings_file", metavar="FILE", type=FILE)
@vocabulary_option
@click.option("--quiet", is_flag=True)
@shared_options
@click.pass_obj
def command(settings: Settings, /, folder: Path, output: Path, **options: Any) -> int:
    """The account of the run is the data of this command."""
    from pipeline.batch.run import Settings as RunSettings
    from pipeline.batch.run import run_batch
    from pipeline.batch.summary import read_expected, write_summary
    from pipeline.cli.batch_progress import watched

    asked = RunSettings(
        job=_job(options, settings.language),
        settings_file=options["settings_file"],
        retries_failed=options["retry"] == "failed",
        ships=options["ship"],
    )
    expected = read_expected(options["expected"])

    def summed_up(ledger: "Ledger") -> None:
        write_summary(ledger, output, expected, settings.language, asked.job.style.numerals)

    with watched(settings.language, is_quiet=options["quiet"]) as watch:
        run = run_batch(folder, output, asked, _pool(settings, options), watch, summed_up)
    data(_account(run, output, settings.language))
    return EXIT_SOME_FAILED if run.failures else 0


def _job(options: dict[str, Any], language: Language) -> "Job":
    from pipeline.batch.decided import read_decisions
    from pipeline.batch.orders import Job
    from pipeline.look import AskedLook, look_of
    from pipeline.vocabulary import read_vocabulary

    # Who signs and what is on the cover holds for one office: that comes by its profile, not by options.
    looks = {key: options[key] for key in _LOOKS}
    look = look_of_office(language, profile=options["profile"], **looks)
    return Job(
        suffixes=(".docx", *(f".{name}" for name in _MORE_SUFFIXES if options[name])),
        style=look.style,
        profile=look.profile,
        style_of_others=look_of(AskedLook(**looks)).style if options["profile"] else look.style,
        with_appendix=look.has_appendix,
        corrections=read_decisions(options["corrections"]),
        additions=read_vocabulary(options["vocabulary"]) if options["vocabulary"] else {},
    )


def _pool(settings: Settings, options: dict[str, Any]) -> "OpenPool":
    from pipeline.batch.pools import DaskPool, LocalPool
    from pipeline.executors.limits import Limits

    limits = Limits(
        time_seconds=options["time_limit"], memory_bytes=options["memory_limit"] * _MEGABYTE_BYTES
    )
    workers = options["workers"] or os.cpu_count() or 1
    if (options["executor"] == "dask") != bool(options["scheduler"]):
        raise Refusal(words(settings.language, "usage.batch_scheduler"))

    def open_pool(scratch: Path) -> "Pool":
        if options["executor"] == "dask":
            return DaskPool(options["scheduler"], limits)
        return LocalPool(workers, settings.environment, limits, scratch)

    return open_pool


def _account(run: "BatchRun", top: Path, language: Language) -> str:
    """What was done, and every file that gave no plan with its reason."""
    facts = {
        "files": run.files,
        "contents": run.contents,
        "copies": run.files - run.contents,
        "done": run.done,
        "as_before": run.as_before,
        "ignored": run.ignored,
        "failed": len(run.failures),
        "seconds": round(run.seconds),
        "top": top,
    }
    lines = [words(language, "batch.account", **facts)]
    if run.failures:
        lines.append(words(language, "batch.failed", **facts))
        lines += [f"  {path}: {reason.code}: {reason.message(language)}" for path, reason in run.failures]
    return "\n".join(lines)
