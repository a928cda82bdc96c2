"""Which years of last year's texts follow the new year, and which stay."""

import pytest

from parsers.thai.knowledge import THAI
from pipeline.draft.years import Shift, _Voice, moved_narrative, moved_project, moved_text
from schemas.plan import NarrativeSection, Point, Project

NEXT = Shift(2566, 2567)
NAME = _Voice(is_prose=False, is_title=True)
DETAILS = _Voice(is_prose=False, is_title=False)
PROSE = _Voice(is_prose=True, is_title=False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("โครงการกีฬาตำบล ประจำปี 2566", "โครงการกีฬาตำบล ประจำปี 2567"),
        ("โครงการกีฬาตำบล ปีงบประมาณ พ.ศ. 2566", "โครงการกีฬาตำบล ปีงบประมาณ พ.ศ. 2567"),
        ("วันเด็กแห่งชาติ ปี 66", "วันเด็กแห่งชาติ ปี 67"),
        ("วันเด็กแห่งชาติ 2566", "วันเด็กแห่งชาติ 2567"),
        ("ปีงบประมาณ 2564 ที่ลืมแก้", "ปีงบประมาณ 2567 ที่ลืมแก้"),
        ("อบรมตามพระราชบัญญัติภาษีที่ดิน พ.ศ. 2562", "อบรมตามพระราชบัญญัติภาษีที่ดิน พ.ศ. 2562"),
        ("ทบทวนแผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570)", "ทบทวนแผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570)"),
        ("จัดทำแผนพัฒนาท้องถิ่น ปี 2568", "จัดทำแผนพัฒนาท้องถิ่น ปี 2568"),
    ],
)
def test_years_of_names(before: str, after: str) -> None:
    assert moved_text(before, NEXT, THAI, NAME).text == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("เริ่มเดือนตุลาคม 2565 ถึงเดือนกันยายน 2566", "เริ่มเดือนตุลาคม 2566 ถึงเดือนกันยายน 2567"),
        (
            "ระหว่างวันที่ 1 ตุลาคม 2565 ถึงวันที่ 30 กันยายน 2566",
            "ระหว่างวันที่ 1 ตุลาคม 2566 ถึงวันที่ 30 กันยายน 2567",
        ),
        ("อาหารกลางวัน ภาคเรียนที่ 2/2565 และภาคเรียนที่ 1/2566", "อาหารกลางวัน ภาคเรียนที่ 2/2566 และภาคเรียนที่ 1/2567"),
        ("นักเรียน ปีการศึกษา 2565", "นักเรียน ปีการศึกษา 2566"),
        ("ก่อตั้งเมื่อปี 2566", "ก่อตั้งเมื่อปี 2566"),
    ],
)
def test_months_bounds_and_school_years(before: str, after: str) -> None:
    assert moved_text(before, NEXT, THAI, DETAILS).text == after


def test_a_feast_of_the_first_months_keeps_the_calendars_year() -> None:
    voice = NAME._replace(months=(11,))
    assert moved_text("ประเพณีลอยกระทง ประจำปี 2565", NEXT, THAI, voice).text == "ประเพณีลอยกระทง ประจำปี 2566"
    assert moved_text("ประเพณีลอยกระทง ประจำปี 2566", NEXT, THAI, voice).text == "ประเพณีลอยกระทง ประจำปี 2567"


def test_several_years_are_passed() -> None:
    voice = NAME._replace(months=(12,))
    later = Shift(2565, 2568)
    assert moved_text("กีฬา ประจำปี 2564", later, THAI, voice).text == "กีฬา ประจำปี 2567"
    assert moved_text("กีฬา ประจำปี 2565", later, THAI, voice).text == "กีฬา ประจำปี 2568"


def test_the_narrative_may_tell_of_the_years_before() -> None:
    text = "ปีงบประมาณ 2565 เบิกจ่ายได้ครบ ส่วนปีงบประมาณ 2566 ดำเนินการตามแผน"
    moved = moved_text(text, NEXT, THAI, PROSE)
    assert moved.text == "ปีงบประมาณ 2565 เบิกจ่ายได้ครบ ส่วนปีงบประมาณ 2567 ดำเนินการตามแผน"
    assert moved.left == (2565,)


def test_days_stay_and_are_told() -> None:
    moved = moved_text("ประกาศ ณ วันที่ 1 ตุลาคม 2565", NEXT, THAI, PROSE)
    assert (moved.text, moved.left) == ("ประกาศ ณ วันที่ 1 ตุลาคม 2565", (2565,))
    assert moved_text("จัดวันที่ 13 เมษายน 2566", NEXT, THAI, DETAILS).left == (2566,)


def test_two_years_in_a_row_are_told_and_a_plans_span_is_not() -> None:
    moved = moved_text("ต่อเนื่องปีงบประมาณ พ.ศ. 2566 - 2567", NEXT, THAI, DETAILS)
    assert (moved.text, moved.left) == ("ต่อเนื่องปีงบประมาณ พ.ศ. 2566 - 2567", (2566,))
    assert moved_text("ตามแผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)", NEXT, THAI, DETAILS).left == ()


def test_each_change_is_told_with_its_place() -> None:
    project = Project(
        form="ผด.02",
        name="กีฬา ประจำปี 2566",
        details="จัดวันที่ 5 มีนาคม 2566",
        target="จุดที่ 1 ปี 2566",
        fund_source="ข้อบัญญัติ ปี 2566",
        points=(Point(target="จุดที่ 1 ปี 2566"),),
    )
    moved, changes, left = moved_project(project, 4, "P005", NEXT, THAI)
    assert [(change.path, change.before, change.after) for change in changes] == [
        ("projects[4].name", "กีฬา ประจำปี 2566", "กีฬา ประจำปี 2567"),
        ("projects[4].target", "จุดที่ 1 ปี 2566", "จุดที่ 1 ปี 2567"),
        ("projects[4].fund_source", "ข้อบัญญัติ ปี 2566", "ข้อบัญญัติ ปี 2567"),
    ]
    assert [(each.path, each.year, each.key) for each in left] == [("projects[4].details", 2566, "P005")]
    assert moved.points[0].target == moved.target


def test_narrative_titles_and_paragraphs() -> None:
    section = NarrativeSection(title="แผนการดำเนินงาน 2566", level=1, paragraphs=("ก", "ข้อบัญญัติ ประจำปี 2566"))
    (moved,), changes, _ = moved_narrative((section,), NEXT, THAI)
    assert moved.title == "แผนการดำเนินงาน 2567"
    assert moved.paragraphs == ("ก", "ข้อบัญญัติ ประจำปี 2567")
    assert [change.path for change in changes] == ["narrative[0].title", "narrative[0].paragraphs[1]"]
