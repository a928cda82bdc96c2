"""From a legacy plan, or a plan file, to a checked Plan: the one way through the house."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from parsers.formats import identify, read
from parsers.records import read_plan
from parsers.thai import repair_document
from parsers.thai.knowledge import THAI
from pipeline.collection import cycles_uncollected
from pipeline.corrections import settle
from pipeline.files import read_input
from pipeline.plan_file import load_plan
from pipeline.programs.libreoffice import LibreOffice
from pipeline.programs.poppler import find_pdftotext
from pipeline.progress import Progress, silent
from pipeline.told_once import damage_told_once
from schemas.corrections import Corrections
from schemas.document import Source
from schemas.findings import Finding
from schemas.findings.severities import OwnSeverity, with_severities
from schemas.model import Frozen
from schemas.plan import Plan
from schemas.rules import judge

_NO_ENVIRONMENT: Mapping[str, str] = MappingProxyType({})
_STAGES = 4


class Extraction(Frozen):
    """What one file holds: its Plan, and everything that a person should know of how it was read.

    `corrected` and `approved` count the decisions of a person that are in it already.
    """

    plan: Plan
    findings: tuple[Finding, ...]
    corrected: int = 0
    approved: int = 0


UNCORRECTED = Corrections()
AS_CATALOGUED: Mapping[str, OwnSeverity] = MappingProxyType({})


def extract_file(
    path: Path,
    environment: Mapping[str, str] = _NO_ENVIRONMENT,
    progress: Progress = silent,
    corrections: Corrections = UNCORRECTED,
    severities: Mapping[str, OwnSeverity] = AS_CATALOGUED,
) -> Extraction:
    """Read a legacy plan (.docx, .doc, .pdf, .xlsx, .xls, .rtf, .odt) or a plan file (.json), and judge it.

    `environment` tells where outside programs are (PATH and the like). `corrections` are what people decided on
    findings of this file; `severities` are an office's own, by code. Raises InputFailure (exit code 3) for
    a file that cannot be read as a plan, MissingProgram (4) where its format needs an absent program, and
    UsageFailure (2) for a correction that does not fit its field.
    """
    progress("read", 0, _STAGES)
    data = read_input(path)
    source = _source(path.name, data)
    with cycles_uncollected():
        plan, findings = _read_legacy(data, source, environment, progress)
        progress("judge", 3, _STAGES)
        settled = settle(plan, findings, lambda current: judge(current, THAI), corrections)
    return Extraction(
        plan=settled.plan,
        findings=with_severities(damage_told_once(settled.plan, settled.findings), severities),
        corrected=settled.corrected,
        approved=settled.approved,
    )


def plan_in(data: bytes, name: str, environment: Mapping[str, str] = _NO_ENVIRONMENT) -> Plan:
    """The plan in the bytes of a file of that name, not judged; failures as extract_file's."""
    with cycles_uncollected():
        return _read_legacy(data, _source(name, data), environment, silent)[0]


def named_plan(path: Path, environment: Mapping[str, str], progress: Progress = silent) -> Plan:
    """The plan in a file, as `extract_file` reads it; its source bears the name of the file that was asked for,
    also where a plan file tells of another.
    """
    plan = extract_file(path, environment, progress).plan
    return plan.model_copy(update={"source": plan.source.model_copy(update={"name": path.name})})


def _source(name: str, data: bytes) -> Source:
    return Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=identify(name, data),
        size_bytes=len(data),
    )


def _read_legacy(
    data: bytes, source: Source, environment: Mapping[str, str], progress: Progress
) -> tuple[Plan, tuple[Finding, ...]]:
    if source.format == "json":
        return load_plan(source.name, data), ()

    def modernize(old: bytes, suffix: str) -> bytes:
        # LibreOffice is looked for only when a format needs it.
        office = LibreOffice(environment)
        convert = office.to_xlsx if suffix == ".xls" else office.to_docx
        return convert(old, suffix, source.name)

    document = read(data, source, modernize, find_pdftotext(environment))
    progress("repair", 1, _STAGES)
    repaired, repairs = repair_document(document)
    progress("understand", 2, _STAGES)
    plan, findings = read_plan(repaired)
    return plan, (*repairs, *findings)
