"""The words of a comparison, and values as it prints them (digits Arabic)."""

import tomllib
from collections.abc import Collection
from decimal import Decimal
from importlib.resources import files

from schemas.findings.catalog import Language
from schemas.plan import Organization, Project
from schemas.plan_text import baht_text, months_text
from schemas.vocabulary import vocabulary_cache


@vocabulary_cache()
def wording(language: Language) -> dict[str, str]:
    """All words of `words.toml` in one language."""
    content = tomllib.loads(files("outputs.comparison").joinpath("words.toml").read_text("utf-8"))
    return {key: entry[language] for key, entry in content.items()}


def organization_text(organization: Organization) -> str:
    """The local government's type and name, empty where neither is known."""
    return organization.full_name


def money_text(project: Project, years: Collection[str] = ()) -> str:
    """The project's money: one amount, or one for each year (of `years`, where any are given); "" for none."""
    if project.budget is not None:
        return baht_text(project.budget)
    budgets = {year: baht for year, baht in project.budgets.items() if not years or year in years}
    if budgets:
        return ", ".join(f"{year}: {baht_text(baht)}" for year, baht in sorted(budgets.items()))
    return "" if project.budgets else project.budget_text or ""


def schedule_text(project: Project) -> str:
    """Runs of months as "ต.ค.-ธ.ค., มี.ค."; the finishing month alone where no others are known; "" for none."""
    return months_text(project.months or ((project.finish_month,) if project.finish_month else ()))


def name_text(project: Project) -> str:
    """What the project is called: its name, or what is bought where its form has no names."""
    return project.name or project.target or project.details or "-"


def place_text(project: Project) -> str:
    """Number, strategy and program, for those who look the project up; Thai."""
    words = wording("th")
    parts = [
        words["strategy_of"].format(name=project.strategy.name) if project.strategy else "",
        project.program or "",
        words["number_of"].format(number=project.number) if project.number else "",
    ]
    return " ".join(part for part in parts if part)


def source_text(project: Project, language: Language) -> str:
    """Page, table and row of the source, each counted from 1, as far as they are known."""
    words, source = wording(language), project.source
    parts = [
        words["page"].format(number=source.page) if source.page is not None else "",
        words["table"].format(number=source.table + 1) if source.table is not None else "",
        words["row"].format(number=source.row + 1) if source.row is not None else "",
    ]
    return " ".join(part for part in parts if part)


def difference_text(old: str | Decimal, new: str | Decimal) -> str:
    """What was added, with its sign: "+10,000", "-5,000", "0"."""
    difference = Decimal(new) - Decimal(old)
    return f"{'+' if difference > 0 else ''}{baht_text(difference)}"
