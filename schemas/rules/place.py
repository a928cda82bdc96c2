"""Findings on projects, with the places in the source and in the Plan where they lie."""

from collections.abc import Mapping

from schemas.document import Provenance
from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Project, RecordSource

TITLE_LENGTH = 60


def place_of(source: RecordSource) -> Provenance:
    """The place of a record in the file that it was read from."""
    return Provenance(page=source.page, table=source.table, row=source.row, bbox=source.bbox)


def finding_on(index: int, project: Project, field: str, code: str, facts: Mapping[str, Fact]) -> Finding:
    """A finding on a field of the project with the 0-based `index`, such as "budget" or "budgets.2566"."""
    place = place_of(project.source)
    return Finding(code=code, facts=facts, provenance=place, path=path_of(index, field))


def title_of(project: Project) -> str:
    """What to call a project in a sentence: its name, or what it has for one, shortened."""
    return (project.name or project.target or project.details or project.number or "?")[:TITLE_LENGTH]


def path_of(index: int, field: str) -> str:
    """The place in the Plan of a field of the project with the 0-based `index`."""
    return f"projects[{index}].{field}"
