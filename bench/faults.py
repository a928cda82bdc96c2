"""How many injected faults phaen tells of: `python -m bench.faults --count 50 --clean 100`.

Each fault goes alone into a generated plan in a layout of its own, which is typed as a .docx and read through the
public function; `--format doc` or `pdf` reads what LibreOffice makes of it. Found is a fault that a finding points
at: at its project, at the total that it touches, or at a project under the heading that it touches. Findings that
the same plan has without the fault do not count.
`--clean` reads plans without faults and counts what phaen says of them; an error or warning there is a false alarm.
"""

import argparse
import os
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from bench.fault_kinds import KINDS, NEEDS, DatingHand, Fault
from bench.legacy_plans import Layout, random_layout
from bench.legacy_plans.contents import Contents, draw_contents
from bench.legacy_plans.generate import typed
from bench.office import accept_changes, convert_all
from pipeline.extract import Extraction, extract_file
from schemas.findings import SEVERITIES, Finding
from schemas.plan import Plan, PlanKind

_LEAST_PROJECTS, _MOST_PROJECTS = 10, 30
_CLEAN: dict[str, object] = {
    "wrong_totals": False,
    "damage": 0.0,
    "note_rows": False,
    "unseen_headers": False,
    "blank_months": False,
    "divider_rows": False,
    "mark_jitter": 0.1,
}
"""Quirks that phaen is right to tell of, here without them; all others are in the layouts."""
_INDEX = re.compile(r"(projects|declared_totals)\[(\d+)\]")


