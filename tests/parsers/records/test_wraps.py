"""Lines that end without a space: whether they are one word with the next depends on whose book it is."""

from parsers.records import read_plan
from schemas.book_texts import book_section
from schemas.document import GOES_ON, Document, Table
from tests.notation import document, line, table

NOTE = book_section("summary_note", "operation_plan").paragraphs[0].text
HEADING = line("ยุทธศาสตร์ที่ 1 การพัฒนาคน")
HEADER = "ที่ | โครงการ | รายละเอียด | งบประมาณ | สถานที่ | หน่วยงานรับผิดชอบหลัก"
ROW = "1 | ประชาคมหมู่บ้าน@หมู่ที่ 11 | จัดประชุม | 1,000 | อบต. | สำนักปลัด"


def printed(*blocks: object) -> Document:
    """A document in whose cells each "@" is a wrapped line's end that shows no space."""
    made = document(*blocks)  # type: ignore[arg-type]
    marked = tuple(marked_table(block) if isinstance(block, Table) else block for block in made.blocks)
    return made.model_copy(update={"blocks": marked})


def marked_table(block: Table) -> Table:
    cells = []
    for cell in block.cells:
        text = cell.text.replace("@", f"{GOES_ON}\n")
        cells.append(cell.model_copy(update={"text": text, "raw_text": text}))
    return block.model_copy(update={"cells": tuple(cells)})


def name_in(*blocks: object) -> str | None:
    (project,) = read_plan(printed(*blocks))[0].projects
    return project.name


def test_a_fresh_book_is_taken_at_its_word() -> None:
    assert name_in(line(NOTE), HEADING, table(HEADER, ROW)) == "ประชาคมหมู่บ้านหมู่ที่ 11"


def test_elsewhere_a_line_may_have_been_ended_by_hand() -> None:
    assert name_in(HEADING, table(HEADER, ROW)) == "ประชาคมหมู่บ้าน หมู่ที่ 11"
