"""What of a project tells whether it is the same as one of another plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from parsers.thai.likeness import NameReading, read_name, word_weight
from schemas.plan import EQUIPMENT_FORMS, Plan, Project

_PART_WEIGHT = 6.0
"""What a village number, a school or another distinguishing part is worth, in letters of a name."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One project as matching sees it.

    `places` are distinguishing parts that only its place of work or its details tell, not its name. `amount_baht`
    is None where nothing is known. `features` are the words and parts of the name with what each is worth.
    """

    name: NameReading
    places: Mapping[str, frozenset[str]]
    details: NameReading
    program: str | None
    units: frozenset[str]
    amount_baht: Decimal | None
    is_equipment: bool
    features: Mapping[str, float]


def profiles_of(plan: Plan, year: int | None = None) -> tuple[Profile, ...]:
    """A profile for each project, in order; money is that of `year` where a development plan is asked for one."""
    return tuple(_profile(project, year) for project in plan.projects)


def amount_of(project: Project, year: int | None = None) -> Decimal | None:
    """The project's money in baht: all its years together, or those of `year`; None where it has none."""
    if project.budget is not None:
        return Decimal(project.budget)
    if year is not None and str(year) in project.budgets:
        return Decimal(project.budgets[str(year)])
    return project.total_baht() if project.budgets else None


def _profile(project: Project, year: int | None) -> Profile:
    # ผ.03 has no column of names: there the target says what is bought.
    name = read_name(project.name or project.target or project.details or "")
    told = (project.location, project.details, project.target if project.name else None)
    return Profile(
        name=name,
        places=_places(name, [text for text in told if text]),
        details=read_name(project.details or project.target or project.objective or ""),
        program=project.program,
        units=frozenset(unit.unit for unit in project.responsible_units),
        amount_baht=amount_of(project, year),
        is_equipment=project.form in EQUIPMENT_FORMS,
        features=_features(name),
    )


def _places(name: NameReading, texts: Iterable[str]) -> dict[str, frozenset[str]]:
    """Parts of the kinds that the name is silent about, from the first text that tells of each."""
    found: dict[str, frozenset[str]] = {}
    for text in texts:
        for kind, values in read_name(text).parts.items():
            if kind not in name.parts:
                found.setdefault(kind, values)
    return found


def _features(name: NameReading) -> dict[str, float]:
    features = {word: word_weight(word) for word in name.words}
    for kind, values in name.parts.items():
        features |= {f"{kind}={value}": _PART_WEIGHT for value in values}
    return features
