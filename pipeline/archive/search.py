"""Search over all projects of the archive, by words, place, unit, money, year and local government."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    exists,
    func,
    literal_column,
    or_,
    select,
)

from parsers.thai import normalize_text
from pipeline.archive.listing import Entry, Which, columns, conditions, entry_of
from pipeline.archive.project_rows import to_baht, to_satang
from pipeline.archive.store import Archive
from pipeline.archive.tables import organization, plan, project, project_money, project_unit
from pipeline.archive.words import asked_words, letters_of
from pipeline.archive.words_index import Matching, matching
from schemas.model import Frozen
from schemas.plan import Form


class Question(Frozen):
    """What is asked for; None for anything.

    All of `words` have to stand somewhere in a project, all of `place` in its name, place of work or size. `unit` is
    a unit in charge or a part of its name. The money, from `least_baht` to `most_baht`, is that of `which.year`
    where one is asked for, else of all years together.
    """

    words: str = ""
    place: str | None = None
    unit: str | None = None
    least_baht: Decimal | None = None
    most_baht: Decimal | None = None
    which: Which = Which()
    limit: int = 50


class Hit(Frozen):
    """One project; `position` counts from 1 within its plan, `score` is comparable within one answer only."""

    entry: Entry
    position: int
    form: Form
    number: str | None
    name: str
    program: str | None
    location: str | None
    responsible_unit: str | None
    total_baht: Decimal | None
    score: float

    @property
    def reference(self) -> str:
        """How the command line calls the project: "12/3" for the third of plan 12."""
        return f"{self.entry.id}/{self.position}"


class Answer(Frozen):
    """The best projects first, at most as many as were asked for, and how many there are."""

    hits: tuple[Hit, ...]
    count: int


def search(archive: Archive, question: Question) -> Answer:
    """The projects that fit, those first that have the words in their names; then later years before earlier ones.

    Where no project has the words, those are given whose name or place has the letters: names of people and places
    are in no dictionary, and may be parted in one way there and in another here.
    """
    asked, place = asked_words(question.words), asked_words(question.place or "")
    found = matching(asked, place, is_postgres=archive.is_postgres)
    fits = tuple(_conditions(question))
    with archive.reading() as connection:
        answer = _answer(connection, question.limit, fits, found)
        if answer.hits or found is None:
            return answer
        return _answer(connection, question.limit, (*fits, *_by_letters(question)), None)


def _by_letters(question: Question) -> Iterator[ColumnElement[bool]]:
    for word in f"{question.words} {question.place or ''}".split():
        yield project.c.letters.contains(letters_of((word,)), autoescape=True)


def _answer(
    connection: Connection, limit: int, conditions: Sequence[ColumnElement[bool]], found: Matching | None
) -> Answer:
    fits = and_(*conditions)
    # Counted apart: FTS5 gives no rank to a query with a window.
    count = connection.execute(_joined(select(func.count()), found).where(fits)).scalar_one()
    score = (found.score if found else literal_column("0.0")).label("score")
    asked = _joined(select(*columns(), *_project_columns(), score), found).where(fits)
    asked = asked.order_by(score.desc(), plan.c.fiscal_year.desc(), plan.c.id, project.c.position)
    hits = connection.execute(asked.limit(limit)).mappings()
    return Answer(hits=tuple(_hit(row) for row in hits), count=count)


def _project_columns() -> Iterator[ColumnElement[Any]]:
    for key in (
        "position",
        "form",
        "number",
        "name",
        "program",
        "location",
        "responsible_unit",
        "total_satang",
    ):
        yield project.c[key].label(f"project_{key}")


def _joined(asked: Select[Any], found: Matching | None) -> Select[Any]:
    joined = asked.select_from(project.join(plan, project.c.plan_id == plan.c.id).join(organization))
    if found is None:
        return joined
    return joined.select_from(found.table).where(found.condition, found.key == project.c.id)


def _conditions(question: Question) -> Iterator[ColumnElement[bool]]:
    yield conditions(question.which)
    year = question.which.year
    if year is not None:
        # A development plan's project belongs to the years that it has money in.
        of_year = and_(project_money.c.project_id == project.c.id, project_money.c.fiscal_year == year)
        yield or_(plan.c.kind == "operation_plan", exists().where(of_year))
    if question.unit:
        yield exists().where(project_unit.c.project_id == project.c.id, _of_unit(question.unit))
    yield from _money(question, year)


def _of_unit(unit: str) -> ColumnElement[bool]:
    name = normalize_text(unit)
    parts = (project_unit.c.unit, project_unit.c.sub_unit)
    return or_(*(part.contains(name, autoescape=True) for part in parts))


def _money(question: Question, year: int | None) -> Iterator[ColumnElement[bool]]:
    amount: ColumnElement[Any] = project.c.total_satang
    if year is not None:
        of_year = select(project_money.c.amount_satang).where(
            project_money.c.project_id == project.c.id, project_money.c.fiscal_year == year
        )
        amount = of_year.scalar_subquery()
    if question.least_baht is not None:
        yield amount >= to_satang(question.least_baht)
    if question.most_baht is not None:
        yield amount <= to_satang(question.most_baht)


def _hit(row: RowMapping) -> Hit:
    satang = row["project_total_satang"]
    fields = ("position", "form", "number", "name", "program", "location", "responsible_unit")
    return Hit(
        entry=entry_of(row),
        total_baht=None if satang is None else to_baht(satang),
        score=float(row["score"]),
        **{key: row[f"project_{key}"] for key in fields},
    )
