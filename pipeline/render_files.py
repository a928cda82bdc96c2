"""From several plan files to fresh plans in a folder, all of them or none."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from outputs.writable import writable
from pipeline.convert import for_office
from pipeline.extract import Extraction, extract_file
from pipeline.files import check_target, unwritable, write_output
from pipeline.look import Look
from pipeline.programs.libreoffice_warm import kept_warm
from pipeline.progress import Progress, silent
from pipeline.render import SUFFIXES, render_package, render_plan
from pipeline.render_package import check_package_folder, write_package
from schemas.corrections import Corrections
from schemas.failures import UsageFailure
from schemas.findings.severities import OwnSeverity
from schemas.plan import Plan

PACKAGE_FOLDER: Final = ""
"""Stands among suffixes for a data package that is a folder of files, which needs no ending."""
_WHOLE = frozenset({".json"})
"""The endings of files that can hold all characters."""
_Content = bytes | dict[str, bytes]


class Judging(Protocol):
    """How a plan is judged: an office's severities by code, and what people decided on findings."""

    @property
    def severities(self) -> Mapping[str, OwnSeverity]:
        """What the office makes of codes."""

    @property
    def corrections(self) -> Corrections:
        """The decisions."""


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
    judged: Sequence[Judging] = (),
) -> tuple[Rendered, ...]:
    """Each plan as files of `suffixes` (of SUFFIXES, or PACKAGE_FOLDER) in `folder`, made where there is none, under
    its own name. One plan as a PACKAGE_FOLDER alone is `folder` itself. `judged` is empty, or says how for each plan.

    One LibreOffice draws all PDFs. Nothing is written before all is rendered. Raises what convert_file and
    write_package do, and UsageFailure OUT009 where two plans would be one file.
    """
    targets = _targets(plans, folder, suffixes)
    written: list[tuple[Extraction, tuple[_Content, ...]]] = []
    with kept_warm(environment):
        for index, (plan, how) in enumerate(zip_longest(plans, judged)):
            progress("render", index, len(plans) + 1)
            told = for_office(_read(plan, how, environment), look.profile)
            cleaned, removed = writable(told.plan) if {*suffixes} - _WHOLE else (told.plan, ())
            told = told.model_copy(update={"findings": (*told.findings, *removed)})
            written.append((told, tuple(_contents(told, cleaned, suffixes, look, environment))))
    progress("write", len(plans), len(plans) + 1)
    if not _is_package(plans, suffixes):
        _make_folder(folder)
    for paths, (_, contents) in zip(targets, written, strict=True):
        for path, content in zip(paths, contents, strict=True):
            _write(path, content)
    return tuple(Rendered(paths, extraction) for paths, (extraction, _) in zip(targets, written, strict=True))


def _is_package(plans: Sequence[Path], suffixes: Sequence[str]) -> bool:
    """Whether the folder is itself the one package that is asked for."""
    return len(plans) == 1 and tuple(suffixes) == (PACKAGE_FOLDER,)


def _targets(plans: Sequence[Path], folder: Path, suffixes: Sequence[str]) -> list[tuple[Path, ...]]:
    """The files and packages to write, those of one plan together; none of them is one that is read."""
    if _is_package(plans, suffixes):
        check_package_folder(folder)
        return [(folder,)]
    targets = [tuple(folder / f"{plan.stem}{suffix}" for suffix in suffixes) for plan in plans]
    every = [target for group in targets for target in group]
    for target in every:
        if every.count(target) > 1:
            raise UsageFailure("OUT009", name=target.name)
    if folder.is_dir():
        for group in targets:
            for target, suffix in zip(group, suffixes, strict=True):
                _check(target, suffix, plans)
    return targets


def _check(target: Path, suffix: str, plans: Sequence[Path]) -> None:
    if suffix == PACKAGE_FOLDER:
        check_package_folder(target)
        return
    for plan in plans:
        check_target(target, SUFFIXES, source=plan)


def _read(plan: Path, how: Judging | None, environment: Mapping[str, str]) -> Extraction:
    if how is None:
        return extract_file(plan, environment)
    return extract_file(plan, environment, silent, how.corrections, how.severities)


def _contents(
    told: Extraction, cleaned: Plan, suffixes: Sequence[str], look: Look, environment: Mapping[str, str]
) -> Iterator[_Content]:
    """What stands at one plan's targets, in their order; `cleaned` is the plan as most of them can hold it."""
    for suffix in suffixes:
        if suffix == PACKAGE_FOLDER:
            yield render_package(cleaned, told.findings)
        else:
            plan = told.plan if suffix in _WHOLE else cleaned
            yield render_plan(plan, suffix, look.style, environment, told.findings, look.has_appendix)


def _write(path: Path, content: _Content) -> None:
    if isinstance(content, bytes):
        write_output(path, content)
    else:
        write_package(path, content)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
