"""From several plan files to fresh plans in a folder, all of them or none."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from outputs.writable import writable
from pipeline.convert import for_office
from pipeline.extract import Extraction, extract_file
from pipeline.files import check_target, write_output
from pipeline.look import Look
from pipeline.programs.libreoffice_warm import kept_warm
from pipeline.progress import Progress, silent
from pipeline.render import SUFFIXES, render_plan
from schemas.failures import OutputFailure, UsageFailure
from schemas.plan import Plan

_WHOLE = frozenset({".json"})
"""The endings of files that can hold all characters."""


class Rendered(NamedTuple):
    """Fresh plans that were written, and what was read for them, with a finding for each text that they cannot
    hold whole."""

    targets: tuple[Path, ...]
    extraction: Extraction


def render_files(
    plans: Sequence[Path],
    folder: Path,
    suffixes: Sequence[str],
    look: Look,
    environment: Mapping[str, str],
    progress: Progress = silent,
) -> tuple[Rendered, ...]:
    """Each plan as files of `suffixes` (of SUFFIXES) in `folder`, made where there is none, under its own name.

    One LibreOffice draws all PDFs. Nothing is written before all is rendered. Raises what convert_file does, and
    UsageFailure OUT009 where two plans would be one file.
    """
    targets = _targets(plans, folder, suffixes)
    written: list[tuple[Extraction, tuple[bytes, ...]]] = []
    with kept_warm(environment):
        for index, plan in enumerate(plans):
            progress("render", index, len(plans) + 1)
            told = for_office(extract_file(plan, environment), look.profile)
            cleaned, removed = writable(told.plan) if {*suffixes} - _WHOLE else (told.plan, ())
            told = told.model_copy(update={"findings": (*told.findings, *removed)})
            written.append((told, tuple(_contents(told, cleaned, suffixes, look, environment))))
    progress("write", len(plans), len(plans) + 1)
    _make_folder(folder)
    for paths, (_, contents) in zip(targets, written, strict=True):
        for path, data in zip(paths, contents, strict=True):
            write_output(path, data)
    return tuple(Rendered(paths, extraction) for paths, (extraction, _) in zip(targets, written, strict=True))


def _targets(plans: Sequence[Path], folder: Path, suffixes: Sequence[str]) -> list[tuple[Path, ...]]:
    """The files to write, those of one plan together; none of them is one that is read."""
    targets = [tuple(folder / f"{plan.stem}{suffix}" for suffix in suffixes) for plan in plans]
    every = [target for group in targets for target in group]
    for target in every:
        if every.count(target) > 1:
            raise UsageFailure("OUT009", name=target.name)
        if folder.is_dir():
            for plan in plans:
                check_target(target, SUFFIXES, source=plan)
    return targets


def _contents(
    told: Extraction, cleaned: Plan, suffixes: Sequence[str], look: Look, environment: Mapping[str, str]
) -> Iterator[bytes]:
    """The bytes of one plan's targets, in their order; `cleaned` is the plan as most of them can hold it."""
    for suffix in suffixes:
        plan = told.plan if suffix in _WHOLE else cleaned
        yield render_plan(plan, suffix, look.style, environment, told.findings, look.has_appendix)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputFailure("OUT001", name=str(folder), reason_th=reason, reason_en=reason) from error
