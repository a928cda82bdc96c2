"""Where in the source and in the Plan a finding on a project lies."""

from schemas.document import Provenance
from schemas.plan import Project, RecordSource

TITLE_LENGTH = 60


def place_of(source: RecordSource) -> Provenance:
    """The place of a record in the file that it was read from."""
    return Provenance(page=source.page, table=source.table, row=source.row, bbox=source.bbox)


def title_of(project: Project) -> str:
    """What to call a project in a sentence: its name, or what it has for one, shortened."""
    return (project.name or project.target or project.details or project.number or "?")[:TITLE_LENGTH]


def path_of(index: int, field: str) -> str:
    """The place in the Plan of a field of the project with the 0-based `index`."""
    return f"projects[{index}].{field}"
