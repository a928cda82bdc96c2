"""A plan and its findings in a few lines for a person at a terminal, in Thai or in English."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from schemas.findings import SEVERITIES, Finding
from schemas.findings.catalog import Language
from schemas.plan import DEVELOPMENT_FORMS, OPERATION_FORMS, Organization, Plan, Project
from schemas.sentences import filled

_FORMS = (*OPERATION_FORMS, *DEVELOPMENT_FORMS)


@cache
def _words(language: Language) -> dict[str, str]:
    content = tomllib.loads(files("outputs").joinpath("report.toml").read_text("utf-8"))
    words: dict[str, str] = content[language]
    return words


def _organization(organization: Organization, words: dict[str, str]) -> str:
    name = organization.full_name or words["unknown_organization"]
    places = (("district", organization.district), ("province", organization.province))
    return " ".join([name, *(words[key].format(name=place) for key, place in places if place)])


def _years(plan: Plan, words: dict[str, str]) -> str:
    years = plan.budget_years()
    if not years:
        return words["unknown_year"]
    return words["one_year" if len(years) == 1 else "years"].format(first=years[0], last=years[-1])


def headline(plan: Plan, language: Language = "th") -> tuple[str, str]:
    """What the plan is and whose, and for which years: two lines."""
    words = _words(language)
    kind = " ".join(part for part in (words[plan.kind], plan.edition) if part)
    return f"{kind} {_organization(plan.organization, words)}", _years(plan, words)


class Total(NamedTuple):
    """The entries of one form, or of all: their count and their baht over all years, also as words for people."""

    label: str
    entries: str
    amount: str
    baht: Decimal


def totals(plan: Plan, language: Language = "th") -> tuple[Total, ...]:
    """One total per form that has entries, then that of all."""
    words = _words(language)
    forms = ((form, [p for p in plan.projects if p.form == form]) for form in _FORMS)
    parts = [*((form, members) for form, members in forms if members), (words["total"], plan.projects)]
    return tuple(_total(label, members, words) for label, members in parts)


def _total(label: str, projects: Sequence[Project], words: dict[str, str]) -> Total:
    baht = sum((project.total_baht() for project in projects), Decimal(0))
    entries = filled(words["entries_of"], {"count": len(projects)})
    return Total(label, entries, words["baht_of"].format(amount=f"{baht:,.2f}"), baht)


def summary(plan: Plan, findings: Iterable[Finding], language: Language = "th") -> str:
    """What was read: organization, years, entries and baht per form (all years added), findings by severity.

    Lines without a final newline; Arabic digits.
    """
    words = _words(language)
    lines = [*headline(plan, language)]
    lines += [words["form"].format(**total._asdict()) for total in totals(plan, language)]
    counts = Counter(finding.severity for finding in findings)
    tally: dict[str, object] = {severity: counts[severity] for severity in SEVERITIES}
    lines.append(filled(words["findings" if any(tally.values()) else "no_findings"], tally))
    return "\n".join(lines)
