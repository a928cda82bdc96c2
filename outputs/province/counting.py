"""What is counted of many plans, and what is missing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from outputs.province.model import Book, Grouping, Place, Province
from schemas.plan import PlanKind

KINDS: tuple[PlanKind, ...] = ("operation_plan", "development_plan")


class Title(NamedTuple):
    """What makes two books of one local government the same plan."""

    kind: PlanKind
    period: str
    edition: str


class Total(NamedTuple):
    """A number of projects and their money in baht."""

    projects: int
    baht: Decimal


def title_of(book: Book) -> Title:
    """The plan that a book is."""
    return Title(book.figures.kind, book.figures.period(), book.figures.edition or "")


def counted(books: Iterable[Book]) -> frozenset[str]:
    """The sources of the books that sums are made of: of one plan in several files the first.

    A book whose local government or year is not known is like no other.
    """
    first: dict[tuple[object, ...], str] = {}
    for book in books:
        place, title = Place.of(book.figures.organization), title_of(book)
        is_known = bool(place.name and title.period)
        first.setdefault((place, title) if is_known else (book.source,), book.source)
    return frozenset(first.values())


def totals_by(books: Iterable[Book], grouping: Grouping) -> Mapping[tuple[PlanKind, str], Total]:
    """Projects and money by kind of plan and name, the most money first."""
    sums: defaultdict[tuple[PlanKind, str], list[Total]] = defaultdict(list)
    for book in books:
        for share in book.figures.shares.get(grouping, ()):
            sums[book.figures.kind, share.name].append(Total(share.projects, Decimal(share.baht)))
    return _ordered({key: added(totals) for key, totals in sums.items()})


def totals_by_district(books: Iterable[Book]) -> Mapping[tuple[PlanKind, str], Total]:
    """Projects and money by kind of plan and district, the most money first."""
    sums: defaultdict[tuple[PlanKind, str], list[Total]] = defaultdict(list)
    for book in books:
        district = Place.of(book.figures.organization).district
        sums[book.figures.kind, district].append(Total(book.figures.projects, Decimal(book.figures.baht)))
    return _ordered({key: added(totals) for key, totals in sums.items()})


def money_by_year(books: Iterable[Book]) -> Mapping[tuple[PlanKind, str], Decimal]:
    """Money by kind of plan and fiscal year, in the order of the years."""
    sums: defaultdict[tuple[PlanKind, str], Decimal] = defaultdict(Decimal)
    for book in books:
        for year, baht in book.figures.years.items():
            sums[book.figures.kind, year] += Decimal(baht)
    return dict(sorted(sums.items(), key=lambda item: (KINDS.index(item[0][0]), item[0][1])))


def added(totals: Iterable[Total]) -> Total:
    """The sum of totals."""
    whole = tuple(totals)
    return Total(sum(total.projects for total in whole), sum((total.baht for total in whole), Decimal(0)))


def _ordered(sums: dict[tuple[PlanKind, str], Total]) -> Mapping[tuple[PlanKind, str], Total]:
    return dict(sorted(sums.items(), key=lambda item: (KINDS.index(item[0][0]), -item[1].baht, item[0][1])))


class Submissions(NamedTuple):
    """Who handed in what: the plans that anybody handed in, and per local government its projects by plan."""

    plans: tuple[tuple[PlanKind, str], ...]
    rows: tuple[tuple[Place, Mapping[tuple[PlanKind, str], int]], ...]

    def missing(self) -> int:
        """How many plans are missing."""
        return sum(len(self.plans) - len(row) for _, row in self.rows)


def submissions(province: Province, books: Iterable[Book]) -> Submissions:
    """The plans of each local government that was expected or that handed in any; editions count for their plan.

    An expected one that names neither district nor province is the one with that name.
    """
    rows: defaultdict[Place, dict[tuple[PlanKind, str], int]] = defaultdict(dict)
    for book in books:
        place = Place.of(book.figures.organization)
        key = (book.figures.kind, book.figures.period())
        if place.name and key[1]:
            rows[place][key] = rows[place].get(key, 0) + book.figures.projects
    for place in province.expected:
        if not any(is_same(place, known) for known in rows):
            rows[place] = {}
    plans = {key for row in rows.values() for key in row}
    ordered = sorted(plans, key=lambda plan: (KINDS.index(plan[0]), plan[1]))
    return Submissions(
        tuple(ordered), tuple(sorted(rows.items(), key=lambda item: tuple(item[0].model_dump().values())))
    )


def is_same(expected: Place, known: Place) -> bool:
    """Whether a place is the expected one, as far as both are known."""
    return expected.name == known.name and all(
        not one or not other or one == other
        for one, other in ((expected.district, known.district), (expected.province, known.province))
    )
