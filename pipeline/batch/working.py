"""The work on one file, as a worker does it: nothing here writes into the tree or knows of other files."""

import atexit
import hashlib
import os
import tempfile
import time
import traceback
from collections.abc import Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path, PurePath

from outputs.docx import BookStyle
from outputs.writable import writable
from pipeline.batch.figures import figures_of
from pipeline.batch.orders import Answer, Job, Order, Reason
from pipeline.collection import cycles_uncollected
from pipeline.convert import for_office
from pipeline.corrections import UNMATCHED, UNMATCHED_APPROVAL
from pipeline.extract import Extraction, extract_file
from pipeline.files import read_input
from pipeline.office import NO_PROFILE, other_office
from pipeline.programs.libreoffice_warm import kept_warm
from pipeline.progress import silent
from pipeline.render import render_plan
from schemas.failures import InputFailure, MissingProgram, PhaenFailure
from schemas.findings import Finding
from schemas.vocabulary import extended

PLAN_SUFFIXES = frozenset(
    (
        ".doc",
        ".docx",
        ".docm",
        ".dot",
        ".dotx",
        ".json",
        ".odt",
        ".ott",
        ".pdf",
        ".rtf",
        ".xls",
        ".xlsm",
        ".xlsx",
    )
)
"""Endings of names of files that somebody takes for a plan: what they hold is told of where it is none."""
_OF_ANOTHER_FILE = frozenset((UNMATCHED, UNMATCHED_APPROVAL))
_PROFILE_UNUSED = "OUT011"
_FORMAT_UNKNOWN, _WRONG_SUFFIX = "DOC003", "DOC013"
_PROGRAM_FAILED = frozenset(("DOC021", "DOC022"))


def work(order: Order) -> Answer:
    """Read, judge and write one plan in memory. Never raises: whatever goes wrong is the answer's reason."""
    started = time.monotonic()
    try:
        answer = _done(order)
    except PhaenFailure as failure:
        may_pass = isinstance(failure, MissingProgram) and failure.code in _PROGRAM_FAILED
        reason = Reason(code=failure.code, facts=failure.facts, may_pass=may_pass)
        answer = Answer(sha256=order.sha256, outcome=_outcome(order, failure), reason=reason)
    except Exception as error:  # the one document of a batch: its defect is told, and the others go on
        answer = Answer(sha256=order.sha256, outcome="failed", reason=_defect(order, error))
    return answer.model_copy(update={"seconds": round(time.monotonic() - started, 3)})


def _outcome(order: Order, failure: PhaenFailure) -> str:
    """A picture beside the plans is no failure; a file that is named like a plan is."""
    is_plan_named = PurePath(order.name).suffix.lower() in PLAN_SUFFIXES
    return "ignored" if failure.code == _FORMAT_UNKNOWN and not is_plan_named else "failed"


def _defect(order: Order, error: Exception) -> Reason:
    trace = "".join(traceback.format_exception(error))
    facts = {"name": order.name, "kind": type(error).__name__}
    return Reason(code="BAT004", facts=facts, may_pass=True, trace=trace)


def _done(order: Order) -> Answer:
    environment = _environment()
    with extended(order.job.additions):
        extraction, style = _in_office(_read(order, environment), order.job)
        findings = tuple(finding for finding in extraction.findings if finding.code not in _OF_ANOTHER_FILE)
        files, removed = _written(extraction, findings, order.job, style, environment)
        told = (*findings, *removed)
        return Answer(
            sha256=order.sha256,
            outcome="done",
            format=extraction.plan.source.format,
            figures=figures_of(extraction.plan, told),
            findings=told,
            files=files,
        )


def _in_office(extraction: Extraction, job: Job) -> tuple[Extraction, BookStyle]:
    """What was read in the words of the profile, and the style of its book; as it is where it is another office's."""
    if job.profile == NO_PROFILE:
        return extraction, job.style
    names = other_office(extraction.plan, job.profile)
    if names is None:
        return for_office(extraction, job.profile), job.style
    told = Finding(
        code=_PROFILE_UNUSED, facts={"plan": names[0], "profile": names[1]}, path="organization.name"
    )
    findings = (*extraction.findings, told)
    return extraction.model_copy(update={"findings": findings}), job.style_of_others


def _written(
    extraction: Extraction,
    findings: tuple[Finding, ...],
    job: Job,
    style: BookStyle,
    environment: Mapping[str, str],
) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The fresh plan by suffix, and findings on characters that its formats cannot hold."""
    plan, removed = writable(extraction.plan)
    told = (*findings, *removed)
    files = {}
    with cycles_uncollected():
        for suffix in job.suffixes:
            source = extraction.plan if suffix == ".json" else plan
            files[suffix] = render_plan(source, suffix, style, environment, told, job.with_appendix)
    return files, removed


def _read(order: Order, environment: Mapping[str, str]) -> Extraction:
    """The plan of the file, by its content: a wrong ending of its name is no obstacle."""
    data = read_input(order.path) if order.data is None else order.data
    if hashlib.sha256(data).hexdigest() != order.sha256:
        raise InputFailure("BAT012", name=order.name)
    if order.data is None and order.path.name == order.name:
        try:
            return _extract(order, order.path, environment)
        except InputFailure as failure:
            if failure.code != _WRONG_SUFFIX:
                raise
    # Bytes that were sent, a name that is no UTF-8, a wrong ending: all go by a file of our own.
    name = PurePath(order.name)
    try:
        return _read_as(order, name.name, data, environment)
    except InputFailure as failure:
        if failure.code != _WRONG_SUFFIX:
            raise
        return _read_as(order, name.with_suffix(str(failure.facts["actual"])).name, data, environment)


def _read_as(order: Order, name: str, data: bytes, environment: Mapping[str, str]) -> Extraction:
    """The plan in `data`, from a file that bears `name`."""
    with tempfile.TemporaryDirectory(prefix="phaen-") as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return _extract(order, path, environment)


def _extract(order: Order, path: Path, environment: Mapping[str, str]) -> Extraction:
    extraction = extract_file(path, environment, silent, order.job.corrections, order.severities)
    source = extraction.plan.source.model_copy(update={"name": order.name})
    return extraction.model_copy(update={"plan": extraction.plan.model_copy(update={"source": source})})


@cache
def _environment() -> Mapping[str, str]:
    """This process's own: programs are looked for on the machine that does the work. LibreOffice stays loaded."""
    environment = dict(os.environ)
    stack = ExitStack()
    stack.enter_context(kept_warm(environment))
    atexit.register(stack.close)
    return environment
