"""Accuracy over generated plans: `python -m bench.accuracy --seeds 20 --formats docx,doc,pdf`.

Each seed gives an operation plan or a development plan in a random layout. Each is read through the public
function and scored against its truth; failures are counted by their code. `--readers` puts other tools beside
phaen on the same files; `--set` forces a quirk of the layout, such as `--set unseen_headers=true`.
"""

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bench.doubt import Doubt, doubt
from bench.formats import FORMATS, Skipped, files_of, suffix_of
from bench.legacy_plans import Layout, LegacyPlan, generate, random_layout
from bench.readers import READERS, can_read
from bench.scoring import Score, lost, score
from bench.tables import comparison
from schemas.failures import PhaenFailure
from schemas.plan import PlanKind

_LEAST_PROJECTS, _MOST_PROJECTS = 6, 30


@dataclass
class FormatResult:
    """What one reader made of one format."""

    score: Score = field(default_factory=Score)
    failures: Counter[str] = field(default_factory=Counter)
    by_seed: dict[str, Score] = field(default_factory=dict)
    doubt: Doubt = field(default_factory=Doubt)


def drawn_plan(seed: int, forced: dict[str, object] | None = None) -> LegacyPlan:
    """The plan of a seed, in a layout of its own but for the switches in `forced`."""
    rng = Random(f"{seed}/accuracy")
    kind: PlanKind = rng.choice(("operation_plan", "development_plan"))
    projects = rng.randint(_LEAST_PROJECTS, _MOST_PROJECTS)
    layout: Layout = random_layout(rng).with_(**(forced or {}))
    return generate(seed, layout, kind, projects, f"plan-{seed}.docx")


def measure(plans: dict[str, LegacyPlan], paths: dict[str, Path], reader: str) -> FormatResult:
    """Reads every plan and scores it; a plan that fails counts all its projects as missing."""
    result = FormatResult()
    for name, path in paths.items():
        truth = plans[name].truth
        try:
            reading = READERS[reader](path)
            one = score(truth, reading.plan)
            result.doubt.add(doubt(one, reading))
        except PhaenFailure as failure:
            result.failures[failure.code] += 1
            one = lost(truth)
        result.by_seed[name] = one
        result.score.add(one)
    return result


def report(result: FormatResult, show: int, only: str | None) -> str:
    """The table of a format, its failures, the worst plans, and examples of what was misread."""
    lines = [result.score.table()]
    if result.failures:
        lines.append("failures " + ", ".join(f"{code} {times}" for code, times in result.failures.items()))
    total = result.score.total()
    lines.append(f"fields exact {total.share:.4f}, spaces aside {total.share_but_for_spaces:.4f}")
    for what, (wrong, told) in (
        ("wrong fields", result.doubt.wrong()),
        ("fields not exact, spaces counted", result.doubt.unequal()),
    ):
        lines.append(f"{what} that phaen tells of: {told} of {wrong}")
    worst = sorted(result.by_seed.items(), key=lambda item: item[1].rows_exact / max(1, item[1].rows))
    lines.append("exact projects by plan " + ", ".join(_share(name, one) for name, one in worst))
    misses = [miss for miss in result.score.misses if only in (None, miss.field)]
    step = max(1, len(misses) // show) if show else 1
    lines += [str(miss) for miss in misses[::step][:show]]
    return "\n".join(lines)


def _share(name: str, one: Score) -> str:
    return f"{name} {one.rows_exact}/{one.rows}"


def _written(plans: dict[str, LegacyPlan], format_name: str, folder: Path) -> dict[str, Path]:
    """The plans as files of a format, by name."""
    paths = {}
    for name, data in files_of(plans, format_name).items():
        paths[name] = (
            folder / f"{name}{format_name.removeprefix(suffix_of(format_name))}.{suffix_of(format_name)}"
        )
        paths[name].write_bytes(data)
    return paths


def results(
    plans: dict[str, LegacyPlan], formats: list[str], readers: list[str], folder: Path
) -> Iterator[tuple[str, str, FormatResult]]:
    """Format, reader and result, of every pair that can be; a format that cannot be made is told of."""
    for format_name in formats:
        try:
            paths = _written(plans, format_name, folder)
        except Skipped as why:
            print(f"{format_name} is left out: {why}")
            continue
        for reader in readers:
            if all(can_read(reader, path) for path in paths.values()):
                yield format_name, reader, measure(plans, paths, reader)


def main() -> None:
    """Prints a table per format and reader, or one table of all."""
    chosen = _options().parse_args()
    forced = dict(_switch(text) for text in chosen.set)
    seeds = range(chosen.first, chosen.first + chosen.seeds)
    plans = {f"plan-{seed}": drawn_plan(seed, forced) for seed in seeds}
    with tempfile.TemporaryDirectory() as name:
        folder = chosen.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        for stem, plan in plans.items() if chosen.keep else ():
            (folder / f"{stem}.truth.json").write_text(plan.truth.model_dump_json(indent=2), "utf-8")
        found = {}
        for format_name, reader, result in results(
            plans, chosen.formats.split(","), chosen.readers.split(","), folder
        ):
            found[format_name, reader] = result
            if not chosen.markdown:
                print(f"== {format_name} read by {reader}")
                print(report(result, chosen.show, chosen.field))
        if chosen.markdown:
            print(comparison({column: (one.score, one.doubt) for column, one in found.items()}))


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--seeds", type=int, default=20, help="how many plans")
    options.add_argument("--first", type=int, default=1, help="the first seed")
    options.add_argument("--formats", default="docx", help=f"of {', '.join(FORMATS)}, divided by commas")
    options.add_argument("--readers", default="phaen", help=f"of {', '.join(READERS)}, divided by commas")
    options.add_argument("--set", action="append", default=[], help="NAME=JSON, a switch of the layout")
    options.add_argument("--markdown", action="store_true", help="one table of all formats and readers")
    options.add_argument("--show", type=int, default=0, help="how many misses to print, spread over all")
    options.add_argument("--field", help="print misses of this field only")
    options.add_argument("--keep", type=Path, help="a folder to keep the files and truths in")
    return options


def _switch(text: str) -> tuple[str, object]:
    name, _, value = text.partition("=")
    parsed = json.loads(value)
    return name, tuple(parsed) if isinstance(parsed, list) else parsed


if __name__ == "__main__":
    main()
