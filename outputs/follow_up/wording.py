"""The words of the sheet of follow-up and of the evaluation, and figures as they print them (digits Arabic)."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from outputs.docx.headings import heading_line
from outputs.docx.titles import plan_line
from outputs.follow_up.model import GroupResult, Outcome, ProjectResult
from schemas.findings.catalog import Language
from schemas.plan import Group, Heading, Plan
from schemas.plan_text import baht_text

_STRATEGY_LABEL = "ยุทธศาสตร์"


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("outputs.follow_up").joinpath("words.toml").read_text("utf-8"))


def sheet_words() -> dict[str, Any]:
    """The words of the sheet."""
    words: dict[str, Any] = _data()["sheet"]
    return words


def report_words() -> dict[str, str]:
    """The words of the evaluation as .docx and .xlsx."""
    words: dict[str, str] = _data()["report"]
    return words


def evaluation_words(language: Language) -> dict[str, str]:
    """The words of the evaluation as text."""
    return {key: entry[language] for key, entry in _data()["evaluation"].items()}


def outcome_text(outcome: Outcome, language: Language = "th") -> str:
    """How far a project is, in words."""
    text: str = _data()["outcome"][outcome][language]
    return text


def title_of(plan: Plan, year: int | None) -> str:
    """The plan's own name; that of a development plan with the year that is followed."""
    if plan.kind == "development_plan" and year:
        return report_words()["of_year"].format(plan=plan_line(plan), year=year)
    return plan_line(plan.model_copy(update={"fiscal_year": year}))


def strategy_text(heading: Heading | None) -> str:
    """ "ยุทธศาสตร์ที่ 1 การพัฒนา...", or that there is none."""
    if heading is None:
        return report_words()["no_strategy"]
    return heading_line(Group(label=_STRATEGY_LABEL, number=heading.number, name=heading.name))


def figures_of(group: GroupResult) -> dict[str, str]:
    """The figures of a group as texts, by the names that templates have for them."""
    return {
        "projects": f"{group.projects:,}",
        **{outcome: f"{count:,}" for outcome, count in group.outcomes.items()},
        "done_percent": f"{group.done_percent:.2f}",
        "planned": baht_text(group.planned),
        "spent": baht_text(group.spent),
        "spent_percent": f"{group.spent_percent:.2f}",
        "left": baht_text(str(max(group.left, 0))),
        "over": baht_text(str(max(-group.left, 0))),
    }


def money_or_dash(amount: str | None) -> str:
    """An amount of a project's row."""
    return baht_text(amount) if amount is not None else "-"


def unfinished(results: tuple[ProjectResult, ...]) -> list[ProjectResult]:
    """The projects that are not done."""
    return [each for each in results if each.outcome != "done"]
