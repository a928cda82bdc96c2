"""Ditto marks: a cell that holds no more than one says what the same cell of the project above says."""

import re
from collections.abc import Iterable
from dataclasses import replace

from parsers.records.project import ReadProject
from parsers.records.remarks import Remark
from schemas.plan import Project

_MARK = re.compile(r"[-–\s]*(?:[\"”“„″〃]+|'{2}|’{2}|,{2})[-–\s]*")
_TEXTS = (
    "details", "objective", "target", "kpi", "expected_result", "location", "responsible_unit", "procurement_method",
)  # fmt: skip
"""Money and months have no dittos here: an amount is never taken from another project."""

_LONGEST_QUOTE = 60


def without_dittos(read: Iterable[ReadProject]) -> list[ReadProject]:
    """The projects in order, each mark in the place of what stands above it, with a remark REC005.

    A mark with nothing above it stays as it is.
    """
    found: list[ReadProject] = []
    for item in read:
        found.append(_filled(item, found[-1].project) if found else item)
    return found


def _filled(item: ReadProject, above: Project) -> ReadProject:
    taken: dict[str, object] = {}
    remarks: list[Remark] = []
    for name in _TEXTS:
        own, other = getattr(item.project, name), getattr(above, name)
        if own and other and _MARK.fullmatch(own):
            taken[name] = other
            title = (item.project.name or item.project.target or "")[:_LONGEST_QUOTE]
            remarks.append(("REC005", {"project": title, "mark": own, "text": other[:_LONGEST_QUOTE]}))
    if "responsible_unit" in taken:
        taken["responsible_units"] = above.responsible_units
    if not taken:
        return item
    return replace(item, project=item.project.model_copy(update=taken), remarks=(*item.remarks, *remarks))
