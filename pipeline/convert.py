"""From an old plan's file to a fresh plan's file."""

from collections.abc import Mapping
from pathlib import Path

from outputs.docx import BookStyle
from outputs.writable import writable
from pipeline.extract import AS_CATALOGUED, UNCORRECTED, Extraction, extract_file
from pipeline.files import check_target, write_output
from pipeline.progress import Progress, Stage, silent
from pipeline.render import SUFFIXES, render_plan
from schemas.corrections import Corrections
from schemas.findings.severities import OwnSeverity

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
) -> Extraction:
    """Read `old`, write `fresh` (one of SUFFIXES by its name), and give back what was read.

    `corrections` and `severities` are those of `extract_file`; `with_appendix` adds an appendix of findings and
    sources to a book. What is given back has a finding for each text with characters that `fresh` cannot hold.
    Nothing is written when anything fails. Raises PhaenFailure: 2 for an unfit target or correction, 3 for an
    unreadable input, 4 for a missing program, 5 for a target that cannot be written.
    """
    check_target(fresh, SUFFIXES, source=old)

    def tell(stage: Stage, done: int, _total: int) -> None:
        progress(stage, done, _STAGES)

    extraction = extract_file(old, environment, tell, corrections, severities)
    progress("render", _STAGES_OF_EXTRACTION, _STAGES)
    suffix = fresh.suffix.lower()
    plan, removed = (extraction.plan, ()) if suffix == ".json" else writable(extraction.plan)
    told = extraction.model_copy(update={"findings": (*extraction.findings, *removed)})
    data = render_plan(plan, suffix, style, environment, told.findings, with_appendix)
    progress("write", _STAGES_OF_EXTRACTION + 1, _STAGES)
    write_output(fresh, data)
    return told
