"""Kinds of faults that officers make, each put into a plan's contents before they are typed.

A kind takes contents and a stream of chance, and gives the faulty contents with the places where a finding has to
point; None where these contents have no room for it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from bench.legacy_plans.content import Section, heading_fields
from bench.legacy_plans.contents import Contents, sums
from bench.legacy_plans.typing_hand import Hand
from schemas.plan import FISCAL_MONTHS, DeclaredTotal, Group, Project

STRATEGY = "ยุทธศาสตร์"
PROGRAM = "แผนงาน"
_LEAST_SECTION = 2
_YEAR_ROW_SHARE = 0.3


@dataclass(frozen=True)
class Fault:
    """Faulty contents, and what a finding that tells of the fault is about.

    `names` are names of projects as typed, `amounts` what the totals print that the fault touches, `label` a
    name in the summary that it touches. That summary, at the book's front, sums up `summed_up`: it knows nothing
    of a line that is lost behind it. The months' header has the fiscal year `header_year`, where it is not the plan's.
    """

    contents: Contents
    names: frozenset[str]
    amounts: frozenset[str | None] = frozenset()
    label: str | None = None
    summed_up: Contents | None = None
    header_year: int | None = None


Kind = Callable[[Contents, Random], Fault | None]


class DatedMonth(int):
    """A month that is typed with its year."""

    year: int


class DatingHand(Hand):
    """A hand that types the year of a month that has one."""

    def month(self, month: int) -> str:
        """The month's name, and its year in two digits where it has one."""
        name = super().month(month)
        return self.digits(f"{name} {month.year % 100}") if isinstance(month, DatedMonth) else name


# ---- contents with one thing changed ----


def _sections(contents: Contents) -> tuple[Section, ...]:
    """Those of the main form: ผด.02 or ผ.02."""
    return contents.forms[0][1]


def _with_sections(contents: Contents, sections: Sequence[Section]) -> Contents:
    form, _ = contents.forms[0]
    return replace(contents, forms=((form, tuple(sections)), *contents.forms[1:]))


def _with_section(contents: Contents, at: int, section: Section) -> Contents:
    sections = list(_sections(contents))
    sections[at] = section
    return _with_sections(contents, sections)


def _with_project(contents: Contents, at: int, place: int, project: Project) -> Contents:
    section = _sections(contents)[at]
    projects = (*section.projects[:place], project, *section.projects[place + 1 :])
    return _with_section(contents, at, replace(section, projects=projects))


def _amounts(section: Section) -> frozenset[str | None]:
    return frozenset(total.amount for total in section.totals)


def _names(projects: Sequence[Project]) -> frozenset[str]:
    return frozenset(project.name or "" for project in projects)


def _places(contents: Contents) -> list[tuple[int, int]]:
    """Section and project of all projects."""
    return [
        (at, place)
        for at, section in enumerate(_sections(contents))
        for place in range(len(section.projects))
    ]


def _drawn(contents: Contents, rng: Random) -> tuple[int, int, Section, Project]:
    at, place = rng.choice(_places(contents))
    section = _sections(contents)[at]
    return at, place, section, section.projects[place]


def _drawn_with_money(contents: Contents, rng: Random) -> tuple[int, int, Section, Project] | None:
    """A project with money under a printed total."""
    places = _places(contents)
    for at, place in rng.sample(places, len(places)):
        section = _sections(contents)[at]
        if section.totals and section.projects[place].total_baht() > 0 and not section.projects[place].points:
            return at, place, section, section.projects[place]
    return None


# ---- numbers, rows and totals ----


def deleted_row(contents: Contents, rng: Random) -> Fault | None:
    """A project's row is gone; numbers and totals are as before."""
    large = [at for at, section in enumerate(_sections(contents)) if len(section.projects) >= _LEAST_SECTION]
    if not large:
        return None
    at = rng.choice(large)
    section = _sections(contents)[at]
    place = rng.randrange(len(section.projects))
    left = (*section.projects[:place], *section.projects[place + 1 :])
    dividers = tuple((index - (index > place), text) for index, text in section.dividers)
    faulty = _with_section(contents, at, replace(section, projects=left, dividers=dividers))
    after = [project for later in _sections(contents)[at + 1 : at + 2] for project in later.projects[:1]]
    return Fault(faulty, _names((*left, *after)), _amounts(section))


def _with_money(project: Project, change: Callable[[Decimal], Decimal]) -> Project:
    """The project with one amount changed: its only one, or that of its first year."""
    if project.budget is not None:
        return project.model_copy(update={"budget": f"{change(Decimal(project.budget)):.2f}"})
    year, amount = next(iter(project.budgets.items()))
    return project.model_copy(update={"budgets": {**project.budgets, year: f"{change(Decimal(amount)):.2f}"}})


