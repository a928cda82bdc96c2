"""Where a collected project came from, kept in its cells as printed (`source.raw`) so that the next run knows it."""

import hashlib
from typing import NamedTuple

from parsers.forms.submission import Submitted
from schemas.plan import Project

_FILE, _SHEET, _ROW, _AGENCY, _IMPORTED = (
    "collect.file", "collect.sheet", "collect.row", "collect.agency", "collect.imported",
)  # fmt: skip
_OWN = frozenset({_FILE, _SHEET, _ROW, _AGENCY, _IMPORTED})
_DIGEST_LENGTH = 16
_OF_PLACE = {"source", "confidence", "number", "groups", "strategy", "tactic", "program", "equipment_type"}
"""What merging itself sets; the rest is as it was handed in unless a person changed it."""


class Origin(NamedTuple):
    """File, sheet and row (1-based) that a project was handed in on, and by whom."""

    file: str
    sheet: str
    row: int
    agency: str


def with_origin(project: Project, submitted: Submitted) -> Project:
    """The project, whose cells also say where it came from and what it was like when it came."""
    raw = {
        **{key: text for key, text in project.source.raw.items() if key not in _OWN},
        _FILE: submitted.file,
        _SHEET: submitted.sheet,
        _ROW: str(submitted.row),
        _AGENCY: submitted.agency,
        _IMPORTED: _digest(project),
    }
    return project.model_copy(update={"source": project.source.model_copy(update={"raw": raw})})


def origin_of(project: Project) -> Origin | None:
    """Where the project was collected; None for one of the draft itself."""
    raw = project.source.raw
    if _FILE not in raw:
        return None
    row = raw.get(_ROW, "")
    return Origin(raw[_FILE], raw.get(_SHEET, ""), int(row) if row.isdecimal() else 0, raw.get(_AGENCY, ""))


def cells_of(project: Project) -> dict[str, str]:
    """The cells as handed in."""
    return {key: text for key, text in project.source.raw.items() if key not in _OWN}


def is_as_handed_in(project: Project) -> bool:
    """Whether nobody has changed the collected project since it came."""
    return project.source.raw.get(_IMPORTED) == _digest(project)


def _digest(project: Project) -> str:
    content = project.model_dump_json(exclude=_OF_PLACE)
    return hashlib.sha256(content.encode()).hexdigest()[:_DIGEST_LENGTH]
