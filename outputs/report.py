"""Texts about a plan and its findings for a person at a terminal, in Thai or in English."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import groupby

from schemas.findings import Finding
from schemas.findings.catalog import Language
from schemas.plan import DEVELOPMENT_FORMS, OPERATION_FORMS, Organization, Plan, Project

_LAST = 1 << 30
_SEVERITIES = ("error", "warning", "note")


@cache
def _words(language: Language) -> dict[str, str]:
    content = tomllib.loads(files("outputs").joinpath("report.toml").read_text("utf-8"))
    words: dict[str, str] = content[language]
    return words


def _organization(organization: Organization, words: dict[str, str]) -> str:
    name = f"{organization.type or ''}{organization.name or ''}" or words["unknown_organization"]
    places = (("district", organization.district), ("province", organization.province))
    return " ".join([name, *(words[key].format(name=place) for key, place in places if place)])


def _years(plan: Plan, words: dict[str, str]) -> str:
    years = plan.budget_years()
    if not years:
        return words["unknown_year"]
    return words["one_year" if len(years) == 1 else "years"].format(first=years[0], last=years[-1])


def _amounts(label: str, projects: Sequence[Project], words: dict[str, str]) -> str:
    total = sum((project.total_baht() for project in projects), Decimal(0))
    return words["form"].format(form=label, count=len(projects), amount=f"{total:,.2f}")


def summary(plan: Plan, findings: Iterable[Finding], language: Language = "th") -> str:
    """What was read: organization, years, entries and baht per form (all years added), findings by severity.

    Lines without a final newline; Arabic digits.
    """
    words = _words(language)
    kind = " ".join(part for part in (words[plan.kind], plan.edition) if part)
    lines = [f"{kind} {_organization(plan.organization, words)}", _years(plan, words)]
    for form in (*OPERATION_FORMS, *DEVELOPMENT_FORMS):
        projects = [project for project in plan.projects if project.form == form]
        if projects:
            lines.append(_amounts(form, projects, words))
    lines.append(_amounts(words["total"], plan.projects, words))
    counts = Counter(finding.severity for finding in findings)
    tally = {severity: counts[severity] for severity in _SEVERITIES}  # type: ignore[index]
    lines.append(words["findings" if any(tally.values()) else "no_findings"].format(**tally))
    return "\n".join(lines)


def _place(finding: Finding) -> tuple[int, int]:
    """Page and table, those without one last."""
    where = finding.provenance
    return (
        _LAST if where.page is None else where.page,
        _LAST if where.table is None else where.table,
    )


def _place_text(place: tuple[int, int], words: dict[str, str]) -> str:
    page, table = place
    parts = []
    if page != _LAST:
        parts.append(words["page"].format(page=page))
    if table != _LAST:
        parts.append(words["table"].format(table=table + 1))
    return " ".join(parts) or words["whole_document"]


def _line(finding: Finding, words: dict[str, str], language: Language) -> str:
    row = finding.provenance.row
    where = "" if row is None else f" {words['row'].format(row=row + 1)}"
    return f"  {finding.code} {words[finding.severity]}{where}: {finding.message(language)}"


def findings_text(findings: Iterable[Finding], language: Language = "th") -> str:
    """The findings under their page and table (counted from 1), each with code, severity, row and message.

    Empty for no findings; lines without a final newline.
    """
    words = _words(language)
    lines = []
    for place, members in groupby(sorted(findings, key=_place), key=_place):
        lines.append(_place_text(place, words))
        in_order = sorted(
            members, key=lambda finding: -1 if finding.provenance.row is None else finding.provenance.row
        )
        lines += [_line(finding, words, language) for finding in in_order]
    return "\n".join(lines)