def _changed_amount(contents: Contents, rng: Random, change: Callable[[Decimal], Decimal]) -> Fault | None:
    drawn = _drawn_with_money(contents, rng)
    if drawn is None:
        return None
    at, place, section, project = drawn
    changed = _with_money(project, change)
    if changed == project:
        return None
    return Fault(_with_project(contents, at, place, changed), _names([project]), _amounts(section))


def amount_times_ten(contents: Contents, rng: Random) -> Fault | None:
    """A zero too many; the total is as before."""
    return _changed_amount(contents, rng, lambda amount: amount * 10)


def digits_swapped(contents: Contents, rng: Random) -> Fault | None:
    """Two neighbouring digits of an amount have changed places; the total is as before."""

    def swapped(amount: Decimal) -> Decimal:
        digits = str(int(amount))
        unequal = [place for place in range(len(digits) - 1) if digits[place] != digits[place + 1]]
        if not unequal:
            return amount
        at = rng.choice(unequal)
        turned = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        return Decimal(turned) + amount % 1

    return _changed_amount(contents, rng, swapped)


def wrong_total(contents: Contents, rng: Random) -> Fault | None:
    """A printed total does not come to its rows."""
    with_totals = [at for at, section in enumerate(_sections(contents)) if section.totals]
    if not with_totals:
        return None
    at = rng.choice(with_totals)
    section = _sections(contents)[at]
    chosen = rng.randrange(len(section.totals))
    total = section.totals[chosen]
    printed = f"{Decimal(total.amount or 0) + rng.choice((-1, 1)) * rng.randint(1, 900):.2f}"
    totals = tuple(
        total.model_copy(update={"amount": printed}) if index == chosen else other
        for index, other in enumerate(section.totals)
    )
    return Fault(
        _with_section(contents, at, replace(section, totals=totals)), frozenset(), frozenset({printed})
    )


def duplicated_project(contents: Contents, rng: Random) -> Fault | None:
    """A project stands once more, in its section or in another one; numbers and totals count it."""
    _, _, _, project = _drawn(contents, rng)
    at = rng.randrange(len(_sections(contents)))
    section = _sections(contents)[at]
    twin = project.model_copy(update={"groups": section.groups, **heading_fields(section.groups)})
    before = section.projects[-1].number or "0"
    projects = (*section.projects, twin.model_copy(update={"number": str(int(before) + 1)}))
    totals = _totals(section, projects)
    changed = replace(section, projects=projects, totals=totals)
    faulty = _with_section(contents, at, changed)
    if contents.layout.numbers_run_on:
        faulty = _renumbered(faulty)
    return Fault(faulty, _names([project]))


def _totals(section: Section, projects: tuple[Project, ...]) -> tuple[DeclaredTotal, ...]:
    """The section's totals over `projects`."""
    if not section.totals:
        return ()
    like = section.totals[0]
    count = len(projects) if like.count is not None else None
    return tuple(
        like.model_copy(update={"year": year, "amount": f"{amount:.2f}", "count": count})
        for year, amount in sums(projects).items()
    )


def _renumbered(contents: Contents) -> Contents:
    sections, number = [], 0
    for section in _sections(contents):
        projects = []
        for project in section.projects:
            number += 1
            projects.append(project.model_copy(update={"number": str(number)}))
        sections.append(replace(section, projects=tuple(projects)))
    return _with_sections(contents, sections)


# ---- years, months and words ----


def month_outside(contents: Contents, rng: Random) -> Fault | None:
    """A finishing month of another fiscal year, one before the last month that is marked, or all months under
    the years of another plan."""
    at, place, _, project = _drawn(contents, rng)
    if contents.kind != "operation_plan" or len(project.months) == 0:
        return None
    if contents.layout.year_row and rng.random() < _YEAR_ROW_SHARE:
        return Fault(contents, frozenset(), header_year=contents.fiscal_year - rng.choice((1, 1, 2)))
    order = FISCAL_MONTHS.index(project.months[-1])
    if order > 0 and rng.random() < 0.5:
        finish = FISCAL_MONTHS[rng.randrange(order)]
    else:
        dated = DatedMonth(project.months[-1])
        calendar = contents.fiscal_year - (project.months[-1] >= FISCAL_MONTHS[0])
        dated.year = calendar + rng.choice((-2, -1, 1, 2))
        finish = dated
    changed = project.model_copy(update={"finish_month": finish})
    return Fault(_with_project(contents, at, place, changed), _names([project]))


def stale_year(contents: Contents, rng: Random) -> Fault | None:
    """A name with a year of an earlier plan."""
    at, place, _, project = _drawn(contents, rng)
    year = contents.fiscal_year - rng.choice((1, 1, 2, 3))
    wording = rng.choice(
        ("ประจำปีงบประมาณ พ.ศ. {}", "ประจำปีงบประมาณ {}", "ปีงบประมาณ พ.ศ. {}", "ประจำปี พ.ศ. {}", "ประจำปี {}")
    )
    if wording.startswith("ประจำปี ") and set(project.months) <= {10, 11, 12}:
        return None  # a feast of these months has the calendar's year
    name = f"{project.name} {wording.format(year)}"
    changed = project.model_copy(update={"name": name})
    return Fault(_with_project(contents, at, place, changed), _names([changed]))


