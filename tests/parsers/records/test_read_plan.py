"""Rows to projects, by the table notation."""

import pytest

from parsers.records import read_plan
from schemas.failures import InputFailure
from schemas.plan import Plan
from tests.notation import document, line, table

HEADER = "ที่ | โครงการ | วัตถุประสงค์ | เป้าหมาย | งบประมาณ > | | ผลที่คาดว่าจะได้รับ | หน่วยงานรับผิดชอบหลัก"
YEARS = "^ | ^ | ^ | ^ | 2566 (บาท) | 2567 (บาท) | ^ | ^"
STRATEGY = line("ยุทธศาสตร์ที่ 1 การพัฒนาคน")


def _plan(*rows: str) -> Plan:
    return read_plan(document(STRATEGY, table(HEADER, YEARS, *rows)))[0]


def _codes(*blocks: object) -> list[str]:
    return [finding.code for finding in read_plan(document(*blocks))[1]]  # type: ignore[arg-type]


def test_one_row_per_project() -> None:
    plan = _plan("๑ | สร้างถนน | เพื่อเดินทาง | ยาว ๑๐๐ ม. | ๑๐๐,๐๐๐ | - | สะดวก | กองช่าง")
    (project,) = plan.projects
    assert plan.kind == "development_plan"
    assert (plan.fiscal_year, plan.fiscal_year_end) == (2566, 2567)
    assert (project.number, project.name, project.target) == ("1", "สร้างถนน", "ยาว 100 ม.")
    assert project.budgets == {"2566": "100000.00"}
    assert project.budget_text is None
    assert project.strategy is not None
    assert (project.strategy.number, project.strategy.name) == ("1", "การพัฒนาคน")
    assert project.source.row == 2


def test_project_over_several_rows_of_lines() -> None:
    plan = _plan(
        "1 | โครงการก่อสร้างถนน คสล. | เพื่อให้ประชาชน | กว้าง 3 ม. | 200,000.- | - | สะดวกรวด | กองช่าง",
        " | หมู่ที่ 2 | เดินทางสะดวก | ยาว 9 ม. | (งบ อบต.) | | เร็ว |",
        "2 | โครงการ ข | ค | ง | - | 5 | จ | กองคลัง",
    )
    first, second = plan.projects
    assert first.name == "โครงการก่อสร้างถนน คสล. หมู่ที่ 2"
    assert first.objective == "เพื่อให้ประชาชนเดินทางสะดวก"
    assert first.target == "กว้าง 3 ม. ยาว 9 ม."
    assert first.expected_result == "สะดวกรวดเร็ว"
    assert first.fund_source == "งบ อบต."
    assert first.points == ()
    assert second.budgets == {"2567": "5.00"}


def test_a_later_point_begins_above_its_own_amount() -> None:
    plan = _plan(
        "1 | โครงการ ก | เพื่อ | กว้าง 6 ม. | 200,000.- | - | ดี | กองช่าง",
        " | | | จุดที่ 2 กว้าง 3 ม. | | | |",
        " | | | ยาว 100 ม. | 300,000.- | | ดีมาก | กองช่าง",
    )
    (project,) = plan.projects
    assert [point.target for point in project.points] == ["กว้าง 6 ม.", "จุดที่ 2 กว้าง 3 ม. ยาว 100 ม."]


def test_a_page_that_cuts_an_amount_makes_no_points() -> None:
    first = table(HEADER, YEARS, "1 | โครงการ ก | เพื่อ | อบรมเชิงปฏิบัติ | 17 | 2 | เกิดความรัก | กองการ")
    rest = table(
        " |  |  | การ จำนวน 3 รุ่น | 8,000.- | 31,500.- | ความสามัคคี | ศึกษา",
        "2 | โครงการ ข | ค | ง | - | 700 | จ | กองคลัง",
        index=1,
    )
    plan, findings = read_plan(document(STRATEGY, first, rest))
    project = plan.projects[0]
    assert project.points == ()
    assert project.budgets == {"2566": "178000.00", "2567": "231500.00"}
    assert (project.target, project.responsible_unit) == ("อบรมเชิงปฏิบัติการ จำนวน 3 รุ่น", "กองการศึกษา")
    assert not [finding for finding in findings if finding.code.startswith("VAL")]


