"""Accuracy over generated plans: `python -m bench.accuracy --seeds 20 --formats docx,doc,pdf`.

Each seed gives an operation plan or a development plan in a random layout. Each is read through the public
function and scored against its truth; failures are counted by their code.
"""

import argparse
import os
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bench.legacy_plans import LegacyPlan, generate, random_layout
from bench.office import accept_changes, convert_all
from bench.scoring import Score, score
from schemas.failures import PhaenFailure
from schemas.plan import Plan, PlanKind

_LEAST_PROJECTS, _MOST_PROJECTS = 6, 30


@dataclass
class FormatResult:
    """What came of one format."""

    score: Score = field(default_factory=Score)
    failures: Counter[str] = field(default_factory=Counter)
    by_seed: dict[str, Score] = field(default_factory=dict)


def drawn_plan(seed: int) -> LegacyPlan:
    """The plan of a seed, in a layout of its own."""
    rng = Random(f"{seed}/accuracy")
    kind: PlanKind = rng.choice(("operation_plan", "development_plan"))
    projects = rng.randint(_LEAST_PROJECTS, _MOST_PROJECTS)
    return generate(seed, random_layout(rng), kind, projects, f"plan-{seed}.docx")


def files_of(plans: dict[str, LegacyPlan], suffix: str) -> dict[str, bytes]:
    """The plans' bytes in a format, converted in one run of LibreOffice."""
    docx = {name: plan.docx for name, plan in plans.items()}
    if suffix == "docx":
        return docx
    if suffix == "pdf":
        docx = {name: accept_changes(data) for name, data in docx.items()}
    return convert_all(docx, suffix)


def read_file(path: Path) -> Plan:
    """The plan as phaen reads it."""
    # Imported here, for generating and scoring must work without the reader.
    from pipeline.extract import extract_file  # noqa: PLC0415

    plan: Plan = extract_file(path, os.environ).plan
    return plan


def measure(plans: dict[str, LegacyPlan], suffix: str, folder: Path) -> FormatResult:
    """Reads every plan in one format and scores it; a plan that fails counts all its projects as missing."""
    result = FormatResult()
    for name, data in files_of(plans, suffix).items():
        path = folder / f"{name}.{suffix}"
        path.write_bytes(data)
        truth = plans[name].truth
        try:
            one = score(truth, read_file(path))
        except PhaenFailure as failure:
            result.failures[failure.code] += 1
            one = Score(rows=len(truth.projects), rows_missing=len(truth.projects))
        result.by_seed[name] = one
        result.score.add(one)
    return result


def report(result: FormatResult, show: int, only: str | None) -> str:
    """The table of a format, its failures, the worst plans, and examples of what was misread."""
    lines = [result.score.table()]
    if result.failures:
        lines.append("failures " + ", ".join(f"{code} {times}" for code, times in result.failures.items()))
    worst = sorted(result.by_seed.items(), key=lambda item: item[1].rows_exact / max(1, item[1].rows))
    lines.append("exact projects by plan " + ", ".join(_share(name, one) for name, one in worst))
    misses = [miss for miss in result.score.misses if only in (None, miss.field)]
    step = max(1, len(misses) // show) if show else 1
    lines += [str(miss) for miss in misses[::step][:show]]
    return "\n".join(lines)


def _share(name: str, one: Score) -> str:
    return f"{name} {one.rows_exact}/{one.rows}"


def main() -> None:
    """Prints a table per format."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, default=20, help="how many plans")
    options.add_argument("--first", type=int, default=1, help="the first seed")
    options.add_argument("--formats", default="docx", help="of docx, doc and pdf, divided by commas")
    options.add_argument("--show", type=int, default=0, help="how many misses to print, spread over all")
    options.add_argument("--field", help="print misses of this field only")
    options.add_argument("--keep", type=Path, help="a folder to keep the files and truths in")
    chosen = options.parse_args()
    plans = {f"plan-{seed}": drawn_plan(seed) for seed in range(chosen.first, chosen.first + chosen.seeds)}
    with tempfile.TemporaryDirectory() as name:
        folder = chosen.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        if chosen.keep:
            for stem, plan in plans.items():
                (folder / f"{stem}.truth.json").write_text(plan.truth.model_dump_json(indent=2), "utf-8")
        for suffix in chosen.formats.split(","):
            print(f"== {suffix}")
            print(report(measure(plans, suffix, folder), chosen.show, chosen.field))


if __name__ == "__main__":
    main()