_NEIGHBOURS = {
    "ก": "ด",
    "า": "ส",
    "ร": "น",
    "ษ": "ศ",
    "ศ": "ษ",
    "ส": "ว",
    "ณ": "น",
    "น": "ร",
    "ช": "ข",
    "ค": "ต",
    "ม": "น",
}


def misspelt_program(contents: Contents, rng: Random) -> Fault | None:
    """A แผนงาน with a letter left out, doubled or replaced by its neighbour."""
    at = rng.randrange(len(_sections(contents)))
    section = _sections(contents)[at]
    group = next((group for group in section.groups if group.label == PROGRAM), None)
    if group is None:
        return None
    name = _misspelt(group.name, rng)
    groups = tuple(
        other.model_copy(update={"name": name}) if other is group else other for other in section.groups
    )
    return Fault(_with_section(contents, at, _under(section, groups)), _names(section.projects))


def _misspelt(name: str, rng: Random) -> str:
    consonants = [place for place, letter in enumerate(name) if letter in _NEIGHBOURS]
    place = rng.choice(consonants)
    way = rng.randrange(3)
    letter = ("", name[place] * 2, _NEIGHBOURS[name[place]])[way]
    return name[:place] + letter + name[place + 1 :]


def _under(section: Section, groups: tuple[Group, ...]) -> Section:
    """The section under other headings; its projects say what they truly are."""
    projects = tuple(project.model_copy(update={"groups": groups}) for project in section.projects)
    return replace(section, groups=groups, projects=projects)


def lost_strategy(contents: Contents, rng: Random) -> Fault | None:
    """The line of a strategy is gone wherever it stood; the lines under it are there."""
    sections = _sections(contents)
    numbers = list(dict.fromkeys(_strategy_number(section) for section in sections))
    if len(numbers) < 2:
        return None
    lost = rng.choice(numbers)
    kept = [
        _under(section, tuple(group for group in section.groups if group.label != STRATEGY))
        if _strategy_number(section) == lost
        else section
        for section in sections
    ]
    # A number that is skipped is told of where the next one stands.
    follower = next((s for s in sections if (_strategy_number(s) or "") > (lost or "")), None)
    about = [
        project for section in sections if _strategy_number(section) == lost for project in section.projects
    ]
    names = _names((*about, *(follower.projects if follower else ())))
    name = about[0].strategy.name if about[0].strategy else None
    return Fault(_with_sections(contents, kept), names, label=name, summed_up=contents)


def _strategy_number(section: Section) -> str | None:
    return next((group.number for group in section.groups if group.label == STRATEGY), None)


_BROKEN = ("\ue123", "\uf8a1", "\ufffd", "\u0e49\u0e48\u0e31", "\u0e31\u0e31\u0e35", "\u0e40\u0e41")


def damaged_name(contents: Contents, rng: Random) -> Fault | None:
    """A name with a cluster that Thai cannot have, or with a glyph that no font shows."""
    at, place, _, project = _drawn(contents, rng)
    name = project.name or ""
    cut = rng.randrange(len(name) // 2, len(name))
    damaged = name[:cut] + rng.choice(_BROKEN) + name[cut:]
    changed = project.model_copy(update={"name": damaged})
    return Fault(_with_project(contents, at, place, changed), _names([changed]))


KINDS: dict[str, Kind] = {
    "a deleted row": deleted_row,
    "an amount times ten": amount_times_ten,
    "a wrong total": wrong_total,
    "two digits swapped in an amount": digits_swapped,
    "a duplicated project": duplicated_project,
    "a month outside the fiscal year": month_outside,
    "a stale year in a name": stale_year,
    "a misspelt แผนงาน": misspelt_program,
    "a lost strategy line, with a summary": lost_strategy,
    "a lost strategy line, without": lost_strategy,
    "an impossible cluster or glyph in a name": damaged_name,
}

_PRINTED: dict[str, object] = {"totals": True, "numbering": "typed"}
NEEDS: dict[str, dict[str, object]] = {
    "a deleted row": _PRINTED,
    "an amount times ten": _PRINTED,
    "a wrong total": _PRINTED,
    "two digits swapped in an amount": _PRINTED,
    "a duplicated project": _PRINTED,
    "a month outside the fiscal year": {"finish_column": True},
    "a lost strategy line, with a summary": {"summary_table": True},
    "a lost strategy line, without": {"summary_table": False},
}
"""What a layout must have for a kind: the first five are of plans with printed totals and typed numbers. Without a
summary the last strategy may be lost and leave no more than a hint, or none."""
