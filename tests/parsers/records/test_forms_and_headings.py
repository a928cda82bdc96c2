"""The form and the headings that govern a table."""

from parsers.records import read_plan
from tests.notation import document, line, table
from tests.two_year_table import HEADER, STRATEGY, YEARS


def test_equipment_form_is_told_by_its_title() -> None:
    fields = "ที่ | ครุภัณฑ์ | รายละเอียดของครุภัณฑ์ | งบประมาณ (บาท) | หน่วยงานรับผิดชอบหลัก"
    header = fields + " | ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | มี.ค. | เม.ย. | พ.ค. | มิ.ย. | ก.ค. | ส.ค. | ก.ย."
    plan, _ = read_plan(
        document(
            line("แบบ ผด.02/1"),
            line("บัญชีจำนวนครุภัณฑ์สำหรับที่ไม่ได้ดำเนินการตามโครงการพัฒนาท้องถิ่น"),
            line("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"),
            line("1. ประเภทครุภัณฑ์สำนักงาน"),
            line("1.1 แผนงานบริหารงานทั่วไป"),
            table(header, "1 | เก้าอี้ | บุนวม | 5,000 | สำนักปลัด | ✓" + " | " * 11),
        )
    )
    (project,) = plan.projects
    assert (plan.kind, plan.fiscal_year, project.form) == ("operation_plan", 2566, "ผด.02/1")
    assert (project.equipment_type, project.program) == ("ครุภัณฑ์สำนักงาน", "แผนงานบริหารงานทั่วไป")
    assert project.months == (10,)
    assert project.budget == "5000.00"


def test_a_running_head_names_the_form_of_its_section() -> None:
    first = table(HEADER, YEARS, "1 | โครงการ ก | ข | ค | 1,000 | - | ง | กองช่าง")
    second = table(HEADER, YEARS, "1 | โครงการ จ | ข | ค | 1,000 | - | ง | กองช่าง", index=1)
    heads = line("แบบ ผ.02", area="header"), line("แบบ ผ.02/1", area="header")
    plan, _ = read_plan(document(heads[0], STRATEGY, first, heads[1], STRATEGY, second))
    assert [project.form for project in plan.projects] == ["ผ.02", "ผ.02/1"]


def test_a_title_on_the_page_counts_more_than_the_running_head() -> None:
    grid = table(HEADER, YEARS, "1 | โครงการ ก | ข | ค | 1,000 | - | ง | กองช่าง")
    head = line("แบบ ผ.02", area="header")
    plan, _ = read_plan(document(head, line("แบบ ผ.02/1"), STRATEGY, grid, head, STRATEGY, grid))
    assert [project.form for project in plan.projects] == ["ผ.02/1", "ผ.02/1"]


def test_a_dividing_row_leaves_form_and_headings_standing() -> None:
    rows = (
        "1 | โครงการ ก | ข | ค | 1,000 | - | ง | กองช่าง",
        "เพิ่มเติมครั้งที่ 5/2567 > | > | > | > | > | > | > |",
        "1 | โครงการ จ | ข | ค | 1,000 | - | ง | กองช่าง",
    )
    plan, _ = read_plan(document(line("แบบ ผ.02/2"), STRATEGY, table(HEADER, YEARS, *rows)))
    assert [project.form for project in plan.projects] == ["ผ.02/2", "ผ.02/2"]
    assert plan.projects[1].strategy == plan.projects[0].strategy is not None


def test_headings_side_by_side_on_one_line_both_govern() -> None:
    heading = line("ยุทธศาสตร์ที่ 1 การพัฒนาคน      กลยุทธ์ที่ 1.1 ส่งเสริมอาชีพ\tแผนงานการศึกษา")
    grid = table(HEADER, YEARS, "1 | อบรม | เพื่อ | คน | 5 | - | ดี | กองช่าง")
    (project,) = read_plan(document(heading, grid))[0].projects
    assert [group.name for group in project.groups] == ["การพัฒนาคน", "ส่งเสริมอาชีพ", "การศึกษา"]


def test_gap_between_label_and_name_parts_no_heading() -> None:
    heading = line("ยุทธศาสตร์ที่   1     การพัฒนาคน\tและสังคม")
    grid = table(HEADER, YEARS, "1 | อบรม | เพื่อ | คน | 5 | - | ดี | กองช่าง")
    (project,) = read_plan(document(heading, grid))[0].projects
    assert [(group.number, group.name) for group in project.groups] == [("1", "การพัฒนาคน และสังคม")]


