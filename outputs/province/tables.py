"""The tables of a province's summary, the same for the workbook and the page."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from outputs.province.counting import (
    Submissions,
    Total,
    counted,
    money_by_year,
    submissions,
    totals_by,
    totals_by_district,
)
from outputs.province.model import Book, Grouping, Place, Province
from outputs.province.wording import wording
from schemas.findings.catalog import Language
from schemas.plan import PlanKind

Value = str | int | Decimal | None


class Table(NamedTuple):
    """A table by its key in words.toml: headers and rows; `chart` is the key of a chart's title over its last column.

    `width` are the widths of the columns in characters. `note` stands under it.
    """

    key: str
    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    width: tuple[int, ...]
    chart: str = ""
    note: str = ""


def tables_of(province: Province, language: Language) -> tuple[Table, ...]:
    """All tables, from the overview to the files that could not be read; texts have Arabic digits."""
    words = wording(language)
    kept = counted(province.books)
    books = tuple(book for book in province.books if book.source in kept)
    handed_in = submissions(province, books)
    groupings: tuple[Grouping, ...] = ("area", "program", "strategy")
    return (
        _overview(province, books, handed_in, words),
        _years(books, words),
        _totals("by_district", "district", totals_by_district(books), words),
        *(_totals(f"by_{grouping}", grouping, totals_by(books, grouping), words) for grouping in groupings),
        _submissions(handed_in, words),
        _books(province, kept, words),
        _matrix("area_of_books", "area", books, words),
        _matrix("program_of_books", "program", books, words),
        _strategies(books, words),
        _unreadable(province, language, words),
    )


def _overview(
    province: Province, books: tuple[Book, ...], handed_in: Submissions, words: Mapping[str, str]
) -> Table:
    findings = sum(
        count for book in books for severity, count in book.figures.findings.items() if severity != "note"
    )
    rows: list[tuple[Value, ...]] = [
        (words["governments"], sum(bool(row) for _, row in handed_in.rows)),
        (words["plans"], len(books)),
        (words["doubles"], len(province.books) - len(books)),
        (words["missing"], handed_in.missing()),
        (words["files_unreadable"], len(province.unreadable)),
        (words["findings"], findings),
    ]
    if province.expected:
        silent = sum(not row for _, row in handed_in.rows)
        rows[1:1] = [(words["expected"], len(province.expected)), (words["silent"], silent)]
    return Table("overview", words["overview"], (words["what"], words["amount"]), tuple(rows), (45, 16))


def _years(books: tuple[Book, ...], words: Mapping[str, str]) -> Table:
    rows = tuple((words[kind], year, baht) for (kind, year), baht in money_by_year(books).items())
    headers = (words["kind"], words["year"], words["baht"])
    return Table("by_year", words["by_year"], headers, rows, (24, 16, 22), "chart_year", words["kind_note"])


def _totals(
    key: str, name: str, totals: Mapping[tuple[PlanKind, str], Total], words: Mapping[str, str]
) -> Table:
    rows = tuple(
        (words[kind], label or words["unnamed"], total.projects, total.baht)
        for (kind, label), total in totals.items()
    )
    headers = (words["kind"], words[name], words["projects"], words["baht"])
    chart = f"chart_{name}" if f"chart_{name}" in words else ""
    return Table(key, words[key], headers, rows, (24, 45, 12, 22), chart, words["kind_note"])


def _submissions(handed_in: Submissions, words: Mapping[str, str]) -> Table:
    plans = (f"{words[kind]} {period}" for kind, period in handed_in.plans)
    headers = (words["province"], words["district"], words["government"], *plans)
    rows = tuple(
        (*_place(place, words), *(row.get(plan, words["is_missing"]) for plan in handed_in.plans))
        for place, row in handed_in.rows
    )
    width = (18, 18, 36) + (14,) * len(handed_in.plans)
    return Table("submissions", words["submissions"], headers, rows, width, note=words["submission_note"])


_BOOK_COLUMNS = (
    "province", "district", "government", "kind", "period", "edition", "projects", "baht", "error", "warning", "note",
    "counted", "source", "copies", "fresh",
)  # fmt: skip
_BOOK_WIDTHS = (18, 18, 36, 20, 14, 18, 12, 22, 10, 10, 10, 12, 40, 10, 60)


def _books(province: Province, kept: frozenset[str], words: Mapping[str, str]) -> Table:
    rows = tuple(_book(book, book.source in kept, words) for book in province.books)
    headers = tuple(words[column] for column in _BOOK_COLUMNS)
    return Table("books", words["books"], headers, rows, _BOOK_WIDTHS)


def _book(book: Book, is_counted: bool, words: Mapping[str, str]) -> tuple[Value, ...]:
    figures = book.figures
    return (
        *_head(book, words),
        figures.edition or "",
        figures.projects,
        Decimal(figures.baht),
        *(figures.findings.get(severity, 0) for severity in ("error", "warning", "note")),
        words["is_counted" if is_counted else "is_double"],
        book.source,
        len(book.copies),
        book.fresh,
    )


def _head(book: Book, words: Mapping[str, str]) -> tuple[Value, ...]:
    figures = book.figures
    place = _place(Place.of(figures.organization), words)
    return (*place, words[figures.kind], figures.period() or words["unknown"])


def _place(place: Place, words: Mapping[str, str]) -> tuple[Value, ...]:
    return tuple(part or words["unknown"] for part in (place.province, place.district, place.name))


def _matrix(key: str, grouping: Grouping, books: tuple[Book, ...], words: Mapping[str, str]) -> Table:
    """The money of each book by the names of a grouping, which are columns."""
    names = tuple(dict.fromkeys(name for _, name in totals_by(books, grouping)))
    head = tuple(words[column] for column in _BOOK_COLUMNS[:5])
    rows = tuple((*_head(book, words), *_money(book, grouping, names)) for book in books)
    width = _BOOK_WIDTHS[:5] + (20,) * len(names)
    return Table(key, words[key], head + tuple(name or words["unnamed"] for name in names), rows, width)


def _money(book: Book, grouping: Grouping, names: tuple[str, ...]) -> Iterator[Value]:
    money = {share.name: Decimal(share.baht) for share in book.figures.shares.get(grouping, ())}
    return (money.get(name) for name in names)


def _strategies(books: tuple[Book, ...], words: Mapping[str, str]) -> Table:
    rows = tuple(
        (*_head(book, words), share.name or words["unnamed"], share.projects, Decimal(share.baht))
        for book in books
        for share in book.figures.shares.get("strategy", ())
    )
    headers = tuple(words[column] for column in (*_BOOK_COLUMNS[:5], "strategy", "projects", "baht"))
    key = "strategy_of_books"
    return Table(key, words[key], headers, rows, (*_BOOK_WIDTHS[:5], 45, 12, 22))


def _unreadable(province: Province, language: Language, words: Mapping[str, str]) -> Table:
    rows = tuple(
        (one.source, one.code, one.reason_th if language == "th" else one.reason_en)
        for one in province.unreadable
    )
    headers = (words["source"], words["code"], words["reason"])
    return Table("unreadable", words["unreadable"], headers, rows, (50, 12, 100))
