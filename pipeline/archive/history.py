"""One project over the years: which projects of the same local government's other plans are the same."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.thai.likeness import is_same_name, read_name
from pipeline.archive.listing import Entry, Which, Whole, entries, whole
from pipeline.archive.search import Answer, Question, search
from pipeline.archive.store import Archive
from pipeline.matching import match
from schemas.failures import UsageFailure
from schemas.model import Frozen
from schemas.plan import Organization, Plan, Project
from schemas.rules.identity import is_named

_CANDIDATES = 20
_TOLD_CANDIDATES = 5


class Stage(Frozen):
    """The project in one plan; `position` counts from 1. `score` is None for the one that was asked for."""

    entry: Entry
    position: int
    project: Project
    score: float | None = None


class History(Frozen):
    """The project's stages by year, and the plans of the same local government that do not have it."""

    stages: tuple[Stage, ...]
    without: tuple[Entry, ...]


class _Found(NamedTuple):
    place: int
    score: float | None


def history(archive: Archive, plan_id: int, position: int) -> History:
    """The project at `position` (from 1) of a plan, through all plans of its local government.

    Names drift from year to year, so each year is matched with the one beside it (pipeline.matching); plans of the
    other kind with the nearest year that has the project. UsageFailure ARC009 where there is no such project.
    """
    asked = whole(archive, plan_id)
    if not 1 <= position <= len(asked.plan.projects):
        raise UsageFailure("ARC009", number=f"{plan_id}/{position}", name=archive.shown)
    plans = _plans_of(archive, asked)
    found = _through_own_kind(plans, asked.entry.id, position - 1)
    found |= _through_other_kind(plans, found)
    stages = (_stage(each, found[each.entry.id]) for each in plans if each.entry.id in found)
    without = (each.entry for each in plans if each.entry.id not in found)
    return History(stages=tuple(stages), without=tuple(without))


def find_project(archive: Archive, words: str, which: Which) -> tuple[int, int]:
    """The number of the plan, and the position, of the project that `words` name.

    UsageFailure ARC010 where none has these words; ARC011, which tells the likeliest, where several may be meant.
    """
    answer = search(archive, Question(words=words, which=which, limit=_CANDIDATES))
    if not answer.hits:
        raise UsageFailure("ARC010", words=words)
    best = answer.hits[0]
    named = [hit for hit in answer.hits if is_same_name(read_name(hit.name), read_name(words))]
    rivals = named or answer.hits
    best = rivals[0]
    if any(_apart(hit.entry.organization, best.entry.organization) for hit in rivals) or (
        not named and sum(hit.entry.id == best.entry.id for hit in rivals) > 1
    ):
        raise UsageFailure("ARC011", words=words, candidates=_told(answer))
    return best.entry.id, best.position


def _told(answer: Answer) -> str:
    return "; ".join(
        f"{hit.reference} {hit.name} ({hit.entry.organization.name or '-'} {hit.entry.fiscal_year or '-'})"
        for hit in answer.hits[:_TOLD_CANDIDATES]
    )


# ---- the plans of one local government ----


def _plans_of(archive: Archive, asked: Whole) -> Sequence[Whole]:
    """Its plans by year, amended editions after the first; the one that was asked for also where it is replaced."""
    own = asked.entry
    if not is_named(own.organization):
        return [asked]
    listed = entries(archive, Which(lao=own.organization.full_name))
    others = [entry for entry in listed if entry.id not in (own.id, own.replaced_by)]
    kept = [entry for entry in others if not _apart(entry.organization, own.organization)]
    found = [asked, *(whole(archive, entry.id) for entry in kept)]
    return sorted(found, key=lambda each: (each.entry.fiscal_year or 0, each.entry.kind, each.entry.id))


def _apart(one: Organization, other: Organization) -> bool:
    """Whether these are two local governments; a cover that tells no district or province is no contradiction."""
    same = (one.type, one.name) == (other.type, other.name)
    places = ((one.district, other.district), (one.province, other.province))
    return not same or any(mine and its and mine != its for mine, its in places)


# ---- the project in them ----


def _through_own_kind(plans: Iterable[Whole], start: int, index: int) -> dict[int, _Found]:
    """By the plans' numbers, in which of their projects (from 0) the project goes on or comes from."""
    same = _of_one_kind(plans, start)
    at = next(place for place, each in enumerate(same) if each.entry.id == start)
    found = {start: _Found(index, None)}
    for line in (same[at:], same[at::-1]):
        _follow(line, found)
    return found


def _of_one_kind(plans: Iterable[Whole], start: int) -> list[Whole]:
    everything = list(plans)
    kind = next(each.entry.kind for each in everything if each.entry.id == start)
    return [each for each in everything if each.entry.kind == kind]


def _follow(line: Sequence[Whole], found: dict[int, _Found]) -> None:
    """Along the plans, away from the first; a year without the project is stepped over."""
    known = line[0]
    for _, following in pairwise(line):
        partner = _partner(known.plan, found[known.entry.id].place, following.plan)
        if partner is not None:
            found[following.entry.id], known = partner, following


def _through_other_kind(plans: Sequence[Whole], found: dict[int, _Found]) -> dict[int, _Found]:
    more = {}
    having = [each for each in plans if each.entry.id in found]
    for other in plans:
        if other.entry.kind != having[0].entry.kind:
            nearest = min(having, key=lambda each: _years_apart(each.plan, other.plan))
            partner = _partner(nearest.plan, found[nearest.entry.id].place, other.plan)
            if partner is not None:
                more[other.entry.id] = partner
    return more


def _years_apart(one: Plan, other: Plan) -> int:
    """0 for plans whose years overlap."""
    mine, its = one.budget_years(), other.budget_years()
    return max(0, mine[0] - its[-1], its[0] - mine[-1]) if mine and its else 0


def _partner(known: Plan, index: int, other: Plan) -> _Found | None:
    """The older plan is matched to the later one, an operation plan to a development plan, whichever is known."""
    old, new = sorted(
        (known, other), key=lambda plan: (plan.kind == "development_plan", plan.fiscal_year or 0)
    )
    year = old.fiscal_year if old.kind != new.kind else None
    for found in match(old, new, year):
        pair = (found.old, found.new) if old is known else (found.new, found.old)
        if pair[0] == index:
            return _Found(pair[1], round(min(1.0, found.score), 3))
    return None


def _stage(whole_plan: Whole, found: _Found) -> Stage:
    project = whole_plan.plan.projects[found.place]
    return Stage(entry=whole_plan.entry, position=found.place + 1, project=project, score=found.score)
