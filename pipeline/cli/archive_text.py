"""Plans and projects of the archive in one line each, for people."""

from typing import TYPE_CHECKING

from pipeline.cli.words import words
from pipeline.settings import Language

if TYPE_CHECKING:
    from pipeline.archive.history import Stage
    from pipeline.archive.listing import Entry
    from pipeline.archive.search import Hit
    from schemas.plan import Organization, Project


def office(organization: "Organization", language: Language) -> str:
    """Type and name, with district and province as far as they are known."""
    from outputs.comparison.wording import organization_text

    parts = [organization_text(organization) or words(language, "archive.nobody")]
    if organization.district:
        parts.append(words(language, "archive.district", name=organization.district))
    if organization.province:
        parts.append(words(language, "archive.province", name=organization.province))
    return " ".join(parts)


def years(entry: "Entry") -> str:
    """ "2567", or "2566-2570" for a plan of several years; "-" where no year is known."""
    if entry.fiscal_year is None:
        return "-"
    if entry.fiscal_year_end in (None, entry.fiscal_year):
        return str(entry.fiscal_year)
    return f"{entry.fiscal_year}-{entry.fiscal_year_end}"


def money(project: "Project") -> str:
    """The project's money, each year's where there are several; what is printed in its place where there is none."""
    from outputs.comparison.wording import money_text

    return money_text(project)


def entry_line(entry: "Entry", language: Language) -> str:
    """A plan: its number, kind, years, edition, whose it is, how many projects, and how much money."""
    return words(
        language,
        "archive.entry",
        number=entry.id,
        kind=words(language, f"archive.{entry.kind}"),
        years=years(entry),
        edition=f" {entry.edition}" if entry.edition else "",
        office=office(entry.organization, language),
        projects=entry.projects,
        baht=f"{entry.total_baht:,.2f}",
    )


def hit_lines(hit: "Hit", language: Language) -> str:
    """A project that was found: its number, name and money, and below whose it is, its unit and place."""
    amount = "-" if hit.total_baht is None else f"{hit.total_baht:,.2f}"
    details = (years(hit.entry), office(hit.entry.organization, language), hit.responsible_unit, hit.location)
    return f"{hit.reference}  {hit.name}  {amount}\n    {' · '.join(each for each in details if each)}"


def stage_lines(stage: "Stage", language: Language) -> str:
    """A project in one plan: year, kind, number, name and money, and how sure it is that it is the same."""
    from pipeline.archive.project_rows import shown_name

    sure = words(language, "archive.asked") if stage.score is None else f"{stage.score:.2f}"
    kind = words(language, f"archive.{stage.entry.kind}")
    edition = f" {stage.entry.edition}" if stage.entry.edition else ""
    first = f"{years(stage.entry)}  {kind}{edition}  {stage.entry.id}/{stage.position}  ({sure})"
    return f"{first}\n    {shown_name(stage.project)}  {money(stage.project)}".rstrip()