def test_a_header_that_a_page_cuts_ends_no_headings() -> None:
    head = (
        "ที่ | โครงการ | รายละเอียด | งบประมาณ | สถานที่ | หน่วยงาน | พ.ศ. 2564 > | > | | พ.ศ. 2565 >"
        + " | >" * 7
        + " |"
    )
    months = "^ | ^ | ^ | ^ | ^ | ^ | ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | มี.ค. | เม.ย. | พ.ค. | มิ.ย. | ก.ค. | ส.ค. | ก.ย."
    row = " | โครงการ | ข | 5,000 | ค | กองช่าง | / |" + " |" * 10
    cut = table(
        "ที่ | โครงการ | รายละเอียด | งบประมาณ | สถานที่ | หน่วยงาน | พ.ศ. 2564 | พ.ศ. 2565",
        widths=[60.0] * 6 + [180.0, 540.0],
    )
    going_on = table(months.replace("^", " "), "1" + row)
    blocks = (
        STRATEGY,
        table(head, months, "1" + row),
        line("แผนงานการศึกษา"),
        cut,
        line("แบบ ผด. 02"),
        going_on,
    )
    plan, _ = read_plan(document(*blocks))
    assert [project.form for project in plan.projects] == ["ผด.02", "ผด.02"]
    assert plan.projects[1].strategy == plan.projects[0].strategy
    assert plan.projects[1].program == "แผนงานการศึกษา"
    assert plan.projects[1].months == (10,)


def test_a_page_that_cuts_the_unit_of_money_off_makes_no_header() -> None:
    first = table(HEADER, YEARS, "1 | โครงการก่อสร้าง | เพื่อ | ยาว | 393,000 | 393,000 | ดี | กองช่าง")
    rest = table(HEADER, YEARS, " | รางระบายน้ำ | ระบายน้ำ | 5 เมตร | บาท | บาท | ขึ้น | ", index=1)
    plan, _ = read_plan(document(STRATEGY, first, rest))
    (project,) = plan.projects
    assert (project.name, project.expected_result) == ("โครงการก่อสร้างรางระบายน้ำ", "ดีขึ้น")
    assert project.budgets == {"2566": "393000.00", "2567": "393000.00"}


def test_half_an_amount_is_told_of() -> None:
    rows = ("1 | โครงการ ก | เพื่อ | ง | 17 | - | ดี | กองช่าง",)
    assert "VAL006" in _codes(STRATEGY, table(HEADER, YEARS, *rows))


def test_points_under_one_number_over_a_repeated_header() -> None:
    plan = _plan(
        "1 | โครงการ ก | เพื่อ | จุดที่ 1 ยาว 5 ม. | 200,000.- | - | ดี | กองช่าง",
        " | | | ถึงวัด | (งบ อบต.) | | |",
        "ยุทธศาสตร์ที่ 1 การพัฒนาคน > | > | > | > | > | > | > |",
        HEADER,
        YEARS,
        " | | | จุดที่ 2 ยาว 6 ม. | - | 300,000.- | ดีมาก | กองช่าง",
        "2 | โครงการ ข | ค | ง | - | 5 | จ | กองคลัง",
    )
    first, second = plan.projects
    assert [point.budgets for point in first.points] == [{"2566": "200000.00"}, {"2567": "300000.00"}]
    assert first.points[0].target == "จุดที่ 1 ยาว 5 ม. ถึงวัด"
    assert first.target == "จุดที่ 1 ยาว 5 ม. ถึงวัด จุดที่ 2 ยาว 6 ม."
    assert first.budgets == {"2566": "200000.00", "2567": "300000.00"}
    assert first.expected_result == "ดี ดีมาก"
    assert first.responsible_unit == "กองช่าง"
    assert second.points == ()


def test_table_goes_on_without_header_on_the_next_page() -> None:
    first = table(HEADER, YEARS, "1 | ก | ข | ค | 1 | - | ง | กองช่าง")
    second = table("2 | จ | ข | ค | 2 | - | ง | กองช่าง", "3 | ฉ | ข | ค | 3 | - | ง | กองช่าง")
    plan, _ = read_plan(document(STRATEGY, first, second))
    assert [project.name for project in plan.projects] == ["ก", "จ", "ฉ"]


def test_sums_are_declared_totals_and_no_projects() -> None:
    plan = _plan("1 | ก | ข | ค | 100 | - | ง | กองช่าง", "รวม 1 โครงการ > | > | > | | 100 | - | |")
    assert len(plan.projects) == 1
    (total,) = plan.declared_totals
    assert (total.label, total.scope, total.year, total.count, total.amount) == (
        "รวม 1 โครงการ",
        "strategy",
        2566,
        1,
        "100.00",
    )


