"""From a filled sheet to the year-end evaluation, and what is doubtful in it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from outputs.follow_up.model import Evaluation, Outcome, ProjectResult, group_of
from outputs.follow_up.wording import outcome_text, title_of
from parsers.forms.follow_sheet import FollowRead, FollowRow
from parsers.forms.submission import shown
from pipeline.follow_up.following import find_result, followed, keys_of
from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Plan
from schemas.plan_text import baht_text
from schemas.year_forms import QUARTERS, follow_columns, status_text, statuses

_WITHOUT_WORK: tuple[Outcome, ...] = ("not_begun", "cancelled")


def evaluate(plan: Plan, rows: Sequence[FollowRead], file: str, year: int | None = None) -> Evaluation:
    """The evaluation of all projects that are followed, those without a row among them.

    Findings: REC060 to REC069, each with the sheet's row. UsageFailure OUT030 as `followed` raises it.
    """
    blank = followed(plan, year)
    found, findings = _paired(plan, blank, rows, file)
    results = tuple(_filled(each, found.get(place)) for place, each in enumerate(blank))
    strategies = list(dict.fromkeys(each.strategy for each in results))
    doubts = (doubt for each in results for doubt in _doubts(each, file))
    return Evaluation(
        plan=plan.source.name,
        title=title_of(plan, year or plan.fiscal_year),
        organization=plan.organization,
        year=year or plan.fiscal_year,
        whole=group_of(None, results),
        strategies=tuple(
            group_of(strategy, [each for each in results if each.strategy == strategy])
            for strategy in strategies
        ),
        results=results,
        findings=(*findings, *doubts),
    )


def _paired(
    plan: Plan, blank: Sequence[ProjectResult], rows: Sequence[FollowRead], file: str
) -> tuple[Mapping[int, FollowRow], tuple[Finding, ...]]:
    """The row of each project by its place in `blank`, and what is wrong with rows."""
    keys, found = keys_of(plan, blank), dict[int, FollowRow]()
    findings: list[Finding] = []
    for row, remarks in rows:
        facts: dict[str, Fact] = {"file": file, "row": row.row, "project": shown(row.name)}
        findings += [Finding(code=code, facts=facts | dict(more)) for code, more in remarks]
        place = find_result(row.key, row.name, keys, blank)
        if place is None:
            findings.append(Finding(code="REC063", facts=facts))
        elif place in found:
            findings.append(Finding(code="REC069", facts={**facts, "other": found[place].row}))
        else:
            found[place] = row
    for place, each in enumerate(blank):
        if place not in found:
            missing: dict[str, Fact] = {
                "file": file,
                "project": shown(each.name),
                "number": each.number or "-",
            }
            findings.append(Finding(code="REC064", facts=missing))
    return found, tuple(findings)


def _filled(blank: ProjectResult, row: FollowRow | None) -> ProjectResult:
    if row is None:
        return blank
    reported = [status for status in row.quarters if status]
    return blank.model_copy(
        update={
            "quarters": row.quarters,
            "outcome": reported[-1] if reported else "unreported",
            "spent": row.spent,
            "result": row.result,
            "reason": row.reason,
            "row": row.row,
        }
    )


def _doubts(result: ProjectResult, file: str) -> Iterator[Finding]:
    """What a filled row says that does not fit together."""
    if result.row is None:
        return
    facts: dict[str, Fact] = {"file": file, "row": result.row, "project": shown(result.name)}
    path = f"projects[{result.index}]"
    for code, more in _contradictions(result):
        yield Finding(code=code, facts=facts | dict(more), path=path)


def _contradictions(result: ProjectResult) -> Iterator[tuple[str, Mapping[str, Fact]]]:
    spent, planned = Decimal(result.spent or 0), Decimal(result.planned or 0)
    money = {"spent": baht_text(str(spent)), "planned": baht_text(str(planned))}
    if result.outcome == "unreported":
        yield "REC065", {}
    if spent > planned:
        yield "REC062", money
    if result.outcome in _WITHOUT_WORK:
        text = outcome_text(result.outcome)
        if spent:
            yield "REC066", {**money, "text": text}
        if not result.reason:
            yield "REC067", {"text": text}
    yield from _steps_back(result)


def _steps_back(result: ProjectResult) -> Iterator[tuple[str, Mapping[str, Fact]]]:
    order = [words.key for words in statuses()]
    headers = {column.key: column.header for column in follow_columns()}
    told = [(quarter, status) for quarter, status in zip(QUARTERS, result.quarters, strict=True) if status]
    for (_, before), (quarter, after) in pairwise(told):
        if order.index(after) < order.index(before):
            yield (
                "REC068",
                {"before": status_text(before), "text": status_text(after), "column": headers[quarter]},
            )
