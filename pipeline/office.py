"""A plan as an office names itself and its units: what a profile says, put into the plan that is written."""

import re

from parsers.thai import split_units
from schemas.findings import Finding
from schemas.heading_lines import kind_of
from schemas.plan import Group, Organization, Plan, Point, Project
from schemas.profile import Profile
from schemas.rules.identity import is_named

NO_PROFILE = Profile()
_LETTERS = re.compile(r"[\W_]+")
_SEPARATOR = ", "


def of_office(plan: Plan, profile: Profile) -> tuple[Plan, tuple[Finding, ...]]:
    """The plan with the profile's names and words, and a warning (OUT008) where the plan names another office."""
    named = plan.model_copy(
        update={
            "organization": _organization(plan.organization, profile),
            "projects": tuple(project_of_office(project, profile) for project in plan.projects),
        }
    )
    return named, _told(other_office(plan, profile))


def other_office(plan: Plan, profile: Profile) -> tuple[str, str] | None:
    """The offices that the plan and the profile name, where these are two; None where the plan names nobody.

    Names that differ in nothing but spaces and signs are one.
    """
    old, new = plan.organization, _organization(plan.organization, profile)
    names = old.full_name, new.full_name
    letters = [_LETTERS.sub("", name) for name in names]
    return None if not is_named(old) or letters[0] == letters[1] else names


def _organization(known: Organization, profile: Profile) -> Organization:
    return known.model_copy(update=profile.organization.model_dump(exclude_none=True))


def _told(names: tuple[str, str] | None) -> tuple[Finding, ...]:
    if names is None:
        return ()
    return (Finding(code="OUT008", facts={"plan": names[0], "profile": names[1]}, path="organization.name"),)


def project_of_office(project: Project, profile: Profile) -> Project:
    """The project with the profile's label of tactics and names of units; what has them already stays as it is."""
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
    return group.model_copy(update={"label": tactic}) if kind_of(group).kind == "tactic" else group


def _point(point: Point, profile: Profile) -> Point:
    if not point.responsible_unit:
        return point
    return point.model_copy(update={"responsible_unit": _units(point.responsible_unit, profile)})


def _units(text: str, profile: Profile) -> str:
    """Each unit that the profile knows by its wanted name; a sub-unit behind its unit stays."""
    return _SEPARATOR.join(_unit(unit, profile) for unit in text.split(_SEPARATOR))


def _unit(printed: str, profile: Profile) -> str:
    # The wanted name may begin with the printed one (สำนักปลัด, สำนักปลัด อบต.): what bears it already stays.
    if any(printed == wanted or printed.startswith(f"{wanted} ") for wanted in profile.units.values()):
        return printed
    by_length = sorted(profile.units, key=len, reverse=True)
    for name in by_length:
        if printed == name or printed.startswith(f"{name} "):
            return f"{profile.units[name]}{printed.removeprefix(name)}"
    return printed