@pytest.mark.parametrize("name", ["รวมพลังคนรักษ์น้ำ", "โครงการรวมใจ"])
def test_projects_whose_name_begins_like_a_sum_stay_projects(name: str) -> None:
    assert [p.name for p in _plan(f"1 | {name} | ข | ค | 100 | - | ง | กองช่าง").projects] == [name]


def test_row_without_number_that_looks_like_a_project_is_kept_and_told_of() -> None:
    grid = table(
        HEADER,
        YEARS,
        "1 | โครงการ ก | ข | ค | 100 | - | ง | กองช่าง",
        " | โครงการ จ | ข | ค | 200 | - | ง | กองคลัง",
    )
    plan, findings = read_plan(document(STRATEGY, grid))
    assert [project.number for project in plan.projects] == ["1", None]
    assert [finding.code for finding in findings] == ["REC001"]
    assert plan.projects[1].confidence < plan.projects[0].confidence


def test_unreadable_amount_is_an_error_and_never_guessed() -> None:
    grid = table(HEADER, YEARS, "1 | ก | ข | ค | 1,50,000 | - | ง | กองช่าง")
    plan, findings = read_plan(document(STRATEGY, grid))
    assert plan.projects[0].budgets == {}
    assert "VAL001" in [finding.code for finding in findings]
    assert plan.projects[0].source.raw["budget.2566"] == "1,50,000"


def test_dividing_row_is_a_note() -> None:
    grid = table(
        HEADER,
        YEARS,
        "1 | ก | ข | ค | 1,000 | - | ง | กองช่าง",
        "มติที่ประชุมครั้งก่อน > | > | > | > | > | > | > |",
        "1 | จ | ข | ค | 1,000 | - | ง | กองช่าง",
    )
    assert _codes(STRATEGY, grid) == ["REC003"]


def test_other_tables_are_told_of() -> None:
    people = table("หมู่บ้าน | ชาย | หญิง | รวม", "1 | 321 | 345 | 666")
    grid = table(HEADER, YEARS, "1 | ก | ข | ค | 1,000 | - | ง | กองช่าง")
    assert _codes(people, STRATEGY, grid) == ["TBL001"]


def test_document_without_project_table_is_refused() -> None:
    with pytest.raises(InputFailure) as failure:
        read_plan(document(line("ระเบียบกระทรวงมหาดไทย"), table("ก | ข", "1 | 2")))
    assert failure.value.code == "DOC009"


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


@pytest.mark.parametrize(("november", "told"), [("4,000", []), ("3,000", ["VAL007"])])
def test_money_in_month_cells_marks_months_and_is_held_against_the_budget(
    november: str, told: list[str]
) -> None:
    months = "ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | มี.ค. | เม.ย. | พ.ค. | มิ.ย. | ก.ค. | ส.ค. | ก.ย."
    row = f"1 | โครงการ ก | ข | 9,000 | กองช่าง | 5,000 | {november} | 0" + " |" * 9
    plan, findings = read_plan(
        document(
            line("แผนงานการศึกษา"), table(f"ที่ | โครงการ | รายละเอียด | งบประมาณ | หน่วยงาน | {months}", row)
        )
    )
    (project,) = plan.projects
    assert (project.months, project.budget) == ((10, 11), "9000.00")
    assert project.source.raw["month.11"] == november
    assert [finding.code for finding in findings] == told


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


def test_the_end_of_a_header_that_spills_over_the_row_below_is_no_text_of_the_row() -> None:
    header = "ที่ | โครงการ | รายละเอียด | งบประมาณที่{end} | หน่วยงาน | วิธีดำเนินการ"
    whole = table(header.format(end="//ได้รับ"), "1 | โครงการ ก | ข | 1,347 | กองช่าง | คัดเลือก")
    low = table(header.format(end=""), " | ต่อ | ข | ได้รับ//,300.- | | ", index=1)
    plan, findings = read_plan(document(STRATEGY, whole, low))
    assert plan.projects[0].budget == "1347300.00"
    assert plan.projects[0].source.raw["budget"] == "1,347\nได้รับ\n,300.-"
    assert not [finding for finding in findings if finding.code.startswith("VAL")]


def test_district_and_province_stand_on_a_line_of_their_own() -> None:
    cover = (line("องค์การบริหารส่วนตำบลตัวอย่าง"), line("อำเภอพนมไพร จังหวัดร้อยเอ็ด"))
    grid = table(HEADER, YEARS, "1 | สร้างถนน | เพื่อ | ยาว | 5 | - | ดี | กองช่าง")
    organization = read_plan(document(*cover, STRATEGY, grid))[0].organization
    assert (organization.name, organization.district, organization.province) == ("ตัวอย่าง", "พนมไพร", "ร้อยเอ็ด")


