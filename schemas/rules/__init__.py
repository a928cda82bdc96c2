"""Rules that judge a Plan: each a pure function from a Plan to findings, one small file each."""

from collections.abc import Callable, Iterator

from schemas.findings import Finding
from schemas.plan import Plan
from schemas.rules.declared_totals import declared_totals
from schemas.rules.identity import identity
from schemas.rules.number_sequence import number_sequence
from schemas.rules.required_fields import required_fields

Rule = Callable[[Plan], Iterator[Finding]]

RULES: tuple[Rule, ...] = (identity, required_fields, number_sequence, declared_totals)


def judge(plan: Plan) -> tuple[Finding, ...]:
    """The findings of all rules on `plan`, rule by rule."""
    return tuple(finding for rule in RULES for finding in rule(plan))
