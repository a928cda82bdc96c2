"""The summary of all that a ledger knows, written at the top of its tree."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from outputs.numerals import NumeralPolicy
from outputs.province import Book, Place, PlanFigures, Province, Unreadable, render_page, render_workbook
from pipeline.batch.ledger import Ledger
from pipeline.files import read_input, write_output
from schemas.failures import UsageFailure
from schemas.findings.catalog import Language

WORKBOOK_NAME, PAGE_NAME = "summary.xlsx", "summary.html"
_COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("หน่วยงาน", "อปท.", "อปท", "ชื่อ อปท.", "ชื่อหน่วยงาน", "name", "lao"),
    "district": ("อำเภอ", "district", "amphoe"),
    "province": ("จังหวัด", "province", "changwat"),
}
"""What the header of a list of local governments may call its columns."""


def write_summary(
    ledger: Ledger, top: Path, expected: tuple[Place, ...], language: Language, numerals: NumeralPolicy
) -> None:
    """Write summary.xlsx and summary.html; OutputFailure OUT001 where they cannot be written."""
    province = province_of(ledger, expected)
    write_output(top / WORKBOOK_NAME, render_workbook(province, language, numerals))
    write_output(top / PAGE_NAME, render_page(province, language, numerals))


def province_of(ledger: Ledger, expected: tuple[Place, ...] = ()) -> Province:
    """All plans that are done and all files that gave none."""
    return Province(
        books=tuple(_books(ledger)),
        unreadable=tuple(
            Unreadable(source=path, code=one.code, reason_th=one.message("th"), reason_en=one.message("en"))
            for path, one in ledger.failures()
        ),
        expected=expected,
    )


def _books(ledger: Ledger) -> Iterator[Book]:
    for sha256, figures in ledger.figures():
        paths = ledger.paths(sha256)
        fresh = next((output.path for output in ledger.outputs(sha256) if output.path.endswith(".docx")), "")
        yield Book(
            source=paths[0], copies=paths[1:], fresh=fresh, figures=PlanFigures.model_validate_json(figures)
        )


def read_expected(path: Path | None) -> tuple[Place, ...]:
    """The local governments that a list names: a .csv with a header, or a text with one name on each line.

    InputFailure (DOC001, DOC012) for a file that cannot be opened; UsageFailure BAT010 for one without such names.
    """
    if path is None:
        return ()
    lines = _text(path).splitlines()
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO("\n".join(lines)))]
    rows = [row for row in rows if any(row)]
    places = tuple(_places(rows))
    if not places:
        raise UsageFailure("BAT010", name=path.name)
    return tuple(dict.fromkeys(places))


def _text(path: Path) -> str:
    """The list as text: UTF-8, or cp874 as Excel of a Thai Windows writes .csv files."""
    data = read_input(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp874", "replace")


def _places(rows: list[list[str]]) -> Iterator[Place]:
    columns = _columns(rows[0]) if rows else {}
    for row in rows[1:] if columns else rows:
        cells = (
            {field: row[at] for field, at in columns.items() if at < len(row)}
            if columns
            else {"name": row[0]}
        )
        if cells.get("name"):
            yield Place(**cells)


def _columns(header: list[str]) -> dict[str, int]:
    """Which column is what; empty where the first row is no header."""
    lowered = [cell.lower() for cell in header]
    found = {
        field: next((lowered.index(name) for name in names if name in lowered), -1)
        for field, names in _COLUMNS.items()
    }
    return {field: at for field, at in found.items() if at >= 0} if found["name"] >= 0 else {}
