"""Rows, headers and amounts that a page cuts."""

from parsers.records import read_plan
from tests.notation import document, line, table
from tests.two_year_table import HEADER, STRATEGY, YEARS


def test_table_goes_on_without_header_on_the_next_page() -> None:
    first = table(HEADER, YEARS, "1 | ก | ข | ค | 1 | - | ง | กองช่าง")
    second = table("2 | จ | ข | ค | 2 | - | ง | กองช่าง", "3 | ฉ | ข | ค | 3 | - | ง | กองช่าง")
    plan, _ = read_plan(document(STRATEGY, first, second))
    assert [project.name for project in plan.projects] == ["ก", "จ", "ฉ"]


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


def test_a_header_repeated_without_its_row_of_months_is_that_of_the_page_before() -> None:
    plain = "ที่ | โครงการ | รายละเอียด | งบประมาณ | สถานที่ | หน่วยงาน"
    years = "พ.ศ. 2564 > | > | | พ.ศ. 2565 >" + " | >" * 7 + " |"
    months = "^ | ^ | ^ | ^ | ^ | ^ | ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | มี.ค. | เม.ย. | พ.ค. | มิ.ย. | ก.ค. | ส.ค. | ก.ย."
    row = " | โครงการ | ข | 5,000 | ค | กองช่าง | / |" + " |" * 10
    first = table(f"{plain} | {years}", months, "1" + row)
    plan, _ = read_plan(document(STRATEGY, first, table(f"{plain} | {years}", "2" + row)))
    assert [(p.form, p.strategy == plan.projects[0].strategy, p.budget, p.months) for p in plan.projects] == [
        ("ผด.02", True, "5000.00", (10,))
    ] * 2


def test_a_page_that_cuts_the_unit_of_money_off_makes_no_header() -> None:
    first = table(HEADER, YEARS, "1 | โครงการก่อสร้าง | เพื่อ | ยาว | 393,000 | 393,000 | ดี | กองช่าง")
    rest = table(HEADER, YEARS, " | รางระบายน้ำ | ระบายน้ำ | 5 เมตร | บาท | บาท | ขึ้น | ", index=1)
    plan, _ = read_plan(document(STRATEGY, first, rest))
    (project,) = plan.projects
    assert (project.name, project.expected_result) == ("โครงการก่อสร้างรางระบายน้ำ", "ดีขึ้น")
    assert project.budgets == {"2566": "393000.00", "2567": "393000.00"}


def test_the_end_of_a_header_that_spills_over_the_row_below_is_no_text_of_the_row() -> None:
    header = "ที่ | โครงการ | รายละเอียด | งบประมาณที่{end} | หน่วยงาน | วิธีดำเนินการ"
    whole = table(header.format(end="//ได้รับ"), "1 | โครงการ ก | ข | 1,347 | กองช่าง | คัดเลือก")
    low = table(header.format(end=""), " | ต่อ | ข | ได้รับ//,300.- | | ", index=1)
    plan, findings = read_plan(document(STRATEGY, whole, low))
    assert plan.projects[0].budget == "1347300.00"
    assert plan.projects[0].source.raw["budget"] == "1,347\nได้รับ\n,300.-"
    assert not [finding for finding in findings if finding.code.startswith("VAL")]
