"""Pages as trees of elements, and what of them a person reads."""

from typing import Any

from lxml import html

from outputs.docx import BookStyle
from outputs.html import render
from outputs.numerals import NumeralPolicy
from schemas.plan import Plan


def page_bytes(plan: Plan, numerals: NumeralPolicy = "thai") -> bytes:
    return render(plan, BookStyle(numerals=numerals))


def page_of(plan: Plan, numerals: NumeralPolicy = "thai") -> Any:
    return html.document_fromstring(page_bytes(plan, numerals).decode())


def read(element: Any) -> str:
    """All text of an element, one space between its parts."""
    return " ".join(" ".join(element.itertext()).split())


def rows_of(table: Any, part: str) -> list[list[str]]:
    """The texts of a table's cells by row, of its "thead", "tbody" or "tfoot"."""
    return [[read(cell) for cell in row] for row in table.iterfind(f"{part}/tr")]
