"""The fiscal year of an operation plan in its narrative: last year's text tells this year's plan."""

import re
from collections import Counter
from collections.abc import Iterable

from schemas.plan import NarrativeSection, Plan

# A year that is named as a fiscal year; years of laws and of other plans are not.
_FISCAL_YEAR = re.compile(
    r"(?P<before>(?:ประจำปีงบประมาณ|ปีงบประมาณ|ประจำปี)\s*(?:พ\.ศ\.)?\s*)(?P<year>2[45]\d\d)(?!\d)(?!\s*[-–])"
)
_NAMED_PLAN = re.compile(r"แผนการ?ดำเนินงาน\s*" + _FISCAL_YEAR.pattern)


def with_plan_year(plan: Plan) -> tuple[NarrativeSection, ...]:
    """The narrative, in which the year that it gives the operation plan is the plan's own.

    Only where it names one other year for the plan; that year then is put right wherever it stands as a fiscal
    year. Narratives of development plans stay: their years belong to many plans.
    """
    if plan.kind != "operation_plan" or plan.fiscal_year is None:
        return plan.narrative
    named = Counter(
        int(match["year"]) for text in _texts(plan.narrative) for match in _NAMED_PLAN.finditer(text)
    )
    if not named or plan.fiscal_year in named:
        return plan.narrative
    stale = named.most_common(1)[0][0]
    return tuple(_of_year(section, stale, plan.fiscal_year) for section in plan.narrative)


def _texts(sections: Iterable[NarrativeSection]) -> Iterable[str]:
    for section in sections:
        yield section.title
        yield from section.paragraphs


def _of_year(section: NarrativeSection, stale: int, year: int) -> NarrativeSection:
    def put_right(match: re.Match[str]) -> str:
        return f"{match['before']}{year}" if int(match["year"]) == stale else match.group()

    return section.model_copy(
        update={
            "title": _FISCAL_YEAR.sub(put_right, section.title),
            "paragraphs": tuple(_FISCAL_YEAR.sub(put_right, text) for text in section.paragraphs),
        }
    )
