"""Projects that a plan lists twice."""

from collections.abc import Iterator

from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import EQUIPMENT_FORMS, Plan, Project
from schemas.rules.language import ThaiLanguage
from schemas.rules.place import finding_on, place_of, title_of

SAME_NAME = 0.94
"""Likeness from which two names are one, up to spelling."""
OTHER_PLACE = 0.5
"""Likeness of two places below which they are not the same."""
OTHER_TEXT = 0.5
"""Likeness of details or targets below which two works of one name are told apart by them."""


def duplicates(plan: Plan, thai: ThaiLanguage) -> Iterator[Finding]:
    """PLN041 where a project has the name and place of one before it, and its money or details as well.

    PLN040, a note, where these differ a little. Details that tell of another work, other village numbers,
    points, schools or years make another project. Equipment is listed per แผนงาน, so that only equal lines of
    one แผนงาน count.
    """
    listed = [(index, project) for index, project in enumerate(plan.projects) if _counts(project)]
    names = [_name(project) for _, project in listed]
    found: dict[int, tuple[int, str]] = {}
    for first, second in thai.alike(names, SAME_NAME):
        (one_index, one), (index, other) = listed[first], listed[second]
        code = _code(one, other, names[first], names[second], thai)
        if code and (index not in found or code > found[index][1]):
            found[index] = one_index, code
    for index, (before, code) in sorted(found.items()):
        project, twin = plan.projects[index], plan.projects[before]
        facts = {"project": title_of(project), "other": title_of(twin), **_where(before, twin)}
        yield finding_on(index, project, "name", code, facts)


def _where(index: int, project: Project) -> dict[str, Fact]:
    """How a person finds it again: number, page, table and row as printed (counted from 1), else its place in the plan."""
    place = place_of(project.source)
    thai = ("ลำดับที่", "หน้า", "ตารางที่", "แถวที่")
    english = ("number", "page", "table", "row")
    figures = (project.number, place.page, _counted(place.table), _counted(place.row))
    known = [named for named in zip(thai, english, figures, strict=True) if named[2] is not None]
    known = known or [("รายการที่", "entry", index + 1)]
    return {
        "where_th": " ".join(f"{word} {figure}" for word, _, figure in known),
        "where_en": ", ".join(f"{word} {figure}" for _, word, figure in known),
    }


def _counted(index: int | None) -> int | None:
    return None if index is None else index + 1


def _name(project: Project) -> str:
    return project.name or project.target or ""


def _counts(project: Project) -> bool:
    """Whether it is a project; a note in place of one that was moved has neither money nor a unit."""
    return bool(_name(project) and (project.responsible_unit or project.total_baht()))


def _code(one: Project, other: Project, name: str, its_name: str, thai: ThaiLanguage) -> str | None:
    if _years(name, thai) != _years(its_name, thai) or _is_elsewhere(one, other, thai):
        return None
    money, text = _same_money(one, other), _text_likeness(one, other, thai)
    if one.form in EQUIPMENT_FORMS or other.form in EQUIPMENT_FORMS:
        return "PLN041" if _line(one) == _line(other) and money and text == 1.0 else None
    if text is not None and text < OTHER_TEXT:
        return None
    return "PLN041" if money or (text or 0.0) >= SAME_NAME else "PLN040"


def _line(project: Project) -> tuple[str | None, ...]:
    return project.form, project.program, project.responsible_unit


def _years(name: str, thai: ThaiLanguage) -> set[int]:
    return {found.year for found in thai.year_mentions(name)}


def _is_elsewhere(one: Project, other: Project, thai: ThaiLanguage) -> bool:
    if not one.location or not other.location:
        return False
    return thai.likeness(one.location, other.location) < OTHER_PLACE


def _same_money(one: Project, other: Project) -> bool:
    return one.total_baht() > 0 and (one.budget, one.budgets) == (other.budget, other.budgets)


def _text_likeness(one: Project, other: Project, thai: ThaiLanguage) -> float | None:
    """How alike the details or targets are; None where one project has none."""
    mine, theirs = one.details or one.target, other.details or other.target
    return thai.likeness(mine, theirs) if mine and theirs else None
