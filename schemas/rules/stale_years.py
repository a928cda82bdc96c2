"""Years of earlier plans that were carried over with the words around them."""

from collections.abc import Iterator

from schemas.findings import Finding
from schemas.plan import Plan, Project
from schemas.rules.language import ThaiLanguage, YearMention
from schemas.rules.place import place_of, title_of
from schemas.rules.texts import PlanText, narrative_texts, own_words

OLDEST_STALE_YEARS = 10
"""A year further back than this was not forgotten from an earlier plan; it is history."""
_CALENDAR_YEAR_MONTHS = frozenset({10, 11, 12})


def stale_years(plan: Plan, thai: ThaiLanguage) -> Iterator[Finding]:
    """PLN042 for a project's text with a year before the plan's, PLN043 where it is less sure.

    Less sure are a year that no word calls one, and the narrative. A note there only in a plan of one year, as
    that of several tells of the years before. The years of laws, of other plans, of dates and of the past are
    left alone. `proposal` is the text with the plan's year, where the plan has one year only.
    """
    if plan.fiscal_year is None:
        return
    for text in own_words(plan):
        stale = [found for found in thai.year_mentions(text.text) if _is_stale(plan, found, text)]
        sure = any(found.kind != "bare" for found in stale)
        yield from _finding(plan, "PLN042" if sure else "PLN043", text, stale)
    if len(plan.budget_years()) == 1:
        for text in narrative_texts(plan):
            stale = [found for found in thai.year_mentions(text.text) if _is_stale_in_prose(plan, found)]
            yield from _finding(plan, "PLN043", text, stale)


def _is_before(plan: Plan, year: int) -> bool:
    first = plan.fiscal_year or 0
    return first - OLDEST_STALE_YEARS <= year < first


def _is_stale(plan: Plan, found: YearMention, text: PlanText) -> bool:
    if found.kind == "month":
        return _is_before(plan, found.fiscal_year)
    if found.kind == "fiscal":
        return _is_before(plan, found.year)
    if found.kind in ("annual", "plain"):
        return _is_before(plan, found.year) and not _is_calendar_year(plan, found, text.project)
    return found.kind == "bare" and text.field == "name" and _is_before(plan, found.year + 1)


def _is_calendar_year(plan: Plan, found: YearMention, project: Project | None) -> bool:
    """Whether it is the calendar's year of a feast in October to December, the fiscal year's first months."""
    months = set(project.months) if project else set()
    return found.year + 1 == plan.fiscal_year and bool(months) and months <= _CALENDAR_YEAR_MONTHS


def _is_stale_in_prose(plan: Plan, found: YearMention) -> bool:
    if found.kind == "month":
        return _is_before(plan, found.fiscal_year)
    return found.kind == "fiscal" and _is_before(plan, found.year)


def _finding(plan: Plan, code: str, text: PlanText, stale: list[YearMention]) -> Iterator[Finding]:
    if not stale or plan.fiscal_year is None:
        return
    years = ", ".join(dict.fromkeys(str(found.year) for found in stale))
    subject = title_of(text.project) if text.project else text.text[:_LONGEST_QUOTE]
    facts: dict[str, str | int] = {"years": years, "plan_year": plan.fiscal_year, "text": subject}
    if len(plan.budget_years()) == 1:
        facts["proposal"] = _renewed(text.text, stale, plan.fiscal_year)
    if text.project is None:
        yield Finding(code=code, facts=facts, path=text.path)
    else:
        yield Finding(code=code, facts=facts, provenance=place_of(text.project.source), path=text.path)


_LONGEST_QUOTE = 60


def _renewed(text: str, stale: list[YearMention], fiscal_year: int) -> str:
    """The text with each stale year moved into the plan's fiscal year."""
    for found in reversed(stale):
        text = found.replaced(text, found.year + fiscal_year - found.fiscal_year)
    return text
