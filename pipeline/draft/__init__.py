"""The draft of a new year's plan, from the last plan or from a workbook that people filled in."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from outputs.docx import BookStyle
from outputs.draft import comments, report, workbook
from outputs.plan_json import render as render_plan_file
from outputs.writable import writable
from pipeline.draft.amounts import read_percent
from pipeline.draft.deciding import decide
from pipeline.draft.drafting import Choices, make_draft
from pipeline.draft.filled import read_filled
from pipeline.draft.history import NO_HISTORY, read_history
from pipeline.draft.keeping import ALL, RECURRING, read_kept
from pipeline.extract import named_plan
from pipeline.files import read_input
from pipeline.office import NO_PROFILE, of_office
from pipeline.progress import Progress, silent
from schemas.draft import Draft
from schemas.findings import Finding
from schemas.findings.catalog import Language
from schemas.profile import Profile

__all__ = [
    "CHANGES_SUFFIXES",
    "SUFFIXES",
    "Asked",
    "Drafted",
    "decide_file",
    "draft_file",
    "in_office",
    "render_changes",
    "render_draft",
]

SUFFIXES = (".json", ".docx", ".xlsx")
CHANGES_SUFFIXES = (".txt", ".json")
_USUAL_STYLE = BookStyle()


class Asked(NamedTuple):
    """What an office asks of a draft: `keep` is "all", "recurring" or the path of a list; `adjust` such as "3%"."""

    year: int
    keep: str = RECURRING
    history: Path | None = None
    adjust: str = "0%"


class Drafted(NamedTuple):
    """A draft, and what a person should know of how it was made."""

    draft: Draft
    findings: tuple[Finding, ...]


def draft_file(
    last: Path, asked: Asked, environment: Mapping[str, str], progress: Progress = silent
) -> Drafted:
    """The draft from the plan in `last`; fails as reading it, the list of `keep` and the history do, and as
    `make_draft` does.
    """
    percent = read_percent(asked.adjust)
    plan = named_plan(last, environment, progress)
    history = read_history(asked.history, plan, environment) if asked.history else NO_HISTORY
    kept = read_kept(Path(asked.keep), plan.projects) if asked.keep not in (ALL, RECURRING) else None
    choices = Choices(asked.keep == ALL, kept.indices if kept else None, history, percent)
    draft = make_draft(plan, asked.year, choices)
    return Drafted(draft, (*history.findings, *(kept.findings if kept else ())))


def decide_file(filled: Path) -> Drafted:
    """The draft after the decisions in a filled workbook; fails as reading it does (DRF011 for another workbook)."""
    return Drafted(*decide(read_filled(filled.name, read_input(filled)), filled.name))


def in_office(drafted: Drafted, profile: Profile) -> Drafted:
    """The draft with an office's own names and words, and OUT008 where the plan names another office."""
    if profile == NO_PROFILE:
        return drafted
    plan, findings = of_office(drafted.draft.plan, profile)
    return Drafted(drafted.draft.model_copy(update={"plan": plan}), (*drafted.findings, *findings))


def render_draft(draft: Draft, suffix: str, style: BookStyle = _USUAL_STYLE) -> bytes:
    """The draft as one of SUFFIXES: a plan file, a book with comments (in `style`), or a workbook to fill in."""
    if suffix == ".json":
        return render_plan_file(draft.plan)
    plan, _ = writable(draft.plan)
    clean = draft.model_copy(update={"plan": plan})
    return comments.render(clean, style) if suffix == ".docx" else workbook.render(clean)


def render_changes(drafted: Drafted, suffix: str, language: Language) -> bytes:
    """What was proposed, which years were changed and where, and the findings: one of CHANGES_SUFFIXES."""
    if suffix == ".json":
        return report.render_json(drafted.draft, drafted.findings)
    return report.render_text(drafted.draft, drafted.findings, language)
