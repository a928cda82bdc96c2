"""A plan must say whose it is and for which year."""

from collections.abc import Iterator

from schemas.findings import Finding
from schemas.plan import Plan


def identity(plan: Plan) -> Iterator[Finding]:
    """PLN001 without an organization's name, PLN002 without a fiscal year."""
    if plan.organization.name is None:
        yield Finding(code="PLN001", path="organization")
    if plan.fiscal_year is None:
        yield Finding(code="PLN002", path="fiscal_year")
