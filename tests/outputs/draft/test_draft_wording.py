"""How a draft tells people where a text stands, and its sheets that nobody fills in."""

import io
from typing import Any

import openpyxl
import pytest

from outputs.draft.side_sheets import write_guide, write_years
from outputs.draft.wording import place_text
from outputs.sheet_looks import workbook_of
from schemas.document import Source
from schemas.draft import Draft, YearChange
from schemas.findings.catalog import Language
from schemas.plan import Plan

SOURCE = Source(name="plan.docx", sha256="0" * 64, format="docx", size_bytes=1)


def change(path: str) -> YearChange:
    return YearChange(path=path, field="title", before="พ.ศ. 2566", after="พ.ศ. 2567")


@pytest.mark.parametrize(
    ("path", "language", "told"),
    [
        ("narrative[0].title", "th", "เนื้อความของเล่ม หัวข้อที่ 1 ชื่อหัวข้อ"),
        ("narrative[2].paragraphs[0]", "th", "เนื้อความของเล่ม หัวข้อที่ 3 ย่อหน้าที่ 1"),
        ("narrative[2].paragraphs[3]", "en", "text of the book, section 3, paragraph 4"),
    ],
)
def test_places_in_the_book_are_counted_as_people_do(path: str, language: Language, told: str) -> None:
    assert place_text(change(path), {}, language) == told


def test_headers_of_the_side_sheets_are_not_clipped() -> None:
    plan = Plan(kind="operation_plan", fiscal_year=2567, source=SOURCE)
    draft = Draft(
        plan=plan, last_name="plan.docx", last_year=2566, entries=(), changes=(change("narrative[0].title"),)
    )

    def fill(book: Any, _: object) -> None:
        write_years(book, draft)
        write_guide(book)

    for sheet in openpyxl.load_workbook(io.BytesIO(workbook_of("ร่าง", "อบต.", fill))).worksheets:
        assert sheet.row_dimensions[1].height > 1.6 * 14, sheet.title
