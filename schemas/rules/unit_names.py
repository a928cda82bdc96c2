"""Units in charge: spelled in several ways, or in charge of a แผนงาน that is another's."""

from collections import Counter
from collections.abc import Iterator, Mapping

from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Plan
from schemas.rules.names import alike, known_units, name_key
from schemas.rules.place import finding_on, title_of
from schemas.vocabulary import load

NEAR = 0.85
"""A unit at least so alike to a known or to a far more frequent one is probably that one."""

LONGEST_SLIP = 3
"""So many letters more or less: สำนักงานปลัด and สำนักปลัด are one unit in two spellings."""

TIMES = 3
LEAST_USUAL = 5
"""A spelling is the usual one of a plan where it stands in so many rows, and TIMES as often as the other."""

LEAST_OF_PROGRAM = 10
"""So many rows of a แผนงาน by one other unit, and of the unit under another แผนงาน, show who does what."""


def unit_names(plan: Plan) -> Iterator[Finding]:
    """PLN038 for each project whose unit is a near miss of a known one, or of one that the plan has far more often.

    Only units of the local government and agencies of the state are compared; the proposal is the whole text of the
    field with that unit mended.
    """
    counts = Counter(unit.unit for project in plan.projects for unit in project.responsible_units)
    meant = {unit: usual for unit in counts if (usual := _meant(unit, counts))}
    for index, project in enumerate(plan.projects):
        for unit in project.responsible_units:
            usual = meant.get(unit.unit)
            if usual is None or not project.responsible_unit:
                continue
            facts: dict[str, Fact] = {"unit": unit.unit, "usual": usual, "project": title_of(project)}
            if unit.unit in project.responsible_unit:
                facts["proposal"] = project.responsible_unit.replace(unit.unit, usual)
            yield finding_on(index, project, "responsible_unit", "PLN038", facts)


def _meant(unit: str, counts: Mapping[str, int]) -> str | None:
    """The unit that `unit` is probably a slip of; None for one that stands for itself."""
    if not _is_compared(unit):
        return None
    usual = [other for other, count in counts.items() if count >= max(LEAST_USUAL, TIMES * counts[unit])]
    others = usual if name_key(unit) in known_units() else [*usual, *dict.fromkeys(known_units().values())]
    near = [other for other in others if other != unit and _is_slip(unit, other)]
    return max(near, key=lambda other: (alike(unit, other), counts.get(other, 0)), default=None)


def _is_compared(unit: str) -> bool:
    words = load("unit_checks")
    return unit.startswith(tuple(words["compared"])) and not unit.startswith(tuple(words["not_compared"]))


def _is_slip(unit: str, other: str) -> bool:
    one, two = name_key(unit), name_key(other)
    if one == two or abs(len(one) - len(two)) > LONGEST_SLIP:
        return one == two and unit != other
    return not any(char.isdigit() for char in unit + other) and alike(unit, other) >= NEAR


def unit_programs(plan: Plan) -> Iterator[Finding]:
    """PLN039 for the only project of a unit under a แผนงาน that is another unit's throughout, while the unit has a
    แผนงาน of its own."""
    rows = [
        (index, project.responsible_units[0].unit, project.program)
        for index, project in enumerate(plan.projects)
        if project.program and len(project.responsible_units) == 1
    ]
    counts = Counter((unit, program) for _, unit, program in rows)
    for index, unit, program in rows:
        if counts[unit, program] > 1:
            continue
        others = {other: count for (other, its), count in counts.items() if its == program and other != unit}
        own = max(
            (count for (its, other), count in counts.items() if its == unit and other != program), default=0
        )
        if len(others) == 1 and min(own, *others.values()) >= LEAST_OF_PROGRAM:
            project = plan.projects[index]
            facts: dict[str, Fact] = {
                "unit": unit,
                "program": program,
                "usual": next(iter(others)),
                "rows": sum(others.values()),
                "project": title_of(project),
            }
            yield finding_on(index, project, "responsible_unit", "PLN039", facts)
