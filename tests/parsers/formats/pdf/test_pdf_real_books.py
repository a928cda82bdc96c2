"""Real files, where they are at hand: figures that are publicly known of them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from parsers.formats.pdf.second_opinion import blocks_text
from parsers.formats.pdf.validity import impossible_share
from schemas.document import Document, Table

REAL = Path(__file__).parents[4].parent / "shared" / "real"
BOOK = REAL / "three-year-plan-2556-2558.pdf"
PRIVATE_USE = REAL / "private-use-glyphs.pdf"

ReadPdf = Callable[[bytes], Document]


@pytest.fixture(scope="module")
def book(read_pdf: ReadPdf) -> Document:
    """The three-year plan, read once."""
    if not BOOK.exists():
        pytest.skip(f"{BOOK} is not here")
    return read_pdf(BOOK.read_bytes())


def _amounts(table: Table, col: int) -> int:
    lines = [line.text for cell in table.cells if cell.col == col for line in cell.lines]
    found = [amount for line in lines for amount in re.findall(r"\d{1,3}(?:,\d{3})+", line)]
    return sum(int(amount.replace(",", "")) for amount in found)


def test_pages_and_project_columns(book: Document) -> None:
    assert len(book.pages) == 132
    assert sum(1 for table in book.tables() if table.columns == 9) >= 130


def test_the_years_sums_stand_in_their_columns(book: Document) -> None:
    projects = [table for table in book.tables() if table.columns == 9]
    sums = [sum(_amounts(table, col) for table in projects) for col in (4, 5, 6)]
    assert sums == [54_709_000, 62_049_000, 74_959_000]


def test_the_text_has_no_impossible_places(book: Document) -> None:
    assert impossible_share(blocks_text(book.blocks)) < 0.001


def test_the_font_with_am_for_every_aa_is_mended(book: Document) -> None:
    assert "ยุทธศาสตร์" in blocks_text(book.blocks)
    assert "ยุทธศำสตร์" not in blocks_text(book.blocks)


def test_private_use_glyphs_are_left_to_the_repair(read_pdf: ReadPdf) -> None:
    if not PRIVATE_USE.exists():
        pytest.skip(f"{PRIVATE_USE} is not here")
    document = read_pdf(PRIVATE_USE.read_bytes())
    assert len(document.pages) == 6
    assert list(document.tables()) == []
    assert "\uf70a" in blocks_text(document.blocks)
