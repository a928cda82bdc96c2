"""A draft as a list: for a person what was proposed and which years were changed where, for programs as JSON."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import get_args

from outputs.draft.wording import (
    name_text,
    names_of,
    place_text,
    reasons_text,
    total_text,
    wording,
)
from outputs.json_text import json_file
from schemas.draft import Draft, DraftStatus
from schemas.findings import Finding
from schemas.findings.catalog import Language
from schemas.plan import Project
from schemas.plan_text import baht_text
from schemas.sentences import filled


def summary(draft: Draft, language: Language = "th") -> str:
    """The counts and sums by proposal, and how many texts had their years changed. Lines without a final newline."""
    words = wording(language)
    lines = [words["report_title"].format(year=draft.plan.fiscal_year, name=draft.last_name)]
    for status in get_args(DraftStatus):
        members = _members(draft, status)
        facts = {"status": words[f"status_{status}"], "count": len(members), "amount": total_text(members)}
        lines.append(words["report_line"].format(**facts))
    last = sum((Decimal(entry.last_amount or 0) for entry in draft.entries), Decimal(0))
    facts = {"count": len(draft.entries), "amount": total_text(draft.plan.projects), "last": baht_text(last)}
    lines.append(words["report_total"].format(**facts))
    if draft.dropped:
        lines.append(words["report_dropped"].format(count=len(draft.dropped)))
    lines.append(filled(words["report_years"], {"changed": len(draft.changes), "left": len(draft.left)}))
    return "\n".join(lines)


def _members(draft: Draft, status: DraftStatus) -> list[Project]:
    pairs = zip(draft.entries, draft.plan.projects, strict=True)
    return [project for entry, project in pairs if entry.status == status]


def render_text(draft: Draft, findings: Iterable[Finding], language: Language = "th") -> bytes:
    """The summary, every project with its proposal, every text whose years changed or stayed, and the findings."""
    lines = [summary(draft, language), *_projects(draft, language), *_years(draft, language)]
    words = wording(language)
    told = [f"  - {finding.code}: {finding.message(language)}" for finding in findings]
    lines += ["", words["section_findings"], *(told or [words["nothing"]])]
    return ("\n".join(lines) + "\n").encode()


def _projects(draft: Draft, language: Language) -> Iterator[str]:
    words = wording(language)
    yield from ("", words["section_status"])
    for status in get_args(DraftStatus):
        pairs = zip(draft.entries, draft.plan.projects, strict=True)
        members = [(entry, project) for entry, project in pairs if entry.status == status]
        yield f"  {words[f'status_{status}']} ({len(members)})"
        for entry, project in members:
            yield f"    {entry.key} {name_text(project)} ({reasons_text(entry, language)})"
    if draft.dropped:
        yield f"  {words['section_dropped']} ({len(draft.dropped)})"
        yield from (f"    {each.entry.key} {name_text(each.project)}" for each in draft.dropped)


def _years(draft: Draft, language: Language) -> Iterator[str]:
    words, names = wording(language), names_of(draft)
    yield from ("", f"{words['section_changed']} ({len(draft.changes)})")
    for change in draft.changes:
        yield f"  - {place_text(change, names, language)}"
        yield f"      {change.before}"
        yield f"      → {change.after}"
    yield from ("", f"{words['section_left']} ({len(draft.left)})")
    for left in draft.left:
        yield f"  - {place_text(left, names, language)}: {left.year}"
        yield f"      {left.text}"


def render_json(draft: Draft, findings: Sequence[Finding]) -> bytes:
    """The same for programs: statuses by project, changes with path, before and after, years that stayed."""
    pairs = zip(draft.entries, draft.plan.projects, strict=True)
    content = {
        "fiscal_year": draft.plan.fiscal_year,
        "last": {"name": draft.last_name, "fiscal_year": draft.last_year},
        "projects": [
            {
                "path": f"projects[{at}]",
                **entry.model_dump(mode="json"),
                "number": project.number,
                "name": project.name,
                "amount": project.budget,
            }
            for at, (entry, project) in enumerate(pairs)
        ],
        "changes": [change.model_dump(mode="json") for change in draft.changes],
        "left": [left.model_dump(mode="json") for left in draft.left],
        "dropped": [each.model_dump(mode="json") for each in draft.dropped],
        "findings": [
            {
                "code": finding.code,
                "facts": finding.facts,
                "th": finding.message("th"),
                "en": finding.message("en"),
            }
            for finding in findings
        ],
    }
    return json_file(content)
