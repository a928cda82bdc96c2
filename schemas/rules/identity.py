"""A plan must say whose it is and for which year, and have projects."""

from collections.abc import Iterator

from schemas.findings import Finding
from schemas.plan import Organization, Plan
from schemas.vocabulary import load, vocabulary_cache


@vocabulary_cache()
def _types_without_names() -> frozenset[str]:
    kinds = load("organizations")["organization"]
    return frozenset(kind["type"] for kind in kinds if kind.get("alone"))


def is_named(organization: Organization) -> bool:
    """Whether it is known which organization it is: by its name, or by a type of which there is but one (เมืองพัทยา)."""
    return organization.name is not None or organization.type in _types_without_names()


def identity(plan: Plan) -> Iterator[Finding]:
    """PLN001 where nobody can tell whose plan it is, PLN002 without a fiscal year, PLN066 without a project."""
    if not is_named(plan.organization):
        yield Finding(code="PLN001", path="organization")
    if plan.fiscal_year is None:
        yield Finding(code="PLN002", path="fiscal_year")
    if not plan.projects:
        yield Finding(code="PLN066", path="projects")