def test_address_of_another_province_than_the_organizations_is_not_its_own() -> None:
    cover = (line("องค์การบริหารส่วนตำบลตัวอย่าง จังหวัดระนอง"), line("อำเภอพนมไพร จังหวัดร้อยเอ็ด"))
    grid = table(HEADER, YEARS, "1 | สร้างถนน | เพื่อ | ยาว | 5 | - | ดี | กองช่าง")
    organization = read_plan(document(*cover, STRATEGY, grid))[0].organization
    assert (organization.district, organization.province) == (None, "ระนอง")


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


def test_money_and_its_source_share_a_header_over_the_years() -> None:
    header = HEADER.replace("งบประมาณ", "งบประมาณและแหล่งเงินที่ใช้")
    grid = table(header, YEARS, "1 | อบรม | เพื่อ | คน | 5,000 | - | ดี | กองช่าง")
    (project,) = read_plan(document(STRATEGY, grid))[0].projects
    assert project.budgets == {"2566": "5000.00"}


def test_known_program_stands_on_the_line_of_its_strategy() -> None:
    grid = table(HEADER, YEARS, "1 | อบรม | เพื่อ | คน | 5 | - | ดี | กองช่าง")
    heading = line("ยุทธศาสตร์ที่ 1 การพัฒนาคน แนวทางที่ 2 ส่งเสริมอาชีพ 1.1 แผนงานการศึกษา")
    (project,) = read_plan(document(heading, grid))[0].projects
    assert [group.name for group in project.groups] == ["การพัฒนาคน", "ส่งเสริมอาชีพ", "การศึกษา"]
    other = line("ยุทธศาสตร์ที่ 1 การจัดทำ แผนงานใหม่ของตำบล")
    (project,) = read_plan(document(other, grid))[0].projects
    assert [group.name for group in project.groups] == ["การจัดทำ แผนงานใหม่ของตำบล"]


@pytest.mark.parametrize(
    ("printed", "number"), [("1//0", "10"), ("๑//.๑.๒", "1.1.2"), ("1.//2", "1.2"), ("3", "3")]
)
def test_number_that_a_narrow_column_tears_is_whole(printed: str, number: str) -> None:
    (project,) = _plan(f"{printed} | อบรม | เพื่อ | คน | 5 | - | ดี | กองช่าง").projects
    assert project.number == number


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


@pytest.mark.parametrize("label", ["ยอดยกไป", "ยอดยกมา", "ยกยอดมาจากหน้าที่แล้ว", "รวมยอดยกไป", "รวมหน้านี้"])
def test_sums_that_pages_carry_over_are_no_money_of_a_project(label: str) -> None:
    plan = _plan(
        "1 | สร้างถนน | เพื่อเดินทาง | ยาว 100 ม. | 100,000 | - | สะดวก | กองช่าง",
        f" | | | {label} | 900,000 | 900,000 | |",
        "2 | สร้างสะพาน | เพื่อเดินทาง | ยาว 9 ม. | - | 500,000 | สะดวก | กองช่าง",
    )
    assert [project.budgets for project in plan.projects] == [{"2566": "100000.00"}, {"2567": "500000.00"}]
    assert plan.declared_totals == ()


@pytest.mark.parametrize("label", ["รวมกองช่าง", "(รวม)", "ผลรวม", "ร ว ม", "รวมทุกแผนงาน", "เฉพาะหมู่ที่ 1"])
def test_money_behind_one_text_over_number_and_name_is_a_sum(label: str) -> None:
    plan = _plan(
        "1 | สร้างถนน | เพื่อเดินทาง | ยาว 100 ม. | 100,000 | - | สะดวก | กองช่าง",
        f"{label} > | > | > | | 100,000 | - | |",
    )
    (project,) = plan.projects
    assert project.budgets == {"2566": "100000.00"}
    assert [(total.label, total.amount) for total in plan.declared_totals] == [(label, "100000.00")]


