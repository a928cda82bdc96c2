"""Equipment whose price is tied to no standard: officers must say which one holds, or that none does."""

from collections.abc import Iterator

from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Plan, Project
from schemas.rules.place import finding_on, title_of
from schemas.rules.required_fields import is_reference
from schemas.vocabulary import load


def price_standard(plan: Plan) -> Iterator[Finding]:
    """PLN053 for each piece of equipment without words on its price standard, PLN054 once where none has them."""
    forms = load("price_standards")["forms"]
    rows = [
        (index, project)
        for index, project in enumerate(plan.projects)
        if project.form in forms and not is_reference(project)
    ]
    lacking = [(index, project) for index, project in rows if not _names_standard(project)]
    if lacking and len(lacking) == len(rows):
        facts: dict[str, Fact] = {"rows": len(rows)}
        yield _finding("PLN054", *lacking[0], facts)
        return
    for index, project in lacking:
        yield _finding("PLN053", index, project, {"project": title_of(project)})


def _finding(code: str, index: int, project: Project, facts: dict[str, Fact]) -> Finding:
    field = "details" if project.form == "ผด.02/1" else "target"
    return finding_on(index, project, field, code, facts)


def _names_standard(project: Project) -> bool:
    said = (project.name, project.details, project.target, project.objective, project.location)
    text = "".join("".join(filter(None, said)).split())
    return any("".join(wording.split()) in text for wording in load("price_standards")["wordings"])
