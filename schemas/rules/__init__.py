"""Rules that judge a Plan: each a pure function from a Plan to findings, one small file each.

Those that need to know Thai are handed that knowledge as well.
"""

from collections.abc import Callable, Iterator

from schemas.findings import Finding
from schemas.plan import Plan
from schemas.rules.amounts import amounts
from schemas.rules.budget_years import budget_years
from schemas.rules.declared_totals import declared_totals
from schemas.rules.duplicates import duplicates
from schemas.rules.identity import identity
from schemas.rules.language import ThaiLanguage
from schemas.rules.lost_strategies import lost_strategies
from schemas.rules.number_sequence import number_sequence
from schemas.rules.organization_names import organization_names
from schemas.rules.price_standard import price_standard
from schemas.rules.program_names import program_names
from schemas.rules.required_fields import required_fields
from schemas.rules.schedule import schedule
from schemas.rules.spelling import spelling
from schemas.rules.stale_years import stale_years
from schemas.rules.strategy_lines import strategy_lines
from schemas.rules.strategy_names import strategy_names
from schemas.rules.summary_shares import summary_shares
from schemas.rules.summary_strategies import summary_strategies
from schemas.rules.summary_totals import summary_totals
from schemas.rules.text_damage import text_damage
from schemas.rules.unit_names import unit_names, unit_programs

Rule = Callable[[Plan], Iterator[Finding]]
LanguageRule = Callable[[Plan, ThaiLanguage], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    identity,
    required_fields,
    number_sequence,
    strategy_lines,
    strategy_names,
    declared_totals,
    summary_totals,
    lost_strategies,
    summary_strategies,
    summary_shares,
    amounts,
    budget_years,
    schedule,
    unit_names,
    unit_programs,
    price_standard,
)

LANGUAGE_RULES: tuple[LanguageRule, ...] = (
    program_names,
    text_damage,
    spelling,
    duplicates,
    stale_years,
    organization_names,
)


def judge(plan: Plan, thai: ThaiLanguage) -> tuple[Finding, ...]:
    """The findings of all rules on `plan`, rule by rule; `thai` is what they may know of the language."""
    plain = (finding for rule in RULES for finding in rule(plan))
    of_language = (finding for rule in LANGUAGE_RULES for finding in rule(plan, thai))
    return (*plain, *of_language)