@dataclass
class Tally:
    """How many faults of one kind were put in, and by what they were found."""

    injected: int = 0
    found: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    missed: list[int] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Found of injected."""
        return sum(self.found.values()) / self.injected if self.injected else 0.0


def clean_contents(seed: int, forced: dict[str, object]) -> Contents:
    """The contents of a seed in a layout without quirks that are findings themselves."""
    rng = Random(f"{seed}/faults")
    kind: PlanKind = rng.choice(("operation_plan", "development_plan"))
    layout: Layout = random_layout(rng).with_(**_CLEAN).with_(**forced)
    return draw_contents(seed, layout, kind, rng.randint(_LEAST_PROJECTS, _MOST_PROJECTS))


def read(
    contents: Contents,
    folder: Path,
    summed_up: Contents | None = None,
    header_year: int | None = None,
    suffix: str = "docx",
) -> Extraction:
    """What phaen makes of the contents typed as a .docx, and converted where `suffix` is another."""
    path = folder / f"plan.{suffix}"
    path.write_bytes(_converted(typed(contents, DatingHand, summed_up, header_year), suffix))
    return extract_file(path, os.environ)


def _converted(docx: bytes, suffix: str) -> bytes:
    if suffix == "docx":
        return docx
    return convert_all({"plan": accept_changes(docx) if suffix == "pdf" else docx}, suffix)["plan"]


def subject(finding: Finding, plan: Plan) -> tuple[str | None, str | None]:
    """The name of the project and the amount of the total that a finding is about."""
    place = _INDEX.search(finding.path or "")
    if place and place[1] == "declared_totals":
        return None, plan.declared_totals[int(place[2])].amount
    if place:
        return plan.projects[int(place[2])].name, None
    at = finding.provenance
    on_row = (
        p
        for p in plan.projects
        if at.row is not None and (p.source.table, p.source.row) == (at.table, at.row)
    )
    return next((project.name for project in on_row), None), None


def _plain(name: str | None) -> str:
    return "".join((name or "").split())


def _as_read(fault: Fault, plan: Plan) -> Iterator[str]:
    """The names of the faulty projects as they were read: damaged text may be half repaired."""
    typed_projects = fault.contents.truth(plan.source).projects
    if len(typed_projects) == len(plan.projects):
        pairs = zip(typed_projects, plan.projects, strict=True)
        yield from (read.name or "" for typed, read in pairs if typed.name in fault.names)


def _is_of_label(finding: Finding, label: str | None, plan: Plan) -> bool:
    place = _INDEX.match(finding.path or "")
    if label is None or place is None or place[1] != "declared_totals":
        return False
    total = plan.declared_totals[int(place[2])]
    return _plain(label) in _plain(f"{total.label} {finding.facts.get('label', '')}")


def pointing(fault: Fault, faulty: Extraction, clean: Extraction) -> Iterator[Finding]:
    """The findings of the faulty plan that point at the fault and that the clean one does not have."""
    before = {(finding.code, subject(finding, clean.plan)) for finding in clean.findings}
    names = {_plain(name) for name in (*fault.names, *_as_read(fault, faulty.plan))}
    for finding in faulty.findings:
        about = subject(finding, faulty.plan)
        if (finding.code, about) in before:
            continue
        name, amount = about
        is_about = (name and _plain(name) in names) or (amount and amount in fault.amounts)
        is_about = is_about or bool(fault.header_year and finding.path == "fiscal_year")
        if is_about or _is_of_label(finding, fault.label, faulty.plan):
            yield finding


def measure(kind: str, wanted: int, first: int, folder: Path, suffix: str = "docx") -> Tally:
    """Faults of one kind in `wanted` plans, from the seed `first` on, read as .docx, .doc or .pdf."""
    tally = Tally()
    for seed in count(first):
        if tally.injected == wanted:
            return tally
        contents = clean_contents(seed, NEEDS.get(kind, {}))
        fault = KINDS[kind](contents, Random(f"{seed}/{kind}"))
        if fault is None:
            continue
        tally.injected += 1
        faulty = read(fault.contents, folder, fault.summed_up, fault.header_year, suffix)
        told = list(pointing(fault, faulty, read(contents, folder, suffix=suffix)))
        tally.codes.update({finding.code for finding in told})
        best = next((level for level in SEVERITIES if any(f.severity == level for f in told)), None)
        if best is None:
            tally.missed.append(seed)
        else:
            tally.found[best] += 1
    return tally


def alarms(
    plans: int, first: int, folder: Path, suffix: str = "docx"
) -> tuple[Counter[str], Counter[str], int]:
    """By severity and by code, what phaen says of plans without faults, and how many projects they have."""
    by_severity: Counter[str] = Counter()
    by_code: Counter[str] = Counter()
    projects = 0
    for seed in range(first, first + plans):
        reading = read(clean_contents(seed, {}), folder, suffix=suffix)
        projects += len(reading.plan.projects)
        by_severity.update(finding.severity for finding in reading.findings)
        by_code.update(f"{finding.code} ({finding.severity})" for finding in reading.findings)
    return by_severity, by_code, projects


def _row(kind: str, tally: Tally) -> str:
    levels = " | ".join(str(tally.found[level]) for level in SEVERITIES)
    codes = ", ".join(f"{code} {times}" for code, times in tally.codes.most_common(4))
    found = sum(tally.found.values())
    return f"| {kind} | {found} of {tally.injected} ({tally.share:.2f}) | {levels} | {codes} |"


def main() -> None:
    """Prints the table of faults, and what is said of clean plans."""
    chosen = _options().parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if chosen.count:
            print(
                "| fault | found | by an error | by a warning | by a note | codes |\n| --- | --- | --- | --- | --- | --- |"
            )
        for kind in [chosen.only] if chosen.only else KINDS:
            if not chosen.count:
                break
            tally = measure(kind, chosen.count, chosen.first, folder, chosen.format)
            print(_row(kind, tally), flush=True)
            if chosen.show and tally.missed:
                print(f"missed: {tally.missed}")
        if chosen.clean:
            by_severity, by_code, projects = alarms(chosen.clean, chosen.first, folder, chosen.format)
            levels = ", ".join(f"{by_severity[level]} {level}s" for level in SEVERITIES)
            print(f"\n{chosen.clean} plans without faults ({projects} projects): {levels}")
            print(", ".join(f"{code} {times}" for code, times in by_code.most_common()) or "nothing")


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--count", type=int, default=50, help="faults of each kind; 0 for none")
    options.add_argument("--clean", type=int, default=0, help="so many plans without faults")
    options.add_argument("--first", type=int, default=1, help="the first seed")
    options.add_argument("--only", choices=list(KINDS), help="one kind")
    options.add_argument("--format", choices=("docx", "doc", "pdf"), default="docx", help="what phaen reads")
    options.add_argument("--show", action="store_true", help="the seeds of faults that were missed")
    return options


if __name__ == "__main__":
    main()
