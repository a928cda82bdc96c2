"""Where an operation plan's projects come from: their origins in the development plan, and its ceilings."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Literal

from outputs.comparison import as_json, link_text, page, workbook
from outputs.comparison.model import ComparedPlan, Linkage, LinkedProject, LinkVerdict
from pipeline.compare import read_both
from pipeline.matching import LEAST_SCORE, scored_pairs
from pipeline.matching.assignment import assign_above
from pipeline.progress import Progress, silent
from schemas.failures import UsageFailure
from schemas.findings.catalog import Language
from schemas.plan import Baht, Plan, Project, to_baht

Form = Literal["text", "json", "html", "xlsx"]


def link_files(
    action: Path,
    development: Path,
    form: Form,
    environment: Mapping[str, str],
    language: Language = "th",
    progress: Progress = silent,
) -> bytes:
    """The link of two files in one form; fails as `link` and as reading do."""
    linkage = link(*read_both(action, development, environment, progress))
    writers: dict[Form, Callable[[], bytes]] = {
        "text": lambda: link_text.render(linkage, language).encode() + b"\n",
        "json": lambda: as_json.render_link(linkage),
        "html": lambda: page.render_link(linkage, language),
        "xlsx": lambda: workbook.render_link(linkage, language),
    }
    return writers[form]()


def link(action: Plan, development: Plan) -> Linkage:
    """Each project of the operation plan with its origin, and its money against that year's ceiling.

    Several projects may come from one origin: then their money together counts against the ceiling.
    UsageFailure OUT022 for plans of other kinds, or in the wrong order.
    """
    if action.kind != "operation_plan" or development.kind != "development_plan":
        raise UsageFailure("OUT022", action=action.source.name, development=development.source.name)
    origins = find_origins(action, development)
    spent = _spent(action, origins)
    return Linkage(
        action=ComparedPlan.of(action),
        development=ComparedPlan.of(development),
        year=action.fiscal_year,
        projects=tuple(
            _linked(index, project, development, origins.get(index), spent, action.fiscal_year)
            for index, project in enumerate(action.projects)
        ),
    )


def find_origins(action: Plan, development: Plan) -> dict[int, tuple[int, float]]:
    """By the index of each project that has an origin: the origin's index, and how sure that is.

    First one to one, so that twins find their own; then what is left goes to the best, taken or not.
    """
    scores = scored_pairs(action, development, action.fiscal_year)
    origins = {one: (other, scores[one, other]) for one, other in assign_above(scores, LEAST_SCORE)}
    for one, other in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if scores[one, other] >= LEAST_SCORE:
            origins.setdefault(one, (other, scores[one, other]))
    return origins


def _spent(action: Plan, origins: dict[int, tuple[int, float]]) -> dict[int, Decimal]:
    """What the projects of each origin have together, by the origin's index."""
    spent: dict[int, Decimal] = {}
    for index, (origin, _) in origins.items():
        spent[origin] = spent.get(origin, Decimal(0)) + action.projects[index].total_baht()
    return spent


def _linked(
    index: int,
    project: Project,
    development: Plan,
    found: tuple[int, float] | None,
    spent: dict[int, Decimal],
    year: int | None,
) -> LinkedProject:
    if found is None:
        return LinkedProject(index=index, project=project, amount=project.budget, verdict="no_origin")
    origin, score = found
    ceiling: Baht | None = development.projects[origin].budgets.get(str(year))
    return LinkedProject(
        index=index,
        project=project,
        origin_index=origin,
        origin=development.projects[origin],
        score=round(min(1.0, score), 3),
        amount=project.budget,
        ceiling=ceiling,
        origin_amount=to_baht(spent[origin]),
        verdict=_verdict(project, ceiling, spent[origin]),
    )


def _verdict(project: Project, ceiling: Baht | None, spent: Decimal) -> LinkVerdict:
    if ceiling is None:
        return "no_money_that_year" if project.budget else "within"
    return "above" if spent > Decimal(ceiling) else "within"
