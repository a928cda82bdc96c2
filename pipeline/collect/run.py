"""phaen collect: the form for projects, and what comes back of it merged into a draft."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from outputs.forms.collect_form import FormChoices, render
from outputs.forms.model import Collection
from parsers.thai.programs import read_program
from pipeline.collect.merging import merge
from pipeline.collect.sources import read_folder
from pipeline.extract import extract_file
from pipeline.office import NO_PROFILE, of_office, project_of_office
from pipeline.progress import Progress, silent
from schemas.findings import Finding
from schemas.plan import Organization, Plan
from schemas.profile import Profile
from schemas.vocabulary import load


class Collected(NamedTuple):
    """The plan with all that was handed in, and the report of the run."""

    plan: Plan
    report: Collection


def collect_files(
    folder: Path,
    draft: Path,
    environment: Mapping[str, str],
    leave: tuple[Path, ...] = (),
    progress: Progress = silent,
    profile: Profile = NO_PROFILE,
) -> Collected:
    """Merge what the files of `folder` hand in into the plan of the file `draft`; nothing is written.

    `profile` gives the names and words of the office, to the draft and to what is handed in.

    Fails as reading the draft does, and with InputFailure DOC017 for a folder without files. Files that cannot be
    read are findings of the report.
    """
    plan, other_office = of_office(extract_file(draft, environment, progress).plan, profile)
    handed_in = read_folder(folder, plan, environment, (draft, *leave))
    # Before they are merged: a project is known by what it was like when it came.
    submitted = [replace(one, project=project_of_office(one.project, profile)) for one in handed_in.submitted]
    merged = merge(plan, submitted, [file.name for file in handed_in.files])
    report = Collection(
        draft=draft.name,
        projects=len(merged.plan.projects),
        files=handed_in.files,
        rows=merged.rows,
        findings=(*other_office, *handed_in.findings, *merged.findings),
    )
    return Collected(merged.plan, report)


class Form(NamedTuple):
    """The form as an .xlsx, and what a person should know of how it was made."""

    data: bytes
    findings: tuple[Finding, ...] = ()


def make_form(
    plan: Path | None,
    environment: Mapping[str, str],
    progress: Progress = silent,
    profile: Profile = NO_PROFILE,
) -> Form:
    """The form; with the strategies, units, kind and years of a plan where one is given, and an office's names."""
    if plan is None:
        organization = Organization(**profile.organization.model_dump())
        return Form(render(replace(choices_of(None), organization=organization)))
    read, findings = of_office(extract_file(plan, environment, progress).plan, profile)
    return Form(render(choices_of(read)), findings)


def choices_of(plan: Plan | None) -> FormChoices:
    """What the form's drop-downs offer: first what the plan has, in its order, then what the vocabularies know."""
    projects = plan.projects if plan else ()
    programs = dict.fromkeys(each.program for each in projects if each.program)
    known = (read_program(entry["name"])[0] for entry in load("programs")["program"])
    units = dict.fromkeys(unit.unit for each in projects for unit in each.responsible_units)
    usual = () if units else tuple(entry["name"] for entry in load("units")["unit"])
    return FormChoices(
        kind=plan.kind if plan else "operation_plan",
        years=plan.budget_years() if plan else (),
        organization=plan.organization if plan else None,
        strategies=tuple(dict.fromkeys(each.strategy for each in projects if each.strategy)),
        programs=tuple(dict.fromkeys([*programs, *filter(None, known)])),
        units=(*units, *usual),
        equipment_types=tuple(entry["name"] for entry in load("equipment_types")["equipment_type"]),
    )
