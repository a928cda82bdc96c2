"""Comparisons and links as JSON for programs: every project once, with its values as in the plan file."""

from typing import Any

from outputs.comparison.figures import counts, verdicts
from outputs.comparison.model import Comparison, Linkage, Pairing
from outputs.json_text import json_file
from schemas.plan import Project

_LEFT_OUT = {"source": {"raw"}}
"""The cells as printed stay in the plan file."""


def render(comparison: Comparison) -> bytes:
    """UTF-8, indented by two spaces, with a final newline; null for a side that does not have the project."""
    content = {
        "old": comparison.old.model_dump(mode="json"),
        "new": comparison.new.model_dump(mode="json"),
        "is_amendment": comparison.is_amendment,
        "counts": counts(comparison),
        "totals": [total.model_dump(mode="json") for total in comparison.totals],
        "projects": [_pairing(pairing) for pairing in comparison.pairings],
    }
    return json_file(content)


def render_link(linkage: Linkage) -> bytes:
    """Likewise for a link: each project of the operation plan with its origin, ceiling and verdict."""
    content = {
        "action_plan": linkage.action.model_dump(mode="json"),
        "development_plan": linkage.development.model_dump(mode="json"),
        "year": linkage.year,
        "counts": verdicts(linkage),
        "projects": [
            {
                **linked.model_dump(mode="json", exclude={"project", "origin"}),
                "project": _project(linked.project),
                "origin": _project(linked.origin),
            }
            for linked in linkage.projects
        ],
    }
    return json_file(content)


def _pairing(pairing: Pairing) -> dict[str, Any]:
    return {
        "status": pairing.status,
        "old_index": pairing.old_index,
        "new_index": pairing.new_index,
        "score": pairing.score,
        "changes": [change.model_dump(mode="json") for change in pairing.changes],
        "old": _project(pairing.old),
        "new": _project(pairing.new),
    }


def _project(project: Project | None) -> dict[str, Any] | None:
    return project.model_dump(mode="json", exclude=_LEFT_OUT) if project else None
