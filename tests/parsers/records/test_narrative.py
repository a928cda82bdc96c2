"""Prose to titled sections."""

from parsers.records.narrative import UNTITLED, read_narrative
from parsers.tables.walk import Line
from schemas.document import Provenance
from tests.notation import line


def _sections(*blocks: object) -> list[tuple[str, int, int]]:
    lines = [Line(block.text, Provenance(), block) for block in blocks]  # type: ignore[attr-defined]
    return [(section.title, section.level, len(section.paragraphs)) for section in read_narrative(lines)]


def test_cover_is_left_out_and_parts_are_titles() -> None:
    assert _sections(
        line("อำเภอศรีสมมุติ", bold=True, centered=True),
        line("ส่วนที่ ๑", bold=True),
        line("บทนำ", bold=True, centered=True),
        line("ข้อความยาวพอเป็นย่อหน้า"),
        line("1.1 วัตถุประสงค์", bold=True),
        line("เพื่อให้ประชาชนทราบ"),
        line("เพื่อการตรวจสอบ"),
    ) == [("ส่วนที่ 1 บทนำ", 1, 1), ("1.1 วัตถุประสงค์", 2, 2)]


def test_list_of_contents_is_left_out() -> None:
    assert _sections(
        line("สารบัญ", bold=True),
        line("ส่วนที่ 1 บทนำ 1-2"),
        line("ส่วนที่ 2 บัญชีโครงการ ........ 3"),
        line("ภาคผนวก"),
        line("ส่วนที่ 1 บทนำ", bold=True),
        line("ย่อหน้าแรก"),
    ) == [("ส่วนที่ 1 บทนำ", 1, 1)]


def test_styles_of_the_source_give_levels_but_prose_stays_prose() -> None:
    prose = "ข้อความที่พิมพ์ด้วยลักษณะหัวเรื่องทั้งที่เป็นย่อหน้า " * 4
    assert _sections(line("หัวเรื่อง", heading_level=5), line(prose, heading_level=1)) == [("หัวเรื่อง", 3, 1)]


def test_prose_without_a_title_gets_one() -> None:
    prose = "เนื้อความที่ไม่มีหัวเรื่องใดนำหน้าเลยแม้แต่น้อย " * 4
    assert _sections(line(prose)) == [(UNTITLED, 1, 1)]


def test_lines_of_ornament_say_nothing() -> None:
    assert _sections(line("คำนำ", bold=True), line("*****"), line("-----------")) == [("คำนำ", 1, 0)]
