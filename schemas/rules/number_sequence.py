"""Numbers that skip: a skipped number is a row that may have been lost."""

from collections.abc import Iterator

from schemas.findings import Finding
from schemas.plan import Plan
from schemas.rules.place import path_of, place_of, title_of


def number_sequence(plan: Plan) -> Iterator[Finding]:
    """PLN003 where a number is neither the next one nor a new beginning at 1, within one form."""
    before: dict[str, int] = {}
    for index, project in enumerate(plan.projects):
        if project.number is None or not project.number.isdecimal():
            continue
        number = int(project.number)
        last = before.get(project.form)
        before[project.form] = number
        if number == 1 or (last is not None and number == last + 1):
            continue
        facts = {"before": last or 0, "after": number, "project": title_of(project)}
        place = place_of(project.source)
        yield Finding(code="PLN003", facts=facts, provenance=place, path=path_of(index, "number"))
