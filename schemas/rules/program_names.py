"""Names of แผนงาน against those of the budget's classification."""

from collections.abc import Iterator, Mapping

from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Plan
from schemas.rules.language import ThaiLanguage
from schemas.rules.names import known_programs, name_key
from schemas.rules.place import finding_on

LABEL = "แผนงาน"


def program_names(plan: Plan, thai: ThaiLanguage) -> Iterator[Finding]:
    """PLN036 once for each แผนงาน that the classification does not have, with the nearest one as proposal where
    there is one; PLN037 once for each heading whose misspelt แผนงาน was read as the one that it means."""
    known = known_programs()
    unknown: dict[str, list[int]] = {}
    respelled: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for index, project in enumerate(plan.projects):
        if project.program is None:
            continue
        if bare(project.program) not in known:
            unknown.setdefault(project.program, []).append(index)
        for place, group in enumerate(project.groups):
            is_program = group.label == LABEL and bare(project.program) in known
            if is_program and name_key(group.name) not in known and bare(group.name) not in known:
                respelled.setdefault((group.name, project.program), []).append((index, place))
    yield from _unknown(plan, thai, unknown, known)
    for (name, program), rows in respelled.items():
        index, place = rows[0]
        facts: dict[str, Fact] = {"name": name, "program": program, "proposal": program.removeprefix(LABEL)}
        field = f"groups[{place}].name"
        yield finding_on(index, plan.projects[index], field, "PLN037", {**facts, "rows": len(rows)})


def bare(program: str) -> str:
    """The key of a แผนงาน's name without that word."""
    return name_key(program).removeprefix(LABEL)


def _unknown(
    plan: Plan, thai: ThaiLanguage, found: Mapping[str, list[int]], known: Mapping[str, str]
) -> Iterator[Finding]:
    for program, indices in found.items():
        facts: dict[str, Fact] = {"name": program, "rows": len(indices), "advice_th": "", "advice_en": ""}
        nearest = thai.nearest(program, [f"{LABEL}{name}" for name in dict.fromkeys(known.values())])
        if nearest is not None:
            facts["proposal"] = nearest
            facts["advice_th"] = f' อาจหมายถึง "{nearest}"'
            facts["advice_en"] = f' It may mean "{nearest}".'
        yield finding_on(indices[0], plan.projects[indices[0]], "program", "PLN036", facts)
