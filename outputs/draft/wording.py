"""The words of a draft, and its values as they stand in cells, comments and lists (digits Arabic)."""

import tomllib
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from importlib.resources import files

from schemas.draft import Draft, DraftEntry, YearChange, YearLeft
from schemas.findings.catalog import Language
from schemas.plan import Project
from schemas.plan_path import steps_of
from schemas.plan_text import baht_text


@cache
def wording(language: Language) -> dict[str, str]:
    """All words of `words.toml` in one language."""
    content = tomllib.loads(files("outputs.draft").joinpath("words.toml").read_text("utf-8"))
    return {key: entry[language] for key, entry in content.items()}


def status_text(entry: DraftEntry, language: Language = "th") -> str:
    """What is proposed, in words."""
    return wording(language)[f"status_{entry.status}"]


def reasons_text(entry: DraftEntry, language: Language = "th") -> str:
    """Why, in words; several reasons joined by "; "."""
    words = wording(language)
    return "; ".join(words[f"reason_{reason.key}"].format(**reason.facts) for reason in entry.reasons)


def name_text(project: Project) -> str:
    """What the project is called, or what else tells of it."""
    return project.name or project.details or project.number or "-"


def total_text(projects: Iterable[Project]) -> str:
    """The money of all these projects."""
    return baht_text(sum((project.total_baht() for project in projects), Decimal(0)))


def place_text(found: YearChange | YearLeft, names: dict[str, str], language: Language = "th") -> str:
    """Where a text with a year stands; `names` are the projects' by their keys."""
    words = wording(language)
    if found.key is None:
        return _narrative_place_text(found.path, words)
    facts = {"field": field_text(found.field, language), "key": found.key, "name": names.get(found.key, "")}
    return words["of_project"].format(**facts).strip()


def _narrative_place_text(path: str, words: dict[str, str]) -> str:
    """The part and its line as people count them, from 1: "narrative[0].paragraphs[2]" is part 1, paragraph 3."""
    section, line = ([step + 1 for step in steps_of(path) if isinstance(step, int)] + [0])[:2]
    key = "of_narrative_line" if line else "of_narrative_title"
    return words[key].format(section=section, line=line)


def field_text(field: str, language: Language = "th") -> str:
    """The name of a field."""
    return wording(language)[f"field_{field}"]


def names_of(draft: Draft) -> dict[str, str]:
    """The names of all projects, dropped ones too, by their keys."""
    pairs = zip(draft.entries, draft.plan.projects, strict=True)
    kept = {entry.key: name_text(project) for entry, project in pairs}
    return kept | {each.entry.key: name_text(each.project) for each in draft.dropped}
