"""From an old plan's file to a fresh plan's file."""

from collections.abc import Mapping
from pathlib import Path

from outputs.docx import BookStyle
from outputs.writable import writable
from pipeline.extract import AS_CATALOGUED, UNCORRECTED, Extraction, extract_file
from pipeline.files import check_target, write_output
from pipeline.office import NO_PROFILE, of_office
from pipeline.progress import Progress, Stage, silent
from pipeline.render import SUFFIXES, render_plan
from schemas.corrections import Corrections
from schemas.findings.severities import OwnSeverity
from schemas.profile import Profile

_STAGES_OF_EXTRACTION = 4
_STAGES = _STAGES_OF_EXTRACTION + 2


def convert_file(
    old: Path,
    fresh: Path,
    style: BookStyle,
    environment: Mapping[str, str],
    progress: Progress = silent,
    corrections: Corrections = UNCORRECTED,
    severities: Mapping[str, OwnSeverity] = AS_CATALOGUED,
    with_appendix: bool = False,
    profile: Profile = NO_PROFILE,
) -> Extraction:
    """Read `old`, write `fresh` (one of SUFFIXES by its name), and give back what was read.

    `corrections` and `severities` are those of `extract_file`; `with_appendix` adds an appendix of findings and
    sources to a book; `profile` gives the names and words of the office that writes it. What is given back is the
    plan as written, with a finding for each text with characters that `fresh` cannot hold.
    Nothing is written when anything fails. Raises PhaenFailure: 2 for an unfit target or correction, 3 for an
    unreadable input, 4 for a missing program, 5 for a target that cannot be written.
    """
    check_target(fresh, SUFFIXES, source=old)

    def tell(stage: Stage, done: int, _total: int) -> None:
        progress(stage, done, _STAGES)

    told = for_office(extract_file(old, environment, tell, corrections, severities), profile)
    progress("render", _STAGES_OF_EXTRACTION, _STAGES)
    suffix = fresh.suffix.lower()
    plan, removed = (told.plan, ()) if suffix == ".json" else writable(told.plan)
    told = told.model_copy(update={"findings": (*told.findings, *removed)})
    data = render_plan(plan, suffix, style, environment, told.findings, with_appendix)
    progress("write", _STAGES_OF_EXTRACTION + 1, _STAGES)
    write_output(fresh, data)
    return told


def for_office(extraction: Extraction, profile: Profile) -> Extraction:
    """What was read, with the office's own names and words in its plan."""
    if profile == NO_PROFILE:
        return extraction
    plan, findings = of_office(extraction.plan, profile)
    return extraction.model_copy(update={"plan": plan, "findings": (*extraction.findings, *findings)})