def test_known_program_stands_on_the_line_of_its_strategy() -> None:
    grid = table(HEADER, YEARS, "1 | อบรม | เพื่อ | คน | 5 | - | ดี | กองช่าง")
    heading = line("ยุทธศาสตร์ที่ 1 การพัฒนาคน แนวทางที่ 2 ส่งเสริมอาชีพ 1.1 แผนงานการศึกษา")
    (project,) = read_plan(document(heading, grid))[0].projects
    assert [group.name for group in project.groups] == ["การพัฒนาคน", "ส่งเสริมอาชีพ", "การศึกษา"]
    other = line("ยุทธศาสตร์ที่ 1 การจัดทำ แผนงานใหม่ของตำบล")
    (project,) = read_plan(document(other, grid))[0].projects
    assert [group.name for group in project.groups] == ["การจัดทำ แผนงานใหม่ของตำบล"]


def test_a_column_may_name_the_strategy_of_each_row() -> None:
    header = "ที่ | ยุทธศาสตร์ | แผนงาน | โครงการ | รายละเอียดของกิจกรรม | งบประมาณ (บาท) | หน่วยงานรับผิดชอบหลัก"
    rows = (
        "1 | ยุทธศาสตร์ที่ 2 ด้านสังคม | แผนงานการศึกษา | วันเด็ก | 300 คน | 5,000 | กองการศึกษา",
        "2 | ^ | ^ | วันครู | 20 คน | 6,000 | กองการศึกษา",
        "3 | ด้านเศรษฐกิจ | แผนงานการเกษตร | อบรม | 30 คน | 7,000 | สำนักปลัด",
    )
    plan, _ = read_plan(document(line("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566"), table(header, *rows)))
    strategies = [(s.number, s.name) for project in plan.projects if (s := project.strategy)]
    assert strategies == [("2", "ด้านสังคม"), ("2", "ด้านสังคม"), (None, "ด้านเศรษฐกิจ")]
    assert [project.groups[0].label for project in plan.projects] == ["ยุทธศาสตร์"] * 3
    assert [project.program for project in plan.projects][:2] == ["แผนงานการศึกษา"] * 2


def test_prose_right_above_a_table_governs_nothing() -> None:
    prose = line("การจัดทำแผนนี้เป็นไปตามระเบียบและผ่านความเห็นชอบแล้ว " * 4)
    one = table(HEADER, YEARS, "1 | สร้างถนน | เพื่อเดินทาง | ยาว 100 ม. | 100,000 | - | สะดวก | กองช่าง")
    plan, _ = read_plan(document(STRATEGY, prose, one))
    (project,) = plan.projects
    assert project.name == "สร้างถนน"
    assert [section.paragraphs or section.title for section in plan.narrative]


def test_prose_alone_may_stand_above_a_table() -> None:
    header = "ที่ | โครงการ | รายละเอียด | งบประมาณ | สถานที่ | หน่วยงานรับผิดชอบหลัก"
    row = "1 | ประชาคม | จัดประชุม | 1,000 | อบต. | สำนักปลัด"
    prose = line("เนื้อความของแผนที่ยาวเกินกว่าจะเป็นหัวข้อ" * 5)
    plan, _ = read_plan(document(prose, table(header, row), prose, table(header, row)))
    assert len(plan.projects) == 2


def test_headings_of_a_running_head_govern_until_the_head_is_another() -> None:
    """A PDF repeats the head on each page: a heading within the table is not ended by it."""
    one = line("ยุทธศาสตร์ที่ 1 ก", area="header"), line("แผนงานการศึกษา", area="header")
    two = line("ยุทธศาสตร์ที่ 2 ข", area="header"), line("แผนงานสาธารณสุข", area="header")
    rows = [table(HEADER, YEARS, f"{n} | โครงการ {n} | ข | ค | {n} | - | ง | กองช่าง") for n in range(1, 5)]
    plan, _ = read_plan(
        document(*one, rows[0], line("แผนงานสังคมสงเคราะห์"), rows[1], *one, rows[2], *two, rows[3])
    )
    assert [(project.strategy and project.strategy.number, project.program) for project in plan.projects] == [
        ("1", "แผนงานการศึกษา"),
        ("1", "แผนงานสังคมสงเคราะห์"),
        ("1", "แผนงานสังคมสงเคราะห์"),
        ("2", "แผนงานสาธารณสุข"),
    ]
    assert plan.narrative == ()
