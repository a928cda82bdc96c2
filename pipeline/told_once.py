"""A text that stays damaged is told of once: by the reader of the file, or by the rule that sees the Plan."""

from collections.abc import Mapping, Sequence

from parsers.thai import to_arabic
from schemas.findings import Finding
from schemas.plan import Plan
from schemas.rules.texts import all_texts

_DAMAGED = "TXT002"


def damage_told_once(plan: Plan, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """`findings` without TXT002 of a file's cell where the same text is told of at its place in the Plan.

    What stays has the place in the Plan, which corrections need, and the cell of the one that goes.
    """
    of_cells = [finding for finding in findings if finding.code == _DAMAGED and finding.path is None]
    of_plan = {finding.path for finding in findings if finding.code == _DAMAGED and finding.path}
    if not of_cells or not of_plan:
        return tuple(findings)
    fields = {text.path: _key(text.text) for text in all_texts(plan) if text.path in of_plan}
    pairs = [(path, cell) for path, field in fields.items() for cell in of_cells if _stands_in(cell, field)]
    gone = {id(cell) for _, cell in pairs}
    cells = dict(reversed(pairs))
    return tuple(_placed(finding, cells) for finding in findings if id(finding) not in gone)


def _stands_in(cell: Finding, field: str) -> bool:
    return _key(str(cell.facts["text"])) in field


def _key(text: str) -> str:
    return "".join(to_arabic(text).split())


def _placed(finding: Finding, cells: Mapping[str, Finding]) -> Finding:
    cell = cells.get(finding.path or "") if finding.code == _DAMAGED else None
    return finding.model_copy(update={"provenance": cell.provenance}) if cell else finding