def test_a_cell_merged_over_the_rows_of_several_projects_is_each_ones() -> None:
    plan = _plan(
        "1 | สร้างถนน | เพื่อเดินทาง | ยาว 100 ม. | 100,000 | - | สะดวก | กองช่าง",
        "2 | สร้างสะพาน | ^ | ยาว 9 ม. | 500,000 | ^ | ดี | ^",
        "3 | สร้างฝาย | เพื่อน้ำ | ยาว 5 ม. | 200,000 | - | มีน้ำ | สำนักปลัด",
    )
    assert [project.objective for project in plan.projects] == ["เพื่อเดินทาง", "เพื่อเดินทาง", "เพื่อน้ำ"]
    assert [project.responsible_unit for project in plan.projects] == ["กองช่าง", "กองช่าง", "สำนักปลัด"]
    assert [project.target for project in plan.projects] == ["ยาว 100 ม.", "ยาว 9 ม.", "ยาว 5 ม."]


def test_numbers_before_names_are_numbers_where_no_column_has_them() -> None:
    header, years = (text.split("|", maxsplit=1)[1] for text in (HEADER, YEARS))
    rows = [
        "๑. สร้างถนน | เพื่อ | 1 แห่ง | 100,000 | - | ดี | กองช่าง",
        "๒. สร้างสะพาน | เพื่อ | 2 แห่ง | - | 70,000 | ดี | กองช่าง",
        "๓. สร้างฝาย | เพื่อ | 3 แห่ง | | | ดี | กองช่าง",
    ]
    plan, _ = read_plan(document(STRATEGY, table(header, years, *rows)))
    assert [(project.number, project.name) for project in plan.projects] == [
        ("1", "สร้างถนน"),
        ("2", "สร้างสะพาน"),
        ("3", "สร้างฝาย"),
    ]
    assert plan.projects[2].source.raw["name"] == "๓. สร้างฝาย"


def test_a_name_may_begin_with_a_number_of_its_own() -> None:
    plan = _plan(
        "1 | 5. ส. สะอาด | เพื่อ | 1 แห่ง | 100,000 | - | ดี | กองช่าง",
        "2 | สร้างสะพาน | เพื่อ | 2 แห่ง | - | 70,000 | ดี | กองช่าง",
    )
    assert [project.name for project in plan.projects] == ["5. ส. สะอาด", "สร้างสะพาน"]


def test_what_each_point_is_for_begins_anew() -> None:
    plan = _plan(
        "1 | อบรม | เพื่อ | ตรวจสุขภาพประจำปี | 200,000 | - | ดี | กองช่าง",
        "^ | ^ | ^ | ทัศนศึกษา | 300,000 | - | ^ | ^",
    )
    assert plan.projects[0].target == "ตรวจสุขภาพประจำปี ทัศนศึกษา"


def test_rows_that_hold_only_a_number_are_no_projects_and_told_of() -> None:
    rows = (
        "1 | สร้างถนน | เพื่อ | 1 แห่ง | 100,000 | - | ดี | กองช่าง",
        "2 | | | | | | |",
        "3 | สร้างสะพาน | เพื่อ | 2 แห่ง | - | 70,000 | ดี | กองช่าง",
        "4 | | | | | | |",
    )
    blocks = (STRATEGY, table(HEADER, YEARS, *rows))
    assert [project.number for project in read_plan(document(*blocks))[0].projects] == ["1", "3"]
    assert _codes(*blocks).count("REC002") == 2


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


@pytest.mark.parametrize("number", ["2", ""])
def test_a_row_that_says_all_but_money_is_a_project(number: str) -> None:
    plan = _plan(
        "1 | ก่อสร้างถนน | เพื่อเดินทาง | ยาว 100 ม. | 100,000 | - | สะดวก | กองช่าง",
        f"{number} | ก่อสร้างสะพาน | เพื่อข้ามน้ำ | ยาว 9 ม. | | | ดี | กองช่าง",
        "3 | ก่อสร้างฝาย | เพื่อน้ำ | 1 แห่ง | - | 70,000 | มีน้ำ | กองช่าง",
    )
    assert [project.name for project in plan.projects] == ["ก่อสร้างถนน", "ก่อสร้างสะพาน", "ก่อสร้างฝาย"]


def test_projects_without_numbers_and_money_are_projects() -> None:
    header = "โครงการ | รายละเอียดของกิจกรรม | งบประมาณ (บาท) | สถานที่ดำเนินการ | หน่วยงานรับผิดชอบหลัก"
    rows = ("โครงการ ก | ข | 5,000 | ตำบล | กองช่าง", "โครงการ ข | ค | | ตำบล | กองคลัง")
    plan, _ = read_plan(document(STRATEGY, table(header, *rows)))
    assert [project.name for project in plan.projects] == ["โครงการ ก", "โครงการ ข"]
