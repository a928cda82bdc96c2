"""What each project must have by its form. A column that is blank throughout is one finding, not one a row."""

from collections.abc import Callable, Iterator

from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Plan, Project
from schemas.rules.place import finding_on, place_of, title_of
from schemas.vocabulary import load

MOSTLY = 0.5
"""A field that is blank in more than this share of a form's projects is a matter of the column."""

LEAST_ROWS = 3
"""Of fewer projects, each is told of by itself."""

_Row = tuple[int, Project]


def required_fields(plan: Plan) -> Iterator[Finding]:
    """PLN006 without a name (ผ.03 lists items by their target), PLN005 without money, PLN021 without another
    field that the form needs, PLN022 for a column that is blank throughout.

    Rows that only say where a project went need none of these but a name.
    """
    rows = list(enumerate(plan.projects))
    yield from (_nameless(row) for row in rows if not _is_named(row[1]))
    real = [row for row in rows if not is_reference(row[1])]
    for form in dict.fromkeys(project.form for project in plan.projects):
        of_form = [row for row in real if row[1].form == form]
        yield from _blanks(of_form, "money", _money_is_blank)
        for field in load("required_fields")["form"][form]:
            yield from _blanks(of_form, field, _blank(field))


def is_reference(project: Project) -> bool:
    """Whether only a note stands in place of the project: nobody does it, and it says where it went."""
    if project.responsible_unit or not _money_is_blank(project):
        return False
    said = " ".join(filter(None, (project.name, project.details, project.objective, project.target)))
    return any(word in said for word in load("required_fields")["reference"]["words"])


def _nameless(row: _Row) -> Finding:
    index, project = row
    place = place_of(project.source)
    facts: dict[str, Fact] = {"table": (place.table or 0) + 1, "row": (place.row or 0) + 1}
    return finding_on(index, project, "name", "PLN006", facts)


def _is_named(project: Project) -> bool:
    return bool(project.name or (project.form == "ผ.03" and project.target))


def _money_is_blank(project: Project) -> bool:
    return project.budget is None and not project.budgets and project.budget_text is None


def _blank(field: str) -> Callable[[Project], bool]:
    return lambda project: not getattr(project, field)


def _blanks(rows: list[_Row], field: str, is_blank: Callable[[Project], bool]) -> Iterator[Finding]:
    blank = [row for row in rows if is_blank(row[1])]
    words = load("required_fields")["field"][field]
    names: dict[str, Fact] = {"field_th": words["th"], "field_en": words["en"]}
    path = "budget" if field == "money" else field
    if len(blank) >= LEAST_ROWS and len(blank) > MOSTLY * len(rows):
        index, project = blank[0]
        facts = {**names, "form": project.form, "blank": len(blank), "rows": len(rows)}
        yield finding_on(index, project, path, "PLN022", facts)
        return
    for index, project in blank:
        facts = (
            {"project": title_of(project)} if field == "money" else {**names, "project": title_of(project)}
        )
        code = "PLN005" if field == "money" else "PLN021"
        yield finding_on(index, project, path, code, facts)
