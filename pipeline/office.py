"""A plan as an office names itself and its units: what a profile says, put into the plan that is written."""

import re

from parsers.thai import split_units
from schemas.findings import Finding
from schemas.plan import Group, Organization, Plan, Point, Project
from schemas.profile import Profile
from schemas.vocabulary import load

_LETTERS = re.compile(r"[\W_]+")
_SEPARATOR = ", "


def of_office(plan: Plan, profile: Profile) -> tuple[Plan, tuple[Finding, ...]]:
    """The plan with the profile's names and words, and a warning (OUT008) where the plan names another office."""
    named = plan.model_copy(
        update={
            "organization": _organization(plan.organization, profile),
            "projects": tuple(_project(project, profile) for project in plan.projects),
        }
    )
    return named, _other_office(plan.organization, named.organization)


def _organization(known: Organization, profile: Profile) -> Organization:
    return known.model_copy(update=profile.organization.model_dump(exclude_none=True))


def _other_office(old: Organization, new: Organization) -> tuple[Finding, ...]:
    """None where the names differ in nothing but spaces and signs, or where the plan names nobody."""
    names = [f"{each.type or ''}{each.name or ''}" for each in (old, new)]
    letters = [_LETTERS.sub("", name) for name in names]
    if not old.name or letters[0] == letters[1]:
        return ()
    return (Finding(code="OUT008", facts={"plan": names[0], "profile": names[1]}, path="organization.name"),)


def _project(project: Project, profile: Profile) -> Project:
    changes: dict[str, object] = {}
    if profile.wording.tactic:
        changes["groups"] = tuple(_group(group, profile.wording.tactic) for group in project.groups)
    if profile.units and project.responsible_unit:
        text = _units(project.responsible_unit, profile)
        if text != project.responsible_unit:
            changes |= {"responsible_unit": text, "responsible_units": split_units(text)}
        changes["points"] = tuple(_point(point, profile) for point in project.points)
    return project.model_copy(update=changes) if changes else project


def _group(group: Group, tactic: str) -> Group:
    kinds = {entry["label"]: entry["kind"] for entry in load("headings")["heading"]}
    return group.model_copy(update={"label": tactic}) if kinds.get(group.label) == "tactic" else group


def _point(point: Point, profile: Profile) -> Point:
    if not point.responsible_unit:
        return point
    return point.model_copy(update={"responsible_unit": _units(point.responsible_unit, profile)})


def _units(text: str, profile: Profile) -> str:
    """Each unit that the profile knows by its wanted name; a sub-unit behind its unit stays."""
    return _SEPARATOR.join(_unit(unit, profile) for unit in text.split(_SEPARATOR))


def _unit(printed: str, profile: Profile) -> str:
    by_length = sorted(profile.units, key=len, reverse=True)
    for name in by_length:
        if printed == name or printed.startswith(f"{name} "):
            return f"{profile.units[name]}{printed.removeprefix(name)}"
    return printed
